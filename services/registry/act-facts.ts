import { sql } from 'kysely'
import { addDays, type LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import { requireStanding, type Subjects, subjectRows } from './act-subjects.ts'
import type { ActOf, Doubt, Enacted, FactOwner } from './acts.ts'
import { factWords, valueWords } from './fact-words.ts'
import { dayText, ImpossibleAct } from './impossible.ts'
import { codeOf } from './month-columns.ts'
import type { Origin } from './origins.ts'
import { recordFact, recordHouseholdFact } from './recording.ts'

interface FactRow {
  value: string
  from: LocalDate | null
  /** The first day on which it no longer holds. */
  until: LocalDate | null
  origin: string
  recordedAt: string
}

/** Corrects what was never so; returns whom it touched. */
export async function correctFact(
  transaction: Transaction,
  { of, key, on, value }: ActOf<'correctFact'>,
  origin: Origin,
): Promise<Enacted> {
  const subjects = await subjectRows(transaction, of)
  const row = await takeFact(transaction, { of, key, on })
  if (row.value === value) throw nothingToCorrect(key, value)
  if (value !== undefined) {
    checkValue(key, value)
    await addFact(transaction, { of, key }, { ...row, value, origin, recordedAt: 'now' })
  }
  return enacted(subjects)
}

/** Ends what was so until a day; what it said of the days before goes on with its own origin. */
export async function endFact(
  transaction: Transaction,
  { of, key, on, lastOn }: ActOf<'endFact'>,
): Promise<Enacted> {
  const subjects = await subjectRows(transaction, of)
  const row = await takeFact(transaction, { of, key, on })
  if (row.from !== null && lastOn < row.from)
    throw new ImpossibleAct({
      vi: `${factWords(key, 'vi')} bắt đầu ngày ${dayText(row.from)}, không thể kết thúc ngày ${dayText(lastOn)}: chọn ngày sau, hoặc sửa nếu ghi sai từ đầu`,
      en: `${factWords(key, 'en')} begins on ${dayText(row.from)} and cannot end on ${dayText(lastOn)}: choose a later day, or correct it if it was never so`,
    })
  const until = addDays(lastOn, 1)
  if (row.until !== null && row.until <= until)
    throw new ImpossibleAct({
      vi: `${factWords(key, 'vi')} đã kết thúc ngày ${dayText(addDays(row.until, -1))}: chọn ngày sớm hơn`,
      en: `${factWords(key, 'en')} has ended on ${dayText(addDays(row.until, -1))} already: choose an earlier day`,
    })
  await addFact(transaction, { of, key }, { ...row, until })
  return enacted(subjects)
}

/** Records a value from a day on, first or in place of another. */
export async function replaceFact(
  transaction: Transaction,
  { of, key, from, to, value }: ActOf<'replaceFact'>,
  origin: Origin,
): Promise<Enacted> {
  const subjects = await subjectRows(transaction, of)
  checkValue(key, value)
  if (to !== undefined && to < from)
    throw new ImpossibleAct({
      vi: `Ngày kết thúc ${dayText(to)} trước ngày bắt đầu ${dayText(from)}: sửa một trong hai ngày`,
      en: `The end ${dayText(to)} is before the beginning ${dayText(from)}: correct one of the two`,
    })
  if ('householdId' in of) await requireStanding(transaction, of.householdId, { from, to })
  else for (const person of subjects.persons) checkAlive(person, from)
  const fact = {
    key,
    value,
    valid: { from, to },
    origin,
    ...(to === undefined && { keepLater: true as const }),
  }
  const changed =
    'personId' in of
      ? await recordFact(transaction, of.personId, fact)
      : await recordHouseholdFact(transaction, of.householdId, fact)
  if (!changed) throw nothingToCorrect(key, value)
  return enacted(subjects)
}

function checkAlive(person: Subjects['persons'][number], from: LocalDate): void {
  if (person.deathOn !== null && from > person.deathOn)
    throw new ImpossibleAct({
      vi: `${person.name} mất ngày ${dayText(person.deathOn)}: không ghi thông tin từ ngày ${dayText(from)}`,
      en: `${person.name} died on ${dayText(person.deathOn)}: nothing can begin on ${dayText(from)}`,
    })
  if (person.birthFrom !== null && from < person.birthFrom)
    throw new ImpossibleAct({
      vi: `${person.name} sinh ngày ${dayText(person.birthFrom)}: không ghi thông tin từ ngày ${dayText(from)}`,
      en: `${person.name} was born on ${dayText(person.birthFrom)}: nothing can begin on ${dayText(from)}`,
    })
}

function checkValue(key: string, value: string): void {
  try {
    codeOf(key, value)
  } catch {
    throw new ImpossibleAct({
      vi: `${valueWords(key, value, 'vi')} không phải là giá trị của ${factWords(key, 'vi')}: chọn một giá trị trong danh sách`,
      en: `${valueWords(key, value, 'en')} is no value of ${factWords(key, 'en')}: choose one of the list`,
    })
  }
}

function nothingToCorrect(key: string, value: string): ImpossibleAct {
  return new ImpossibleAct({
    vi: `${factWords(key, 'vi')} đã được ghi là ${valueWords(key, value, 'vi')}: không có gì để thay đổi`,
    en: `${factWords(key, 'en')} is recorded as ${valueWords(key, value, 'en')} already: there is nothing to change`,
  })
}

/** Removes the row that holds on a day, which the database keeps, and returns it. */
async function takeFact(
  transaction: Transaction,
  { of, key, on }: { of: FactOwner; key: string; on: LocalDate },
): Promise<FactRow> {
  const { table, column, id } = placeOf(of)
  const { rows } = await sql<FactRow>`delete from ${table} where ${column} = ${id} and key = ${key}
      and valid @> ${on}::date
    returning value, lower(valid) as "from", upper(valid) as until, origin, recorded_at::text as "recordedAt"`.execute(
    transaction,
  )
  const [row] = rows
  if (!row)
    throw new ImpossibleAct({
      vi: `Ngày ${dayText(on)} chưa ghi ${factWords(key, 'vi')}: chọn một ngày đã có ghi nhận, hoặc ghi mới`,
      en: `Nothing is recorded of ${factWords(key, 'en')} for ${dayText(on)}: choose a day on which something is, or record it anew`,
    })
  return row
}

async function addFact(
  transaction: Transaction,
  { of, key }: { of: FactOwner; key: string },
  { value, from, until, origin, recordedAt }: FactRow,
): Promise<void> {
  const { table, column, id } = placeOf(of)
  await sql`insert into ${table} (${column}, key, value, valid, origin, recorded_at)
    values (${id}, ${key}, ${value}, daterange(${from}, ${until}), ${origin},
      ${recordedAt === 'now' ? sql`now()` : sql`${recordedAt}::timestamptz`})`.execute(transaction)
}

function placeOf(of: FactOwner) {
  return 'personId' in of
    ? { table: sql.table('registry.fact'), column: sql.ref('person_id'), id: of.personId }
    : { table: sql.table('registry.household_fact'), column: sql.ref('household_id'), id: of.householdId }
}

/** Household facts that go on after a household has ended are cut there. */
export async function endHouseholdFacts(
  transaction: Transaction,
  householdId: number,
  on: LocalDate,
): Promise<void> {
  const { rows } = await sql<{ key: string } & FactRow>`delete from registry.household_fact
    where household_id = ${householdId} and (upper_inf(valid) or upper(valid) > ${on})
    returning key, value, lower(valid) as "from", upper(valid) as until, origin,
      recorded_at::text as "recordedAt"`.execute(transaction)
  for (const row of rows)
    if (row.from === null || row.from < on)
      await addFact(transaction, { of: { householdId }, key: row.key }, { ...row, until: on })
}

function enacted(subjects: Subjects, doubts: Doubt[] = []): Enacted {
  return { personIds: subjects.persons.map(({ id }) => id), doubts }
}
