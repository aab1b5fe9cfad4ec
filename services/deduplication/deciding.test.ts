import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { listAuditOf } from '#platform/audit'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { amendPerson, linkedRecords, listLinks, type NewPerson, recordPerson } from '#registry'
import { freshDatabase } from '#test/database'
import { decidePair, undoDecision } from './deciding.ts'
import { recordsOfCluster } from './pairs.ts'
import { countsOf, listPairs, neighboursOf, statesOf, tallyPairs } from './queue.ts'
import { type FoundPairs, recordRun } from './runs.ts'

const database = await freshDatabase()
const [ours, theirs] = ['16702@2025-07-01', '17827@2025-07-01']
const commune: Actor = {
  kind: 'officer',
  id: 'lan',
  name: 'Lan',
  role: 'communeOfficer',
  unitUid: ours,
  areas: ['*'],
}
const machine: Actor = { kind: 'system', job: 'test' }

beforeAll(() =>
  withActor(database, machine, async (transaction) => {
    for (const uid of [ours, theirs])
      await sql`insert into registry.unit (uid, code, name, kind, level, valid)
        values (${uid}, ${uid.slice(0, 5)}, ${`Xã ${uid}`}, 'Xã', 'commune', '[2025-07-01,)')`.execute(
        transaction,
      )
    await sql`insert into deduplication.model (version, model, converged, settings_digest, people, in_use)
      values ('m1', '{}', true, '', 0, true)`.execute(transaction)
  }),
)

const takenBack = new Error('taken back')

/** Does the work as the machine and takes everything back. */
async function once(work: (transaction: Transaction) => Promise<void>): Promise<void> {
  await withActor(database, machine, async (transaction) => {
    await work(transaction)
    throw takenBack
  }).catch((error) => {
    if (error !== takenBack) throw error
  })
}

const become = (transaction: Transaction, { id, unitUid }: { id: string; unitUid: string }) =>
  sql`select set_config('app.actor', ${`officer:${id}`}, true), set_config('app.scope', ${unitUid}, true)`.execute(
    transaction,
  )

async function people(transaction: Transaction, persons: Partial<NewPerson>[]): Promise<number[]> {
  const ids: number[] = []
  for (const person of persons)
    ids.push(await recordPerson(transaction, { name: 'Trần Thị Lài', unitUid: ours, ...person }, 'officer:1'))
  return ids
}

/** One search that found these pairs, each with its weight. */
async function search(
  transaction: Transaction,
  pairs: [number, number, number][],
  more: Partial<FoundPairs> = {},
) {
  const run = await recordRun(transaction, {
    mode: 'full',
    modelVersion: 'm1',
    people: 0,
    compared: pairs.length,
    conflicts: [],
    tookMs: 1,
    pairs: pairs.map(([a, b, weight]) => ({
      a,
      b,
      weight,
      probability: 0.9,
      levels: { name: 'written', phone: null },
      termFrequencies: { folded: 0.001 },
    })),
    clusters: [],
    digests: [],
    on: day('2026-11-23'),
    ...more,
  })
  for (const table of ['incoming_pair', 'found_pair', 'incoming_digest'])
    await sql`drop table ${sql.table(`pg_temp.${table}`)}`.execute(transaction)
  return run
}

const states = async (transaction: Transaction) => {
  const { rows } = await sql<{ state: string; weight: number }>`select state, weight from deduplication.pair
    order by record_a, record_b`.execute(transaction)
  return rows.map(({ state, weight }) => `${state} ${weight}`)
}

/** What is kept of how many pairs there are, beside what there is. */
const tallies = async (transaction: Transaction) => {
  const { rows } = await sql<{ kept: unknown; counted: unknown }>`select
    (select jsonb_object_agg(state, pairs) from (select state, sum(pairs) as pairs from deduplication.tally
      group by state having sum(pairs) <> 0) as kept) as kept,
    (select jsonb_object_agg(state, pairs) from (select state, count(*) as pairs from deduplication.pair
      group by state) as counted) as counted`.execute(transaction)
  return rows[0] ?? { kept: 'nothing', counted: undefined }
}

const only = async (transaction: Transaction) => {
  const { rows } = await sql<{ id: number }>`select id from deduplication.pair`.execute(transaction)
  return (rows[0] as { id: number }).id
}

describe('a search', () => {
  it('run twice leaves each pair once, with its latest weight; what is no longer found goes', () =>
    once(async (transaction) => {
      const [a = 0, b = 0, c = 0] = await people(transaction, [{}, {}, {}])
      await search(transaction, [
        [a, b, 5],
        [b, c, 2],
      ])
      const run = await search(transaction, [[a, b, 6]])
      expect(await states(transaction)).toEqual(['waiting 6'])
      expect(run.waiting).toBe(1)
    }))

  it('for who has changed drops only pairs of those', () =>
    once(async (transaction) => {
      const [a = 0, b = 0, c = 0, d = 0] = await people(transaction, [{}, {}, {}, {}])
      await search(transaction, [
        [a, b, 5],
        [c, d, 5],
      ])
      await search(transaction, [], { mode: 'new', comparedAgain: [a] })
      const pairs = await listPairs(transaction, { limit: 9 })
      expect(pairs.map(({ recordA, recordB }) => [recordA, recordB])).toEqual([[c, d]])
    }))

  it('puts first who is paid on both, then the strongest, and walks the queue in that order', () =>
    once(async (transaction) => {
      const ids = await people(transaction, [{}, {}, {}, {}])
      const [a = 0, b = 0, c = 0, d = 0] = ids
      for (const id of [c, d])
        await sql`insert into awards.award (person_id, benefit, category, amount_dong, valid, origin)
          values (${id}, 'socialPension', 'SP', 540000, '[2025-07-01,)', 'demonstration')`.execute(
          transaction,
        )
      await search(transaction, [
        [a, b, 12],
        [c, d, 4],
        [a, c, 4],
      ])
      const queue = await listPairs(transaction, { limit: 9 })
      expect(queue.map(({ recordA, recordB }) => [recordA, recordB])).toEqual([
        [c, d],
        [a, b],
        [a, c],
      ])
      const [first, second, third] = queue.map(({ id }) => id)
      expect(await neighboursOf(transaction, queue[1] as (typeof queue)[0], {})).toEqual({
        previous: first,
        next: third,
      })
      expect(await neighboursOf(transaction, queue[0] as (typeof queue)[0], { band: 'certain' })).toEqual({
        previous: undefined,
        next: second,
      })
      expect(countsOf(await tallyPairs(transaction))).toEqual({
        total: 3,
        bands: { certain: 1, likely: 2, possible: 0 },
        bothPaid: 1,
        twoNumbers: 0,
        cameBack: 0,
      })
    }))

  it('puts money first only where one person is at least as likely as two, and marks who was kept apart by numbers', () =>
    once(async (transaction) => {
      const [a = 0, b = 0, c = 0] = await people(transaction, [{}, {}, {}])
      for (const id of [a, b])
        await sql`insert into awards.award (person_id, benefit, category, amount_dong, valid, origin)
          values (${id}, 'socialPension', 'SP', 540000, '[2025-07-01,)', 'demonstration')`.execute(
          transaction,
        )
      const pairs: [number, number, number][] = [
        [a, b, -1],
        [a, c, 7],
        [b, c, 3],
      ]
      await search(transaction, pairs, { conflicts: [{ a, b: c }] })
      const queue = await listPairs(transaction, { limit: 9 })
      expect(queue.map(({ weight, bothPaid, twoNumbers }) => [weight, bothPaid, twoNumbers])).toEqual([
        [7, false, true],
        [3, false, false],
        [-1, true, false],
      ])
      const [first, second, third] = queue.map(({ id }) => id) as [number, number, number]
      const beside = async (place: { after?: number; before?: number }) =>
        (await listPairs(transaction, { limit: 2, ...place })).map(({ id }) => id)
      expect(await beside({ after: first })).toEqual([second, third])
      expect(await beside({ before: third })).toEqual([first, second])
      expect(await beside({ after: third })).toEqual([])
    }))

  it('tells which records stand in one group, as long as their pairs wait', () =>
    once(async (transaction) => {
      const [a = 0, b = 0, c = 0, d = 0] = await people(transaction, [{}, {}, {}, {}])
      const pairs: [number, number, number][] = [
        [a, b, 6],
        [b, c, 5],
        [c, d, -2],
      ]
      await search(transaction, pairs, { clusters: [[a, b, c]] })
      expect(await recordsOfCluster(transaction, a)).toEqual([a, b, c])
      const [first] = await listPairs(transaction, { limit: 1 })
      await decidePair(transaction, first?.id ?? 0, { verdict: 'different', by: 'Lan' })
      expect(await recordsOfCluster(transaction, a)).toEqual([b, c])
    }))

  it('says where two valid citizen numbers differ, and pairs no two records of one person', () =>
    once(async (transaction) => {
      const [a = 0, b = 0, c = 0] = await people(transaction, [
        { citizenId: '040150001234' },
        { citizenId: '040150001243' },
        { citizenId: '999150001234' },
      ])
      await search(transaction, [
        [a, b, 5],
        [a, c, 5],
      ])
      expect(countsOf(await tallyPairs(transaction), { twoNumbers: true })).toMatchObject({ total: 1 })
      const pair = (await listPairs(transaction, { limit: 9 })).find(({ recordB }) => recordB === c)
      await decidePair(transaction, pair?.id ?? 0, { verdict: 'linked', by: 'Lan' })
      const run = await search(transaction, [
        [a, b, 5],
        [a, c, 5],
      ])
      expect(run.waiting).toBe(1)
    }))
})

describe('two people for good', () => {
  it('never wait again by themselves, however likely a later search finds them', () =>
    once(async (transaction) => {
      const [a = 0, b = 0] = await people(transaction, [{}, {}])
      await search(transaction, [[a, b, 5]])
      await decidePair(transaction, await only(transaction), { verdict: 'different', by: 'Lan' })
      await search(transaction, [[a, b, 20]])
      await search(transaction, [])
      await amendPerson(transaction, a, { village: 'Xóm 9', name: 'TRAN THI LAI' })
      const run = await search(transaction, [[a, b, 21]])
      expect(await states(transaction)).toEqual(['different 5'])
      expect(run.waiting).toBe(0)
    }))

  it.each([
    ['a number', { citizenId: '040150001234' }],
    ['a birth', { birth: { from: day('1950-02-03'), to: day('1950-02-03') } }],
  ])('wait again, marked, when %s of one of them has changed', (_, change) =>
    once(async (transaction) => {
      const [a = 0, b = 0] = await people(transaction, [{}, {}])
      await search(transaction, [[a, b, 5]])
      await decidePair(transaction, await only(transaction), {
        verdict: 'different',
        by: 'Lan',
        reason: 'Hai anh em',
      })
      await amendPerson(transaction, b, change)
      await search(transaction, [[a, b, 9]])
      expect(await states(transaction)).toEqual(['waiting 9'])
      const [pair] = await listPairs(transaction, { limit: 1, cameBack: true })
      expect(pair).toMatchObject({ cameBack: true, decision: { name: 'Lan', because: 'Hai anh em' } })
      await search(transaction, [])
      expect(await states(transaction)).toEqual(['waiting 9'])
    }),
  )
})

describe('a decision', () => {
  it('to link makes a link with its evidence, and settles the other pairs of the same person', () =>
    once(async (transaction) => {
      const [a = 0, b = 0, c = 0] = await people(transaction, [{}, {}, {}])
      await search(transaction, [
        [a, b, 9],
        [a, c, 8],
        [b, c, 7],
      ])
      for (const { id, weight } of await listPairs(transaction, { limit: 9 }))
        if (weight > 7) await decidePair(transaction, id, { verdict: 'linked', by: 'Lan', speaks: b })
      expect(await states(transaction)).toEqual(['linked 9', 'linked 8', 'linked 7'])
      expect(await linkedRecords(transaction, c)).toEqual([b, a, c])
      const [link] = await listLinks(transaction, [a])
      expect(link?.because).toMatchObject({
        by: 'Lan',
        evidence: { weight: 8, modelVersion: 'm1', levels: { name: 'written', phone: null } },
      })
    }))

  it('is the same however often it is sent, and not written over by another', () =>
    once(async (transaction) => {
      const [a = 0, b = 0] = await people(transaction, [{}, {}])
      await search(transaction, [[a, b, 9]])
      const id = await only(transaction)
      for (let time = 0; time < 2; time++)
        expect(await decidePair(transaction, id, { verdict: 'linked', by: 'Lan' })).toMatchObject({
          ok: true,
        })
      expect(await decidePair(transaction, id, { verdict: 'different', by: 'Minh' })).toMatchObject({
        ok: false,
        because: 'decided',
        pair: { decision: { name: 'Lan' } },
      })
      expect(await listAuditOf(transaction, { kind: 'person', id: String(a) })).toHaveLength(1)
    }))

  it('about records of two communes tells neither of them why: that is for the province to read', () =>
    once(async (transaction) => {
      const [a = 0, b = 0] = await people(transaction, [{}, { unitUid: theirs }])
      await search(transaction, [[a, b, 9]])
      const id = await only(transaction)
      await decidePair(transaction, id, { verdict: 'different', by: 'Minh', reason: 'Chị em sinh đôi' })
      const [line] = await listAuditOf(transaction, { kind: 'pair', id: String(id) })
      expect(line).toMatchObject({ action: 'declareDifferent', details: { reason: 'Chị em sinh đôi' } })
      await become(transaction, { id: 'lan', unitUid: ours })
      const told = await listAuditOf(transaction, { kind: 'person', id: String(a) })
      expect(told).toMatchObject([{ action: 'declareDifferent', details: { by: 'Minh', records: [a, b] } }])
      expect(JSON.stringify(told)).not.toContain('sinh đôi')
      expect(await listAuditOf(transaction, { kind: 'pair', id: String(id) })).toEqual([])
    }))

  it('about two valid numbers asks which is wrong, and why', () =>
    once(async (transaction) => {
      const [a = 0, b = 0] = await people(transaction, [
        { citizenId: '040150001234' },
        { citizenId: '040150001243' },
      ])
      await search(transaction, [[a, b, 9]])
      const id = await only(transaction)
      const link = { verdict: 'linked', by: 'Lan' } as const
      expect(await decidePair(transaction, id, link)).toMatchObject({ ok: false, because: 'twoNumbers' })
      const mistaken = { ...link, mistakenNumber: '040150001243' }
      expect(await decidePair(transaction, id, mistaken)).toEqual({ ok: false, because: 'reasonMissing' })
      const reason = 'Thẻ bản gốc ghi …1234'
      expect(await decidePair(transaction, id, { ...mistaken, reason })).toMatchObject({ ok: true })
    }))

  it('taken back waits again, and so do the pairs that followed from it', () =>
    once(async (transaction) => {
      const [a = 0, b = 0, c = 0] = await people(transaction, [{}, {}, {}])
      await search(transaction, [
        [a, b, 9],
        [a, c, 8],
        [b, c, 7],
      ])
      const ids = (await listPairs(transaction, { limit: 9 })).map(({ id }) => id)
      for (const id of ids) await decidePair(transaction, id, { verdict: 'linked', by: 'Lan' })
      const back = { by: 'Lan', because: 'Nhầm' }
      expect(await undoDecision(transaction, ids[2] ?? 0, back)).toEqual({ ok: false, because: 'followed' })
      expect(await undoDecision(transaction, ids[1] ?? 0, back)).toMatchObject({ ok: true })
      expect(await states(transaction)).toEqual(['linked 9', 'waiting 8', 'waiting 7'])
      const { kept, counted } = await tallies(transaction)
      expect(kept).toEqual(counted)
      expect(await linkedRecords(transaction, a)).toEqual([a, b])
      expect(await undoDecision(transaction, ids[1] ?? 0, back)).toEqual({ ok: false, because: 'notDecided' })
    }))

  it('is a commune’s own about two records of its own, and nobody else’s pair is even counted', () =>
    once(async (transaction) => {
      const [a = 0, b = 0, c = 0] = await people(transaction, [{}, {}, { unitUid: theirs }])
      await search(transaction, [
        [a, b, 9],
        [a, c, 8],
      ])
      const ids = (await listPairs(transaction, { limit: 9 })).map(({ id }) => id)
      await become(transaction, commune)
      expect(countsOf(await tallyPairs(transaction))).toMatchObject({ total: 1 })
      expect(statesOf(await tallyPairs(transaction))).toEqual({
        waiting: 1,
        linked: 0,
        different: 0,
        setAside: 0,
      })
      expect(await decidePair(transaction, ids[1] ?? 0, { verdict: 'linked', by: 'Lan' })).toEqual({
        ok: false,
        because: 'notSeen',
      })
      expect(await decidePair(transaction, ids[0] ?? 0, { verdict: 'linked', by: 'Lan' })).toMatchObject({
        ok: true,
      })
      expect(await linkedRecords(transaction, b)).toEqual([a, b])
    }))
})
