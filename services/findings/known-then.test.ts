import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { recordAward, withdrawAward } from '#awards'
import { day, type LocalDate, type Month, month } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { recordFact, recordPerson, recordResidence, recordUnits } from '#registry'
import { asOwner, freshDatabase } from '#test/database'
import { type Finding, listFindings, listFindingsOf, sweep } from './index.ts'

const database = await freshDatabase()
const owner = asOwner(database)
const machine: Actor = { kind: 'system', job: 'test' }
const unitUid = '16702@2025-07-01'
const units = `code,name_vi,type,level,parent_code,valid_from,valid_to,successor_codes,uid,predecessor_codes,legal_basis
16702,Phường Vinh Phú,phường,commune,40,2025-07-01,,,${unitUid},,`
const origin = 'officer:test'
const from = day('2025-07-01')

async function settle(transaction: Transaction, name: string, citizenId: string): Promise<number> {
  const birth = { from: day('1945-01-01'), to: day('1945-01-01') }
  const person = { name, birth, unitUid, sex: 'female', citizenId, reviewedOn: from } as const
  const personId = await recordPerson(transaction, person, origin)
  await recordResidence(transaction, { personId, unitUid, from, origin })
  for (const [key, value] of Object.entries({ insurance: 'none', pensionRequested: 'yes' }))
    await recordFact(transaction, personId, { key, value, valid: { from }, origin })
  return personId
}

function award(transaction: Transaction, personId: number, fromMonth: Month, toMonth?: Month) {
  return recordAward(transaction, {
    personId,
    benefit: 'socialPension',
    category: 'SP',
    coefficientTenths: undefined,
    amountDong: fromMonth < '2026-07' ? 500_000 : 540_000,
    fromMonth,
    toMonth,
    decisionNumber: undefined,
    signedOn: undefined,
    payee: undefined,
    origin,
  })
}

async function foundAsKnownOn(knownOn: LocalDate): Promise<Finding[]> {
  await sweep(database, { month: month('2026-11'), knownOn })
  return withActor(database, machine, (transaction) =>
    listFindings(transaction, { month: month('2026-11'), sort: 'name' }),
  )
}

beforeAll(async () => {
  const { withdrawn, late } = await withActor(database, machine, async (transaction) => {
    await recordUnits(transaction, units)
    const twin = await settle(transaction, 'Hồ Thị Cúc', '040145000001')
    const other = await settle(transaction, 'HO THI CUC', '040145000001')
    const forgotten = await settle(transaction, 'Lê Thị Xoan', '040145000002')
    await award(transaction, twin, month('2026-09'))
    return {
      withdrawn: await award(transaction, other, month('2026-09')),
      late: await award(transaction, forgotten, month('2026-01'), month('2026-03')),
    }
  })
  await withActor(database, machine, (transaction) => withdrawAward(transaction, withdrawn))
  // All was recorded in September but what came on the 20th of November, when one award was withdrawn too.
  await withActor(owner, machine, async (transaction) => {
    await sql`alter table registry.fact disable trigger keep_fact`.execute(transaction)
    await sql`alter table awards.award disable trigger keep_award`.execute(transaction)
    await sql`update registry.fact set recorded_at = '2026-09-01'`.execute(transaction)
    await sql`update awards.award set recorded_at = case when id = ${late} then '2026-11-20'::date
      else '2026-09-01'::date end`.execute(transaction)
    await sql`update awards.award_before set recorded_at = '2026-09-01', superseded_at = '2026-11-20 12:00+07'
      where award_id = ${withdrawn}`.execute(transaction)
  })
})

describe('a month that was swept ahead', () => {
  it('is told of on the page of a person from its first day on', async () => {
    const ahead = month('2026-12')
    const monthsTold = async (knownOn: LocalDate) => {
      await sweep(database, { month: ahead, knownOn })
      return withActor(database, machine, async (transaction) => {
        const [found] = await listFindings(transaction, { month: ahead, kind: 'missed', limit: 1 })
        return (await listFindingsOf(transaction, found?.personId ?? 0)).map((each) => each.month)
      })
    }
    expect(await monthsTold(day('2026-11-30'))).not.toContain(ahead)
    expect(await monthsTold(day('2026-12-01'))).toContain(ahead)
  })
})

describe('a sweep as known on an earlier day', () => {
  it('tells of two records paid as long as the withdrawal of one was not known', async () => {
    const twins = (found: readonly Finding[]) =>
      found.filter(({ kind }) => kind === 'duplicate').map(({ personName }) => personName)
    expect(twins(await foundAsKnownOn(day('2026-11-19')))).toEqual(['Hồ Thị Cúc', 'HO THI CUC'])
    expect(twins(await foundAsKnownOn(day('2026-11-20')))).toEqual([])
  })

  it('says until when somebody was paid only when that was recorded', async () => {
    const why = (found: readonly Finding[]) =>
      found.find(({ kind, personName }) => kind === 'missed' && personName === 'Lê Thị Xoan')?.reasons[0]?.vi
    expect(why(await foundAsKnownOn(day('2026-11-19')))).not.toContain('03/2026')
    expect(why(await foundAsKnownOn(day('2026-11-20')))).toContain('03/2026')
  })
})
