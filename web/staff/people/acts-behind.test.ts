import { beforeAll, describe, expect, it } from 'vitest'
import { applyAct } from '#awards'
import { day } from '#calendar'
import { type Transaction, withActor } from '#platform/database'
import { actorOf, type Officer } from '#platform/sessions'
import {
  type Act,
  listPerformedActs,
  personTimeline,
  recordPerson,
  recordResidence,
  recordUnits,
} from '#registry'
import { freshDatabase } from '#test/database'
import { actThatEnded, actThatWrote, type DoneAct, doneActs } from './acts-behind.ts'

const database = await freshDatabase()
const unitUid = '16702@2025-07-01'
const today = day('2026-11-23')
const lan = { id: 'lan', name: 'Lan', role: 'communeOfficer', unitUid, areas: ['*'] } as unknown as Officer
const as = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actorOf(lan), work)

let personId = 0
let keys = 0
const apply = (act: Act, reason: string) =>
  as((transaction) => applyAct(transaction, { act, reason, key: `key ${++keys}` }, { today }))
const village = (text: string): Act => ({ kind: 'correctPerson', personId, change: { village: text } })

beforeAll(async () => {
  await withActor(database, { kind: 'system', job: 'test' }, (transaction) =>
    recordUnits(
      transaction,
      `code,name_vi,type,level,parent_code,valid_from,valid_to,successor_codes,uid,predecessor_codes,legal_basis
16702,Phường Vinh Phú,phường,commune,40,2025-07-01,,,${unitUid},,`,
    ),
  )
  personId = await as(async (transaction) => {
    const id = await recordPerson(transaction, { name: 'Vi Thị Hoa', unitUid }, 'officer:lan')
    await recordResidence(transaction, {
      personId: id,
      unitUid,
      from: day('2025-07-01'),
      origin: 'officer:lan',
    })
    return id
  })
})

async function told() {
  return as(async (transaction) => {
    const acts = doneActs([], await listPerformedActs(transaction, { personId }))
    const timeline = await personTimeline(transaction, personId, { corrections: true, identity: true })
    return timeline.map((entry) => ({
      value: entry.value,
      wrote: actThatWrote(entry, acts)?.reason,
      ended: actThatEnded(entry, acts)?.reason,
    }))
  })
}

describe('why a value stands', () => {
  it('is told of each of many acts that one officer did within a second', async () => {
    for (const number of [1, 2, 3]) await apply(village(`Khối ${number}`), `lý do ${number}`)
    const shown = (await told()).filter(({ value }) => value.startsWith('Khối'))
    expect(shown).toEqual([
      { value: 'Khối 3', wrote: 'lý do 3', ended: undefined },
      { value: 'Khối 2', wrote: 'lý do 2', ended: 'lý do 3' },
      { value: 'Khối 1', wrote: 'lý do 1', ended: 'lý do 2' },
    ])
  })

  it('is told also when acts of one officer ran at the same time', async () => {
    await Promise.all(['A', 'B', 'C'].map((name) => apply(village(`Xóm ${name}`), `vì ${name}`)))
    const shown = (await told()).filter(({ value }) => value.startsWith('Xóm'))
    expect(shown).toHaveLength(3)
    for (const { value, wrote } of shown) expect(wrote).toBe(`vì ${value.at(-1)}`)
  })

  it('is not told of what stood there before the officer did anything', async () => {
    expect((await told()).find(({ value }) => value === 'Vi Thị Hoa')?.wrote).toBeUndefined()
  })

  it('is left out where two acts could both be meant, and where the act writes something else', () => {
    const at = new Date('2026-11-23T03:00:00Z')
    const act: Act = { kind: 'endFact', of: { personId: 1 }, key: 'disability', on: today, lastOn: today }
    const done: DoneAct = {
      act,
      reason: 'a',
      by: 'officer:lan',
      beganAt: at,
      endedAt: at,
      requestId: undefined,
    }
    const entry = {
      kind: 'fact',
      to: undefined,
      origin: 'officer:lan',
      recordedAt: at,
      supersededAt: undefined,
    } as const
    const wrote = (key: string, acts: DoneAct[]) => actThatWrote({ ...entry, key }, acts)?.reason
    expect(wrote('disability', [done])).toBe('a')
    expect(wrote('disability', [done, { ...done, reason: 'b' }])).toBeUndefined()
    expect(wrote('student', [done])).toBeUndefined()
    expect(wrote('disability', [{ ...done, by: 'officer:mai' }])).toBeUndefined()
  })
})
