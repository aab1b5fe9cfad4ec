import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { enact } from './enact.ts'
import { ImpossibleAct } from './impossible.ts'
import { listLinks, recordLink, undoLink } from './links.ts'
import { amendPerson } from './recording.ts'
import { completePersons } from './recording-many.ts'

const database = await freshDatabase()
const [ours, theirs] = ['16702@2025-07-01', '17827@2025-07-01'] as const
const officer = (unitUid: string, role = 'communeOfficer'): Actor => ({
  kind: 'officer',
  id: unitUid,
  name: unitUid,
  role,
  unitUid,
  areas: ['*'],
})
const machine: Actor = { kind: 'system', job: 'test' }
const province = officer('province', 'provinceOfficer')
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)
const [one, other, third] = ['040150001234', '040150001243', '040150001252'] as const

beforeAll(() =>
  as(machine, async (transaction) => {
    for (const uid of [ours, theirs])
      await sql`insert into registry.unit (uid, code, name, level, kind, valid)
        values (${uid}, ${uid.slice(0, 5)}, ${`Xã ${uid}`}, 'commune', 'xã', '[2025-07-01,)')`.execute(
        transaction,
      )
  }),
)

async function writeRecord(citizenId: string | null, unitUid: string = ours): Promise<number> {
  return as(machine, async (transaction) => {
    const { rows } = await sql<{ id: number }>`insert into registry.person
        (name, name_folded, unit_uid, citizen_id, origin)
      values ('Vi Thị Hoa', 'vi thi hoa', ${unitUid}, ${citizenId}, 'test') returning id`.execute(transaction)
    return rows[0]?.id as number
  })
}

async function link(a: number, b: number, mistakenNumber?: string): Promise<number> {
  const outcome = await as(province, (transaction) =>
    recordLink(transaction, {
      records: [a, b],
      ...(mistakenNumber ? { mistakenNumber } : {}),
      because: { by: 'Lan', reason: 'Giấy khai sinh' },
    }),
  )
  if (!outcome.ok) throw new Error(outcome.because)
  return outcome.linkId
}

function number(actor: Actor, id: number, citizenId: string | undefined): Promise<void> {
  return as(actor, (transaction) => amendPerson(transaction, id, { citizenId }))
}
async function numberOf(id: number): Promise<string | null | undefined> {
  const { rows } = await as(machine, (transaction) =>
    sql<{ citizen_id: string | null }>`select citizen_id from registry.person where id = ${id}`.execute(
      transaction,
    ),
  )
  return rows[0]?.citizen_id
}

describe('a linked person', () => {
  it('is given no second valid number; the refusal names the other record and what to do', async () => {
    const [a, b] = [await writeRecord(one), await writeRecord(null)]
    const linkId = await link(a, b)
    const refused = number(officer(ours), b, other)
    await expect(refused).rejects.toThrow(ImpossibleAct)
    await expect(refused).rejects.toThrow(
      new RegExp(`Hồ sơ ${b} đã nối với hồ sơ ${a}.*Gỡ liên kết với hồ sơ ${a} trước`),
    )
    expect(await numberOf(b)).toBeNull()
    await as(officer(ours), (transaction) => undoLink(transaction, linkId, 'hai người'))
    await number(officer(ours), b, other)
    expect(await numberOf(b)).toBe(other)
  })

  it('may be given the same number, one that is not valid, and none', async () => {
    const [a, b] = [await writeRecord(one), await writeRecord(null)]
    await link(a, b)
    for (const written of [one, '999150001234', undefined]) await number(officer(ours), b, written)
    await number(officer(ours), b, one)
    expect(await numberOf(b)).toBe(one)
  })

  it('whose number was called a mistake may be given the right one, and no third', async () => {
    const [a, b, c] = [await writeRecord(one), await writeRecord(other), await writeRecord(null)]
    await link(a, b, other)
    await link(a, c)
    await number(officer(ours), c, one)
    await expect(number(officer(ours), b, third)).rejects.toThrow(`hồ sơ ${a}`)
    await number(officer(ours), b, one)
  })

  it('is refused it by an act as well', async () => {
    const [a, b] = [await writeRecord(one), await writeRecord(null)]
    await link(a, b)
    const act = {
      kind: 'replacePersonValue',
      personId: b,
      key: 'citizenId',
      value: other,
      from: day('2026-01-01'),
    } as const
    await expect(
      as(officer(ours), (transaction) => enact(transaction, act, { today: day('2026-11-23') })),
    ).rejects.toThrow(`hồ sơ ${a}`)
  })

  it('is refused it where the other record is out of sight, and the refusal tells nothing of it but its unit', async () => {
    const [a, b] = [await writeRecord(one, theirs), await writeRecord(null)]
    await link(a, b)
    const refused = number(officer(ours), b, other)
    await expect(refused).rejects.toThrow(`hồ sơ ${a} ở đơn vị khác`)
    await expect(refused).rejects.toThrow('Đề nghị cán bộ tỉnh gỡ liên kết')
    await expect(refused).rejects.not.toThrow(one)
    await expect(refused).rejects.not.toThrow('17827')
  })

  it('has no number called a mistake that none of its records carries', async () => {
    const [a, b] = [await writeRecord(one), await writeRecord(null)]
    for (const mistaken of [other, 'abc']) {
      const linkId = await link(a, b, mistaken)
      const [made] = await as(province, (transaction) => listLinks(transaction, [a]))
      expect(made?.mistakenNumber).toBeUndefined()
      await as(province, (transaction) => undoLink(transaction, linkId, 'thử'))
    }
  })

  it('is told of to nobody who sees none of its records', async () => {
    const [a, b] = [await writeRecord(one, theirs), await writeRecord(null, theirs)]
    await link(a, b)
    const against = (actor: Actor) =>
      as(actor, (transaction) =>
        sql`select from registry.against_number(${b}, ${other})`.execute(transaction),
      ).then(({ rows }) => rows.length)
    expect([await against(officer(theirs)), await against(officer(ours))]).toEqual([1, 0])
  })

  it('is completed by a list in everything but a second valid number', async () => {
    const [a, b, alone] = [await writeRecord(one), await writeRecord(null), await writeRecord(null)]
    await link(a, b)
    await as(machine, (transaction) =>
      completePersons(
        transaction,
        new Map([b, alone].map((id) => [id, { citizenId: other, village: 'Xóm 3', origin: 'file:1#!2' }])),
      ),
    )
    expect([await numberOf(b), await numberOf(alone)]).toEqual([null, other])
    const { rows } = await as(machine, (transaction) =>
      sql`select village from registry.person where id = ${b}`.execute(transaction),
    )
    expect(rows).toEqual([{ village: 'Xóm 3' }])
  })

  it('has no second number when a link is made while a list completes its records', async () => {
    for (let round = 0; round < 8; round++) {
      const [a, b] = [await writeRecord(one), await writeRecord(null)]
      const completing = as(machine, (transaction) =>
        completePersons(transaction, new Map([[b, { citizenId: other }]])),
      )
      const [linked, completed] = await Promise.allSettled([link(a, b), completing])
      expect(completed.status).toBe('fulfilled')
      expect(linked.status === 'fulfilled').toBe((await numberOf(b)) === null)
    }
  })

  it('is given one of two numbers when two lists bring them at the same moment', async () => {
    for (let round = 0; round < 8; round++) {
      const [a, b] = [await writeRecord(null), await writeRecord(null)]
      await link(a, b)
      const complete = (id: number, citizenId: string) =>
        as(machine, (transaction) => completePersons(transaction, new Map([[id, { citizenId }]])))
      const refused = await Promise.all([complete(a, one), complete(b, other)])
      expect(refused.map(({ size }) => size).sort()).toEqual([0, 1])
      expect([await numberOf(a), await numberOf(b)].filter((each) => each !== null)).toHaveLength(1)
    }
  })

  it('is given one of two numbers when they come at the same moment', async () => {
    for (let round = 0; round < 8; round++) {
      const [a, b] = [await writeRecord(null), await writeRecord(null)]
      await link(a, b)
      const results = await Promise.allSettled([number(province, a, one), number(province, b, other)])
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect([await numberOf(a), await numberOf(b)].filter((each) => each !== null)).toHaveLength(1)
    }
  })

  it('has no second number when a link and a number come at the same moment', async () => {
    for (let round = 0; round < 8; round++) {
      const [a, b] = [await writeRecord(one), await writeRecord(null)]
      const [linked, numbered] = await Promise.allSettled([link(a, b), number(province, b, other)])
      expect([linked.status, numbered.status].sort()).toEqual(['fulfilled', 'rejected'])
    }
  })
})
