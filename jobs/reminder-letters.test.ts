import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { addDays, day, type LocalDate } from '#calendar'
import { chooseLetters, findLetterChoice, finishTask, listReminders, type Task } from '#directives'
import { type Actor, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { at, issued, people, reading, sent } from '#test/directive-rows'
import { remindOfTasks } from './remind-of-tasks.ts'

const database = await freshDatabase()
const handed = '2026-06-15'
const as = <Result>(actor: Actor, work: Parameters<typeof withActor<Result>>[2]) =>
  withActor(database, actor, work)
const { clerk, health, homeAffairs, leader, machine } = people

/** An officer of the service with an account, as sign-in would have made it. */
const accounts = [
  { id: clerk.id, name: 'Hoàng Thị Vân', role: 'provinceOfficer', agency: 'provinceOffice' },
  { id: health.id, name: 'Trần Văn Minh', role: 'provinceOfficer', agency: 'dpHealth' },
  { id: homeAffairs.id, name: 'Phan Đức Thắng', role: 'provinceOfficer', agency: 'dpHomeAffairs' },
  { id: leader.id, name: 'Lê Thị Hòa', role: 'leader', agency: null },
]

beforeEach(async () => {
  await as(machine, async (tx) => {
    await sql`delete from platform.outgoing_mail`.execute(tx)
    await sql`update directives.task set state = 'withdrawn' where state = 'open'`.execute(tx)
  })
  await sql`delete from platform.account_user`.execute(database.query)
  for (const { id, name, role, agency } of accounts) {
    await sql`insert into platform.account_user (id, name, email, username)
      values (${id}, ${name}, ${`${id}@officers.invalid`}, ${id})`.execute(database.query)
    await sql`insert into platform.officer (user_id, role, unit_uid, areas, agency)
      values (${id}, ${role}, 'province', '{*}', ${agency})`.execute(database.query)
  }
})

const choose = (actor: Extract<Actor, { kind: 'officer' }>, isWanted = true, lang: 'vi' | 'en' = 'vi') =>
  as(actor, (tx) =>
    chooseLetters(tx, { address: `${actor.id}@nghean.gov.vn`, lang, isWanted, at: at(handed) }),
  )
const runOn = (on: LocalDate | string) => remindOfTasks(database, { now: at(on) })
async function live(from: string, to: string): Promise<void> {
  for (let on = day(from); on <= to; on = addDays(on, 1)) await runOn(on)
}

interface Written {
  to: string
  subject: string
  text: string
  key: string
}
const letters = async (): Promise<Written[]> =>
  as(machine, async (tx) => {
    const { rows } = await sql<Written>`select recipient as to, subject, text, idempotency_key as key
      from platform.outgoing_mail order by id`.execute(tx)
    return rows
  })
const only = (...ids: number[]) => ({
  ...reading,
  tasks: reading.tasks.filter(({ id }) => ids.includes(id)),
})

describe('reminders by letter, the clock moved day by day', () => {
  it('go to who holds the task, to who receives it when it is late, to the leader when it is escalated', async () => {
    await issued(database, handed, only(1))
    for (const officer of [health, clerk, homeAffairs, leader]) await choose(officer)
    await live(handed, '2026-07-28')
    const told = (await letters()).map(({ to, key }) => `${key.slice(-10)} ${to.split('@')[0]}`)
    expect(told).toEqual([
      '2026-07-03 minh',
      '2026-07-13 minh',
      '2026-07-15 minh',
      '2026-07-17 minh',
      '2026-07-20 minh',
      '2026-07-21 minh',
      '2026-07-21 van',
      '2026-07-27 hoa',
      '2026-07-27 minh',
      '2026-07-27 van',
    ])
    const [first] = await letters()
    expect(first?.subject).toBe('An Sinh: 1 việc cần ông/bà để ý ngày 03/07/2026')
    expect(first?.text).toContain('Kính gửi ông/bà Trần Văn Minh,')
    expect(first?.text).toContain(
      '312/TB-UBND, việc 1: Rà soát người đủ 75 tuổi chưa nhận trợ cấp hưu trí xã hội',
    )
    expect(first?.text).toContain('Đã qua nửa thời hạn, còn 11 ngày làm việc (hạn 20/07/2026).')
    expect(first?.text).toContain('Thôi gửi thư')
  })

  it('are one letter a day however many tasks there are, twenty of them named, the nearest first', async () => {
    const many = reading.tasks.slice(0, 1).flatMap((task) =>
      Array.from({ length: 25 }, (_, index) => ({
        ...task,
        id: index + 1,
        does: `Việc số ${index + 1}`,
        due: addDays(day('2026-07-20'), index % 2),
      })),
    )
    await choose(health, true, 'en')
    await issued(database, handed, { ...reading, tasks: many })
    await runOn('2026-07-20')
    await runOn('2026-07-20')
    const [letter, ...others] = await letters()
    expect(others).toEqual([])
    expect(letter?.subject).toBe('An Sinh: 25 tasks to look at on 20/07/2026')
    expect(letter?.text.match(/^- /gm)).toHaveLength(20)
    expect(letter?.text).toContain('5 more are on the page.')
    const days = letter?.text.match(/(?:Due today \(|due )\d\d/g) ?? []
    expect(days).toEqual(days.toSorted((one, other) => one.slice(-2).localeCompare(other.slice(-2))))
  })

  it('tell in the next letter what was reminded of after the letter of the day', async () => {
    await choose(health)
    const [first] = (await issued(database, handed, only(1))) as [Task]
    await runOn('2026-07-20')
    await issued(database, handed, only(2))
    const late = { ...only(1), tasks: only(1).tasks.map((task) => ({ ...task, does: 'Việc đến sau' })) }
    await issued(database, handed, late)
    await runOn('2026-07-20')
    expect(await letters()).toHaveLength(1)
    await as(health, (tx) => finishTask(tx, { taskId: first.id, note: 'Xong', ...sent('2026-07-20') }))
    await runOn('2026-07-21')
    const [, next] = await letters()
    expect(next?.text).toContain('Việc đến sau')
    expect(next?.text).not.toContain('Rà soát người đủ 75 tuổi')
  })

  it('stop when the officer turns them off, begin anew from there, and the page shows reminders all the same', async () => {
    await issued(database, handed, only(1))
    await choose(health)
    await runOn('2026-07-03')
    await choose(health, false)
    await live('2026-07-04', '2026-07-17')
    expect(await letters()).toHaveLength(1)
    expect(await as(health, findLetterChoice)).toEqual({
      address: 'minh@nghean.gov.vn',
      lang: 'vi',
      isWanted: false,
    })
    const shown = await as(health, (tx) => listReminders(tx, { limit: 50 }))
    expect(shown.map(({ kind }) => kind)).toEqual(['oneDay', 'threeDays', 'fourFifths', 'half'])
    await choose(health)
    await runOn('2026-07-18')
    expect(await letters()).toHaveLength(1)
    await runOn('2026-07-20')
    expect((await letters()).at(-1)?.text).toContain('Hôm nay là hạn (20/07/2026)')
  })

  it('are no letters to who never gave an address', async () => {
    await issued(database, handed, only(1, 3))
    await live('2026-07-19', '2026-07-28')
    expect(await letters()).toEqual([])
  })
})

describe('the choice', () => {
  it('is one’s own: nobody else reads or changes it', async () => {
    await choose(health)
    expect(await as(homeAffairs, findLetterChoice)).toBeUndefined()
    const taken = sql`update directives.letter_choice set address = 'x@y.vn'`
    expect((await as(clerk, (tx) => taken.execute(tx))).numAffectedRows).toBe(0n)
    const forged = sql`insert into directives.letter_choice values ('thang', 'x@y.vn', 'vi', true, 0, null, now())`
    await expect(as(clerk, (tx) => forged.execute(tx))).rejects.toMatchObject({ code: '42501' })
  })

  it.each(['minh', 'minh@', 'a b@x.vn', 'a@x.vn,b@x.vn', 'Minh <minh@x.vn>', 'a@x.vn\nBcc: b@x.vn'])(
    'refuses what is no address: %j',
    async (address) => {
      await expect(
        as(health, (tx) => chooseLetters(tx, { address, lang: 'vi', isWanted: true, at: at(handed) })),
      ).rejects.toMatchObject({ code: 'notAnAddress' })
    },
  )
})
