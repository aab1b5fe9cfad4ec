import type { Actor } from '#platform/database'
import type { Message } from './messages.ts'
import type { ActKind } from './tables.ts'

/** An officer who handles messages. */
export type Handler = Extract<Actor, { kind: 'officer' }>

/** Acts an officer may do, beside publishing, which asks for more than who one is. */
export type HandlingKind = Exclude<
  ActKind,
  'receive' | 'escalate' | 'reopen' | 'rate' | 'publish' | 'unpublish' | 'withdrawConsent'
>

/** The province's office shares messages out; so does an officer of the province of no agency in particular. */
export function isDesk({ unitUid, agency }: Handler): boolean {
  return unitUid === 'province' && (!agency || agency === 'provinceOffice')
}

/** Whoever has the message now. */
export function isHolder(message: Pick<Message, 'agency' | 'unitUid'>, by: Handler): boolean {
  if (by.unitUid !== 'province') return message.unitUid === by.unitUid
  if (message.unitUid !== null) return false
  return message.agency === by.agency || (message.agency === 'provinceOffice' && isDesk(by))
}

/** Whoever left it unsolved before its sender reopened it: they neither approve nor close it again alone. */
function wasEarlierHolder(
  { earlierAgency, earlierUnitUid }: Pick<Message, 'earlierAgency' | 'earlierUnitUid'>,
  by: Handler,
): boolean {
  return earlierAgency !== null && isHolder({ agency: earlierAgency, unitUid: earlierUnitUid }, by)
}

const open: readonly HandlingKind[] = []

/**
 * What an officer may do with a message that they see, as it stands. The answer is approved by somebody else than who
 * wrote it; a joined message moves with the one that leads it; who was told that the clock ran out may take it over.
 */
export function actsOpenTo(message: Message, by: Handler): readonly HandlingKind[] {
  if (by.role === 'leader') return open
  const isReserved = message.path !== 'open'
  const holds = isReserved || isHolder(message, by)
  const wasTold = message.raisedAgency !== null && message.raisedAgency === by.agency
  if (!holds && !isDesk(by) && !wasTold) return open
  if (message.leadingId !== null) return ['unjoin']
  const { state } = message
  const isUndecided = ['received', 'classified', 'sent', 'handling'].includes(state)
  const isMine = message.answeredBy === `officer:${by.id}`
  const mayClose = !wasEarlierHolder(message, by)
  const acts: (HandlingKind | false)[] = [
    isUndecided && 'classify',
    isUndecided && state !== 'received' && 'send',
    holds && state === 'sent' && 'take',
    holds && (state === 'handling' || state === 'answered') && 'answer',
    state === 'answered' && !isMine && mayClose && 'approve',
    state === 'answered' && !isMine && 'returnAnswer',
    state !== 'closed' && state !== 'answered' && mayClose && 'close',
    state !== 'closed' && 'restrict',
    isReserved && state !== 'closed' && 'release',
    !isReserved && isUndecided && 'join',
  ]
  return acts.filter((act) => act !== false)
}
