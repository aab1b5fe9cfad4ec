import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { at, issued, people, sent } from '#test/directive-rows'
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
  listReminders,
  listTasks,
  readOwnParties,
  remind,
  returnTask,
  type Task,
} from './index.ts'

const database = await freshDatabase()
const handed = '2026-06-15'
const as = <Result>(actor: Actor, work: Parameters<typeof withActor<Result>>[2]) =>
  withActor(database, actor, work)
const { clerk, otherClerk, committee, health, machine, leader } = people
/** A task that is the committee's, or that of its office. */
async function begin(to: 'provinceOffice' | 'provinceCommittee'): Promise<Task> {
  const [task] = (await issued(database, handed)) as [Task]
  await as(clerk, (tx) => handOver(tx, { taskId: task.id, to, because: 'Đúng việc', ...sent(handed) }))
  return task
}
const finish = (actor: Actor, taskId: number) =>
  as(actor, (tx) => finishTask(tx, { taskId, note: 'Đã xong', ...sent(handed) }))
const accept = (actor: Actor, taskId: number) =>
  as(actor, (tx) => acceptTask(tx, { taskId, ...sent(handed) }))
const actionsOf = async (actor: Actor, taskId: number) =>
  (await as(actor, (tx) => getTask(tx, taskId, day(handed)))).actions

describe('the province’s office and its committee', () => {
  it('are one house: the office acts for both, the committee’s own officers for it alone', async () => {
    expect(await as(clerk, readOwnParties)).toEqual(['provinceOffice', 'provinceCommittee'])
    expect(await as(committee, readOwnParties)).toEqual(['provinceCommittee'])
    expect(await as(leader, readOwnParties)).toEqual(['leader'])
  })

  it.each(['provinceOffice', 'provinceCommittee'] as const)(
    'what %s leads is said done by a clerk and confirmed by another, never by the same',
    async (lead) => {
      const { id } = await begin(lead)
      await finish(clerk, id)
      expect(await actionsOf(clerk, id)).not.toContain('accept')
      expect(await actionsOf(otherClerk, id)).toEqual(expect.arrayContaining(['accept', 'return']))
      await expect(accept(clerk, id)).rejects.toMatchObject({ code: 'ownWords' })
      await expect(
        as(clerk, (tx) => returnTask(tx, { taskId: id, because: 'Thiếu', ...sent(handed) })),
      ).rejects.toMatchObject({ code: 'ownWords' })
      const confirmed = sql`update directives.task set state = 'done', confirmed_on = ${handed}, confirmed_by = 'x'
        where id = ${id}`
      await expect(as(clerk, (tx) => confirmed.execute(tx))).rejects.toMatchObject({ code: '42501' })
      await accept(otherClerk, id)
      expect((await as(clerk, (tx) => getTask(tx, id, day(handed)))).task.status).toBe('done')
    },
  )

  it('an officer of the committee itself confirms what its office did, and others do not', async () => {
    const { id } = await begin('provinceOffice')
    await finish(clerk, id)
    await expect(accept(health, id)).rejects.toThrow()
    await accept(committee, id)
    expect((await as(clerk, (tx) => getTask(tx, id, day(handed)))).task.status).toBe('done')
  })

  it('more time is granted by another clerk than who asked for it', async () => {
    const { id } = await begin('provinceOffice')
    const wantedOn = day('2026-09-01')
    await as(clerk, (tx) =>
      askExtension(tx, { taskId: id, wantedOn, reason: 'Chờ Bộ trả lời', ...sent(handed) }),
    )
    const decision = { state: 'granted', grantedOn: wantedOn } as const
    const decide = (actor: Actor) =>
      as(actor, (tx) => decideExtension(tx, { taskId: id, decision, ...sent(handed) }))
    expect(await actionsOf(clerk, id)).not.toContain('decideExtension')
    await expect(decide(clerk)).rejects.toMatchObject({ code: 'ownWords' })
    const moved = sql`update directives.task set due_on = '2027-01-01' where id = ${id}`
    await expect(as(otherClerk, (tx) => moved.execute(tx))).rejects.toMatchObject({ code: '42501' })
    expect((await decide(otherClerk)).dueOn).toBe(wantedOn)
  })

  it('a proposal to the committee is settled by another clerk than who handed it on', async () => {
    const { id } = ((await issued(database, handed)) as [Task])[0]
    const proposal = { taskId: id, content: 'Bổ sung kinh phí', party: 'provinceCommittee' }
    const { id: proposalId } = await as(clerk, (tx) => handProposal(tx, { ...proposal, ...sent(handed) }))
    const settle = (actor: Actor) =>
      as(actor, (tx) =>
        answerProposal(tx, { proposalId, outcome: 'accepted', answer: 'Đồng ý', ...sent(handed) }),
      )
    await expect(settle(clerk)).rejects.toMatchObject({ code: 'ownWords' })
    await settle(otherClerk)
  })

  it('what comes to the committee reaches the clerks: its tasks, its reminders and what it is asked', async () => {
    const { id } = await begin('provinceCommittee')
    const { id: other } = ((await issued(database, handed)) as [Task])[0]
    const { ids } = await as(health, (tx) =>
      askOpinion(tx, { taskId: other, parties: ['provinceCommittee'], question: 'Ý kiến?', ...sent(handed) }),
    )
    await as(machine, (tx) => remind(tx, { at: at('2026-07-20') }))
    const mine = await as(clerk, async (tx) => {
      const parties = await readOwnParties(tx)
      return listTasks(tx, { mineOf: parties, lead: 'provinceCommittee', today: day(handed), limit: 50 })
    })
    expect(mine.map((task) => task.id)).toContain(id)
    const reminders = await as(clerk, (tx) => listReminders(tx, { limit: 100 }))
    expect(reminders.some(({ taskId, party }) => taskId === id && party === 'provinceCommittee')).toBe(true)
    const opinionId = ids[0] as number
    await as(clerk, (tx) =>
      answerOpinion(tx, { opinionId, stance: 'agrees', answer: 'Đồng ý', ...sent(handed) }),
    )
  })
})
