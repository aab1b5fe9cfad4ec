import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { day } from '#calendar'
import { askOpinion, countTasks, readOwnParties, type Task } from '#directives'
import { countMessages } from '#feedback'
import { type Actor, withActor } from '#platform/database'
import { countManuscripts, emptyContent } from '#publishing'
import { freshDatabase } from '#test/database'
import { issued, people, sent } from '#test/directive-rows'
import { plantFeedback, plantUnits } from '#test/feedback-rows'
import { filterOf as taskFilterOf } from '#web/staff/directives/filter.server.ts'
import { tasksQueryOf } from '#web/staff/directives/query.ts'
import { messageFilterOf, queueQueryOf } from '#web/staff/feedback/query.ts'
import { filterOf as textFilterOf, queryOf as textsQueryOf } from '#web/staff/publishing/query.ts'
import { readWaiting } from './waiting.server.ts'

const database = await freshDatabase()
const { clerk, otherClerk, health, homeAffairs, leader, commune } = people
const inspector = { ...people.finance, id: 'khanh', agency: 'provinceInspectorate', areas: ['denunciation'] }
const on = day('2026-07-22')

const officerOf = (actor: typeof inspector | typeof clerk | typeof commune) =>
  ({ agency: undefined, username: actor.id, ...actor }) as Parameters<typeof readWaiting>[1]['officer']
const waiting = (actor: Parameters<typeof officerOf>[0]) =>
  withActor(database, actor, (tx) => readWaiting(tx, { officer: officerOf(actor), actor, on }))
const counts = async (actor: Parameters<typeof officerOf>[0]) =>
  (await waiting(actor)).map(({ key, count }) => [key, count])

beforeAll(async () => {
  await plantUnits(database)
  for (const actor of Object.values(people)) expect(await emptyOf(actor)).toEqual([])
  const [first] = (await issued(database, '2026-06-15')) as [Task]
  await withActor(database, health, (tx) =>
    askOpinion(tx, {
      ...{ taskId: first.id, parties: ['dpHomeAffairs'], question: 'Được không?' },
      ...sent('2026-06-15'),
    }),
  )
  const message = { place: { unitUid: '', text: '' }, mayPublish: false, picture: undefined }
  const now = new Date('2026-06-15T08:00:00+07:00')
  await plantFeedback(database, { ...message, title: 'Hỏi lịch', content: 'Hỏi lịch chi trả tháng 7.', now })
  await plantFeedback(database, {
    ...message,
    title: 'Tố cáo cán bộ',
    content: 'Tôi tố cáo cán bộ phường nhận hối lộ hai triệu đồng.',
    now,
  })
  await withActor(database, clerk, async (tx) => {
    const content = JSON.stringify(emptyContent('announcement', 'Lịch chi trả'))
    await sql`insert into publishing.manuscript (slug, language, kind, content)
      values ('lich', 'vi', 'announcement', ${content}::jsonb)`.execute(tx)
    await sql`update publishing.manuscript set state = 'inReview' where slug = 'lich'`.execute(tx)
  })
})

async function emptyOf(actor: Actor) {
  return actor.kind === 'officer' ? waiting(actor as typeof clerk) : []
}

it('each officer is told of what waits for them, what is late first', async () => {
  expect(await counts(health)).toEqual([
    ['tasksLate', 1],
    ['texts', 1],
  ])
  expect(await counts(clerk)).toEqual([
    ['feedbackLate', 1],
    ['feedbackNew', 1],
  ])
  expect(await counts(otherClerk)).toContainEqual(['texts', 1])
  expect(await counts(homeAffairs)).toContainEqual(['opinions', 1])
  expect(await counts(commune)).toEqual([])
  expect(await counts(leader)).toEqual([])
})

it('a denunciation is told to who was given that area by name, and to nobody else', async () => {
  expect(await counts(inspector)).toEqual([
    ['reservedLate', 1],
    ['reservedNew', 1],
    ['texts', 1],
  ])
  for (const actor of [clerk, health, commune])
    expect((await counts(actor)).filter(([key]) => String(key).startsWith('reserved'))).toEqual([])
})

it('the list each line leads to holds as many', async () => {
  for (const actor of [clerk, otherClerk, health, homeAffairs, inspector])
    for (const { key, count, path } of await waiting(actor)) {
      const { pathname, searchParams } = new URL(path, 'http://localhost')
      const held = await withActor(database, actor, async (tx) => {
        if (pathname.startsWith('/can-bo/gop-y')) {
          const reserved = pathname.endsWith('/rieng')
          return countMessages(tx, { ...messageFilterOf(queueQueryOf(searchParams)), reserved, today: on })
        }
        if (pathname === '/can-bo/cong')
          return countManuscripts(tx, textFilterOf(textsQueryOf(searchParams), `officer:${actor.id}`))
        if (!searchParams.has('cua')) return count
        const parties = await readOwnParties(tx)
        const filter = taskFilterOf(tasksQueryOf(searchParams), { parties, diverging: [], today: on })
        return Object.values(await countTasks(tx, filter)).reduce((sum, each) => sum + each, 0)
      })
      expect([actor.id, key, held]).toEqual([actor.id, key, count])
    }
})
