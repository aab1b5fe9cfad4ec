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
