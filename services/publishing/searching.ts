import type { Kysely } from 'kysely'
import { foldText } from '#identity'
import type { ArticleKind } from './content.ts'
import { keptByEdition } from './edition.ts'
import { coverDensity, type Place } from './search-ranking.ts'
import { type FoundArticle, readShelf, type SearchShelf, type ShelvedText } from './search-shelf.ts'
import type { ArticleLanguage } from './tables.ts'

export interface PortalSearch {
  /** What was asked, as it was understood: folded words, the last of them perhaps only begun. */
  words: string[]
  found: FoundArticle[]
  count: number
  /** Whether every word stands in each answer, or only some of them. */
  matched: 'all' | 'some'
}

/** Questions are cut here: nobody means more, and a machine may not make the search dear. */
export const searchLimits = { letters: 200, words: 12 } as const

export interface SearchQuestion {
  text: string
  language: ArticleLanguage
  kind?: ArticleKind | undefined
  limit: number
  offset?: number
}

/** The words of a question, folded as publishing.fold folds an article's; none when there is nothing to look for. */
export function searchWords(text: string): string[] {
  return wordsIn(foldText(text.slice(0, searchLimits.letters)))
}

/** What publishing.spell makes of marks: as a VNI keyboard types them. */
const vni: Readonly<Record<string, string>> = {
  '\u0301': '1',
  '\u0300': '2',
  '\u0309': '3',
  '\u0303': '4',
  '\u0323': '5',
  '\u0302': '6',
  '\u031b': '7',
  '\u0306': '8',
  đ: 'd9',
}

/** The words of a question with their tones, as publishing.spell keeps an article's (`trợ` is `tro75`). */
export function spelledWords(text: string): string[] {
  const spelled = text
    .slice(0, searchLimits.letters)
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/([\u0300\u0301\u0303\u0309\u0323])((?:[a-zđ]|\u0302|\u0306|\u031b)*)/g, '$2$1')
    .replace(/\p{M}|đ/gu, (mark) => vni[mark] ?? '')
  return wordsIn(spelled)
}

function wordsIn(text: string): string[] {
  const words = text.replace(/['’\u0060]/g, '').split(/[^a-z0-9]+/)
  return [...new Set(words.filter(Boolean))].slice(0, searchLimits.words)
}

/**
 * Articles with the words asked for, however they are typed: first those that have them with the very tones, then by
 * where and how often they stand; each article once, in the language asked for if it has it. Where no article has all
 * of the words, those with some of them.
 */
export async function searchArticles(
  connection: Kysely<unknown>,
  question: SearchQuestion,
): Promise<PortalSearch> {
  const words = searchWords(question.text)
  if (words.length === 0) return { words, found: [], count: 0, matched: 'all' }
  const shelf = await readShelf(connection)
  const all = searchShelf(shelf, question, 'all')
  if (all.count > 0 || words.length === 1) return { words, ...all, matched: 'all' }
  return { words, ...searchShelf(shelf, question, 'some'), matched: 'some' }
}

function searchShelf(
  shelf: SearchShelf,
  { text, language, kind, limit, offset = 0 }: SearchQuestion,
  needs: 'all' | 'some',
): { found: FoundArticle[]; count: number } {
  const folded = searchWords(text)
  const standing = folded.map((word, at) =>
    placesByText(shelf, at === folded.length - 1 ? shelf.wordsBegun(word) : [word]),
  )
  const spelled = spelledWords(text)
  // Words typed without tones are exact in no text but one without tones: then only place and number count.
  const isToned = spelled.join(' ') !== folded.join(' ')
  const ranked = answering(standing, needs)
    .filter(({ article }) => kind === undefined || article.kind === kind)
    .filter(({ article }) => article.language === language || !shelf.find(article.slug, language))
    .map((one) => ({
      article: one.article,
      isExact: isToned && hasSpelled(one.spelled, spelled, needs),
      density: coverDensity(
        standing.map((texts) => texts.get(one) ?? []),
        { needs, length: one.length },
      ),
    }))
    .sort(
      (one, other) =>
        Number(other.isExact) - Number(one.isExact) ||
        other.density - one.density ||
        other.article.publishedAt.getTime() - one.article.publishedAt.getTime() ||
        (one.article.slug < other.article.slug ? -1 : 1),
    )
  return { found: ranked.slice(offset, offset + limit).map(({ article }) => article), count: ranked.length }
}

type PlacesByText = ReadonlyMap<ShelvedText, readonly Place[]>

/** Where one of the words stands, text by text, in order. */
function placesByText(shelf: SearchShelf, words: readonly string[]): PlacesByText {
  const texts = new Map<ShelvedText, Place[]>()
  for (const word of words)
    for (const text of shelf.withWord(word)) {
      const places = texts.get(text)
      if (!places) texts.set(text, [...(text.folded.get(word) ?? [])])
      else for (const place of text.folded.get(word) ?? []) places.push(place)
    }
  if (words.length > 1) for (const places of texts.values()) places.sort((one, other) => one.at - other.at)
  return texts
}

/** The texts in which every word stands, or some word. */
function answering(standing: readonly PlacesByText[], needs: 'all' | 'some'): ShelvedText[] {
  if (needs === 'some') return [...new Set(standing.flatMap((texts) => [...texts.keys()]))]
  const [fewest = new Map(), ...others] = standing.toSorted((one, other) => one.size - other.size)
  return [...fewest.keys()].filter((text) => others.every((texts) => texts.has(text)))
}

function hasSpelled(spelled: ReadonlySet<string>, words: readonly string[], needs: 'all' | 'some'): boolean {
  const stands = (word: string, at: number) =>
    spelled.has(word) || (at === words.length - 1 && [...spelled].some((each) => each.startsWith(word)))
  return needs === 'all' ? words.every(stands) : words.some(stands)
}

/**
 * Words of titles that are nearly those asked for, as they are written there; undefined when each word is known or none
 * is near. For saying what may have been meant.
 */
export async function suggestWords(connection: Kysely<unknown>, text: string): Promise<string | undefined> {
  const known = await titleWords(connection)
  const words = searchWords(text)
  const meant = words.map((word) => known.get(word) ?? nearest(word, known))
  if (meant.includes(undefined) || words.every((word) => known.has(word))) return undefined
  return meant.join(' ')
}

/** The words of titles by what they fold to; of words that fold alike the commonest. */
const titleWords = keptByEdition(async (connection): Promise<ReadonlyMap<string, string>> => {
  const times = new Map<string, number>()
  for (const { article } of (await readShelf(connection)).texts)
    for (const word of article.title
      .normalize('NFC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u))
      if (word !== '') times.set(word, (times.get(word) ?? 0) + 1)
  const rarestFirst = [...times].sort(([one, few], [other, many]) => few - many || (one < other ? 1 : -1))
  return new Map(rarestFirst.map(([word]) => [foldText(word), word]))
})

/** The known word one slip away; of a short word nothing is near. */
function nearest(word: string, known: ReadonlyMap<string, string>): string | undefined {
  if (word.length < 3) return undefined
  for (const [folded, written] of known) if (isOneSlipAway(word, folded)) return written
  return undefined
}

/** One letter too many, too few, wrong, or two exchanged. */
export function isOneSlipAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let begin = 0
  while (begin < one.length && one[begin] === other[begin]) begin += 1
  const [a, b] = [one.slice(begin), other.slice(begin)]
  return (
    a.slice(1) === b ||
    a === b.slice(1) ||
    a.slice(1) === b.slice(1) ||
    (a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  )
}
