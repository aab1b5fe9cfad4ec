import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { isAgencyCode, isArea } from '#law/authorities'
import {
  type CaseFacts,
  type Ending,
  type FeedbackKind,
  pathOfKind,
  plainCase,
  type ReservedPath,
} from '#law/feedback'
import { recordChange } from '#platform/audit'
import { today } from '#platform/clock'
import type { Transaction } from '#platform/database'
import { getMessage, holdMessages, listJoined, type Message, subjectOf } from './messages.ts'
import { FeedbackRefused } from './refusals.ts'
import {
  accepted,
  ended,
  extended,
  type ReservedAct,
  referred,
  released,
  restricted,
  taken,
} from './reserved-handling.ts'
import { actsOpenTo, type Handler, type HandlingKind } from './rights.ts'
import { duesOf } from './standing.ts'
import type { FeedbackTables } from './tables.ts'
import { isTold, readTold, tell } from './telling.ts'
import { within } from './texts-of-acts.ts'

/** What an officer does with a message. */
export type HandlingAct =
  /** The place is the commune where it happened: undefined leaves what is recorded, null takes it away. */
  | {
      act: 'classify'
      kind: FeedbackKind
      area?: string | undefined
      placeUid?: string | null | undefined
      /** Of a complaint or a denunciation; what is left out is plain. */
      facts?: Partial<CaseFacts> | undefined
      /** Why it is complex: it must stand in the file. */
      complexBecause?: string | undefined
    }
  | { act: 'send'; agency: string; unitUid?: string | undefined; because?: string | undefined }
  | { act: 'take' }
  | { act: 'answer'; text: string }
  | { act: 'returnAnswer'; because: string }
  /** `answerId` is the act by which the answer was written that its reader has before them. */
  | { act: 'approve'; answerId?: number | undefined }
  /** `ending` is what the sender of a reserved message is told; the reason stays in its file. */
  | { act: 'close'; because?: string | undefined; ending?: Ending | undefined }
  | { act: 'restrict'; path: ReservedPath; because: string }
  | { act: 'release'; because: string }
  | { act: 'join'; leadingId: string }
  | { act: 'unjoin' }
  | ReservedAct

export interface Handling {
  id: string
  act: HandlingAct
  by: Handler
  /** The same act sent twice with one key is done once. */
  key?: string | undefined
  now: Date
}

/**
 * Does one act: writes it as a row, which changes the message, tells the sender and who follows, and carries it over to
 * the messages joined to this one. Throws FeedbackNotFound for what the officer cannot see, FeedbackRefused for what
 * cannot be done as it stands; nothing was written then.
 */
export async function handleMessage(transaction: Transaction, handling: Handling): Promise<void> {
  const { by, key, now } = handling
  const leading = handling.act.act === 'join' ? [handling.act.leadingId] : []
  await holdMessages(transaction, [handling.id, ...leading])
  const message = await getMessage(transaction, handling.id)
  const ownKey = key && `${message.id} ${key}`
  if (ownKey && (await wasDone(transaction, ownKey))) return
  const act = asReserved(handling.act, message)
  if (!actsOpenTo(message, by).includes(act.act)) throw new FeedbackRefused(refusals.notNow)
  const details = await detailsOf(transaction, message, act, { by, now })
  await write(transaction, { message, act: act.act, details, key: ownKey, now })
  if (!carriedOver.includes(act.act)) return
  for (const joined of await listJoined(transaction, message.id))
    await write(transaction, { message: joined, act: act.act, details, key: undefined, now })
}

/** What is answered once is answered for all who wrote about it. */
const carriedOver: readonly HandlingKind[] = ['send', 'take', 'answer', 'returnAnswer', 'approve', 'close']

/** Called a denunciation or a report about a child, a message leaves the open path at once. */
function asReserved(act: HandlingAct, message: Message): HandlingAct {
  if (act.act !== 'classify') return act
  const path = pathOfKind(act.kind)
  return path === 'open' || path === message.path ? act : { act: 'restrict', path, because: 'Phân loại' }
}

async function write(
  transaction: Transaction,
  done: {
    message: Message
    act: HandlingKind
    details: Record<string, unknown>
    key: string | undefined
    now: Date
  },
): Promise<void> {
  const { message, act, details, key, now } = done
  // Read and logged while the message is still in sight: an act may take it out.
  const told = await readTold(transaction, message)
  const { text: _, ...logged } = details
  await recordChange(transaction, act, subjectOf(message, details.path), logged)
  await transaction
    .withTables<FeedbackTables>()
    .insertInto('feedback.act')
    .values({ message_id: message.id, act, at: now, details: JSON.stringify(details), key: key ?? null })
    .execute()
  if (isTold(act)) await tell(transaction, told, { act, now })
}

async function wasDone(transaction: Transaction, key: string): Promise<boolean> {
  const found = await transaction
    .withTables<FeedbackTables>()
    .selectFrom('feedback.act')
    .select('id')
    .where('key', '=', key)
    .executeTakeFirst()
  return found !== undefined
}

type Details = Record<string, unknown>

async function detailsOf(
  transaction: Transaction,
  message: Message,
  act: HandlingAct,
  { by, now }: { by: Handler; now: Date },
): Promise<Details> {
  const on = today(now)
  switch (act.act) {
    case 'classify':
      await mustBeCommune(transaction, act.placeUid, on)
      return classified(message, act, on)
    case 'send':
      await mustBeCommune(transaction, act.unitUid, on)
      return sent(message, act, on)
    case 'take':
      return message.path === 'open' ? begun(message, on) : taken(message, on)
    case 'answer':
      return { state: 'answered', text: within(act.text, { from: 10, to: 5_000 }, refusals.answer) }
    case 'returnAnswer':
      return { state: 'handling', because: within(act.because, { from: 5, to: 500 }, refusals.because) }
    case 'approve':
      await mustBeNewest(transaction, message, act.answerId)
      return { state: 'approved', answeredOn: on, ...duesOf({ ...message, answeredOn: on }, on) }
    case 'close':
      return closed(message, act)
    case 'refer':
      await mustBeCommune(transaction, act.unitUid, on)
      return referred(message, act, on)
    case 'accept':
      return accepted(message, act, on)
    case 'extend':
      return extended(message, act, on)
    case 'restrict':
      return restricted(message, act, on)
    case 'release':
      return released(message, act, on)
    case 'join':
      return joined(message, await leadingOf(transaction, message, act.leadingId, by))
    case 'unjoin':
      return {}
  }
}

function begun(message: Message, on: LocalDate): Details {
  const days = { acceptedOn: on, sentOn: message.sentOn ?? on }
  return { state: 'handling', ...days, ...duesOf({ ...message, ...days }, on) }
}

/** A commune, ward or special zone of this day; what is none would be a place without anybody to see the message. */
async function mustBeCommune(
  transaction: Transaction,
  unitUid: string | null | undefined,
  on: LocalDate,
): Promise<void> {
  if (unitUid === undefined || unitUid === null) return
  const { rows } = await sql`select 1 from registry.unit where uid = ${unitUid} and level = 'commune'
    and valid @> ${on}::date`.execute(transaction)
  if (rows.length === 0) throw new FeedbackRefused(refusals.place)
}

/** An answer that was written anew after its page was opened is not approved unread. */
async function mustBeNewest(
  transaction: Transaction,
  { id }: Message,
  answerId: number | undefined,
): Promise<void> {
  if (answerId === undefined) return
  const { rows } = await sql<{ newest: number | null }>`select max(id) as newest from feedback.act
    where message_id = ${id} and act = 'answer'`.execute(transaction)
  if (rows[0]?.newest !== answerId) throw new FeedbackRefused(refusals.answeredAnew)
}

function classified(
  message: Message,
  act: Extract<HandlingAct, { act: 'classify' }>,
  on: LocalDate,
): Details {
  if (act.area !== undefined && !isArea(act.area)) throw new FeedbackRefused(refusals.area)
  const state = message.state === 'received' ? { state: 'classified' } : {}
  const placeUid = act.placeUid === undefined ? message.placeUid : act.placeUid
  if (message.path !== 'open' && pathOfKind(act.kind) !== message.path)
    throw new FeedbackRefused(refusals.releaseFirst)
  const facts = factsOf(act)
  const dues = duesOf({ ...message, ...facts, kind: act.kind }, on)
  const why = facts.isComplex
    ? { because: within(act.complexBecause ?? '', { from: 5, to: 500 }, refusals.complex) }
    : {}
  return { ...state, kind: act.kind, area: act.area ?? null, placeUid, ...facts, ...why, ...dues }
}

/** Only a complaint is made a second time or from far away; only it and a denunciation can be complex. */
function factsOf({ kind, facts }: Extract<HandlingAct, { act: 'classify' }>): CaseFacts {
  if (kind === 'complaint') return { ...plainCase, ...facts }
  return kind === 'denunciation' ? { ...plainCase, isComplex: facts?.isComplex === true } : plainCase
}

function sent(message: Message, act: Extract<HandlingAct, { act: 'send' }>, on: LocalDate): Details {
  if (!isAgencyCode(act.agency)) throw new FeedbackRefused(refusals.agency)
  const isOfCommune = act.agency.startsWith('commune')
  if (isOfCommune !== (act.unitUid !== undefined)) throw new FeedbackRefused(refusals.commune)
  if (
    act.agency === message.agency &&
    (act.unitUid ?? null) === message.unitUid &&
    message.state !== 'classified'
  )
    throw new FeedbackRefused(refusals.there)
  const gone = { ...message, sentOn: on, acceptedOn: null }
  return {
    state: 'sent',
    agency: act.agency,
    unitUid: act.unitUid ?? null,
    sentOn: on,
    acceptedOn: null,
    ...(act.because ? { because: act.because.slice(0, 500) } : {}),
    ...duesOf(gone, on),
  }
}

/** Nothing is closed silently: there is an approved answer, or a reason that the sender is told. */
function closed(message: Message, { because = '', ending }: Extract<HandlingAct, { act: 'close' }>): Details {
  const { state, path } = message
  if (path !== 'open') return ended(message, { because, ending })
  if (state === 'approved' && because.trim() === '') return { state: 'closed', dueOn: null }
  return { state: 'closed', dueOn: null, because: within(because, { from: 10, to: 1_000 }, refusals.closing) }
}

async function leadingOf(
  transaction: Transaction,
  message: Message,
  leadingId: string,
  by: Handler,
): Promise<Message> {
  const leading = await getMessage(transaction, leadingId)
  const fits =
    leading.id !== message.id &&
    leading.path === 'open' &&
    leading.leadingId === null &&
    actsOpenTo(leading, by).includes('join')
  if (!fits) throw new FeedbackRefused(refusals.leading)
  if ((await listJoined(transaction, message.id)).length > 0) throw new FeedbackRefused(refusals.leads)
  return leading
}

/** A joined message stands where the one that leads it stands. */
function joined(message: Message, leading: Message): Details {
  return {
    leadingId: leading.id,
    state: leading.state,
    kind: leading.kind ?? message.kind,
    area: leading.area,
    agency: leading.agency,
    unitUid: leading.unitUid,
    sentOn: leading.sentOn,
    acceptedOn: leading.acceptedOn,
    dueOn: leading.dueOn,
    answerDueOn: leading.answerDueOn,
  }
}

const refusals = {
  releaseFirst: {
    vi: 'Góp ý đang ở đường riêng: nếu không phải tố cáo hay tin về trẻ em, xin trả về đường chung, rồi phân loại ở đó',
    en: 'The message is on a reserved path: where it is no such thing, give it back to the open path and classify it there',
  },
  complex: {
    vi: 'Vụ việc phức tạp thì phải ghi căn cứ vào hồ sơ, từ 5 đến 500 ký tự',
    en: 'Of a complex case the file must say why, in 5 to 500 characters',
  },
  notNow: {
    vi: 'Việc này không làm được khi góp ý đang ở bước hiện tại, hoặc thuộc người khác: tải lại trang để xem ai đang giữ',
    en: 'This cannot be done at this step, or is another’s to do: reload the page to see who holds it',
  },
  answer: { vi: 'Câu trả lời dài từ 10 đến 5.000 ký tự', en: 'An answer has 10 to 5,000 characters' },
  because: { vi: 'Xin nêu lý do, từ 5 đến 500 ký tự', en: 'Please give a reason of 5 to 500 characters' },
  closing: {
    vi: 'Kết thúc khi chưa có câu trả lời được duyệt thì phải nói lý do với người gửi, từ 10 đến 1.000 ký tự',
    en: 'Closing without an approved answer needs a reason told to the sender, of 10 to 1,000 characters',
  },
  area: {
    vi: 'Lĩnh vực này không có trong danh mục: xin chọn lại',
    en: 'There is no such area: please choose again',
  },
  agency: {
    vi: 'Cơ quan này không có trong danh mục: xin chọn lại',
    en: 'There is no such agency: please choose again',
  },
  commune: {
    vi: 'Chuyển cho cấp xã thì phải chọn xã; cơ quan cấp tỉnh thì không',
    en: 'Sending to a commune needs the commune; an agency of the province has none',
  },
  place: {
    vi: 'Xã, phường này không có hoặc không còn: xin chọn lại trong danh sách',
    en: 'There is no such commune today: please choose again from the list',
  },
  answeredAnew: {
    vi: 'Câu trả lời đã được viết lại sau khi ông/bà mở trang này: xin tải lại trang, đọc rồi duyệt',
    en: 'The answer was written anew since you opened this page: please reload it, read, then approve',
  },
  there: {
    vi: 'Góp ý đang ở chính cơ quan này: xin chọn cơ quan khác',
    en: 'The message is with this agency already: please choose another',
  },
  leading: {
    vi: 'Không gộp được vào góp ý ấy: nó đã trả lời, đã gộp vào góp ý khác, hoặc ngoài phạm vi của ông/bà',
    en: 'It cannot be joined to that message: it is answered, joined to another, or out of your reach',
  },
  leads: {
    vi: 'Đã có góp ý khác gộp vào góp ý này: tách chúng ra trước',
    en: 'Other messages are joined to this one: take them apart first',
  },
}
