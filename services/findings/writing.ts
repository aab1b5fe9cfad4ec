import { sql } from 'kysely'
import { firstDayOf, type Month } from '#calendar'
import type { Transaction } from '#platform/database'
import { loadRows, type MonthColumns } from '#registry'
import type { Draft } from './drafts.ts'
import type { Measures } from './measures.ts'
import { type Run, recordRun } from './runs.ts'

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
  'reasons',
  'next_step',
  'first_seen_run',
  'last_seen_run',
] as const

/**
 * Writes a run: what it found again keeps the run that first saw it, what it found no longer is closed, and the
 * same run twice leaves the same findings.
 */
export async function writeFindings(
  transaction: Transaction,
  columns: MonthColumns,
  drafts: readonly Draft[],
  rest: { measures: Measures; tookMs: () => number },
): Promise<Run> {
  const { month, knownOn } = columns
  const run = await recordRun(transaction, {
    month,
    knownOn,
    people: columns.count,
    counts: Object.fromEntries(
      [...Map.groupBy(drafts, ({ kind }) => kind)].map(([kind, of]) => [kind, of.length]),
    ),
    tookMs: rest.tookMs(),
  })
  const kept = columnsWritten.filter(
    (name) => !['person_id', 'benefit', 'kind', 'month', 'first_seen_run'].includes(name),
  )
  const onConflict = `(person_id, benefit, kind, month) do update set
    ${kept.map((name) => `${name} = excluded.${name}`).join(', ')}, closed_run = null`
  await loadRows(transaction, 'findings.finding', columnsWritten, rowsOf(columns, drafts, run.id), onConflict)
  await closeOthers(transaction, month, run.id)
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
      JSON.stringify(each.reasons),
      each.nextStep && JSON.stringify(each.nextStep),
      run,
      run,
    ]
  }
}

async function closeOthers(transaction: Transaction, month: Month, run: number): Promise<void> {
  await sql`update findings.finding set closed_run = ${run}
    where month = ${firstDayOf(month)} and closed_run is null and last_seen_run <> ${run}`.execute(
    transaction,
  )
}
