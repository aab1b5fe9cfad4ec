import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { LevelVector, TermFrequencies } from '#linkage'
import type { Transaction } from '#platform/database'

export const pairStates = ['waiting', 'linked', 'different', 'setAside'] as const

export type PairState = (typeof pairStates)[number]

/** Two records that look like one person. */
export interface Pair {
  id: number
  /** The smaller number of the two, then the larger. */
  recordA: number
  recordB: number
  /** Evidence in powers of two. */
  weight: number
  probability: number
  /** What each comparison said, and how frequent the terms are that both share: what explains the weight. */
  levels: LevelVector
  termFrequencies: TermFrequencies
  modelVersion: string
  /** The smallest record of the group it belongs to. */
  cluster: number | undefined
  /** Money is paid on both. */
  bothPaid: boolean
  /** They carry different citizen numbers that are both valid. */
  twoNumbers: boolean
  state: PairState
  /** Declared different before; a number or a birth has changed since. */
  cameBack: boolean
  decision: { by: string; name: string | undefined; at: Date; because: string | undefined } | undefined
  /** The link that this decision made; undefined when it followed from another. */
  linkId: number | undefined
}

/**
 * Decisions and searches are written one at a time: each changes pairs and then their tally, and two that did so in
 * another order would wait for each other.
 */
export async function takeTurns(transaction: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('deduplication.pair'))`.execute(transaction)
}

/** How sure the machine is, in words: nearly certain, likely, possible. Never enough to link by itself. */
export const bands = ['certain', 'likely', 'possible'] as const

export type Band = (typeof bands)[number]

/** The weight from which a band begins: odds of 1,000 to 1, of 8 to 1, and whatever is kept at all. */
export const bandFrom: Readonly<Record<Band, number>> = { certain: 10, likely: 3, possible: -100 }

export function bandOf(weight: number): Band {
  if (weight >= bandFrom.certain) return 'certain'
  return weight >= bandFrom.likely ? 'likely' : 'possible'
}

export interface PairFilter {
  state?: PairState
  unitUid?: string
  band?: Band
  bothPaid?: boolean
  twoNumbers?: boolean
  cameBack?: boolean
}

/** The pair, or undefined when there is none or the actor may not see both records. */
export async function findPair(transaction: Transaction, id: number): Promise<Pair | undefined> {
  const { rows } = await sql<PairRow>`select * from deduplication.pair where id = ${id}`.execute(transaction)
  return rows[0] && pairOf(rows[0])
}

/** All pairs of some records, the strongest first: what else looks like them, and what was decided of them. */
export async function listPairsOf(transaction: Transaction, recordIds: readonly number[]): Promise<Pair[]> {
  const { rows } = await sql<PairRow>`select * from deduplication.pair
    where record_a = any(${recordIds}) or record_b = any(${recordIds})
    order by weight desc, id limit 100`.execute(transaction)
  return rows.map(pairOf)
}

/** What a line of the queue says of one record. */
export interface PairRecord {
  id: number
  name: string
  birth: { from: LocalDate; to: LocalDate } | undefined
  unitUid: string | undefined
}

/** The records of many pairs in one question, by number; those outside the actor's sight are left out. */
export async function recordsOfPairs(
  transaction: Transaction,
  pairs: readonly Pick<Pair, 'recordA' | 'recordB'>[],
): Promise<Map<number, PairRecord>> {
  const ids = [...new Set(pairs.flatMap(({ recordA, recordB }) => [recordA, recordB]))]
  const { rows } = await sql<{
    id: number
    name: string
    birth_from: LocalDate | null
    birth_to: LocalDate | null
    unit_uid: string | null
  }>`select id, name, birth_from, birth_to, unit_uid from registry.person where id = any(${ids})`.execute(
    transaction,
  )
  return new Map(
    rows.map(({ id, name, birth_from: from, birth_to: to, unit_uid: unitUid }) => [
      id,
      { id, name, birth: from && to ? { from, to } : undefined, unitUid: unitUid ?? undefined },
    ]),
  )
}

/** The records of a group, by number; only those whose pairs the actor sees. */
export async function recordsOfCluster(transaction: Transaction, cluster: number): Promise<number[]> {
  const { rows } = await sql<{ record: number }>`select distinct record from deduplication.pair,
      unnest(array[record_a, record_b]) as member (record)
    where cluster = ${cluster} and state = 'waiting' order by record limit 20`.execute(transaction)
  return rows.map(({ record }) => record)
}

/** As the table has it. */
export type PairRow = {
  id: number
  record_a: number
  record_b: number
  weight: number
  probability: number
  levels: LevelVector
  term_frequencies: TermFrequencies
  model_version: string
  cluster: number | null
  both_paid: boolean
  two_numbers: boolean
  state: PairState
  came_back: boolean
  decided_by: string | null
  decided_name: string | null
  decided_at: Date | null
  decided_because: string | null
  link_id: number | null
}

export function pairOf(row: PairRow): Pair {
  return {
    id: row.id,
    recordA: row.record_a,
    recordB: row.record_b,
    weight: row.weight,
    probability: row.probability,
    levels: row.levels,
    termFrequencies: row.term_frequencies,
    modelVersion: row.model_version,
    cluster: row.cluster ?? undefined,
    bothPaid: row.both_paid,
    twoNumbers: row.two_numbers,
    state: row.state,
    cameBack: row.came_back,
    decision:
      row.decided_by === null || row.decided_at === null
        ? undefined
        : {
            by: row.decided_by,
            name: row.decided_name ?? undefined,
            at: row.decided_at,
            because: row.decided_because ?? undefined,
          },
    linkId: row.link_id ?? undefined,
  }
}
