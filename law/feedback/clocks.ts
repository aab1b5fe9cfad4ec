import { computeDeadline, type DeadlineStep, type LocalDate, type WorkingCalendar } from '#calendar'
import type { Certainty, Text } from '#rules'
import { type CaseFacts, plainCase } from './case-facts.ts'
import type { FeedbackKind } from './kinds.ts'
import { type ClockKey, clockNames, type FeedbackPeriod, feedbackPeriods } from './periods.ts'

/** The days of one message that its clocks are counted from. */
export interface FeedbackDays {
  kind: FeedbackKind
  /** When it came, or came again because it was not solved. */
  receivedOn: LocalDate
  /** When it was sent to who is competent, or taken on by them. */
  sentOn?: LocalDate | undefined
  acceptedOn?: LocalDate | undefined
  answeredOn?: LocalDate | undefined
  /** A plain first case where nobody recorded another. */
  facts?: CaseFacts | undefined
  /** How often its period was extended. */
  extendedTimes?: number | undefined
}

/** One clock of a message, line by line. */
export interface FeedbackClock {
  key: ClockKey
  name: Text
  unit: FeedbackPeriod['unit']
  /** 0 is at once. */
  count: number
  start: LocalDate
  dueOn: LocalDate
  /** How the day was counted; empty for what is due at once. */
  steps: DeadlineStep[]
  basis: Text
  certainty: Certainty
  /** The day it was stopped; undefined while it runs. */
  doneOn: LocalDate | undefined
  standing: 'running' | 'late' | 'kept' | 'missed'
}

/**
 * The clocks of a message as they stand `today`, in the order in which they end. A clock that waits for the end of
 * another (the answer for the hand-over) is counted from the day it would begin at the latest, so that there is always
 * a day to hold to. Throws BeyondCalendar past the years whose days off are known.
 */
export function clocksOf(days: FeedbackDays, today: LocalDate, calendar: WorkingCalendar): FeedbackClock[] {
  const periods = feedbackPeriods.filter(
    ({ kinds, from, until, only }) =>
      kinds.includes(days.kind) &&
      (from === undefined || from <= days.receivedOn) &&
      (until === undefined || days.receivedOn < until) &&
      isFor(only, days.facts ?? plainCase),
  )
  const clocks: FeedbackClock[] = []
  for (const period of periods) {
    const start = startOf(period, days, clocks)
    const count = period.count + (period.extendsBy ?? 0) * (days.extendedTimes ?? 0)
    const { dueOn, steps } =
      count === 0
        ? { dueOn: start, steps: [] }
        : computeDeadline({ start, unit: period.unit, count }, calendar)
    const doneOn = doneDay(period.clock, days)
    clocks.push({
      key: period.clock,
      name: clockNames[period.clock],
      unit: period.unit,
      count,
      start,
      dueOn,
      steps,
      basis: period.basis,
      certainty: period.certainty,
      doneOn,
      standing: standingOf(dueOn, doneOn, today),
    })
  }
  return clocks.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn))
}

function isFor(only: FeedbackPeriod['only'], facts: CaseFacts): boolean {
  const { instance, isRemote, isComplex } = { ...facts, ...only }
  return instance === facts.instance && isRemote === facts.isRemote && isComplex === facts.isComplex
}

/** The clock that has to be met next; undefined when all are done. */
export function nextClock(clocks: readonly FeedbackClock[]): FeedbackClock | undefined {
  return clocks.find(({ doneOn }) => doneOn === undefined)
}

function startOf(
  { begins }: FeedbackPeriod,
  days: FeedbackDays,
  before: readonly FeedbackClock[],
): LocalDate {
  if (begins === 'received') return days.receivedOn
  const begun = begins === 'sent' ? days.sentOn : days.acceptedOn
  const waitsFor: ClockKey = begins === 'sent' ? 'transfer' : 'accept'
  return begun ?? before.find(({ key }) => key === waitsFor)?.dueOn ?? days.receivedOn
}

/** A later step stops the clocks of the earlier ones. */
function doneDay(clock: ClockKey, { sentOn, acceptedOn, answeredOn }: FeedbackDays): LocalDate | undefined {
  if (clock === 'answer') return answeredOn
  if (clock === 'accept') return acceptedOn ?? answeredOn
  return sentOn ?? acceptedOn ?? answeredOn
}

function standingOf(
  dueOn: LocalDate,
  doneOn: LocalDate | undefined,
  today: LocalDate,
): FeedbackClock['standing'] {
  if (doneOn !== undefined) return doneOn <= dueOn ? 'kept' : 'missed'
  return today <= dueOn ? 'running' : 'late'
}
