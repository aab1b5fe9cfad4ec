import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { readListFile } from '#intake'
import { loadDemonstration } from '#jobs/demonstration'
import { importStaged, stage } from '#jobs/import-list'
import { recordRead } from '#platform/audit'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { openSessions } from '#platform/sessions'
import { administratorUrlOf, freshDatabase } from './database.ts'
import { plantFeedbackRows } from './feedback-rows.ts'
import { plantHistory } from './history-rows.ts'
import { plantManuscripts } from './manuscript-rows.ts'
import { plantScan } from './scan-rows.ts'
import { beforeAnybody, bySenders, readByAll, seenByParties, units } from './trusted-tables.ts'

const database = await freshDatabase()
const administrator = new pg.Client({ connectionString: administratorUrlOf(database) })
const today = day('2026-11-23')
const [ours, theirs] = ['17827@2025-07-01', '16702@2025-07-01']

const officer = (role: string, unitUid: string): Actor => ({
  kind: 'officer',
  id: `${role}-${unitUid}`,
  name: 'Lan',
  role,
  unitUid,
  areas: ['*'],
})
const commune = officer('communeOfficer', ours)
const neighbour = officer('communeOfficer', theirs)
const province = officer('provinceOfficer', 'province')
const leader = officer('leader', 'province')
const machine: Actor = { kind: 'system', job: 'test' }
const citizen: Actor = { kind: 'citizen' }

const personal = Object.keys(units)

const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)

beforeAll(async () => {
  // The database is dropped while this connection may still stand.
  administrator.on('error', () => {})
  await administrator.connect()
  await loadDemonstration({ database, people: 1_500, seed: 11, today })
  const fileName = 'tcxh-nghi-kieu-2024-06.xlsx'
  const bytes = await readFile(new URL(`examples/lists/${fileName}`, import.meta.url))
  const { reading, fileHash } = await readListFile(bytes, fileName, { today })
  for (const actor of [commune, neighbour, province]) {
    const { id } = await stage(database, actor, { fileName, fileHash, reading })
    await importStaged(database, actor, id, { today })
  }
  for (const [number, unitUid] of [ours, theirs].entries())
    await plantScan(database, unitUid, { today, number })
  for (const unitUid of [ours, theirs])
    await as(machine, (transaction) => recordRead(transaction, { kind: 'person', id: '1', unitUid }))
  await as(machine, plantHistory)
  await administrator.query(`insert into registry.link_before select id + 1000000, record_a, record_b, speaks,
    mistaken_number, because, linked_by, linked_at, 'officer:lan', now(), 'nhầm', now() from registry.link`)
  await plantManuscripts(database, [ours, theirs], province)
  await plantFeedbackRows(administrator)
  const sessions = await openSessions(database, { baseUrl: 'http://localhost' })
  const account = { username: 'lan', name: 'Lan', password: 'mat-khau-dai', areas: ['*'] }
  await sessions.createAccount({ ...account, role: 'leader', unitUid: 'province' })
  return () => administrator.end()
})

/** Where the rows of a table are, as the server's administrator sees them, whom no policy binds. */
async function rowsOf(table: string, condition = 'true'): Promise<string[]> {
  const { rows } = await administrator.query(
    `select ctid::text as at from ${table} t where ${condition} order by 1`,
  )
  return rows.map(({ at }) => at)
}

/** The columns that a row is written with, in a list: what the database derives from them is left out. */
async function columnsOf(table: string): Promise<string> {
  const { rows } = await administrator.query(`select column_name from information_schema.columns
    where table_schema || '.' || table_name = '${table}' and is_generated = 'NEVER' order by ordinal_position`)
  return rows.map(({ column_name }) => `"${column_name}"`).join(', ')
}

const seen = async (transaction: Transaction, table: string) => {
  const { rows } = await sql<{
    at: string
  }>`select ctid::text as at from ${sql.table(table)} order by 1`.execute(transaction)
  const { rows: counted } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
    transaction,
  )
  const { rows: joined } = await sql<{ n: number }>`select count(*) as n from registry.unit u
    join ${sql.table(table)} t on u.uid = ${ours}`.execute(transaction)
  expect([counted[0]?.n, joined[0]?.n]).toEqual([rows.length, rows.length])
  return rows.map(({ at }) => at)
}

/** The SQL state of the refusal, or how many rows were touched. Everything is taken back. */
async function attempt(actor: Actor, statement: string): Promise<string | number> {
  const takenBack = new Error('taken back')
  let touched = 0
  try {
    await as(actor, async (transaction) => {
      const { numAffectedRows } = await sql`${sql.raw(statement)}`.execute(transaction)
      touched = Number(numAffectedRows ?? 0)
      throw takenBack
    })
  } catch (error) {
    if (error === takenBack) return touched
    const { code, message, detail } = error as pg.DatabaseError
    expect(`${message} ${detail}`).not.toMatch(/Nguyễn|Trần|Lê|\d{9}/)
    return String(code)
  }
  return touched
}

describe('every table', () => {
  it('is under forced row-level security and named here with whose its rows are', async () => {
    const { rows } =
      await administrator.query(`select n.nspname || '.' || c.relname as name, c.relforcerowsecurity as forced
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and c.relrowsecurity and n.nspname not in ('queue') order by 1`)
    const named = [
      ...personal,
      ...readByAll,
      ...seenByParties,
      ...bySenders,
      ...beforeAnybody.map((name) => `platform.${name}`),
    ].sort()
    expect(rows.map(({ name }) => name)).toEqual(named)
    expect(rows.filter(({ forced }) => !forced)).toEqual([])
  })

  it('has rows to be hidden', async () => {
    const empty = []
    for (const table of personal) if ((await rowsOf(table)).length === 0) empty.push(table)
    expect(empty).toEqual([])
  })
})

describe.each(personal)('%s', (table) => {
  it('shows a commune its own people, lists, counts and joins alike', async () => {
    for (const [actor, unitUid] of [
      [commune, ours],
      [neighbour, theirs],
    ] as const) {
      const own = await rowsOf(table, `${units[table]} = '${unitUid}'`)
      expect(await as(actor, (transaction) => seen(transaction, table))).toEqual(own)
    }
  })

  it('shows all to the province, its leader and the machine, and none to a citizen or nobody', async () => {
    const all = await rowsOf(table)
    for (const actor of [province, leader, machine])
      expect(await as(actor, (transaction) => seen(transaction, table))).toEqual(all)
    expect(await as(citizen, (transaction) => seen(transaction, table))).toEqual([])
    expect(await database.query.transaction().execute((nobody) => seen(nobody, table))).toEqual([])
  })

  it('is changed by no leader and no citizen', async () => {
    const { rows } = await administrator.query(`select column_name from information_schema.columns
      where table_schema || '.' || table_name = '${table}' and is_identity = 'NO' order by ordinal_position limit 1`)
    const column = rows[0]?.column_name
    for (const actor of [leader, citizen])
      for (const statement of [`update ${table} set ${column} = ${column}`, `delete from ${table}`])
        expect([0, '42501'], `${statement} as ${actor.kind}`).toContain(await attempt(actor, statement))
    const columns = await columnsOf(table)
    const copy = `insert into ${table} (${columns}) overriding system value select ${columns} from ${table} limit 1`
    expect(['42501', 0]).toContain(await attempt(citizen, copy))
    if (table !== 'platform.audit') expect(await attempt(leader, copy)).toBe('42501')
  })

  it('takes no row of another commune, and the refusal names nobody', async () => {
    const { rows } = await administrator.query(
      `select to_jsonb(t) as row from ${table} t where ${units[table]} is distinct from '${ours}' limit 1`,
    )
    const row = JSON.stringify(rows[0]?.row).replaceAll("'", "''")
    const columns = await columnsOf(table)
    const statement = `insert into ${table} (${columns}) overriding system value
      select ${columns} from jsonb_populate_record(null::${table}, '${row}'::jsonb)`
    expect(await attempt(commune, statement)).toBe('42501')
  })
})

describe('what everybody may read', () => {
  it.each(readByAll)('%s is written by the province alone', async (table) => {
    const { rows } = await administrator.query(`select column_name from information_schema.columns
      where table_schema || '.' || table_name = '${table}' and is_identity = 'NO' order by ordinal_position limit 1`)
    const column = rows[0]?.column_name
    for (const actor of [commune, leader, citizen])
      expect([0, '42501']).toContain(await attempt(actor, `update ${table} set ${column} = ${column}`))
  })
})

describe('what signs officers in', () => {
  it.each(beforeAnybody)(
    'platform.%s is seen before anybody is known, and by nobody who acts',
    async (name) => {
      for (const actor of [commune, province, leader, machine, citizen])
        expect(await as(actor, (transaction) => seen(transaction, `platform.${name}`))).toEqual([])
    },
  )

  it('is there', async () => {
    expect((await rowsOf('platform.secret')).length).toBe(1)
    expect((await rowsOf('platform.account')).length).toBe(1)
  })
})

describe('the application', () => {
  it.each([
    ['alter table registry.person disable row level security'],
    ['alter table registry.person no force row level security'],
    ['drop policy own_unit on registry.person'],
    ['create policy open on registry.person using (true)'],
    ['set role an_sinh'],
    ['set session authorization an_sinh'],
    ['alter role an_sinh_app bypassrls'],
    ['truncate registry.person'],
    ['select * from pg_authid'],
    ["select pg_read_file('/etc/passwd')"],
    ['create table registry.copy as select 1'],
    ['insert into registry.fact_before select * from registry.fact_before'],
    ['insert into registry.person_before select * from registry.person_before'],
    ['update registry.residence set unit_uid = unit_uid'],
    ['update registry.change_request set proposed_by = proposed_by'],
    ['delete from registry.act'],
  ])('may not: %s', async (statement) => {
    expect(await attempt(province, statement)).toBe('42501')
  })

  it('is refused rather than shown everything when it turns row security off', async () => {
    expect(await attempt(commune, 'set local row_security = off; select * from registry.person')).toBe(
      '42501',
    )
  })

  it('learns nothing from statistics', async () => {
    await administrator.query('analyze registry.person')
    const { rows } =
      await sql`select 1 from pg_stats where schemaname = 'registry' and tablename = 'person'`.execute(
        database.query,
      )
    expect(rows).toEqual([])
  })

  it('owns no table of ours, and no view or function looks past the policies but those that keep history, carry out what is told, keep words to search and move addresses, and that judge links and numbers', async () => {
    const { rows: owned } =
      await administrator.query(`select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname not in ('queue') and c.relowner = 'an_sinh_app'::regrole and c.relpersistence <> 't'`)
    const { rows: views } = await administrator.query(`select c.relname from pg_class c
      join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('v', 'm', 'f')
        and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'queue')`)
    const { rows: definers } =
      await administrator.query(`select p.oid::regproc::text as name, p.proconfig from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname !~ '^pg_' order by 1`)
    expect([owned, views]).toEqual([[], []])
    expect(definers).toEqual(
      [
        'awards.keep_award',
        'directives.erase_draft',
        'feedback.carry_out',
        'feedback.count_unread',
        'feedback.follow',
        'feedback.list_calls',
        'feedback.mark_path',
        'feedback.marks',
        'feedback.public_answers',
        'feedback.public_figures',
        'platform.handle_mail',
        'publishing.change_slug',
        'publishing.keep_searchable',
        'publishing.next_edition',
        'registry.against_number',
        'registry.keep_fact',
        'registry.keep_household',
        'registry.keep_household_fact',
        'registry.keep_household_life',
        'registry.keep_membership',
        'registry.keep_person',
        'registry.keep_residence',
        'registry.note_everybody',
        'registry.note_households',
        'registry.note_known_as',
        'registry.note_persons',
        'registry.note_records',
        'registry.numbers_elsewhere',
        'registry.remove_records',
        'registry.words_of_link',
      ].map((name) => ({
        name,
        proconfig: ['search_path=""'],
      })),
    )
  })
})
