import { addDays, type LocalDate } from '#calendar'
import type { Message } from '#feedback'
import { feedbackPathNames } from '#law/feedback'
import type { Units } from '#registry'
import { formatDay, formatInstant, type Lang } from '#web/ui/index.ts'
import { areaName, holderName, kindName } from './naming.server.ts'

/** A line of the queue. */
export interface QueueLine {
  id: string
  title: string
  /** Of the title. */
  language: Message['language']
  fullName: string
  receivedAt: string
  state: Message['state']
  kind: string | undefined
  area: string | undefined
  holder: string
  dueOn: string | undefined
  standing: 'late' | 'soon' | 'running' | 'none'
  reopenedTimes: number
  isRaised: boolean
  isJoined: boolean
}

export function lineOf(message: Message, wording: { units: Units; lang: Lang; today: LocalDate }): QueueLine {
  const { id, title, language, fullName, receivedAt, state, dueOn, reopenedTimes } = message
  const { lang, today } = wording
  const isDue = dueOn !== null && state !== 'closed'
  return {
    id,
    title,
    language,
    fullName,
    receivedAt: formatInstant(receivedAt),
    state,
    kind:
      kindName(message.kind, lang) ??
      (message.path === 'open' ? undefined : feedbackPathNames[message.path][lang]),
    area: areaName(message.area, lang),
    holder: holderName(message, wording),
    dueOn: isDue ? formatDay(dueOn) : undefined,
    standing: !isDue ? 'none' : dueOn < today ? 'late' : dueOn <= addDays(today, 2) ? 'soon' : 'running',
    reopenedTimes,
    isRaised: message.raisedAgency !== null,
    isJoined: message.leadingId !== null,
  }
}
