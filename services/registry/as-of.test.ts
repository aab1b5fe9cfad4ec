import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import {
  amendPerson,
  completePersons,
  countPersons,
  fileOrigin,
  listPersons,
  personAsOf,
  personTimeline,
  readOrigin,
  recordPerson,
  recordResidence,
  recordUnits,
} from './index.ts'

const database = await freshDatabase()
const machine: Actor = { kind: 'system', job: 'test' }
const as = <Result>(work: (transaction: Transaction) => Promise<Result>) => withActor(database, machine, work)
const [before, beside, now] = ['17854@pre2020', '17857@pre2020', '17854@2025-07-01'] as const
const units = `code,name_vi,type,level,parent_code,valid_from,valid_to,successor_codes,uid,predecessor_codes,legal_basis
17854,Xã Nghi Kiều,xã,commune,429,,2025-06-30,17854,${before},,
17857,Xã Nghi Mỹ,xã,commune,429,,2025-06-30,17854,${beside},,
17854,Xã Thần Lĩnh,xã,commune,40,2025-07-01,,,${now},17854|17857,`
const long = '2001-01-10T00:00:00+07:00'
const knownThen = day('2001-01-15')
const forever = day('2099-12-31')
const list = 'file:0011223344556677#Sheet1!9'

/** Somebody recorded long ago, who lived under the units given from the days given. */
function settle(
  name: string,
  places: readonly (readonly [unit: string, valid: string])[],
  { born = '1950-05-05', died = null as string | null } = {},
): Promise<number> {
  return as(async (transaction) => {
    const { rows } = await sql<{ id: number }>`insert into registry.person
        (name, name_folded, birth_from, birth_to, death_on, unit_uid, origin, recorded_at)
      values (${name}, lower(${name}), ${born}, ${born}, ${died}, ${places.at(-1)?.[0] ?? null}, 'demonstration', ${long})
      returning id`.execute(transaction)
    const person = rows[0]?.id as number
    for (const [unit, valid] of places)
      await sql`insert into registry.residence (person_id, unit_uid, valid, origin, recorded_at)
        values (${person}, ${unit}, ${valid}, 'demonstration', ${long})`.execute(transaction)
    return person
  })
}

const namesIn = (filter: Parameters<typeof countPersons>[1]) =>
  as(async (transaction) => {
    const names = (await listPersons(transaction, { ...filter, limit: 50 })).map(({ name }) => name)
    expect(await countPersons(transaction, filter)).toBe(names.length)
    return names
  })

beforeAll(() => as((transaction) => recordUnits(transaction, units).then(() => undefined)))

describe('a person as of a day', () => {
  it('is as was known at the end of a day, whatever was corrected since', async () => {
    const id = await settle('Lô Thị Hoa', [[now, '[2025-07-01,)']])
    await as(async (transaction) => {
      await amendPerson(transaction, id, { name: 'Lô Thị Hòa', deathOn: day('2026-03-01') }, list)
      await recordResidence(transaction, {
        personId: id,
        unitUid: now,
        from: day('2026-01-01'),
        village: 'Xóm 1',
        origin: list,
      })
    })
    const on = day('2026-06-01')
    const then = await as((transaction) => personAsOf(transaction, id, { on, knownOn: knownThen }))
    expect(then).toMatchObject({ person: { name: 'Lô Thị Hoa', deathOn: undefined }, alive: true })
    expect(then?.residence).toMatchObject({ village: undefined, from: '2025-07-01', to: undefined })
    const today = await as((transaction) => personAsOf(transaction, id, { on, knownOn: forever }))
    expect(today).toMatchObject({ person: { name: 'Lô Thị Hòa', deathOn: '2026-03-01' }, alive: false })
    expect(today?.residence).toMatchObject({ village: 'Xóm 1', from: '2026-01-01', origin: list })
  })

  it('is nobody before they were recorded', async () => {
    const id = await as((transaction) => recordPerson(transaction, { name: 'Vi Văn Dần' }, 'officer:lan'))
    const asked = { on: forever, knownOn: knownThen }
    expect(await as((transaction) => personAsOf(transaction, id, asked))).toBeUndefined()
  })
})

describe('the people of a unit', () => {
  it('on a day are those who lived there then: not the dead, the unborn or who had left', async () => {
    const left = `[2025-07-01,2026-02-01)`
    await settle('A ở', [[now, '[2025-07-01,)']])
    await settle('B đi', [
      [now, left],
      [beside, '[2026-02-01,)'],
    ])
    await settle('C mất', [[now, '[2025-07-01,)']], { died: '2026-01-31' })
    await settle('D sinh sau', [[now, '[2026-03-05,)']], { born: '2026-03-05' })
    const filter = { unitUid: now, text: ' ' }
    const of = async (on: string) =>
      (await namesIn({ ...filter, on: day(on) })).filter((name) => /^[A-D] /.test(name))
    expect(await of('2026-01-31')).toEqual(['A ở', 'B đi', 'C mất'])
    expect(await of('2026-04-01')).toEqual(['A ở', 'B đi', 'D sinh sau'])
    expect(await of('2025-06-30')).toEqual([])
  })

  it('stand in the list of a day with the place and the name they had then, as far as was known', async () => {
    const id = await settle('H nay', [
      [now, '[2025-07-01,2026-02-01)'],
      [beside, '[2026-02-01,)'],
    ])
    await as((transaction) =>
      sql`insert into registry.former_value (person_id, key, value, valid, origin)
        values (${id}, 'name', 'H xưa', '[,2026-01-01)', 'officer:lan')`.execute(transaction),
    )
    const of = ({ text = 'h nay', ...filter }: { on: string; knownOn?: typeof forever; text?: string }) =>
      as(async (transaction) => {
        const asked = { ...filter, on: day(filter.on), text, limit: 5 }
        return (await listPersons(transaction, asked)).map(({ name, unitUid }) => [name, unitUid])
      })
    expect(await of({ on: '2025-12-31' })).toEqual([['H xưa', now]])
    expect(await of({ on: '2025-12-31', knownOn: knownThen })).toEqual([['H nay', now]])
    expect(await of({ on: '2026-03-01', knownOn: forever })).toEqual([['H nay', beside]])
    expect(await of({ on: '2025-12-31', text: 'h xua' })).toEqual([['H xưa', now]])
    expect(await of({ on: '2026-03-01', text: 'h xua' })).toEqual([])
    expect(await of({ on: '2025-12-31', text: 'h xua', knownOn: knownThen })).toEqual([])
  })

  it('that is no more are those of what it became, and those recorded under its own name', async () => {
    await settle('E xưa', [
      [before, '[2020-01-01,2025-07-01)'],
      [now, '[2025-07-01,)'],
    ])
    await settle('F bên', [
      [beside, '[2020-01-01,2025-07-01)'],
      [now, '[2025-07-01,)'],
    ])
    const of = async (unitUid: string, on?: string) =>
      (await namesIn({ unitUid, ...(on !== undefined && { on: day(on) }) })).filter((name) =>
        /^[EF] /.test(name),
      )
    expect(await of(before, '2024-06-01')).toEqual(['E xưa'])
    expect(await of(now, '2024-06-01')).toEqual(['E xưa', 'F bên'])
    expect(await of(before)).toEqual(['E xưa', 'F bên'])
  })

  it('as known on a day are by the names and places known then', async () => {
    const id = await settle('G cũ', [[now, '[2025-07-01,)']])
    await as((transaction) => amendPerson(transaction, id, { name: 'G mới' }, list))
    const on = day('2026-06-01')
    const known = (knownOn: string) => namesIn({ unitUid: now, text: 'g ', on, knownOn: day(knownOn) })
    expect([await known('2001-01-15'), await known('2000-12-31')]).toEqual([['G cũ'], []])
    expect(await namesIn({ text: 'g moi' })).toEqual(['G mới'])
  })
})

describe('where a value came from', () => {
  it('is told of every value by itself', async () => {
    const id = await settle('Cao Thị Nga', [])
    const offers = new Map([[id, { citizenId: '040190000123', sex: 'female' as const, origin: list }]])
    await as((transaction) => completePersons(transaction, offers))
    await as((transaction) => amendPerson(transaction, id, { name: 'Cao Thị Ngà' }))
    const values = await as((transaction) => personTimeline(transaction, id, { identity: true }))
    expect(values.map(({ key, origin }) => [key, origin])).toEqual([
      ['name', 'system:test'],
      ['sex', list],
      ['birth', 'demonstration'],
      ['citizenId', list],
    ])
  })

  it('is read in its parts', () => {
    const place = { fileHash: '00112233445566778899', sheet: 'Tháng 6!', row: 9, column: 'E' }
    expect(readOrigin(fileOrigin(place))).toEqual({ ...place, kind: 'file', fileHash: '0011223344556677' })
    expect(readOrigin(fileOrigin({ fileHash: 'abc', row: 12 }))).toEqual({
      kind: 'file',
      fileHash: 'abc',
      row: 12,
    })
    expect(readOrigin('scan:12')).toEqual({ kind: 'scan', id: '12' })
    expect(readOrigin('officer:lan')).toEqual({ kind: 'officer', id: 'lan' })
    expect(readOrigin('register:dân cư')).toEqual({ kind: 'register', name: 'dân cư' })
    expect(readOrigin('system:sweep')).toEqual({ kind: 'system', job: 'sweep' })
    expect(readOrigin('demonstration')).toEqual({ kind: 'demonstration' })
    expect(readOrigin('sổ tay')).toEqual({ kind: 'unknown', text: 'sổ tay' })
  })
})

describe('the record of a person', () => {
  it('keeps who recorded it first and when, whatever the application writes there', async () => {
    const id = await settle('Moong Văn Xuân', [])
    const { rows } = await as((transaction) =>
      sql<{ origin: string; is: boolean; amended: boolean }>`update registry.person
        set origin = 'officer:x', recorded_at = now(), amended_at = '2000-01-01', name = 'Moong' where id = ${id}
        returning origin, recorded_at = ${long}::timestamptz as is, amended_at > '2020-01-01' as amended`.execute(
        transaction,
      ),
    )
    expect(rows).toEqual([{ origin: 'demonstration', is: true, amended: true }])
  })

  it('is not said to have been known earlier than it was, facts included', async () => {
    const id = await settle('Kha Văn A', [])
    await as((transaction) =>
      sql`insert into registry.fact (person_id, key, value, valid, origin, recorded_at)
        values (${id}, 'poverty', 'poor', '[2000-01-01,)', 'demonstration', ${long})`.execute(transaction),
    )
    await as((transaction) =>
      sql`update registry.fact set value = 'none', recorded_at = '1990-01-01' where person_id = ${id}`.execute(
        transaction,
      ),
    )
    const known = async (knownOn: typeof forever) => {
      const then = await as((transaction) => personAsOf(transaction, id, { on: forever, knownOn }))
      return then?.facts.map(({ value }) => value)
    }
    expect([await known(knownThen), await known(forever)]).toEqual([['poor'], ['none']])
  })
})
