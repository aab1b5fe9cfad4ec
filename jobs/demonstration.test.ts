import { describe, expect, it } from 'vitest'
import { day, month as monthFrom } from '#calendar'
import { findLatestRun, listFindings, readPrinciples } from '#findings'
import { withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { loadDemonstration } from './demonstration.ts'

const database = await freshDatabase()
const machine = { kind: 'system', job: 'test' } as const
const today = day('2026-11-23')
const { planted } = await loadDemonstration({ database, people: 3_000, seed: 7, today })

const found = await withActor(database, machine, async (transaction) => {
  const all = []
  for (let offset = 0; ; offset += 500) {
    const page = await listFindings(transaction, { limit: 500, offset, sort: 'name' })
    all.push(...page)
    if (page.length < 500) return all
  }
})
const keyOf = (each: { personId: number; kind: string; benefit: string }) =>
  `${each.personId} ${each.kind} ${each.benefit}`

describe('the demonstration province', () => {
  it('has every planted error found by the sweep', () => {
    const keys = new Set(found.map(keyOf))
    expect(planted.filter((each) => !keys.has(keyOf(each)))).toEqual([])
    expect(new Set(planted.map(({ kind }) => kind))).toEqual(
      new Set(['missed', 'undue', 'underpaid', 'overpaid', 'late', 'comingUp', 'unknown', 'duplicate']),
    )
  })

  it('has nothing wrong beside what was planted', () => {
    const keys = new Set(planted.map(keyOf))
    const more = found.filter((each) => each.kind !== 'comingUp' && !keys.has(keyOf(each)))
    expect(more.map((each) => [keyOf(each), each.reasons.map(({ vi }) => vi)])).toEqual([])
  })

  it('shows the three principles as numbers', async () => {
    const principles = await withActor(database, machine, (transaction) => readPrinciples(transaction))
    expect(principles?.month).toBe(monthFrom('2026-11'))
    expect(principles?.people).toBe(3_000 + planted.filter(({ kind }) => kind === 'duplicate').length / 2)
    for (const each of [principles?.rightPerson, principles?.fullEntitlement, principles?.onTime]) {
      expect(each?.share).toBeGreaterThan(700)
      expect(each?.share).toBeLessThan(1_000)
    }
  })

  it('is the same again for the same seed', async () => {
    const run = await withActor(database, machine, (transaction) => findLatestRun(transaction))
    expect(Object.values(run?.counts ?? {}).reduce((sum, count) => sum + count, 0)).toBe(found.length)
  })
})
