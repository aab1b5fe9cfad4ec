import type { DraftContent } from '#directives'
import { dutyAreas } from '#notices'

/** Two drafts as one: what both do, for the areas and with the agencies of both, by the earlier day. */
export function mergeContents(one: DraftContent, other: DraftContent): DraftContent {
  const both = <Item>(first: readonly Item[] = [], second: readonly Item[] = []) => [
    ...new Map([...first, ...second].map((item) => [JSON.stringify(item), item])).values(),
  ]
  const listOf = (key: 'cooperatesWith' | 'cites' | 'targets') => {
    const items = both<unknown>(one[key], other[key])
    return items.length > 0 ? { [key]: items } : {}
  }
  const due = [one.due, other.due].filter((day) => day !== undefined).toSorted()[0]
  const { dueInferred: _, due: __, ...first } = { ...other, ...one }
  const isInferred = (due === one.due && one.dueInferred) || (due === other.due && other.dueInferred)
  return {
    ...first,
    does: `${one.does.replace(/[.;]$/, '')}; ${lowerFirst(other.does)}`,
    areas: dutyAreas.filter((area) => one.areas.includes(area) || other.areas.includes(area)),
    ...listOf('cooperatesWith'),
    ...listOf('cites'),
    ...listOf('targets'),
    ...(due && { due }),
    ...(due && isInferred ? { dueInferred: true as const } : {}),
  }
}

function lowerFirst(text: string): string {
  // Abbreviations (UBND) and numbers stay as they are.
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLocaleLowerCase('vi') + text.slice(1) : text
}

/** Where words can be taken apart: after a comma or semicolon, before “và” and “đồng thời”; the offset of the second part. */
export function breakPlaces(words: string): number[] {
  const places = [...words.matchAll(/[;,.:]\s+(?=\S)|\s(?=(?:và|đồng thời|kịp thời)\s)/gu)].map(
    ({ index, 0: sign }) => index + sign.length,
  )
  return places.filter((place) => place > 3 && place < words.length - 3)
}

/** The two parts of the words at a place, without the sign between them. */
export function partsAt(words: string, place: number): [string, string] {
  return [words.slice(0, place).replace(/[\s;,.:]+$/u, ''), words.slice(place).trim()]
}

/**
 * What each part of a split draft does. Targets and papers go to the part in whose words they stand; everything else —
 * who, with whom, by when — holds for both until a clerk says otherwise.
 */
export function splitContents(content: DraftContent, parts: readonly string[]): DraftContent[] {
  return parts.map((words) => {
    const { targets = [], cites = [], ...rest } = content
    const ownTargets = targets.filter((target) => words.includes(target.words))
    const ownCites = cites.filter((cite) => words.includes(cite))
    return {
      ...rest,
      does: upperFirst(words.replace(/^(và|đồng thời)\s+/u, '')),
      ...(ownTargets.length > 0 && { targets: ownTargets }),
      ...(ownCites.length > 0 && { cites: ownCites }),
    }
  })
}

function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
