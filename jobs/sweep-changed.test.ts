import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { endAward, recordApplication, recordAward } from '#awards'
import { addDays, addMonths, type LocalDate, monthOf } from '#calendar'
import { findLatestRun, type Run, sweep } from '#findings'
import { today } from '#platform/clock'
import { type Database, type Transaction, withActor } from '#platform/database'
import { recordFact, recordHouseholdFact, recordMembership, recordPerson, recordResidence } from '#registry'
import { freshDatabase } from '#test/database'
import { createRandom, type Random } from './demonstration/random.ts'
import { loadDemonstration } from './demonstration.ts'

const changed = await freshDatabase()
const whole = await freshDatabase()
const began = today()
const people = 260
const origin = 'officer:test'
const machine = { kind: 'system', job: 'test' } as const

beforeAll(async () => {
  for (const database of [changed, whole])
    await loadDemonstration({ database, people, seed: 5, today: began })
}, 60_000)

/** One thing that is recorded; the same choices of the same random numbers in both databases. */
type Act = (transaction: Transaction, random: Random, on: LocalDate) => Promise<unknown>

const values: Record<string, string[]> = {
  disability: ['none', 'light', 'severe', 'extreme'],
  insurance: ['none', 'pension', 'survivor'],
  pensionRequested: ['yes', 'no'],
  studying: ['yes', 'no'],
  father: ['present', 'dead', 'missing'],
  inPrison: ['yes', 'no'],
  marriage: ['widowed', 'married', 'neverMarried'],
  caredForAtHome: ['yes', 'no'],
}

/** Mostly those whom the law or a list gives something. */
async function somebody(transaction: Transaction, random: Random): Promise<number> {
  const { rows } = await sql<{ id: number }>`select id from registry.person where ${
    random.happens(0.6)
      ? sql`exists (select from awards.award where person_id = id) or birth_to < '1955-01-01'`
      : sql`true`
  } order by id`.execute(transaction)
  return (random.pick(rows) as { id: number }).id
}

async function someHousehold(transaction: Transaction, random: Random): Promise<number> {
  const { rows } = await sql<{ id: number }>`select id from registry.household order by id`.execute(
    transaction,
  )
  return (random.pick(rows) as { id: number }).id
}

async function someUnit(transaction: Transaction, random: Random): Promise<string> {
  const { rows } = await sql<{ uid: string }>`select distinct unit_uid as uid from registry.person
    where unit_uid is not null order by 1`.execute(transaction)
  return (random.pick(rows) as { uid: string }).uid
}

const recently = (random: Random, on: LocalDate) => addDays(on, -random.between(0, 500))

const acts: Record<string, Act> = {
  'a fact': async (transaction, random, on) => {
    const key = random.pick(Object.keys(values))
    const value = random.pick(values[key] as string[])
    const from = recently(random, on)
    const to = random.happens(0.2) ? addDays(from, random.between(10, 300)) : undefined
    await recordFact(transaction, await somebody(transaction, random), {
      key,
      value,
      valid: { from, to },
      origin,
    })
  },
  'a fact taken away': async (transaction, random) => {
    const id = await somebody(transaction, random)
    await sql`delete from registry.fact where person_id = ${id}
      and key = (select min(key) from registry.fact where person_id = ${id})`.execute(transaction)
  },
  'the poverty of a household': async (transaction, random, on) => {
    const value = random.pick(['poor', 'nearPoor', 'none'])
    const valid = { from: recently(random, on) }
    await recordHouseholdFact(transaction, await someHousehold(transaction, random), {
      key: 'poverty',
      value,
      valid,
      origin,
    })
  },
  'another birth': async (transaction, random, on) => {
    const born = addDays(on, -365 * random.pick([2, 3, 15, 16, 60, 74, 75, 80]) - random.between(-40, 40))
    const until = random.happens(0.8) ? born : addDays(born, 200)
    await sql`update registry.person set birth_from = ${born}, birth_to = ${until}
      where id = ${await somebody(transaction, random)} and death_on is null`.execute(transaction)
  },
  'a death': async (transaction, random, on) => {
    const died = addDays(on, -random.between(0, 90))
    await sql`update registry.person set death_on = ${died}
      where id = ${await somebody(transaction, random)} and birth_to < ${died}`.execute(transaction)
  },
  'a review': async (transaction, random, on) => {
    const reviewed = random.pick([null, addDays(on, -3), addDays(on, 4)])
    await sql`update registry.person set reviewed_on = ${reviewed}
      where id = ${await somebody(transaction, random)}`.execute(transaction)
  },
  'the number of somebody else': async (transaction, random) => {
    const [one, other] = [await somebody(transaction, random), await somebody(transaction, random)]
    await sql`update registry.person set citizen_id = (select citizen_id from registry.person where id = ${other})
      where id = ${one}`.execute(transaction)
  },
  'a birth in a household': async (transaction, random, on) => {
    const born = addDays(on, -random.between(0, 60))
    const unitUid = await someUnit(transaction, random)
    const person = { name: 'Bé Mới', birth: { from: born, to: born }, unitUid, reviewedOn: born }
    const personId = await recordPerson(transaction, person, origin)
    await recordResidence(transaction, { personId, unitUid, from: born, origin })
    const householdId = await someHousehold(transaction, random)
    await recordMembership(transaction, {
      personId,
      householdId,
      relation: 'child',
      valid: { from: born },
      origin,
    })
  },
  'a move': async (transaction, random, on) => {
    const unitUid = await someUnit(transaction, random)
    const personId = await somebody(transaction, random)
    const from = addDays(on, -random.between(0, 40))
    const { rows } = await sql`select 1 from registry.residence where person_id = ${personId}
      and (lower(valid) >= ${from} or not valid @> ${from}::date)`.execute(transaction)
    if (rows.length === 0) await recordResidence(transaction, { personId, unitUid, from, origin })
  },
  'another household': async (transaction, random, on) => {
    const personId = await somebody(transaction, random)
    const from = addDays(on, -random.between(0, 40))
    await sql`update registry.membership set valid = daterange(lower(valid), ${from})
      where person_id = ${personId} and valid @> ${from}::date and lower(valid) < ${from}`.execute(
      transaction,
    )
    const { rows } = await sql`select 1 from registry.membership where person_id = ${personId}
      and (upper_inf(valid) or upper(valid) > ${from})`.execute(transaction)
    const householdId = await someHousehold(transaction, random)
    const relation = random.pick(['child', 'parent', 'other'] as const)
    if (rows.length === 0)
      await recordMembership(transaction, { personId, householdId, relation, valid: { from }, origin })
  },
  'an award': async (transaction, random, on) => {
    const personId = await somebody(transaction, random)
    const benefit = random.pick(['socialPension', 'socialAllowance'])
    const { rows } = await sql`select 1 from awards.award where person_id = ${personId}
      and benefit = ${benefit}`.execute(transaction)
    if (rows.length > 0) return
    await recordAward(transaction, {
      personId,
      benefit,
      category: benefit === 'socialPension' ? 'SP' : 'K6',
      coefficientTenths: undefined,
      amountDong: random.pick([500_000, 540_000, 810_000]),
      fromMonth: addMonths(monthOf(on), -random.between(0, 20)),
      toMonth: undefined,
      decisionNumber: undefined,
      signedOn: undefined,
      payee: undefined,
      origin,
    })
  },
  'an award ended': async (transaction, random, on) => {
    const { rows } = await sql<{ id: number }>`select id from awards.award
      where upper_inf(valid) and lower(valid) < ${addDays(on, -100)} order by id`.execute(transaction)
    const award = rows.length > 0 ? random.pick(rows) : undefined
    if (award) await endAward(transaction, award.id, addMonths(monthOf(on), -random.between(0, 2)))
  },
  'an application': async (transaction, random, on) => {
    const receivedOn = addDays(on, -random.between(0, 30))
    const decidedOn = random.happens(0.4) ? addDays(receivedOn, random.between(1, 30)) : undefined
    await recordApplication(transaction, {
      personId: await somebody(transaction, random),
      benefit: 'socialPension',
      receivedOn,
      decidedOn,
      outcome: decidedOn && 'granted',
      origin,
    })
  },
  'a link': async (transaction, random) => {
    const [one, other] = [await somebody(transaction, random), await somebody(transaction, random)]
    await sql`update registry.person set linked_to = ${other} where id = ${one} and id <> ${other}
      and not exists (select from registry.person where linked_to = ${one})
      and exists (select from registry.person where id = ${other} and linked_to is null)`.execute(transaction)
  },
  'a link taken back': async (transaction) =>
    sql`update registry.person set linked_to = null
      where id = (select max(id) from registry.person where linked_to is not null)`.execute(transaction),
}

/** Everything a run leaves, run numbers of what was seen last aside. */
async function leftBy(database: Database) {
  return withActor(database, machine, async (transaction) => {
    const { rows: findings } =
      await sql`select person_id, benefit, kind, month, unit_uid, law_low_dong, law_high_dong,
        recorded_dong, difference_dong, arrears_dong, since_month, due_on, due_by, reasons, next_step, first_seen_run, closed_run
      from findings.finding order by person_id, benefit, kind, month`.execute(transaction)
    const { rows: measures } = await sql`select * from findings.measure
      where run_id = (select max(id) from findings.run) order by unit_uid`.execute(transaction)
    const { rows: standings } = await sql`select month, unit_uid, encode(people, 'hex') as people
      from findings.standing order by month, unit_uid`.execute(transaction)
    const { counts, people: total } = (await findLatestRun(transaction)) as Run
    return { findings, measures, standings, counts, total }
  })
}

describe('a sweep of changes', () => {
  it('leaves what a whole sweep leaves, whatever was recorded and however time passes', async () => {
    const modes: Run['mode'][] = []
    let on = began
    for (let step = 0; step < 36; step++) {
      const names = Object.keys(acts)
      const done: string[] = []
      for (const database of [changed, whole]) {
        const random = createRandom(1_000 + step)
        await withActor(database, machine, async (transaction) => {
          const count = step % 6 === 5 ? 0 : random.between(1, 4)
          for (let index = 0; index < count; index++) {
            const name = names[(step * 5 + random.between(0, names.length - 1)) % names.length] as string
            if (database === changed) done.push(name)
            await (acts[name] as Act)(transaction, random, on)
          }
        })
      }
      on = addDays(on, step % 3 === 2 ? createRandom(step).between(1, 5) : 0)
      const question = { month: monthOf(on), knownOn: on }
      const run = await sweep(changed, question, { mode: 'changed' })
      await sweep(whole, question)
      modes.push(run.mode)
      const [one, other] = [await leftBy(changed), await leftBy(whole)]
      expect(one, `step ${step}, ${on}: ${done.join(', ')}`).toEqual(other)
    }
    expect(modes.filter((mode) => mode === 'changed').length).toBeGreaterThan(24)
    expect(modes).toContain('whole')
  }, 120_000)
})
