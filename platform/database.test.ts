import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { asOwner, freshDatabase } from '#test/database'
import { type Actor, withActor } from './database.ts'

const database = await freshDatabase()

const officer: Actor = {
  kind: 'officer',
  id: '7',
  name: 'Nguyễn Thị Lan',
  role: 'communeOfficer',
  unitUid: 'vinh-phu',
  areas: ['socialAssistance', 'children'],
}
const leader: Actor = { ...officer, id: '1', role: 'leader', unitUid: 'province', areas: ['*'] }

describe('a transaction done by somebody', () => {
  it('tells the database who acts, and forgets it afterwards', async () => {
    const inside = await withActor(database, officer, async (transaction) => {
      const { rows } = await sql<{ actor: string }>`select platform.actor() as actor`.execute(transaction)
      return rows[0]?.actor
    })
    const { rows } = await sql<{ actor: string | null }>`select platform.actor() as actor`.execute(
      database.query,
    )
    expect(inside).toBe('officer:7')
    expect(rows[0]?.actor).toBeNull()
  })

  it.each([
    { who: 'an officer of the commune', actor: officer, sees: [true, false, null] },
    { who: 'a leader of the province', actor: leader, sees: [true, true, true] },
    { who: 'the nightly sweep', actor: { kind: 'system', job: 'sweep' } as const, sees: [true, true, true] },
    { who: 'a citizen', actor: { kind: 'citizen' } as const, sees: [false, false, null] },
  ])('$who sees the units that are theirs', async ({ actor, sees }) => {
    const rows = await withActor(database, actor, async (transaction) => {
      const answer = await sql<{ sees: boolean | null }>`select platform.sees_unit(unit) as sees
        from unnest(array['vinh-phu', 'cua-lo', null]) with ordinality as u(unit, place) order by place`.execute(
        transaction,
      )
      return answer.rows.map((row) => row.sees)
    })
    expect(rows).toEqual(sees)
  })

  it('limits an officer to their areas of work', async () => {
    const { rows } = await withActor(database, officer, (transaction) =>
      sql`select platform.sees_area('children') as theirs, platform.sees_area('merit') as others`.execute(
        transaction,
      ),
    )
    expect(rows).toEqual([{ theirs: true, others: false }])
  })

  it('keeps nothing when the work fails', async () => {
    const failing = withActor(database, officer, async (transaction) => {
      await sql`insert into platform.job (id, name) values (gen_random_uuid(), 'lost')`.execute(transaction)
      throw new Error('the power went')
    })
    await expect(failing).rejects.toThrow('the power went')
    const { rows } = await sql`select 1 from platform.job where name = 'lost'`.execute(database.query)
    expect(rows).toEqual([])
  })

  it('outlives a connection that breaks in the middle', async () => {
    const broken = withActor(database, officer, (transaction) =>
      sql`select pg_terminate_backend(pg_backend_pid())`.execute(transaction),
    )
    await expect(broken).rejects.toThrow()
    const { rows } = await sql`select 1 as alive`.execute(database.query)
    expect(rows).toEqual([{ alive: 1 }])
  })
})

describe('the two roles', () => {
  it('the application owns no table, and cannot make one', async () => {
    const { rows } = await sql<{ who: string; owned: number }>`select current_user as who,
      (select count(*) from pg_tables where tableowner = current_user and schemaname = 'platform') as owned`.execute(
      database.query,
    )
    expect(rows).toEqual([{ who: 'an_sinh_app', owned: 0 }])
    await expect(sql`create table platform.mine (id int)`.execute(database.query)).rejects.toMatchObject({
      code: '42501',
    })
  })

  it('the application never becomes the owner', async () => {
    await expect(sql`set role an_sinh`.execute(database.query)).rejects.toMatchObject({ code: '42501' })
  })

  it('every table with a policy binds its owner as well', async () => {
    const { rows } = await sql`select relname from pg_class
      where relrowsecurity and not relforcerowsecurity`.execute(asOwner(database).query)
    expect(rows).toEqual([])
  })
})

describe('values from the database', () => {
  it('days are text, whole numbers are numbers, exact fractions are text', async () => {
    const { rows } =
      await sql`select date '1944-02-29' as day, 9007199254740991 as most, 0.1::numeric as fraction,
      array[date '2026-07-01'] as days, array[5::bigint, null] as numbers`.execute(database.query)
    expect(rows).toEqual([
      {
        day: '1944-02-29',
        most: 9_007_199_254_740_991,
        fraction: '0.1',
        days: ['2026-07-01'],
        numbers: [5, null],
      },
    ])
  })

  it('a number too large to be exact is refused, not rounded', async () => {
    await expect(sql`select 9007199254740992 as much`.execute(database.query)).rejects.toThrow(/exactly/)
  })
})
