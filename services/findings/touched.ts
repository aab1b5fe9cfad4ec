import { type RawBuilder, sql } from 'kysely'
import {
  addDays,
  addMonths,
  firstDayOf,
  type LocalDate,
  lastDayOf,
  type Month,
  monthOf,
  numberOf,
} from '#calendar'
import type { Transaction } from '#platform/database'
import { type Births, birthsInMotion, dayOf, presumptions, recordsAround, recordsOf } from '#registry'
import type { Text } from '#rules'
import { horizonOf } from './ahead.ts'
import { type Clock, runs } from './clocks.ts'
import type { Programs } from './evaluation.ts'
import { contentDigest, lawDigest, stepsDigest } from './law-digest.ts'
import { parentsThere, type QuietBirths, quietBirths } from './quiet.ts'
import type { Run } from './runs.ts'

/** Whom a sweep must look at again, by the numbers of their records; or why it must look at everybody. */
export type Touched = { records: number[] } | { everybody: Text }

/** More than these are swept sooner with everybody. */
const touchedMax = 400_000

/**
 * Whose finding may be another than in the run before: what was recorded of them, of who lives with them or of who
 * bears the same number was changed since; an age is reached in a month that has come into sight; a clock runs; or
 * the day to act by has moved on. The law itself known otherwise touches everybody, and so does a doubt.
 */
export async function touchedSince(
  transaction: Transaction,
  before: Run,
  { programs, clocks }: { programs: Programs; clocks: readonly Clock[] },
): Promise<Touched> {
  const { knownOn } = programs
  const doubt = doubtAbout(before, knownOn) ?? (await doubtInRegister(transaction, before))
  if (doubt) return { everybody: doubt }
  const ahead = { after: horizonOf(before.knownOn), to: horizonOf(knownOn) }
  const births = birthsSince(ahead, programs)
  if (!births) return { everybody: because.lawAhead }
  const changed = [
    ...(await changedSince(transaction, before)),
    ...(await bornOrDying(transaction, births.fresh, ahead)),
  ]
  const told = [
    ...(await growingOlder(transaction, births.older, { ahead, programs })),
    ...(await withOpenFindings(transaction, before, stepsMoved(before, programs))),
    ...clocks.filter((clock) => runs(clock, knownOn)).map(({ personId }) => personId),
  ]
  if (changed.length + told.length > touchedMax) return { everybody: because.tooMany }
  const around = await recordsAround(transaction, await withSameNumber(transaction, [...new Set(changed)]))
  // What is told of a day hangs on nobody else of the house.
  const records = new Set([...around, ...(await recordsOf(transaction, told)), ...changed, ...told])
  return records.size > touchedMax ? { everybody: because.tooMany } : { records: [...records] }
}

const because = {
  lookedBack: {
    vi: 'lần quét trước hỏi về một ngày đã qua, hoặc về một ngày sau ngày này',
    en: 'the run before asked about a day gone by, or about a later one',
  },
  law: { vi: 'pháp luật được biết đã khác', en: 'the law that is known is another' },
  lawAhead: { vi: 'một tháng sắp tới theo pháp luật khác', en: 'a month ahead is under another law' },
  review: { vi: 'có người đến ngày được coi là đã rà soát', en: 'somebody’s day of review has come' },
  everybody: {
    vi: 'có thay đổi lớn: địa bàn, danh mục vùng hoặc một lần nhập rất nhiều người',
    en: 'something large changed: units, zones, or a great many people at once',
  },
  tooMany: { vi: 'số người có thay đổi quá nhiều', en: 'too many people were touched' },
} as const satisfies Record<string, Text>

function doubtAbout(
  { knewAll, lawDigest: law, nextReviewOn, ...run }: Run,
  knownOn: LocalDate,
): Text | undefined {
  if (!knewAll || run.knownOn > knownOn) return because.lookedBack
  if (law !== lawDigest(knownOn)) return because.law
  return nextReviewOn !== undefined && nextReviewOn <= knownOn ? because.review : undefined
}

async function doubtInRegister(transaction: Transaction, { seen }: Run): Promise<Text | undefined> {
  const { rows } = await sql<{ everybody: boolean }>`select exists (select from registry.touched
    where ${unseen(seen)} and person_id is null and household_id is null) as everybody`.execute(transaction)
  return rows[0]?.everybody ? because.everybody : undefined
}

/** What was not committed when a run began; its oldest open transaction lets the index serve. */
function unseen(seen: string | undefined) {
  return sql`at >= pg_snapshot_xmin(${seen}::pg_snapshot) and not pg_visible_in_snapshot(at, ${seen}::pg_snapshot)`
}

async function changedSince(transaction: Transaction, { seen }: Run): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select distinct person_id as id from registry.touched
      where ${unseen(seen)} and person_id is not null
    union select person_id from registry.membership where household_id in (
      select household_id from registry.touched where ${unseen(seen)} and household_id is not null)`.execute(
    transaction,
  )
  return rows.map(({ id }) => id)
}

/** Births that reach something in the months that have come into sight. */
interface BirthsAhead {
  /** Who is only now born by then: the whole house is another. */
  fresh: Births[]
  older: Births[]
}

/** The months that have come into sight: after the first, to the second. */
interface InSight {
  after: Month
  to: Month
}

/** Undefined when the law differs between the months. */
function birthsSince({ after, to }: InSight, programs: Programs): BirthsAhead | undefined {
  const births: BirthsAhead = { fresh: [], older: [] }
  for (let month = addMonths(after, 1); month <= to; month = addMonths(month, 1)) {
    const born = numberOf(firstDayOf(addMonths(month, -1)))
    for (const each of birthsInMotion(month)) births[each.from >= born ? 'fresh' : 'older'].push(each)
    for (const applicability of ['new', 'recipient'] as const) {
      const [earlier, later] = [addMonths(month, -1), month].map((of) =>
        programs.compiledFor(of, applicability),
      )
      if (!earlier || !later || contentDigest(earlier.program) !== contentDigest(later.program))
        return undefined
      births.older.push(...later.birthsCutSince(earlier))
    }
  }
  return births
}

async function bornOrDying(
  transaction: Transaction,
  births: readonly Births[],
  { after, to }: InSight,
): Promise<number[]> {
  if (births.length === 0) return []
  const { rows } = await sql<{ id: number }>`${bornIn(births)}
    union select id from registry.person
      where death_on between ${firstDayOf(after)}::date and ${lastDayOf(to)}::date`.execute(transaction)
  return rows.map(({ id }) => id)
}

function bornIn(births: readonly Births[]) {
  return sql`select id from registry.person where ${within('birth_to', births)}
    union select id from registry.person where birth_from <> birth_to and (${within('birth_from', births)})`
}

function within(column: string, births: readonly Births[]) {
  if (births.length === 0) return sql`false`
  const each = births.map(
    ({ from, to }) => sql`${sql.ref(column)} between ${realDay(from)}::date and ${realDay(to)}::date`,
  )
  return sql`(${sql.join(each, sql` or `)})`
}

/**
 * Who reaches an age, and the heads and spouses of the houses in which they are counted as children; but only those
 * to whom the law may give anything at all by then: most children have both parents and no need.
 */
async function growingOlder(
  transaction: Transaction,
  births: readonly Births[],
  { ahead: { after, to }, programs }: { ahead: InSight; programs: Programs },
): Promise<number[]> {
  if (births.length === 0) return []
  const months = [after]
  for (let month = addMonths(after, 1); month <= to; month = addMonths(month, 1)) months.push(month)
  const quiet = quietBirths(programs, months)
  const born = await recordsOf(transaction, await idsOf(transaction, bornIn(births)))
  const houses = await housesOf(transaction, born)
  const heads = await idsOf(
    transaction,
    sql`select distinct person_id as id from registry.membership
      where household_id = any(${houses.asChild}) and relation in ('head', 'spouse')`,
  )
  const looked = [...new Set([...born, ...heads])]
  const throughout = { from: firstDayOf(after), to: addDays(lastDayOf(to), 1) }
  return loudAmong(transaction, looked, { quiet, throughout, knownOn: programs.knownOn })
}

/**
 * Those of some people of whom something is recorded that is not presumed of everybody, or to whom the law may give
 * something by their birth alone. Asked by lists of numbers, so that every table is read by its own index.
 */
async function loudAmong(
  transaction: Transaction,
  ids: readonly number[],
  {
    quiet: { alone, withParents },
    throughout,
    knownOn,
  }: { quiet: QuietBirths; throughout: { from: LocalDate; to: LocalDate }; knownOn: LocalDate },
): Promise<number[]> {
  const byBirth = await idsOf(
    transaction,
    sql`select id from registry.person where id = any(${ids}) and not coalesce(birth_from = birth_to
      and linked_to is null and reviewed_on <= ${knownOn}::date
      and ${within('birth_to', [...alone, ...withParents])}, false)`,
  )
  const children = await idsOf(
    transaction,
    sql`select id from registry.person where id = any(${ids}) and ${within('birth_to', withParents)}`,
  )
  const cared = await idsOf(
    transaction,
    sql`select person_id as id from registry.fact where person_id = any(${children})
      and key || '' = any(${Object.keys(parentsThere)}::text[])
      and valid @> daterange(${throughout.from}, ${throughout.to})
      group by person_id having count(distinct key) = ${Object.keys(parentsThere).length}`,
  )
  const byFacts = await idsOf(
    transaction,
    sql`select person_id as id from registry.fact where person_id = any(${ids}) and ${told}`,
  )
  const houses = await idsOf(
    transaction,
    sql`select household_id as id from registry.household_fact where ${told}`,
  )
  const { byHouse } = await housesOf(transaction, ids)
  const withBoth = new Set(cared)
  return [
    ...byBirth,
    ...children.filter((id) => !withBoth.has(id)),
    ...byFacts,
    ...houses.flatMap((house) => byHouse.get(house) ?? []),
    ...(await idsOf(
      transaction,
      sql`select linked_to as id from registry.person where linked_to = any(${ids})`,
    )),
  ]
}

/** Every house some people ever belonged to with those of them who did, and the houses they were children of. */
async function housesOf(
  transaction: Transaction,
  ids: readonly number[],
): Promise<{ byHouse: Map<number, number[]>; asChild: number[] }> {
  const { rows } = await sql<{ house: number; id: number; child: boolean }>`select household_id as house,
      person_id as id, relation = 'child' as child
    from registry.membership where person_id = any(${ids})`.execute(transaction)
  const byHouse = new Map<number, number[]>()
  const asChild = new Set<number>()
  for (const { house, id, child } of rows) {
    const members = byHouse.get(house)
    if (members) members.push(id)
    else byHouse.set(house, [id])
    if (child) asChild.add(house)
  }
  return { byHouse, asChild: [...asChild] }
}

async function idsOf(transaction: Transaction, query: RawBuilder<unknown>): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`${query}`.execute(transaction)
  return rows.map(({ id }) => id)
}

/** What may be recorded of somebody who is quiet. */
const quietFacts: Readonly<Record<string, string>> = { ...presumptions, ...parentsThere }
// Without the empty text the temporal key would be searched once for every person and key.
const told = sql`key || '' = any(${Object.keys(quietFacts)}::text[])
  and not key || ' ' || value = any(${Object.entries(quietFacts).map((fact) => fact.join(' '))}::text[])`

/** A limit of the law may be a day like 30/02: nobody is born between it and the end of its month. */
function realDay(number: number): LocalDate {
  const on = dayOf(number)
  const last = lastDayOf(monthOf(on))
  return on > last ? last : on
}

/** Whose open findings say something of the day on which they were found: how late, and by when to act. */
async function withOpenFindings(transaction: Transaction, { month }: Run, all: boolean): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select distinct person_id as id from findings.finding
    where month = ${firstDayOf(month)} and closed_run is null
      and ${all ? sql`true` : sql`kind in ('late', 'duplicate')`}`.execute(transaction)
  return rows.map(({ id }) => id)
}

function stepsMoved({ knownOn, month }: Run, programs: Programs): boolean {
  return stepsDigest(programs, month, knownOn) !== stepsDigest(programs, month, programs.knownOn)
}

/** Also whoever bears the same number: one paid twice is told on both records. */
async function withSameNumber(transaction: Transaction, ids: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select other.id from registry.person own
    join registry.person other on other.citizen_id = own.citizen_id and other.id <> own.id
    where own.id = any(${ids}) and own.citizen_id is not null`.execute(transaction)
  return [...new Set([...ids, ...rows.map(({ id }) => id)])]
}
