import { sql } from 'kysely'
import type pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type Actor, withActor } from '#platform/database'
import { freshDatabase } from './database.ts'
import { plantScan } from './scan-rows.ts'

/** What a hole in a page could ask of the database in an officer's name, and what it must refuse. */
const database = await freshDatabase()
const unitUid = '17827@2025-07-01'
const officer = (id: string, place: string, role: string): Actor => ({
  kind: 'officer',
  id,
  name: 'Lan',
  role,
  unitUid: place,
  areas: ['*'],
})
const commune = officer('lan', unitUid, 'communeOfficer')
const second = officer('minh', unitUid, 'communeOfficer')
const province = officer('tinh', 'province', 'provinceOfficer')
const machine: Actor = { kind: 'system', job: 'test' }

async function run(actor: Actor, ...statements: string[]): Promise<void> {
  await withActor(database, actor, async (transaction) => {
    for (const statement of statements) await sql`${sql.raw(statement)}`.execute(transaction)
  })
}

/** The SQL state of the refusal, or how many rows the last statement touched; everything is taken back. */
async function attempt(actor: Actor, statement: string): Promise<string | number> {
  const takenBack = new Error('taken back')
  let touched = 0
  try {
    await withActor(database, actor, async (transaction) => {
      const { numAffectedRows } = await sql`${sql.raw(statement)}`.execute(transaction)
      touched = Number(numAffectedRows ?? 0)
      await sql`set constraints all immediate`.execute(transaction)
      throw takenBack
    })
  } catch (error) {
    if (error === takenBack) return touched
    return String((error as pg.DatabaseError).code)
  }
  return touched
}

/** What one of the statements of a test finds afterwards, as the machine sees it. */
async function read<Row>(statement: string, actor: Actor = machine): Promise<Row[]> {
  return withActor(database, actor, async (transaction) => {
    const { rows } = await sql<Row>`${sql.raw(statement)}`.execute(transaction)
    return rows
  })
}

const today = day('2026-11-23')
const people = [1, 2, 3, 4]

beforeAll(async () => {
  await run(
    machine,
    `insert into registry.unit (uid, code, name, level, kind, valid)
      values ('${unitUid}', '17827', 'Vinh Phú', 'commune', 'phường', '[2025-07-01,)'),
        ('16702@2025-07-01', '16702', 'Cửa Lò', 'commune', 'phường', '[2025-07-01,)')`,
    ...people.map(
      (id) => `insert into registry.person (id, name, name_folded, unit_uid, origin, recorded_at)
        values (${id + 1_000}, 'Vi Thị ${id}', 'vi thi ${id}', '${unitUid}', 'test', '2024-01-01')`,
    ),
    `insert into registry.fact (person_id, key, value, valid, origin, recorded_at)
      values (1001, 'poverty', 'poor', '[2024-01-01,)', 'test', '2024-01-01 00:00:00.123456Z')`,
    `insert into deduplication.model (version, model, converged, settings_digest, people, in_use)
      values ('test', '{}', true, '', 0, true)`,
    `insert into deduplication.run (mode, model_version, people, compared, waiting, conflicts, took_ms)
      values ('full', 'test', 0, 0, 0, 0, 0)`,
    `insert into deduplication.pair (record_a, record_b, unit_a, unit_b, weight, probability, levels, model_version,
        first_run, last_run, both_paid, two_numbers, basis)
      select a, a + 1, '${unitUid}', '${unitUid}', 5, 0.9, '{}', 'test', id, id, false, false, ''
      from deduplication.run, generate_series(1001, 1003) as a`,
  )
  await run(
    second,
    `update deduplication.pair set state = 'different', decided_by = 'officer:minh', decided_at = now()
      where record_a = 1001`,
    `insert into registry.change_request (key, kind, act, reason, base, unit_uid)
      values ('a', 'endFact', '{}', 'nhầm', '{}', '${unitUid}')`,
    `insert into intake.file (hash, name, unit_uid, rows) values ('ab', 'a.xlsx', '${unitUid}', 0)`,
  )
  await plantScan(database, unitUid, { today, number: 1 })
  await run(second, `update archive.vote set written = written where by = platform.actor()`)
})

const decide = (as: string, state: string) =>
  `update registry.change_request set state = '${state}', decided_by = '${as}', decided_at = '2020-01-01',
    decided_because = 'đúng', outcome = ${state === 'approved' ? `'{}'` : 'null'}`

describe('in the name of an officer the database refuses', () => {
  it.each([
    ['another picture for a scan', `update archive.scan set sha256 = repeat('0', 64)`],
    ['another unit for a scan', `update archive.scan set unit_uid = null`],
    ['another name for its file', `update archive.scan set file_name = 'khac.jpg'`],
    ['another receiver for it', `update archive.scan set received_by = 'officer:lan'`],
    ['other words read by the machine', `update archive.page set words = '[]'`],
    ['a page to go', `delete from archive.page`],
    ['a scan to go', `delete from archive.scan`],
    ['another reading', `update archive.reading set written = '{}'`],
    ['a reading to go', `delete from archive.reading`],
    ['a settled value to go', `delete from archive.vote`],
    ['a collection for another unit', `update archive.collection set unit_uid = null`],
    ['other bytes for a list', `update intake.file set hash = 'cd'`],
    ['a list of another unit', `update intake.file set unit_uid = '16702@2025-07-01'`],
    ['a list brought in by another', `update intake.file set received_by = 'officer:lan'`],
    ['an undoing to be rewritten', `update intake.undoing set reason = 'khác'`],
    ['an act to be rewritten', `update registry.act set reason = 'khác'`],
    ['what was known before to be rewritten', `update registry.person_before set name = 'khác'`],
    ['what was known before to go', `delete from registry.fact_before`],
    ['a former name to go', `delete from registry.former_value`],
    ['a request to be rewritten', `update registry.change_request set act = '{}'`],
    ['a request to go', `delete from registry.change_request`],
    ['a link to go', `delete from registry.link`],
    ['other records for a link', `update registry.link set speaks = record_b`],
    ['other records for a pair', `update deduplication.pair set record_b = 1004`],
    ['the log to be rewritten', `update platform.audit set details = '{}'`],
    ['the log to go', `delete from platform.audit`],
  ])('%s', async (_, statement) => {
    for (const actor of [commune, province]) expect(await attempt(actor, statement)).toBe('42501')
  })

  it('what somebody else says stands on the paper to be written over', async () => {
    const statement = `update archive.vote set written = 'Vi Thị Khác', by = 'officer:lan'`
    for (const actor of [commune, province]) expect(await attempt(actor, statement)).toBe(0)
  })

  it('a decision about a pair in the name of another, over that of another, or to go', async () => {
    const say = (state: string, as: string) =>
      `update deduplication.pair set state = '${state}', decided_by = '${as}', decided_at = now()`
    expect(await attempt(commune, `${say('different', 'officer:minh')} where record_a = 1002`)).toBe('23514')
    expect(await attempt(commune, `${say('linked', 'officer:lan')} where record_a = 1001`)).toBe('23514')
    expect(await attempt(commune, `${say('different', 'officer:lan')} where record_a = 1001`)).toBe(1)
    expect(await attempt(commune, `delete from deduplication.pair where record_a = 1001`)).toBe(0)
    expect(await attempt(commune, `${say('different', 'officer:lan')} where record_a = 1002`)).toBe(1)
  })

  it('a request to be approved by who made it, or in the name of another', async () => {
    expect(await attempt(second, decide('officer:minh', 'approved'))).toBe('23514')
    expect(await attempt(second, decide('officer:lan', 'approved'))).toBe('23514')
    expect(await attempt(commune, decide('officer:minh', 'refused'))).toBe('23514')
  })
})

describe('who speaks for a person', () => {
  const speak = (id: number, to: number) => `update registry.person set linked_to = ${to} where id = ${id}`
  const link = `insert into registry.link (record_a, record_b, speaks, because) values (1002, 1003, 1002, '{}')`

  it('is not said without a link, nor against the links', async () => {
    expect(await attempt(commune, speak(1001, 1002))).toBe('23514')
    await run(commune, link, speak(1003, 1002))
    expect(await attempt(commune, speak(1003, 1001))).toBe('23514')
    expect(await attempt(commune, 'update registry.person set linked_to = null where id = 1003')).toBe(
      '23514',
    )
    expect(await attempt(province, speak(1002, 1003))).toBe('23514')
  })

  it('is not said of a new record either', async () => {
    const added = `insert into registry.person (name, name_folded, unit_uid, origin, linked_to)
      values ('Vi', 'vi', '${unitUid}', 'officer:lan', 1001)`
    expect(await attempt(commune, added)).toBe('23514')
  })
})

describe('the moment at which something was said', () => {
  it('is the present one, whatever is written there', async () => {
    const long = `'2020-01-01'`
    await run(
      commune,
      `insert into registry.act (key, kind, body, reason, unit_uid, outcome, recorded_at)
        values ('a', 'endFact', '{}', 'nhầm', '${unitUid}', '{}', ${long})`,
      `insert into registry.change_request (key, kind, act, reason, base, unit_uid, proposed_at)
        values ('b', 'endFact', '{}', 'nhầm', '{}', '${unitUid}', ${long})`,
      `insert into registry.person (id, name, name_folded, unit_uid, origin, recorded_at)
        values (2001, 'Vi', 'vi', '${unitUid}', 'officer:lan', ${long})`,
      `insert into registry.residence (person_id, unit_uid, valid, origin, recorded_at)
        values (2001, '${unitUid}', '[2025-07-01,)', 'officer:lan', ${long})`,
      `insert into registry.fact (person_id, key, value, valid, origin, recorded_at)
        values (2001, 'poverty', 'poor', '[2024-01-01,)', 'officer:lan', ${long})`,
      `insert into registry.link (record_a, record_b, speaks, because, linked_at)
        values (1003, 1004, 1002, '{}', ${long})`,
      `update registry.person set linked_to = 1002 where id = 1004`,
      `update registry.link set unlinked_by = 'officer:lan', unlinked_because = 'nhầm', unlinked_at = ${long}
        where record_a = 1003`,
      `update registry.person set linked_to = null where id = 1004`,
      `update deduplication.pair set state = 'setAside', decided_by = 'officer:lan', decided_at = ${long}
        where record_a = 1003`,
      `insert into intake.file (hash, name, unit_uid, rows, received_at) values ('ef', 'b', '${unitUid}', 0, ${long})`,
    )
    await run(commune, decide('officer:lan', 'refused').concat(` where key = 'a'`))
    const moments = await read<{ at: Date; what: string }>(
      `select 'act' as what, recorded_at as at from registry.act
        union all select 'proposed', proposed_at from registry.change_request where key = 'b'
        union all select 'decided', decided_at from registry.change_request where key = 'a'
        union all select 'person', recorded_at from registry.person where id = 2001
        union all select 'residence', recorded_at from registry.residence where person_id = 2001
        union all select 'fact', recorded_at from registry.fact where person_id = 2001
        union all select 'linked', linked_at from registry.link where record_a = 1003
        union all select 'unlinked', unlinked_at from registry.link where record_a = 1003
        union all select 'pair', decided_at from deduplication.pair where record_a = 1003
        union all select 'file', received_at from intake.file where hash = 'ef'`,
    )
    expect(moments.length).toBe(10)
    for (const { what, at } of moments) expect(at.getUTCFullYear(), what).toBeGreaterThan(2020)
  })

  it('stays with a fact that is cut, and with no other', async () => {
    const cut = (value: string, valid: string, at: string) =>
      `insert into registry.fact (person_id, key, value, valid, origin, recorded_at)
        values (1001, 'poverty', '${value}', '${valid}', 'test', '${at}')`
    await run(
      commune,
      `delete from registry.fact where person_id = 1001`,
      cut('poor', '[2024-01-01,2025-01-01)', '2024-01-01 00:00:00.123Z'),
      cut('nearPoor', '[2025-01-01,2026-01-01)', '2024-01-01 00:00:00.123Z'),
      cut('poor', '[2020-01-01,2021-01-01)', '2024-01-01 00:00:00.123Z'),
      cut('poor', '[2026-01-01,2027-01-01)', '2023-01-01 00:00:00Z'),
    )
    const facts = await read<{ was: boolean; exact: boolean }>(
      `select recorded_at < '2024-02-01' as was, recorded_at = '2024-01-01 00:00:00.123456Z' as exact
        from registry.fact where person_id = 1001 order by value, valid`,
    )
    expect(facts).toEqual([
      { was: false, exact: false },
      { was: false, exact: false },
      { was: true, exact: true },
      { was: false, exact: false },
    ])
  })
})
