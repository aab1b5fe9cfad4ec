import { sql } from 'kysely'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { plantFeedback, plantUnits } from '#test/feedback-rows'
import { listClockRuns, watchClocks } from './clock-watch.ts'
import { type HandlingAct, handleMessage } from './handling.ts'
import { readMessageFile } from './message-file.ts'
import { countMessages, findFeedbackPicture, listMessages } from './messages.ts'
import { publicFigures } from './public-figures.ts'
import type { Handler } from './rights.ts'
import { findFeedbackByReceipt, reopenFeedback } from './sender.ts'
import { feedbackFigures } from './statistics.ts'

const database = await freshDatabase()
const today = day('2026-11-16')
const now = new Date('2026-11-16T02:00:00Z')
const citizen: Actor = { kind: 'citizen' }
const machine: Actor = { kind: 'system', job: 'feedbackClocks' }
const officer = (id: string, change: Partial<Handler> = {}): Handler => ({
  kind: 'officer',
  id,
  name: id,
  role: 'provinceOfficer',
  unitUid: 'province',
  areas: ['*'],
  ...change,
})
const desk = officer('van', { agency: 'provinceOffice' })
const inspector = officer('khanh', { agency: 'provinceInspectorate', areas: ['denunciation'] })
const ofChildren = officer('an', { agency: 'dpHealth', areas: ['children'] })
const outsiders: Actor[] = [
  desk,
  officer('minh', { agency: 'dpHealth' }),
  officer('toan'),
  officer('ld', { role: 'leader' }),
  officer('xa', { role: 'communeOfficer', unitUid: '16702@2025-07-01' }),
  citizen,
]
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)
const act = (by: Handler, id: string, done: HandlingAct) =>
  as(by, (transaction) => handleMessage(transaction, { id, act: done, by, now }))

const denunciation = {
  title: 'Tố cáo cán bộ thu tiền',
  content: 'Cán bộ thôn đòi tiền mỗi hộ 200.000 đồng khi làm hồ sơ trợ cấp.',
  now,
}
const aboutChild = {
  title: 'Cần giúp một cháu bé',
  content: 'Cháu bé hàng xóm bị đánh mỗi tối, xin giúp ngay.',
  now,
}

const reservedIds = async (actor: Actor) =>
  (
    await as(actor, (transaction) =>
      listMessages(transaction, { reserved: true, today, limit: 50, offset: 0 }),
    )
  ).map(({ id }) => id)

/** Everything the service tells an officer of the messages there are. */
const told = (actor: Actor) =>
  as(actor, async (transaction) => ({
    open: await countMessages(transaction, { today }),
    reserved: await countMessages(transaction, { reserved: true, today }),
    found: await countMessages(transaction, { reserved: true, text: 'cán bộ', today }),
    everybody: await publicFigures(transaction),
    figures: await feedbackFigures(transaction, { from: day('2026-11-01'), to: today, today }),
    runs: (await listClockRuns(transaction)).filter(({ path }) => path !== 'open'),
    rows: (
      await sql<{
        count: number
      }>`select (select count(*) from feedback.message) + (select count(*) from feedback.act)
        + (select count(*) from feedback.holding) + (select count(*) from feedback.picture)
        + (select count(*) from feedback.calling) + (select count(*) from feedback.follower)
        + (select count(*) from platform.audit where subject_kind = 'feedback') as count`.execute(transaction)
    ).rows[0]?.count,
  }))

let receipt = ''
let id = ''
let childId = ''
let before: Awaited<ReturnType<typeof told>>[] = []

beforeAll(async () => {
  await plantUnits(database)
  before = []
  for (const actor of outsiders) before.push(await told(actor))
  const bytes = await sharp({ create: { width: 80, height: 80, channels: 3, background: '#888' } })
    .withExif({ IFD0: { Copyright: 'camera-cua-toi' } })
    .jpeg()
    .toBuffer()
  receipt = await plantFeedback(database, {
    ...denunciation,
    contact: '0912345678',
    picture: { bytes, name: 'a.jpg' },
  })
  await plantFeedback(database, aboutChild)
  id = (await reservedIds(inspector))[0] ?? ''
  childId = (await reservedIds(ofChildren))[0] ?? ''
})

describe('what is reserved from the moment it comes', () => {
  it('is seen by those who were given that area by name, each their own', async () => {
    expect(await reservedIds(inspector)).toEqual([id])
    expect(await reservedIds(ofChildren)).toEqual([childId])
    expect(id).not.toBe(childId)
    expect(await as(machine, (transaction) => countMessages(transaction, { reserved: true, today }))).toBe(2)
  })

  it('is not there for anybody else: in lists, counts, words, figures, runs of the clocks and the log alike', async () => {
    await as(machine, (transaction) => watchClocks(transaction, new Date('2026-12-30T02:00:00Z')))
    await act(inspector, id, { act: 'classify', kind: 'denunciation', area: 'socialAssistance' })
    await as(inspector, (transaction) => readMessageFile(transaction, id))
    for (const [index, actor] of outsiders.entries()) expect(await told(actor)).toEqual(before[index])
    expect(await as(inspector, (transaction) => listClockRuns(transaction))).toContainEqual(
      expect.objectContaining({ path: 'denunciation', looked: 1, escalated: 1 }),
    )
  })

  it('answers who guesses its number as it answers who asks for what does not exist', async () => {
    const nothing = '00000000-0000-4000-8000-000000000000'
    for (const actor of outsiders) {
      const said = await Promise.all(
        [id, nothing].map((each) =>
          as(actor, (transaction) => readMessageFile(transaction, each)).catch(
            (error: Error) => error.message,
          ),
        ),
      )
      expect(said[0]).toBe(said[1])
      expect(said[0]).toContain('Không có góp ý này')
    }
    for (const by of [desk, ofChildren])
      await expect(
        act(by, id, { act: 'close', because: 'Không thuộc thẩm quyền xem xét' }),
      ).rejects.toMatchObject({
        name: 'FeedbackNotFound',
      })
  })

  it('keeps its picture, redrawn without a word about the camera, for the same few', async () => {
    const picture = await as(inspector, (transaction) => findFeedbackPicture(transaction, id))
    expect(picture).toMatchObject({ width: 80, height: 80 })
    expect((await sharp(picture?.bytes).metadata()).exif).toBeUndefined()
    expect(picture?.bytes.includes('camera-cua-toi')).toBe(false)
    await expect(as(desk, (transaction) => findFeedbackPicture(transaction, id))).rejects.toThrow(
      'Không có góp ý này',
    )
  })

  it('tells its sender in neutral words: neither who has it nor under which clock', async () => {
    const seen = await as(citizen, (transaction) => findFeedbackByReceipt(transaction, receipt, now))
    expect(seen).toMatchObject({
      state: 'reserved',
      holder: undefined,
      clocks: [],
      reopenUntil: undefined,
      canMark: false,
    })
    expect(seen?.history.map((step) => step.act)).toEqual(['receive'])
    expect(JSON.stringify(seen)).not.toMatch(/denunciation|tố cáo cán bộ xã|Inspectorate|escalate/)
    await expect(
      as(citizen, (transaction) =>
        reopenFeedback(transaction, { receiptCode: receipt, reason: 'Chưa thấy ai trả lời tôi', now }),
      ),
    ).rejects.toThrow('chưa có câu trả lời')
  })

  it('is given back by who may read it when it was no such thing', async () => {
    await act(ofChildren, childId, { act: 'release', because: 'Không phải chuyện trẻ em' })
    expect(await reservedIds(ofChildren)).toEqual([])
    const seen = await as(desk, (transaction) => readMessageFile(transaction, childId))
    expect(seen.message).toMatchObject({
      path: 'open',
      state: 'received',
      agency: 'provinceOffice',
      kind: 'suggestion',
    })
  })
})

describe('what came the open way and should not have', () => {
  it('is moved by an officer, and is then gone from their lists, their log and the public', async () => {
    const sent = await plantFeedback(database, {
      title: 'Chuyện ở xã',
      content: 'Nội dung cần xem riêng, xin giữ kín.',
      now,
    })
    const [open] = await as(desk, (transaction) =>
      listMessages(transaction, { text: 'Chuyện ở xã', today, limit: 1, offset: 0 }),
    )
    const moved = open?.id ?? ''
    await as(desk, (transaction) => readMessageFile(transaction, moved))
    await act(desk, moved, { act: 'restrict', path: 'denunciation', because: 'Có nội dung tố cáo' })
    await expect(as(desk, (transaction) => readMessageFile(transaction, moved))).rejects.toThrow(
      'Không có góp ý này',
    )
    const logged = (actor: Actor) =>
      as(
        actor,
        async (transaction) =>
          (await sql`select 1 from platform.audit where subject_id = ${moved}`.execute(transaction)).rows
            .length,
      )
    expect(await logged(desk)).toBe(0)
    expect(await logged(inspector)).toBeGreaterThan(1)
    const file = await as(inspector, (transaction) => readMessageFile(transaction, moved))
    expect(file.message).toMatchObject({
      agency: 'provinceInspectorate',
      kind: 'denunciation',
      state: 'received',
    })
    expect(await as(citizen, (transaction) => findFeedbackByReceipt(transaction, sent, now))).toMatchObject({
      state: 'reserved',
    })
  })

  it('goes there at once when an officer calls it a denunciation', async () => {
    await act(desk, childId, { act: 'classify', kind: 'childProtection' })
    expect(await reservedIds(ofChildren)).toEqual([childId])
    expect(await as(desk, (transaction) => countMessages(transaction, { text: 'cháu bé', today }))).toBe(0)
  })

  it('is ended with a reason, and its sender is told that it ended', async () => {
    await act(inspector, id, { act: 'close', because: 'Đã chuyển Cơ quan điều tra theo thẩm quyền' })
    const seen = await as(citizen, (transaction) => findFeedbackByReceipt(transaction, receipt, now))
    expect(seen).toMatchObject({ state: 'closed', closedBecause: undefined, answer: undefined })
    const { calls } = await as(inspector, (transaction) => readMessageFile(transaction, id))
    expect(calls.map((call) => call.act)).toEqual(['close'])
  })
})
