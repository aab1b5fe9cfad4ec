import { sql } from 'kysely'
import type { LocalDate, Month } from '#calendar'
import type { Transaction } from '#platform/database'
import { type Database, withActor } from '#platform/database'
import { loadMonthColumns } from '#registry'
import type { Program } from '#rules'
import { comingUp } from './ahead.ts'
import { addArrears } from './arrears.ts'
import { lateOf, readClocks } from './clocks.ts'
import type { Draft } from './drafts.ts'
import { findDuplicates } from './duplicates.ts'
import {
  type Case,
  casesOf,
  compiledAt,
  discrepanciesIn,
  type Evaluation,
  evaluate,
  Programs,
} from './evaluation.ts'
import { explainFindings } from './explaining.ts'
import { clocksByUnit, measure, standingOf } from './measures.ts'
import { readReceipts } from './receipts.ts'
import type { Run } from './runs.ts'
import { writeFindings } from './writing.ts'

export interface SweepQuestion {
  month: Month
  /** The law and the facts as they were known on this day; deadlines are counted to it. */
  knownOn: LocalDate
}

export interface SweepProgress {
  done: number
  total: number
  /** In Vietnamese, for the screen. */
  message: string
}

export interface SweepOptions {
  onProgress?: (progress: SweepProgress) => Promise<void> | void
  /** A clock in milliseconds, for how long it took. */
  elapsedMs?: () => number
}

export type SweepResult = Run

const machine = { kind: 'system', job: 'sweep' } as const

/**
 * The law over everyone for a month, compared with what is recorded, and written as findings: wholly or not at all.
 * The same question again leaves the same findings.
 */
export async function sweep(
  database: Pick<Database, 'pool'>,
  question: SweepQuestion,
  { onProgress, elapsedMs = () => 0 }: SweepOptions = {},
): Promise<SweepResult> {
  const tell = async (done: number, message: string) => onProgress?.({ done, total: steps, message })
  return withActor(database, machine, async (transaction) => {
    // One after the other: two sweeps of a month would wait for each other's findings row by row.
    await sql`select pg_advisory_xact_lock(hashtext('findings.sweep'))`.execute(transaction)
    await tell(0, 'Đọc sổ quản lý đối tượng')
    const columns = await loadMonthColumns(transaction, question)
    const receipts = await readReceipts(transaction, columns, { month: question.month })
    await tell(1, `Áp dụng pháp luật cho ${columns.count} người`)
    const evaluation = evaluate(columns, receipts, new Programs(question.knownOn))
    const { drafts, clocks } = await collect(transaction, evaluation, tell)
    await tell(5, `Ghi ${drafts.length} phát hiện`)
    const standing = standingOf(evaluation, drafts)
    const measures = measure({ ...columns, standing }, clocksByUnit(clocks, columns))
    const run = await writeFindings(transaction, columns, drafts, {
      measures,
      tookMs: () => Math.round(elapsedMs()),
    })
    await tell(steps, 'Xong')
    return run
  })
}

const steps = 6

/** The law over everyone for a month beside what is recorded, without writing anything. */
export async function evaluateMonth(
  transaction: Transaction,
  question: SweepQuestion,
): Promise<Evaluation & { cases: () => Generator<Case>; programAt: (place: number) => Program }> {
  const columns = await loadMonthColumns(transaction, question)
  const receipts = await readReceipts(transaction, columns, { month: question.month })
  const evaluation = evaluate(columns, receipts, new Programs(question.knownOn))
  return {
    ...evaluation,
    cases: () => casesOf(evaluation),
    programAt: (place) => compiledAt(evaluation, place).program,
  }
}

async function collect(
  transaction: Transaction,
  evaluation: Evaluation,
  tell: (done: number, message: string) => Promise<void>,
) {
  const { columns, programs } = evaluation
  const { knownOn } = programs
  const compared = discrepanciesIn(evaluation)
  await tell(2, 'Tính phần truy lĩnh, thu hồi của các tháng trước')
  const withArrears = await addArrears(transaction, columns, compared, programs)
  await tell(3, 'Tìm người sắp đủ điều kiện')
  const coming = comingUp(evaluation, knownOn)
  await tell(4, 'Soát thời hạn hồ sơ và trùng lặp')
  const clocks = await readClocks(transaction, columns)
  const duplicates = await findDuplicates(transaction, evaluation, knownOn)
  const explained = await explainFindings(transaction, evaluation, {
    drafts: oneEach([...withArrears, ...coming.drafts]),
    clocks,
    ahead: coming.evaluations,
  })
  const late = lateOf(clocks, evaluation, knownOn)
  return { drafts: oneEach([...explained, ...late, ...duplicates]), clocks }
}

/** A person has one finding of a kind and benefit; of several late applications the one due first. */
function oneEach(drafts: readonly Draft[]): Draft[] {
  const kept = new Map<string, Draft>()
  for (const each of drafts) {
    const key = `${each.place} ${each.benefit} ${each.kind}`
    const before = kept.get(key)
    if (!before || (each.dueOn ?? '') < (before.dueOn ?? '')) kept.set(key, each)
  }
  return [...kept.values()]
}
