import { sql } from 'kysely'
import { readIds } from '#platform/bulk'
import type { Transaction } from '#platform/database'
import { unitOfList } from '#registry'
import {
  type Band,
  bandFrom,
  bandOf,
  bands,
  type Pair,
  type PairFilter,
  type PairRow,
  type PairState,
  pairOf,
  pairStates,
} from './pairs.ts'

/** Where in the queue to read: beside a pair, or by the number of the page. */
export interface QueuePlace {
  limit: number
  /** Pairs that come right after this one, if it is still there … */
  after?: number
  /** … or right before it. */
  before?: number
  /** Without a pair to go by: so many from the front are passed over. */
  offset?: number
}

/*
 * The queue: paid on both first, as far as one person is at least as likely as two; then the strongest evidence. All
 * parts of the key go the same way, so that an index finds any place in it.
 */
const key = sql`(comes_first, weight, id)`
const forwards = sql`comes_first desc, weight desc, id desc`
const backwards = sql`comes_first, weight, id`

/** Pairs in the order of the queue, at most 500. A place that is no longer there is found by its number. */
export async function listPairs(
  transaction: Transaction,
  { limit, after, before, offset = 0, ...filter }: PairFilter & QueuePlace,
): Promise<Pair[]> {
  const from = await findPlace(transaction, after ?? before)
  const isBack = from !== undefined && after === undefined
  const beside = from && (isBack ? sql`${key} > ${from}` : sql`${key} < ${from}`)
  // The inner question is answered by an index alone; only the pairs of the page are then looked at.
  const { rows } = await sql<PairRow>`select * from deduplication.pair where id = any(array(
      select id from deduplication.pair where ${await conditionOf(transaction, filter)} and ${beside ?? sql`true`}
      order by ${isBack ? backwards : forwards} limit ${Math.min(limit, 500)} offset ${beside ? 0 : offset}))
    order by ${forwards}`.execute(transaction)
  return rows.map(pairOf)
}

/** The ids of all pairs of a filter in the order of the queue, to be read a page at a time by `readPairs`. */
export async function listPairIds(transaction: Transaction, filter: PairFilter): Promise<Float64Array> {
  const where = await conditionOf(transaction, filter)
  return readIds(
    transaction,
    sql<{ id: number }>`select id from deduplication.pair where ${where} order by ${forwards}`,
  )
}

/** These pairs in this order, whatever was decided since; one that is no more, or out of sight, is left out. */
export async function readPairs(transaction: Transaction, ids: readonly number[]): Promise<Pair[]> {
  const { rows } = await sql<PairRow>`select * from deduplication.pair where id = any (${ids}::bigint[])
    order by array_position(${ids}::bigint[], id)`.execute(transaction)
  return rows.map(pairOf)
}

/** The key of a pair, to be compared with others'. */
async function findPlace(transaction: Transaction, id: number | undefined) {
  if (id === undefined) return undefined
  const { rows } = await sql<{ comes_first: boolean; weight: number }>`select comes_first, weight
    from deduplication.pair where id = ${id}`.execute(transaction)
  return rows[0] && keyOf(id, rows[0])
}

function keyOf(id: number, { comes_first, weight }: { comes_first: boolean; weight: number }) {
  return sql`(${comes_first}::boolean, ${weight}::real, ${id}::bigint)`
}

/** The pairs before and after one in the queue of a filter, whether or not the pair itself still waits. */
export async function neighboursOf(
  transaction: Transaction,
  { id }: Pick<Pair, 'id'>,
  filter: PairFilter,
): Promise<{ previous: number | undefined; next: number | undefined }> {
  const [previous] = await listPairs(transaction, { ...filter, before: id, limit: 1 })
  const [next] = await listPairs(transaction, { ...filter, after: id, limit: 1 })
  return { previous: previous?.id, next: next?.id }
}

export interface PairCounts {
  total: number
  bands: Record<Band, number>
  bothPaid: number
  twoNumbers: number
  cameBack: number
}

/** How many pairs there are of each kind, counted once for all that a page says. */
export type PairTally = readonly TallyLine[]

interface TallyLine {
  state: PairState
  band: Band
  bothPaid: boolean
  twoNumbers: boolean
  cameBack: boolean
  count: number
}

/**
 * How many pairs of a unit, or of all in sight, are of each state, likeness and marks: at most 96 lines. The whole is
 * kept by the database with every change; only what one commune shares with others is counted when it is asked for.
 */
export async function tallyPairs(
  transaction: Transaction,
  { unitUid }: Pick<PairFilter, 'unitUid'> = {},
): Promise<PairTally> {
  const own = await unitOfList(transaction)
  const marks = sql`both_paid as "bothPaid", two_numbers as "twoNumbers", came_back as "cameBack"`
  const kept = sql`select state, least, ${marks}, sum(pairs) as count from deduplication.tally
    where ${own ? sql`unit_uid = ${own}` : sql`true`} group by 1, 2, 3, 4, 5`
  const counted = sql`select state, case when weight >= ${bandFrom.certain} then ${bandFrom.certain}
      when weight >= ${bandFrom.likely} then ${bandFrom.likely} else ${bandFrom.possible} end as least,
      ${marks}, count(*) as count
    from deduplication.pair where ${await scopeOf(transaction, unitUid)} group by 1, 2, 3, 4, 5`
  const { rows } = await sql<Omit<TallyLine, 'band' | 'count'> & { least: number; count: number | string }>`${
    unitUid && unitUid !== own ? counted : kept
  }`.execute(transaction)
  return rows.map(({ least, count, ...line }) => ({ ...line, count: Number(count), band: bandOf(least) }))
}

/** How many pairs of a tally a filter leaves, and how they divide. */
export function countsOf(tally: PairTally, { state = 'waiting', ...filter }: PairFilter = {}): PairCounts {
  const lines = tally.filter(
    (line) =>
      line.state === state &&
      (!filter.band || line.band === filter.band) &&
      (!filter.bothPaid || line.bothPaid) &&
      (!filter.twoNumbers || line.twoNumbers) &&
      (!filter.cameBack || line.cameBack),
  )
  const sum = (of: (line: TallyLine) => boolean) =>
    lines.filter(of).reduce((total, { count }) => total + count, 0)
  return {
    total: sum(() => true),
    bands: Object.fromEntries(bands.map((band) => [band, sum((line) => line.band === band)])) as Record<
      Band,
      number
    >,
    bothPaid: sum(({ bothPaid }) => bothPaid),
    twoNumbers: sum(({ twoNumbers }) => twoNumbers),
    cameBack: sum(({ cameBack }) => cameBack),
  }
}

/** How many pairs of a tally stand in each state. */
export function statesOf(tally: PairTally): Record<PairState, number> {
  return Object.fromEntries(pairStates.map((state) => [state, countsOf(tally, { state }).total])) as Record<
    PairState,
    number
  >
}

/** As SQL. A commune's officers see pairs of their own commune alone; only the unit named lets an index find them. */
async function scopeOf(transaction: Transaction, unitUid: string | undefined) {
  const own = await unitOfList(transaction)
  const conditions = [sql`true`]
  if (own) conditions.push(sql`unit_a = ${own} and unit_b = ${own}`)
  if (unitUid && unitUid !== own) conditions.push(sql`(unit_a = ${unitUid} or unit_b = ${unitUid})`)
  return sql.join(conditions, sql` and `)
}

async function conditionOf(transaction: Transaction, filter: PairFilter) {
  const { state = 'waiting', unitUid, band, bothPaid, twoNumbers, cameBack } = filter
  const conditions = [sql`state = ${sql.lit(state)}`, await scopeOf(transaction, unitUid)]
  if (band) conditions.push(sql`weight >= ${bandFrom[band]}`)
  if (band && band !== 'certain')
    conditions.push(sql`weight < ${bandFrom[band === 'likely' ? 'certain' : 'likely']}`)
  if (bothPaid) conditions.push(sql`both_paid`)
  if (twoNumbers) conditions.push(sql`two_numbers`)
  if (cameBack) conditions.push(sql`came_back`)
  return sql.join(conditions, sql` and `)
}
