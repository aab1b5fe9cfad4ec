import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import { leaveHousehold, refuseLaterPlace, secondHead } from './act-memberships.ts'
import {
  findMembership,
  holdHousehold,
  holdPerson,
  type MemberRow,
  membersOn,
  requireStanding,
  type SubjectPerson,
} from './act-subjects.ts'
import type { ActOf, Enacted } from './acts.ts'
import { dayText, ImpossibleAct } from './impossible.ts'
import type { Origin } from './origins.ts'

/** Somebody without a household joins one. */
export async function joinHousehold(
  transaction: Transaction,
  { householdId, personId, relation, on }: ActOf<'join'>,
  origin: Origin,
): Promise<Enacted> {
  const person = await holdPerson(transaction, personId)
  checkDays(person, on)
  await holdHousehold(transaction, householdId)
  const own = await findMembership(transaction, personId, on)
  if (own)
    throw new ImpossibleAct({
      vi: `${person.name} đang ở hộ số ${own.householdId}: ghi rời hộ trước`,
      en: `${person.name} belongs to household ${own.householdId}: record that they leave it first`,
    })
  await refuseLaterPlace(transaction, personId, on)
  const members = await membersOn(transaction, householdId, on)
  await requireStanding(transaction, householdId, { from: on })
  if (relation === 'head') await refuseHead(transaction, person, { householdId, on })
  else if (!members.some((each) => each.relation === 'head'))
    throw new ImpossibleAct({
      vi: `Hộ số ${householdId} chưa có chủ hộ ngày ${dayText(on)}: người vào hộ đầu tiên là chủ hộ`,
      en: `Household ${householdId} has no head on ${dayText(on)}: the first to join is its head`,
    })
  await sql`insert into registry.membership (person_id, household_id, relation, valid, origin)
    values (${personId}, ${householdId}, ${relation}, daterange(${on}, null), ${origin})`.execute(transaction)
  const personIds = [personId, ...members.map((each) => each.personId)]
  return { personIds, householdIds: [householdId], doubts: [] }
}

function checkDays({ name, deathOn, birthFrom }: SubjectPerson, on: LocalDate): void {
  if (deathOn !== null && deathOn < on)
    throw new ImpossibleAct({
      vi: `${name} mất ngày ${dayText(deathOn)}, không thể vào hộ ngày ${dayText(on)}: kiểm tra ngày`,
      en: `${name} died on ${dayText(deathOn)} and joins no household on ${dayText(on)}: check the day`,
    })
  if (birthFrom !== null && on < birthFrom)
    throw new ImpossibleAct({
      vi: `${name} sinh ngày ${dayText(birthFrom)}, không thể vào hộ ngày ${dayText(on)}: kiểm tra ngày`,
      en: `${name} was born on ${dayText(birthFrom)} and joins no household on ${dayText(on)}: check the day`,
    })
}

/** Throws when a household has a head on the day, or is recorded to have one or members later. */
async function refuseHead(
  transaction: Transaction,
  person: SubjectPerson,
  { householdId, on }: { householdId: number; on: LocalDate },
): Promise<void> {
  const { rows } = await sql`select 1 from registry.membership
    where household_id = ${householdId} and valid && daterange(${on}, null) limit 1`.execute(transaction)
  if (rows.length > 0) throw secondHead(person)
}

/** Somebody leaves their household and belongs to none. */
export async function leave(
  transaction: Transaction,
  { personId, on, newHeadId }: ActOf<'leave'>,
  origin: Origin,
): Promise<Enacted> {
  const member = await memberOn(transaction, personId, on)
  const members = await membersOn(transaction, member.householdId, on)
  const doubts = await leaveHousehold(transaction, member, { on, newHeadId, origin })
  const personIds = members.map((each) => each.personId)
  return { personIds, householdIds: [member.householdId], doubts }
}

/** What somebody was said to be to the head was never so: another relation for the whole stretch. */
export async function correctRelation(
  transaction: Transaction,
  { personId, relation, on }: ActOf<'correctRelation'>,
  origin: Origin,
): Promise<Enacted> {
  const member = await memberOn(transaction, personId, on)
  const { householdId, name, from, until } = member
  const members = await membersOn(transaction, householdId, on)
  if (relation === 'head' || member.relation === 'head')
    throw new ImpossibleAct({
      vi: 'Ai là chủ hộ thì ghi bằng việc “Đổi chủ hộ” ở trang của hộ',
      en: 'Who heads a household is recorded by a change of head, on the page of the household',
    })
  if (relation === member.relation)
    throw new ImpossibleAct({
      vi: `Quan hệ của ${name} với chủ hộ đã được ghi như vậy: không có gì để sửa`,
      en: `What ${name} is to the head is recorded so already: there is nothing to correct`,
    })
  await sql`delete from registry.membership where person_id = ${personId} and valid @> ${on}::date`.execute(
    transaction,
  )
  await sql`insert into registry.membership (person_id, household_id, relation, valid, origin)
    values (${personId}, ${householdId}, ${relation}, daterange(${from}, ${until}), ${origin})`.execute(
    transaction,
  )
  return {
    personIds: members.map((each) => each.personId),
    householdIds: [householdId],
    doubts: [],
  }
}

/** Somebody, held, in their household on a day; throws when they belong to none. */
async function memberOn(transaction: Transaction, personId: number, on: LocalDate): Promise<MemberRow> {
  const { name } = await holdPerson(transaction, personId)
  const member = await findMembership(transaction, personId, on)
  if (!member)
    throw new ImpossibleAct({
      vi: `${name} không ở hộ nào ngày ${dayText(on)}: chọn ngày khác`,
      en: `${name} belongs to no household on ${dayText(on)}: choose another day`,
    })
  return member
}
