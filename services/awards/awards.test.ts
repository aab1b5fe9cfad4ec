import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day, month } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { recordPerson, recordUnits } from '#registry'
import { freshDatabase } from '#test/database'
import {
  endAward,
  listApplications,
  listAwards,
  listPaidWhen,
  monthsRange,
  type NewAward,
  recordApplication,
  recordAward,
  streamReceipts,
  withdrawAward,
} from './index.ts'

const database = await freshDatabase()
const machine: Actor = { kind: 'system', job: 'test' }
const [ours, theirs] = ['16702@2025-07-01', '17827@2025-07-01']
const officer = (unitUid: string): Actor => ({
  kind: 'officer',
  id: unitUid,
  name: 'Lan',
  role: 'communeOfficer',
  unitUid,
  areas: ['socialAssistance'],
})
const units = `code,name_vi,type,level,parent_code,valid_from,valid_to,successor_codes,uid,predecessor_codes,legal_basis
16702,Phường Vinh Phú,phường,commune,40,2025-07-01,,,${ours},,
17827,Xã Nghi Lộc,xã,commune,40,2025-07-01,,,${theirs},,`
const origin = 'officer:test'
let own = 0
let other = 0

const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)
const award = (personId: number, change: Partial<NewAward> = {}): NewAward => ({
  personId,
  benefit: 'socialAllowance',
  category: 'K6',
  coefficientTenths: 15,
  amountDong: 750_000,
  fromMonth: month('2025-01'),
  toMonth: undefined,
  decisionNumber: '12/QĐ-UBND',
  signedOn: day('2025-01-15'),
  payee: undefined,
  origin,
  ...change,
})

const receiptsIn = (actor: Actor, of: string) =>
  as(actor, async (transaction) => {
    const found = []
    for await (const each of streamReceipts(transaction, month(of))) found.push(each)
    return found
  })

beforeAll(() =>
  as(machine, async (transaction) => {
    await recordUnits(transaction, units)
    own = await recordPerson(transaction, { name: 'Cao Thị Nga', unitUid: ours }, origin)
    other = await recordPerson(transaction, { name: 'Vi Văn Dần', unitUid: theirs }, origin)
    await recordAward(transaction, award(own))
    await recordAward(
      transaction,
      award(own, { benefit: 'careSupport', category: 'C5', amountDong: 500_000 }),
    )
    await recordAward(transaction, award(other))
    await recordApplication(transaction, {
      personId: other,
      benefit: 'socialAllowance',
      receivedOn: day('2026-11-02'),
      decidedOn: undefined,
      outcome: undefined,
      origin,
    })
  }),
)

describe('an award', () => {
  it('is ended and begun again, never edited', async () => {
    const [first] = await as(machine, (transaction) => listAwards(transaction, other))
    await as(machine, async (transaction) => {
      await endAward(transaction, first?.id ?? 0, month('2026-06'))
      await recordAward(transaction, award(other, { amountDong: 810_000, fromMonth: month('2026-07') }))
    })
    const awards = await as(machine, (transaction) => listAwards(transaction, other))
    expect(awards.map(({ amountDong, fromMonth, toMonth }) => [amountDong, fromMonth, toMonth])).toEqual([
      [810_000, '2026-07', undefined],
      [750_000, '2025-01', '2026-06'],
    ])
    const edit = as(machine, (transaction) =>
      sql`update awards.award set amount_dong = 1`.execute(transaction),
    )
    await expect(edit).rejects.toThrow('permission denied')
  })

  it('keeps what it said before it was ended, where nobody can change it', async () => {
    const { rows } = await as(machine, (transaction) =>
      sql<{ valid: string }>`select valid::text as valid from awards.award_before
        where person_id = ${other}`.execute(transaction),
    )
    expect(rows).toEqual([{ valid: '[2025-01-01,)' }])
    for (const forbidden of [
      'update awards.award_before set valid = valid',
      'delete from awards.award_before',
    ])
      await expect(
        as(machine, (transaction) => sql`${sql.raw(forbidden)}`.execute(transaction)),
      ).rejects.toThrow('permission denied')
  })

  it('is ended alone: nobody else’s that ends later is touched', async () => {
    const [mine, beside] = await as(machine, async (transaction) => {
      const ids: number[] = []
      for (const name of ['Hà Văn Sơn', 'Hà Văn Hải']) {
        const personId = await recordPerson(transaction, { name }, origin)
        ids.push(personId)
        await recordAward(transaction, award(personId, { toMonth: month('2026-12') }))
      }
      const [first] = await listAwards(transaction, ids[0] ?? 0)
      await endAward(transaction, first?.id ?? 0, month('2026-06'))
      return Promise.all(ids.map((id) => listAwards(transaction, id)))
    })
    expect([mine?.[0]?.toMonth, beside?.[0]?.toMonth]).toEqual(['2026-06', '2026-12'])
  })

  it('is not recorded twice for a month', async () => {
    const again = as(machine, (transaction) =>
      recordAward(transaction, award(own, { fromMonth: month('2026-01'), toMonth: month('2026-03') })),
    )
    await expect(again).rejects.toThrow(/exclusion constraint|overlap|duplicate/)
  })

  it('covers whole months', () => {
    expect(monthsRange(month('2026-01'), month('2026-12'))).toBe('[2026-01-01,2027-01-01)')
    expect(monthsRange(month('2026-01'), undefined)).toBe('[2026-01-01,)')
  })
})

describe('what is received in a month', () => {
  it('is added up by benefit, in the months it runs', async () => {
    expect(await receiptsIn(machine, '2024-12')).toEqual([])
    const june = await receiptsIn(machine, '2026-06')
    const known = june.filter(({ personId }) => [own, other].includes(personId))
    expect(known.map(({ personId, benefit, amountDong }) => [personId, benefit, amountDong])).toEqual([
      [own, 'careSupport', 500_000],
      [own, 'socialAllowance', 750_000],
      [other, 'socialAllowance', 750_000],
    ])
    expect(june[0]?.categories).toEqual(['C5'])
  })

  it('is told as it was recorded at the end of a day, before what was ended, withdrawn or added since', async () => {
    const id = await as(machine, async (transaction) => {
      const personId = await recordPerson(transaction, { name: 'Moong Văn Xuân', unitUid: theirs }, origin)
      for (const category of ['K6', 'C5'])
        await sql`insert into awards.award (person_id, benefit, category, amount_dong, valid, origin, recorded_at)
          values (${personId}, 'socialAllowance', ${category}, 100000, '[2026-01-01,)', ${origin}, '2001-01-10')`.execute(
          transaction,
        )
      return personId
    })
    const known = (on: string) =>
      as(machine, async (transaction) => {
        const paid = []
        for await (const receipt of streamReceipts(transaction, month('2026-06'), [id], day(on)))
          paid.push(receipt.amountDong)
        return [paid[0], (await listPaidWhen(transaction, day('2026-10-05'), [id], day(on))).length]
      })
    const [k6, c5] = await as(machine, (transaction) => listAwards(transaction, id))
    await as(machine, async (transaction) => {
      await endAward(transaction, k6?.id ?? 0, month('2026-04'))
      await endAward(transaction, k6?.id ?? 0, month('2026-03'))
      await withdrawAward(transaction, c5?.id ?? 0)
      await recordAward(transaction, award(id, { category: 'K8', amountDong: 7 }))
    })
    expect(await known('2001-01-09')).toEqual([undefined, 0])
    expect(await known('2001-01-10')).toEqual([200_000, 1])
    expect(await known('2099-01-01')).toEqual([7, 1])
  })

  it('is seen by the own commune alone, and so are applications', async () => {
    expect((await receiptsIn(officer(ours), '2026-06')).map(({ personId }) => personId)).toEqual([own, own])
    expect(await receiptsIn({ kind: 'citizen' }, '2026-06')).toEqual([])
    expect(await as(officer(ours), (transaction) => listAwards(transaction, other))).toEqual([])
    const asked = (actor: Actor) =>
      as(actor, (transaction) =>
        listApplications(transaction, { since: day('2026-01-01'), until: day('2026-12-31') }),
      )
    expect(await asked(officer(ours))).toEqual([])
    expect((await asked(officer(theirs))).map(({ personId }) => personId)).toEqual([other])
    await expect(as(officer(ours), (transaction) => recordAward(transaction, award(other)))).rejects.toThrow(
      'row-level security',
    )
  })
})
