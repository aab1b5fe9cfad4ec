import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day, month } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import {
  type Act,
  findPerson,
  getPerson,
  listMembers,
  personAsOf,
  type Relation,
  recordHousehold,
  recordHouseholdFact,
  recordMembership,
  recordPerson,
  recordResidence,
  recordUnits,
} from '#registry'
import { freshDatabase } from '#test/database'
import { applyAct, listAwards, recordAward, streamReceipts } from './index.ts'

const database = await freshDatabase()
const today = day('2026-11-23')
/** The clock of the database is the real one: whatever the tests record is known by then. */
const forever = day('2099-12-31')
const [ours, theirs, old] = ['16702@2025-07-01', '17827@2025-07-01', '17893@pre2020']
const machine: Actor = { kind: 'system', job: 'test' }
const officer = (id: string, unitUid: string): Actor => ({
  kind: 'officer',
  id,
  name: id,
  role: 'communeOfficer',
  unitUid,
  areas: ['socialAssistance'],
})
const lan = officer('lan', ours)
const hung = officer('hung', theirs)
const units = `code,name_vi,type,level,parent_code,valid_from,valid_to,successor_codes,uid,predecessor_codes,legal_basis
16702,Phường Vinh Phú,phường,commune,40,2025-07-01,,,${ours},,
17893,Xã Nghi Vạn,xã,commune,429,,2025-06-30,17827,${old},,
17827,Xã Nghi Lộc,xã,commune,40,2025-07-01,,,${theirs},17893,`
const origin = 'officer:before'
const from = day('2025-07-01')
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)

let keys = 0
const key = () => `key ${++keys}`
const reason = 'Theo giấy tờ đã kiểm tra'
const apply = (act: Act, actor: Actor = machine) =>
  as(actor, (transaction) => applyAct(transaction, { act, reason, key: key() }, { today }))
const refusalOf = (act: Act, actor: Actor = machine) =>
  apply(act, actor).then(
    () => 'nothing was refused',
    (error: Error) => error.message,
  )
const exactly = (text: string) => ({ from: day(text), to: day(text) })

async function settle(name: string, born = '1950-05-05'): Promise<number> {
  return as(machine, async (transaction) => {
    const id = await recordPerson(transaction, { name, unitUid: ours, birth: exactly(born) }, origin)
    await recordResidence(transaction, { personId: id, unitUid: ours, from, origin })
    await recordAward(transaction, {
      personId: id,
      benefit: 'socialPension',
      category: 'SP',
      coefficientTenths: 10,
      amountDong: 540_000,
      fromMonth: month('2026-01'),
      toMonth: undefined,
      decisionNumber: '1/QĐ',
      signedOn: day('2026-01-05'),
      payee: undefined,
      origin,
    })
    return id
  })
}

async function house(...people: [Relation, string][]): Promise<{ householdId: number; ids: number[] }> {
  const ids: number[] = []
  for (const [, name] of people) ids.push(await settle(name))
  return as(machine, async (transaction) => {
    const householdId = await recordHousehold(transaction, { unitUid: ours, origin })
    for (const [index, [relation]] of people.entries())
      await recordMembership(transaction, {
        personId: ids[index] as number,
        householdId,
        relation,
        valid: { from },
        origin,
      })
    return { householdId, ids }
  })
}

const awardsOf = (id: number) =>
  as(machine, async (transaction) =>
    (await listAwards(transaction, id)).map(({ fromMonth, toMonth, paidBy }) => [fromMonth, toMonth, paidBy]),
  )
const relationsOf = (id: number, on: string) =>
  as(machine, async (transaction) =>
    (await listMembers(transaction, id, day(on))).map(({ name, relation }) => [name, relation]),
  )
beforeAll(() => as(machine, (transaction) => recordUnits(transaction, units).then(() => undefined)))

describe('a death', () => {
  it('ends what is paid after its month and says what was paid since', async () => {
    const id = await settle('Hồ Văn Sáu')
    const outcome = await apply({ kind: 'death', personId: id, on: day('2026-08-14') })
    expect(await awardsOf(id)).toEqual([['2026-01', '2026-08', undefined]])
    expect(outcome.awards).toMatchObject([{ change: 'ended', undueMonths: 3, undueDong: 1_620_000 }])
    const paidIn = (knownOn?: string) =>
      as(machine, async (transaction) => {
        const paid = []
        const known = knownOn === undefined ? undefined : day(knownOn)
        for await (const { amountDong } of streamReceipts(transaction, month('2026-09'), [id], known))
          paid.push(amountDong)
        return paid
      })
    expect(await paidIn()).toEqual([])
    expect(await paidIn('2099-01-01')).toEqual([])
  })

  it('is refused before the birth, in the future and twice, and taken back when it was a mistake', async () => {
    const id = await settle('Moong Văn Xuân')
    expect(await refusalOf({ kind: 'death', personId: id, on: day('1949-01-01') })).toContain(
      'trước khi sinh',
    )
    expect(await refusalOf({ kind: 'death', personId: id, on: day('2026-12-01') })).toContain('chưa đến')
    await apply({ kind: 'death', personId: id, on: day('2026-08-14') })
    expect(await refusalOf({ kind: 'death', personId: id, on: day('2026-08-15') })).toContain('đã ghi mất')
    await apply({ kind: 'undoDeath', personId: id })
    expect((await as(machine, (transaction) => getPerson(transaction, id))).deathOn).toBeUndefined()
    expect(await awardsOf(id)).toEqual([
      ['2026-09', undefined, undefined],
      ['2026-01', '2026-08', undefined],
    ])
  })
})

describe('a move', () => {
  it('ends the old commune’s payment with the month of its decision and begins the new one’s without a gap', async () => {
    const id = await settle('Và Bá Tủa')
    const to = { unitUid: theirs, village: 'Xóm 3' }
    await apply({ kind: 'move', personId: id, to, on: day('2026-11-03'), stoppedOn: day('2026-11-10') })
    expect(await awardsOf(id)).toEqual([
      ['2026-12', undefined, theirs],
      ['2026-01', '2026-11', undefined],
    ])
    const seenBy = (actor: Actor) => as(actor, (transaction) => findPerson(transaction, id))
    expect([await seenBy(lan), (await seenBy(hung))?.village]).toEqual([undefined, 'Xóm 3'])
  })

  it('to a unit that does not stand on that day, after death or before birth is refused', async () => {
    const id = await settle('Lầu Y Mỷ')
    const go = (unitUid: string, on: string) =>
      refusalOf({ kind: 'move', personId: id, to: { unitUid }, on: day(on) })
    expect(await go(old, '2026-05-01')).toContain('Xã Nghi Vạn không phải là một xã, phường có vào ngày')
    expect(await go(theirs, '2025-06-30')).toContain('không phải là một xã')
    expect(await go(ours, '2026-05-01')).toContain('chọn nơi chuyển đến')
    expect(await go(theirs, '2027-05-01')).toContain('chưa đến')
    await apply({ kind: 'death', personId: id, on: day('2026-04-01') })
    expect(await go(theirs, '2026-05-01')).toContain('mất ngày 01/04/2026')
  })

  it('out of the province and back again leaves both in the record', async () => {
    const id = await settle('Lương Thị Bình')
    await apply({
      kind: 'move',
      personId: id,
      to: 'away',
      on: day('2026-03-01'),
      stoppedOn: day('2026-03-05'),
    })
    const residenceOn = (text: string) =>
      as(machine, async (transaction) => {
        const then = await personAsOf(transaction, id, { on: day(text), knownOn: forever })
        return then?.residence?.unitUid
      })
    const again: Act = { kind: 'move', personId: id, to: 'away', on: day('2026-05-01') }
    expect(await refusalOf(again)).toContain('không có nơi để chuyển đi')
    const back: Act = { kind: 'return', personId: id, unitUid: ours, on: day('2026-09-01') }
    const { doubts } = await apply(back)
    expect(doubts).toHaveLength(1)
    const days = ['2026-02-28', '2026-03-01', '2026-09-01']
    expect(await Promise.all(days.map(residenceOn))).toEqual([ours, undefined, ours])
    expect(await awardsOf(id)).toEqual([['2026-01', '2026-03', undefined]])
    expect(await refusalOf(back)).toContain('đang có nơi ở')
  })

  it('of a whole household takes everybody along', async () => {
    const { householdId, ids } = await house(['head', 'Ngân Văn Tuấn'], ['spouse', 'Ngân Thị Lý'])
    await apply({
      kind: 'move',
      personId: ids[0] as number,
      to: { unitUid: theirs },
      on: day('2026-05-01'),
      whole: true,
    })
    expect(await relationsOf(ids[1] as number, '2026-06-01')).toHaveLength(2)
    const { rows } = await as(hung, (transaction) =>
      sql<{ id: number }>`select id from registry.household where id = ${householdId}`.execute(transaction),
    )
    expect(rows).toHaveLength(1)
  })
})

describe('a household', () => {
  it('splits: the head of the new one is new, nobody’s relation is guessed, and its poverty is not known', async () => {
    const { householdId, ids } = await house(
      ['head', 'Lo Văn A'],
      ['spouse', 'Lo Thị B'],
      ['child', 'Lo Văn C'],
      ['grandchild', 'Lo Văn D'],
      ['parent', 'Lo Thị E'],
    )
    const [, , c, d, e] = ids as [number, number, number, number, number]
    const { doubts, householdId: founded } = await apply({
      kind: 'split',
      householdId,
      leaving: [{ personId: c }, { personId: d }, { personId: e }],
      headId: c,
      on: day('2026-05-01'),
    })
    expect(await relationsOf(c, '2026-05-01')).toEqual([
      ['Lo Văn C', 'head'],
      ['Lo Văn D', 'other'],
      ['Lo Thị E', 'grandparent'],
    ])
    expect(await relationsOf(c, '2026-04-30')).toHaveLength(5)
    expect(doubts.map(({ personId, householdId: of }) => personId ?? of)).toEqual([d, founded])
  })

  it('never splits so that nobody stays, nobody leaves, or nobody heads those who stay', async () => {
    const { householdId, ids } = await house(['head', 'Lo Văn A'], ['spouse', 'Lo Thị B'])
    const [a, b] = ids as [number, number]
    const split = (leaving: number[], headId: number) =>
      refusalOf({
        kind: 'split',
        householdId,
        leaving: leaving.map((personId) => ({ personId })),
        headId,
        on: day('2026-05-01'),
      })
    expect(await split([a, b], a)).toContain('phải có người ở lại')
    expect(await split([], a)).toContain('Chưa chọn ai')
    expect(await split([a], a)).toContain('chọn chủ hộ mới')
    expect(await split([b, 987_654], b)).toContain('không ở hộ này')
  })

  it('goes into another and is none from then on, which the database itself holds', async () => {
    const one = await house(['head', 'Kha Văn A'], ['child', 'Kha Văn B'])
    const other = await house(['head', 'Kha Văn C'])
    const on = day('2026-05-01')
    await as(machine, (transaction) =>
      recordHouseholdFact(transaction, one.householdId, {
        key: 'poverty',
        value: 'poor',
        valid: { from },
        origin,
      }),
    )
    const relations = [{ personId: one.ids[0] as number, relation: 'sibling' as const }]
    const { doubts } = await apply({
      kind: 'merge',
      householdId: one.householdId,
      into: other.householdId,
      on,
      relations,
    })
    expect(doubts.map(({ personId }) => personId)).toEqual([one.ids[1]])
    expect(await relationsOf(other.ids[0] as number, '2026-05-01')).toEqual([
      ['Kha Văn C', 'head'],
      ['Kha Văn A', 'sibling'],
      ['Kha Văn B', 'other'],
    ])
    const joining = { kind: 'join', householdId: one.householdId, relation: 'other', on } as const
    expect(await refusalOf({ ...joining, personId: await settle('Kha Văn D') })).toContain(
      'không có đủ các ngày',
    )
    const rawly = as(machine, async (transaction) => {
      const personId = await recordPerson(transaction, { name: 'Kha Văn E' }, origin)
      await recordMembership(transaction, {
        personId,
        householdId: one.householdId,
        relation: 'head',
        valid: { from: on },
        origin,
      })
    })
    await expect(rawly).rejects.toThrow('membership_while_household_lasts')
  })

  it('changes its head: what follows for certain is said, the rest is left open', async () => {
    const { householdId, ids } = await house(
      ['head', 'Hờ Bá A'],
      ['spouse', 'Hờ Y B'],
      ['child', 'Hờ Bá C'],
      ['child', 'Hờ Bá D'],
    )
    const c = ids[2] as number
    const { doubts } = await apply({ kind: 'changeHead', householdId, headId: c, on: day('2026-05-01') }, lan)
    expect(await relationsOf(c, '2026-05-01')).toEqual([
      ['Hờ Bá C', 'head'],
      ['Hờ Bá A', 'parent'],
      ['Hờ Y B', 'other'],
      ['Hờ Bá D', 'sibling'],
    ])
    expect(doubts.map(({ personId }) => personId)).toEqual([ids[1]])
  })

  it('is joined and left; a head who leaves others names who follows', async () => {
    const { householdId, ids } = await house(['head', 'Xồng Bá A'], ['child', 'Xồng Bá B'])
    const [a, b] = ids as [number, number]
    const on = day('2026-05-01')
    expect(await refusalOf({ kind: 'leave', personId: a, on })).toContain('chọn chủ hộ mới')
    await apply({ kind: 'leave', personId: a, on, newHeadId: b })
    expect(await relationsOf(b, '2026-05-01')).toEqual([['Xồng Bá B', 'head']])
    await apply({ kind: 'join', householdId, personId: a, relation: 'parent', on: day('2026-07-01') })
    expect(await relationsOf(b, '2026-07-01')).toHaveLength(2)
    const twice: Act = { kind: 'join', householdId, personId: a, relation: 'parent', on: day('2026-08-01') }
    expect(await refusalOf(twice)).toContain('đang ở hộ')
  })
})
