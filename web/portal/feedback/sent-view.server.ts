import type { PublicStep, SentFeedback } from '#feedback'
import { bodyTerms, endingSentences } from '#law/feedback'
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
    language: sent.language,
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
    history: sent.history.map(({ act, at, agency, unitUid, because, body }) => ({
      act,
      at: formatInstant(at),
      to:
        agency === undefined
          ? bodyName(body, wording)
          : authorityName({ agency, unitUid: unitUid ?? null }, wording),
      because,
    })),
    answer: answer && { text: answer.text, on: answer.on === null ? undefined : formatDay(answer.on) },
    closedBecause,
    ended: sent.ended && {
      sentence: endingSentences[sent.ended.as][lang],
      isDenunciation: sent.ended.path === 'denunciation',
    },
    isReserved: sent.isReserved,
    isAboutChild: sent.isAboutChild,
    hasContact: sent.hasContact,
    reopenUntil: sent.reopenUntil && formatDay(sent.reopenUntil),
    complainUntil: sent.complainUntil && formatDay(sent.complainUntil),
    canMark: sent.canMark,
    mark: sent.mark,
    mayPublish: sent.mayPublish,
    publicId: sent.publicId,
  }
}

/** Who a denunciation was sent on to. */
function bodyName(
  body: PublicStep['body'],
  { units, lang }: { units: Units; lang: Lang },
): string | undefined {
  if (!body) return undefined
  if (body.to === 'other') return body.name
  const commune = body.unitUid === null ? undefined : units.byUid.get(body.unitUid)?.name
  const name = bodyTerms[body.to].name[lang]
  return commune ? `${name} (${commune})` : name
}

/** What a clock rests on and how sure that is, said once. */
function sureness(basis: string, certainty: string): string {
  return basis.includes(certainty) ? basis : `${basis} (${certainty})`
}

export type SentView = ReturnType<typeof viewOf>
