import { issueQuestion, receiveFeedback, type SentMessage } from '#feedback'
import { type Database, withActor } from '#platform/database'

const citizen = { kind: 'citizen' } as const
const names = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']
const readingSeconds = 60

/**
 * Sends a message as a person without scripts does: reads the question in words, answers it a minute later. Returns the
 * receipt; throws when it was not taken.
 */
export async function sendAsCitizen(
  database: Database,
  sent: Omit<SentMessage, 'proof' | 'page'>,
): Promise<string> {
  const askedAt = new Date(sent.now.getTime() - readingSeconds * 1_000)
  return withActor(database, citizen, async (transaction) => {
    const { id, question } = await issueQuestion(transaction, 'vi', askedAt)
    const proof = { kind: 'answer', id, answer: String(answerTo(question)) } as const
    const outcome = await receiveFeedback(transaction, { ...sent, proof, page: '/gop-y' })
    if (outcome.ok) return outcome.receiptCode
    throw new Error(`The message “${sent.text.title}” was not taken: ${outcome.because}`)
  })
}

/** What a reader answers: the numbers stand in the first sentence, the second asks for digits. */
export function answerTo(question: string): number {
  const [asked = ''] = question.split('?')
  const numbers = (asked.match(/\p{L}+/gu) ?? []).map((word) => names.indexOf(word)).filter((at) => at >= 0)
  const [a = 0, b = 0] = numbers
  if (question.includes('Tổng')) return a + b
  if (question.includes('trừ')) return a - b
  return question.includes('lớn nhất') ? Math.max(...numbers) : Math.min(...numbers)
}
