import type { LocalDate } from '#calendar'
import {
  bodyTerms,
  type CompetentBody,
  denunciationExtensionsMax,
  type Ending,
  type FeedbackPath,
  firstHolder,
  listBodies,
  listEndings,
  type ReservedPath,
} from '#law/feedback'
import type { Message } from './messages.ts'
import { FeedbackRefused } from './refusals.ts'
import { duesOf } from './standing.ts'
import { within } from './texts-of-acts.ts'

/** What is done with a reserved message and with no other. */
export type ReservedAct =
  /** Sent on to who is competent, outside this system: by whom it was handed over and how stands in the reason. */
  | {
      act: 'refer'
      to: CompetentBody
      /** The commune, of a body that is one of many. */
      unitUid?: string | undefined
      /** The name of a body that is not in the list. */
      name?: string | undefined
      because: string
    }
  /** Thụ lý: the period to resolve a denunciation begins. */
  | { act: 'accept'; because?: string | undefined }
  /** The period is extended by a decision, of which number and reason are given. */
  | { act: 'extend'; because: string }

type Details = Record<string, unknown>

const kindOn = { denunciation: 'denunciation', child: 'childProtection' } as const

/** Onto a reserved path: everything begins anew there, and nothing of what stood in the open is told any more. */
export function restricted(
  message: Message,
  { path, because }: { path: ReservedPath; because: string },
  on: LocalDate,
): Details {
  const kind = kindOn[path]
  return {
    ...moved({ ...message, path, kind }, on),
    because: within(because, { from: 5, to: 500 }, refusals.because),
    agency: firstHolder(path, on).agency,
  }
}

/** Back to the open path: an answer that was written on the reserved one stays there. */
export function released(message: Message, { because }: { because: string }, on: LocalDate): Details {
  return {
    ...moved({ ...message, path: 'open', kind: 'suggestion' }, on),
    because: within(because, { from: 5, to: 500 }, refusals.because),
    agency: firstHolder('open', on).agency,
    area: null,
  }
}

function moved(message: Message & { path: FeedbackPath }, on: LocalDate): Details {
  const days = { sentOn: null, acceptedOn: null, answeredOn: null }
  const facts = { instance: 'first', isRemote: false, isComplex: false } as const
  const begun = { ...message, ...days, ...facts, extendedTimes: 0 }
  const { path, kind } = message
  return { path, kind, unitUid: null, state: 'received', ...days, ...facts, ...duesOf(begun, on) }
}

/** Taken on by an officer of the area: a denunciation is only accepted by an act of its own. */
export function taken(message: Message, on: LocalDate): Details {
  return { state: 'handling', ...duesOf(message, on) }
}

export function referred(
  message: Message,
  { to, unitUid, name = '', because }: Extract<ReservedAct, { act: 'refer' }>,
  on: LocalDate,
): Details {
  if (message.path === 'open' || !listBodies(message.path).includes(to))
    throw new FeedbackRefused(refusals.body)
  const isOfCommune = bodyTerms[to].isOfCommune === true
  if (isOfCommune !== (unitUid !== undefined)) throw new FeedbackRefused(refusals.bodyCommune)
  const isNew = message.state === 'received' || message.state === 'classified'
  const sentOn = message.sentOn ?? on
  return {
    ...(isNew ? { state: 'handling' } : {}),
    to,
    ...(unitUid === undefined ? {} : { toUnitUid: unitUid }),
    ...(to === 'other' ? { toName: within(name, { from: 3, to: 200 }, refusals.bodyName) } : {}),
    because: within(because, { from: 5, to: 500 }, refusals.because),
    sentOn,
    ...duesOf({ ...message, sentOn }, on),
  }
}

export function accepted(
  message: Message,
  { because = '' }: Extract<ReservedAct, { act: 'accept' }>,
  on: LocalDate,
): Details {
  const days = { acceptedOn: on, sentOn: message.sentOn ?? on }
  const said =
    because.trim() === '' ? {} : { because: within(because, { from: 5, to: 500 }, refusals.because) }
  return { ...days, ...said, ...duesOf({ ...message, ...days }, on) }
}

/** Once, and of a complex denunciation twice. */
export function extended(
  message: Message,
  { because }: Extract<ReservedAct, { act: 'extend' }>,
  on: LocalDate,
): Details {
  const extendedTimes = message.extendedTimes + 1
  if (extendedTimes > (message.isComplex ? denunciationExtensionsMax : 1))
    throw new FeedbackRefused(refusals.extensions)
  return {
    because: within(because, { from: 5, to: 500 }, refusals.because),
    ...duesOf({ ...message, extendedTimes }, on),
  }
}

/** Ended: why stays with those who may read it, and its sender is told one of the sentences of the law of the path. */
export function ended(
  { path }: Message,
  { because, ending = 'toldApart' }: { because: string; ending?: Ending | undefined },
): Details {
  if (path === 'open' || !listEndings(path).includes(ending)) throw new FeedbackRefused(refusals.ending)
  return {
    state: 'closed',
    dueOn: null,
    ending,
    because: within(because, { from: 10, to: 1_000 }, refusals.closing),
  }
}

const refusals = {
  because: {
    vi: 'Xin nêu lý do, từ 5 đến 500 ký tự',
    en: 'Please give a reason of 5 to 500 characters',
  },
  body: {
    vi: 'Nơi nhận này không có trong danh mục của đường riêng: xin chọn lại',
    en: 'This authority is not in the list of this path: please choose again',
  },
  bodyCommune: {
    vi: 'Chuyển cho cấp xã thì phải chọn xã; nơi nhận khác thì không',
    en: 'An authority of a commune needs the commune; another has none',
  },
  bodyName: {
    vi: 'Xin ghi tên cơ quan nhận, từ 3 đến 200 ký tự',
    en: 'Please name the authority, in 3 to 200 characters',
  },
  extensions: {
    vi: 'Đã hết số lần gia hạn: một lần, hoặc hai lần khi vụ việc đã được ghi là phức tạp',
    en: 'It cannot be extended again: once, or twice where the case was recorded as complex',
  },
  ending: {
    vi: 'Xin chọn câu báo cho người gửi khi kết thúc',
    en: 'Please choose the sentence that its sender is told',
  },
  closing: {
    vi: 'Kết thúc phải có lý do lưu trong hồ sơ, từ 10 đến 1.000 ký tự',
    en: 'Closing needs a reason for the file, of 10 to 1,000 characters',
  },
}
