import { sql } from 'kysely'
import { firstDayOf, type LocalDate, type Month, monthOf } from '#calendar'
import { birthInShort, foldText } from '#identity'
import { readIds } from '#platform/bulk'
import type { Transaction } from '#platform/database'
import { unitOfList } from '#registry'
import type { Text } from '#rules'
import { type DueBy, dueSeenOn, stepWith } from './due-days.ts'
import { type Finding, type FindingKind, findingKinds, type Reason } from './kinds.ts'
import { findLatestRun, type Run } from './runs.ts'

/** Which findings: open ones of a month (by default of the latest sweep). */
export interface FindingsFilter {
  kind?: FindingKind
  benefit?: string
  /** A commune's uid; `province` or nothing is everybody in the actor's sight. */
  unitUid?: string
  /** Part of a name, with or without marks, or an identity number. */
  text?: string
  month?: Month
}

export type FindingsSort = 'amount' | 'due' | 'name' | 'since'

interface Row {
  id: number
  person_id: number
  person_name: string
  birth_from: LocalDate | null
  birth_to: LocalDate | null
  unit_uid: string | null
  unit_name: string | null
  village: string | null
  kind: FindingKind
  benefit: string
  month: LocalDate
  law_low_dong: number
  law_high_dong: number
  recorded_dong: number
  difference_dong: number
  arrears_dong: number
  since_month: LocalDate | null
  due_on: LocalDate | null
  due_by: DueBy | null
  told_on: LocalDate
  reasons: Reason[]
  next_step: Text | null
  first_seen_at: Date
  last_seen_at: Date
}

const orders = {
  amount: sql`abs(f.difference_dong) desc, abs(f.arrears_dong) desc, f.law_high_dong desc, f.id`,
  name: sql`p.name_folded, f.id`,
  since: sql`f.since_month nulls last, f.id`,
} as const

function orderBy(sort: FindingsSort, run: Run) {
  if (sort !== 'due') return orders[sort]
  const { list = null, decision = null } = dueSeenOn(run.knownOn).on
  return sql`case f.due_by when 'list' then ${list}::date when 'decision' then ${decision}::date
    else f.due_on end nulls last, f.id`
}

const selection = sql`select f.id, f.person_id, p.name as person_name, p.birth_from, p.birth_to, f.unit_uid,
    u.name as unit_name, p.village, f.kind, f.benefit, f.month, f.law_low_dong, f.law_high_dong, f.recorded_dong,
    f.difference_dong, f.arrears_dong, f.since_month, f.due_on, f.due_by,
    f.reasons, f.next_step, coalesce(closing.known_on, latest.known_on) as told_on,
    first.finished_at as first_seen_at, last.finished_at as last_seen_at
  from findings.finding f
  join registry.person p on p.id = f.person_id
  left join registry.unit u on u.uid = f.unit_uid
  join findings.run first on first.id = f.first_seen_run
  join findings.run last on last.id = f.last_seen_run
  left join findings.run closing on closing.id = f.closed_run
  join (select distinct on (month) month, known_on from findings.run order by month, id desc) latest
    on latest.month = f.month`

/** One page of findings; at most 500 rows. Empty before the first sweep. */
export async function listFindings(
  transaction: Transaction,
  {
    sort = 'amount',
    limit = 50,
    offset = 0,
    ...filter
  }: FindingsFilter & { sort?: FindingsSort; limit?: number; offset?: number } = {},
): Promise<Finding[]> {
  const run = await findLatestRun(transaction, filter.month)
  if (!run) return []
  const where = await conditionOf(transaction, run, filter)
  const { rows } = await sql<Row>`${selection} where ${where} order by ${orderBy(sort, run)}
    limit ${Math.min(limit, 500)} offset ${offset}`.execute(transaction)
  return rows.map(findingOf)
}

/** The ids of all findings of a list, in its order, to be read a page at a time by `readFindings`. */
export async function listFindingIds(
  transaction: Transaction,
  { sort = 'amount', ...filter }: FindingsFilter & { sort?: FindingsSort } = {},
): Promise<Float64Array> {
  const run = await findLatestRun(transaction, filter.month)
  if (!run) return new Float64Array()
  const where = await conditionOf(transaction, run, filter)
  return readIds(
    transaction,
    sql<{ id: number }>`select f.id from findings.finding f join registry.person p on p.id = f.person_id
      where ${where} order by ${orderBy(sort, run)}`,
  )
}

/** These findings in this order, closed since or not; one that is no more, or out of sight, is left out. */
export async function readFindings(transaction: Transaction, ids: readonly number[]): Promise<Finding[]> {
  const { rows } = await sql<Row>`${selection} where f.id = any (${ids}::bigint[])
    order by array_position(${ids}::bigint[], f.id)`.execute(transaction)
  return rows.map(findingOf)
}

/** How many open findings there are of each kind; a kind with none is 0. */
export async function countFindings(
  transaction: Transaction,
  filter: Omit<FindingsFilter, 'kind'> = {},
): Promise<Record<FindingKind, number>> {
  const counts = Object.fromEntries(findingKinds.map((kind) => [kind, 0])) as Record<FindingKind, number>
  const run = await findLatestRun(transaction, filter.month)
  if (!run) return counts
  const where = await conditionOf(transaction, run, filter)
  const { rows } = await sql<{ kind: FindingKind; count: number }>`select f.kind, count(*) as count
    from findings.finding f ${filter.text ? sql`join registry.person p on p.id = f.person_id` : sql``}
    where ${where} group by f.kind`.execute(transaction)
  for (const { kind, count } of rows) counts[kind] = count
  return counts
}

/**
 * Every finding of one person, the latest month first; closed ones too when asked. Nothing of a month that was only swept
 * ahead and has not begun.
 */
export async function listFindingsOf(
  transaction: Transaction,
  personId: number,
  { closed = false } = {},
): Promise<Finding[]> {
  const { rows } = await sql<Row>`${selection} where f.person_id = ${personId}
    and (f.closed_run is null or ${closed}) and f.month <= latest.known_on order by f.month desc, f.kind, f.benefit`.execute(
    transaction,
  )
  return rows.map(findingOf)
}

async function conditionOf(
  transaction: Transaction,
  { month }: Run,
  { kind, benefit, unitUid, text }: FindingsFilter,
) {
  const parts = [sql`f.month = ${firstDayOf(month)} and f.closed_run is null`]
  if (kind) parts.push(sql`f.kind = ${kind}`)
  if (benefit) parts.push(sql`f.benefit = ${benefit}`)
  const own = await unitOfList(transaction, unitUid)
  if (own !== undefined) parts.push(sql`f.unit_uid = ${own}`)
  const digits = text?.replace(/[\s.]/g, '') ?? ''
  if (/^\d{9}$|^\d{12}$/.test(digits)) parts.push(sql`${digits} in (p.citizen_id, p.old_id)`)
  else if (text?.trim()) parts.push(sql`p.name_folded like ${`%${foldText(text)}%`}`)
  return sql.join(parts, sql` and `)
}

function findingOf(row: Row): Finding {
  const due = dueSeenOn(row.told_on)
  return {
    id: row.id,
    personId: row.person_id,
    personName: row.person_name,
    birth:
      row.birth_from && row.birth_to ? birthInShort({ from: row.birth_from, to: row.birth_to }) : undefined,
    unitUid: row.unit_uid ?? undefined,
    unitName: row.unit_name ?? undefined,
    village: row.village ?? undefined,
    kind: row.kind,
    benefit: row.benefit,
    month: monthOf(row.month),
    lawDong: { low: row.law_low_dong, high: row.law_high_dong },
    recordedDong: row.recorded_dong,
    differenceDong: row.difference_dong,
    arrearsDong: row.arrears_dong,
    sinceMonth: row.since_month === null ? undefined : monthOf(row.since_month),
    dueOn: row.due_by === null ? (row.due_on ?? undefined) : due.on[row.due_by],
    reasons: row.reasons,
    nextStep: row.next_step ? stepWith(due, row.next_step) : undefined,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
  }
}
