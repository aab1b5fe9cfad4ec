import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import { leaveHousehold } from './act-memberships.ts'
import { write } from './act-person.ts'
import { findMembership, holdPerson, type MemberRow, membersOn, type SubjectPerson } from './act-subjects.ts'
import type { ActOf, Doubt, Enacted, MoveAct } from './acts.ts'
import { dayText, ImpossibleAct } from './impossible.ts'
import type { Origin } from './origins.ts'
import { recordFact } from './recording.ts'
import { findSuccessor, readUnits, type Unit } from './units.ts'

interface ActDay {
  origin: Origin
  today: LocalDate
}

/** The unit somebody is to live in as it stands on the day, and the one that stands in its place today. */
export async function unitOn(
  transaction: Transaction,
  unitUid: string,
  { on, today }: { on: LocalDate; today: LocalDate },
): Promise<{ unit: Unit; now: Unit }> {
  const units = await readUnits(transaction)
  const unit = units.byUid.get(unitUid)
  const stands =
    unit && (unit.from === undefined || unit.from <= on) && (unit.to === undefined || unit.to >= on)
  if (!stands || unit.level !== 'commune')
    throw new ImpossibleAct({
      vi: `${unit?.name ?? `Đơn vị "${unitUid}"`} không phải là một xã, phường có vào ngày ${dayText(on)}: chọn xã theo tên ngày đó`,
      en: `${unit?.name ?? `The unit "${unitUid}"`} is no commune that stands on ${dayText(on)}: choose one by its name on that day`,
    })
  const now = findSuccessor(units, unitUid, today > on ? today : on)
  if (!now)
    throw new ImpossibleAct({
      vi: `${unit.name} đã chia cho nhiều xã: chọn xã hiện nay`,
      en: `${unit.name} was divided among several communes: choose the present one`,
    })
  return { unit, now }
}

/** Somebody moves, alone or with their household, to another commune or out of the province. */
export async function move(transaction: Transaction, act: MoveAct, day: ActDay): Promise<Enacted> {
  const { personId, to, on } = act
  const person = await holdPerson(transaction, personId)
  const member = await findMembership(transaction, personId, on)
  const household = member ? await membersOn(transaction, member.householdId, on) : []
  const goes = ({ deathOn }: MemberRow) => deathOn === null || deathOn >= on
  const together = member !== undefined && (act.whole === true || household.filter(goes).length === 1)
  const movers =
    act.whole === true && member
      ? await Promise.all(household.filter(goes).map((each) => holdPerson(transaction, each.personId)))
      : [person]
  const place = to === 'away' ? undefined : await unitOn(transaction, to.unitUid, { on, today: day.today })
  for (const mover of movers) await moveOne(transaction, mover, { act, place, day })
  if (member && together && to !== 'away' && place)
    await sql`update registry.household set unit_uid = ${place.now.uid}, village = ${to.village ?? null},
        amended_at = clock_timestamp(), amended_origin = ${day.origin}
      where id = ${member.householdId}`.execute(transaction)
  const doubts: Doubt[] =
    member && !together
      ? await leaveHousehold(transaction, member, { on, newHeadId: act.newHeadId, origin: day.origin })
      : []
  const householdIds = member ? [member.householdId] : []
  return { personIds: movers.map(({ id }) => id), householdIds, doubts }
}

async function moveOne(
  transaction: Transaction,
  person: SubjectPerson,
  { act, place, day }: { act: MoveAct; place: { unit: Unit; now: Unit } | undefined; day: ActDay },
): Promise<void> {
  const { on, to } = act
  if (on > day.today)
    throw new ImpossibleAct({
      vi: `Ngày chuyển ${dayText(on)} chưa đến: ghi khi đã chuyển`,
      en: `The move on ${dayText(on)} lies in the future: record it when it has happened`,
    })
  checkLiving(person, on)
  await refuseLaterResidence(transaction, person, on)
  const { rows } = await sql<{
    unitUid: string
    village: string | null
  }>`select unit_uid as "unitUid", village
    from registry.residence where person_id = ${person.id} and valid @> ${on}::date`.execute(transaction)
  const village = to === 'away' ? undefined : to.village
  if (place && rows[0]?.unitUid === place.unit.uid && (village ?? null) === rows[0].village)
    throw new ImpossibleAct({
      vi: `${person.name} đang ở ${place.unit.name}: chọn nơi chuyển đến`,
      en: `${person.name} lives in ${place.unit.name} already: choose where they move to`,
    })
  if (!place && rows.length === 0 && (person.unitUid === null || (await hasLeft(transaction, person.id, on))))
    throw new ImpossibleAct({
      vi: `${person.name} không có nơi ở ghi ngày ${dayText(on)}: không có nơi để chuyển đi`,
      en: `No place is recorded where ${person.name} lives on ${dayText(on)}: there is nothing to leave`,
    })
  await cutResidence(transaction, person.id, on)
  if (!place) {
    await recordLiving(transaction, person.id, { value: 'no', on, origin: day.origin })
    return
  }
  await settle(transaction, person, { place, village, on, origin: day.origin })
}

/** Recorded to live out of the province on a day. */
async function hasLeft(transaction: Transaction, personId: number, on: LocalDate): Promise<boolean> {
  const { rows } = await sql`select 1 from registry.fact where person_id = ${personId} and key = 'resident'
    and value = 'no' and valid @> ${on}::date`.execute(transaction)
  return rows.length > 0
}

async function cutResidence(transaction: Transaction, personId: number, on: LocalDate): Promise<void> {
  await sql`delete from registry.residence where person_id = ${personId} and lower(valid) = ${on}`.execute(
    transaction,
  )
  await sql`update registry.residence set valid = daterange(lower(valid), ${on})
    where person_id = ${personId} and valid @> ${on}::date`.execute(transaction)
}

async function settle(
  transaction: Transaction,
  person: SubjectPerson,
  {
    place,
    village,
    on,
    origin,
  }: { place: { unit: Unit; now: Unit }; village: string | undefined; on: LocalDate; origin: Origin },
): Promise<void> {
  await sql`insert into registry.residence (person_id, unit_uid, village, valid, origin)
    values (${person.id}, ${place.unit.uid}, ${village ?? null}, daterange(${on}, null), ${origin})`.execute(
    transaction,
  )
  if (await hasLeft(transaction, person.id, on))
    await recordLiving(transaction, person.id, { value: 'yes', on, origin })
  await write(transaction, person.id, { unit_uid: place.now.uid, village: village ?? null }, origin)
}

/** Whether somebody lives in the province, from a day on. */
async function recordLiving(
  transaction: Transaction,
  personId: number,
  { value, on, origin }: { value: 'yes' | 'no'; on: LocalDate; origin: Origin },
): Promise<void> {
  await recordFact(transaction, personId, { key: 'resident', value, valid: { from: on }, origin })
}

/** Somebody who had left lives here again. Their household is said by another act: it may not be the old one. */
export async function comeBack(
  transaction: Transaction,
  { personId, unitUid, village, on }: ActOf<'return'>,
  day: ActDay,
): Promise<Enacted> {
  const person = await holdPerson(transaction, personId)
  checkLiving(person, on)
  const { rows } = await sql<{ from: LocalDate | null }>`select lower(valid) as "from" from registry.residence
    where person_id = ${personId} and valid && daterange(${on}, null)`.execute(transaction)
  if (rows.length > 0)
    throw new ImpossibleAct({
      vi: `${person.name} đang có nơi ở trong tỉnh: ghi chuyển nơi ở thay vì trở về`,
      en: `${person.name} lives in the province on record: record a move instead of a return`,
    })
  const place = await unitOn(transaction, unitUid, { on, today: day.today })
  await settle(transaction, person, { place, village, on, origin: day.origin })
  const doubts: Doubt[] = [
    {
      personId,
      vi: `Chưa rõ ${person.name} về ở với hộ nào, và trợ cấp trước đây không tự hưởng lại`,
      en: `Which household ${person.name} comes back to is not known, and former benefits do not resume by themselves`,
    },
  ]
  return { personIds: [personId], doubts }
}

function checkLiving(person: SubjectPerson, on: LocalDate): void {
  if (person.deathOn !== null && person.deathOn < on)
    throw new ImpossibleAct({
      vi: `${person.name} mất ngày ${dayText(person.deathOn)}, không thể chuyển ngày ${dayText(on)}: kiểm tra ngày, hoặc hủy ghi nhận đã mất nếu sai`,
      en: `${person.name} died on ${dayText(person.deathOn)} and cannot move on ${dayText(on)}: check the day, or undo the death if it is wrong`,
    })
  if (person.birthFrom !== null && on < person.birthFrom)
    throw new ImpossibleAct({
      vi: `${person.name} sinh ngày ${dayText(person.birthFrom)}, không thể chuyển ngày ${dayText(on)}: kiểm tra ngày`,
      en: `${person.name} was born on ${dayText(person.birthFrom)} and cannot move on ${dayText(on)}: check the day`,
    })
}

async function refuseLaterResidence(
  transaction: Transaction,
  person: SubjectPerson,
  on: LocalDate,
): Promise<void> {
  const { rows } = await sql<{ first: LocalDate }>`select lower(valid) as first from registry.residence
    where person_id = ${person.id} and lower(valid) > ${on} order by 1 limit 1`.execute(transaction)
  if (rows[0])
    throw new ImpossibleAct({
      vi: `${person.name} đã có nơi ở ghi từ ngày ${dayText(rows[0].first)}: chọn ngày từ ngày đó trở đi`,
      en: `${person.name} has a place recorded from ${dayText(rows[0].first)}: choose that day or a later one`,
    })
}
