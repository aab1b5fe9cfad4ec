import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, addMonths, day, firstDayOf, type LocalDate, monthNumberOf, monthOf } from '#calendar'
import { horizonOf, listFindings, nextListOn, sweep } from '#findings'
import { monthText } from '#law/wording'
import { today } from '#platform/clock'
import { type Database, type Transaction, withActor } from '#platform/database'
import { asOwner, freshDatabase } from '#test/database'
import { createRandom, type Random } from './demonstration/random.ts'
import { loadDemonstration } from './demonstration.ts'

const changed = await freshDatabase()
const whole = await freshDatabase()
const owners = [changed, whole].map(asOwner)
const machine = { kind: 'system', job: 'test' } as const
const people = 1_200
const began = today()

beforeAll(async () => {
  for (const database of [changed, whole])
    await loadDemonstration({ database, people, seed: 11, today: began })
}, 60_000)

/** The first nights after today on which something is another than the night before, within one month. */
function nightsAfter<Seen>(count: number, seenOn: (night: LocalDate) => Seen): LocalDate[] {
  const nights: LocalDate[] = []
  for (let night = addDays(began, 1); nights.length < count; night = addDays(night, 1)) {
    const eve = addDays(night, -1)
    if (monthOf(eve) === monthOf(night) && seenOn(eve) !== seenOn(night)) nights.push(night)
  }
  return nights
}

/** Births at and beside the ends of the months in which somebody reaches an age of any law three months later. */
function birthsAround(on: LocalDate): LocalDate[] {
  const horizon = monthOf(addDays(on, 90))
  const ages = [1, 36, 48, 144, 192, 264, 720, 840, 900, 960].flatMap((age) =>
    [age, age + 1, age + 2].map((months) => addMonths(horizon, -months)),
  )
  return ages
    .filter((month) => month < monthOf(on))
    .flatMap((month) => ['01', '02', '15', '28'].map((of) => day(`${month}-${of}`)))
}

/** Some hundred people come to those births, and of some something else is recorded than of most. */
async function unsettle(transaction: Transaction, random: Random, on: LocalDate): Promise<void> {
  const { rows } = await sql<{ id: number }>`select id from registry.person where death_on is null
    order by id`.execute(transaction)
  const births = birthsAround(on)
  for (let count = 0; count < 250; count++) {
    const { id } = random.pick(rows) as { id: number }
    const born = random.pick(births) as LocalDate
    const until = random.happens(0.9) ? born : addDays(born, 300)
    await sql`update registry.person set birth_from = ${born}, birth_to = ${until} where id = ${id}`.execute(
      transaction,
    )
    if (random.happens(0.1))
      await sql`delete from registry.fact where person_id = ${id} and key = ${random.pick(['father', 'mother', 'disability'])}`.execute(
        transaction,
      )
    if (random.happens(0.1))
      await sql`update registry.person set reviewed_on = null where id = ${id}`.execute(transaction)
    if (random.happens(0.1))
      await sql`update registry.membership set relation = ${random.pick(['child', 'head', 'grandchild'])}
        where person_id = ${id}`.execute(transaction)
  }
}

async function openIn(database: Database): Promise<unknown[]> {
  return withActor(database, machine, async (transaction) => {
    const { rows: findings } = await sql`select person_id, benefit, kind, month, unit_uid, law_low_dong,
        law_high_dong, recorded_dong, difference_dong, arrears_dong, since_month, due_on, due_by, reasons, next_step
      from findings.finding where closed_run is null order by person_id, benefit, kind, month`.execute(
      transaction,
    )
    return findings
  })
}

describe('a night on which', () => {
  it.each(nightsAfter(3, horizonOf))(
    'another month comes into sight looks only at those whom it gives something, and misses nobody (%s)',
    async (on) => {
      const before = { month: monthOf(on), knownOn: addDays(on, -1) }
      for (const owner of owners) {
        const random = createRandom(monthNumberOf(monthOf(on)))
        await withActor(owner, machine, (transaction) => unsettle(transaction, random, on))
      }
      for (const database of [changed, whole]) await sweep(database, before)
      const lastNight = await openIn(whole)
      const run = await sweep(changed, { ...before, knownOn: on }, { mode: 'changed' })
      await sweep(whole, { ...before, knownOn: on })
      const left = await openIn(whole)
      expect(await openIn(changed)).toEqual(left)
      expect(left).not.toEqual(lastNight)
      expect([run.mode, run.because]).toEqual(['changed', undefined])
      expect(run.judged).toBeLessThan(people / 2)
    },
    60_000,
  )

  it('the payment list goes out writes nothing, and the day of every finding moves on', async () => {
    const [night] = nightsAfter(1, (on) => nextListOn(on).month) as [LocalDate]
    const question = { month: monthOf(night), knownOn: addDays(night, -1) }
    for (const database of [changed, whole]) await sweep(database, question)
    const next = { ...question, knownOn: night }
    const run = await sweep(changed, next, { mode: 'changed' })
    await sweep(whole, next)
    expect(await openIn(changed)).toEqual(await openIn(whole))
    expect(run.judged).toBeLessThan(100)
    const underpaid = await withActor(changed, machine, (transaction) =>
      listFindings(transaction, { kind: 'underpaid', month: question.month, sort: 'due' }),
    )
    const list = nextListOn(night)
    expect(list.month).toBe(addMonths(question.month, 2))
    expect(new Set(underpaid.map(({ dueOn }) => dueOn))).toEqual(new Set([list.dueOn]))
    const text = `từ ${monthText(list.month)}`
    for (const { nextStep } of underpaid) expect(nextStep?.vi).toContain(text)
  }, 60_000)

  it('the day of somebody’s review comes looks only at them and those they live with', async () => {
    const [night] = nightsAfter(1, (on) => on) as [LocalDate]
    const question = { month: monthOf(night), knownOn: addDays(night, -1) }
    for (const database of [changed, whole]) {
      await withActor(database, machine, (transaction) =>
        sql`update registry.person set reviewed_on = case when id % 2 = 0 then ${night}::date
          else ${addDays(night, 3)}::date end where id % 40 < 2`.execute(transaction),
      )
      await sweep(database, question)
    }
    const lastNight = await openIn(whole)
    for (const on of [night, addDays(night, 3)]) {
      const run = await sweep(changed, { ...question, knownOn: on }, { mode: 'changed' })
      await sweep(whole, { ...question, knownOn: on })
      expect(await openIn(changed)).toEqual(await openIn(whole))
      expect([run.mode, run.because]).toEqual(['changed', undefined])
      expect(run.judged).toBeLessThan(people / 2)
      expect(await openIn(changed)).not.toEqual(lastNight)
    }
  }, 60_000)

  it('a month begins that was swept ahead the night before looks only at what has changed since', async () => {
    const first = firstDayOf(addMonths(monthOf(began), 1))
    const [month, eve] = [monthOf(first), addDays(first, -1)]
    for (const database of [changed, whole]) await sweep(database, { month, knownOn: eve })
    const { rows } = await withActor(changed, machine, (transaction) =>
      sql<{ id: number }>`select person_id as id from awards.award where upper_inf(valid)
        order by person_id limit 3`.execute(transaction),
    )
    for (const database of [changed, whole])
      await withActor(database, machine, (transaction) =>
        sql`update registry.person set death_on = ${addDays(began, -40)}
          where id = any(${rows.map(({ id }) => id)})`.execute(transaction),
      )
    const run = await sweep(changed, { month, knownOn: first }, { mode: 'changed' })
    await sweep(whole, { month, knownOn: first })
    expect(await openIn(changed)).toEqual(await openIn(whole))
    expect([run.mode, run.because]).toEqual(['changed', undefined])
    expect(run.judged).toBeLessThan(people / 2)
  }, 60_000)
})

describe('who was touched', () => {
  it('is forgotten when a whole sweep has looked at them, and not before', async () => {
    const touched = () =>
      withActor(changed, machine, async (transaction) => {
        const { rows } = await sql<{ count: number }>`select count(*) as count from registry.touched`.execute(
          transaction,
        )
        return rows[0]?.count
      })
    const nights = nightsAfter(3, horizonOf)
    const last = nights[2] as LocalDate
    // Every month from which a run of changes might start.
    for (let month = monthOf(began); month <= monthOf(last); month = addMonths(month, 1))
      await sweep(changed, { month, knownOn: last })
    const question = { month: monthOf(began), knownOn: addDays(last, 1) }
    expect(await touched()).toBe(0)
    await withActor(changed, machine, (transaction) =>
      sql`update registry.person set sex = 'male' where id = 7`.execute(transaction),
    )
    await sweep(changed, question, { mode: 'changed' })
    expect(await touched()).toBeGreaterThan(0)
  }, 60_000)
})
