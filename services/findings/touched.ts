import { sql } from 'kysely'
import { firstDayOf, type LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import { recordsAround, recordsOf } from '#registry'
import type { Text } from '#rules'
import { horizonOf } from './ahead.ts'
import { type Clock, runs } from './clocks.ts'
import type { Programs } from './evaluation.ts'
import { lawDigest, stepsDigest } from './law-digest.ts'
import { reviewsSince } from './reviews.ts'
import type { Run } from './runs.ts'
import { readTurning } from './turning.ts'

/** Whom a sweep must look at again, by the numbers of their records; or why it must look at everybody. */
export type Touched = { records: number[]; nextReviewOn: LocalDate | undefined } | { everybody: Text }

/** More than these are swept sooner with everybody. */
const touchedMax = 400_000

/**
 * Whose finding may be another than in the run before: what was recorded of them, of who lives with them or of who
 * bears the same number was changed since; their day of review has come; time alone gives them something else in a
 * month that has come into sight; a clock runs; or the procedure they are told of is another. The law itself known
 * otherwise touches everybody, and so does a doubt.
 */
export async function touchedSince(
  transaction: Transaction,
  before: Run,
  { programs, clocks }: { programs: Programs; clocks: readonly Clock[] },
): Promise<Touched> {
  const { knownOn } = programs
  const doubt = doubtAbout(before, knownOn) ?? (await doubtInRegister(transaction, before))
  if (doubt) return { everybody: doubt }
  const reviews = await reviewsSince(transaction, before, knownOn)
  const changed = [...(await changedSince(transaction, before)), ...reviews.come]
  const told = [
    ...(await turningBetween(transaction, before, knownOn)),
    ...(await withOpenFindings(transaction, before, stepsMoved(before, programs))),
    ...clocks.filter((clock) => runs(clock, knownOn)).map(({ personId }) => personId),
  ]
  if (changed.length + told.length > touchedMax) return { everybody: because.tooMany }
  const around = await recordsAround(transaction, await withSameNumber(transaction, [...new Set(changed)]))
  // What is told of a day hangs on nobody else of the house.
  const records = new Set([...around, ...(await recordsOf(transaction, told)), ...changed, ...told])
  if (records.size > touchedMax) return { everybody: because.tooMany }
  return { records: [...records], nextReviewOn: reviews.nextOn }
}

const because = {
  lookedBack: {
    vi: 'lần quét trước hỏi về một ngày đã qua, hoặc về một ngày sau ngày này',
    en: 'the run before asked about a day gone by, or about a later one',
  },
  law: { vi: 'pháp luật được biết đã khác', en: 'the law that is known is another' },
  unseen: {
    vi: 'một tháng mới vào tầm nhìn mà chưa lần quét toàn bộ nào xem trước',
    en: 'a month has come into sight that no whole run looked ahead to',
  },
  everybody: {
    vi: 'có thay đổi lớn: địa bàn, danh mục vùng hoặc một lần nhập rất nhiều người',
    en: 'something large changed: units, zones, or a great many people at once',
  },
  tooMany: { vi: 'số người có thay đổi quá nhiều', en: 'too many people were touched' },
} as const satisfies Record<string, Text>

function doubtAbout(
  { knewAll, lawDigest: law, lookedTo, ...run }: Run,
  knownOn: LocalDate,
): Text | undefined {
  if (!knewAll || run.knownOn > knownOn) return because.lookedBack
  if (law !== lawDigest(knownOn)) return because.law
  return lookedTo === undefined || horizonOf(knownOn) > lookedTo ? because.unseen : undefined
}

async function doubtInRegister(transaction: Transaction, { seen }: Run): Promise<Text | undefined> {
  const { rows } = await sql<{ everybody: boolean }>`select exists (select from registry.touched
    where ${unseen(seen)} and person_id is null and household_id is null) as everybody`.execute(transaction)
  return rows[0]?.everybody ? because.everybody : undefined
}

/** What was not committed when a run began; its oldest open transaction lets the index serve. */
function unseen(seen: string | undefined) {
  return sql`at >= pg_snapshot_xmin(${seen}::pg_snapshot) and not pg_visible_in_snapshot(at, ${seen}::pg_snapshot)`
}

async function changedSince(transaction: Transaction, { seen }: Run): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select distinct person_id as id from registry.touched
      where ${unseen(seen)} and person_id is not null
    union select person_id from registry.membership where household_id in (
      select household_id from registry.touched where ${unseen(seen)} and household_id is not null)`.execute(
    transaction,
  )
  return rows.map(({ id }) => id)
}

/** Whom time alone gives something else in a month that has come into sight. */
async function turningBetween(
  transaction: Transaction,
  { month, knownOn: from, lookedTo }: Run,
  to: LocalDate,
): Promise<number[]> {
  const cameIntoSight = lookedTo !== undefined && horizonOf(from) < lookedTo && lookedTo <= horizonOf(to)
  return cameIntoSight ? readTurning(transaction, month) : []
}

/** Whose open findings say something of the day on which they were found: how late, and by when to act. */
async function withOpenFindings(transaction: Transaction, { month }: Run, all: boolean): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select distinct person_id as id from findings.finding
    where month = ${firstDayOf(month)} and closed_run is null
      and ${all ? sql`true` : sql`kind in ('late', 'duplicate')`}`.execute(transaction)
  return rows.map(({ id }) => id)
}

function stepsMoved({ knownOn, month }: Run, programs: Programs): boolean {
  return stepsDigest(programs, month, knownOn) !== stepsDigest(programs, month, programs.knownOn)
}

/** Also whoever bears the same number: one paid twice is told on both records. */
async function withSameNumber(transaction: Transaction, ids: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select other.id from registry.person own
    join registry.person other on other.citizen_id = own.citizen_id and other.id <> own.id
    where own.id = any(${ids}) and own.citizen_id is not null`.execute(transaction)
  return [...new Set([...ids, ...rows.map(({ id }) => id)])]
}
