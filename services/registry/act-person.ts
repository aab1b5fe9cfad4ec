import { sql } from 'kysely'
import { addDays, type LocalDate } from '#calendar'
import { foldText, tidyText } from '#identity'
import type { Transaction } from '#platform/database'
import { holdPerson, type SubjectPerson } from './act-subjects.ts'
import type { ActOf, Doubt, Enacted, PersonCorrection, ReplaceableKey } from './acts.ts'
import { dayText, ImpossibleAct } from './impossible.ts'
import { checkOneNumber } from './one-number.ts'
import type { Origin } from './origins.ts'

const columns: Readonly<Record<ReplaceableKey, string>> = {
  name: 'name',
  sex: 'sex',
  citizenId: 'citizen_id',
  oldId: 'old_id',
}

/** Corrects what was wrong on the person's own record from the start. */
export async function correctPerson(
  transaction: Transaction,
  { personId, change }: ActOf<'correctPerson'>,
  origin: Origin,
): Promise<Enacted> {
  const person = await holdPerson(transaction, personId)
  checkCorrection(person, change)
  await write(transaction, personId, rowOfCorrection(change), origin)
  return { personIds: [personId], doubts: [] }
}

function checkCorrection(person: SubjectPerson, change: PersonCorrection): void {
  if (Object.values(change).every((value) => value === undefined))
    throw new ImpossibleAct({
      vi: 'Chưa có gì để sửa: nhập giá trị đúng',
      en: 'Nothing to correct: enter it',
    })
  if (change.birth) {
    const { from, to } = change.birth
    if (from > to)
      throw new ImpossibleAct({
        vi: `Ngày sinh từ ${dayText(from)} đến ${dayText(to)} bị ngược: sửa lại`,
        en: `A birth from ${dayText(from)} to ${dayText(to)} runs backwards: correct it`,
      })
    if (person.deathOn !== null && from > person.deathOn)
      throw bornAfterDeath(person.name, from, person.deathOn)
  }
  for (const key of ['name', 'citizenId', 'oldId'] as const) {
    const value = change[key]
    if (value !== undefined && value !== null) checkText(key, value)
  }
}

const shapes: Readonly<Record<ReplaceableKey, { pattern: RegExp; vi: string; en: string }>> = {
  name: { pattern: /\p{L}/u, vi: 'Họ tên phải có chữ', en: 'A name has letters' },
  sex: { pattern: /^(male|female)$/, vi: 'Giới tính là nam hoặc nữ', en: 'The sex is male or female' },
  citizenId: { pattern: /^\d{12}$/, vi: 'Số căn cước có 12 chữ số', en: 'A citizen number has 12 digits' },
  oldId: { pattern: /^\d{9}$/, vi: 'Số chứng minh nhân dân có 9 chữ số', en: 'An old number has 9 digits' },
}

function checkText(key: ReplaceableKey, value: string): void {
  const { pattern, vi, en } = shapes[key]
  if (!pattern.test(value))
    throw new ImpossibleAct({
      vi: `${vi}, không phải "${value}": nhập lại`,
      en: `${en}, not "${value}": enter it again`,
    })
}

function rowOfCorrection(change: PersonCorrection): Record<string, string | null> {
  const row: Record<string, string | null> = {}
  if (change.name !== undefined) row.name = change.name
  if (change.sex !== undefined) row.sex = change.sex
  if (change.citizenId !== undefined) row.citizen_id = change.citizenId
  if (change.oldId !== undefined) row.old_id = change.oldId
  if (change.village !== undefined) row.village = change.village
  if (change.birth !== undefined) {
    row.birth_from = change.birth?.from ?? null
    row.birth_to = change.birth?.to ?? null
    row.birth_written = change.birth?.written ?? null
  }
  return row
}

/** A new name or number from a day on; the former stays readable as what held until then. */
export async function replacePersonValue(
  transaction: Transaction,
  { personId, key, value, from }: ActOf<'replacePersonValue'>,
  origin: Origin,
): Promise<Enacted> {
  const person = await holdPerson(transaction, personId)
  checkText(key, value)
  await keepFormer(transaction, person, { key, until: from })
  await write(transaction, personId, { [columns[key]]: value }, origin)
  return { personIds: [personId], doubts: [] }
}

/** A number that held until a day and was not followed by another. */
export async function endPersonValue(
  transaction: Transaction,
  { personId, key, lastOn }: ActOf<'endPersonValue'>,
  origin: Origin,
): Promise<Enacted> {
  const person = await holdPerson(transaction, personId)
  const kept = await keepFormer(transaction, person, { key, until: addDays(lastOn, 1) })
  if (!kept)
    throw new ImpossibleAct({
      vi: `${person.name} không có số này trong sổ: không có gì để kết thúc`,
      en: `${person.name} has no such number on record: there is nothing to end`,
    })
  await write(transaction, personId, { [columns[key]]: null }, origin)
  return { personIds: [personId], doubts: [] }
}

/** Writes what stands now as what held until a day; false when nothing stands. */
async function keepFormer(
  transaction: Transaction,
  person: SubjectPerson,
  { key, until }: { key: ReplaceableKey; until: LocalDate },
): Promise<boolean> {
  const { rows } = await sql<{ value: string | null; origin: string; since: LocalDate | null }>`select
      ${sql.ref(columns[key])} as value, coalesce(amended_origin, origin) as origin,
      (select max(upper(valid)) from registry.former_value where person_id = person.id and key = ${key}) as since
    from registry.person where id = ${person.id}`.execute(transaction)
  const { value = null, origin = '', since = null } = rows[0] ?? {}
  const earliest = since ?? person.birthFrom
  if (earliest !== null && until <= earliest)
    throw new ImpossibleAct({
      vi: `Giá trị hiện ghi có từ ngày ${dayText(earliest)}: ngày ${dayText(until)} không sau ngày đó, hãy chọn ngày khác hoặc sửa nếu ghi sai từ đầu`,
      en: `What is recorded holds since ${dayText(earliest)}: ${dayText(until)} is not later, choose another day or correct it if it was never so`,
    })
  if (value === null) return false
  await sql`insert into registry.former_value (person_id, key, value, valid, origin)
    values (${person.id}, ${key}, ${value}, daterange(${since}, ${until}), ${origin})`.execute(transaction)
  return true
}

/** Records when somebody died. Where they lived and with whom stays: both are read with the death. */
export async function recordDeathOn(
  transaction: Transaction,
  { personId, on }: ActOf<'death'>,
  { origin, today }: { origin: Origin; today: LocalDate },
): Promise<Enacted> {
  const person = await holdPerson(transaction, personId)
  if (person.deathOn !== null)
    throw new ImpossibleAct({
      vi: `${person.name} đã ghi mất ngày ${dayText(person.deathOn)}: nếu sai, hủy ghi nhận đó trước`,
      en: `${person.name} is recorded dead since ${dayText(person.deathOn)}: if that is wrong, undo it first`,
    })
  if (on > today)
    throw new ImpossibleAct({
      vi: `Ngày mất ${dayText(on)} chưa đến: kiểm tra giấy chứng tử`,
      en: `The death on ${dayText(on)} lies in the future: check the certificate`,
    })
  if (person.birthFrom !== null && on < person.birthFrom)
    throw bornAfterDeath(person.name, person.birthFrom, on)
  await write(transaction, personId, { death_on: on }, origin)
  return { personIds: [personId], doubts: await doubtsOfDeath(transaction, person, on) }
}

/** A household whose head has died, and what is recorded to begin after the death: officers settle both. */
async function doubtsOfDeath(
  transaction: Transaction,
  { id, name }: SubjectPerson,
  on: LocalDate,
): Promise<Doubt[]> {
  const { rows } = await sql<{ headed: number | null; later: number }>`select
      (select m.household_id from registry.membership m where m.person_id = ${id} and m.relation = 'head'
        and m.valid @> ${on}::date and exists (select from registry.membership o
          join registry.person p on p.id = o.person_id and p.death_on is null
          where o.household_id = m.household_id and o.person_id <> ${id} and o.valid @> ${on}::date)) as headed,
      (select count(*) from (select valid from registry.fact where person_id = ${id}
        union all select valid from registry.residence where person_id = ${id}
        union all select valid from registry.membership where person_id = ${id}) as said
        where lower(valid) > ${on}) as later`.execute(transaction)
  const { headed = null, later = 0 } = rows[0] ?? {}
  return [
    ...(headed === null
      ? []
      : [
          {
            householdId: headed,
            vi: `${name} là chủ hộ của hộ số ${headed}: ghi đổi chủ hộ`,
            en: `${name} heads household ${headed}: record who follows`,
          },
        ]),
    ...(later === 0
      ? []
      : [
          {
            personId: id,
            vi: `Có ${later} điều ghi bắt đầu sau ngày mất: kiểm tra ngày mất, hoặc sửa các điều đó`,
            en: `${later} things are recorded to begin after the death: check its day, or correct them`,
          },
        ]),
  ]
}

function bornAfterDeath(name: string, bornOn: LocalDate, deathOn: LocalDate): ImpossibleAct {
  return new ImpossibleAct({
    vi: `${name} không thể mất ngày ${dayText(deathOn)} trước khi sinh ngày ${dayText(bornOn)}: kiểm tra hai ngày`,
    en: `${name} cannot die on ${dayText(deathOn)} before being born on ${dayText(bornOn)}: check both days`,
  })
}

/** Takes back a death that was recorded by mistake. */
export async function undoDeath(
  transaction: Transaction,
  { personId }: ActOf<'undoDeath'>,
  origin: Origin,
): Promise<Enacted> {
  const person = await holdPerson(transaction, personId)
  if (person.deathOn === null)
    throw new ImpossibleAct({
      vi: `${person.name} không bị ghi là đã mất: không có gì để hủy`,
      en: `${person.name} is not recorded dead: there is nothing to undo`,
    })
  await write(transaction, personId, { death_on: null }, origin)
  return { personIds: [personId], doubts: [] }
}

/** Sets columns of registry.person and says where the change comes from; refuses a second valid number of a person. */
export async function write(
  transaction: Transaction,
  personId: number,
  row: Record<string, string | null>,
  origin: Origin,
): Promise<void> {
  const { name, citizen_id: number } = row
  if (number) await checkOneNumber(transaction, personId, number)
  const values =
    typeof name === 'string' ? { ...row, name: tidyText(name), name_folded: foldText(name) } : row
  const set = Object.entries(values).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  await sql`update registry.person set ${sql.join(set)}, amended_at = clock_timestamp(), amended_origin = ${origin}
    where id = ${personId}`.execute(transaction)
}
