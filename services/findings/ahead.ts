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

/** Coming changes, and the law of the months in which they come. */
export interface Ahead {
  drafts: Draft[]
  evaluations: ReadonlyMap<Month, Evaluation>
}

/**
 * Who will be given more, less or something else within the next days, because an age is reached, a month begins
 * or a law comes into force: the same facts under the months ahead. Only the first change of a benefit is told.
 */
export function comingUp(now: Evaluation, knownOn: LocalDate): Ahead {
  const { columns, receipts, programs, within } = now
  const drafts = new Map<string, Draft>()
  const evaluations = new Map<Month, Evaluation>()
  const last = horizonOf(knownOn)
  for (let month = addMonths(columns.month, 1); month <= last; month = addMonths(month, 1)) {
    const later = evaluate(lookAhead(columns, month), receipts, programs, within)
    evaluations.set(month, later)
    forEachPlace(now, (place) => {
      const [before, after] = [now.verdicts[place] as number, later.verdicts[place] as number]
      if (before === after) return
      add(drafts, place, programs.amountsOf(before), programs.amountsOf(after), firstDayOf(month))
    })
  }
  return { drafts: [...drafts.values()], evaluations }
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
