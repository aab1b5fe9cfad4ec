import { expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { issued, people, sent } from '#test/directive-rows'
import {
  acceptTask,
  answerOpinion,
  askExtension,
  askOpinion,
  countWaiting,
  decideExtension,
  finishTask,
  handOver,
  handProposal,
  listWaiting,
  type Task,
} from './index.ts'

const database = await freshDatabase()
const { clerk, otherClerk, health, homeAffairs, finance, leader, commune } = people
const handed = '2026-06-15'
const as = <Result>(actor: Actor, work: Parameters<typeof withActor<Result>>[2]) =>
  withActor(database, actor, work)
/** What waits, without what does not: `['opinion', how many, the task]`. */
const waiting = async (actor: Actor) =>
  Object.entries(await as(actor, countWaiting)).flatMap(([kind, { count, taskId }]) =>
    count > 0 ? [[kind, count, taskId]] : [],
  )

it('what others wait for is counted for who may answer it, and for nobody else, until it is answered', async () => {
  const [first, , merit] = (await issued(database, handed)) as [Task, Task, Task]
  for (const actor of [clerk, health, leader, commune]) expect(await waiting(actor)).toEqual([])

  const asked = await as(health, (tx) =>
    askOpinion(tx, {
      taskId: first.id,
      parties: ['dpHomeAffairs'],
      question: 'Được không?',
      ...sent(handed),
    }),
  )
  expect(await waiting(homeAffairs)).toEqual([['opinion', 1, first.id]])
  const [opinionId = 0] = asked.ids
  await as(homeAffairs, (tx) =>
    answerOpinion(tx, { opinionId, stance: 'agrees', answer: 'Thống nhất', ...sent(handed) }),
  )
  expect(await waiting(homeAffairs)).toEqual([])

  const wantedOn = day('2026-08-20')
  await as(health, (tx) =>
    askExtension(tx, { taskId: first.id, wantedOn, reason: 'Chờ Bộ', ...sent(handed) }),
  )
  await as(homeAffairs, (tx) => finishTask(tx, { taskId: merit.id, note: 'Đã xong', ...sent(handed) }))
  const proposal = { taskId: first.id, party: 'dpFinance', proposer: 'Sở Y tế', dueOn: day('2026-06-30') }
  await as(clerk, (tx) => handProposal(tx, { ...proposal, content: 'Bổ sung kinh phí', ...sent(handed) }))
  expect(await waiting(clerk)).toEqual([
    ['extension', 1, first.id],
    ['completion', 1, merit.id],
  ])
  expect(await waiting(finance)).toEqual([['proposal', 1, first.id]])
  const list = (actor: Actor) => as(actor, (tx) => listWaiting(tx, { limit: 10 }))
  expect(await list(clerk)).toMatchObject([
    { kind: 'completion', taskId: merit.id, saidDoneOn: handed, lead: 'dpHomeAffairs' },
    { kind: 'extension', taskId: first.id, says: 'Chờ Bộ', dueOn: '2026-07-20', wantedOn, does: first.does },
  ])
  expect(await list(finance)).toMatchObject([{ kind: 'proposal', says: 'Bổ sung kinh phí' }])
  for (const actor of [health, leader, commune]) expect(await list(actor)).toEqual([])
  expect(await waiting(health)).toEqual([])
  expect(await waiting(leader)).toEqual([])

  const decision = { state: 'granted', grantedOn: wantedOn } as const
  await as(clerk, (tx) => decideExtension(tx, { taskId: first.id, decision, ...sent(handed) }))
  await as(clerk, (tx) => acceptTask(tx, { taskId: merit.id, ...sent(handed) }))
  expect(await waiting(clerk)).toEqual([])
})

it('what an office said of its own task waits for its second officer alone', async () => {
  const [task] = (await issued(database, handed)) as [Task]
  await as(clerk, (tx) =>
    handOver(tx, { taskId: task.id, to: 'provinceOffice', because: 'Đúng việc', ...sent(handed) }),
  )
  await as(clerk, (tx) => finishTask(tx, { taskId: task.id, note: 'Đã xong', ...sent(handed) }))
  expect(await waiting(clerk)).toEqual([])
  expect(await waiting(otherClerk)).toEqual([['completion', 1, task.id]])
})

it('a proposal handed to the committee waits for another clerk than who handed it on', async () => {
  const [, , , task] = (await issued(database, handed)) as [Task, Task, Task, Task]
  const before = await as(clerk, countWaiting)
  await as(clerk, (tx) =>
    handProposal(tx, { taskId: task.id, party: 'provinceCommittee', content: 'Cấp vốn', ...sent(handed) }),
  )
  expect((await as(clerk, countWaiting)).proposal.count).toBe(before.proposal.count)
  expect(await as(otherClerk, (tx) => listWaiting(tx, { limit: 10 }))).toEqual(
    expect.arrayContaining([expect.objectContaining({ kind: 'proposal', taskId: task.id, says: 'Cấp vốn' })]),
  )
})
