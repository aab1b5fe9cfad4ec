import { describe, expect, it } from 'vitest'
import { addDays, day, type LocalDate } from '#calendar'
import { type Actor, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { at, issued, people, reading, sent } from '#test/directive-rows'
import {
  acceptTask,
  answerOpinion,
  askExtension,
  askOpinion,
  decideExtension,
  finishTask,
  getTask,
  handOver,
  handProposal,
  listReminderRuns,
  listReminders,
  listTasks,
  type Reminder,
  remind,
  returnTask,
  type Task,
} from './index.ts'

const database = await freshDatabase()
const handed = '2026-06-15'
const as = <Result>(actor: Actor, work: Parameters<typeof withActor<Result>>[2]) =>
  withActor(database, actor, work)
const { clerk, health, machine, leader } = people
const only = (id: number) => ({ ...reading, tasks: reading.tasks.filter((task) => task.id === id) })
const begin = async (id = 1) => (await issued(database, handed, only(id)))[0] as Task
const runOn = (on: LocalDate | string) => as(machine, (tx) => remind(tx, { at: at(on) }))
const remindersOf = (taskId: number): Promise<Reminder[]> =>
  as(machine, async (tx) => (await getTask(tx, taskId, day('2030-01-01'))).reminders)
const told = async (taskId: number) =>
  (await remindersOf(taskId)).map(({ firedOn, kind, party }) => `${firedOn} ${kind} ${party}`)
const finish = (taskId: number, on: string) =>
  as(health, (tx) => finishTask(tx, { taskId, note: 'Đã xong', ...sent(on) }))

/** The clock moves from one day to another, one morning at a time. */
async function live(from: string, to: string): Promise<void> {
  for (let on = day(from); on <= to; on = addDays(on, 1)) await runOn(on)
}

describe('the clock of a task, moved day by day', () => {
  it('reminds exactly on its days, from half the period to the leader, and never twice', async () => {
    const { id } = await begin()
    await live(handed, '2026-08-05')
    await live('2026-08-01', '2026-08-05')
    expect(await told(id)).toEqual([
      '2026-07-03 half dpHealth',
      '2026-07-13 fourFifths dpHealth',
      '2026-07-15 threeDays dpHealth',
      '2026-07-17 oneDay dpHealth',
      '2026-07-20 dueDay dpHealth',
      '2026-07-21 late dpHealth',
      '2026-07-21 late provinceOffice',
      '2026-07-27 escalated dpHealth',
      '2026-07-27 escalated provinceOffice',
      '2026-07-27 escalated leader',
    ])
    const late = await as(leader, (tx) => listReminders(tx, { limit: 10 }))
    expect(late.filter(({ taskId }) => taskId === id).map(({ says }) => says.vi)).toEqual([
      'Quá hạn 5 ngày làm việc (hạn 20/07/2026), báo cáo lãnh đạo',
    ])
  })

  it('falls silent when the lead says it is done, reminds the receiver to confirm, and wakes when it is returned', async () => {
    const { id } = await begin()
    await live(handed, '2026-07-14')
    await finish(id, '2026-07-14')
    await live('2026-07-15', '2026-07-20')
    await as(clerk, (tx) => returnTask(tx, { taskId: id, because: 'Thiếu', ...sent('2026-07-20') }))
    await live('2026-07-20', '2026-07-22')
    await finish(id, '2026-07-22')
    await as(clerk, (tx) => acceptTask(tx, { taskId: id, ...sent('2026-07-22') }))
    await live('2026-07-23', '2026-08-10')
    expect((await told(id)).toSorted()).toEqual([
      '2026-07-03 half dpHealth',
      '2026-07-13 fourFifths dpHealth',
      '2026-07-16 toConfirm provinceOffice',
      // What was due while it awaited confirmation comes when it is returned.
      '2026-07-20 dueDay dpHealth',
      '2026-07-20 oneDay dpHealth',
      '2026-07-20 threeDays dpHealth',
      '2026-07-21 late dpHealth',
      '2026-07-21 late provinceOffice',
    ])
    const words = (await remindersOf(id)).find(({ kind }) => kind === 'threeDays')?.says.vi
    expect(words).toBe('Hôm nay là hạn (20/07/2026) (lời nhắc của ngày 15/07/2026)')
  })

  it('begins anew with an extension, by the new day', async () => {
    const { id } = await begin()
    await live(handed, '2026-07-15')
    await as(health, (tx) =>
      askExtension(tx, { taskId: id, wantedOn: day('2026-08-14'), reason: 'Chờ', ...sent('2026-07-15') }),
    )
    const decision = { state: 'granted', grantedOn: day('2026-08-14') } as const
    await as(clerk, (tx) => decideExtension(tx, { taskId: id, decision, ...sent('2026-07-16') }))
    await live('2026-07-16', '2026-08-14')
    expect((await told(id)).slice(3)).toEqual([
      '2026-07-31 half dpHealth',
      '2026-08-09 fourFifths dpHealth',
      '2026-08-11 threeDays dpHealth',
      '2026-08-13 oneDay dpHealth',
      '2026-08-14 dueDay dpHealth',
    ])
  })

  it('goes with the task to who it is handed over to', async () => {
    const { id } = await begin()
    await live(handed, '2026-07-10')
    await as(clerk, (tx) =>
      handOver(tx, { taskId: id, to: 'dpAgriculture', because: 'Đúng việc', ...sent('2026-07-10') }),
    )
    await live('2026-07-11', '2026-07-20')
    expect(await told(id)).toEqual([
      '2026-07-03 half dpHealth',
      '2026-07-15 threeDays dpAgriculture',
      '2026-07-17 oneDay dpAgriculture',
      '2026-07-18 fourFifths dpAgriculture',
      '2026-07-20 dueDay dpAgriculture',
    ])
  })
})

describe('a long sleep', () => {
  it('sends each missed reminder once, in words of the day it goes out', async () => {
    const { id } = await begin()
    await runOn('2026-07-24')
    await runOn('2026-07-24')
    const reminders = await remindersOf(id)
    expect(reminders.map(({ kind, forOn, firedOn }) => `${kind} ${forOn} ${firedOn}`)).toEqual([
      'half 2026-07-03 2026-07-24',
      'fourFifths 2026-07-13 2026-07-24',
      'threeDays 2026-07-15 2026-07-24',
      'oneDay 2026-07-17 2026-07-24',
      'dueDay 2026-07-20 2026-07-24',
      'late 2026-07-21 2026-07-24',
      'late 2026-07-21 2026-07-24',
    ])
    expect(reminders[0]?.says.vi).toBe(
      'Quá hạn 4 ngày làm việc (hạn 20/07/2026) (lời nhắc của ngày 03/07/2026)',
    )
  })

  it('makes the missed months of a task that recurs, each once and due in its month', async () => {
    const { id, directiveId } = await begin(5)
    const first = await runOn('2026-08-03')
    expect(first.occurrences).toBeGreaterThanOrEqual(3)
    await runOn('2026-08-03')
    const tasks = await as(clerk, (tx) =>
      listTasks(tx, { directiveId, today: day('2026-08-03'), sort: 'number', limit: 10 }),
    )
    expect(tasks.map(({ number, does, dueOn, state }) => [number, does, dueOn, state])).toEqual([
      ['1', 'Báo cáo kết quả chi trả', undefined, 'noDeadline'],
      ['1.1', 'Báo cáo kết quả chi trả (tháng 6/2026)', '2026-06-30', 'late'],
      ['1.2', 'Báo cáo kết quả chi trả (tháng 7/2026)', '2026-07-31', 'late'],
      // 31/8/2026 is swapped off for the national day.
      ['1.3', 'Báo cáo kết quả chi trả (tháng 8/2026)', '2026-08-28', 'inTime'],
    ])
    await expect(
      as(people.commune, (tx) => finishTask(tx, { taskId: id, note: 'Xong', ...sent('2026-08-03') })),
    ).rejects.toMatchObject({
      code: 'neverFinished',
    })
  })
})

describe('opinions and proposals', () => {
  it('remind who was asked before, on and after the day, and tell who asked of the silence', async () => {
    const { id } = await begin()
    const { ids } = await as(health, (tx) =>
      askOpinion(tx, {
        taskId: id,
        parties: ['dpFinance', 'dpEducation'],
        question: 'Ý kiến?',
        ...sent('2026-06-15'),
      }),
    )
    await live('2026-06-16', '2026-06-18')
    const answer = {
      opinionId: ids[1] as number,
      stance: 'agrees',
      answer: 'Đồng ý',
      ...sent('2026-06-18'),
    } as const
    await as(people.education, (tx) => answerOpinion(tx, answer))
    await live('2026-06-19', '2026-06-30')
    expect(await told(id)).toEqual([
      '2026-06-19 oneDay dpFinance',
      '2026-06-22 dueDay dpFinance',
      '2026-06-23 late dpFinance',
      '2026-06-23 late dpHealth',
    ])
  })

  it('remind of a proposal that has a day and no answer', async () => {
    const { id } = await begin()
    const handed = { taskId: id, content: 'Bổ sung kinh phí', party: 'dpFinance', dueOn: day('2026-06-30') }
    await as(clerk, (tx) => handProposal(tx, { ...handed, ...sent('2026-06-16') }))
    await live('2026-06-17', '2026-07-01')
    expect(await told(id)).toEqual([
      '2026-06-29 oneDay dpFinance',
      '2026-06-30 dueDay dpFinance',
      '2026-07-01 late dpFinance',
      '2026-07-01 late provinceOffice',
    ])
  })
})

describe('the log of runs', () => {
  it('tells of each look what came of it, and is written by the machine alone', async () => {
    await begin()
    const { fired } = await runOn('2026-07-20')
    const again = await runOn('2026-07-20')
    expect(fired).toBeGreaterThan(0)
    expect(again.fired).toBe(0)
    const runs = await as(leader, (tx) => listReminderRuns(tx, 2))
    expect(runs.map((run) => [run.today, run.fired])).toEqual([
      ['2026-07-20', 0],
      ['2026-07-20', fired],
    ])
    await expect(as(clerk, (tx) => remind(tx, { at: at('2026-07-30') }))).rejects.toMatchObject({
      code: '42501',
    })
    expect(await as(health, (tx) => listReminderRuns(tx, 2))).toEqual([])
  })

  it('is never written by two at once with a reminder twice', async () => {
    const { id } = await begin()
    await Promise.all(['a', 'b', 'c'].map(() => runOn('2026-07-20')))
    const reminders = await told(id)
    expect(new Set(reminders).size).toBe(reminders.length)
    expect(reminders).toHaveLength(5)
  })
})

it('shows each agency its own reminders, as long as it is theirs to act', async () => {
  const { id } = await begin()
  await runOn('2026-07-21')
  const mine = (actor: Actor) => as(actor, (tx) => listReminders(tx, { limit: 1_000 }))
  const of = (reminders: Reminder[]) =>
    reminders.filter(({ taskId }) => taskId === id).map(({ kind }) => kind)
  expect(of(await mine(health))).toHaveLength(6)
  expect(of(await mine(clerk))).toEqual(['late'])
  expect(of(await mine(people.homeAffairs))).toEqual([])
  await finish(id, '2026-07-21')
  expect(of(await mine(health))).toEqual([])
  expect(of(await as(health, (tx) => listReminders(tx, { isEverything: true, limit: 1_000 })))).toHaveLength(
    6,
  )
})
