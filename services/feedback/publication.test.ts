import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { plantFeedback, plantUnits } from '#test/feedback-rows'
import { handleMessage } from './handling.ts'
import { readMessageFile } from './message-file.ts'
import { getMessage, listMessages } from './messages.ts'
import { countPublicAnswers, findPublicAnswer, listPublicAnswers } from './public-answers.ts'
import { publicFigures } from './public-figures.ts'
import {
  decidePublication,
  findPublication,
  proposePublication,
  suggestedStrikes,
  withdrawPublication,
} from './publication.ts'
import { FeedbackRefused } from './refusals.ts'
import type { Handler } from './rights.ts'
import { findFeedbackByReceipt, followFeedback, withdrawConsent } from './sender.ts'
import type { Strikes } from './tables.ts'

const database = await freshDatabase()
const citizen: Actor = { kind: 'citizen' }
const officer = (id: string): Handler => ({
  kind: 'officer',
  id,
  name: id,
  role: 'provinceOfficer',
  unitUid: 'province',
  areas: ['*'],
  agency: 'dpHealth',
})
const [minh, hoa] = [officer('minh'), officer('hoa')]
const desk: Handler = { ...officer('van'), agency: 'provinceOffice' }
const now = new Date('2026-11-16T02:00:00Z')
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)

const secrets = [
  'Phan Thị Hồng Lĩnh',
  '0912 345 678',
  'Vi Văn Sáu',
  '040185001234',
  '37A-123.45',
  'linh@example.com',
]
const told = {
  title: 'Bà Vi Văn Sáu bị chi thiếu',
  content: `Tôi là Phan Thị Hồng Lĩnh, số 0912 345 678. Ông Vi Văn Sáu, CCCD 040185001234, đi xe 37A-123.45,
    nhận thiếu 40.000 đồng. Thư: linh@example.com`,
  contact: 'linh@example.com',
  mayPublish: true,
  now,
}

/** Sent, answered and approved; the number of the message and its receipt. */
async function answered(more: Partial<typeof told> = {}) {
  const receipt = await plantFeedback(database, { ...told, ...more })
  const [message] = await as(desk, (transaction) =>
    listMessages(transaction, { state: 'received', today: day('2026-11-16'), limit: 1, offset: 0 }),
  )
  const id = message?.id ?? ''
  const handle = (by: Handler, act: Parameters<typeof handleMessage>[1]['act']) =>
    as(by, (transaction) => handleMessage(transaction, { id, act, by, now }))
  await handle(desk, { act: 'classify', kind: 'question', area: 'socialAssistance' })
  await handle(desk, { act: 'send', agency: 'dpHealth' })
  await handle(minh, { act: 'take' })
  await handle(minh, { act: 'answer', text: 'Sở đã yêu cầu chi bổ sung cho ông Vi Văn Sáu trong tháng 12.' })
  await handle(hoa, { act: 'approve' })
  return { id, receipt }
}

const propose = (id: string, change: (strikes: Strikes) => Strikes = (strikes) => strikes) =>
  as(minh, async (transaction) => {
    const strikes = change(suggestedStrikes(await getMessage(transaction, id)))
    await proposePublication(transaction, { id, strikes, by: minh })
  })
const publish = (by: Handler, id: string) =>
  as(by, (transaction) => decidePublication(transaction, { id, verdict: 'publish', by, now }))

beforeAll(() => plantUnits(database))

describe('an answer for everybody', () => {
  it('shows nothing of what was struck out, and keeps the original as it was', async () => {
    const { id, receipt } = await answered()
    await propose(id)
    expect(await countPublicAnswers(database.query)).toBe(0)
    await expect(publish(minh, id)).rejects.toThrow(FeedbackRefused)
    await publish(hoa, id)
    const [shown] = await listPublicAnswers(database.query, { limit: 10, offset: 0 })
    const one = await findPublicAnswer(database.query, shown?.id ?? 0)
    for (const secret of secrets) expect(JSON.stringify([shown, one])).not.toContain(secret)
    expect(shown).toMatchObject({
      title: 'Bà [đã che] bị chi thiếu',
      answer: expect.stringContaining('cho ông [đã che] trong tháng 12'),
      agency: 'dpHealth',
      area: 'socialAssistance',
    })
    expect(shown?.content).toContain('nhận thiếu 40.000 đồng')
    const { message } = await as(minh, (transaction) => readMessageFile(transaction, id))
    for (const secret of secrets) expect(`${message.title} ${message.content}`).toContain(secret)
    const seen = await as(citizen, (transaction) => findFeedbackByReceipt(transaction, receipt, now))
    expect(seen?.publicId).toBe(shown?.id)
  })

  it('is found by its words and area, and by no word that was struck out', async () => {
    const count = (filter: object) => countPublicAnswers(database.query, filter)
    expect(await count({ text: 'chi thiếu' })).toBe(1)
    expect(await count({ text: 'CHI THIEU' })).toBe(1)
    expect(await count({ area: 'merit' })).toBe(0)
    for (const secret of secrets) expect(await count({ text: secret })).toBe(0)
  })

  it('has the passages named by what they are, the sender’s own contact too', async () => {
    const { id } = await answered({ contact: '0912 345 678' })
    const strikes = await as(minh, async (transaction) => suggestedStrikes(await getMessage(transaction, id)))
    expect(strikes.content.map(({ why }) => why)).toEqual([
      ...['name', 'phone', 'name', 'idNumber', 'plate', 'email'],
    ])
  })

  it('is struck as the officer says, whatever the machine proposed', async () => {
    const { id } = await answered({ title: 'Quán Sen ồn ào', content: 'Quán Sen cạnh chợ mở nhạc cả đêm.' })
    await propose(id, (strikes) => ({ ...strikes, title: [{ from: 0, to: 8, why: 'officer' }] }))
    const copy = await as(hoa, (transaction) => findPublication(transaction, id))
    expect(copy).toMatchObject({ title: '[đã che] ồn ào', state: 'proposed', proposedBy: 'officer:minh' })
    await as(hoa, (transaction) => decidePublication(transaction, { id, verdict: 'refuse', by: hoa, now }))
    expect(await countPublicAnswers(database.query)).toBe(1)
  })

  it('needs the sender to agree', async () => {
    const { id } = await answered({ mayPublish: false })
    await expect(propose(id)).rejects.toThrow('người gửi phải đồng ý')
  })

  it('can be taken back: its words are gone, and the reason stands in their place', async () => {
    const [shown] = await listPublicAnswers(database.query, { limit: 1, offset: 0 })
    const publicId = shown?.id ?? 0
    const { messages } = await as(minh, async (transaction) => ({
      messages: await listMessages(transaction, {
        text: 'chi thiếu',
        today: day('2026-11-16'),
        limit: 9,
        offset: 0,
      }),
    }))
    const published = []
    for (const { id } of messages)
      if ((await as(minh, (transaction) => findPublication(transaction, id)))?.state === 'published')
        published.push(id)
    const [id = ''] = published
    const withdraw = (because: string) =>
      as(minh, (transaction) => withdrawPublication(transaction, { id, because, by: minh, now }))
    await expect(withdraw('x')).rejects.toThrow('lý do gỡ')
    await withdraw('Người gửi đề nghị gỡ')
    expect(await findPublicAnswer(database.query, publicId)).toEqual({
      id: publicId,
      withdrawnAt: now,
      withdrawnBecause: 'Người gửi đề nghị gỡ',
    })
    expect(await countPublicAnswers(database.query)).toBe(0)
  })
})

describe('a sender who no longer agrees', () => {
  it('sees the published copy gone at once, and nobody can propose another', async () => {
    const { id, receipt } = await answered()
    await propose(id)
    await publish(hoa, id)
    const [shown] = await listPublicAnswers(database.query, { limit: 1, offset: 0 })
    await as(citizen, (transaction) => withdrawConsent(transaction, { receiptCode: receipt, now }))
    expect(await findPublicAnswer(database.query, shown?.id ?? 0)).toMatchObject({
      withdrawnBecause: 'Người gửi không còn đồng ý công khai',
    })
    await expect(propose(id)).rejects.toThrow('người gửi phải đồng ý')
  })
})

describe('the figures for everybody', () => {
  it('say how many each authority answered in time', async () => {
    const [most] = await publicFigures(database.query)
    expect(most).toMatchObject({ agency: 'dpHealth', unitUid: null, meanMark: undefined })
    expect(most?.answeredInTime).toBe(most?.answered)
  })
})

describe('who follows', () => {
  it('leaves a contact by a receipt or a published number, and by nothing else', async () => {
    const { id, receipt } = await answered()
    await propose(id)
    await publish(hoa, id)
    const [shown] = await listPublicAnswers(database.query, { limit: 1, offset: 0 })
    const follow = (asked: { receiptCode?: string; publicId?: number }, contact = 'ban@example.com') =>
      as(citizen, (transaction) => followFeedback(transaction, { ...asked, contact, now }))
    expect(await follow({ receiptCode: receipt })).toBe(true)
    expect(await follow({ publicId: shown?.id ?? 0 })).toBe(true)
    expect(await follow({ publicId: shown?.id ?? 0 }, '0900 000 111')).toBe(true)
    expect(await follow({ publicId: 999_999 })).toBe(false)
    expect(await follow({ receiptCode: 'GY-AAAA-AAAA' })).toBe(false)
    await expect(follow({ receiptCode: receipt }, 'không phải')).rejects.toThrow('thư điện tử')
    const { followers } = await as(minh, (transaction) => readMessageFile(transaction, id))
    expect(followers).toBe(2)
  })
})
