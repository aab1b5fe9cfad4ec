import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { plantFeedback, plantUnits } from '#test/feedback-rows'
import { handleMessage } from './handling.ts'
import { readMessageFile } from './message-file.ts'
import { countMessages, listMessages } from './messages.ts'
import { publicFigures } from './public-figures.ts'
import { FeedbackNotFound } from './refusals.ts'
import type { Handler } from './rights.ts'
import { countUnread, feedbackFigures } from './statistics.ts'

const database = await freshDatabase()
const now = new Date('2026-11-16T02:00:00Z')
const today = day('2026-11-16')
const officer = (id: string, change: Partial<Handler> = {}): Handler => ({
  ...{ kind: 'officer', id, name: id, role: 'provinceOfficer', unitUid: 'province', areas: ['*'] },
  ...change,
})
const desk = officer('van', { agency: 'provinceOffice' })
const leader = officer('hoa', { role: 'leader' })
const leaderOfOffice = officer('hung', { role: 'leader', agency: 'provinceOffice' })
const ofHealth = officer('minh', { agency: 'dpHealth' })
const ofCommune = officer('lan', { role: 'communeOfficer', unitUid: '16702@2025-07-01' })
const inspector = officer('khanh', { agency: 'provinceInspectorate', areas: ['denunciation'] })
const others = [leader, leaderOfOffice, ofHealth, ofCommune, inspector]
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)
const list = (by: Actor, read?: boolean) =>
  as(by, (transaction) => listMessages(transaction, { today, read, limit: 50, offset: 0 }))
const rowsSeen = async (by: Actor) =>
  (
    await as(by, (transaction) =>
      sql<{
        count: number
      }>`select (select count(*) from feedback.message) + (select count(*) from feedback.act)
        + (select count(*) from feedback.holding)
        + (select count(*) from platform.audit where subject_kind like 'feedback%') as count`.execute(
        transaction,
      ),
    )
  ).rows[0]?.count
const figures = (by: Actor) =>
  as(by, (transaction) => feedbackFigures(transaction, { from: day('2026-11-01'), to: today, today }))

beforeAll(() => plantUnits(database))

describe('a message that nobody has read yet', () => {
  // It says nothing by which it could be known for what it is.
  const hidden = {
    title: 'Xin giúp',
    content: 'Tối nào bên ấy cũng khóc, ai đi qua cũng nghe, mong xem giúp.',
  }

  it('is seen by who shares messages out, and by nobody beside them: no row, no line of the log, no figure', async () => {
    await plantFeedback(database, { ...hidden, now })
    const [message] = await list(desk)
    const id = message?.id ?? ''
    await as(desk, (transaction) => readMessageFile(transaction, id))
    for (const by of others) {
      expect(await list(by)).toEqual([])
      expect(await rowsSeen(by)).toBe(0)
      expect(await figures(by)).toEqual([])
      await expect(as(by, (transaction) => readMessageFile(transaction, id))).rejects.toThrow(
        FeedbackNotFound,
      )
    }
    expect(await list(desk, true)).toEqual([])
    expect(await figures(desk)).toEqual([])
    expect(await publicFigures(database.query)).toEqual([])
  })

  it('is counted for the officers of the province, without a word of it', async () => {
    const unread = (by: Actor, on = today) => as(by, (transaction) => countUnread(transaction, on))
    expect(await unread(leader)).toEqual({ waiting: 1, late: 0 })
    expect(await unread(leader, day('2027-01-04'))).toEqual({ waiting: 1, late: 1 })
    expect(await unread(ofCommune)).toBeUndefined()
    expect(await unread({ kind: 'citizen' })).toBeUndefined()
  })

  it('leaves no trace with anybody but its officers when who read it moves it', async () => {
    const [message] = await list(desk)
    const because = 'Có thể là trẻ bị hại, chuyển người phụ trách'
    const act = { act: 'restrict', path: 'child', because } as const
    await as(desk, (transaction) => handleMessage(transaction, { id: message?.id ?? '', act, by: desk, now }))
    for (const by of [desk, ...others]) expect(await rowsSeen(by)).toBe(0)
    expect(await as(leader, (transaction) => countUnread(transaction, today))).toEqual({
      ...{ waiting: 0, late: 0 },
    })
    const ofChildren = officer('an', { agency: 'dpHealth', areas: ['children'] })
    expect(await as(ofChildren, (transaction) => countMessages(transaction, { reserved: true, today }))).toBe(
      1,
    )
  })

  it('is seen by others once somebody said what it is', async () => {
    await plantFeedback(database, {
      title: 'Giờ mở cửa',
      content: 'Xin hỏi bộ phận một cửa mở giờ nào?',
      now,
    })
    const [message] = await list(desk)
    const act = { act: 'classify', kind: 'question' } as const
    await as(desk, (transaction) => handleMessage(transaction, { id: message?.id ?? '', act, by: desk, now }))
    expect((await list(leader)).map(({ id }) => id)).toEqual([message?.id])
    expect(await list(desk, true)).toHaveLength(1)
  })
})

describe('what a sender says of their message', () => {
  it.each([
    ['denunciation', inspector],
    ['child', officer('an', { agency: 'dpHealth', areas: ['children'] })],
  ] as const)('takes it to the path of %s at once, whatever its words are', async (saidPath, by) => {
    const title = `Gửi riêng ${saidPath}`
    await plantFeedback(database, { title, content: 'Con tôi và tôi đều biết việc này.', saidPath, now })
    expect(await list(desk)).not.toContainEqual(expect.objectContaining({ title }))
    const found = await as(by, (transaction) =>
      listMessages(transaction, { text: title, reserved: true, today, limit: 5, offset: 0 }),
    )
    expect(found).toMatchObject([{ title, path: saidPath, saidPath }])
  })
})
