import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import {
  type Act,
  findHousehold,
  listChangeRequests,
  listMembers,
  listPerformedActs,
  type NewFact,
  proposeChange,
  type Relation,
  recordFact,
  recordHousehold,
  recordMembership,
  recordPerson,
  recordResidence,
  recordUnits,
} from '#registry'
import { freshDatabase } from '#test/database'
import { applyAct, approveChange } from './index.ts'

const database = await freshDatabase()
const today = day('2026-11-23')
const unitUid = '16702@2025-07-01'
const origin = 'officer:before'
const from = day('2025-07-01')
const machine: Actor = { kind: 'system', job: 'test' }
const officer = (id: string): Actor => ({
  kind: 'officer',
  id,
  name: id,
  role: 'communeOfficer',
  unitUid,
  areas: ['*'],
})
const [lan, mai] = [officer('lan'), officer('mai')]
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)

let keys = 0
const reason = 'Thông báo của công an xã'
const apply = (act: Act, actor: Actor = machine) =>
  as(actor, (transaction) => applyAct(transaction, { act, reason, key: `key ${++keys}` }, { today }))
const refusalOf = (act: Act, actor: Actor = machine) =>
  apply(act, actor).then(
    () => 'nothing was refused',
    (error: Error) => error.message,
  )

async function settle(name: string): Promise<number> {
  return as(machine, async (transaction) => {
    const birth = { from: day('1950-05-05'), to: day('1950-05-05') }
    const id = await recordPerson(transaction, { name, unitUid, birth }, origin)
    await recordResidence(transaction, { personId: id, unitUid, from, origin })
    return id
  })
}

async function house(...people: [Relation, string][]): Promise<{ householdId: number; ids: number[] }> {
  const ids: number[] = []
  for (const [, name] of people) ids.push(await settle(name))
  const householdId = await as(machine, async (transaction) => {
    const id = await recordHousehold(transaction, { unitUid, origin })
    for (const [index, [relation]] of people.entries()) {
      const personId = ids[index] as number
      await recordMembership(transaction, { personId, householdId: id, relation, valid: { from }, origin })
    }
    return id
  })
  return { householdId, ids }
}

const relationsOf = (id: number, on: string) =>
  as(machine, async (transaction) =>
    (await listMembers(transaction, id, day(on))).map(({ name, relation }) => `${name}: ${relation}`),
  )
const lifeOf = async (id: number) =>
  (await as(machine, (transaction) => findHousehold(transaction, id)))?.life

beforeAll(() =>
  as(machine, (transaction) =>
    recordUnits(
      transaction,
      `code,name_vi,type,level,parent_code,valid_from,valid_to,successor_codes,uid,predecessor_codes,legal_basis
16702,Phường Vinh Phú,phường,commune,40,2025-07-01,,,${unitUid},,`,
    ).then(() => undefined),
  ),
)

describe('what one member is to the head', () => {
  it('is corrected for its whole stretch by two officers, and touches everybody of the household', async () => {
    const { householdId, ids } = await house(['head', 'Lữ Văn A'], ['other', 'Lữ Thị B'])
    const [a, b] = ids as [number, number]
    const act: Act = { kind: 'correctRelation', personId: b, relation: 'fosterChild', on: today }
    expect(await refusalOf(act, lan)).toContain('người thứ hai')
    const { id } = await as(lan, (transaction) =>
      proposeChange(transaction, { act, reason, key: 'relation' }, { today }),
    )
    await as(mai, (transaction) => approveChange(transaction, id, { today }))
    expect(await relationsOf(a, '2025-07-01')).toEqual(['Lữ Văn A: head', 'Lữ Thị B: fosterChild'])
    const told = (of: { personId: number } | { householdId: number }) =>
      as(lan, async (transaction) =>
        (await listChangeRequests(transaction, { ...of, limit: 10 })).map((request) => request.id),
      )
    expect([await told({ personId: a }), await told({ householdId })]).toEqual([[id], [id]])
  })

  it('is not who heads the household, and nothing when it is so already', async () => {
    const { ids } = await house(['head', 'Lữ Văn C'], ['child', 'Lữ Thị D'])
    const [c, d] = ids as [number, number]
    const say = (personId: number, relation: Relation) =>
      refusalOf({ kind: 'correctRelation', personId, relation, on: today })
    expect([await say(d, 'head'), await say(c, 'child')]).toEqual([
      expect.stringContaining('Đổi chủ hộ'),
      expect.stringContaining('Đổi chủ hộ'),
    ])
    expect(await say(d, 'child')).toContain('không có gì để sửa')
    expect(await say(await settle('Lữ Thị E'), 'child')).toContain('không ở hộ nào')
  })

  it('is said for both households of a split whose head leaves', async () => {
    const { householdId, ids } = await house(['head', 'Và Bá A'], ['spouse', 'Và Y B'], ['child', 'Và Bá C'])
    const [a, b, c] = ids as [number, number, number]
    const on = day('2026-05-01')
    const { doubts } = await apply({
      kind: 'split',
      householdId,
      leaving: [{ personId: a }],
      headId: a,
      newHeadId: b,
      staying: [{ personId: c, relation: 'child' }],
      on,
    })
    expect(await relationsOf(b, '2026-05-01')).toEqual(['Và Y B: head', 'Và Bá C: child'])
    expect(doubts.map(({ personId }) => personId)).toEqual([undefined])
  })
})

describe('a household over time', () => {
  it('ends with the last of the living, whose dead do not keep them', async () => {
    const { householdId, ids } = await house(['head', 'Cụt Văn A'], ['spouse', 'Cụt Thị B'])
    const [a, b] = ids as [number, number]
    const { doubts } = await apply({ kind: 'death', personId: a, on: day('2026-02-01') })
    expect(doubts.map(({ vi }) => vi).join()).toContain('là chủ hộ')
    await apply({ kind: 'changeHead', householdId, headId: b, on: day('2026-03-01') }, lan)
    await apply({ kind: 'leave', personId: b, on: day('2026-06-01') })
    expect(await lifeOf(householdId)).toMatchObject({ to: '2026-05-31' })
    expect(await relationsOf(b, '2026-05-31')).toHaveLength(2)
  })

  it('that was founded and emptied on one day never was one', async () => {
    const { householdId, ids } = await house(['head', 'Moong Văn A'], ['child', 'Moong Thị B'])
    const b = ids[1] as number
    const on = day('2026-05-01')
    const split = await apply({ kind: 'split', householdId, leaving: [{ personId: b }], headId: b, on })
    const founded = split.householdId as number
    await apply({ kind: 'merge', householdId: founded, into: householdId, on })
    expect(await lifeOf(founded)).toBeUndefined()
    expect(await relationsOf(b, '2026-05-01')).toEqual(['Moong Văn A: head', 'Moong Thị B: other'])
  })

  it('is joined by nobody who is dead, and by a head alone where nobody is', async () => {
    const { householdId } = await house(['head', 'Ốc Văn A'])
    const [dead, alive] = [await settle('Ốc Văn B'), await settle('Ốc Văn C')]
    await apply({ kind: 'death', personId: dead, on: day('2026-02-01') })
    const on = day('2026-05-01')
    const join = (personId: number, into: number, relation: Relation) =>
      refusalOf({ kind: 'join', personId, householdId: into, relation, on })
    expect(await join(dead, householdId, 'child')).toContain('mất ngày 01/02/2026')
    expect(await join(alive, householdId, 'head')).toContain('Một hộ chỉ có một chủ hộ')
    const empty = await as(machine, (transaction) => recordHousehold(transaction, { unitUid, origin }))
    expect(await join(alive, empty, 'child')).toContain('chưa có chủ hộ')
    expect(await join(alive, empty, 'head')).toBe('nothing was refused')
  })

  it('has one head on every day, also when an earlier change becomes known after a later one', async () => {
    const { householdId, ids } = await house(
      ['head', 'Nguyễn A'],
      ['child', 'Nguyễn B'],
      ['child', 'Nguyễn C'],
    )
    const [a, b, c] = ids as [number, number, number]
    await apply({ kind: 'changeHead', householdId, headId: b, on: day('2026-06-01') })
    const earlier = { on: day('2026-04-01') }
    const refused = [
      await refusalOf({ kind: 'changeHead', householdId, headId: c, ...earlier }),
      await refusalOf({ kind: 'leave', personId: a, newHeadId: c, ...earlier }),
      await refusalOf({
        kind: 'split',
        householdId,
        leaving: [{ personId: a }],
        headId: a,
        newHeadId: c,
        ...earlier,
      }),
    ]
    expect(refused.every((sentence) => /từ ngày 01\/06\/2026/.test(sentence))).toBe(true)
  })

  it('tells on its page, and on that of each member, what officers did to it', async () => {
    const { householdId, ids } = await house(['head', 'Trần A'], ['child', 'Trần B'])
    const [a, b] = ids as [number, number]
    await apply({ kind: 'changeHead', householdId, headId: b, on: day('2026-06-01') }, lan)
    for (const of of [{ householdId }, { personId: a }, { personId: b }]) {
      const done = await as(lan, (transaction) => listPerformedActs(transaction, of))
      expect(done.map(({ act, actor }) => [act.kind, actor])).toEqual([['changeHead', 'officer:lan']])
    }
  })
})

describe('a death', () => {
  it('leaves open what was recorded to begin after it', async () => {
    const id = await settle('Hoàng Văn D')
    const fact: NewFact = { key: 'disability', value: 'light', valid: { from: day('2026-06-01') }, origin }
    await as(machine, (transaction) => recordFact(transaction, id, fact))
    const { doubts } = await apply({ kind: 'death', personId: id, on: day('2026-02-01') })
    expect(doubts.map(({ vi }) => vi)).toEqual([expect.stringContaining('sau ngày mất')])
  })
})
