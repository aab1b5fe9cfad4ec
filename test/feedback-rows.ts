import type pg from 'pg'
import { issueQuestion, receiveFeedback, type SentMessage } from '#feedback'
import { loadUnits } from '#jobs/units-table'
import { type Actor, type Database, withActor } from '#platform/database'

const citizen: Actor = { kind: 'citizen' }
const names = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
let sentBefore = 0

/** The units that ship with the program. */
export async function plantUnits(database: Database): Promise<void> {
  await loadUnits(database)
}

/** A message sent the way a person without scripts sends it, from an address of its own; its receipt code. */
export async function plantFeedback(
  database: Database,
  message: Pick<SentMessage, 'place' | 'picture' | 'mayPublish' | 'saidPath'> & {
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
      proof: { kind: 'answer', id, answer: String(answerQuestion(question)) },
      page: '/gop-y',
      language: 'vi',
      address: `203.0.113.${sentBefore % 250}`,
      now,
    }),
  )
  if (!outcome.ok) throw new Error(`The message was not taken: ${JSON.stringify(outcome)}`)
  return outcome.receiptCode
}

/** What a person answers to a question in English words. */
export function answerQuestion(question: string): number {
  const numbers = (question.match(/[a-z]+/g) ?? []).map((word) => names.indexOf(word)).filter((n) => n >= 0)
  const [a = 0, b = 0] = numbers
  if (question.includes('plus')) return a + b
  if (question.includes('minus')) return a - b
  return question.includes('largest') ? Math.max(...numbers) : Math.min(...numbers)
}

/** A row of a message in every table that hangs on one, written by the server's administrator, whom no policy binds. */
export async function plantFeedbackRows(administrator: pg.Client): Promise<void> {
  await administrator.query(`insert into feedback.message
      (full_name, title, content, page, language, received_at, address_hash, begun_on, kind)
    values ('Vi Thị Hoa', 'Hỏi về lương', 'Tôi muốn hỏi về trợ cấp', '/', 'vi', now(), '\\x00', '2026-11-23', 'question')`)
  await administrator.query(`with act as (insert into feedback.act (message_id, act, at, done_by)
      select id, 'receive', received_at, 'citizen' from feedback.message returning id, message_id),
    picture as (insert into feedback.picture select message_id, '\\x00', 1, 1 from act),
    published as (insert into feedback.published (message_id, title, content, answer, agency, received_on, answered_on,
      strikes, proposed_by) select message_id, 'a', 'b', 'c', 'dpHealth', '2026-11-23', '2026-11-23', '{}', 'officer:a' from act),
    follower as (insert into feedback.follower (message_id, contact, followed_at) select message_id, '0912345678', now() from act),
    run as (insert into feedback.clock_run values ('2026-11-23', 'open', 1, 0, now()))
    insert into feedback.calling (message_id, act_id, contact) select message_id, id, '0912345678' from act`)
}
