import { type Application, listApplications } from '#awards'
import { addMonths, addWorkingDays, firstDayOf, type LocalDate, monthOf } from '#calendar'
import { stateCalendar } from '#law/holidays'
import { findProcedure, procedureRuleOn } from '#law/social-assistance'
import type { Transaction } from '#platform/database'
import { type MonthColumns, placeOf } from '#registry'
import { citationText } from '#rules'
import { type Draft, draft } from './drafts.ts'
import { slashed } from './reasons.ts'

/** The statutory clock of one application, as it stands on a day. */
export interface Clock {
  place: number
  application: Application
  workingDays: number
  dueOn: LocalDate
  article: string
  /** Decided in time; a clock that still runs is no clock here. */
  kept: boolean
}

/** Applications count for the principle of time for a year. */
const clockMonths = 12

/**
 * The clocks that have run out or were stopped by a decision in the last twelve months, as known on a day.
 * Applications for which the law names no period are left out, and so are those in years whose days off nobody has
 * announced.
 */
export async function readClocks(transaction: Transaction, columns: MonthColumns): Promise<Clock[]> {
  const { knownOn } = columns
  const since = firstDayOf(addMonths(monthOf(knownOn), 1 - clockMonths))
  const applications = await listApplications(transaction, { since, until: knownOn })
  return applications.flatMap((application) => {
    const clock = clockOf(application)
    const place = placeOf(columns, application.personId)
    if (!clock || place < 0) return []
    const decidedOn =
      application.decidedOn !== undefined && application.decidedOn <= knownOn
        ? application.decidedOn
        : undefined
    if (decidedOn === undefined && clock.dueOn >= knownOn) return []
    return [{ ...clock, place, application, kept: decidedOn !== undefined && decidedOn <= clock.dueOn }]
  })
}

/** By when an application must be decided. Undefined when the law sets no period for it. */
export function clockOf({
  benefit,
  receivedOn,
}: Pick<Application, 'benefit' | 'receivedOn'>):
  | Pick<Clock, 'workingDays' | 'dueOn' | 'article'>
  | undefined {
  const procedure = findProcedure(benefit)
  const rule = procedure && procedureRuleOn(procedure, receivedOn)
  const known = receivedOn >= stateCalendar.knownFrom && receivedOn < stateCalendar.knownTo
  if (!rule || !known) return undefined
  return {
    workingDays: rule.workingDays,
    dueOn: addWorkingDays(receivedOn, rule.workingDays, stateCalendar),
    article: citationText(rule.cite),
  }
}

/** Applications that are not decided though their day has passed. */
export function lateOf(clocks: readonly Clock[], knownOn: LocalDate): Draft[] {
  return clocks
    .filter(({ application: { decidedOn } }) => decidedOn === undefined || decidedOn > knownOn)
    .map(({ place, application, workingDays, dueOn, article }) =>
      draft(place, 'late', application.benefit, {
        dueOn,
        reasons: [
          {
            vi: `Nhận hồ sơ ${slashed(application.receivedOn)}, hạn ${workingDays} ngày làm việc là ${slashed(dueOn)}, chưa quyết định`,
            en: `Received ${slashed(application.receivedOn)}, due after ${workingDays} working days on ${slashed(dueOn)}, not decided`,
            articles: [article],
          },
        ],
      }),
    )
}
