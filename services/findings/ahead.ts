import { addDays, addMonths, firstDayOf, type LocalDate, monthOf } from '#calendar'
import { lookAhead, type MonthColumns } from '#registry'
import type { Range } from '#rules'
import { type Draft, draft } from './drafts.ts'
import { casesOf, type Evaluation, evaluate, type Programs } from './evaluation.ts'

/** How far ahead an officer is told, in days from the end of knowing. */
const daysAhead = 90

/**
 * Who will be given more, less or something else within the next days, because an age is reached, a month begins
 * or a law comes into force: the same facts under the months ahead. Only the first change of a benefit is told.
 */
export function comingUp(now: Evaluation, programs: Programs, knownOn: LocalDate): Draft[] {
  const { columns } = now
  const current = new Map<number, ReadonlyMap<string, Range>>()
  for (const { place, amounts } of casesOf(now)) current.set(place, amounts)
  const drafts = new Map<string, Draft>()
  const last = monthOf(addDays(knownOn, daysAhead))
  for (let month = addMonths(columns.month, 1); month <= last; month = addMonths(month, 1)) {
    const later = evaluate(lookAhead(columns, month), now.receipts, programs)
    const seen = new Set<number>()
    for (const { place, amounts } of casesOf(later)) {
      seen.add(place)
      add(drafts, place, current.get(place), amounts, firstDayOf(month))
    }
    for (const [place, amounts] of current)
      if (!seen.has(place)) add(drafts, place, amounts, undefined, firstDayOf(month))
  }
  return [...drafts.values()]
}

const none: Range = { low: 0, high: 0 }

function add(
  drafts: Map<string, Draft>,
  place: number,
  now: ReadonlyMap<string, Range> | undefined,
  then: ReadonlyMap<string, Range> | undefined,
  dueOn: LocalDate,
): void {
  for (const benefit of new Set([...(now?.keys() ?? []), ...(then?.keys() ?? [])])) {
    const [before, after] = [now?.get(benefit) ?? none, then?.get(benefit) ?? none]
    if (before.low === after.low && (before.high === after.high || (isOpen(before) && isOpen(after))))
      continue
    const key = `${place} ${benefit}`
    if (drafts.has(key)) continue
    drafts.set(
      key,
      draft(place, 'comingUp', benefit, {
        lawDong: after,
        beforeDong: before,
        recordedDong: before.low,
        differenceDong: after.low - before.low,
        dueOn,
      }),
    )
  }
}

/** A range that was undetermined and stays so is a matter of facts, not of time. */
function isOpen({ low, high }: Range): boolean {
  return low !== high
}

/** The columns of the month in which a coming change happens, for explaining it. */
export function columnsThen(columns: MonthColumns, dueOn: LocalDate): MonthColumns {
  return lookAhead(columns, monthOf(dueOn))
}
