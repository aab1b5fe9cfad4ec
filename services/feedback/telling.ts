import type { Transaction } from '#platform/database'
import { enqueueMail } from '#platform/mail'
import { type Message, subjectOf } from './messages.ts'
import { isEmail } from './sender.ts'
import type { ActKind, FeedbackLanguage, FeedbackTables } from './tables.ts'

/** The acts that go out to the sender and to those who follow; telephones are listed for calling by the database. */
const toldActs = ['send', 'approve', 'close', 'escalate', 'publish'] as const satisfies readonly ActKind[]
type OpenStep = (typeof toldActs)[number]
/** Those of a reserved message: its sender is told that there is news. */
const reservedToldActs = [
  'refer',
  'accept',
  'extend',
  'approve',
  'close',
] as const satisfies readonly ActKind[]
export type ToldAct = OpenStep | (typeof reservedToldActs)[number]

export function isTold(act: ActKind): act is ToldAct {
  return [...toldActs, ...reservedToldActs].some((each) => each === act)
}

/** Who is told of a message by mail. */
export interface Told {
  message: Message
  /** The sender's own address, and those of the others who follow it. */
  sender: string | undefined
  followers: string[]
}

/** Read before the act: it may take the message out of the officer's sight. */
export async function readTold(transaction: Transaction, message: Message): Promise<Told> {
  const rows = await transaction
    .withTables<FeedbackTables>()
    .selectFrom('feedback.follower')
    .select('contact')
    .where('message_id', '=', message.id)
    .execute()
  const sender = message.contact !== null && isEmail(message.contact) ? message.contact : undefined
  const followers = rows.map(({ contact }) => contact).filter((each) => isEmail(each) && each !== sender)
  return { message, sender, followers }
}

/**
 * Puts the letters about an act into the outbox, in the same transaction. They say that there is news and never what:
 * answers are read on the page, by the receipt, and followers are not told the words of somebody else. Of a reserved
 * message its sender is told alone, and not even its title: a mailbox may be read by others.
 */
export async function tell(
  transaction: Transaction,
  { message, sender, followers }: Told,
  { act, now }: { act: ToldAct; now: Date },
): Promise<void> {
  const isReserved = message.path !== 'open'
  const open = toldActs.find((each) => each === act)
  if (isReserved ? !reservedToldActs.some((each) => each === act) : !open) return
  const t = letters[message.language]
  const { kind, id } = subjectOf(message)
  const about = { kind, id }
  const keyOf = (to: string) => `feedback ${message.id} ${act} ${now.getTime()} ${to}`
  if (sender)
    await enqueueMail(transaction, {
      to: sender,
      subject: t.subject,
      text: isReserved || !open ? t.news : t.toSender(message.title, t.steps[open]),
      about,
      idempotencyKey: keyOf(sender),
    })
  if (isReserved || !open) return
  for (const to of followers)
    await enqueueMail(transaction, {
      to,
      subject: t.subject,
      text: t.toFollower(t.steps[open]),
      about,
      idempotencyKey: keyOf(to),
    })
}

interface Letter {
  subject: string
  toSender: (title: string, step: string) => string
  toFollower: (step: string) => string
  /** Of what is reserved. */
  news: string
  steps: Record<OpenStep, string>
}

const letters: Record<FeedbackLanguage, Letter> = {
  vi: {
    subject: 'Tin về góp ý của ông/bà trên cổng An Sinh',
    toSender: (title, step) =>
      `Kính gửi ông/bà,\n\nGóp ý “${title}” của ông/bà ${step}.\n\nXin mở trang tra cứu trên cổng và nhập mã biên nhận để xem.`,
    toFollower: (step) =>
      `Kính gửi ông/bà,\n\nMột góp ý mà ông/bà theo dõi ${step}.\n\nXin mở mục Hỏi đáp, góp ý trên cổng để xem.`,
    news: 'Kính gửi ông/bà,\n\nĐiều ông/bà gửi trên cổng có tin mới.\n\nXin mở trang tra cứu trên cổng và nhập mã biên nhận để xem.',
    steps: {
      send: 'đã được chuyển đến cơ quan có thẩm quyền',
      approve: 'đã có câu trả lời',
      close: 'đã kết thúc xử lý',
      escalate: 'đã quá hạn và được báo lên cấp trên',
      publish: 'đã được đăng kèm câu trả lời, sau khi che thông tin cá nhân',
    },
  },
  en: {
    subject: 'News of your feedback on the An Sinh portal',
    toSender: (title, step) =>
      `Dear sender,\n\nYour message “${title}” ${step}.\n\nPlease open the look-up page of the portal and enter your receipt code.`,
    toFollower: (step) =>
      `Dear reader,\n\nA message you follow ${step}.\n\nPlease open Questions and feedback on the portal.`,
    news: 'Dear sender,\n\nThere is news of what you sent on the portal.\n\nPlease open the look-up page of the portal and enter your receipt code.',
    steps: {
      send: 'was sent on to the competent authority',
      approve: 'has an answer',
      close: 'is closed',
      escalate: 'is overdue and was raised a level',
      publish: 'was published with its answer, without personal data',
    },
  },
}
