import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, day, type LocalDate } from '#calendar'
import { type Actor, type Transaction, withActor } from '#platform/database'
import {
  type Act,
  countPersons,
  ImpossibleAct,
  listPersons,
  personAsOf,
  recordUnits,
  reserveNumbers,
} from '#registry'
import { acts, days, first, householdActs, ours, people, theirs, type World } from '#test/any-acts'
import { administratorUrlOf, freshDatabase } from '#test/database'
import { applyAct } from './index.ts'

const database = await freshDatabase()
/** Whom no trigger stops: the clock cannot be turned, so that what was recorded is dated instead. */
const clerk = new pg.Client({ connectionString: administratorUrlOf(database) })
const machine: Actor = { kind: 'system', job: 'test' }
const as = <Result>(work: (transaction: Transaction) => Promise<Result>) => withActor(database, machine, work)
const units = `code,name_vi,type,level,parent_code,valid_from,valid_to,successor_codes,uid,predecessor_codes,legal_basis
16702,Phường Vinh Phú,phường,commune,40,2025-07-01,,,${ours},,
17827,Xã Nghi Lộc,xã,commune,40,2025-07-01,,,${theirs},,`
const today = day('2026-07-01')
/** Everything the tests begin with counts as recorded long before any act of theirs. */
const recordedAt = '2001-01-10T00:00:00+07:00'
const knownBefore = day('2001-01-15')

/** Households of three and of two, one of whom is to the head what stays so under another, with facts and awards, as they were recorded on an early day. */
function found(): Promise<World> {
  return as(async (transaction) => {
    const person = await reserveNumbers(transaction, 'registry.person', people)
    const household = await reserveNumbers(transaction, 'registry.household', 2)
    await sql`insert into registry.person (id, name, name_folded, birth_from, birth_to, unit_uid, origin, recorded_at)
      select id, 'Vi Văn ' || id, 'vi van ' || id, '1950-01-01', '1950-12-31', ${ours}, 'demonstration', ${recordedAt}
      from generate_series(${person}::bigint, ${person + people - 1}::bigint) as id`.execute(transaction)
    await sql`insert into registry.residence (person_id, unit_uid, valid, origin, recorded_at)
      select id, unit_uid, daterange(${first}, null), origin, recorded_at from registry.person
      where id >= ${person}`.execute(transaction)
    await sql`insert into registry.household (id, unit_uid, origin, recorded_at)
      select id, ${ours}, 'demonstration', ${recordedAt}
      from generate_series(${household}::bigint, ${household + 1}::bigint) as id`.execute(transaction)
    await sql`insert into registry.membership (person_id, household_id, relation, valid, origin, recorded_at)
      select id, ${household} + (id - ${person}) / 3,
        (array['head', 'child', 'other'])[(id - ${person}) % 3 + 1],
        daterange(${first}, null), origin, recorded_at from registry.person where id >= ${person}`.execute(
      transaction,
    )
    await sql`insert into registry.fact (person_id, key, value, valid, origin, recorded_at)
      select id, 'disability', 'light', daterange(${first}, null), origin, recorded_at from registry.person
      where id >= ${person}`.execute(transaction)
    await sql`insert into registry.household_fact (household_id, key, value, valid, origin, recorded_at)
      select id, 'poverty', 'poor', daterange(${first}, null), origin, recorded_at from registry.household
      where id >= ${household}`.execute(transaction)
    await sql`insert into awards.award (person_id, benefit, category, amount_dong, valid, origin, recorded_at)
      select id, 'socialAllowance', 'K6', 810000, '[2025-08-01,)', origin, recorded_at from registry.person
      where id >= ${person}`.execute(transaction)
    return { person, household }
  })
}

let keys = 0

/** Does the act; false when it was impossible. Whatever else it throws is a fault of ours. */
async function attempt(act: Act): Promise<boolean> {
  try {
    const sent = { act, reason: 'thử', key: `${++keys}` }
    await as((transaction) => applyAct(transaction, sent, { today }))
    return true
  } catch (error) {
    if (error instanceof ImpossibleAct) return false
    throw error
  }
}

const temporal = [
  ['registry.residence', 'person_id'],
  ['registry.membership', 'person_id'],
  ['registry.fact', "person_id::text || ' ' || key"],
  ['registry.household_fact', "household_id::text || ' ' || key"],
  ['registry.former_value', "person_id::text || ' ' || key"],
  ['awards.award', "person_id::text || ' ' || benefit || ' ' || category"],
] as const

/** Rows of one owner that hold on the same day, counted from the days themselves. */
async function overlaps(): Promise<string[]> {
  const found: string[] = []
  for (const [table, owner] of temporal) {
    const { rows } = await as((transaction) =>
      sql`${sql.raw(`select 1 from (select ${owner} as owner, valid, ctid from ${table}) one
        join (select ${owner} as owner, valid, ctid from ${table}) other using (owner)
        where one.ctid < other.ctid and one.valid && other.valid`)}`.execute(transaction),
    )
    if (rows.length > 0) found.push(table)
  }
  return found
}

const histories = [
  'registry.person_before',
  'registry.residence_before',
  'registry.household_before',
  'registry.household_life_before',
  'registry.membership_before',
  'registry.fact_before',
  'registry.household_fact_before',
  'registry.former_value',
  'registry.act',
  'awards.award_before',
]

async function history(): Promise<Set<string>> {
  const rows = await as((transaction) =>
    Promise.all(
      histories.map(async (table) => {
        const { rows: kept } = await sql<{ line: string }>`${sql.raw(
          `select t::text as line from ${table} t`,
        )}`.execute(transaction)
        return kept.map(({ line }) => `${table} ${line}`)
      }),
    ),
  )
  return new Set(rows.flat())
}

/** Everybody of the world as they were on some days, by what was known on another. */
async function answers(
  { person }: World,
  { on, knownOn }: { on: readonly LocalDate[]; knownOn: LocalDate },
): Promise<unknown[]> {
  return as(async (transaction) => {
    const said: unknown[] = []
    for (let at = 0; at < people; at++)
      for (const each of on) {
        const then = await personAsOf(transaction, person + at, { on: each, knownOn })
        // The others of the household bear the names they have now.
        const members = then?.household?.members.map(({ personId, relation }) => [personId, relation])
        said.push({ ...then, household: { ...then?.household, members } })
      }
    return said
  })
}

/** Of the world, who stands in the lists of both communes on a day, and who should by their own pages. */
async function listedAnd({ person }: World, moment: { on: LocalDate; knownOn: LocalDate }) {
  return as(async (transaction) => {
    const [listed, living]: [string[], string[]] = [[], []]
    for (const unitUid of [ours, theirs] as string[]) {
      const rows = await listPersons(transaction, { ...moment, unitUid, limit: 500 })
      expect(await countPersons(transaction, { ...moment, unitUid })).toBe(rows.length)
      for (const { id, name, unitUid: lived } of rows)
        if (id >= person && id < person + people) listed.push(`${id} ${name} ${unitUid} ${lived}`)
    }
    for (let id = person; id < person + people; id++) {
      const then = await personAsOf(transaction, id, moment)
      const lived = then?.residence?.unitUid
      if (then && lived && then.alive !== false) living.push(`${id} ${then.person.name} ${lived} ${lived}`)
    }
    return [listed.sort(), living.sort()]
  })
}

const count = async (query: string) => Number((await clerk.query(query)).rows[0]?.count)

/** Memberships on days on which the household is none, and households of which nobody is on days on which they live. */
const homeless = () =>
  count(`select (select count(*) from registry.membership m where not exists (select from registry.household_life l
      where l.household_id = m.household_id and l.valid @> m.valid))
    + (select count(*) from registry.household_life l where not isempty(datemultirange(l.valid * '[${first},)')
      - coalesce((select range_agg(valid) from registry.membership m where m.household_id = l.household_id), '{}')))
    as count`)

/** Days on which a household has members and no head, or two. */
const misled = () =>
  count(`select count(*) from (select household_id, lower(valid) as day from registry.membership
      union select household_id, upper(valid) from registry.membership where not upper_inf(valid)) as change
    join lateral (select count(*) as members, count(*) filter (where relation = 'head') as heads
      from registry.membership m where m.household_id = change.household_id and m.valid @> change.day) as those on true
    where members > 0 and heads <> 1`)

/** What is said to begin after somebody's death. */
const posthumous = () =>
  count(`select count(*) from registry.person p join (select person_id, valid from registry.fact
      union all select person_id, valid from registry.residence) as said on said.person_id = p.id
    where lower(said.valid) > p.death_on`)

const dated: readonly [table: string, columns: string[]][] = [
  ['person', ['recorded_at', 'amended_at']],
  ['person_before', ['recorded_at', 'superseded_at']],
  ['household', ['recorded_at', 'amended_at']],
  ['household_before', ['recorded_at', 'superseded_at']],
  ['former_value', ['recorded_at']],
  ...['household_life', 'residence', 'membership', 'fact', 'household_fact'].flatMap(
    (table): [string, string[]][] => [
      [table, ['recorded_at']],
      [`${table}_before`, ['recorded_at', 'superseded_at']],
    ],
  ),
]

/** What was recorded just now counts as recorded on the day given. */
async function dateTo(on: LocalDate): Promise<void> {
  const updates = dated.flatMap(([table, columns]) =>
    columns.map(
      (column) =>
        `update registry.${table} set ${column} = '${on}T10:00:00+07:00' where ${column} > '2020-01-01'`,
    ),
  )
  await clerk.query(['set session_replication_role = replica', ...updates].join(';'))
}

beforeAll(async () => {
  clerk.on('error', () => {})
  await clerk.connect()
  await as((transaction) => recordUnits(transaction, units))
  return () => clerk.end()
})

/** Does the acts one after the other, a day apart in recorded time; returns what was known on each of the days. */
async function liveThrough(world: World, sequence: readonly Act[], on: readonly LocalDate[]) {
  const known = [{ knownOn: knownBefore, said: await answers(world, { on, knownOn: knownBefore }) }]
  let kept = await history()
  let late = await posthumous()
  for (const [index, act] of sequence.entries()) {
    if (!(await attempt(act))) {
      expect(await history()).toEqual(kept)
      continue
    }
    const now = await history()
    expect([...kept].filter((line) => !now.has(line))).toEqual([])
    expect(now.size).toBeGreaterThan(kept.size)
    const later = await posthumous()
    // A death may come to be known after what was recorded of the time since; nothing else begins after it.
    if (act.kind !== 'death') expect(later).toBeLessThanOrEqual(late)
    late = later
    const knownOn = addDays(knownBefore, index + 1)
    await dateTo(knownOn)
    known.push({ knownOn, said: await answers(world, { on, knownOn }) })
    kept = await history()
  }
  return known
}

describe('any sequence of acts', () => {
  it('leaves a valid register, only adds to history, and what was known on any day stays known of it, on pages and lists alike', async () => {
    let done = 0
    const property = fc.asyncProperty(
      fc.array(acts, { minLength: 1, maxLength: 10 }),
      fc.array(days, { minLength: 1, maxLength: 3 }),
      async (sequence, on) => {
        const world = await found()
        const known = await liveThrough(
          world,
          sequence.map((act) => act(world)),
          on,
        )
        done += known.length - 1
        expect(await overlaps()).toEqual([])
        expect([await homeless(), await misled()]).toEqual([0, 0])
        for (const { knownOn, said } of known) {
          expect(await answers(world, { on, knownOn })).toEqual(said)
          for (const each of on) {
            const [listed, living] = await listedAnd(world, { on: each, knownOn })
            expect(listed).toEqual(living)
          }
        }
      },
    )
    await fc.assert(property, { numRuns: 12, interruptAfterTimeLimit: 25_000 })
    expect(done).toBeGreaterThan(0)
  }, 60_000)

  it('on households leaves each with one head on every day on which anybody is of it', async () => {
    const property = fc.asyncProperty(
      fc.array(householdActs, { minLength: 2, maxLength: 8 }),
      async (sequence) => {
        const world = await found()
        for (const act of sequence) await attempt(act(world))
        expect([await homeless(), await misled()]).toEqual([0, 0])
      },
    )
    await fc.assert(property, { numRuns: 60, interruptAfterTimeLimit: 20_000 })
  }, 60_000)
})
