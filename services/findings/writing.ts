import { sql } from 'kysely'
import { firstDayOf, type Month } from '#calendar'
import type { Transaction } from '#platform/database'
import { loadRows, type MonthColumns } from '#registry'
import type { Draft } from './drafts.ts'
import type { FindingKind } from './kinds.ts'
import type { Measures } from './measures.ts'
import { type NewRun, type Run, recordRun } from './runs.ts'

const columnsWritten = [
  'person_id',
  'benefit',
  'kind',
  'month',
  'unit_uid',
  'law_low_dong',
  'law_high_dong',
  'recorded_dong',
  'difference_dong',
  'arrears_dong',
  'since_month',
  'due_on',
  'due_by',
  'reasons',
  'next_step',
  'first_seen_run',
  'last_seen_run',
] as const

/**
 * Writes a run: what it found again keeps the run that first saw it, what it found no longer is closed, and the
 * same run twice leaves the same findings. With `only`, of these records alone: the others' findings stand.
 */
export async function writeFindings(
  transaction: Transaction,
  columns: MonthColumns,
  drafts: readonly Draft[],
  rest: {
    run: Omit<NewRun, 'counts' | 'tookMs'> & { tookMs: () => number }
    measures: Measures
    only?: { records: readonly number[]; before: Run }
  },
): Promise<Run> {
  const { month } = columns
  const counts = new Map<FindingKind, number>(
    rest.only ? await countOthers(transaction, month, rest.only) : [],
  )
  for (const { kind } of drafts) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const run = await recordRun(transaction, {
    ...rest.run,
    counts: Object.fromEntries([...counts].filter(([, count]) => count > 0)),
    tookMs: rest.run.tookMs(),
  })
  const kept = columnsWritten.filter(
    (name) => !['person_id', 'benefit', 'kind', 'month', 'first_seen_run'].includes(name),
  )
  const onConflict = `(person_id, benefit, kind, month) do update set
    ${kept.map((name) => `${name} = excluded.${name}`).join(', ')}, closed_run = null`
  await loadRows(transaction, 'findings.finding', columnsWritten, rowsOf(columns, drafts, run.id), onConflict)
  await closeOthers(transaction, month, run.id, rest.only?.records)
  await loadRows(
    transaction,
    'findings.measure',
    [
      'run_id',
      'unit_uid',
      'people',
      'recipients',
      'recipients_right',
      'entitled',
      'entitled_fully',
      'clocks',
      'clocks_kept',
    ],
    [...rest.measures].map(([unitUid, each]) => [
      run.id,
      unitUid,
      each.people,
      each.recipients,
      each.recipientsRight,
      each.entitled,
      each.entitledFully,
      each.clocks,
      each.clocksKept,
    ]),
  )
  return run
}

function* rowsOf(columns: MonthColumns, drafts: readonly Draft[], run: number) {
  const month = firstDayOf(columns.month)
  for (const each of drafts) {
    const unit = columns.units[each.place] as number
    yield [
      columns.ids[each.place],
      each.benefit,
      each.kind,
      month,
      columns.unitUids[unit],
      each.lawDong.low,
      each.lawDong.high,
      each.recordedDong,
      each.differenceDong,
      each.arrearsDong,
      each.sinceMonth && firstDayOf(each.sinceMonth),
      each.dueOn,
      each.dueBy,
      JSON.stringify(each.reasons),
      each.nextStep && JSON.stringify(each.nextStep),
      run,
      run,
    ]
  }
}

/** Open findings of everybody but these: what the run before left less what it left of them. */
async function countOthers(
  transaction: Transaction,
  month: Month,
  { records, before }: { records: readonly number[]; before: Run },
): Promise<Map<FindingKind, number>> {
  const { rows } = await sql<{ kind: FindingKind; count: number }>`select kind, count(*) as count
    from findings.finding
    where month = ${firstDayOf(month)} and closed_run is null and person_id = any(${records})
    group by kind`.execute(transaction)
  const counts = new Map(Object.entries(before.counts) as [FindingKind, number][])
  for (const { kind, count } of rows) counts.set(kind, (counts.get(kind) ?? 0) - count)
  return counts
}

async function closeOthers(
  transaction: Transaction,
  month: Month,
  run: number,
  only: readonly number[] | undefined,
): Promise<void> {
  await sql`update findings.finding set closed_run = ${run}
    where month = ${firstDayOf(month)} and closed_run is null and last_seen_run <> ${run}
      and ${only ? sql`person_id = any(${only})` : sql`true`}`.execute(transaction)
}
