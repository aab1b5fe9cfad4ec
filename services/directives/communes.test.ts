import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { issued, people, reading, sent } from '#test/directive-rows'
import {
  acceptTask,
  askExtension,
  finishTask,
  getTask,
  listTasks,
  reportTask,
  splitByCommune,
  splitTask,
  type Task,
} from './index.ts'

const database = await freshDatabase()
const on = '2026-06-15'
const today = day(on)
const as = <Result>(actor: Actor, work: Parameters<typeof withActor<Result>>[2]) =>
  withActor(database, actor, work)
const { clerk, commune, neighbour, health, machine } = people
const [ours, theirs] = ['17827@2025-07-01', '16702@2025-07-01'] as const
/** What all communes are given together, without a period. */
const together = {
  ...reading,
  tasks: reading.tasks.flatMap(({ recurs, ...task }) =>
    recurs ? [{ ...task, due: day('2026-07-31') }] : [],
  ),
}
const begin = async () => (await issued(database, on, together))[0] as Task
const read = (taskId: number, actor: Actor = clerk) => as(actor, (tx) => getTask(tx, taskId, today))

beforeAll(() =>
  as(machine, async (tx) => {
    for (const [uid, name] of [
      [ours, 'Xã Nghi Lộc'],
      [theirs, 'Phường Vinh Phú'],
      ['17000@2004-01-01', 'Xã Cũ'],
    ])
      await sql`insert into registry.unit (uid, code, name, kind, level, valid) values (${uid}, ${uid?.slice(0, 5)}, ${name},
        'xã', 'commune', daterange(${uid?.slice(6)}::date, ${name === 'Xã Cũ' ? '2025-07-01' : null}::date))`.execute(
        tx,
      )
  }),
)

describe('what all communes were given together', () => {
  it('is shared out as it is handed out when the clerk wants it, each commune of the day with its own part', async () => {
    const [whole, ...others] = await issued(database, on, together, true)
    const parts = others.filter(({ parentId }) => parentId === whole?.id)
    expect(parts.map(({ lead, number, dueOn }) => [lead, number, dueOn])).toEqual([
      [`communeCommittee:${theirs}`, '1.1', '2026-07-31'],
      [`communeCommittee:${ours}`, '1.2', '2026-07-31'],
    ])
    const listed = (actor: Actor) =>
      as(actor, (tx) =>
        listTasks(tx, { directiveId: whole?.directiveId ?? 0, withShares: false, today, limit: 10 }),
      )
    expect((await listed(clerk)).map(({ number }) => number)).toEqual(['1'])
    expect((await listed(commune)).map(({ number }) => number)).toEqual(expect.arrayContaining(['1', '1.2']))
    // A period of what recurs is a part of its own, made when it begins.
    const recurring = await issued(database, on, reading, true)
    expect(recurring.filter(({ parentId }) => parentId !== undefined)).toEqual([])
  })

  it('is said done by none of them for all, while each reports of itself', async () => {
    const { id } = await begin()
    const act = { taskId: id, ...sent(on) }
    await expect(as(commune, (tx) => finishTask(tx, { ...act, note: 'Xong' }))).rejects.toMatchObject({
      code: 'ofAllCommunes',
    })
    const wanted = { wantedOn: day('2026-08-31'), reason: 'Chờ' }
    await expect(as(commune, (tx) => askExtension(tx, { ...act, ...wanted }))).rejects.toMatchObject({
      code: 'ofAllCommunes',
    })
    const byHand = sql`update directives.task set state = 'saidDone', said_done_on = ${on}, said_done_by = 'x' where id = ${id}`
    await expect(as(commune, (tx) => byHand.execute(tx))).rejects.toMatchObject({ code: '42501' })
    await as(commune, (tx) =>
      reportTask(tx, { taskId: id, progress: 'Đã chi trả 80%', percent: 80, ...sent(on) }),
    )
    expect((await read(id)).reports).toMatchObject([{ party: `communeCommittee:${ours}`, percent: 80 }])
    expect((await read(id, commune)).actions).toEqual(['report', 'addEvidence'])
  })

  it('is shared out to the communes of the day, each seeing its own part, and done when all are', async () => {
    const { id } = await begin()
    await expect(as(health, (tx) => splitByCommune(tx, { taskId: id, ...sent(on) }))).rejects.toMatchObject({
      code: 'noSuchTask',
    })
    const { ids } = await as(clerk, (tx) => splitByCommune(tx, { taskId: id, ...sent(on) }))
    const parts = (await read(id)).parts
    expect(parts.map(({ leadName, receiver, dueOn }) => [leadName, receiver, dueOn])).toEqual([
      ['UBND phường Vinh Phú', 'provinceOffice', '2026-07-31'],
      ['UBND xã Nghi Lộc', 'provinceOffice', '2026-07-31'],
    ])
    const seen = (await as(commune, (tx) => listTasks(tx, { parentId: id, today, limit: 10 }))).map(
      ({ lead }) => lead,
    )
    expect(seen).toEqual([`communeCommittee:${ours}`])
    const [second, first] = ids as [number, number]
    for (const [actor, taskId] of [
      [commune, first],
      [neighbour, second],
    ] as const)
      await as(actor, (tx) => finishTask(tx, { taskId, note: 'Đã chi trả', ...sent(on) }))
    await expect(as(neighbour, (tx) => acceptTask(tx, { taskId: first, ...sent(on) }))).rejects.toMatchObject(
      { code: 'noSuchTask' },
    )
    // Both last parts at once: the whole is said done by one of them, once.
    const accepted = await Promise.all(
      ids.map((taskId) => as(clerk, (tx) => acceptTask(tx, { taskId, ...sent(on) }))),
    )
    expect(accepted.map(({ wholeSaidDone }) => wholeSaidDone).filter(Boolean)).toEqual([id])
    expect((await read(id)).task).toMatchObject({ status: 'saidDone', parts: { total: 2, done: 2 } })
  })

  it('goes from a department to communes, which the department receives', async () => {
    const [task] = await issued(database, on)
    const parts = [{ does: 'Rà ở xã', lead: `communeCommittee:${ours}` }]
    const { ids } = await as(health, (tx) => splitTask(tx, { taskId: (task as Task).id, parts, ...sent(on) }))
    expect((await read(ids[0] as number, commune)).task).toMatchObject({
      number: '1.1',
      receiver: 'dpHealth',
    })
    await as(commune, (tx) => finishTask(tx, { taskId: ids[0] as number, note: 'Xong', ...sent(on) }))
    expect(await as(health, (tx) => acceptTask(tx, { taskId: ids[0] as number, ...sent(on) }))).toMatchObject(
      {
        wholeSaidDone: (task as Task).id,
      },
    )
  })
})

it.each([
  ['UBND xã Nghi Lộc', `communeCommittee:${ours}`],
  ['Ủy ban nhân dân PHƯỜNG Vinh Phú', `communeCommittee:${theirs}`],
  ['UBND xã Nghi Loc', `communeCommittee:${ours}`],
  ['UBND xã Cũ', undefined],
  ['UBND xã', undefined],
])('a task given to %s goes to that commune of the day', async (assignee, lead) => {
  const one = { ...reading, tasks: together.tasks.map((task) => ({ ...task, assignee })) }
  expect((await issued(database, on, one))[0]?.lead).toBe(lead)
})

it('who might lead a task that nobody leads is said with the areas each carries on', async () => {
  const tasks = await issued(database, on)
  expect((await read((tasks[3] as Task).id)).candidates).toEqual([
    { agency: 'dpAgriculture', areas: ['poverty'], isInferred: true },
    { agency: 'dpHealth', areas: ['children'], isInferred: true },
  ])
})
