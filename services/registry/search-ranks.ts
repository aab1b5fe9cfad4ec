import { withToneOnFirstVowel } from '#identity'
import type { Found } from './search-drivers.ts'
import type { SearchQuestion } from './search-question.ts'

/** Spelt as typed, alike without tones and marks, or near: another letter, or the middle of a word. */
export type Closeness = 'exact' | 'folded' | 'near'

const ranks: Record<Closeness, number> = { exact: 0, folded: 10, near: 20 }

/** Whoever bore it before stands after who bears it now. */
const formerRank = 6

/** How near a record is to what was typed; the smaller the rank, the nearer. */
export function closenessOf(
  found: Found,
  questions: readonly SearchQuestion[],
): { closeness: Closeness; rank: number } {
  const { former } = found
  const row = former?.key === 'name' ? { ...found, name: former.value, name_folded: former.folded } : found
  const spelt = withToneOnFirstVowel(row.name.toLocaleLowerCase('vi'))
  const each = questions.map((question) => {
    const closeness = closenessTo(row, spelt, question)
    const where = closeness === 'near' ? 0 : placeOf(row.name_folded, question.words.join(' '))
    return { closeness, rank: ranks[closeness] + where + (former ? formerRank : 0) }
  })
  return each.reduce((best, next) => (next.rank < best.rank ? next : best), {
    closeness: 'near',
    rank: ranks.near,
  })
}

function closenessTo(row: Found, spelt: string, { words, spelt: typed, number }: SearchQuestion): Closeness {
  if (number !== undefined)
    return [row.citizen_id, row.old_id, row.former?.value].includes(number) ? 'exact' : 'folded'
  if (!words.every((word) => begins(row.name_folded, word))) return 'near'
  return typed.every((word) => begins(spelt, word)) ? 'exact' : 'folded'
}

function begins(name: string, word: string): boolean {
  return ` ${name}`.includes(` ${word}`)
}

/** The whole name, its beginning, its end, its middle, or its words in another order. */
function placeOf(name: string, text: string): number {
  if (name === text) return 0
  if (name.startsWith(`${text} `)) return 1
  if (name.endsWith(` ${text}`)) return 2
  if (name.startsWith(text)) return 3
  return ` ${name}`.includes(` ${text}`) ? 4 : 5
}
