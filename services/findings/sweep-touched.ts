import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import { dayOf, loadMonthColumns, type MonthColumns, placeOf } from '#registry'
import { firstUnseen } from './ahead.ts'
import { type Clock, placed } from './clocks.ts'
import { collect } from './collecting.ts'
import { evaluate } from './evaluation.ts'
import { lawDigest } from './law-digest.ts'
import { measure, standingOf } from './measures.ts'
import { readReceipts } from './receipts.ts'
import type { Run } from './runs.ts'
import type { StandingBook } from './standings.ts'
import type { Sweeping } from './sweep.ts'
import { writeTurning } from './turning.ts'
import { writeFindings } from './writing.ts'

/** What a sweep of changes starts from. */
interface Before {
  before: Run
  book: StandingBook
  clocks: readonly Clock[]
  /** The records of whoever was touched, and of those they live with. */
  records: readonly number[]
  /** The next day of review of those who were not. */
  nextReviewOn: LocalDate | undefined
}

/**
 * Judges only who was touched, as the whole sweep would: their findings are written and closed, how they stand is put
 * in its place, and the sums by unit are counted from how everybody stands.
 */
export async function sweepTouched(
  { transaction, question, programs, seen, tell, elapsedMs }: Sweeping,
  { before, book, clocks, records, nextReviewOn }: Before,
): Promise<Run> {
  const { month, knownOn } = question
  const columns = await loadMonthColumns(transaction, { ...question, personIds: records })
  const receipts = await readReceipts(transaction, columns, { month, personIds: records })
  const within = placesOf(columns, records)
  await tell(1, `Áp dụng pháp luật cho ${within.length} người có thay đổi`)
  const evaluation = evaluate(columns, receipts, programs, within)
  const looked = new Set(within)
  const theirs = placed(clocks, columns).filter(({ place }) => looked.has(place))
  const { drafts, turning } = await collect(transaction, evaluation, theirs, tell)
  await tell(5, `Ghi ${drafts.length} phát hiện`)
  const standing = standingOf(evaluation, drafts)
  for (const id of records) if (columns.ids[placeOf(columns, id)] !== id) book.remove(id)
  for (const place of within)
    book.put(
      columns.ids[place] as number,
      columns.unitUids[columns.units[place] as number],
      standing[place] as number,
    )
  await book.write(transaction)
  await writeTurning(
    transaction,
    before.lookedTo === firstUnseen(month, knownOn)
      ? { month, turning, only: records }
      : { month, turning: [] },
  )
  return writeFindings(transaction, columns, drafts, {
    run: {
      month,
      knownOn,
      people: book.count(),
      mode: 'changed',
      judged: within.length,
      because: undefined,
      seen,
      lawDigest: lawDigest(knownOn),
      nextReviewOn: earliest(nextReviewOn, columns.nextReviewOn),
      lookedTo: before.lookedTo,
      tookMs: () => Math.round(elapsedMs()),
    },
    measures: measure(book.all(), await clocksOf(transaction, clocks, book)),
    only: { records, before },
  })
}

function placesOf(columns: MonthColumns, records: readonly number[]): number[] {
  const places = new Set(records.map((id) => placeOf(columns, id)))
  places.delete(-1)
  return [...places].sort((one, other) => one - other)
}

function earliest(before: Run['nextReviewOn'], number: number): Run['nextReviewOn'] {
  if (number === 0) return before
  const on = dayOf(number)
  return before === undefined || on < before ? on : before
}

/** The unit of everybody for whom a clock runs or was stopped; another record of theirs may have asked. */
async function clocksOf(
  transaction: Transaction,
  clocks: readonly Clock[],
  book: StandingBook,
): Promise<{ unit: string; kept: boolean }[]> {
  const strangers = [...new Set(clocks.map(({ personId }) => personId))].filter((id) => !book.has(id))
  const { rows } = await sql<{ id: number; linked_to: number }>`select id, linked_to from registry.person
    where id = any(${strangers}) and linked_to is not null`.execute(transaction)
  const roots = new Map(rows.map(({ id, linked_to }) => [id, linked_to]))
  return clocks.flatMap(({ personId, kept }) => {
    const unit = book.unitOf(roots.get(personId) ?? personId)
    return unit === undefined ? [] : [{ unit, kept }]
  })
}
