import { day } from '#calendar'
import {
  decidePublication,
  findMessages,
  type HandlingAct,
  handleMessage,
  listMessages,
  markSatisfaction,
  proposePublication,
  reopenFeedback,
  suggestedStrikes,
  watchClocks,
} from '#feedback'
import { today } from '#platform/clock'
import { type Database, type Transaction, withActor } from '#platform/database'
import { readCommunes } from './communes.ts'
import {
  type DemonstrationMessage,
  demonstrationMessages,
  type Holder,
  inventedNote,
  type Turn,
} from './messages.ts'
import { familyName, givenNames } from './names.ts'
import type { DemonstrationOfficers, OfficerPart } from './officers.ts'
import { createRandom, type Random } from './random.ts'
import { sendAsCitizen } from './sending.ts'

export interface FeedbackOptions {
  database: Database
  officers: DemonstrationOfficers
  /** The same seed gives the same senders and communes; receipts are secret and always new. */
  seed: number
  now: Date
}

const machine = { kind: 'system', job: 'demonstration' } as const
const citizen = { kind: 'citizen' } as const
const dayMs = 86_400_000
const minuteMs = 60_000

/** A message as it was sent, followed through its days. */
interface Followed {
  message: DemonstrationMessage
  sender: string
  placeUid: string
  sentAt: Date
  receipt: string
  id: string
}

/** Something that happens at an hour. */
interface Event {
  at: Date
  happens: () => Promise<void>
}

/**
 * Sends the messages of the demonstration and does with each, hour after hour, what its course says, by the services
 * that officers and senders use; then the clocks are looked at. What is past is past at `now`: nothing lies ahead.
 */
export async function loadMessages(options: FeedbackOptions): Promise<void> {
  const communes = (await readCommunes()).map(({ unitUid }) => unitUid)
  const all = planMessages(communes, options)
  const known = new Map(all.map((followed) => [followed.message.title, followed]))
  const events = all.flatMap((followed, index) => eventsOf(followed, { ...options, index, known }))
  // Messages are joined and answered in the order of the hours, whichever was written down first here.
  for (const { happens } of events.toSorted((a, b) => a.at.getTime() - b.at.getTime())) await happens()
  await withActor(options.database, machine, (transaction) => watchClocks(transaction, options.now))
}

/** Who sends each message, from where and when: the same for the same seed at the same hour. */
export function planMessages(
  communes: readonly string[],
  { officers, seed, now }: Pick<FeedbackOptions, 'officers' | 'seed' | 'now'>,
): Followed[] {
  const random = createRandom(seed)
  return demonstrationMessages.map((message) => follow(message, { officers, now, random, communes }))
}

function follow(
  message: DemonstrationMessage,
  context: Pick<FeedbackOptions, 'officers' | 'now'> & { random: Random; communes: readonly string[] },
): Followed {
  const { officers, now, random, communes } = context
  const sex = random.happens(0.5) ? 'male' : 'female'
  // Some hours before the hour of now, so that the acts of a day have room.
  const hoursBefore = random.between(3, 8)
  return {
    message,
    sender: `${familyName(random, 'kinh')} ${givenNames(random, 'kinh', sex)}`,
    placeUid: message.to === 'otherCommune' ? random.pick(communes) : officers.commune.unitUid,
    sentAt: new Date(now.getTime() - message.daysAgo * dayMs - hoursBefore * 60 * minuteMs),
    receipt: '',
    id: '',
  }
}

interface Context extends FeedbackOptions {
  index: number
  known: ReadonlyMap<string, Followed>
}

function eventsOf(followed: Followed, context: Context): Event[] {
  const { message, sentAt } = followed
  const at = (after: number, minutes: number) =>
    new Date(sentAt.getTime() + after * dayMs + minutes * minuteMs)
  return [
    { at: sentAt, happens: () => send(followed, context) },
    ...message.course.map((after, step): Event => {
      const now = at(after, 12 * (step + 1))
      return { at: now, happens: () => takeStep(followed, context, { step, now }) }
    }),
    ...(message.turns ?? []).map((turn): Event => {
      const now = at(turn.after, 80)
      return { at: now, happens: () => takeTurn(followed, context, { turn, now }) }
    }),
  ]
}

async function send(followed: Followed, { database, index }: Context): Promise<void> {
  const { message, sender, placeUid, sentAt } = followed
  const { title, content, mayPublish = false, hasContact = false, language = 'vi' } = message
  followed.receipt = await sendAsCitizen(database, {
    text: {
      ...{ fullName: sender, title, content: `${content} ${inventedNote}` },
      contact: hasContact ? `0900 000 ${String(index).padStart(3, '0')}` : '',
    },
    ...{ place: { unitUid: placeUid }, mayPublish, language, now: sentAt },
    // Of the addresses kept for examples: nobody's.
    address: `198.51.100.${index}`,
  })
  followed.id = await withActor(database, machine, (transaction) => findNewest(transaction, title, sentAt))
}

/** The message that was just sent, in whichever queue it came to stand. */
async function findNewest(transaction: Transaction, title: string, sentAt: Date): Promise<string> {
  for (const reserved of [false, true]) {
    const asked = { text: title, reserved, today: day(today(sentAt)), limit: 500, offset: 0 }
    const found = await listMessages(transaction, asked)
    const own = found.find((each) => each.title === title && each.receivedAt.getTime() === sentAt.getTime())
    if (own) return own.id
  }
  throw new Error(`The message “${title}” was sent and is not there`)
}

const agencyOf: Readonly<Record<Holder, string>> = {
  commune: 'communeCommittee',
  otherCommune: 'communeCommittee',
  health: 'dpHealth',
  homeAffairs: 'dpHomeAffairs',
}

/** Classified and sent by the office, taken and answered by the holder, approved by a second person. */
async function takeStep(
  { message, placeUid, id }: Followed,
  context: Context,
  { step, now }: { step: number; now: Date },
): Promise<void> {
  const { kind, area, to = 'commune', answer = '' } = message
  const agency = agencyOf[to]
  const isCommune = to === 'commune' || to === 'otherCommune'
  const holder = to === 'otherCommune' ? 'desk' : to
  const acts: readonly [OfficerPart, HandlingAct][] = [
    ['desk', { act: 'classify', kind, area, placeUid }],
    ['desk', { act: 'send', agency, unitUid: isCommune ? placeUid : undefined }],
    [holder, { act: 'take' }],
    [holder, { act: 'answer', text: answer }],
    ['desk', { act: 'approve' }],
  ]
  const next = acts[step]
  if (!next) throw new Error(`The course of “${message.title}” has more than five days`)
  await act(context, { id, by: next[0], act: next[1], now })
}

async function takeTurn(
  { id, receipt: receiptCode }: Followed,
  context: Context,
  { turn, now }: { turn: Turn; now: Date },
): Promise<void> {
  const { database, known } = context
  const asSender = (work: (transaction: Transaction) => Promise<void>) => withActor(database, citizen, work)
  switch (turn.does) {
    case 'reopen':
      return asSender((transaction) =>
        reopenFeedback(transaction, { receiptCode, reason: turn.because, now }),
      )
    case 'mark': {
      const { mark, comment } = turn
      return asSender((transaction) => markSatisfaction(transaction, { receiptCode, mark, comment, now }))
    }
    case 'publish':
      return publish(context, id, now)
    case 'close':
      return act(context, { id, by: turn.by, act: { act: 'close', because: turn.because }, now })
    case 'release':
      return act(context, { id, by: 'children', act: { act: 'release', because: turn.because }, now })
    case 'takeAgain':
      return act(context, { id, by: turn.by, act: { act: 'take' }, now })
    case 'join': {
      const leadingId = known.get(turn.with)?.id ?? ''
      return act(context, { id, by: 'desk', act: { act: 'join', leadingId }, now })
    }
  }
}

function act(
  { database, officers }: Context,
  done: { id: string; by: OfficerPart; act: HandlingAct; now: Date },
): Promise<void> {
  const by = officers[done.by]
  return withActor(database, by, (transaction) => handleMessage(transaction, { ...done, by }))
}

/** Proposed by whoever holds it, with the strikes the machine suggests, and decided by the office. */
async function publish({ database, officers }: Context, id: string, now: Date): Promise<void> {
  const { desk } = officers
  const [message] = await withActor(database, desk, (transaction) => findMessages(transaction, [id]))
  if (!message) throw new Error(`The message ${id} is gone`)
  const holders = { communeCommittee: officers.commune, dpHealth: officers.health }
  const by = holders[message.agency as keyof typeof holders] ?? officers.homeAffairs
  const strikes = suggestedStrikes(message)
  await withActor(database, by, (transaction) => proposePublication(transaction, { id, strikes, by }))
  await withActor(database, desk, (transaction) =>
    decidePublication(transaction, { id, verdict: 'publish', by: desk, now }),
  )
}
