import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { placeCodes } from '#identity'
import { type Cell, copyInto } from '#platform/bulk'
import type { Transaction } from '#platform/database'
import type { ScoredPair } from './linking.ts'
import { takeTurns } from './pairs.ts'

/** One search for people recorded twice. */
export interface Run {
  id: number
  /** `full`: everyone against everyone; `new`: who is new or changed against all. */
  mode: 'full' | 'new'
  modelVersion: string
  people: number
  /** Pairs that were compared at all. */
  compared: number
  /** Pairs found that nobody has decided. */
  waiting: number
  /** Groups that two valid citizen numbers kept apart. */
  conflicts: number
  tookMs: number
  finishedAt: Date
}

/** What a search found, to be recorded. */
export interface FoundPairs extends Pick<Run, 'mode' | 'modelVersion' | 'people' | 'compared' | 'tookMs'> {
  pairs: Iterable<ScoredPair>
  /** Groups of records, two and more, that the strong pairs hold together. */
  clusters: Iterable<readonly number[]>
  /** Pairs that were kept apart, because their groups hold two different valid citizen numbers. */
  conflicts: readonly { a: number; b: number }[]
  /** For `new`: the records that were compared again; their old pairs that were not found again are dropped. */
  comparedAgain?: readonly number[]
  /** What each compared record looked like, to know at night who has changed. */
  digests: Iterable<{ recordId: number; digest: number }>
  /** Money is looked for in the month of this day. */
  on: LocalDate
}

/**
 * Writes a search in one transaction: pairs that are new or weigh differently now, none twice. What an officer decided
 * stays, with the evidence they saw; a pair declared different, or set aside, waits again only when a number or a birth
 * of one of the two has changed. Pairs nobody decided that are no longer found go. Two records of one person are no pair.
 */
export async function recordRun(transaction: Transaction, found: FoundPairs): Promise<Run> {
  await stage(transaction, found)
  await takeTurns(transaction)
  const waiting = await countWaiting(transaction)
  const { mode, modelVersion, people, compared, tookMs } = found
  const conflicts = found.conflicts.length
  const { rows } = await sql<{ id: number; finished_at: Date }>`insert into deduplication.run
      (mode, model_version, people, compared, waiting, conflicts, took_ms)
    values (${mode}, ${modelVersion}, ${people}, ${compared}, ${waiting}, ${conflicts}, ${Math.round(tookMs)})
    returning id, finished_at`.execute(transaction)
  const { id, finished_at: finishedAt } = rows[0] as { id: number; finished_at: Date }
  await writePairs(transaction, id, modelVersion)
  await dropGone(transaction, id, found)
  await writeDigests(transaction, found.digests)
  return {
    id,
    mode,
    modelVersion,
    people,
    compared,
    waiting,
    conflicts,
    tookMs: Math.round(tookMs),
    finishedAt,
  }
}

export async function findLatestRun(transaction: Transaction): Promise<Run | undefined> {
  const { rows } = await sql<Run>`select id, mode, model_version as "modelVersion", people, compared, waiting,
      conflicts, took_ms as "tookMs", finished_at as "finishedAt"
    from deduplication.run order by id desc limit 1`.execute(transaction)
  return rows[0]
}

/** The pairs beside what the register says of both records now: where they live, what is paid, what a decision rests on. */
async function stage(
  transaction: Transaction,
  { pairs, clusters, conflicts, on }: FoundPairs,
): Promise<void> {
  await sql`create temporary table incoming_pair (a bigint, b bigint, weight real, probability real, levels jsonb,
    term_frequencies jsonb, cluster bigint, kept_apart boolean) on commit drop`.execute(transaction)
  await copyInto(
    transaction,
    'pg_temp.incoming_pair (a, b, weight, probability, levels, term_frequencies, cluster, kept_apart)',
    pairRows(pairs, clusterOf(clusters), new Set(conflicts.map(({ a, b }) => `${a} ${b}`))),
  )
  await sql`analyze incoming_pair`.execute(transaction)
  const valid = (record: string) =>
    sql`coalesce(left(${sql.ref(`${record}.citizen_id`)}, 3) = any(${[...placeCodes.keys()]}), false)`
  await sql`create temporary table found_pair on commit drop as
    with paid as materialized (select distinct person_id from awards.award where valid @> ${on}::date)
    select i.*, a.unit_uid as unit_a, b.unit_uid as unit_b,
      i.a in (select person_id from paid) and i.b in (select person_id from paid) as both_paid,
      i.kept_apart or coalesce(a.citizen_id <> b.citizen_id and ${valid('a')} and ${valid('b')}, false) as two_numbers,
      md5(concat_ws('|', ${basisOf('a')}, ${basisOf('b')})) as basis
    from incoming_pair i join registry.person a on a.id = i.a join registry.person b on b.id = i.b
    where coalesce(a.linked_to, a.id) <> coalesce(b.linked_to, b.id)`.execute(transaction)
  await sql`analyze found_pair`.execute(transaction)
}

/** What a decision rests on: with other numbers or another birth it has to be taken again. */
function basisOf(record: string) {
  const column = (name: string) => sql`coalesce(${sql.ref(`${record}.${name}`)}::text, '')`
  return sql`${column('citizen_id')}, ${column('old_id')}, ${column('birth_from')}, ${column('birth_to')}`
}

function clusterOf(clusters: Iterable<readonly number[]>): Map<number, number> {
  const smallest = new Map<number, number>()
  for (const cluster of clusters) for (const record of cluster) smallest.set(record, cluster[0] as number)
  return smallest
}

function* pairRows(
  pairs: Iterable<ScoredPair>,
  cluster: ReadonlyMap<number, number>,
  keptApart: ReadonlySet<string>,
): Generator<Cell[]> {
  for (const { a, b, weight, probability, levels, termFrequencies } of pairs) {
    const together = cluster.get(a)
    yield [
      a,
      b,
      weight,
      probability,
      JSON.stringify(levels),
      JSON.stringify(termFrequencies),
      together === cluster.get(b) ? together : undefined,
      keptApart.has(`${a < b ? a : b} ${a < b ? b : a}`),
    ]
  }
}

const reopens = sql`pair.state in ('different', 'setAside') and pair.basis <> found.basis`

async function countWaiting(transaction: Transaction): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from found_pair found
    left join deduplication.pair on record_a = a and record_b = b
    where pair.id is null or pair.state = 'waiting' or ${reopens}`.execute(transaction)
  return rows[0]?.n ?? 0
}

async function writePairs(transaction: Transaction, runId: number, modelVersion: string): Promise<void> {
  // The planner expects next to no waiting pairs behind their policy, and would read everything found for each of them.
  await sql`set local enable_nestloop = off`.execute(transaction)
  await sql`update deduplication.pair set unit_a = found.unit_a, unit_b = found.unit_b, weight = found.weight,
      probability = found.probability, levels = found.levels, term_frequencies = found.term_frequencies,
      cluster = found.cluster, both_paid = found.both_paid, two_numbers = found.two_numbers,
      came_back = came_back or pair.state = 'different', state = 'waiting', basis = found.basis,
      model_version = ${modelVersion}, last_run = ${runId}
    from found_pair found where record_a = found.a and record_b = found.b
      and (pair.state = 'waiting' or ${reopens})`.execute(transaction)
  await sql`set local enable_nestloop = on`.execute(transaction)
  await sql`insert into deduplication.pair (record_a, record_b, unit_a, unit_b, weight, probability, levels,
      term_frequencies, cluster, both_paid, two_numbers, basis, model_version, first_run, last_run)
    select a, b, unit_a, unit_b, weight, probability, levels, term_frequencies, cluster, both_paid, two_numbers, basis,
      ${modelVersion}, ${runId}, ${runId}
    from found_pair order by both_paid desc, weight desc
    on conflict (record_a, record_b) do nothing`.execute(transaction)
}

async function dropGone(transaction: Transaction, runId: number, found: FoundPairs): Promise<void> {
  const again = found.comparedAgain ?? []
  const scope =
    found.mode === 'full'
      ? sql`true`
      : sql`(record_a = any(${again}::bigint[]) or record_b = any(${again}::bigint[]))`
  await sql`delete from deduplication.pair where state = 'waiting' and not came_back and last_run <> ${runId} and ${scope}`.execute(
    transaction,
  )
}

async function writeDigests(transaction: Transaction, digests: FoundPairs['digests']): Promise<void> {
  await sql`create temporary table incoming_digest (person_id bigint, digest bigint) on commit drop`.execute(
    transaction,
  )
  const rows = function* () {
    for (const { recordId, digest } of digests) yield [recordId, digest]
  }
  await copyInto(transaction, 'pg_temp.incoming_digest (person_id, digest)', rows())
  await sql`insert into deduplication.compared (person_id, digest) select person_id, digest from incoming_digest
    on conflict (person_id) do update set digest = excluded.digest`.execute(transaction)
}
