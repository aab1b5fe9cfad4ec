import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '#calendar'
import { stateCalendar } from '#law/holidays'
import { nearFromOn, taskState } from '#law/task-monitoring'
import { type Actor, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { issued, people, sent } from '#test/directive-rows'
import {
  addEvidence,
  countTasks,
  countTasksByLead,
  exportTasks,
  getTask,
  linkMetric,
  listTasks,
  reportTask,
  type Task,
  type TaskFile,
  unlinkMetric,
} from './index.ts'
import { stateOn } from './task-rows.ts'

const database = await freshDatabase()
const handed = '2026-06-15'
const as = <Result>(actor: Actor, work: Parameters<typeof withActor<Result>>[2]) =>
  withActor(database, actor, work)
const begin = async () => (await issued(database, handed)) as [Task, Task, Task, Task, Task]
const read = (taskId: number, on: string, actor: Actor = people.clerk): Promise<TaskFile> =>
  as(actor, (tx) => getTask(tx, taskId, day(on)))
const { clerk, health, homeAffairs } = people

describe('evidence, reports and metrics', () => {
  it('are added by who has a part in the task and never changed', async () => {
    const [{ id }] = await begin()
    const add = (actor: Actor, href: string) =>
      as(actor, (tx) =>
        addEvidence(tx, {
          taskId: id,
          evidence: { kind: 'link', title: 'Danh sách', href },
          ...sent(handed),
        }),
      )
    await add(health, '/nghiep-vu/nguoi')
    for (const href of ['javascript:alert(1)', '//evil.example', 'data:text/html,x'])
      await expect(add(health, href), href).rejects.toMatchObject({ code: 'unsafeLink' })
    await expect(add(homeAffairs, '/a')).rejects.toMatchObject({ code: 'noSuchTask' })
    expect((await read(id, handed)).evidence).toMatchObject([
      { kind: 'link', href: '/nghiep-vu/nguoi', party: 'dpHealth' },
    ])
    const change = sql`update directives.evidence set title = 'x' where task_id = ${id}`
    await expect(as(clerk, (tx) => change.execute(tx))).rejects.toMatchObject({ code: '42501' })
  })

  it('keep a reported figure as reported, of a metric there is, and lay it beside what is measured', async () => {
    const [{ id }] = await begin()
    const report = (metric: string, value: number) =>
      as(health, (tx) =>
        reportTask(tx, {
          taskId: id,
          progress: 'Đã rà 60%',
          percent: 60,
          figure: { metric, value, on: day(handed) },
          ...sent(handed),
        }),
      )
    await expect(report('khong-co', 61.5)).rejects.toMatchObject({ code: 'unknownMetric' })
    await expect(report('right-person', 161.5)).rejects.toMatchObject({ code: 'impossibleFigure' })
    await as(clerk, (tx) => linkMetric(tx, { taskId: id, metric: 'right-person', ...sent(handed) }))
    await report('right-person', 61.5)
    const { reports, metrics } = await read(id, handed)
    expect(reports).toMatchObject([
      { percent: 60, figure: { metric: 'right-person', value: 61.5, on: handed } },
    ])
    expect(metrics).toMatchObject([
      {
        measured: undefined,
        reported: { value: 61.5, document: '312/TB-UBND', by: 'officer:minh' },
        difference: undefined,
      },
    ])
  })

  it('link a task to a metric with its goal, once, and say “not measured” where nothing was', async () => {
    const [{ id }] = await begin()
    const link = () =>
      as(clerk, (tx) =>
        linkMetric(tx, {
          taskId: id,
          metric: 'right-person',
          baseline: { value: 80, on: day(handed) },
          goal: { value: 100, on: day('2026-12-31') },
          ...sent(handed),
        }),
      )
    const { id: linkId } = await link()
    await expect(link()).rejects.toMatchObject({ code: 'linkedAlready' })
    const { metrics } = await read(id, handed)
    expect(metrics).toMatchObject([
      {
        key: 'right-person',
        measured: undefined,
        goal: { value: 100, on: '2026-12-31' },
        pace: { verdict: 'unknown' },
      },
    ])
    await as(clerk, (tx) => unlinkMetric(tx, { id: linkId, ...sent(handed) }))
    expect((await read(id, handed)).metrics).toEqual([])
    await link()
  })
})

describe('lists', () => {
  it('count what they show, in every state, and find words however they are typed', async () => {
    const [{ directiveId }] = await begin()
    const today = day('2026-07-21')
    const question = { directiveId, today }
    const counts = await as(clerk, (tx) => countTasks(tx, question))
    expect(counts).toMatchObject({ late: 1, noDeadline: 4, inTime: 0, done: 0 })
    const late = await as(clerk, (tx) => listTasks(tx, { ...question, state: 'late', limit: 10 }))
    expect(late).toHaveLength(1)
    const byLead = await as(people.leader, (tx) => countTasksByLead(tx, question))
    expect(byLead[0]).toMatchObject({
      lead: 'dpHealth',
      counts: { late: 1, noDeadline: 1 },
      lateSince: '2026-07-20',
    })
    for (const text of ['huu tri', 'HƯU TRÍ', 'trợ cấp 312'])
      expect(await as(clerk, (tx) => listTasks(tx, { ...question, text, limit: 10 })), text).toHaveLength(1)
    expect(
      await as(clerk, (tx) =>
        listTasks(tx, { ...question, area: 'merit', holder: 'dpHomeAffairs', limit: 10 }),
      ),
    ).toHaveLength(1)
  })

  it('are exported as they are shown, in either language', async () => {
    const [{ directiveId }] = await begin()
    const { headings, rows } = await as(people.leader, (tx) =>
      exportTasks(tx, { directiveId, today: day(handed), language: 'vi' }),
    )
    expect(rows).toHaveLength(5)
    expect(rows.every((row) => row.length === headings.length)).toBe(true)
    expect(rows[0]).toEqual(expect.arrayContaining(['Sở Y tế', '2026-07-20', 'Đang thực hiện – trong hạn']))
    const english = await as(people.leader, (tx) =>
      exportTasks(tx, { directiveId, today: day(handed), language: 'en' }),
    )
    expect(english.rows[0]).toContain('Under way – in time')
  })
})

it('the database calls a task of any days what the law calls it', async () => {
  const days = fc.integer({ min: 0, max: 500 }).map((count) => addDays(day('2026-01-01'), count))
  const maybe = fc.option(days, { nil: undefined })
  const states = fc.constantFrom('open', 'saidDone', 'done', 'withdrawn')
  const samples = fc.sample(fc.tuple(maybe, maybe, states, days), { numRuns: 500, seed: 7 })
  for (const [dueOn, said, state, today] of samples) {
    const saidDoneOn = state === 'saidDone' || state === 'done' ? (said ?? today) : undefined
    const near = dueOn && nearFromOn(dueOn, stateCalendar)
    const { rows } = await as(people.machine, (tx) =>
      sql<{ state: string }>`select ${stateOn(today)} as state from (select ${state}::text as state,
        ${dueOn ?? null}::date as due_on, ${saidDoneOn ?? null}::date as said_done_on, ${near ?? null}::date as near_from_on)
        as task`.execute(tx),
    )
    const law = {
      dueOn,
      nearFromOn: near,
      saidDoneOn,
      isConfirmed: state === 'done',
      isWithdrawn: state === 'withdrawn',
    }
    expect(rows[0]?.state).toBe(taskState(law, today))
  }
})
