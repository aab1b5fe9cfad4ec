import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import {
  countPublicAnswers,
  feedbackFigures,
  listMessages,
  listPublicAnswers,
  readMessageFile,
} from '#feedback'
import { type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { demonstrationOfficers } from '#test/demonstration-officers'
import { plantUnits } from '#test/feedback-rows'
import { loadMessages, planMessages } from './feedback.ts'
import { demonstrationMessages, inventedNote } from './messages.ts'
import { partsOf } from './officers.ts'
import { answerTo } from './sending.ts'

const database = await freshDatabase()
const machine = { kind: 'system', job: 'test' } as const
const now = new Date('2026-11-23T03:00:00Z')
const officers = partsOf(demonstrationOfficers)
const desk = {
  kind: 'officer',
  id: 'v',
  name: 'v',
  role: 'provinceOfficer',
  unitUid: 'province',
  areas: ['*'],
} as const

const as = <Result>(actor: Parameters<typeof withActor>[1], work: (t: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)
const list = (reserved: boolean, more = {}) =>
  as(machine, (transaction) =>
    listMessages(transaction, { reserved, today: day('2026-11-23'), limit: 100, offset: 0, ...more }),
  )

beforeAll(async () => {
  await plantUnits(database)
  if (officers) await loadMessages({ database, officers, seed: 7, now })
})

describe('the messages of the demonstration', () => {
  it('stand on the paths their words ask for, in every step there is', async () => {
    const [open, reserved] = [await list(false), await list(true)]
    expect(open.length + reserved.length).toBe(demonstrationMessages.length)
    expect(reserved.map(({ path, state }) => [path, state]).sort()).toEqual([
      ['child', 'received'],
      ['denunciation', 'closed'],
      ['denunciation', 'received'],
    ])
    expect(new Set(open.map(({ state }) => state))).toEqual(
      new Set(['received', 'classified', 'sent', 'handling', 'answered', 'approved', 'closed']),
    )
  })

  it('come from the same senders for the same seed, and from others for another', () => {
    if (!officers) throw new Error('An account is missing')
    const senders = (seed: number) =>
      planMessages(['a', 'b', 'c'], { officers, seed, now }).map(({ sender, placeUid, sentAt }) => [
        ...[sender, placeUid, sentAt.toISOString()],
      ])
    expect(senders(7)).toEqual(senders(7))
    expect(senders(7)).not.toEqual(senders(8))
  })

  it('are invented and say so', async () => {
    for (const { content } of [...(await list(false)), ...(await list(true))])
      expect(content).toContain(inventedNote)
  })

  it('are late in some places and answered in time in others, which the figures show', async () => {
    expect((await list(false, { due: 'late' })).length).toBeGreaterThan(2)
    const figures = await as(desk, (transaction) =>
      feedbackFigures(transaction, {
        from: day('2026-09-01'),
        to: day('2026-11-23'),
        today: day('2026-11-23'),
      }),
    )
    const ward = figures.find(({ unitUid }) => unitUid === '16702@2025-07-01')
    expect(ward?.meanMark).toBeGreaterThan(1)
    expect(figures.length).toBeGreaterThan(3)
  })

  it('were reopened, joined, given back and raised a level', async () => {
    const open = await list(false)
    expect(open.filter(({ reopenedTimes }) => reopenedTimes > 0)).toMatchObject([
      { agency: 'dpHealth', state: 'handling' },
    ])
    expect(open.filter(({ leadingId }) => leadingId !== null).map(({ answer }) => answer !== null)).toEqual([
      true,
      true,
    ])
    expect(open.filter(({ raisedAgency }) => raisedAgency !== null).length).toBeGreaterThan(1)
    const released = open.find(({ title }) => title.startsWith('Con gái tôi'))
    expect(released).toMatchObject({ path: 'open' })
  })

  it('resemble each other only where they are about one matter', async () => {
    const asked = (await list(false)).filter(({ title }) => title.startsWith('Góp ý'))
    for (const { id, title } of asked) {
      const { like } = await as(machine, (transaction) => readMessageFile(transaction, id))
      expect([title, like.map(({ score }) => score)]).toEqual([title, []])
    }
    expect(asked).toHaveLength(2)
  })

  it('are answered in public without anybody’s name', async () => {
    expect(await countPublicAnswers(database.query, {})).toBe(8)
    const names = new Set((await list(false)).map(({ fullName }) => fullName))
    for (const { title, content, answer } of await listPublicAnswers(database.query, {
      limit: 50,
      offset: 0,
    }))
      for (const name of names) expect(`${title} ${content} ${answer}`).not.toContain(name)
  })

  it('lie behind us: nothing was done after now', async () => {
    for (const { id } of [...(await list(false)), ...(await list(true))]) {
      const { acts } = await as(machine, (transaction) => readMessageFile(transaction, id))
      expect(acts.filter(({ at }) => at > now)).toEqual([])
      expect(acts.map(({ at }) => at.getTime())).toEqual(
        acts.map(({ at }) => at.getTime()).sort((a, b) => a - b),
      )
    }
  })
})

describe('the question in words', () => {
  it('is answered as a reader would', () => {
    expect(answerTo('Tổng của ba và năm là bao nhiêu? Xin trả lời bằng chữ số.')).toBe(8)
    expect(answerTo('Lấy chín trừ đi hai còn bao nhiêu? Xin trả lời bằng chữ số.')).toBe(7)
    expect(answerTo('Trong các số một, mười, bốn, số nào lớn nhất? Xin trả lời bằng chữ số.')).toBe(10)
    expect(answerTo('Trong các số một, mười, bốn, số nào nhỏ nhất? Xin trả lời bằng chữ số.')).toBe(1)
  })
})

describe('who does the work', () => {
  it('is nobody where an account is missing', () => {
    expect(partsOf(demonstrationOfficers.slice(1))).toBeUndefined()
  })
})
