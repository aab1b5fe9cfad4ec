import { sql } from 'kysely'
import { editDistance, foldText } from '#identity'
import type { Transaction } from '#platform/database'

/** The words that names are made of in one officer's sight, with how many bear them, and the villages. */
export interface Vocabulary {
  words: ReadonlyMap<string, number>
  /** As written in the register, by their folded form. */
  villages: ReadonlyMap<string, readonly string[]>
}

/**
 * What searches have learnt, kept by who serves them and never written down: each vocabulary was read under the
 * policies of the sight it is kept for, and serves that sight alone.
 */
export type SearchMemory = Map<string, { vocabulary: Vocabulary; uses: number }>

/** Then it is read again: new people bring new words. */
const usesMax = 2_000
/** Of the province: a word that two thousand bear is certainly among them. */
const sampledPercent = 2

/** Of some units, or of the whole province from a sample: for words mistyped, cut off in front, or villages. */
export async function vocabularyOf(
  transaction: Transaction,
  unitUids: readonly string[] | undefined,
  memory: SearchMemory,
): Promise<Vocabulary> {
  const sight = unitUids?.join(' ') ?? 'province'
  const known = memory.get(sight)
  if (known && known.uses < usesMax) {
    known.uses += 1
    return known.vocabulary
  }
  const vocabulary = await read(transaction, unitUids)
  if (vocabulary.words.size > 0) memory.set(sight, { vocabulary, uses: 1 })
  return vocabulary
}

async function read(transaction: Transaction, unitUids: readonly string[] | undefined): Promise<Vocabulary> {
  const people = unitUids
    ? sql`select name_folded, village from registry.person where unit_uid = any(${unitUids})`
    : sql`select name_folded, village from registry.person ${await sampleOf(transaction)}`
  const { rows } = await sql<{
    kind: 'word' | 'village'
    text: string
    count: number
  }>`with people as materialized
      (${people}), names as (select name_folded, count(*) as bearers from people group by name_folded)
    select 'word' as kind, word as text, sum(bearers)::bigint as count
    from names, unnest(string_to_array(name_folded, ' ')) as word group by word
    union all select 'village', village, count(*) from people where village is not null group by village`.execute(
    transaction,
  )
  const villages = rows.filter(({ kind }) => kind === 'village').map(({ text }) => text)
  return {
    words: new Map(rows.filter(({ kind }) => kind === 'word').map(({ text, count }) => [text, count])),
    villages: Map.groupBy(villages, foldText),
  }
}

/** A small register is read whole. */
async function sampleOf(transaction: Transaction) {
  const { rows } = await sql<{ pages: number }>`select relpages as pages from pg_class
    where oid = 'registry.person'::regclass`.execute(transaction)
  return (rows[0]?.pages ?? 0) > 10_000 ? sql`tablesample system (${sql.lit(sampledPercent)})` : sql``
}

/** The words one slip of the finger away, the commonest first. */
export function likeWords({ words }: Vocabulary, word: string, atMost: number): string[] {
  if (word.length < 3) return []
  const near = [...words].filter(([each]) => each !== word && editDistance(each, word, 1) !== undefined)
  return commonest(near, atMost)
}

/** The words that hold a text anywhere but at their beginning, the commonest first. */
export function holdingWords({ words }: Vocabulary, part: string, atMost: number): string[] {
  if (part.length < 2) return []
  return commonest(
    [...words].filter(([each]) => each.indexOf(part) > 0),
    atMost,
  )
}

function commonest(words: (readonly [string, number])[], atMost: number): string[] {
  return words
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, atMost)
    .map(([word]) => word)
}
