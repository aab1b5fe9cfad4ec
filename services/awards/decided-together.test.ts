import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day, month } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import {
  type Act,
  findPerson,
  proposeChange,
  recordFact,
  recordLink,
  recordPerson,
  recordUnits,
} from '#registry'
import { freshDatabase } from '#test/database'
import { approveChange, ChangeConflict, decideAward, proposeAward, readAwardBase } from './index.ts'

const database = await freshDatabase()
const today = day('2026-11-23')
const unitUid = '16702@2025-07-01'
const machine: Actor = { kind: 'system', job: 'test' }
const officer = (id: string): Actor => ({
  kind: 'officer',
  id,
  name: id,
  role: 'communeOfficer',
  unitUid,
  areas: ['*'],
})
const [lan, mai, tam] = [officer('lan'), officer('mai'), officer('tam')]
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)
const nothingElse = {
  coefficientTenths: undefined,
  toMonth: undefined,
  decisionNumber: undefined,
  signedOn: undefined,
  payee: undefined,
}
let keys = 0
const sent = (act: Act) => ({ act, reason: 'Giấy mới', key: `key ${++keys}` })

beforeAll(() =>
  as(machine, (transaction) =>
    recordUnits(
      transaction,
      `code,name_vi,type,level,parent_code,valid_from,valid_to,successor_codes,uid,predecessor_codes,legal_basis
16702,Phường Vinh Phú,phường,commune,40,2025-07-01,,,${unitUid},,`,
    ).then(() => undefined),
  ),
)

function settle(): Promise<number> {
  return as(machine, async (transaction) => {
    const id = await recordPerson(transaction, { name: 'Lê Văn Tám', unitUid }, 'demonstration')
    const valid = { from: day('2025-07-01') }
    await recordFact(transaction, id, { key: 'disability', value: 'light', valid, origin: 'demonstration' })
    return id
  })
}

describe('two officers at the same moment', () => {
  it('approve two papers that give the same: one becomes an award, the other is told what stands now', async () => {
    const personId = await settle()
    const asked = { personId, benefit: 'socialAllowance', category: 'K6', amountDong: 810_000 }
    const ids: number[] = []
    for (const paper of [1, 2]) {
      const award = {
        ...asked,
        fromMonth: month('2026-01'),
        origin: `officer:paper-${paper}`,
        ...nothingElse,
      }
      const proposed = await as(lan, (transaction) => proposeAward(transaction, award))
      if (proposed.ok) ids.push(proposed.id)
    }
    const seen = JSON.stringify(await as(mai, (transaction) => readAwardBase(transaction, asked)))
    const decide = (actor: Actor, id: number) =>
      as(actor, async (transaction) => {
        const outcome = await decideAward(transaction, id, { decision: 'approved', seen })
        await pause(60)
        return outcome
      })
    const outcomes = await Promise.all([decide(mai, ids[0] as number), decide(tam, ids[1] as number)])
    expect(outcomes.toSorted((one, other) => Number(one.ok) - Number(other.ok))).toEqual([
      { ok: false, because: 'changed' },
      { ok: true },
    ])
    const { rows } = await as(machine, (transaction) =>
      sql`select from awards.award where person_id = ${personId}`.execute(transaction),
    )
    expect(rows).toHaveLength(1)
  })

  it('approve two changes of one fact: who is second has to see the first', async () => {
    const personId = await settle()
    const change = (value: string): Act => ({
      kind: 'replaceFact',
      of: { personId },
      key: 'disability',
      from: day('2026-09-01'),
      value,
    })
    const requests = []
    for (const value of ['severe', 'extreme'])
      requests.push(
        await as(lan, (transaction) => proposeChange(transaction, sent(change(value)), { today })),
      )
    const approve = (actor: Actor, id: number) =>
      as(actor, async (transaction) => {
        const outcome = await approveChange(transaction, id, { today })
        await pause(60)
        return outcome
      })
    const results = await Promise.allSettled([
      approve(mai, requests[0]?.id as number),
      approve(tam, requests[1]?.id as number),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = results.find((each) => each.status === 'rejected')
    expect(refused?.reason).toBeInstanceOf(ChangeConflict)
  })

  it('link somebody and give them a number: one waits for the other, and neither is broken off', async () => {
    for (let round = 0; round < 6; round++) {
      const [personId, other] = [await settle(), await settle()]
      const number = `0400500${String(round).padStart(5, '0')}`
      const act: Act = { kind: 'replacePersonValue', personId, key: 'citizenId', value: number, from: today }
      const request = await as(lan, (transaction) => proposeChange(transaction, sent(act), { today }))
      const [, linked] = await Promise.all([
        as(mai, (transaction) => approveChange(transaction, request.id, { today })),
        as(tam, (transaction) =>
          recordLink(transaction, {
            records: [personId, other],
            because: { by: 'tam', reason: 'Một người' },
          }),
        ),
      ])
      expect(linked.ok).toBe(true)
      const person = await as(machine, (transaction) => findPerson(transaction, personId))
      expect(person?.citizenId).toBe(number)
    }
  })
})
