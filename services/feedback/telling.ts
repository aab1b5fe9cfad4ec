import type { Transaction } from '#platform/database'
import { enqueueMail } from '#platform/mail'
import type { Message } from './messages.ts'
import { isEmail } from './sender.ts'
import type { ActKind, FeedbackLanguage, FeedbackTables } from './tables.ts'

/** The acts that go out to the sender and to those who follow; telephones are listed for calling by the database. */
export const toldActs = [
  'send',
  'approve',
  'close',
  'escalate',
  'publish',
] as const satisfies readonly ActKind[]
export type ToldAct = (typeof toldActs)[number]

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
 * message its sender is told alone, and only that it ended.
 */
export async function tell(
  transaction: Transaction,
  { message, sender, followers }: Told,
  { act, now }: { act: ToldAct; now: Date },
): Promise<void> {
  const isReserved = message.path !== 'open'
  if (isReserved && act !== 'close') return
  const step = isReserved ? 'news' : act
  const t = letters[message.language]
  const about = { kind: 'feedback', id: message.id }
  const keyOf = (to: string) => `feedback ${message.id} ${act} ${now.getTime()} ${to}`
  if (sender)
    await enqueueMail(transaction, {
      to: sender,
      subject: t.subject,
      text: t.toSender(message.title, t.steps[step]),
      about,
      idempotencyKey: keyOf(sender),
    })
  if (isReserved) return
  for (const to of followers)
    await enqueueMail(transaction, {
      to,
      subject: t.subject,
      text: t.toFollower(t.steps[step]),
      about,
      idempotencyKey: keyOf(to),
    })
}

interface Letter {
  subject: string
  toSender: (title: string, step: string) => string
  toFollower: (step: string) => string
  steps: Record<ToldAct | 'news', string>
}

const letters: Record<FeedbackLanguage, Letter> = {
  vi: {
    subject: 'Tin về góp ý của ông/bà trên cổng An Sinh',
    toSender: (title, step) =>
      `Kính gửi ông/bà,\n\nGóp ý “${title}” của ông/bà ${step}.\n\nXin mở trang tra cứu trên cổng và nhập mã biên nhận để xem.`,
    toFollower: (step) =>
      `Kính gửi ông/bà,\n\nMột góp ý mà ông/bà theo dõi ${step}.\n\nXin mở mục Hỏi đáp, góp ý trên cổng để xem.`,
    steps: {
      send: 'đã được chuyển đến cơ quan có thẩm quyền',
      approve: 'đã có câu trả lời',
      close: 'đã kết thúc xử lý',
      escalate: 'đã quá hạn và được báo lên cấp trên',
      publish: 'đã được đăng kèm câu trả lời, sau khi che thông tin cá nhân',
      news: 'có tin mới',
    },
  },
  en: {
    subject: 'News of your feedback on the An Sinh portal',
    toSender: (title, step) =>
      `Dear sender,\n\nYour message “${title}” ${step}.\n\nPlease open the look-up page of the portal and enter your receipt code.`,
    toFollower: (step) =>
      `Dear reader,\n\nA message you follow ${step}.\n\nPlease open Questions and feedback on the portal.`,
    steps: {
      send: 'was sent on to the competent authority',
      approve: 'has an answer',
      close: 'is closed',
      escalate: 'is overdue and was raised a level',
      publish: 'was published with its answer, without personal data',
      news: 'has news',
    },
  },
}
