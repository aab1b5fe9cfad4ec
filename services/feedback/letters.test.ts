import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { sendLetters } from '#platform/mail-sending'
import { freshDatabase } from '#test/database'
import { plantFeedback, plantUnits } from '#test/feedback-rows'
import { type HandlingAct, handleMessage } from './handling.ts'
import { countUnsentLetters, handleLetterAbout, listUnsentLetters } from './letters.ts'
import { readMessageFile } from './message-file.ts'
import { listMessages } from './messages.ts'
import type { Handler } from './rights.ts'

const database = await freshDatabase()
const officer = (id: string, agency: string, change: Partial<Handler> = {}): Handler => ({
  ...{ kind: 'officer', id, name: id, role: 'provinceOfficer', unitUid: 'province', areas: ['*'], agency },
  ...change,
})
const desk = officer('van', 'provinceOffice')
const health = officer('minh', 'dpHealth')
const leader = officer('hoa', 'provinceOffice', { role: 'leader' })
const inspector = officer('khanh', 'provinceInspectorate', { areas: ['denunciation'] })
const now = new Date()
const daysLater = (count: number) => new Date(now.getTime() + count * 86_400_000)
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)
const act = (by: Handler, id: string, done: HandlingAct) =>
  as(by, (transaction) => handleMessage(transaction, { id, act: done, by, now }))
const unsent = (by: Actor, reserved = false) =>
  as(by, (transaction) => listUnsentLetters(transaction, { reserved, limit: 10, offset: 0 }))
const lettersOf = async (by: Actor, id: string) =>
  (await as(by, (transaction) => readMessageFile(transaction, id))).letters
const handle = (
  by: Handler,
  id: number,
  done: { act: 'sendAgain' } | { act: 'tellOtherwise'; note: string },
) => as(by, (transaction) => handleLetterAbout(transaction, { ...done, id, by, now: daysLater(4) }))
/** Nobody sends anything here: after three days what waits is old news. */
const giveUp = (at: Date) =>
  sendLetters(database, {
    smtpUrl: undefined,
    from: 'ansinh@example.vn',
    baseUrl: 'https://ansinh.example.vn',
    now: () => at,
  })

async function send(title: string, content: string, reserved = false): Promise<string> {
  await plantFeedback(database, { title, content, contact: 'linh@example.com', now })
  const [message] = await as({ kind: 'system', job: 'test' }, (transaction) =>
    listMessages(transaction, { text: title, reserved, today: day('2026-11-23'), limit: 1, offset: 0 }),
  )
  return message?.id ?? ''
}

let id = ''
let reservedId = ''

beforeAll(async () => {
  await plantUnits(database)
  id = await send('Trợ cấp chi chậm', 'Trợ cấp của tôi chậm hai tháng, mong xem giúp.')
  reservedId = await send('Tố cáo thu tiền', 'Cán bộ thôn đòi tiền các hộ khi làm hồ sơ.', true)
  await act(desk, id, { act: 'classify', kind: 'suggestion' })
  await act(desk, id, { act: 'send', agency: 'dpHealth' })
  await act(inspector, reservedId, { act: 'take' })
  await act(inspector, reservedId, { act: 'accept' })
})

describe('a letter to a sender', () => {
  it('is seen with its message: that it waits, and then why it was given up', async () => {
    expect(await lettersOf(health, id)).toMatchObject([
      { recipient: 'linh@example.com', state: 'waiting', reason: undefined, handled: undefined },
    ])
    expect(await unsent(desk)).toEqual([])
    await giveUp(daysLater(4))
    expect(await lettersOf(health, id)).toMatchObject([
      { state: 'givenUp', reason: { vi: expect.stringContaining('3 ngày') } },
    ])
  })

  it('that was not sent is listed for who sees the message, and a reserved one for its own few', async () => {
    for (const actor of [desk, health, leader]) {
      expect((await unsent(actor)).map(({ about }) => about)).toEqual([{ kind: 'feedback', id }])
      expect(await unsent(actor, true)).toEqual([])
      expect(await as(actor, (transaction) => countUnsentLetters(transaction, { reserved: true }))).toBe(0)
    }
    expect(await unsent(officer('thang', 'dpHomeAffairs'))).toEqual([])
    expect((await unsent(inspector, true)).map(({ about }) => about)).toEqual([
      { kind: 'feedback.denunciation', id: reservedId },
    ])
    expect(await unsent({ kind: 'citizen' }, true)).toEqual([])
  })

  it('is sent again, from when it is news anew, and is then no letter that failed', async () => {
    const [letter] = await unsent(desk)
    await expect(handle(leader, letter?.id ?? 0, { act: 'sendAgain' })).rejects.toThrow('tải lại trang')
    await handle(desk, letter?.id ?? 0, { act: 'sendAgain' })
    await giveUp(daysLater(5))
    expect(await lettersOf(desk, id)).toMatchObject([
      { state: 'waiting', tries: 0, handled: { act: 'sendAgain', by: 'officer:van' } },
    ])
    await expect(handle(desk, letter?.id ?? 0, { act: 'sendAgain' })).rejects.toThrow('đang được gửi')
    await giveUp(daysLater(9))
    expect(await unsent(desk)).toHaveLength(1)
  })

  it('is settled by who told its receiver another way, and says how', async () => {
    const [letter] = await unsent(health)
    const told = (note: string) => handle(health, letter?.id ?? 0, { act: 'tellOtherwise', note })
    await expect(told(' ')).rejects.toThrow('bằng cách nào')
    await told('Gọi điện 0912 345 678, gặp người gửi')
    expect(await lettersOf(desk, id)).toMatchObject([
      { state: 'toldOtherwise', handled: { note: 'Gọi điện 0912 345 678, gặp người gửi' } },
    ])
    expect(await unsent(desk)).toEqual([])
  })

  it('about a reserved message is handled by its officers alone, and leaves its line in their log alone', async () => {
    const [letter] = await unsent(inspector, true)
    for (const by of [desk, health])
      await expect(handle(by, letter?.id ?? 0, { act: 'sendAgain' })).rejects.toMatchObject({
        name: 'FeedbackNotFound',
      })
    await handle(inspector, letter?.id ?? 0, { act: 'tellOtherwise', note: 'Gửi giấy mời qua bưu điện' })
    const lines = (actor: Actor) =>
      as(actor, async (transaction) => {
        const { rows } = await sql`select 1 from platform.audit where action = 'tellOtherwiseLetter'
          and subject_id = ${reservedId}`.execute(transaction)
        return rows.length
      })
    expect([await lines(inspector), await lines(desk), await lines(leader)]).toEqual([1, 0, 0])
    const rows = (actor: Actor) =>
      as(
        actor,
        async (transaction) =>
          (await sql`select 1 from platform.mail_handling`.execute(transaction)).rows.length,
      )
    expect([await rows(inspector), await rows(desk)]).toEqual([1, 2])
  })

  it('is changed by no officer past the program', async () => {
    const change = as(desk, async (transaction) => {
      const { numAffectedRows } =
        await sql`update platform.outgoing_mail set recipient = 'ai@example.com'`.execute(transaction)
      return numAffectedRows
    })
    expect(await change).toBe(0n)
  })
})
