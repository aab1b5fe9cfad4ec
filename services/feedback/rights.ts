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
  if (message.path !== 'open') return reservedActs(message, by)
  const holds = isHolder(message, by)
  const wasTold = message.raisedAgency !== null && message.raisedAgency === by.agency
  if (!holds && !isDesk(by) && !wasTold) return open
  if (message.leadingId !== null) return ['unjoin']
  const { state } = message
  const isUndecided = ['received', 'classified', 'sent', 'handling'].includes(state)
  const isMine = message.answeredBy === `officer:${by.id}`
  const mayClose = !wasEarlierHolder(message, by)
  const acts: (HandlingKind | false)[] = [
    isUndecided && 'classify',
    isUndecided && 'send',
    holds && state === 'sent' && 'take',
    holds && (state === 'handling' || state === 'answered') && 'answer',
    state === 'answered' && !isMine && mayClose && 'approve',
    state === 'answered' && !isMine && 'returnAnswer',
    state !== 'closed' && state !== 'answered' && mayClose && 'close',
    'restrict',
    isUndecided && 'join',
  ]
  return acts.filter((act) => act !== false)
}

/**
 * On a reserved path everybody who sees the message was given its area by name, and may do each step of it; the answer
 * is approved by a second one of them. Help for a child waits for nobody: it is sent on from the first moment.
 */
function reservedActs(message: Message, by: Handler): readonly HandlingKind[] {
  const { state, path, acceptedOn } = message
  if (state === 'closed') return open
  const isNew = state === 'received' || state === 'classified'
  const isUnderWay = isNew || state === 'handling'
  const isMine = message.answeredBy === `officer:${by.id}`
  const isDenunciation = path === 'denunciation'
  const acts: (HandlingKind | false)[] = [
    isUnderWay && 'classify',
    isNew && 'take',
    state === 'handling' && isDenunciation && acceptedOn === null && 'accept',
    (state === 'handling' || state === 'answered') && 'answer',
    state === 'answered' && !isMine && 'approve',
    state === 'answered' && !isMine && 'returnAnswer',
    'refer',
    isUnderWay && isDenunciation && acceptedOn !== null && 'extend',
    state !== 'answered' && 'close',
    'restrict',
    'release',
  ]
  return acts.filter((act) => act !== false)
}
