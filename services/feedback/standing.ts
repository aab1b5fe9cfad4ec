import { BeyondCalendar, day, type LocalDate } from '#calendar'
import {
  type CaseFacts,
  clocksOf,
  type FeedbackClock,
  type FeedbackKind,
  type FeedbackPath,
  nextClock,
} from '#law/feedback'
import { stateCalendar } from '#law/holidays'

/** What of a message its clocks are counted from. */
export interface Clocked extends CaseFacts {
  kind: FeedbackKind | null
  path: FeedbackPath
  begunOn: string
  sentOn: string | null
  acceptedOn: string | null
  answeredOn: string | null
  extendedTimes: number
}

/** What a message counts as before somebody has said what it is. */
function kindOf({ kind, path }: Pick<Clocked, 'kind' | 'path'>): FeedbackKind {
  if (kind) return kind
  if (path === 'denunciation') return 'denunciation'
  return path === 'child' ? 'childProtection' : 'suggestion'
}

/** The clocks of a message, the next to end first; none in years whose days off nobody has announced. */
export function clocksOfMessage(message: Clocked, today: LocalDate): FeedbackClock[] {
  const known = (on: string | null) => (on === null ? undefined : day(on))
  const days = {
    kind: kindOf(message),
    receivedOn: day(message.begunOn),
    sentOn: known(message.sentOn),
    acceptedOn: known(message.acceptedOn),
    answeredOn: known(message.answeredOn),
    facts: message,
    extendedTimes: message.extendedTimes,
  }
  try {
    return clocksOf(days, today, stateCalendar)
  } catch (error) {
    if (error instanceof BeyondCalendar) return []
    throw error
  }
}

/** The next day to hold to, and the last day of the answer, as they are kept with the message. */
export function duesOf(
  message: Clocked,
  today: LocalDate,
): { dueOn: string | null; answerDueOn: string | null } {
  const clocks = clocksOfMessage(message, today)
  return {
    dueOn: nextClock(clocks)?.dueOn ?? null,
    answerDueOn: clocks.find(({ key }) => key === 'answer')?.dueOn ?? null,
  }
}
