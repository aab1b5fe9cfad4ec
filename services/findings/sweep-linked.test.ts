import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { recordAward } from '#awards'
import { day, month } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { recordFact, recordPerson, recordResidence, recordUnits } from '#registry'
import { asOwner, freshDatabase } from '#test/database'
import { type Finding, listFindings, readPrinciples, sweep } from './index.ts'

const database = await freshDatabase()
const machine: Actor = { kind: 'system', job: 'test' }
const unitUid = '16702@2025-07-01'
const units = `code,name_vi,type,level,parent_code,valid_from,valid_to,successor_codes,uid,predecessor_codes,legal_basis
16702,Phường Vinh Phú,phường,commune,40,2025-07-01,,,${unitUid},,`
const origin = 'officer:test'
const question = { month: month('2026-11'), knownOn: day('2026-11-23') }
const from = day('2025-07-01')
let [own, other] = [0, 0]

async function settle(
  transaction: Transaction,
  name: string,
  facts: Record<string, string>,
): Promise<number> {
  const birth = { from: day('1945-01-01'), to: day('1945-01-01') }
  const person = { name, birth, unitUid, sex: 'female', citizenId: '040145000001', reviewedOn: from } as const
  const id = await recordPerson(transaction, person, origin)
  await recordResidence(transaction, { personId: id, unitUid, from, origin })
  for (const [key, value] of Object.entries(facts))
    await recordFact(transaction, id, { key, value, valid: { from }, origin })
  await recordAward(transaction, {
    personId: id,
    benefit: 'socialPension',
    category: 'SP',
    coefficientTenths: undefined,
    amountDong: 540_000,
    fromMonth: month('2026-09'),
    toMonth: undefined,
    decisionNumber: undefined,
    signedOn: undefined,
    payee: undefined,
    origin,
  })
  return id
}

const link = (to: number | null) =>
  withActor(database, machine, (transaction) =>
    sql`update registry.person set linked_to = ${to} where id = ${other}`.execute(transaction),
  )

async function found(): Promise<Finding[]> {
  await sweep(database, question)
  return withActor(database, machine, (transaction) => listFindings(transaction, { sort: 'name' }))
}

const told = (findings: readonly Finding[]) =>
  findings.map(({ personId, kind, recordedDong, differenceDong }) => [
    personId === own ? 'own' : 'other',
    kind,
    recordedDong,
    differenceDong,
  ])

beforeAll(async () => {
  await withActor(database, machine, async (transaction) => {
    await recordUnits(transaction, units)
    own = await settle(transaction, 'Nguyễn Thị Lụa', { pensionRequested: 'yes' })
    other = await settle(transaction, 'NGUYEN THI LUA', { insurance: 'none', pensionRequested: 'no' })
  })
  // Whatever day it is when the tests run, all of it was recorded before the sweep's.
  await withActor(asOwner(database), machine, async (transaction) => {
    await sql`alter table registry.fact disable trigger keep_fact`.execute(transaction)
    await sql`alter table awards.award disable trigger keep_award`.execute(transaction)
    await sql`update registry.fact set recorded_at = '2026-09-01'`.execute(transaction)
    await sql`update awards.award set recorded_at = '2026-09-01'`.execute(transaction)
  })
})

describe('somebody recorded twice', () => {
  it('is told as a duplicate of two while nobody has said that they are one', async () => {
    expect(told(await found())).toEqual(
      expect.arrayContaining([
        ['own', 'duplicate', 540_000, -540_000],
        ['other', 'duplicate', 540_000, -540_000],
      ]),
    )
  })

  it('is judged once when linked: what their own record leaves open the other says, and both payments count', async () => {
    await link(own)
    const findings = await found()
    expect(told(findings)).toEqual([['own', 'overpaid', 1_080_000, -540_000]])
    expect(findings[0]?.arrearsDong).toBe(-3 * 540_000)
    expect(findings[0]?.reasons[0]?.vi).toMatch(/^Được chi trên 2 hồ sơ đã gộp của cùng một người; /)
    const principles = await withActor(database, machine, (transaction) => readPrinciples(transaction))
    expect([principles?.people, principles?.rightPerson.whole]).toEqual([1, 1])
  })

  it('are two again when the link is taken back', async () => {
    await link(null)
    expect(told(await found()).filter(([, kind]) => kind === 'duplicate')).toHaveLength(2)
  })
})
