import { type Kysely, sql } from 'kysely'
import { foldText } from '#identity'
import type { ArticleKind } from './content.ts'
import type { ArticleLanguage } from './tables.ts'

/** Something a search found; `words` is the text without its form, for showing where it was found. */
export interface FoundArticle {
  slug: string
  language: ArticleLanguage
  kind: ArticleKind
  title: string
  lead: string
  words: string
  publishedAt: Date
}

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
  const all = await searchBy(connection, question, ' & ')
  if (all.count > 0 || words.length === 1) return { words, ...all, matched: 'all' }
  return { words, ...(await searchBy(connection, question, ' | ')), matched: 'some' }
}

async function searchBy(
  connection: Kysely<unknown>,
  { text, language, kind, limit, offset = 0 }: SearchQuestion,
  joint: ' & ' | ' | ',
): Promise<{ found: FoundArticle[]; count: number }> {
  const folded = queryOf(searchWords(text), joint)
  const spelled = queryOf(spelledWords(text), joint)
  // Words typed without tones are exact in no text but one without tones: then only place and number count.
  const exact = spelled === folded ? sql`(1 = 0)` : sql`spelled @@ to_tsquery('simple', ${spelled})`
  // The texts themselves are read of one page alone.
  const { rows } = await sql<Row>`
    with ranked as (
      select slug, language, (count(*) over ())::integer as count, row_number() over (order by ${exact} desc,
        ts_rank_cd(folded, to_tsquery('simple', ${folded}), 1) desc, published_at desc, slug) as place
      from publishing.searchable as one
      where folded @@ to_tsquery('simple', ${folded}) and (${kind ?? null}::text is null or kind = ${kind ?? null})
        and (language = ${language} or not exists (select from publishing.searchable as other
          where other.slug = one.slug and other.language = ${language}))
      order by place limit ${limit} offset ${offset})
    select slug, language, kind, title, lead, left(words, 20000) as words, published_at, count
    from ranked join publishing.searchable using (slug, language) order by place`.execute(connection)
  return {
    found: rows.map(({ published_at, count: _, ...row }) => ({ ...row, publishedAt: published_at })),
    count: rows[0]?.count ?? 0,
  }
}

type Row = Omit<FoundArticle, 'publishedAt'> & { published_at: Date; count: number }

/** Every word whole, the last one perhaps only begun. */
function queryOf(words: readonly string[], joint: ' & ' | ' | '): string {
  return words.map((word, at) => (at === words.length - 1 ? `${word}:*` : word)).join(joint)
}

/**
 * Words of titles and tags that are nearly those asked for, as they are written there; undefined when each word is
 * known or none is near. For saying what may have been meant.
 */
export async function suggestWords(connection: Kysely<unknown>, text: string): Promise<string | undefined> {
  const { rows } = await sql<{ word: string }>`
    select word from publishing.searchable,
      regexp_split_to_table(lower(normalize(title, nfc) collate "pg_c_utf8"), '[^[:alnum:]]+') as word
    where word <> '' group by word order by count(*) desc, word limit 20000`.execute(connection)
  // Of words that fold alike the commonest is meant.
  const known = new Map(rows.toReversed().map(({ word }) => [foldText(word), word]))
  const words = searchWords(text)
  const meant = words.map((word) => known.get(word) ?? nearest(word, known))
  if (meant.includes(undefined) || words.every((word) => known.has(word))) return undefined
  return meant.join(' ')
}

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
