import { addDays, addMonths, firstDayOf, type LocalDate, type Month, monthOf } from '#calendar'
import { lookAhead } from '#registry'
import type { Range } from '#rules'
import { type Draft, draft } from './drafts.ts'
import { type Amounts, type Evaluation, evaluate, forEachPlace } from './evaluation.ts'

/** How far ahead an officer is told, in days from the end of knowing. */
const daysAhead = 90

/** The last month that is looked at ahead, as seen on a day. */
export function horizonOf(knownOn: LocalDate): Month {
  return monthOf(addDays(knownOn, daysAhead))
}

/** Coming changes, the law of the months in which they come, and whom time gives something else right after them. */
export interface Ahead {
  drafts: Draft[]
  evaluations: ReadonlyMap<Month, Evaluation>
  turning: number[]
}

/** The first month out of sight, as seen from a month on a day. */
export function firstUnseen(month: Month, knownOn: LocalDate): Month {
  const horizon = horizonOf(knownOn)
  return addMonths(horizon > month ? horizon : month, 1)
}

/**
 * Who will be given more, less or something else within the next days, because an age is reached, a month begins
 * or a law comes into force: the same facts under the months ahead. Only the first change of a benefit is told.
 */
export function comingUp(now: Evaluation, knownOn: LocalDate): Ahead {
  const { columns, receipts, programs, within } = now
  const drafts = new Map<string, Draft>()
  const evaluations = new Map<Month, Evaluation>()
  const unseen = firstUnseen(columns.month, knownOn)
  let last = now
  for (let month = addMonths(columns.month, 1); month < unseen; month = addMonths(month, 1)) {
    const later = evaluate(lookAhead(columns, month), receipts, programs, within)
    evaluations.set(month, later)
    last = later
    forEachPlace(now, (place) => {
      const [before, after] = [now.verdicts[place] as number, later.verdicts[place] as number]
      if (before === after) return
      add(drafts, place, programs.amountsOf(before), programs.amountsOf(after), firstDayOf(month))
    })
  }
  return { drafts: [...drafts.values()], evaluations, turning: turningIn(unseen, now, last) }
}

/**
 * To whom the law gives something else in a month than in the last one in sight, by time alone: an age is reached,
 * somebody is born or dead by then, or that month is under another law. When it comes into sight, nobody else's coming
 * changes are others.
 */
function turningIn(
  month: Month,
  { columns, receipts, programs, within }: Evaluation,
  last: Evaluation,
): number[] {
  const later = evaluate(lookAhead(columns, month), receipts, programs, within)
  const turning: number[] = []
  forEachPlace(later, (place) => {
    if (later.verdicts[place] !== last.verdicts[place]) turning.push(columns.ids[place] as number)
  })
  return turning
}

const none: Range = { low: 0, high: 0 }

function add(drafts: Map<string, Draft>, place: number, now: Amounts, then: Amounts, dueOn: LocalDate): void {
  for (const benefit of new Set([...now.keys(), ...then.keys()])) {
    const [before, after] = [now.get(benefit) ?? none, then.get(benefit) ?? none]
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
