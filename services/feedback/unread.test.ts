import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { plantFeedback, plantUnits } from '#test/feedback-rows'
import { networkOf } from './floods.ts'
import { type HandlingAct, handleMessage } from './handling.ts'
import { readMessageFile } from './message-file.ts'
import { getMessage, listMessages } from './messages.ts'
import { decidePublication, findPublication, proposePublication, suggestedStrikes } from './publication.ts'
import { FeedbackRefused } from './refusals.ts'
import type { Handler } from './rights.ts'
import { reopenFeedback } from './sender.ts'

const database = await freshDatabase()
const officer = (id: string, agency: string): Handler => ({
  ...{ kind: 'officer', id, name: id, agency, role: 'provinceOfficer', unitUid: 'province', areas: ['*'] },
})
const [minh, hoa] = [officer('minh', 'dpHealth'), officer('hoa', 'dpHealth')]
const desk = officer('van', 'provinceOffice')
const now = new Date('2026-11-16T02:00:00Z')
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)
const act = (by: Handler, id: string, done: HandlingAct) =>
  as(by, (transaction) => handleMessage(transaction, { id, act: done, by, now }))
const openFile = (id: string) => as(minh, (transaction) => readMessageFile(transaction, id))

beforeAll(() => plantUnits(database))

async function received(title: string) {
  const content = `${title}: mong cơ quan xem xét và trả lời giúp.`
  const receipt = await plantFeedback(database, { title, content, mayPublish: true, now })
  const [message] = await as(desk, (transaction) =>
    listMessages(transaction, { text: title, today: day('2026-11-16'), limit: 1, offset: 0 }),
  )
  return { receipt, id: message?.id ?? '' }
}

/** With the department, which wrote this answer. */
async function answered(title: string) {
  const { receipt, id } = await received(title)
  await act(desk, id, { act: 'classify', kind: 'question', area: 'socialAssistance' })
  await act(desk, id, { act: 'send', agency: 'dpHealth' })
  await act(minh, id, { act: 'take' })
  await act(minh, id, { act: 'answer', text: 'Câu trả lời mà người duyệt đã đọc.' })
  return { receipt, id }
}

const answerIdOf = async (id: string) =>
  (await openFile(id)).acts.findLast((each) => each.act === 'answer')?.id ?? 0

describe('an answer that was written anew', () => {
  it('is not approved by who had the old one before them', async () => {
    const { id } = await answered('Đổi câu trả lời')
    const answerId = await answerIdOf(id)
    await act(minh, id, { act: 'answer', text: 'Câu trả lời khác hẳn, chưa ai đọc.' })
    await expect(act(hoa, id, { act: 'approve', answerId })).rejects.toThrow(FeedbackRefused)
    expect((await openFile(id)).message).toMatchObject({ state: 'answered', approvedBy: null })
    await act(hoa, id, { act: 'approve', answerId: await answerIdOf(id) })
    expect((await openFile(id)).message.state).toBe('approved')
  })
})

describe('a copy for everybody', () => {
  const propose = (by: Handler, id: string) =>
    as(by, async (transaction) => {
      const strikes = suggestedStrikes(await getMessage(transaction, id))
      await proposePublication(transaction, { id, strikes, by })
    })
  const decide = (by: Handler, id: string, verdict: 'publish' | 'refuse', copyId?: number) =>
    as(by, (transaction) => decidePublication(transaction, { id, copyId, verdict, by, now }))
  const newest = (id: string) => as(hoa, (transaction) => findPublication(transaction, id))

  it('is proposed once by whoever presses twice at once, and published as it was read', async () => {
    const { id } = await answered('Công khai đúng bản')
    await act(hoa, id, { act: 'approve' })
    const both = await Promise.allSettled([propose(minh, id), propose(minh, id)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    for (const each of both)
      if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(FeedbackRefused)
    const read = await newest(id)
    await decide(hoa, id, 'refuse', read?.id)
    await propose(minh, id)
    await expect(decide(hoa, id, 'publish', read?.id)).rejects.toThrow(FeedbackRefused)
    expect((await newest(id))?.state).toBe('proposed')
    await decide(hoa, id, 'publish', (await newest(id))?.id)
    expect((await newest(id))?.state).toBe('published')
  })

  it('of an answer that its sender had reopened since is not published any more', async () => {
    const { id, receipt } = await answered('Trả lời lại')
    await act(hoa, id, { act: 'approve' })
    await propose(minh, id)
    const again = { receiptCode: receipt, reason: 'Câu trả lời chưa nói số tiền', now }
    const reopen = () => as({ kind: 'citizen' }, (transaction) => reopenFeedback(transaction, again))
    const both = await Promise.allSettled([reopen(), reopen()])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const { message } = await as(desk, (transaction) => readMessageFile(transaction, id))
    expect([message.reopenedTimes, message.agency]).toEqual([1, 'provinceOffice'])
    await act(desk, id, { act: 'take' })
    await act(desk, id, { act: 'answer', text: 'Câu trả lời mới, có số tiền.' })
    await act(officer('thang', 'provinceOffice'), id, { act: 'approve' })
    await expect(decide(officer('ha', 'provinceOffice'), id, 'publish')).rejects.toThrow(FeedbackRefused)
  })
})

describe('a place that is no commune of today', () => {
  it('is neither chosen for a message nor sent one, with a sentence', async () => {
    const { id } = await received('Nơi không có')
    for (const placeUid of ['nowhere', 'province', '__proto__'])
      await expect(act(desk, id, { act: 'classify', kind: 'question', placeUid })).rejects.toThrow(
        FeedbackRefused,
      )
    await act(desk, id, { act: 'classify', kind: 'question', placeUid: '16702@2025-07-01' })
    for (const unitUid of ['nowhere', 'province'])
      await expect(act(desk, id, { act: 'send', agency: 'communeCommittee', unitUid })).rejects.toThrow(
        FeedbackRefused,
      )
  })
})

describe('an address that sends', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2/64'],
    ['2001:db8::1', '2001:db8:0:0/64'],
    ['fe80::1%eth0', 'fe80:0:0:0/64'],
    ['::1', '0:0:0:0/64'],
    ['', ''],
  ])('%s is counted as %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
