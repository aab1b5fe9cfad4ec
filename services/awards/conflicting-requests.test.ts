import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import {
  type Act,
  type ChangeRequest,
  getChangeRequest,
  listChangeRequests,
  personTimeline,
  proposeChange,
  recordFact,
  recordPerson,
  recordResidence,
  recordUnits,
} from '#registry'
import { freshDatabase } from '#test/database'
import { approveChange, ChangeConflict } from './index.ts'

const database = await freshDatabase()
const today = day('2026-11-23')
const from = day('2025-07-01')
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

let keys = 0
const propose = (act: Act, actor: Actor) =>
  as(actor, (transaction) =>
    proposeChange(transaction, { act, reason: 'Giấy mới', key: `key ${++keys}` }, { today }),
  )
const approve = (id: number, confirmed?: ChangeRequest['baseNow']) =>
  as(tam, (transaction) => approveChange(transaction, id, { today, ...(confirmed && { confirmed }) }))
const read = (id: number) => as(tam, (transaction) => getChangeRequest(transaction, id))

async function settle(): Promise<number> {
  return as(machine, async (transaction) => {
    const id = await recordPerson(transaction, { name: 'Lê Văn Tám', unitUid }, 'demonstration')
    await recordResidence(transaction, { personId: id, unitUid, from, origin: 'demonstration' })
    const fact = { key: 'disability', value: 'light', valid: { from }, origin: 'demonstration' }
    await recordFact(transaction, id, fact)
    return id
  })
}
const disability = (personId: number, value: string, since: string): Act => ({
  kind: 'replaceFact',
  of: { personId },
  key: 'disability',
  from: day(since),
  value,
})

beforeAll(() =>
  as(machine, (transaction) =>
    recordUnits(
      transaction,
      `code,name_vi,type,level,parent_code,valid_from,valid_to,successor_codes,uid,predecessor_codes,legal_basis
16702,Phường Vinh Phú,phường,commune,40,2025-07-01,,,${unitUid},,`,
    ).then(() => undefined),
  ),
)

describe('two requests about one fact', () => {
  it('stand side by side; once one is approved the other shows what it rested on and what is now', async () => {
    const id = await settle()
    const first = await propose(disability(id, 'severe', '2026-09-01'), lan)
    const second = await propose(disability(id, 'extreme', '2026-10-01'), mai)
    expect([(await read(first.id)).baseNow, (await read(second.id)).baseNow]).toEqual([undefined, undefined])
    await approve(first.id)
    const { base, baseNow, state } = await read(second.id)
    expect(state).toBe('proposed')
    expect(base).toEqual({ facts: [['light', '2025-07-01', null]] })
    expect(baseNow).toEqual({
      facts: [
        ['light', '2025-07-01', '2026-08-31'],
        ['severe', '2026-09-01', null],
      ],
    })
    await expect(approve(second.id)).rejects.toBeInstanceOf(ChangeConflict)
    await approve(second.id, baseNow)
    const facts = await as(tam, (transaction) => personTimeline(transaction, id, { corrections: true }))
    const held = facts.filter(({ key, supersededAt }) => key === 'disability' && !supersededAt)
    expect(held.map(({ value, from: since, to }) => [value, since, to])).toEqual([
      ['extreme', '2026-10-01', undefined],
      ['severe', '2026-09-01', '2026-09-30'],
      ['light', '2025-07-01', '2026-08-31'],
    ])
  })

  it('neither is lost: whoever wrote, what, why and on what it rested stays to be read', async () => {
    const id = await settle()
    const first = await propose(disability(id, 'severe', '2026-09-01'), lan)
    const second = await propose(disability(id, 'severe', '2026-09-01'), mai)
    await approve(first.id)
    // What it asks for stands already: it can be refused, not done twice.
    await expect(approve(second.id, (await read(second.id)).baseNow)).rejects.toThrow(
      'không có gì để thay đổi',
    )
    const all = await as(lan, (transaction) => listChangeRequests(transaction, { personId: id, limit: 10 }))
    expect(all.map(({ state, proposedBy, reason, base }) => [state, proposedBy, reason, base])).toEqual([
      ['proposed', 'officer:mai', 'Giấy mới', { facts: [['light', '2025-07-01', null]] }],
      ['approved', 'officer:lan', 'Giấy mới', { facts: [['light', '2025-07-01', null]] }],
    ])
  })

  it('a list tells of each request what its own page tells', async () => {
    const people = [await settle(), await settle(), await settle()]
    for (const id of people) await propose(disability(id, 'severe', '2026-09-01'), lan)
    const fact = { key: 'disability', value: 'none', valid: { from: day('2026-01-01') }, origin: 'officer:x' }
    await as(machine, (transaction) => recordFact(transaction, people[1] as number, fact))
    const listed = await as(mai, (transaction) => listChangeRequests(transaction, { limit: 50 }))
    expect(listed.filter(({ baseNow }) => baseNow).map(({ subject }) => subject.personId)).toContain(
      people[1],
    )
    for (const request of listed)
      expect(request).toEqual(await as(mai, (tx) => getChangeRequest(tx, request.id)))
  })
})
