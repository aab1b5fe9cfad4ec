import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { issued, people, sent } from '#test/directive-rows'
import {
  countTasks,
  linkMetric,
  listDiverging,
  listMeasures,
  listTasks,
  reportTask,
  type Task,
} from './index.ts'

const database = await freshDatabase()
const on = '2026-06-15'
const today = day(on)
const { clerk, health, homeAffairs, machine } = people
const as = <Result>(actor: Actor, work: Parameters<typeof withActor<Result>>[2]) =>
  withActor(database, actor, work)

it('tasks show what is measured beside what their leads said last, and those without are not measured', async () => {
  const [first, second, third] = (await issued(database, on)) as [Task, Task, Task]
  await as(machine, (tx) =>
    sql`insert into indicators.measured (metric, split, unit_uid, measured_on, part, whole)
      values ('right-person', '', 'province', ${on}, 96, 100)`.execute(tx),
  )
  await as(clerk, async (tx) => {
    await linkMetric(tx, { taskId: first.id, metric: 'right-person', ...sent(on) })
    await linkMetric(tx, { taskId: second.id, metric: 'right-person', ...sent(on) })
    await linkMetric(tx, { taskId: third.id, metric: 'missed-people', ...sent(on) })
  })
  for (const [percent, progress] of [
    [40, 'Đã rà 40%'],
    [70, 'Đã rà 70%'],
  ] as const)
    await as(health, (tx) =>
      reportTask(tx, {
        taskId: first.id,
        progress,
        percent,
        figure: { metric: 'right-person', value: 99, on: today },
        ...sent(on),
      }),
    )
  const measures = await as(clerk, (tx) => listMeasures(tx, [first.id, second.id, third.id], today))
  expect(measures.get(first.id)).toMatchObject({
    metrics: [{ measured: { value: 96 }, reported: { value: 99 }, difference: 3, diverges: true }],
    report: { percent: 70, progress: 'Đã rà 70%' },
  })
  expect(measures.get(second.id)).toMatchObject({ metrics: [{ measured: { value: 96 } }], report: undefined })
  expect(measures.get(third.id)?.metrics).toMatchObject([{ measured: undefined }])
  const diverging = await as(clerk, (tx) => listDiverging(tx, today))
  expect(diverging).toEqual([{ key: 'right-person', unitUid: undefined }])
  const apart = await as(clerk, (tx) =>
    listTasks(tx, { linkedTo: diverging, today, sort: 'number', limit: 50 }),
  )
  expect(apart.map(({ id }) => id)).toEqual([first.id, second.id])
  expect((await as(clerk, (tx) => countTasks(tx, { linkedTo: [], today }))).noDeadline).toBe(0)
  expect(await as(clerk, (tx) => listDiverging(tx, day('2026-06-14')))).toEqual([])
  const listed = async (isMeasured: boolean, actor: Actor) =>
    (await as(actor, (tx) => listTasks(tx, { isMeasured, today, sort: 'number', limit: 50 }))).map(
      ({ id }) => id,
    )
  expect(await listed(true, clerk)).toEqual([first.id, second.id])
  expect(await listed(false, clerk)).toHaveLength(3)
  const mine = (actor: Actor, parties: readonly string[]) =>
    as(actor, (tx) => listTasks(tx, { mineOf: parties, today, sort: 'number', limit: 50 }))
  expect((await mine(clerk, ['dpHealth'])).map(({ id }) => id)).toEqual([first.id, second.id])
  expect(await mine(health, ['dpHomeAffairs'])).toEqual([])
  expect(await listed(false, homeAffairs)).toEqual(expect.arrayContaining([third.id]))
})
