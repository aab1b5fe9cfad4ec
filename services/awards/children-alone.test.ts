import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import {
  type Act,
  type Relation,
  recordHousehold,
  recordMembership,
  recordPerson,
  recordResidence,
  recordUnits,
} from '#registry'
import { freshDatabase } from '#test/database'
import { applyAct } from './index.ts'

const database = await freshDatabase()
const today = day('2026-11-23')
const unitUid = '16702@2025-07-01'
const origin = 'officer:before'
const from = day('2025-07-01')
const machine: Actor = { kind: 'system', job: 'test' }
const as = <Result>(work: (transaction: Transaction) => Promise<Result>) => withActor(database, machine, work)

/** A household of these, each born between two days, and the ids of its members. */
async function house(...people: [relation: Relation, name: string, born: string, to?: string][]) {
  return as(async (transaction) => {
    const householdId = await recordHousehold(transaction, { unitUid, origin })
    const ids: number[] = []
    for (const [relation, name, born, to = born] of people) {
      const birth = { from: day(born), to: day(to) }
      const personId = await recordPerson(transaction, { name, unitUid, birth }, origin)
      await recordResidence(transaction, { personId, unitUid, from, origin })
      await recordMembership(transaction, { personId, householdId, relation, valid: { from }, origin })
      ids.push(personId)
    }
    return { householdId, ids: ids as [number, number, number] }
  })
}

let keys = 0

/** What an act leaves to be looked at of children. */
async function doubtsOf(act: Act): Promise<string[]> {
  const key = `key ${++keys}`
  const { doubts } = await as((transaction) =>
    applyAct(transaction, { act, reason: 'Thông báo của công an xã', key }, { today }),
  )
  return doubts.map(({ vi }) => vi).filter((vi) => vi.includes('16 tuổi'))
}

beforeAll(() =>
  as((transaction) =>
    recordUnits(
      transaction,
      `code,name_vi,type,level,parent_code,valid_from,valid_to,successor_codes,uid,predecessor_codes,legal_basis
16702,Phường Vinh Phú,phường,commune,40,2025-07-01,,,${unitUid},,`,
    ).then(() => undefined),
  ),
)

describe('a child who is to live alone or to head a household', () => {
  it('is split off all the same, and officers are told to look', async () => {
    const { householdId, ids } = await house(
      ['head', 'Lữ Văn A', '1950-05-05'],
      ['child', 'Lữ Thị B', '2015-03-01'],
    )
    const leaving = [{ personId: ids[1] }]
    expect(await doubtsOf({ kind: 'split', householdId, leaving, headId: ids[1], on: today })).toEqual([
      'Lữ Thị B chưa đủ 16 tuổi (Luật Trẻ em 2016, Đ1) mà ở hộ một mình: kiểm tra ngày sinh và ai chăm sóc trẻ',
    ])
  })

  it('is told of as a head beside others, and of the day of a birth that is not known', async () => {
    const { householdId, ids } = await house(
      ['head', 'Lữ Văn C', '1950-05-05'],
      ['child', 'Lữ Thị D', '2015-03-01'],
      ['child', 'Lữ Thị E', '2010-01-01', '2010-12-31'],
    )
    const change = (headId: number) => doubtsOf({ kind: 'changeHead', householdId, headId, on: today })
    expect(await change(ids[1])).toEqual([expect.stringContaining('D chưa đủ 16 tuổi')])
    expect(await change(ids[2])).toEqual([expect.stringContaining('E có thể chưa đủ 16 tuổi')])
    expect(await change(ids[0])).toEqual([])
  })

  it('is told of when the last of age leaves, and not before', async () => {
    const { ids } = await house(
      ['head', 'Lữ Thị G', '2014-01-01'],
      ['other', 'Lữ Văn H', '1950-05-05'],
      ['other', 'Lữ Văn K', '1951-05-05'],
    )
    expect(await doubtsOf({ kind: 'leave', personId: ids[1], on: today })).toEqual([])
    expect(await doubtsOf({ kind: 'leave', personId: ids[2], on: today })).toEqual([
      expect.stringContaining('ở hộ một mình'),
    ])
  })

  it('is nobody who is 16 on that day', async () => {
    const { householdId, ids } = await house(
      ['head', 'Lữ Văn L', '1950-05-05'],
      ['child', 'Lữ Thị M', '2010-11-23'],
    )
    const leaving = [{ personId: ids[1] }]
    expect(await doubtsOf({ kind: 'split', householdId, leaving, headId: ids[1], on: today })).toEqual([])
  })
})
