import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import { endHouseholdFacts } from './act-facts.ts'
import { type MemberRow, membersOn } from './act-subjects.ts'
import type { Doubt, Placed } from './acts.ts'
import { doubtsOfChildHead, doubtsOfChildrenLeft } from './children-alone.ts'
import { dayText, ImpossibleAct } from './impossible.ts'
import type { Origin } from './origins.ts'
import type { Relation } from './recording.ts'
import { relationToNewHead } from './relations-to-head.ts'

/** Where somebody belongs from a day on. */
export interface Place {
  householdId: number
  relation: Relation
  from: LocalDate
  origin: Origin
}

/** Puts somebody elsewhere from a day on, as long as what is recorded lasts; what was before stays. */
export async function changePlace(
  transaction: Transaction,
  member: MemberRow,
  { householdId, relation, from, origin }: Place,
): Promise<void> {
  await cutMembership(transaction, member.personId, from)
  await sql`insert into registry.membership (person_id, household_id, relation, valid, origin)
    values (${member.personId}, ${householdId}, ${relation}, daterange(${from}, ${member.until}), ${origin})`.execute(
    transaction,
  )
}

/** The membership that holds on a day ends before it. */
async function cutMembership(transaction: Transaction, personId: number, on: LocalDate): Promise<void> {
  await sql`delete from registry.membership where person_id = ${personId} and lower(valid) = ${on}`.execute(
    transaction,
  )
  await sql`update registry.membership set valid = daterange(lower(valid), ${on})
    where person_id = ${personId} and valid @> ${on}::date`.execute(transaction)
}

/** The people of a household on a day; throws when there are none. */
export async function membersOf(
  transaction: Transaction,
  householdId: number,
  on: LocalDate,
): Promise<MemberRow[]> {
  const members = await membersOn(transaction, householdId, on)
  if (members.length === 0)
    throw new ImpossibleAct({
      vi: `Hộ số ${householdId} không có ai ngày ${dayText(on)}: chọn ngày khác`,
      en: `Nobody is in household ${householdId} on ${dayText(on)}: choose another day`,
    })
  return members
}

/** One of the members; throws when they are not. */
export function memberOf(members: readonly MemberRow[], personId: number): MemberRow {
  const member = members.find((each) => each.personId === personId)
  if (!member)
    throw new ImpossibleAct({
      vi: `Người có số hồ sơ ${personId} không ở hộ này ngày đó: chọn một thành viên của hộ`,
      en: `The person ${personId} is not of this household on that day: choose one of its members`,
    })
  return member
}

/**
 * What everybody is to a new head from a day on. What was said for certain holds, else what follows from what they were
 * to the old head; where more than one answer is possible the relation is `other` and a doubt says so.
 */
export async function giveHead(
  transaction: Transaction,
  members: readonly MemberRow[],
  {
    headId,
    householdId,
    from,
    origin,
    said,
  }: Omit<Place, 'relation'> & { headId: number; said: readonly Placed[] },
): Promise<Doubt[]> {
  const head = memberOf(members, headId)
  checkHead(head, from)
  const living = members.filter((each) => livesOn(each, from))
  const doubts = doubtsOfChildHead(head, living, from)
  for (const member of members) {
    const given = said.find(({ personId }) => personId === member.personId)?.relation
    const certain = member === head ? 'head' : (given ?? relationToNewHead(head.relation, member.relation))
    if (certain === 'head' && member !== head) throw secondHead(member)
    // Nobody is asked what the dead are to the head who follows.
    if (certain === undefined && livesOn(member, from)) doubts.push(unclear(member))
    const relation = certain ?? 'other'
    if (relation === member.relation && householdId === member.householdId) continue
    await changePlace(transaction, member, { householdId, relation, from, origin })
  }
  return doubts
}

/** Alive on the day, as far as is known. */
export function livesOn({ deathOn }: MemberRow, on: LocalDate): boolean {
  return deathOn === null || deathOn >= on
}

/** Throws for who cannot head a household from a day on: the dead, and who is recorded to leave or change later. */
function checkHead(head: MemberRow, from: LocalDate): void {
  if (!livesOn(head, from))
    throw new ImpossibleAct({
      vi: `${head.name} mất ngày ${dayText(head.deathOn ?? from)}: chọn người khác làm chủ hộ`,
      en: `${head.name} died on ${dayText(head.deathOn ?? from)}: choose another head`,
    })
  if (head.until !== null) throw laterChange(head, head.until)
}

/** Throws when the household is recorded to have another head from a later day already. */
export function refuseLaterHead(members: readonly MemberRow[]): void {
  const head = members.find(({ relation }) => relation === 'head')
  if (head && head.until !== null) throw laterChange(head, head.until)
}

function laterChange({ name }: MemberRow, on: LocalDate): ImpossibleAct {
  return new ImpossibleAct({
    vi: `Chỗ của ${name} trong hộ đã được ghi thay đổi từ ngày ${dayText(on)}: chọn từ ngày đó trở đi`,
    en: `The place of ${name} in the household is recorded to change on ${dayText(on)}: choose that day or a later one`,
  })
}

export function secondHead({ name }: { name: string }): ImpossibleAct {
  return new ImpossibleAct({
    vi: `Một hộ chỉ có một chủ hộ: chọn quan hệ khác cho ${name}`,
    en: `A household has one head: choose another relation for ${name}`,
  })
}

export function unclear({ personId, name }: { personId: number; name: string }): Doubt {
  return {
    personId,
    vi: `Chưa rõ ${name} là gì của chủ hộ mới: tạm ghi "người khác", cần cán bộ xác định`,
    en: `What ${name} is to the new head is not certain: recorded as "other" until an officer says`,
  }
}

/** Ends a household that nobody is left in: from that day it is none, and nothing is said of it. */
export async function endHousehold(
  transaction: Transaction,
  householdId: number,
  on: LocalDate,
): Promise<void> {
  await endHouseholdFacts(transaction, householdId, on)
  await sql`delete from registry.household_life where household_id = ${householdId} and lower(valid) = ${on}`.execute(
    transaction,
  )
  await sql`update registry.household_life set valid = daterange(lower(valid), ${on})
    where household_id = ${householdId} and valid @> ${on}::date`.execute(transaction)
}

/**
 * Somebody leaves their household. A head who leaves others behind names who heads them; the last to leave ends it.
 */
export async function leaveHousehold(
  transaction: Transaction,
  member: MemberRow,
  { on, newHeadId, origin }: { on: LocalDate; newHeadId: number | undefined; origin: Origin },
): Promise<Doubt[]> {
  const { householdId, personId } = member
  const rest = (await membersOn(transaction, householdId, on)).filter((each) => each.personId !== personId)
  await refuseLaterPlace(transaction, personId, on)
  await cutMembership(transaction, personId, on)
  if (!rest.some((each) => livesOn(each, on))) {
    // The dead who were of it do not keep a household standing that everybody has left.
    for (const each of rest) await cutMembership(transaction, each.personId, on)
    await refuseLaterMembers(transaction, { householdId, on })
    await endHousehold(transaction, householdId, on)
    return []
  }
  if (member.relation !== 'head')
    return doubtsOfChildrenLeft(
      rest.filter((each) => livesOn(each, on)),
      on,
    )
  refuseLaterHead([member])
  if (newHeadId === undefined)
    throw new ImpossibleAct({
      vi: `${member.name} là chủ hộ: chọn chủ hộ mới cho những người ở lại`,
      en: `${member.name} is the head: choose who heads those who stay`,
    })
  return giveHead(transaction, rest, { headId: newHeadId, householdId, from: on, origin, said: [] })
}

/** Throws when somebody is recorded to belong to a household from a day on that is to end it. */
export async function refuseLaterMembers(
  transaction: Transaction,
  { householdId, on }: { householdId: number; on: LocalDate },
): Promise<void> {
  const { rows } = await sql`select 1 from registry.membership
    where household_id = ${householdId} and valid && daterange(${on}, null) limit 1`.execute(transaction)
  if (rows.length > 0)
    throw new ImpossibleAct({
      vi: `Hộ số ${householdId} có người vào sau ngày ${dayText(on)}: chọn ngày sau đó`,
      en: `Somebody enters household ${householdId} after ${dayText(on)}: choose a later day`,
    })
}

/** Throws when the person's household is recorded to change on a later day already. */
export async function refuseLaterPlace(
  transaction: Transaction,
  personId: number,
  on: LocalDate,
): Promise<void> {
  const { rows } = await sql<{ first: LocalDate }>`select lower(valid) as first from registry.membership
    where person_id = ${personId} and lower(valid) > ${on} order by 1 limit 1`.execute(transaction)
  if (rows[0])
    throw new ImpossibleAct({
      vi: `Người có số hồ sơ ${personId} đã được ghi vào hộ khác từ ngày ${dayText(rows[0].first)}: chọn ngày sau ngày đó`,
      en: `The person ${personId} is recorded in another household from ${dayText(rows[0].first)}: choose a later day`,
    })
}
