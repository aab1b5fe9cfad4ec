import type { SentFeedback } from '#feedback'
import { certaintyTexts } from '#law/wording'
import type { Units } from '#registry'
import { formatDay, formatInstant, type Lang } from '#web/ui/index.ts'
import { authorityName } from './naming.server.ts'

/** A message as its sender's page shows it: every name and day written out. */
export function viewOf(sent: SentFeedback, wording: { units: Units; lang: Lang }) {
  const { lang } = wording
  const { receiptCode, title, content, state, holder, answer, closedBecause } = sent
  return {
    receiptCode,
    title,
    content,
    state,
    receivedAt: formatInstant(sent.receivedAt),
    holder: holder && { name: authorityName(holder, wording), since: formatInstant(holder.since) },
    clocks: sent.clocks.map((clock) => ({
      key: clock.key,
      name: clock.name[lang],
      due: formatDay(clock.dueOn),
      basis: sureness(clock.basis[lang], certaintyTexts[clock.certainty][lang]),
      standing: clock.standing,
      done: clock.doneOn && formatDay(clock.doneOn),
    })),
    history: sent.history.map(({ act, at, agency, unitUid, because }) => ({
      act,
      at: formatInstant(at),
      to: agency === undefined ? undefined : authorityName({ agency, unitUid: unitUid ?? null }, wording),
      because,
    })),
    answer: answer && { text: answer.text, on: answer.on === null ? undefined : formatDay(answer.on) },
    closedBecause,
    reopenUntil: sent.reopenUntil && formatDay(sent.reopenUntil),
    canMark: sent.canMark,
    mark: sent.mark,
    mayPublish: sent.mayPublish,
    publicId: sent.publicId,
  }
}

/** What a clock rests on and how sure that is, said once. */
function sureness(basis: string, certainty: string): string {
  return basis.includes(certainty) ? basis : `${basis} (${certainty})`
}

export type SentView = ReturnType<typeof viewOf>
