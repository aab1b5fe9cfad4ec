import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, withActor } from '#platform/database'
import { asOwner, freshDatabase } from '#test/database'
import { at, issued, people, sent } from '#test/directive-rows'
import {
  addEvidence,
  askExtension,
  askOpinion,
  countDirectives,
  countTasks,
  countTasksByLead,
  exportTasks,
  finishTask,
  getTask,
  handOver,
  handProposal,
  linkMetric,
  listDirectives,
  listReminders,
  listTasks,
  remind,
  reportTask,
  splitTask,
  type Task,
} from './index.ts'

const database = await freshDatabase()
const owner = asOwner(database)
const on = '2026-06-15'
const today = day(on)
const as = <Result>(actor: Actor, work: Parameters<typeof withActor<Result>>[2]) =>
  withActor(database, actor, work)
const { clerk, health, leader, commune, neighbour } = people
const ours = 'communeCommittee:17827@2025-07-01'
const tables = [
  'act',
  'directive',
  'draft',
  'event',
  'evidence',
  'extension',
  'holding',
  'opinion',
  'proposal',
  'reminder',
  'reminder_run',
  'report',
  'task',
  'task_metric',
]
let tasks: [Task, Task, Task, Task, Task]

beforeAll(async () => {
  tasks = (await issued(database, on)) as typeof tasks
  const [first, , third, fourth] = tasks
  const taskId = first.id
  await as(health, (tx) => reportTask(tx, { taskId, progress: 'Đang rà', ...sent(on) }))
  await as(health, (tx) =>
    addEvidence(tx, { taskId, evidence: { kind: 'note', title: 'Ghi', note: 'Có' }, ...sent(on) }),
  )
  await as(health, (tx) =>
    askExtension(tx, { taskId, wantedOn: day('2026-08-20'), reason: 'Chờ', ...sent(on) }),
  )
  await as(health, (tx) =>
    askOpinion(tx, { taskId, parties: ['dpEducation'], question: 'Ý kiến?', ...sent(on) }),
  )
  await as(clerk, (tx) => linkMetric(tx, { taskId, metric: 'right-person', ...sent(on) }))
  await as(clerk, (tx) =>
    handProposal(tx, { taskId: third.id, content: 'Xin kinh phí', party: 'dpTrade', ...sent(on) }),
  )
  await as(clerk, (tx) =>
    splitTask(tx, { taskId: fourth.id, parts: [{ does: 'Rà ở xã', lead: ours }], ...sent(on) }),
  )
  await as(people.machine, (tx) => remind(tx, { at: at('2026-07-30') }))
})

const numbersOf = (actor: Actor) =>
  as(actor, async (tx) =>
    (await listTasks(tx, { today, sort: 'number', limit: 100 })).map(({ number }) => number),
  )
const all = ['1', '2', '3', '4', '4.1', '5', '5.1', '5.2']

describe('who sees which tasks', () => {
  it.each<[string, Actor, string[]]>([
    ['a clerk all', people.clerk, all],
    ['a leader all', people.leader, all],
    ['the machine all', people.machine, all],
    ['the lead its own', people.health, ['1', '2']],
    ['a cooperating agency what it has a part in', people.finance, ['3']],
    ['an agency asked for its opinion what it is asked about', people.education, ['1']],
    ['a commune what all communes were given, and its own part', people.commune, ['4.1', '5', '5.1', '5.2']],
    ['another commune not that part', people.neighbour, ['5', '5.1', '5.2']],
    ['an agency without a part nothing', people.agriculture, []],
    ['an officer of no agency nothing', people.unnamed, []],
    ['a citizen nothing', people.citizen, []],
  ])('%s', async (_, actor, numbers) => {
    expect(await numbersOf(actor)).toEqual(numbers)
    const counts = await as(actor, (tx) => countTasks(tx, { today }))
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(numbers.length)
    const byLead = await as(actor, (tx) => countTasksByLead(tx, { today }))
    const counted = byLead
      .flatMap((lead) => Object.values(lead.counts))
      .reduce((sum, count) => sum + count, 0)
    expect(counted).toBe(numbers.length)
    expect((await as(actor, (tx) => exportTasks(tx, { today, language: 'vi' }))).rows).toHaveLength(
      numbers.length,
    )
    const directives = await as(actor, (tx) => listDirectives(tx, { today, limit: 10 }))
    expect(directives).toHaveLength(numbers.length > 0 ? 1 : 0)
    expect(await as(actor, (tx) => countDirectives(tx))).toBe(directives.length)
  })

  it('every table beside them shows nothing to who has no part, and to nobody at all', async () => {
    for (const table of tables) {
      const name = sql.table(`directives.${table}`)
      const seen = sql<{ n: number }>`select count(*) as n from ${name}`
      // What was sent with which key is seen by who sent it.
      const who = table === 'act' ? clerk : people.machine
      expect((await as(who, (tx) => seen.execute(tx))).rows[0]?.n, table).toBeGreaterThan(0)
      for (const actor of [people.agriculture, people.unnamed, people.citizen])
        expect((await as(actor, (tx) => seen.execute(tx))).rows, table).toEqual([{ n: 0 }])
      const nobody = await database.query.transaction().execute((tx) => seen.execute(tx))
      expect(nobody.rows, table).toEqual([{ n: 0 }])
    }
  })

  it('and a task that is not theirs answers them as one that is not there, with no word of it', async () => {
    const [first] = tasks
    const missing = as(clerk, (tx) => getTask(tx, 999_999, today))
    const hidden = as(people.agriculture, (tx) => getTask(tx, first.id, today))
    await expect(missing).rejects.toMatchObject({ code: 'noSuchTask' })
    await expect(hidden).rejects.toMatchObject({ code: 'noSuchTask' })
  })

  it('a text that is public is read by every officer, its tasks still by their parties alone', async () => {
    const [{ directiveId }] = tasks
    const publish = (slug: string | null) =>
      as(clerk, (tx) =>
        sql`update directives.directive set article_slug = ${slug} where id = ${directiveId}`.execute(tx),
      )
    await publish('thong-bao-312')
    expect(await as(people.agriculture, (tx) => listDirectives(tx, { today, limit: 10 }))).toMatchObject([
      { number: '312/TB-UBND', tasks: { total: 0 } },
    ])
    expect(await numbersOf(people.agriculture)).toEqual([])
    expect(await as(people.citizen, (tx) => listDirectives(tx, { today, limit: 10 }))).toEqual([])
    await publish(null)
  })
})

describe('who changes what', () => {
  it('leaders change nothing, not even by hand', async () => {
    const [first] = tasks
    await expect(
      as(leader, (tx) => handOver(tx, { taskId: first.id, to: 'dpFinance', because: 'x', ...sent(on) })),
    ).rejects.toThrow()
    for (const table of tables) {
      const statement = sql`delete from ${sql.table(`directives.${table}`)}`
      await expect(
        as(leader, (tx) => statement.execute(tx)),
        table,
      ).rejects.toMatchObject({ code: '42501' })
    }
    expect((await as(leader, (tx) => getTask(tx, first.id, today))).actions).toEqual([])
  })

  it('nobody deletes, and what was said is not said otherwise', async () => {
    for (const table of tables) {
      const statement = sql`delete from ${sql.table(`directives.${table}`)}`
      await expect(
        as(clerk, (tx) => statement.execute(tx)),
        table,
      ).rejects.toMatchObject({ code: '42501' })
    }
    for (const text of [
      "update directives.event set actor = 'officer:khac'",
      "update directives.reminder set party = 'dpFinance'",
      "update directives.report set progress = 'khác'",
      "update directives.directive set parts = '[]'",
      "update directives.draft set quotes = '[]'",
      'update directives.reminder_run set fired = 0',
    ])
      await expect(
        as(clerk, (tx) => sql.raw(text).execute(tx)),
        text,
      ).rejects.toMatchObject({ code: '42501' })
    const forged = sql`insert into directives.event (directive_id, kind, actor, at) select id, 'issued', 'officer:khac', now()
      from directives.directive`
    await expect(as(clerk, (tx) => forged.execute(tx))).rejects.toMatchObject({ code: '42501' })
  })

  it('a commune does its own part and no other’s', async () => {
    const part = (await as(commune, (tx) => listTasks(tx, { lead: ours, today, limit: 1 })))[0] as Task
    expect(part).toMatchObject({ number: '4.1', receiver: 'provinceOffice' })
    const finish = (actor: Actor) =>
      as(actor, (tx) => finishTask(tx, { taskId: part.id, note: 'Đã rà', ...sent(on) }))
    await expect(finish(neighbour)).rejects.toMatchObject({ code: 'noSuchTask' })
    expect((await as(commune, (tx) => getTask(tx, part.id, today))).actions).toEqual(
      expect.arrayContaining(['finish', 'report', 'addEvidence']),
    )
    await finish(commune)
    expect((await as(clerk, (tx) => getTask(tx, part.id, today))).actions).toEqual(
      expect.arrayContaining(['accept', 'return']),
    )
  })

  it('what may be done is said beforehand and is what is not refused', async () => {
    const [first] = tasks
    const may = (actor: Actor) => as(actor, async (tx) => (await getTask(tx, first.id, today)).actions)
    expect(await may(health)).toEqual([
      'split',
      'report',
      'addEvidence',
      'finish',
      'askOpinion',
      'linkMetric',
    ])
    expect(await may(clerk)).toEqual([
      'split',
      'handOver',
      'addEvidence',
      'withdraw',
      'decideExtension',
      'askOpinion',
      'handProposal',
      'linkMetric',
    ])
    expect(await may(people.education)).toEqual(['addEvidence'])
  })
})

it('reminders are shown to whom they are for', async () => {
  const shown = await as(people.education, (tx) => listReminders(tx, { limit: 10 }))
  expect(new Set(shown.map(({ party }) => party))).toEqual(new Set(['dpEducation']))
  expect(await as(people.agriculture, (tx) => listReminders(tx, { limit: 10 }))).toEqual([])
})

it('the audit log tells of every act, by whom', async () => {
  const { rows } = await sql<{ action: string }>`select distinct action from platform.audit
    where subject_kind in ('task', 'directive') order by 1`.execute(owner.query)
  const told = await as(clerk, (tx) =>
    sql<{ action: string; actor: string }>`select distinct action, actor from platform.audit
      where subject_kind in ('task', 'directive')`.execute(tx),
  )
  expect(rows).toEqual([])
  expect(told.rows).toEqual(
    expect.arrayContaining([
      { action: 'keepDraft', actor: 'officer:van' },
      { action: 'issueDirective', actor: 'officer:van' },
      { action: 'reportTask', actor: 'officer:minh' },
      { action: 'askOpinion', actor: 'officer:minh' },
      { action: 'splitTask', actor: 'officer:van' },
    ]),
  )
})
