import { decidePublication, type Handler, handleMessage, listMessages, proposePublication } from '#feedback'
import { today } from '#platform/clock'
import { type Database, withActor } from '#platform/database'
import { plantFeedback } from './feedback-rows.ts'

const officer = (id: string, agency: string): Handler => ({
  kind: 'officer',
  id,
  name: id,
  role: 'provinceOfficer',
  unitUid: 'province',
  areas: ['*'],
  agency,
})
const desk = officer('van', 'provinceOffice')
const [minh, hoa] = [officer('minh', 'dpHealth'), officer('hoa', 'dpHealth')]

/**
 * A message sent, handed to the Department of Health, answered there and approved by the second; with `isPublished` its
 * answer stands on the portal too. Its id and its receipt.
 */
export async function plantAnswer(
  database: Database,
  told: Parameters<typeof plantFeedback>[1] & { answer: string; isPublished?: true },
): Promise<{ id: string; receipt: string }> {
  const { answer, isPublished, ...message } = told
  const { now } = message
  const receipt = await plantFeedback(database, message)
  const waiting = await withActor(database, desk, (transaction) =>
    listMessages(transaction, { state: 'received', today: today(now), limit: 100, offset: 0 }),
  )
  const id = waiting.find(({ title }) => title === message.title)?.id
  if (!id) throw new Error(`No message “${message.title}” is waiting`)
  const handle = (by: Handler, act: Parameters<typeof handleMessage>[1]['act']) =>
    withActor(database, by, (transaction) => handleMessage(transaction, { id, act, by, now }))
  await handle(desk, { act: 'classify', kind: 'question', area: 'socialAssistance' })
  await handle(desk, { act: 'send', agency: 'dpHealth' })
  await handle(minh, { act: 'take' })
  await handle(minh, { act: 'answer', text: answer })
  await handle(hoa, { act: 'approve' })
  if (isPublished) {
    const strikes = { title: [], content: [], answer: [] }
    await withActor(database, minh, (transaction) =>
      proposePublication(transaction, { id, strikes, by: minh }),
    )
    await withActor(database, hoa, (transaction) =>
      decidePublication(transaction, { id, verdict: 'publish', by: hoa, now }),
    )
  }
  return { id, receipt }
}
