import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Transaction, withActor } from '#platform/database'
import {
  gatherPerson,
  linkedRecords,
  listLinks,
  recordHousehold,
  recordLink,
  recordMembership,
  recordPerson,
  undoLink,
} from '#registry'
import { freshDatabase } from '#test/database'
import { decidePair, undoDecision } from './deciding.ts'
import { listPairs } from './queue.ts'
import { recordRun } from './runs.ts'

const database = await freshDatabase()
const machine = { kind: 'system', job: 'test' } as const
const uid = '16702@2025-07-01'
const takenBack = new Error('taken back')

await withActor(database, machine, async (transaction) => {
  await sql`insert into registry.unit (uid, code, name, kind, level, valid)
    values (${uid}, '16702', 'Xã Nghi Lộc', 'Xã', 'commune', '[2025-07-01,)')`.execute(transaction)
  await sql`insert into deduplication.model (version, model, converged, settings_digest, people, in_use)
    values ('m1', '{}', true, '', 0, true)`.execute(transaction)
})

/** Does the work and takes everything back. */
async function once(work: (transaction: Transaction) => Promise<void>): Promise<void> {
  await withActor(database, machine, async (transaction) => {
    await work(transaction)
    throw takenBack
  }).catch((error) => {
    if (error !== takenBack) throw error
  })
}

/** What is recorded of one record beside its name. */
const record = fc.record({
  name: fc.constantFrom('Trần Thị Lài', 'TRAN THI LAI', 'Nguyễn Văn Ba'),
  citizenId: fc.option(fc.constantFrom('040150001234', '040150001243', '040150001252'), { nil: undefined }),
  facts: fc.uniqueArray(fc.constantFrom('disability', 'livesAlone', 'meansTested'), { maxLength: 3 }),
  hasHousehold: fc.boolean(),
  hasAward: fc.boolean(),
})

type Recorded = typeof record extends fc.Arbitrary<infer Value> ? Value : never

async function write(transaction: Transaction, of: Recorded): Promise<number> {
  const { name, citizenId, facts, hasHousehold, hasAward } = of
  const id = await recordPerson(
    transaction,
    { name, unitUid: uid, ...(citizenId ? { citizenId } : {}) },
    'officer:1',
  )
  await sql`insert into registry.residence (person_id, unit_uid, valid, origin)
    values (${id}, ${uid}, '[2025-07-01,)', 'file:1#!2')`.execute(transaction)
  for (const key of facts)
    await sql`insert into registry.fact (person_id, key, value, valid, origin)
      values (${id}, ${key}, 'yes', '[2025-07-01,)', 'file:1#!2')`.execute(transaction)
  if (hasHousehold) {
    const householdId = await recordHousehold(transaction, { unitUid: uid, origin: 'officer:1' })
    const valid = { from: day('2025-07-01') }
    await recordMembership(transaction, {
      personId: id,
      householdId,
      relation: 'head',
      valid,
      origin: 'officer:1',
    })
  }
  if (hasAward)
    await sql`insert into awards.award (person_id, benefit, category, amount_dong, valid, origin)
      values (${id}, 'socialPension', 'SP', 540000, '[2025-07-01,)', 'officer:1')`.execute(transaction)
  return id
}

/**
 * Every row of every table of people, but for the history of links, the queue of pairs and the logs of changes; of words
 * that are told by a function alone, nothing.
 */
async function everything(transaction: Transaction): Promise<Record<string, unknown[]>> {
  const { rows: tables } = await sql<{
    name: string
    columns: string
  }>`select relnamespace::regnamespace::text || '.' || relname as name,
      string_agg(quote_ident(attname), ', ' order by attnum) as columns
    from pg_attribute join pg_class on pg_class.oid = attrelid
    where relnamespace::regnamespace::text in ('registry', 'awards', 'intake', 'findings') and relkind = 'r'
      and relname not in ('link', 'unit', 'touched') and attnum > 0 and not attisdropped
      and has_column_privilege(attrelid, attnum, 'select')
    group by pg_class.oid order by 1`.execute(transaction)
  expect(tables.length).toBeGreaterThan(20)
  const all: Record<string, unknown[]> = {}
  for (const { name, columns } of tables)
    all[name] = (
      await sql<{
        row: string
      }>`select row(${sql.raw(columns)})::text as row from ${sql.table(name)} order by 1`.execute(transaction)
    ).rows.map(({ row }) => row)
  return all
}

/** Links and unlinkings: two records by their place, who speaks, or the place of a link to take back. */
const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ link: fc.tuple(fc.nat(5), fc.nat(5)), speaks: fc.option(fc.nat(5)) }) },
  { weight: 1, arbitrary: fc.record({ unlink: fc.nat(10) }) },
)

async function standing(transaction: Transaction, ids: number[]) {
  return (await listLinks(transaction, ids)).filter(({ unlinked }) => !unlinked)
}

async function doAct(
  transaction: Transaction,
  ids: number[],
  each: typeof act extends fc.Arbitrary<infer V> ? V : never,
) {
  if ('unlink' in each) {
    const links = await standing(transaction, ids)
    const link = links[each.unlink % Math.max(links.length, 1)]
    if (link) expect(await undoLink(transaction, link.id, 'nhầm')).toEqual({ ok: true })
    return
  }
  const place = (index: number) => ids[index % ids.length] as number
  const [one, other] = [place(each.link[0]), place(each.link[1])]
  if (one === other) return
  const link = { records: [one, other] as const, because: { reason: 'cùng người' } }
  const outcome = await recordLink(transaction, {
    ...link,
    ...(each.speaks === null ? {} : { speaks: place(each.speaks) }),
  })
  if (outcome.ok) {
    expect(await linkedRecords(transaction, one)).toEqual(await linkedRecords(transaction, other))
    expect((await gatherPerson(transaction, one)).speaker).toBe(
      (await gatherPerson(transaction, other)).speaker,
    )
  }
}

describe('merging and un-merging', () => {
  it('leaves everything that was ever recorded as it was, to the byte, whatever was linked and taken back in between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 2, maxLength: 6 }),
        fc.array(act, { maxLength: 12 }),
        fc.func(fc.nat()),
        (records, acts, chooses) =>
          once(async (transaction) => {
            const ids: number[] = []
            for (const each of records) ids.push(await write(transaction, each))
            const before = await everything(transaction)
            for (const each of acts) await doAct(transaction, ids, each)
            const linked = await everything(transaction)
            for (const name of Object.keys(before))
              if (name !== 'registry.person') expect(linked[name], name).toEqual(before[name])
            for (let links = await standing(transaction, ids); links.length > 0; ) {
              const link = links[chooses(links.length) % links.length] as (typeof links)[0]
              await undoLink(transaction, link.id, 'gỡ hết')
              links = await standing(transaction, ids)
            }
            expect(await everything(transaction)).toEqual(before)
          }),
      ),
      { numRuns: 40 },
    )
  })

  it('a person that was linked is the same person after a wrong link was made and taken back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 3, maxLength: 6 }),
        fc.array(act, { maxLength: 8 }),
        fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)),
        (records, acts, [one, other, speaker]) =>
          once(async (transaction) => {
            const ids: number[] = []
            for (const each of records) ids.push(await write(transaction, each))
            for (const each of acts) await doAct(transaction, ids, each)
            const before = await everything(transaction)
            const place = (index: number) => ids[index % ids.length] as number
            if (place(one) === place(other)) return
            const outcome = await recordLink(transaction, {
              records: [place(one), place(other)],
              speaks: place(speaker),
              because: { reason: 'sai' },
            })
            if (outcome.ok && outcome.isNew) await undoLink(transaction, outcome.linkId, 'nhầm')
            expect(await everything(transaction)).toEqual(before)
          }),
      ),
      { numRuns: 40 },
    )
  })

  it('brings the same records together in whatever order they are linked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .uniqueArray(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 6, selector: String })
          .chain((pairs) =>
            fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length })),
          ),
        async ([pairs, shuffled]) => {
          const groups: string[] = []
          for (const order of [pairs, shuffled])
            await once(async (transaction) => {
              const ids: number[] = []
              for (let count = 0; count < 6; count++)
                ids.push(await recordPerson(transaction, { name: 'A', unitUid: uid }, 'officer:1'))
              for (const [a, b] of order)
                if (a !== b)
                  await recordLink(transaction, {
                    records: [ids[a] as number, ids[b] as number],
                    because: {},
                  })
              const sets = []
              for (const id of ids)
                sets.push(
                  (await linkedRecords(transaction, id))
                    .map((each) => ids.indexOf(each))
                    .toSorted()
                    .join(),
                )
              groups.push(JSON.stringify(sets))
            })
          expect(groups[1]).toBe(groups[0])
        },
      ),
      { numRuns: 20 },
    )
  })

  it('decided and undone on the review screen leaves the queue as it was too', () =>
    once(async (transaction) => {
      const ids: number[] = []
      for (let count = 0; count < 4; count++)
        ids.push(await recordPerson(transaction, { name: 'A', unitUid: uid }, 'officer:1'))
      const pairs = ids.flatMap((a, index) => ids.slice(index + 1).map((b) => ({ a, b })))
      await recordRun(transaction, {
        ...{ mode: 'full', modelVersion: 'm1', people: 4, compared: 6, conflicts: [], tookMs: 1 },
        pairs: pairs.map((pair) => ({
          ...pair,
          weight: 5,
          probability: 0.9,
          levels: {},
          termFrequencies: {},
        })),
        clusters: [ids],
        digests: [],
        on: day('2026-11-23'),
      })
      const queue = () => listPairs(transaction, { limit: 20 })
      const [before, untouched] = [await everything(transaction), await queue()]
      for (const { id } of untouched.slice(0, 4))
        await decidePair(transaction, id, { verdict: 'linked', by: 'Lan' })
      await decidePair(transaction, untouched.at(-1)?.id ?? 0, { verdict: 'different', by: 'Lan' })
      for (let round = 0; round < 2; round++)
        for (const { id } of untouched) await undoDecision(transaction, id, { by: 'Lan', because: 'nhầm' })
      expect(await everything(transaction)).toEqual(before)
      expect(await queue()).toEqual(untouched)
    }))
})
