import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { issued, people, sent } from '#test/directive-rows'
import type { Task } from './index.ts'
import {
  acceptTask,
  answerOpinion,
  answerProposal,
  askExtension,
  askOpinion,
  decideExtension,
  finishTask,
  getTask,
  handOver,
  handProposal,
  listDirectives,
  returnTask,
  splitTask,
  type TaskFile,
  withdrawTask,
} from './index.ts'

const database = await freshDatabase()
const handed = '2026-06-15'
const as = <Result>(actor: Actor, work: Parameters<typeof withActor<Result>>[2]) =>
  withActor(database, actor, work)
type Tasks = [Task, Task, Task, Task, Task]
const begin = async () => (await issued(database, handed)) as Tasks
const read = (taskId: number, on: string, actor: Actor = people.clerk): Promise<TaskFile> =>
  as(actor, (tx) => getTask(tx, taskId, day(on)))
const finish = (actor: Actor, taskId: number, on: string) =>
  as(actor, (tx) => finishTask(tx, { taskId, note: 'Đã xong', ...sent(on) }))
const accept = (actor: Actor, taskId: number, on: string) =>
  as(actor, (tx) => acceptTask(tx, { taskId, ...sent(on) }))
const { clerk, health, homeAffairs, agriculture, finance, education } = people

describe('completion', () => {
  it('is said by the lead, confirmed by the receiver, and counts from the day it was said', async () => {
    const [{ id }] = await begin()
    await finish(health, id, '2026-07-20')
    expect((await read(id, '2026-07-30')).task).toMatchObject({
      status: 'saidDone',
      state: 'nearDue',
      confirmedOn: undefined,
    })
    await accept(clerk, id, '2026-07-30')
    expect((await read(id, '2026-07-30')).task).toMatchObject({
      state: 'doneInTime',
      saidDoneOn: '2026-07-20',
      confirmedOn: '2026-07-30',
    })
  })

  it('is said by no other agency, and confirmed neither by the lead nor by a third', async () => {
    const [{ id }] = await begin()
    for (const actor of [homeAffairs, clerk]) await expect(finish(actor, id, handed)).rejects.toThrow()
    await finish(health, id, handed)
    await expect(accept(health, id, handed)).rejects.toMatchObject({ code: 'notReceiver' })
    await expect(accept(homeAffairs, id, handed)).rejects.toMatchObject({ code: 'noSuchTask' })
    await expect(finish(health, id, handed)).rejects.toMatchObject({ code: 'notOpen' })
  })

  it('that is returned counts as not completed, and its clock has never stood still', async () => {
    const [{ id }] = await begin()
    await finish(health, id, '2026-07-17')
    await as(clerk, (tx) => returnTask(tx, { taskId: id, because: 'Thiếu danh sách', ...sent('2026-07-24') }))
    const file = await read(id, '2026-07-24')
    expect(file.task).toMatchObject({ status: 'open', state: 'late', saidDoneOn: undefined })
    expect(file.history.at(-1)).toMatchObject({
      kind: 'returned',
      details: { because: 'Thiếu danh sách', saidDoneOn: '2026-07-17' },
    })
    await finish(health, id, '2026-07-27')
    await accept(clerk, id, '2026-07-28')
    expect((await read(id, '2026-07-28')).task.state).toBe('doneLate')
  })

  it('is refused by the database too when the program around it would allow it', async () => {
    const [{ id }] = await begin()
    await finish(health, id, handed)
    const done = (actor: Actor) =>
      as(actor, (tx) =>
        sql`update directives.task set state = 'done', confirmed_on = ${handed}, confirmed_by = 'x' where id = ${id}`.execute(
          tx,
        ),
      )
    await expect(done(health)).rejects.toMatchObject({ code: '42501' })
    const moved = sql`update directives.task set original_due_on = '2027-01-01' where id = ${id}`
    await expect(as(clerk, (tx) => moved.execute(tx))).rejects.toMatchObject({ code: '23514' })
  })

  it.each([
    ["set lead = 'dpFinance', parties = parties || '{dpFinance}'"],
    ["set receiver = 'dpFinance'"],
    ["set due_on = '2027-01-01'"],
    ["set state = 'withdrawn'"],
    ["set state = 'done', said_done_on = '2026-06-16', confirmed_on = '2026-06-16', confirmed_by = 'x'"],
  ])('no lead may: %s', async (change) => {
    const [{ id }] = await begin()
    const statement = sql.raw(`update directives.task ${change} where id = ${id}`)
    await expect(as(health, (tx) => statement.execute(tx))).rejects.toMatchObject({ code: '42501' })
  })
})

describe('a task split by agency', () => {
  it('is said done when the last part is confirmed, on the day of that part, and confirmed by its own receiver', async () => {
    const [{ id }] = await begin()
    const { ids } = await as(health, (tx) =>
      splitTask(tx, {
        taskId: id,
        parts: [
          { does: 'Lọc danh sách', lead: 'dpHealth', dueOn: day('2026-07-01') },
          { does: 'Đối chiếu hộ nghèo', lead: 'dpAgriculture' },
        ],
        ...sent(handed),
      }),
    )
    const [own, theirs] = ids as [number, number]
    await expect(finish(health, id, '2026-07-01')).rejects.toMatchObject({ code: 'partsOpen' })
    await finish(health, own, '2026-07-01')
    await accept(clerk, own, '2026-07-02')
    expect((await read(id, '2026-07-02')).task).toMatchObject({
      status: 'open',
      parts: { total: 2, done: 1 },
    })
    await finish(agriculture, theirs, '2026-07-10')
    expect(await accept(health, theirs, '2026-07-13')).toEqual({ taskId: theirs, wholeSaidDone: id })
    const file = await read(id, '2026-07-13')
    expect(file.task).toMatchObject({
      status: 'saidDone',
      saidDoneOn: '2026-07-10',
      parts: { total: 2, done: 2 },
    })
    expect(file.parts.map(({ number, state, dueOn }) => [number, state, dueOn])).toEqual([
      ['1.1', 'doneInTime', '2026-07-01'],
      ['1.2', 'doneInTime', '2026-07-20'],
    ])
    await expect(accept(health, id, '2026-07-13')).rejects.toMatchObject({ code: 'notReceiver' })
    await accept(clerk, id, '2026-07-14')
    expect((await read(id, '2026-07-14')).task.state).toBe('doneInTime')
  })

  it('makes its directive late when a part is, and stays one task of it', async () => {
    const [{ id, directiveId }] = await begin()
    const parts = [{ does: 'Lọc danh sách', lead: 'dpHealth', dueOn: day('2026-07-01') }]
    await as(health, (tx) => splitTask(tx, { taskId: id, parts, ...sent(handed) }))
    const told = async (on: string) => {
      const all = await as(clerk, (tx) => listDirectives(tx, { today: day(on), limit: 50 }))
      return all.find((directive) => directive.id === directiveId)?.tasks
    }
    expect(await told('2026-07-01')).toEqual({ total: 5, done: 0, late: 0 })
    expect(await told('2026-07-05')).toEqual({ total: 5, done: 0, late: 1 })
  })

  it('has no part due after the whole, none of an agency nobody knows, and is split by no other agency', async () => {
    const [{ id }] = await begin()
    const split = (actor: Actor, part: { does: string; lead: string; dueOn?: ReturnType<typeof day> }) =>
      as(actor, (tx) => splitTask(tx, { taskId: id, parts: [part], ...sent(handed) }))
    await expect(
      split(health, { does: 'x', lead: 'dpHealth', dueOn: day('2026-07-21') }),
    ).rejects.toMatchObject({ code: 'dueTooLate' })
    await expect(split(health, { does: 'x', lead: 'dpNothing' })).rejects.toMatchObject({
      code: 'noSuchAgency',
    })
    await expect(split(homeAffairs, { does: 'x', lead: 'dpHealth' })).rejects.toMatchObject({
      code: 'noSuchTask',
    })
  })

  it('takes its open parts with it when it is withdrawn; what was done stays done', async () => {
    const [{ id }] = await begin()
    const parts = [
      { does: 'Một', lead: 'dpAgriculture' },
      { does: 'Hai', lead: 'dpFinance' },
    ]
    const { ids } = await as(health, (tx) => splitTask(tx, { taskId: id, parts, ...sent(handed) }))
    await finish(agriculture, ids[0] as number, '2026-06-20')
    await accept(health, ids[0] as number, '2026-06-21')
    const { withdrawn } = await as(clerk, (tx) =>
      withdrawTask(tx, { taskId: id, because: 'Đã có chỉ đạo khác', ...sent('2026-06-22') }),
    )
    expect(withdrawn).toEqual([id, ids[1]])
    expect((await read(ids[0] as number, '2026-06-22')).task.state).toBe('doneInTime')
    expect((await read(id, '2026-06-22')).chain.at(-1)?.until).toBeDefined()
  })
})

describe('more time', () => {
  it('is asked by the lead, granted by the receiver, and leaves the first day readable', async () => {
    const [{ id }] = await begin()
    const wantedOn = day('2026-08-14')
    await as(health, (tx) =>
      askExtension(tx, { taskId: id, wantedOn, reason: 'Chờ dữ liệu', ...sent('2026-07-15') }),
    )
    await expect(
      as(health, (tx) => askExtension(tx, { taskId: id, wantedOn, reason: 'Nữa', ...sent('2026-07-15') })),
    ).rejects.toMatchObject({ code: 'askedAlready' })
    const grant = (actor: Actor) =>
      as(actor, (tx) =>
        decideExtension(tx, {
          taskId: id,
          decision: { state: 'granted', grantedOn: day('2026-08-07') },
          ...sent('2026-07-16'),
        }),
      )
    await expect(grant(health)).rejects.toMatchObject({ code: 'notReceiver' })
    await grant(clerk)
    const { task, extensions } = await read(id, '2026-07-30')
    expect(task).toMatchObject({
      dueOn: '2026-08-07',
      originalDueOn: '2026-07-20',
      dueSetOn: '2026-07-16',
      state: 'inTime',
    })
    expect(extensions).toMatchObject([
      { state: 'granted', dueOn: '2026-07-20', wantedOn: '2026-08-14', grantedOn: '2026-08-07' },
    ])
  })

  it('that is refused says why and moves nothing; a task without a day has none to ask for', async () => {
    const [{ id }, { id: open }] = await begin()
    const wantedOn = day('2026-08-14')
    const ask = (taskId: number) =>
      as(health, (tx) => askExtension(tx, { taskId, wantedOn, reason: 'Chờ dữ liệu', ...sent('2026-07-15') }))
    await ask(id)
    await as(clerk, (tx) =>
      decideExtension(tx, {
        taskId: id,
        decision: { state: 'refused', because: 'Việc gấp' },
        ...sent('2026-07-16'),
      }),
    )
    expect(await read(id, '2026-07-16')).toMatchObject({
      task: { dueOn: '2026-07-20' },
      extensions: [{ state: 'refused', because: 'Việc gấp' }],
    })
    await expect(ask(open)).rejects.toMatchObject({ code: 'noDueDay' })
  })
})

describe('an opinion', () => {
  it('runs on its own clock, opens the task to who is asked, and is silent rather than agreed when nobody answers', async () => {
    const [{ id }] = await begin()
    await expect(read(id, handed, education)).rejects.toMatchObject({ code: 'noSuchTask' })
    const { ids } = await as(health, (tx) =>
      askOpinion(tx, {
        taskId: id,
        parties: ['dpEducation', 'dpFinance'],
        question: 'Có vướng gì không?',
        workingDays: 3,
        ...sent(handed),
      }),
    )
    const asked = await read(id, '2026-06-19', education)
    expect(asked.opinions.map(({ dueOn, state, stance }) => [dueOn, state, stance])).toEqual([
      ['2026-06-18', 'silent', undefined],
      ['2026-06-18', 'silent', undefined],
    ])
    const answer = (actor: Actor) =>
      as(actor, (tx) =>
        answerOpinion(tx, {
          opinionId: ids[0] as number,
          stance: 'disagrees',
          answer: 'Không đủ dữ liệu',
          ...sent('2026-06-19'),
        }),
      )
    await expect(answer(finance)).rejects.toMatchObject({ code: 'notAsked' })
    await answer(education)
    await expect(answer(education)).rejects.toMatchObject({ code: 'answeredAlready' })
    expect((await read(id, '2026-06-19')).opinions[0]).toMatchObject({
      state: 'answeredLate',
      stance: 'disagrees',
      answeredBy: 'officer:tam',
    })
  })

  it.each([1, 6])('is not given %i working days', async (workingDays) => {
    const [{ id }] = await begin()
    await expect(
      as(health, (tx) =>
        askOpinion(tx, {
          taskId: id,
          parties: ['dpFinance'],
          question: 'Ý kiến?',
          workingDays,
          ...sent(handed),
        }),
      ),
    ).rejects.toMatchObject({ code: 'wrongClock' })
  })
})

describe('a proposal', () => {
  it('is handed to another agency, followed to its answer, and holds the task open until then', async () => {
    const [{ id }] = await begin()
    const content = 'Bổ sung 2 biên chế'
    const hand = (actor: Actor) =>
      as(actor, (tx) =>
        handProposal(tx, {
          taskId: id,
          content,
          party: 'dpFinance',
          proposer: 'Sở Y tế',
          dueOn: day('2026-06-30'),
          ...sent(handed),
        }),
      )
    await expect(hand(health)).rejects.toMatchObject({ code: 'notClerk' })
    const { id: proposalId } = await hand(clerk)
    await expect(finish(health, id, '2026-07-01')).rejects.toMatchObject({ code: 'proposalsOpen' })
    expect((await read(id, '2026-07-01', finance)).proposals).toMatchObject([
      { content, isLate: true, outcome: undefined },
    ])
    const answer = (actor: Actor) =>
      as(actor, (tx) =>
        answerProposal(tx, {
          proposalId,
          outcome: 'partly',
          answer: 'Giao 1 biên chế',
          ...sent('2026-07-02'),
        }),
      )
    await expect(answer(health)).rejects.toMatchObject({ code: 'notAsked' })
    await answer(finance)
    const { proposals, history } = await read(id, '2026-07-03')
    expect(proposals).toMatchObject([{ outcome: 'partly', answer: 'Giao 1 biên chế', isLate: true }])
    expect(history.at(-1)).toMatchObject({
      kind: 'proposalAnswered',
      party: 'dpFinance',
      actor: 'officer:quy',
    })
    await finish(health, id, '2026-07-03')
  })
})

describe('the chain of who held a task', () => {
  it('has no gap and no overlap, and says how long each held it in days and working days', async () => {
    const [, , , { id }] = await begin()
    await as(clerk, (tx) =>
      handOver(tx, { taskId: id, to: 'dpAgriculture', because: 'Hộ nghèo là chính', ...sent('2026-06-17') }),
    )
    await finish(agriculture, id, '2026-06-24')
    await as(clerk, (tx) => returnTask(tx, { taskId: id, because: 'Thiếu trẻ em', ...sent('2026-06-26') }))
    const { chain, task } = await read(id, '2026-06-29')
    expect(chain.map(({ name, because, days, workingDays }) => [name, because, days, workingDays])).toEqual([
      ['Sở LĐ-TB&XH', 'handed', 2, 2],
      ['Sở Nông nghiệp và Môi trường', 'handedOver', 7, 5],
      ['Văn phòng UBND tỉnh', 'saidDone', 2, 2],
      ['Sở Nông nghiệp và Môi trường', 'returned', 3, 1],
    ])
    for (const [index, { until }] of chain.entries()) expect(until).toEqual(chain[index + 1]?.from)
    expect(task.holder).toMatchObject({ party: 'dpAgriculture' })
  })

  it('stays a chain when it is passed on twice in one instant', async () => {
    const [{ id }] = await begin()
    for (const to of ['dpAgriculture', 'dpFinance', 'dpHealth'])
      await as(clerk, (tx) => handOver(tx, { taskId: id, to, because: 'Nhầm', ...sent(handed) }))
    const { chain } = await read(id, handed)
    expect(chain.map(({ party }) => party)).toEqual(['dpHealth', 'dpAgriculture', 'dpFinance', 'dpHealth'])
  })
})
