import { editDistance } from './edit-distance.ts'
import { foldText, spellingOf, tidyText } from './names.ts'

/**
 * How two written names stand to each other, the closest first:
 * - `exact`: the same letters and tones, capitals and spaces aside;
 * - `tonePlacement`: the same tones on another letter of the syllable, `Hòa` and `Hoà`;
 * - `untoned`: alike once folded, and one of the two was written without any tone or mark;
 * - `folded`: alike once folded, but both have tones or marks and these differ, `Hòa` and `Hóa`;
 * - `near`: one letter wrong, missing, too many or swapped (two in names of more than twelve letters);
 * - `different`: anything else, and whatever folds to nothing.
 */
export type NameLikeness = (typeof likenesses)[number]

const likenesses = ['exact', 'tonePlacement', 'untoned', 'folded', 'near', 'different'] as const

const plain = /^[\0-\x7e]*$/

/** Compares two names as written; symmetric. Evidence for people and for linkage, never proof of one person. */
export function compareNames(one: string, other: string): NameLikeness {
  const [foldedOne, foldedOther] = [foldText(one), foldText(other)]
  if (foldedOne === '' || foldedOther === '') return 'different'
  if (foldedOne === foldedOther) return compareTones(tidyText(one), tidyText(other))
  return editDistance(foldedOne, foldedOther, editsAllowed(foldedOne, foldedOther)) === undefined
    ? 'different'
    : 'near'
}

/** Of two likenesses the closer one comes first; for sorting. */
export function byLikeness(one: NameLikeness, other: NameLikeness): number {
  return likenesses.indexOf(one) - likenesses.indexOf(other)
}

/** In short names one letter already makes another name. */
function editsAllowed(one: string, other: string): number {
  const letters = Math.min(one.replaceAll(' ', '').length, other.replaceAll(' ', '').length)
  if (letters < 4) return 0
  return letters > 12 ? 2 : 1
}

function compareTones(one: string, other: string): NameLikeness {
  const [small, otherSmall] = [one.toLocaleLowerCase('vi'), other.toLocaleLowerCase('vi')]
  if (small === otherSmall) return 'exact'
  if (plain.test(small) !== plain.test(otherSmall)) return 'untoned'
  return spellingOf(small) === spellingOf(otherSmall) ? 'tonePlacement' : 'folded'
}
