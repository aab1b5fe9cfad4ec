import { issueQuestion, receiveFeedback, type SentMessage } from '#feedback'
import { type Actor, type Database, withActor } from '#platform/database'

const citizen: Actor = { kind: 'citizen' }
const names = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
let sentBefore = 0

/** A message sent the way a person without scripts sends it, from an address of its own; its receipt code. */
export async function plantFeedback(
  database: Database,
  message: Pick<SentMessage, 'place' | 'picture' | 'mayPublish'> & {
    title: string
    content: string
    fullName?: string
    contact?: string
    now: Date
  },
): Promise<string> {
  const { title, content, fullName = 'Phan Thị Hồng Lĩnh', contact = '', now, ...sent } = message
  const asked = new Date(now.getTime() - 60_000)
  const { id, question } = await withActor(database, citizen, (transaction) =>
    issueQuestion(transaction, 'en', asked),
  )
  sentBefore += 1
  const outcome = await withActor(database, citizen, (transaction) =>
    receiveFeedback(transaction, {
      ...sent,
      text: { title, content, fullName, contact },
      proof: { kind: 'answer', id, answer: String(answerOf(question)) },
      page: '/gop-y',
      language: 'vi',
      address: `203.0.113.${sentBefore % 250}`,
      now,
    }),
  )
  if (!outcome.ok) throw new Error(`The message was not taken: ${JSON.stringify(outcome)}`)
  return outcome.receiptCode
}

function answerOf(question: string): number {
  const numbers = (question.match(/[a-z]+/g) ?? []).map((word) => names.indexOf(word)).filter((n) => n >= 0)
  const [a = 0, b = 0] = numbers
  if (question.includes('plus')) return a + b
  if (question.includes('minus')) return a - b
  return question.includes('largest') ? Math.max(...numbers) : Math.min(...numbers)
}
