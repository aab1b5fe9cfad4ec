import { type Handler, handleLetterAbout } from '#feedback'
import { now } from '#platform/clock'
import type { Transaction } from '#platform/database'
import type { LetterFate } from '#platform/mail-handling'
import { numberIn } from '#web/staff/numbers.ts'
import { formatInstant, type Lang } from '#web/ui/index.ts'

/** A letter as pages show it. */
export function letterView(
  { id, recipient, writtenAt, state, tries, nextTryAt, sentAt, reason, handled }: LetterFate,
  { lang, nameOf }: { lang: Lang; nameOf: (actor: string) => string },
) {
  return {
    id,
    recipient,
    state,
    tries: String(tries),
    writtenAt: formatInstant(writtenAt),
    nextTryAt: formatInstant(nextTryAt),
    sentAt: sentAt ? formatInstant(sentAt) : undefined,
    reason: reason?.[lang],
    handled: handled && { ...handled, by: nameOf(handled.by), at: formatInstant(handled.at) },
    /** Not sent: somebody has to do something about it. */
    isOpen: state === 'failed' || state === 'givenUp',
  }
}

export type LetterView = ReturnType<typeof letterView>

export function isLetterAct(what: string): what is 'sendAgain' | 'tellOtherwise' {
  return what === 'sendAgain' || what === 'tellOtherwise'
}

/** Does what a form asks for with one letter; throws what the service refuses. */
export async function actOnLetter(
  transaction: Transaction,
  { by, form }: { by: Handler; form: FormData },
): Promise<void> {
  const read = (name: string) => String(form.get(name) ?? '')
  const act = read('viec')
  const letter = { id: numberIn(read('thu')), by, now: now() }
  await handleLetterAbout(
    transaction,
    act === 'tellOtherwise' ? { ...letter, act, note: read('ghi-chu') } : { ...letter, act: 'sendAgain' },
  )
}
