import { type Application, listApplications } from '#awards'
import {
  addDays,
  addMonths,
  addWorkingDays,
  firstDayOf,
  isWorkingDay,
  type LocalDate,
  monthOf,
} from '#calendar'
import { stateCalendar } from '#law/holidays'
import { findProcedure, procedureRuleOn } from '#law/social-assistance'
import { dayText } from '#law/wording'
import type { Transaction } from '#platform/database'
import { type MonthColumns, placeOf } from '#registry'
import { citationText, type Text } from '#rules'
import { benefitName } from './benefit-words.ts'
import { type Draft, draft } from './drafts.ts'
import { amountsAt, type Evaluation } from './evaluation.ts'
import type { Reason } from './kinds.ts'

/** The statutory clock of one application, as it stands on a day. */
export interface Clock {
  /** The number of the record that asked. */
  personId: number
  /** Where the person stands in the columns of the sweep; -1 when they are not looked at. */
  place: number
  application: Application
  workingDays: number
  dueOn: LocalDate
  article: string
  /** Who decides. */
  decidedBy: Text
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
export async function readClocks(transaction: Transaction, knownOn: LocalDate): Promise<Clock[]> {
  const since = firstDayOf(addMonths(monthOf(knownOn), 1 - clockMonths))
  const applications = await listApplications(transaction, { since, until: knownOn })
  const clocks = new Map<string, ReturnType<typeof clockOf>>()
  return applications.flatMap((application) => {
    const { personId, benefit, receivedOn } = application
    const key = `${benefit} ${receivedOn}`
    if (!clocks.has(key)) clocks.set(key, clockOf(application))
    const clock = clocks.get(key)
    if (!clock) return []
    const decidedOn =
      application.decidedOn !== undefined && application.decidedOn <= knownOn
        ? application.decidedOn
        : undefined
    if (decidedOn === undefined && clock.dueOn >= knownOn) return []
    return [
      {
        ...clock,
        personId,
        place: -1,
        application,
        kept: decidedOn !== undefined && decidedOn <= clock.dueOn,
      },
    ]
  })
}

/** The clocks of those who are in the columns. */
export function placed(clocks: readonly Clock[], columns: MonthColumns): Clock[] {
  return clocks.flatMap((clock) => {
    const place = placeOf(columns, clock.personId)
    return place < 0 ? [] : [{ ...clock, place }]
  })
}

/** Whether nobody has decided by a day. */
export function runs({ application: { decidedOn } }: Clock, on: LocalDate): boolean {
  return decidedOn === undefined || decidedOn > on
}

/** By when an application must be decided. Undefined when the law sets no period for it. */
export function clockOf({
  benefit,
  receivedOn,
}: Pick<Application, 'benefit' | 'receivedOn'>):
  | Pick<Clock, 'workingDays' | 'dueOn' | 'article' | 'decidedBy'>
  | undefined {
  const procedure = findProcedure(benefit)
  const rule = procedure && procedureRuleOn(procedure, receivedOn)
  const known = receivedOn >= stateCalendar.knownFrom && receivedOn < stateCalendar.knownTo
  if (!rule || !known) return undefined
  return {
    workingDays: rule.workingDays,
    dueOn: addWorkingDays(receivedOn, rule.workingDays, stateCalendar),
    article: citationText(rule.cite),
    decidedBy: rule.decidedBy,
  }
}

/** Applications that are not decided though their day has passed, with what they are expected to give. */
export function lateOf(clocks: readonly Clock[], evaluation: Evaluation, knownOn: LocalDate): Draft[] {
  const open = clocks.filter((clock) => runs(clock, knownOn))
  // Thousands are late since few days: each day's delay is counted once.
  const delays = new Map(
    [...new Set(open.map(({ dueOn }) => dueOn))].map((dueOn) => [dueOn, workingDaysBetween(dueOn, knownOn)]),
  )
  return open.map((clock) =>
    draft(clock.place, 'late', clock.application.benefit, {
      dueOn: clock.dueOn,
      lawDong: amountsAt(evaluation, clock.place).get(clock.application.benefit) ?? { low: 0, high: 0 },
      reasons: [lateReason(clock, delays.get(clock.dueOn))],
      nextStep: {
        vi: `Trình ${clock.decidedBy.vi} quyết định ngay`,
        en: `Have it decided at once by ${clock.decidedBy.en}`,
      },
    }),
  )
}

function lateReason({ application, workingDays, dueOn, article }: Clock, late: number | undefined): Reason {
  const name = benefitName(application.benefit)
  const received = dayText(application.receivedOn)
  const by =
    late === undefined
      ? { vi: 'đã quá hạn', en: 'overdue' }
      : { vi: `quá ${late} ngày làm việc`, en: `${late} working ${late === 1 ? 'day' : 'days'} late` }
  return {
    vi: `Hồ sơ ${name.vi} nhận ${received}, hạn ${workingDays} ngày làm việc hết ngày ${dayText(dueOn)}; ${by.vi}.`,
    en: `Application for ${name.en} of ${received}, due after ${workingDays} working days on ${dayText(dueOn)}; ${by.en}.`,
    articles: [article],
  }
}

/** How many working days after `from`, to `to` included; undefined where nobody has announced the days off. */
function workingDaysBetween(from: LocalDate, to: LocalDate): number | undefined {
  if (to > stateCalendar.knownTo) return undefined
  let count = 0
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1))
    if (isWorkingDay(on, stateCalendar)) count += 1
  return count
}
