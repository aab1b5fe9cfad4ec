import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { plantFeedback, plantUnits } from '#test/feedback-rows'
import { type HandlingAct, handleMessage } from './handling.ts'
import { getMessage, listMessages } from './messages.ts'
import { FeedbackRefused } from './refusals.ts'
import type { Handler } from './rights.ts'
import { findFeedbackByReceipt } from './sender.ts'

const database = await freshDatabase()
const officer = (id: string, agency: string): Handler => ({
  ...{ kind: 'officer', id, name: id, agency, role: 'provinceOfficer', unitUid: 'province', areas: ['*'] },
})
const [minh, hoa] = [officer('minh', 'dpHealth'), officer('hoa', 'dpHealth')]
const desk = officer('van', 'provinceOffice')
const monday = new Date('2026-11-09T02:00:00Z')
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)
const act = (by: Handler, id: string, done: HandlingAct) =>
  as(by, (transaction) => handleMessage(transaction, { id, act: done, by, now: monday }))
const stands = (by: Handler, id: string) => as(by, (transaction) => getMessage(transaction, id))

beforeAll(() => plantUnits(database))

async function received(title: string) {
  const content = `${title}: mong cơ quan xem xét lại giúp tôi.`
  const receipt = await plantFeedback(database, { title, content, now: monday })
  const [message] = await as(desk, (transaction) =>
    listMessages(transaction, { text: title, today: day('2026-11-09'), limit: 1, offset: 0 }),
  )
  return { receipt, id: message?.id ?? '' }
}

describe('a complaint', () => {
  it('that is the second, from far away and complex is resolved in seventy days, and its file says why', async () => {
    const { id } = await received('Khiếu nại mức hưởng')
    const facts = { instance: 'second', isRemote: true, isComplex: true } as const
    const classify = { act: 'classify', kind: 'complaint', area: 'socialAssistance', facts } as const
    await expect(act(desk, id, classify)).rejects.toThrow('ghi căn cứ vào hồ sơ')
    await act(desk, id, { ...classify, complexBecause: 'Phải xác minh ở ba xã' })
    await act(desk, id, { act: 'send', agency: 'dpHealth' })
    await act(minh, id, { act: 'take' })
    expect(await stands(minh, id)).toMatchObject({ ...facts, answerDueOn: '2027-01-18' })
    await act(minh, id, { act: 'classify', kind: 'suggestion', area: 'socialAssistance', facts })
    expect(await stands(minh, id)).toMatchObject({ instance: 'first', isRemote: false, isComplex: false })
  })

  it('that was answered may be made a second time, which its sender is told', async () => {
    const { id, receipt } = await received('Khiếu nại quyết định')
    await act(desk, id, { act: 'classify', kind: 'complaint', facts: { isRemote: true } })
    await act(desk, id, { act: 'send', agency: 'dpHealth' })
    await act(minh, id, { act: 'take' })
    await act(minh, id, { act: 'answer', text: 'Giữ nguyên quyết định, vì đã đúng mức.' })
    await act(hoa, id, { act: 'approve' })
    const seen = await as({ kind: 'citizen' }, (transaction) =>
      findFeedbackByReceipt(transaction, receipt, monday),
    )
    expect(seen?.complainUntil).toBe('2026-12-24')
  })
})

describe('a new message', () => {
  it('may be sent to who should answer before anybody says what it is', async () => {
    const { id } = await received('Gửi trước khi phân loại')
    await act(desk, id, { act: 'send', agency: 'dpHealth' })
    expect(await stands(minh, id)).toMatchObject({ state: 'sent', agency: 'dpHealth', kind: null })
    await act(minh, id, { act: 'classify', kind: 'question' })
    expect(await stands(minh, id)).toMatchObject({ state: 'sent', kind: 'question' })
    await expect(
      act(minh, id, { act: 'refer', to: 'provincePolice', because: 'Không phải đường riêng' }),
    ).rejects.toThrow(FeedbackRefused)
  })
})
