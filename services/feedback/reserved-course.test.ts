import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { plantFeedback, plantUnits } from '#test/feedback-rows'
import { watchClocks } from './clock-watch.ts'
import { type HandlingAct, handleMessage } from './handling.ts'
import { readMessageFile } from './message-file.ts'
import { listMessages } from './messages.ts'
import { canPropose } from './publication.ts'
import { FeedbackRefused } from './refusals.ts'
import { actsOpenTo, type Handler } from './rights.ts'
import { findFeedbackByReceipt, followFeedback, markSatisfaction } from './sender.ts'

const database = await freshDatabase()
const citizen: Actor = { kind: 'citizen' }
const machine: Actor = { kind: 'system', job: 'feedbackClocks' }
const officer = (id: string, agency: string, areas: string[], change: Partial<Handler> = {}): Handler => ({
  ...{ kind: 'officer', id, name: id, role: 'provinceOfficer', unitUid: 'province', agency, areas },
  ...change,
})
const inspector = officer('khanh', 'provinceInspectorate', ['denunciation'])
const chief = officer('thu', 'provinceInspectorate', ['denunciation'])
const ofChildren = officer('an', 'dpHealth', ['children'])
const alsoOfChildren = officer('mai', 'dpHealth', ['children'])
const desk = officer('van', 'provinceOffice', ['*'])
const leader = officer('hoa', 'provinceOffice', ['*'], { role: 'leader' })
const commune = officer('lan', 'communeCommittee', ['*', 'denunciation', 'children'], {
  ...{ role: 'communeOfficer', unitUid: '16702@2025-07-01' },
})
const outsiders = [desk, leader, commune, officer('minh', 'dpHealth', ['*'])]

const monday = new Date('2026-11-09T02:00:00Z')
const daysLater = (count: number) => new Date(monday.getTime() + count * 86_400_000)
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)
const act = (by: Handler, id: string, done: HandlingAct, now = monday) =>
  as(by, (transaction) => handleMessage(transaction, { id, act: done, by, now }))
const file = (by: Actor, id: string) => as(by, (transaction) => readMessageFile(transaction, id))
const look = (receipt: string, now = monday) =>
  as(citizen, (transaction) => findFeedbackByReceipt(transaction, receipt, now))

beforeAll(() => plantUnits(database))

async function send(title: string, content: string, contact = '0912 345 678') {
  const receipt = await plantFeedback(database, { title, content, contact, mayPublish: true, now: monday })
  const all = await as(machine, async (transaction) => {
    const asked = { today: day('2026-11-09'), text: title, limit: 5, offset: 0 }
    return [
      ...(await listMessages(transaction, { ...asked, reserved: true })),
      ...(await listMessages(transaction, asked)),
    ]
  })
  return { receipt, id: all[0]?.id ?? '' }
}

const denounced = (title: string, contact?: string) =>
  send(title, 'Cán bộ thôn đòi tiền mỗi hộ khi làm hồ sơ trợ cấp.', contact)
const aboutChild = (title: string) => send(title, 'Một cháu bé bị đánh mỗi tối, xin giúp ngay.')

/** Rows of the log, of acts, calls and letters that an actor can know of. */
const traces = (actor: Actor, id: string) =>
  as(actor, async (transaction) => {
    const { rows } = await sql<{
      what: string
    }>`select 'log ' || action as what from platform.audit where subject_id = ${id}
      union all select 'act ' || act from feedback.act where message_id::text = ${id}
      union all select 'call' from feedback.calling where message_id::text = ${id}
      union all select 'letter' from platform.outgoing_mail where about_id = ${id}`.execute(transaction)
    return rows.map(({ what }) => what).toSorted()
  })

describe('a denunciation', () => {
  it('is checked, accepted, extended, answered by one and approved by a second of the same area, and closed', async () => {
    const { id, receipt } = await denounced('Tố cáo thu tiền hồ sơ', 'linh@example.com')
    await act(inspector, id, { act: 'classify', kind: 'denunciation', area: 'socialAssistance' })
    await act(inspector, id, { act: 'take' })
    expect((await file(inspector, id)).message).toMatchObject({ state: 'handling', acceptedOn: null })
    await expect(act(inspector, id, { act: 'extend', because: 'Chưa thụ lý mà gia hạn' })).rejects.toThrow(
      FeedbackRefused,
    )
    await act(inspector, id, { act: 'accept' }, daysLater(3))
    expect((await file(inspector, id)).message.answerDueOn).toBe('2026-12-14')
    await act(
      inspector,
      id,
      { act: 'extend', because: 'Quyết định 12/QĐ: phải xác minh thêm' },
      daysLater(20),
    )
    expect((await file(inspector, id)).message).toMatchObject({ extendedTimes: 1, answerDueOn: '2027-01-11' })
    await expect(act(inspector, id, { act: 'extend', because: 'Lần nữa, còn dài' })).rejects.toThrow(
      'hết số lần',
    )
    const text = 'Đã kết luận: yêu cầu trả lại tiền cho các hộ và xử lý kỷ luật.'
    await act(inspector, id, { act: 'answer', text }, daysLater(30))
    await expect(act(inspector, id, { act: 'approve' }, daysLater(30))).rejects.toThrow(FeedbackRefused)
    expect((await look(receipt))?.answer).toBeUndefined()
    await act(chief, id, { act: 'approve' }, daysLater(31))
    expect(await look(receipt, daysLater(31))).toMatchObject({
      ...{ state: 'approved', answer: { text }, canMark: false, reopenUntil: undefined, holder: undefined },
    })
    await as(machine, (transaction) => watchClocks(transaction, daysLater(60)))
    expect((await file(inspector, id)).message.state).toBe('approved')
    const because = 'Kết luận 45/KL-TTr đã gửi các bên'
    await act(inspector, id, { act: 'close', because, ending: 'settled' }, daysLater(61))
    const seen = await look(receipt, daysLater(61))
    expect(seen).toMatchObject({
      state: 'closed',
      ended: { as: 'settled', path: 'denunciation' },
      closedBecause: undefined,
    })
    expect(seen?.history.map((step) => step.act)).toEqual([
      'receive',
      'take',
      'accept',
      'extend',
      'approve',
      'close',
    ])
    expect(JSON.stringify(seen?.history)).not.toMatch(/12\/QĐ|45\/KL|khanh|Inspectorate/)
    await expect(
      as(citizen, (transaction) =>
        markSatisfaction(transaction, { receiptCode: receipt, mark: 5, now: monday }),
      ),
    ).rejects.toThrow(FeedbackRefused)
    expect(canPropose({ ...(await file(inspector, id)).message }, inspector)).toBe(false)
    for (const actor of outsiders) expect(await traces(actor, id)).toEqual([])
    const letters = await as(machine, async (transaction) => {
      const { rows } = await sql<{ text: string }>`select subject || text as text from platform.outgoing_mail
        where about_id = ${id}`.execute(transaction)
      return rows.map((each) => each.text)
    })
    expect(letters).toHaveLength(4)
    expect(letters.join()).not.toMatch(/Tố cáo|thu tiền/)
  })

  it('that others are competent for is sent on to them by name, which its sender is told', async () => {
    const { id, receipt } = await denounced('Tố cáo lừa đảo')
    const because = 'Có dấu hiệu tội phạm, chuyển theo phiếu chuyển 7/PC'
    await expect(act(inspector, id, { act: 'refer', to: 'childLine', because })).rejects.toThrow(
      'không có trong danh mục',
    )
    await expect(act(inspector, id, { act: 'refer', to: 'communePolice', because })).rejects.toThrow(
      'phải chọn xã',
    )
    await act(inspector, id, { act: 'refer', to: 'provincePolice', because }, daysLater(2))
    const { message, calls } = await file(inspector, id)
    expect(message).toMatchObject({ state: 'handling', sentOn: '2026-11-11', agency: 'provinceInspectorate' })
    expect(calls.map((call) => call.act)).toEqual(['refer'])
    expect((await look(receipt))?.history.at(-1)).toMatchObject({
      act: 'refer',
      body: { to: 'provincePolice' },
    })
    await act(inspector, id, { act: 'close', because: 'Công an tỉnh đã tiếp nhận', ending: 'referred' })
    await expect(
      act(inspector, id, { act: 'close', because: 'Kết thúc lần nữa cho chắc', ending: 'settled' }),
    ).rejects.toThrow(FeedbackRefused)
  })

  it('is ended only with a reason in its file and a sentence of its path', async () => {
    const { id } = await denounced('Tố cáo không rõ')
    for (const close of [{ because: 'ngắn' }, { because: 'Trẻ đã an toàn ở nhà', ending: 'safe' as const }])
      await expect(act(inspector, id, { act: 'close', ...close })).rejects.toThrow(FeedbackRefused)
    await expect(act(inspector, id, { act: 'classify', kind: 'suggestion' })).rejects.toThrow(
      'trả về đường chung',
    )
  })
})

describe('a report about a child', () => {
  it('is sent on from its first moment, and its sender is not told where', async () => {
    const { id, receipt } = await aboutChild('Cần giúp một cháu bé')
    expect(actsOpenTo((await file(ofChildren, id)).message, ofChildren)).toContain('refer')
    const because = 'Đã gọi 111, mã ca 204'
    await act(ofChildren, id, { act: 'refer', to: 'childLine', because })
    await act(ofChildren, id, { act: 'refer', to: 'communeChair', unitUid: '16702@2025-07-01', because })
    expect((await file(ofChildren, id)).message).toMatchObject({ state: 'handling', dueOn: null })
    const seen = await look(receipt)
    expect(seen).toMatchObject({ state: 'reserved', clocks: [] })
    expect(seen?.history.map((step) => step.act)).toEqual(['receive', 'refer', 'refer'])
    expect(JSON.stringify(seen?.history)).not.toMatch(/childLine|communeChair|16702|111/)
    await act(ofChildren, id, { act: 'answer', text: 'Cán bộ đã đến nhà, cháu được đưa về bà ngoại.' })
    await act(alsoOfChildren, id, { act: 'approve' })
    await act(alsoOfChildren, id, { act: 'close', because: 'Hồ sơ bảo vệ trẻ đã lập', ending: 'safe' })
    expect(await look(receipt)).toMatchObject({ state: 'closed', ended: { as: 'safe' } })
    for (const actor of [...outsiders, inspector]) expect(await traces(actor, id)).toEqual([])
  })

  it('stays due on its first day until it is with somebody who can help', async () => {
    const { id } = await aboutChild('Cháu bé chưa ai đến')
    await act(ofChildren, id, { act: 'take' })
    expect((await file(ofChildren, id)).message.dueOn).toBe('2026-11-09')
  })
})

describe('what was done on a reserved path', () => {
  it('stays there when the message is given back: answer, reasons, calls, letters, lines of the log', async () => {
    const { id, receipt } = await denounced('Chuyện không phải tố cáo', 'linh@example.com')
    await act(inspector, id, { act: 'take' })
    await act(inspector, id, { act: 'accept', because: 'Thông báo thụ lý 3/TB' })
    await act(inspector, id, { act: 'answer', text: 'Lời riêng cho người tố cáo, không ai khác đọc.' })
    await act(chief, id, { act: 'approve' })
    await act(inspector, id, { act: 'release', because: 'Không phải tố cáo cán bộ' })
    const given = await file(desk, id)
    expect(given.message).toMatchObject({
      ...{
        path: 'open',
        state: 'received',
        kind: 'suggestion',
        answer: null,
        approvedBy: null,
        acceptedOn: null,
      },
    })
    expect(given.acts.map((each) => each.act)).toEqual(['receive', 'release'])
    expect(await traces(desk, id)).toEqual(['act receive', 'act release', 'log read', 'log release'])
    expect(await look(receipt)).toMatchObject({ state: 'received', answer: undefined })
    await act(desk, id, { act: 'classify', kind: 'denunciation' })
    await expect(file(desk, id)).rejects.toThrow('Không có góp ý này')
    expect(await traces(desk, id)).toEqual([])
    const again = await file(inspector, id)
    expect(again.message).toMatchObject({ path: 'denunciation', state: 'received' })
    expect(again.acts.map((each) => each.act)).toContain('accept')
    await act(inspector, id, { act: 'take' })
    await act(inspector, id, { act: 'close', because: 'Người gửi đã rút đơn', ending: 'withdrawn' })
  })

  it('is told to no one who followed the message while it was open', async () => {
    const { id, receipt } = await send('Đường vào xóm hỏng', 'Đường vào xóm hỏng, mong sửa giúp bà con.')
    await as(citizen, (transaction) =>
      followFeedback(transaction, { receiptCode: receipt, contact: '0988 777 666', now: monday }),
    )
    await act(desk, id, { act: 'restrict', path: 'denunciation', because: 'Có nội dung tố cáo' })
    await act(inspector, id, { act: 'close', because: 'Đã chuyển nơi có thẩm quyền', ending: 'referred' })
    expect((await file(inspector, id)).calls.map(({ contact }) => contact)).toEqual(['0912 345 678'])
  })

  it('can still begin when the message was closed in the open', async () => {
    const { id } = await send('Ý kiến về thôn', 'Ý kiến về việc của thôn, mong xem xét giúp.')
    await act(desk, id, { act: 'close', because: 'Không đủ nội dung để xem xét' })
    await act(desk, id, { act: 'restrict', path: 'child', because: 'Đọc lại: nói về một cháu' })
    expect((await file(ofChildren, id)).message).toMatchObject({ state: 'received', closedBecause: null })
  })
})
