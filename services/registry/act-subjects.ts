import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import type { FactOwner } from './acts.ts'
import { dayText, ImpossibleAct } from './impossible.ts'
import { PersonNotFound } from './people.ts'
import { type Relation, rangeOf, type Stretch } from './recording.ts'
import { asProvince } from './scope.ts'

/** What an act has to know of somebody. */
export interface SubjectPerson {
  id: number
  name: string
  birthFrom: LocalDate | null
  birthTo: LocalDate | null
  birthWritten: string | null
  deathOn: LocalDate | null
  unitUid: string | null
  village: string | null
}

/** Those an act is about, held until the transaction ends so that two acts on them follow each other. */
export interface Subjects {
  persons: SubjectPerson[]
  /** The household's own unit, when the act is about a household. */
  unitUid: string | null
}

/** The person, or the household and its present members. Throws when they are not in the actor's sight. */
export async function subjectRows(transaction: Transaction, of: FactOwner): Promise<Subjects> {
  if ('personId' in of) {
    const person = await holdPerson(transaction, of.personId)
    return { persons: [person], unitUid: person.unitUid }
  }
  const { unitUid } = await holdHousehold(transaction, of.householdId)
  const { rows } = await sql<SubjectPerson>`${personRow} where p.id in (select person_id
      from registry.membership where household_id = ${of.householdId} and upper_inf(valid))
    order by p.id for update of p`.execute(transaction)
  return { persons: rows, unitUid }
}

const personRow = sql`select p.id, p.name, p.birth_from as "birthFrom", p.birth_to as "birthTo",
  p.birth_written as "birthWritten", p.death_on as "deathOn", p.unit_uid as "unitUid", p.village
  from registry.person p`

/** Throws the same sentence whether there is no such person or the actor may not know. */
export async function holdPerson(transaction: Transaction, id: number): Promise<SubjectPerson> {
  const { rows } = await sql<SubjectPerson>`${personRow} where p.id = ${id} for update of p`.execute(
    transaction,
  )
  if (!rows[0]) throw new PersonNotFound(id)
  return rows[0]
}

/** A household, held; throws the same sentence whether there is none or the actor may not know. */
export async function holdHousehold(
  transaction: Transaction,
  id: number,
): Promise<{ unitUid: string | null; village: string | null }> {
  const { rows } = await sql<{
    unitUid: string | null
    village: string | null
  }>`select unit_uid as "unitUid", village
    from registry.household where id = ${id} for update`.execute(transaction)
  if (!rows[0])
    throw new ImpossibleAct({
      vi: `Không tìm thấy hộ số ${id} trong địa bàn của ông/bà: kiểm tra số hộ`,
      en: `There is no household ${id} in your area: check its number`,
    })
  return rows[0]
}

/** Throws when a household is none on one of these days: before it was founded, or after it was merged or left. */
export async function requireStanding(
  transaction: Transaction,
  householdId: number,
  { from, to }: Stretch,
): Promise<void> {
  const { rows } = await sql`select 1 from registry.household_life
    where household_id = ${householdId} and valid @> ${rangeOf({ from, to })}::daterange`.execute(transaction)
  if (rows.length === 0)
    throw new ImpossibleAct({
      vi: `Hộ số ${householdId} không có đủ các ngày từ ${dayText(from)}: chọn hộ khác, hoặc ngày hộ còn`,
      en: `Household ${householdId} is none on some of the days from ${dayText(from)}: choose another, or days on which it is one`,
    })
}

/** Somebody's place in a household on a day, and the days it lasts. */
export interface MemberRow {
  personId: number
  name: string
  birthFrom: LocalDate | null
  birthTo: LocalDate | null
  deathOn: LocalDate | null
  householdId: number
  relation: Relation
  from: LocalDate | null
  until: LocalDate | null
}

const memberRow = sql`select m.person_id as "personId", p.name, p.birth_from as "birthFrom",
  p.birth_to as "birthTo", p.death_on as "deathOn", m.household_id as "householdId", m.relation, lower(m.valid) as "from", upper(m.valid) as until
  from registry.membership m join registry.person p on p.id = m.person_id`

/** Who belongs to a household on a day, the head first. Throws when some of them are out of the actor's sight. */
export async function membersOn(
  transaction: Transaction,
  householdId: number,
  on: LocalDate,
): Promise<MemberRow[]> {
  const members = await readMembers(transaction, householdId, on)
  const all = await asProvince(transaction, () => readMembers(transaction, householdId, on))
  if (all.length > members.length)
    throw new ImpossibleAct({
      vi: `Hộ số ${householdId} có người thuộc xã khác: nhờ cán bộ tỉnh ghi`,
      en: `Some of household ${householdId} belong to another commune: ask an officer of the province`,
    })
  return members
}

async function readMembers(
  transaction: Transaction,
  householdId: number,
  on: LocalDate,
): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`${memberRow}
    where m.household_id = ${householdId} and m.valid @> ${on}::date
    order by m.relation <> 'head', m.person_id`.execute(transaction)
  return rows
}

/** Where somebody belongs on a day. */
export async function findMembership(
  transaction: Transaction,
  personId: number,
  on: LocalDate,
): Promise<MemberRow | undefined> {
  const { rows } = await sql<MemberRow>`${memberRow}
    where m.person_id = ${personId} and m.valid @> ${on}::date`.execute(transaction)
  return rows[0]
}
