import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { listAuditOf } from '#platform/audit'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { speakersOf } from './link-components.ts'
import { linkedRecords, listLinks, type NewLink, recordLink, undoLink } from './links.ts'
import { type NewPerson, recordPerson } from './recording.ts'
import { gatherPerson } from './survivorship.ts'

const database = await freshDatabase()
const [ours, theirs] = ['16702@2025-07-01', '17827@2025-07-01']
const officer = (unitUid: string, role = 'communeOfficer'): Actor => ({
  kind: 'officer',
  id: `of-${unitUid}`,
  name: 'Lan',
  role,
  unitUid,
  areas: ['*'],
})
const province = officer('province', 'provinceOfficer')

beforeAll(() =>
  withActor(database, { kind: 'system', job: 'test' }, async (transaction) => {
    for (const uid of [ours, theirs])
      await sql`insert into registry.unit (uid, code, name, kind, level, valid)
        values (${uid}, ${uid.slice(0, 5)}, ${`Xã ${uid}`}, 'Xã', 'commune', '[2025-07-01,)')`.execute(
        transaction,
      )
  }),
)

const takenBack = new Error('taken back')

/** Does the work as somebody and takes everything back: each test begins with an empty register. */
async function once(work: (transaction: Transaction) => Promise<void>): Promise<void> {
  await withActor(database, province, async (transaction) => {
    await work(transaction)
    throw takenBack
  }).catch((error) => {
    if (error !== takenBack) throw error
  })
}

/** From here on the transaction is done by somebody else. */
const become = (transaction: Transaction, unitUid: string) =>
  sql`select set_config('app.actor', ${`officer:of-${unitUid}`}, true), set_config('app.scope', ${unitUid}, true)`.execute(
    transaction,
  )

const people = async (transaction: Transaction, persons: Partial<NewPerson>[]) => {
  const ids: number[] = []
  for (const person of persons)
    ids.push(await recordPerson(transaction, { name: 'Trần Thị Lài', unitUid: ours, ...person }, 'officer:1'))
  return ids as [number, number, number, ...number[]]
}

const because = { reason: 'Cùng một người, đã gặp' }
const link = (transaction: Transaction, ...rest: [number, number, Partial<NewLink>?]) =>
  recordLink(transaction, { records: [rest[0], rest[1]], because, ...rest[2] })

const linkedTo = async (transaction: Transaction) => {
  const { rows } = await sql<{ id: number; linked_to: number | null }>`select id, linked_to
    from registry.person where linked_to is not null order by id`.execute(transaction)
  return rows.map(({ id, linked_to }) => [id, linked_to])
}

describe('linking two records', () => {
  it('lets the older record speak, the newer say who speaks for it, and rewrites nothing else', () =>
    once(async (transaction) => {
      const [a, b] = await people(transaction, [{}, { name: 'TRAN THI LAI', village: 'Xóm 3' }])
      const before =
        await sql`select to_jsonb(p) - 'linked_to' as row from registry.person p order by id`.execute(
          transaction,
        )
      expect(await link(transaction, b, a)).toMatchObject({ ok: true, speaker: a, isNew: true })
      expect(await linkedTo(transaction)).toEqual([[b, a]])
      expect(await linkedRecords(transaction, b)).toEqual([a, b])
      const after =
        await sql`select to_jsonb(p) - 'linked_to' as row from registry.person p order by id`.execute(
          transaction,
        )
      expect(after.rows).toEqual(before.rows)
    }))

  it('is done once however often it is asked, and written in the log of both records', () =>
    once(async (transaction) => {
      const [a, b] = await people(transaction, [{}, {}])
      const first = await link(transaction, a, b)
      expect(await link(transaction, b, a)).toEqual({ ...first, isNew: false })
      expect(await listLinks(transaction, [a])).toHaveLength(1)
      for (const id of [a, b])
        expect(await listAuditOf(transaction, { kind: 'person', id: String(id) })).toMatchObject([
          { action: 'link', actor: 'officer:of-province' },
        ])
    }))

  it('keeps who speaks when a third record comes, unless the officer chooses another', () =>
    once(async (transaction) => {
      const [a, b, c, d] = (await people(transaction, [{}, {}, {}, {}])) as [number, number, number, number]
      await link(transaction, c, d, { speaks: d })
      expect(await link(transaction, a, c)).toMatchObject({ speaker: d })
      expect(await link(transaction, a, b, { speaks: b })).toMatchObject({ speaker: b })
      expect(await linkedTo(transaction)).toEqual([
        [a, b],
        [c, b],
        [d, b],
      ])
    }))

  it('refuses a speaker who is not of the two', () =>
    once(async (transaction) => {
      const [a, b, c] = await people(transaction, [{}, {}, {}])
      expect(await link(transaction, a, b, { speaks: c })).toEqual({ ok: false, because: 'speaksForNobody' })
    }))
})

describe('two valid citizen numbers', () => {
  const [one, other] = ['040150001234', '040150001243']

  it('are not brought into one person, also by way of a third record', () =>
    once(async (transaction) => {
      const [a, b, c] = await people(transaction, [{ citizenId: one }, {}, { citizenId: other }])
      expect(await link(transaction, a, c)).toEqual({
        ok: false,
        because: 'twoNumbers',
        numbers: [one, other],
      })
      await link(transaction, a, b)
      expect(await link(transaction, b, c)).toMatchObject({ ok: false, because: 'twoNumbers' })
      expect(await linkedTo(transaction)).toEqual([[b, a]])
    }))

  it('are, once the officer says which is the mistake; it no longer speaks, and does again when unlinked', () =>
    once(async (transaction) => {
      const [a, b] = await people(transaction, [{ citizenId: one }, { citizenId: other }])
      const linked = await link(transaction, a, b, { mistakenNumber: one })
      expect(linked).toMatchObject({ ok: true, speaker: a })
      const gathered = await gatherPerson(transaction, b)
      expect(gathered.fields.citizenId.speaks).toMatchObject({ recordId: b, value: other })
      expect(gathered.fields.citizenId.values.map(({ isMistaken }) => isMistaken)).toEqual([true, false])
      if (linked.ok) await undoLink(transaction, linked.linkId, 'nhầm')
      expect((await gatherPerson(transaction, a)).fields.citizenId.speaks?.value).toBe(one)
    }))

  it('are not left in one person when the link that called one a mistake is taken back before those that rest on it', () =>
    once(async (transaction) => {
      const [a, b, c] = await people(transaction, [
        { citizenId: one },
        { citizenId: other },
        { citizenId: one },
      ])
      const said = await link(transaction, a, b, { mistakenNumber: one })
      const rests = await link(transaction, b, c)
      if (!said.ok || !rests.ok) throw new Error('Both links are made')
      expect(await undoLink(transaction, said.linkId, 'nhầm')).toEqual({
        ok: false,
        because: 'twoNumbersLeft',
        numbers: [one, other],
      })
      expect(await linkedRecords(transaction, a)).toHaveLength(3)
      expect(await undoLink(transaction, rests.linkId, 'nhầm')).toEqual({ ok: true })
      expect(await undoLink(transaction, said.linkId, 'nhầm')).toEqual({ ok: true })
      expect(await linkedTo(transaction)).toEqual([])
    }))

  it('of which one is of no province of Việt Nam hinder nobody', () =>
    once(async (transaction) => {
      const [a, b] = await people(transaction, [{ citizenId: one }, { citizenId: '999150001234' }])
      expect(await link(transaction, a, b)).toMatchObject({ ok: true })
    }))
})

describe('who may', () => {
  it('a commune links its own two records, and not one of another commune', () =>
    once(async (transaction) => {
      const [a, b, c] = await people(transaction, [{}, {}, { unitUid: theirs }])
      await become(transaction, ours)
      expect(await link(transaction, a, c)).toEqual({ ok: false, because: 'notSeen' })
      expect(await link(transaction, a, b)).toMatchObject({ ok: true })
    }))

  it('a commune touches no person who also has a record elsewhere', () =>
    once(async (transaction) => {
      const [a, b, c] = await people(transaction, [{}, {}, { unitUid: theirs }])
      const far = await link(transaction, a, c)
      await become(transaction, ours)
      expect(await link(transaction, a, b)).toEqual({ ok: false, because: 'elsewhere' })
      expect(far.ok && (await undoLink(transaction, far.linkId, 'nhầm'))).toEqual({
        ok: false,
        because: 'notStanding',
      })
      expect(await linkedRecords(transaction, a)).toEqual([a])
    }))

  it('nobody rewrites a link that was taken back, or removes one', async () => {
    const attempt = (statement: string) =>
      once(async (transaction) => {
        const [a, b] = await people(transaction, [{}, {}])
        const linked = await link(transaction, a, b)
        if (linked.ok) await undoLink(transaction, linked.linkId, 'nhầm')
        await sql.raw(statement).execute(transaction)
      })
    await expect(attempt(`update registry.link set unlinked_because = 'khác'`)).rejects.toThrow(
      'stays as it is',
    )
    await expect(attempt('delete from registry.link')).rejects.toThrow('permission denied')
    await expect(attempt('update registry.link set speaks = record_b')).rejects.toThrow('permission denied')
  })
})

describe('what the records of one person say together', () => {
  it('is the speaking record, and where it is silent the most official, then the fullest', () =>
    once(async (transaction) => {
      const [a, b] = await people(transaction, [{ citizenId: '040150001234' }])
      const year = { from: '1950-01-01', to: '1950-12-31' } as NonNullable<NewPerson['birth']>
      const exact = { from: '1950-03-04', to: '1950-03-04' } as NonNullable<NewPerson['birth']>
      const list = await recordPerson(transaction, { name: 'A', unitUid: ours, birth: exact }, 'file:1#!2')
      const byHand = await recordPerson(
        transaction,
        { name: 'A', unitUid: ours, birth: year, sex: 'female' },
        'officer:1',
      )
      const again = await recordPerson(transaction, { name: 'A', unitUid: ours, birth: exact }, 'officer:2')
      for (const id of [list, byHand, again]) await link(transaction, a, id)
      const { fields, records, speaker } = await gatherPerson(transaction, byHand)
      expect([speaker, records[0]?.id, b]).toEqual([a, a, undefined])
      expect(fields.name.speaks?.recordId).toBe(a)
      expect(fields.birth.speaks?.recordId).toBe(again)
      expect(fields.sex.speaks?.recordId).toBe(byHand)
      expect(fields.deathOn).toEqual({ values: [], speaks: undefined })
    }))
})

const edges = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.boolean()), {
    selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`,
    maxLength: 12,
  })
  .map((pairs) =>
    pairs
      .filter(([a, b]) => a !== b)
      .map(([a, b, first], index) => ({ id: index + 1, a, b, speaks: first ? a : b })),
  )

const groupsOf = (of: Parameters<typeof speakersOf>[0]) => {
  const groups = Map.groupBy([...speakersOf(of)], ([, speaker]) => speaker)
  return [...groups.values()]
    .map((group) =>
      group
        .map(([record]) => record)
        .toSorted((a, b) => a - b)
        .join(),
    )
    .toSorted()
}

describe('who speaks', () => {
  it('is one of the person’s own records, and is their own speaker', () => {
    fc.assert(
      fc.property(edges, (all) => {
        const speakers = speakersOf(all)
        for (const { a, b } of all) expect(speakers.get(a)).toBe(speakers.get(b))
        for (const speaker of speakers.values()) expect(speakers.get(speaker)).toBe(speaker)
      }),
    )
  })

  it('follows from the standing links alone, in whatever order they are read; persons do not hang on the order made', () => {
    fc.assert(
      fc.property(edges, (all) => {
        expect(new Map([...speakersOf(all.toReversed())].toSorted())).toEqual(
          new Map([...speakersOf(all)].toSorted()),
        )
        const renumbered = all.map((edge) => ({ ...edge, id: 100 - edge.id }))
        expect(groupsOf(renumbered)).toEqual(groupsOf(all))
      }),
    )
  })
})
