import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { plantFeedback, plantUnits } from '#test/feedback-rows'
import { watchClocks } from './clock-watch.ts'
import { type HandlingAct, handleMessage } from './handling.ts'
import { readMessageFile, tickCall } from './message-file.ts'
import { listMessages, type Message } from './messages.ts'
import { FeedbackRefused } from './refusals.ts'
import type { Handler } from './rights.ts'
import { findFeedbackByReceipt, followFeedback, markSatisfaction, reopenFeedback } from './sender.ts'
import { feedbackFigures, listMarkComments } from './statistics.ts'

const database = await freshDatabase()
const vinhPhu = '16702@2025-07-01'
const citizen: Actor = { kind: 'citizen' }
const machine: Actor = { kind: 'system', job: 'feedbackClocks' }
const officer = (id: string, change: Partial<Handler>): Handler => ({
  kind: 'officer',
  id,
  name: id,
  role: 'provinceOfficer',
  unitUid: 'province',
  areas: ['*'],
  ...change,
})
const desk = officer('van', { agency: 'provinceOffice' })
const health = officer('minh', { agency: 'dpHealth' })
const healthToo = officer('hoa', { agency: 'dpHealth' })
const commune = officer('lan', { role: 'communeOfficer', unitUid: vinhPhu })
const communeToo = officer('mai', { role: 'communeOfficer', unitUid: vinhPhu })
const leader = officer('hoa-ld', { role: 'leader' })

const monday = new Date('2026-11-09T02:00:00Z')
const daysLater = (count: number) => new Date(monday.getTime() + count * 86_400_000)
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)
const act = (by: Handler, id: string, done: HandlingAct, now = monday) =>
  as(by, (transaction) => handleMessage(transaction, { id, act: done, by, now }))
const look = (receipt: string, now = monday) =>
  as(citizen, (transaction) => findFeedbackByReceipt(transaction, receipt, now))

async function send(title: string, more: Partial<Parameters<typeof plantFeedback>[1]> = {}) {
  const receipt = await plantFeedback(database, {
    title,
    content: `${title}: mong cơ quan xem xét và trả lời giúp.`,
    now: monday,
    ...more,
  })
  return { receipt, message: await found(title) }
}

async function found(title: string): Promise<Message> {
  const all = await as(machine, (transaction) =>
    listMessages(transaction, { today: day('2026-11-09'), limit: 100, offset: 0 }),
  )
  const message = all.find((each) => each.title === title)
  if (!message) throw new Error(`No message "${title}"`)
  return message
}

const toCommune: HandlingAct = { act: 'send', agency: 'communeCommittee', unitUid: vinhPhu }
const answer: HandlingAct = {
  act: 'answer',
  text: 'Phường đã chi trả bổ sung ngày 15/11/2026, xin ông/bà kiểm tra.',
}

/** Sent to the commune, taken on, answered and approved there. */
async function answered(title: string, more: Partial<Parameters<typeof plantFeedback>[1]> = {}) {
  const sent = await send(title, more)
  const { id } = sent.message
  await act(desk, id, { act: 'classify', kind: 'suggestion', area: 'socialAssistance' })
  await act(desk, id, toCommune)
  await act(commune, id, { act: 'take' })
  await act(commune, id, answer)
  await act(communeToo, id, { act: 'approve' })
  return sent
}

beforeAll(() => plantUnits(database))

describe('a message from receipt to its end', () => {
  it('is seen by the province’s office, then by the commune it was sent to, and its sender is told each step', async () => {
    const { receipt, message } = await send('Trợ cấp chi thiếu', { contact: '0912 345 678' })
    expect(
      await as(commune, (transaction) => readMessageFile(transaction, message.id)).catch((e) => e.name),
    ).toBe('FeedbackNotFound')
    await act(desk, message.id, { act: 'classify', kind: 'administrativeRules', area: 'socialAssistance' })
    await act(desk, message.id, toCommune, daysLater(1))
    await act(commune, message.id, { act: 'take' }, daysLater(2))
    const seen = await look(receipt, daysLater(2))
    expect(seen).toMatchObject({
      state: 'handling',
      holder: { agency: 'communeCommittee', unitUid: vinhPhu },
    })
    expect(seen?.holder?.since).toEqual(daysLater(1))
    expect(seen?.history.map(({ act: step }) => step)).toEqual(['receive', 'send', 'take'])
    expect(seen?.clocks.map(({ key, standing }) => [key, standing])).toEqual([
      ['transfer', 'kept'],
      ['answer', 'running'],
    ])
    expect(seen?.clocks[0]?.basis.vi).toContain('NĐ 20/2008')
    const file = await as(commune, (transaction) => readMessageFile(transaction, message.id))
    expect(file.holdings.map(({ agency, until }) => [agency, until])).toEqual([
      ['provinceOffice', daysLater(1)],
      ['communeCommittee', null],
    ])
    expect(file.message.dueOn).toBe('2026-11-25')
    expect(file.calls.map(({ contact, act: step }) => [contact, step])).toEqual([['0912 345 678', 'send']])
    const tick = () =>
      as(commune, (transaction) =>
        tickCall(transaction, { id: message.id, callId: file.calls[0]?.id ?? 0, now: daysLater(2) }),
      )
    await tick()
    await expect(tick()).rejects.toThrow('đã được đánh dấu')
  })

  it('has its place set, mended and taken away where it is classified', async () => {
    const { message } = await send('Nơi nào')
    const place = async (placeUid?: string | null) => {
      await act(desk, message.id, { act: 'classify', kind: 'suggestion', area: 'poverty', placeUid })
      return (await found('Nơi nào')).placeUid
    }
    expect(await place(vinhPhu)).toBe(vinhPhu)
    expect(await place()).toBe(vinhPhu)
    expect(await place('16690@2025-07-01')).toBe('16690@2025-07-01')
    await expect(place('không có')).rejects.toThrow(FeedbackRefused)
    expect(await place(null)).toBeNull()
  })

  it('is answered by one officer and approved by another', async () => {
    const { receipt, message } = await send('Đèn đường tối')
    const { id } = message
    await act(desk, id, { act: 'classify', kind: 'suggestion' })
    await act(desk, id, toCommune)
    await act(commune, id, { act: 'take' })
    await act(commune, id, answer)
    await expect(act(commune, id, { act: 'approve' })).rejects.toThrow(FeedbackRefused)
    expect((await look(receipt))?.answer).toBeUndefined()
    await act(communeToo, id, { act: 'returnAnswer', because: 'Chưa nêu ngày sửa' })
    await act(commune, id, answer)
    await act(communeToo, id, { act: 'approve' }, daysLater(3))
    expect(await look(receipt, daysLater(4))).toMatchObject({
      state: 'approved',
      answer: { text: expect.stringContaining('15/11/2026'), on: '2026-11-12' },
      reopenUntil: '2026-11-27',
      canMark: true,
    })
  })

  it('is never closed silently, not even past the program', async () => {
    const { receipt, message } = await send('Không rõ nội dung')
    await expect(act(desk, message.id, { act: 'close' })).rejects.toThrow('phải nói lý do')
    const silent = as(desk, (transaction) =>
      transaction
        .withTables<{ 'feedback.act': { message_id: string; act: string; at: Date; details: string } }>()
        .insertInto('feedback.act')
        .values({ message_id: message.id, act: 'close', at: monday, details: '{"state":"closed"}' })
        .execute(),
    )
    await expect(silent).rejects.toThrow('nothing_closed_silently')
    await act(desk, message.id, { act: 'close', because: 'Nội dung không đủ để xem xét, xin gửi lại' })
    expect(await look(receipt)).toMatchObject({
      state: 'closed',
      closedBecause: expect.stringContaining('gửi lại'),
    })
  })

  it('is read by leaders once it was read, and changed by none of them, nor by whoever does not hold it', async () => {
    const { message } = await send('Lãnh đạo xem')
    await expect(act(leader, message.id, { act: 'classify', kind: 'question' })).rejects.toMatchObject({
      name: 'FeedbackNotFound',
    })
    await expect(act(health, message.id, { act: 'classify', kind: 'question' })).rejects.toMatchObject({
      name: 'FeedbackNotFound',
    })
    await expect(act(desk, message.id, { act: 'take' })).rejects.toThrow(FeedbackRefused)
    await expect(act(desk, message.id, { act: 'send', agency: 'communeCommittee' })).rejects.toThrow(
      FeedbackRefused,
    )
    await act(desk, message.id, { act: 'classify', kind: 'question' })
    await expect(act(leader, message.id, { act: 'take' })).rejects.toThrow(FeedbackRefused)
  })

  it('does an act that was sent twice with one key once', async () => {
    const { message } = await send('Gửi hai lần')
    const twice = {
      id: message.id,
      act: { act: 'classify', kind: 'question' },
      by: desk,
      key: 'k1',
      now: monday,
    } as const
    for (let time = 0; time < 2; time++) await as(desk, (transaction) => handleMessage(transaction, twice))
    const { acts } = await as(desk, (transaction) => readMessageFile(transaction, message.id))
    expect(acts.map((each) => each.act)).toEqual(['receive', 'classify'])
  })
})

describe('"not solved"', () => {
  it('begins the clock anew one level up, where the earlier handler does not end it alone', async () => {
    const { receipt, message } = await answered('Vẫn chưa nhận được tiền')
    await as(citizen, (transaction) =>
      reopenFeedback(transaction, {
        receiptCode: receipt,
        reason: 'Tiền vẫn chưa đến tay mẹ tôi',
        now: daysLater(7),
      }),
    )
    const again = await as(health, (transaction) => readMessageFile(transaction, message.id))
    expect(again.message).toMatchObject({
      state: 'sent',
      agency: 'dpHealth',
      earlierAgency: 'communeCommittee',
      earlierUnitUid: vinhPhu,
      reopenedTimes: 1,
      begunOn: '2026-11-16',
      dueOn: '2026-12-01',
      approvedBy: null,
    })
    await act(health, message.id, toCommune, daysLater(8))
    await act(commune, message.id, { act: 'take' }, daysLater(8))
    await act(commune, message.id, answer, daysLater(8))
    await expect(act(communeToo, message.id, { act: 'approve' }, daysLater(8))).rejects.toThrow(
      FeedbackRefused,
    )
    await expect(
      act(communeToo, message.id, { act: 'close', because: 'Đã trả lời rồi, không xem lại' }, daysLater(8)),
    ).rejects.toThrow(FeedbackRefused)
    await act(desk, message.id, { act: 'approve' }, daysLater(9))
    expect((await look(receipt, daysLater(9)))?.history.map((step) => step.act)).toEqual([
      ...['receive', 'send', 'take', 'approve', 'reopen', 'send', 'take', 'approve'],
    ])
  })

  it('can be said for fifteen days and with a reason, and of a department goes to the province’s office', async () => {
    const { receipt, message } = await send('Hỏi mức trợ cấp')
    const { id } = message
    const reopen = (reason: string, now: Date) =>
      as(citizen, (transaction) => reopenFeedback(transaction, { receiptCode: receipt, reason, now }))
    await expect(reopen('Chưa ai trả lời cho tôi', monday)).rejects.toThrow(FeedbackRefused)
    await act(desk, id, { act: 'classify', kind: 'question', area: 'socialAssistance' })
    await act(desk, id, { act: 'send', agency: 'dpHealth' })
    await act(health, id, { act: 'take' })
    await act(health, id, answer)
    await act(healthToo, id, { act: 'approve' })
    await expect(reopen('ngắn', daysLater(1))).rejects.toThrow('10 đến 1.000')
    await expect(reopen('Câu trả lời chưa rõ ràng', daysLater(16))).rejects.toThrow('quá hạn')
    await reopen('Câu trả lời chưa rõ ràng', daysLater(15))
    expect(await found('Hỏi mức trợ cấp')).toMatchObject({
      agency: 'provinceOffice',
      earlierAgency: 'dpHealth',
    })
  })
})

describe('satisfaction', () => {
  it('is marked once, and told to officers only as a mean of five or more', async () => {
    const receipts = []
    for (let number = 1; number <= 5; number++) receipts.push((await answered(`Góp ý thứ ${number}`)).receipt)
    const mark = (receiptCode: string, given: number, comment?: string) =>
      as(citizen, (transaction) =>
        markSatisfaction(transaction, { receiptCode, mark: given, comment, now: daysLater(1) }),
      )
    const figures = () =>
      as(desk, (transaction) =>
        feedbackFigures(transaction, {
          from: day('2026-11-01'),
          to: day('2026-11-30'),
          today: day('2026-11-23'),
        }),
      )
    const [first = '', ...rest] = receipts
    await mark(first, 1, 'Chờ lâu')
    await expect(mark(first, 5)).rejects.toThrow('mỗi góp ý chấm một lần')
    await expect(mark(rest[0] ?? '', 6)).rejects.toThrow('từ 1 đến 5')
    for (const receipt of rest.slice(1)) await mark(receipt, 5)
    const ofCommune = async () => (await figures()).find(({ unitUid }) => unitUid === vinhPhu)
    expect(await ofCommune()).toMatchObject({ meanMark: undefined, marks: undefined })
    await mark(rest[0] ?? '', 4)
    expect(await ofCommune()).toMatchObject({ meanMark: 4, marks: 5, reopened: 1 })
    expect(await as(desk, listMarkComments)).toEqual([
      { agency: 'communeCommittee', unitUid: vinhPhu, comments: ['Chờ lâu'] },
    ])
    expect(await as(health, listMarkComments)).toEqual([])
    for (const actor of [desk, commune, leader, machine])
      expect(
        await as(actor, (transaction) =>
          transaction
            .withTables<{ 'feedback.rating': { mark: number } }>()
            .selectFrom('feedback.rating')
            .selectAll()
            .execute(),
        ),
      ).toEqual([])
  })
})

describe('messages about one matter', () => {
  it('are proposed, joined by an officer, answered together, and can be taken apart', async () => {
    const words = { content: 'Cống trước chợ Cọi tắc, nước ngập cả tuần nay không ai thông.' }
    const first = await send('Cống tắc', words)
    const second = await send('Cống tắc ở chợ', words)
    const { like } = await as(desk, (transaction) => readMessageFile(transaction, second.message.id))
    expect(like[0]).toMatchObject({ id: first.message.id, daysApart: 0 })
    await act(desk, second.message.id, { act: 'join', leadingId: first.message.id })
    await act(desk, first.message.id, { act: 'classify', kind: 'suggestion' })
    await act(desk, first.message.id, toCommune)
    await expect(act(commune, second.message.id, { act: 'take' })).rejects.toThrow(FeedbackRefused)
    await act(commune, first.message.id, { act: 'take' })
    await act(commune, first.message.id, answer)
    await act(communeToo, first.message.id, { act: 'approve' })
    for (const { receipt } of [first, second])
      expect(await look(receipt)).toMatchObject({
        state: 'approved',
        answer: { text: expect.stringContaining('15/11') },
      })
    await act(commune, second.message.id, { act: 'unjoin' })
    expect(await found('Cống tắc ở chợ')).toMatchObject({ leadingId: null, state: 'approved' })
  })
})

describe('letters', () => {
  const letters = async (title: string) => {
    const { id } = await found(title)
    return as(machine, async (transaction) => {
      const { rows } = await sql<{ recipient: string; text: string }>`select recipient, text
        from platform.outgoing_mail where about_id = ${id} order by id`.execute(transaction)
      return rows
    })
  }

  it('go to the sender and to who follows, also of joined messages, and never carry an answer', async () => {
    const first = await send('Hố ga mất nắp', { contact: 'linh@example.com' })
    const second = await send('Hố ga không nắp', { contact: 'ban@example.com' })
    await as(citizen, (transaction) =>
      followFeedback(transaction, {
        receiptCode: first.receipt,
        contact: 'theo.doi@example.com',
        now: monday,
      }),
    )
    await act(desk, first.message.id, { act: 'classify', kind: 'suggestion' })
    await act(desk, second.message.id, { act: 'join', leadingId: first.message.id })
    await act(desk, first.message.id, toCommune)
    await act(commune, first.message.id, { act: 'take' })
    await act(commune, first.message.id, answer)
    await act(communeToo, first.message.id, { act: 'approve' })
    const told = await letters('Hố ga mất nắp')
    expect(told.map(({ recipient }) => recipient)).toEqual([
      ...['linh@example.com', 'theo.doi@example.com', 'linh@example.com', 'theo.doi@example.com'],
    ])
    expect(told[0]?.text).toContain('“Hố ga mất nắp” của ông/bà đã được chuyển')
    expect(told[3]?.text).toContain('Một góp ý mà ông/bà theo dõi đã có câu trả lời')
    expect(told[3]?.text).not.toMatch(/Hố ga|15\/11/)
    const others = await letters('Hố ga không nắp')
    expect(others.map(({ recipient }) => recipient)).toEqual(['ban@example.com', 'ban@example.com'])
  })
})

describe('the clocks by night', () => {
  it('raise what is late by one level, once, and say so to its sender', async () => {
    const { receipt, message } = await send('Quá hạn trả lời', { contact: '0987654321' })
    await act(desk, message.id, { act: 'classify', kind: 'suggestion', area: 'socialAssistance' })
    await act(desk, message.id, toCommune)
    const watch = (now: Date) => as(machine, (transaction) => watchClocks(transaction, now))
    await watch(daysLater(14))
    expect(await found('Quá hạn trả lời')).toMatchObject({ raisedAgency: null, dueOn: '2026-11-23' })
    const runs = await watch(daysLater(16))
    expect(runs.find(({ path }) => path === 'open')?.escalated).toBeGreaterThan(0)
    expect((await watch(daysLater(16))).find(({ path }) => path === 'open')?.escalated).toBe(0)
    const file = await as(health, (transaction) => readMessageFile(transaction, message.id))
    expect(file.message).toMatchObject({ raisedAgency: 'dpHealth', agency: 'communeCommittee' })
    expect(file.acts.at(-1)).toMatchObject({
      act: 'escalate',
      by: 'system:feedbackClocks',
      details: { daysOver: 2 },
    })
    expect(file.calls.map((call) => call.act)).toEqual(['send', 'escalate'])
    expect((await look(receipt, daysLater(16)))?.history.at(-1)?.act).toBe('escalate')
    await act(health, message.id, { act: 'send', agency: 'dpHealth' }, daysLater(16))
    expect(await found('Quá hạn trả lời')).toMatchObject({
      agency: 'dpHealth',
      unitUid: null,
      raisedAgency: null,
    })
  })

  it('close what was answered when it can be reopened no more', async () => {
    const { receipt } = await answered('Đã xong')
    const watch = (now: Date) => as(machine, (transaction) => watchClocks(transaction, now))
    await watch(daysLater(15))
    expect((await look(receipt, daysLater(15)))?.state).toBe('approved')
    await watch(daysLater(16))
    expect(await look(receipt, daysLater(16))).toMatchObject({ state: 'closed', reopenUntil: undefined })
  })
})
