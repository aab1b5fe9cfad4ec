import { sql } from 'kysely'
import type { LocalDate, Month } from '#calendar'
import { type Database, type Transaction, withActor } from '#platform/database'
import { dayOf, loadMonthColumns } from '#registry'
import type { Program, Text } from '#rules'
import { firstUnseen } from './ahead.ts'
import { placed, readClocks } from './clocks.ts'
import { collect, type Tell } from './collecting.ts'
import { type Case, casesOf, compiledAt, type Evaluation, evaluate, Programs } from './evaluation.ts'
import { lawDigest } from './law-digest.ts'
import { clocksByUnit, measure, standingOf } from './measures.ts'
import { readReceipts } from './receipts.ts'
import { findLatestRun, forgetTouched, type Run, snapshotNow } from './runs.ts'
import { StandingBook, writeStandings } from './standings.ts'
import { sweepTouched } from './sweep-touched.ts'
import { touchedSince } from './touched.ts'
import { writeTurning } from './turning.ts'
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
  /**
   * `changed` looks only at who was touched since the last run of the month, and leaves the same findings; where it
   * cannot be sure it looks at everybody, and the run says why.
   */
  mode?: 'whole' | 'changed'
  onProgress?: (progress: SweepProgress) => Promise<void> | void
  /** A clock in milliseconds, for how long it took. */
  elapsedMs?: () => number
}

export type SweepResult = Run

const machine = { kind: 'system', job: 'sweep' } as const
const steps = 6

/** What both kinds of sweep work with. */
export interface Sweeping {
  transaction: Transaction
  question: SweepQuestion
  programs: Programs
  /** What was committed when it began. */
  seen: string
  tell: Tell
  elapsedMs: () => number
}

/**
 * The law over everyone for a month, compared with what is recorded, and written as findings: wholly or not at all.
 * The same question again leaves the same findings.
 */
export async function sweep(
  database: Pick<Database, 'pool'>,
  question: SweepQuestion,
  { mode = 'whole', onProgress, elapsedMs = () => 0 }: SweepOptions = {},
): Promise<SweepResult> {
  const tell: Tell = async (done, message) => onProgress?.({ done, total: steps, message })
  return withActor(database, machine, async (transaction) => {
    // One after the other: two sweeps of a month would wait for each other's findings row by row.
    await sql`select pg_advisory_xact_lock(hashtext('findings.sweep'))`.execute(transaction)
    await sql`set local work_mem = '64MB'`.execute(transaction)
    const seen = await snapshotNow(transaction)
    const programs = new Programs(question.knownOn)
    const sweeping = { transaction, question, programs, seen, tell, elapsedMs }
    const run = mode === 'changed' ? await sweepChanged(sweeping) : await sweepWhole(sweeping)
    await tell(steps, 'Xong')
    return run
  })
}

async function sweepChanged(sweeping: Sweeping): Promise<Run> {
  const { transaction, question, programs, tell } = sweeping
  await tell(0, 'Tìm người có thay đổi từ lần quét trước')
  const before = await findLatestRun(transaction, question.month)
  const book = before?.seen === undefined ? undefined : await StandingBook.read(transaction, question.month)
  if (!before || !book) return sweepWhole(sweeping, firstOfMonth)
  const clocks = await readClocks(transaction, question.knownOn)
  const touched = await touchedSince(transaction, before, { programs, clocks })
  if ('everybody' in touched) return sweepWhole(sweeping, touched.everybody)
  return sweepTouched(sweeping, { before, book, clocks, ...touched })
}

const firstOfMonth: Text = {
  vi: 'tháng này chưa có lần quét toàn bộ nào',
  en: 'the month has no whole run yet',
}

async function sweepWhole(
  { transaction, question, programs, seen, tell, elapsedMs }: Sweeping,
  because?: Text,
): Promise<Run> {
  const { month, knownOn } = question
  await tell(0, 'Đọc sổ quản lý đối tượng')
  const columns = await loadMonthColumns(transaction, question)
  const receipts = await readReceipts(transaction, columns, { month })
  await tell(1, `Áp dụng pháp luật cho ${columns.count} người`)
  const evaluation = evaluate(columns, receipts, programs)
  const clocks = placed(await readClocks(transaction, knownOn), columns)
  const { drafts, turning } = await collect(transaction, evaluation, clocks, tell)
  await tell(5, `Ghi ${drafts.length} phát hiện`)
  const standing = standingOf(evaluation, drafts)
  await writeStandings(transaction, columns, standing)
  await writeTurning(transaction, { month, turning })
  const run = await writeFindings(transaction, columns, drafts, {
    run: {
      month,
      knownOn,
      people: columns.count,
      mode: 'whole',
      judged: columns.count,
      because,
      seen,
      lawDigest: lawDigest(knownOn),
      nextReviewOn: columns.nextReviewOn === 0 ? undefined : dayOf(columns.nextReviewOn),
      lookedTo: firstUnseen(month, knownOn),
      tookMs: () => Math.round(elapsedMs()),
    },
    measures: measure({ ...columns, standing }, clocksByUnit(clocks, columns)),
  })
  await forgetTouched(transaction)
  return run
}

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
