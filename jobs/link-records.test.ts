import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { countsOf, decidePair, findLatestRun, listPairs, tallyPairs } from '#deduplication'
import { type Actor, withActor } from '#platform/database'
import { amendPerson, linkedRecords, recordPerson } from '#registry'
import { freshDatabase } from '#test/database'
import { loadDemonstration } from './demonstration.ts'
import { searchDuplicates } from './link-records.ts'

const database = await freshDatabase()
const today = day('2026-11-23')
const machine: Actor = { kind: 'system', job: 'test' }
const search = (mode: 'full' | 'new') =>
  searchDuplicates(database, { mode, today, at: new Date('2026-11-23T00:00:00Z') })
let twice: number[] = []

beforeAll(async () => {
  const { planted } = await loadDemonstration({ database, people: 5_000, seed: 7, today })
  twice = planted.filter(({ kind }) => kind === 'duplicate').map(({ personId }) => personId)
})

const waiting = () => withActor(database, machine, (transaction) => listPairs(transaction, { limit: 500 }))

describe('a search of the demonstration', () => {
  it('finds the people who were recorded twice, first in the queue because both records are paid', async () => {
    const run = await search('full')
    expect(run).toMatchObject({ mode: 'full', people: expect.any(Number) })
    expect(run.modelVersion).toMatch(/^shipped /)
    const queue = await waiting()
    const found = queue
      .filter(({ bothPaid, weight }) => bothPaid && weight >= 10)
      .flatMap((pair) => [pair.recordA, pair.recordB])
    expect(twice.length).toBeGreaterThan(1)
    expect(twice.filter((id) => !found.includes(id))).toEqual([])
    expect(queue.slice(0, twice.length / 2).every(({ bothPaid }) => bothPaid)).toBe(true)
  })

  it('links nobody, however certain', async () => {
    const { rows } = await withActor(database, machine, (transaction) =>
      sql`select 1 from registry.person where linked_to is not null`.execute(transaction),
    )
    expect(rows).toEqual([])
  })

  it('again finds the same, by the same model, and doubles nothing', async () => {
    const before = await waiting()
    const run = await search('full')
    expect(run.waiting).toBe(before.length)
    expect(await waiting()).toEqual(before)
  })

  it('that is killed before its end leaves the queue as it was, and asked again does the rest', async () => {
    const before = await waiting()
    const killed = searchDuplicates(database, {
      mode: 'full',
      today,
      at: new Date('2026-11-23T00:00:00Z'),
      onProgress: ({ done, total }) => {
        if (done === total - 1) throw new Error('bị dừng')
      },
    })
    await expect(killed).rejects.toThrow('bị dừng')
    expect(await waiting()).toEqual(before)
    expect((await search('full')).waiting).toBe(before.length)
  })

  it('leaves nothing of anybody on the disk', () => {
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`an-sinh-work-${process.pid}-`))).toEqual(
      [],
    )
  })
})

describe('at night', () => {
  it('nobody is compared when nothing has changed', async () => {
    const before = await waiting()
    const run = await search('new')
    expect(run).toMatchObject({ mode: 'new', compared: 0, waiting: 0 })
    expect(await waiting()).toEqual(before)
  })

  it('a newcomer and whoever has changed are compared with all, with the weights of a full search', async () => {
    const [first] = await waiting()
    const original = first?.recordA ?? 0
    const added = await withActor(database, machine, async (transaction) => {
      await amendPerson(transaction, first?.recordB ?? 0, { village: 'Xóm mới' })
      const { rows } = await sql<{
        name: string
        unit_uid: string
        citizen_id: string
      }>`select name, unit_uid, citizen_id
        from registry.person where id = ${original}`.execute(transaction)
      const { name = '', unit_uid: unitUid = '', citizen_id: citizenId = '' } = rows[0] ?? {}
      return recordPerson(transaction, { name, unitUid, citizenId }, 'officer:1')
    })
    const run = await search('new')
    expect(run.mode).toBe('new')
    const night = await waiting()
    expect(night.some(({ recordA, recordB }) => recordA === original && recordB === added)).toBe(true)
    expect(night.some(({ id }) => id === first?.id)).toBe(true)
    await search('full')
    const weights = new Map((await waiting()).map((pair) => [`${pair.recordA} ${pair.recordB}`, pair.weight]))
    expect(weights.size).toBe(night.length)
    // A newcomer changes how frequent a name is by one in thousands: not by a tenth of a bit for anybody else.
    for (const { recordA, recordB, weight } of night)
      expect(Math.abs((weights.get(`${recordA} ${recordB}`) ?? 0) - weight)).toBeLessThan(0.1)
  })

  it('what officers decided stays decided', async () => {
    const queue = await waiting()
    const [linked, different] = [queue[0], queue.at(-1)]
    await withActor(database, machine, async (transaction) => {
      await decidePair(transaction, linked?.id ?? 0, { verdict: 'linked', by: 'Lan' })
      await decidePair(transaction, different?.id ?? 0, { verdict: 'different', by: 'Lan' })
    })
    await search('full')
    const ids = (await waiting()).map(({ id }) => id)
    expect([linked?.id, different?.id].filter((id) => ids.includes(id ?? 0))).toEqual([])
    await withActor(database, machine, async (transaction) => {
      expect(await linkedRecords(transaction, linked?.recordB ?? 0)).toContain(linked?.recordA)
      expect(countsOf(await tallyPairs(transaction), { state: 'different' })).toMatchObject({ total: 1 })
      expect(await findLatestRun(transaction)).toMatchObject({ mode: 'full' })
    })
  })
})
