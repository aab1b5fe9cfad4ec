import { expect, it } from 'vitest'
import { day, month } from '#calendar'
import { type Actor, withActor } from '#platform/database'
import {
  findPerson,
  ImpossibleAct,
  listMembers,
  recordHousehold,
  recordMembership,
  recordPerson,
} from '#registry'
import { freshDatabase } from '#test/database'
import { listAwards, recordAward, rehearseAct } from './index.ts'

const database = await freshDatabase()
const machine: Actor = { kind: 'system', job: 'test' }
const today = day('2026-11-23')
const origin = 'system:test'

it('tells what a death would change and end, and changes nothing', async () => {
  await withActor(database, machine, async (transaction) => {
    const id = await recordPerson(transaction, { name: 'Lê Văn Tám' }, origin)
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
    const act = { kind: 'death', personId: id, on: day('2026-10-02') } as const
    const { before, after, outcome } = await rehearseAct(transaction, act, { today, origin })
    expect(before.person).toMatchObject({ deathOn: null })
    expect(after.person).toMatchObject({ deathOn: '2026-10-02' })
    expect(outcome.awards).toMatchObject([{ change: 'ended', lastMonth: '2026-10', undueMonths: 1 }])
    expect((await findPerson(transaction, id))?.deathOn).toBeUndefined()
    expect((await listAwards(transaction, id)).map(({ toMonth }) => toMonth)).toEqual([undefined])
  })
})

it('refuses what cannot be, and the transaction goes on', async () => {
  await withActor(database, machine, async (transaction) => {
    const id = await recordPerson(transaction, { name: 'Trần Thị Lan' }, origin)
    const act = { kind: 'undoDeath', personId: id } as const
    await expect(rehearseAct(transaction, act, { today, origin })).rejects.toThrow(ImpossibleAct)
    expect((await findPerson(transaction, id))?.name).toBe('Trần Thị Lan')
  })
})

it('names who would be in the household that a split founds, and founds none', async () => {
  await withActor(database, machine, async (transaction) => {
    const householdId = await recordHousehold(transaction, { origin })
    const ids: number[] = []
    for (const relation of ['head', 'child'] as const) {
      const personId = await recordPerson(transaction, { name: 'Vi Thị Hoa' }, origin)
      await recordMembership(transaction, {
        personId,
        householdId,
        relation,
        valid: { from: day('2025-07-01') },
        origin,
      })
      ids.push(personId)
    }
    const [, child] = ids as [number, number]
    const act = {
      kind: 'split',
      householdId,
      leaving: [{ personId: child }],
      headId: child,
      on: day('2026-11-01'),
    } as const
    const { after } = await rehearseAct(transaction, { ...act, leaving: [...act.leaving] }, { today, origin })
    expect(after.founded).toEqual([[child, 'head', '2026-11-01', null]])
    expect(await listMembers(transaction, child, today)).toHaveLength(2)
  })
})
