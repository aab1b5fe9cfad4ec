import { sql } from 'kysely'
import type { Transaction } from '#platform/database'
import {
  changePlace,
  endHousehold,
  giveHead,
  leaveHousehold,
  memberOf,
  membersOf,
  refuseLaterPlace,
  secondHead,
  unclear,
} from './act-memberships.ts'
import {
  findMembership,
  holdHousehold,
  holdPerson,
  type MemberRow,
  membersOn,
  requireStanding,
} from './act-subjects.ts'
import type { ActOf, Doubt, Enacted, SplitAct } from './acts.ts'
import { dayText, ImpossibleAct } from './impossible.ts'
import type { Origin } from './origins.ts'
import { recordHousehold } from './recording.ts'

/** Some members found a household of their own. What is said of the old household is not said of the new one. */
export async function splitHousehold(
  transaction: Transaction,
  act: SplitAct,
  origin: Origin,
): Promise<Enacted> {
  const { householdId, on, headId, newHeadId, leaving: said } = act
  const { unitUid, village } = await holdHousehold(transaction, householdId)
  const members = await membersOf(transaction, householdId, on)
  const leaving = said.map(({ personId }) => memberOf(members, personId))
  const staying = members.filter((each) => !leaving.includes(each))
  checkSplit(leaving, staying, act)
  const founded = await recordHousehold(transaction, {
    unitUid: unitUid ?? undefined,
    village: act.village ?? village ?? undefined,
    origin,
  })
  await sql`update registry.household_life set valid = daterange(${on}, null) where household_id = ${founded}`.execute(
    transaction,
  )
  const doubts = await giveHead(transaction, leaving, {
    headId,
    householdId: founded,
    from: on,
    origin,
    said,
  })
  if (newHeadId !== undefined)
    doubts.push(
      ...(await giveHead(transaction, staying, {
        headId: newHeadId,
        householdId,
        from: on,
        origin,
        said: [],
      })),
    )
  doubts.push({
    householdId: founded,
    vi: `Chưa ghi diện hộ nghèo của hộ mới số ${founded}: cần rà soát`,
    en: `The poverty status of the new household ${founded} is not known: it is to be reviewed`,
  })
  return { personIds: members.map(({ personId }) => personId), householdId: founded, doubts }
}

function checkSplit(leaving: readonly MemberRow[], staying: readonly MemberRow[], act: SplitAct): void {
  const living = ({ deathOn }: MemberRow) => deathOn === null || deathOn >= act.on
  if (!leaving.some(living))
    throw new ImpossibleAct({
      vi: 'Chưa chọn ai tách ra: chọn ít nhất một người',
      en: 'Nobody leaves: choose somebody',
    })
  if (!staying.some(living))
    throw new ImpossibleAct({
      vi: 'Tách hộ phải có người ở lại: nếu cả hộ chuyển đi, hãy ghi chuyển nơi ở',
      en: 'A split leaves somebody behind: if all of them go, record a move',
    })
  memberOf(leaving, act.headId)
  const headLeaves = leaving.some(({ relation }) => relation === 'head')
  if (headLeaves && act.newHeadId === undefined)
    throw new ImpossibleAct({
      vi: 'Chủ hộ tách ra: chọn chủ hộ mới cho những người ở lại',
      en: 'The head leaves: choose who heads those who stay',
    })
  if (!headLeaves && act.newHeadId !== undefined)
    throw new ImpossibleAct({
      vi: 'Chủ hộ vẫn ở lại: muốn đổi chủ hộ, hãy ghi riêng',
      en: 'The head stays: record a change of head by itself',
    })
}

/** One household goes into another and is none from that day on. */
export async function mergeHouseholds(
  transaction: Transaction,
  { householdId, into, on, relations = [] }: ActOf<'merge'>,
  origin: Origin,
): Promise<Enacted> {
  if (householdId === into)
    throw new ImpossibleAct({
      vi: 'Hai hộ là một: chọn hộ khác',
      en: 'Both are one household: choose another',
    })
  await holdHousehold(transaction, Math.min(householdId, into))
  await holdHousehold(transaction, Math.max(householdId, into))
  const members = await membersOf(transaction, householdId, on)
  const others = await membersOf(transaction, into, on)
  await requireStanding(transaction, into, { from: on })
  const doubts: Doubt[] = []
  for (const member of members) {
    const said = relations.find(({ personId }) => personId === member.personId)?.relation
    if (said === 'head') throw secondHead(member)
    if (said === undefined) doubts.push(unclear(member))
    await changePlace(transaction, member, { householdId: into, relation: said ?? 'other', from: on, origin })
  }
  await refuseLaterMembers(transaction, { householdId, on })
  await endHousehold(transaction, householdId, on)
  return { personIds: [...members, ...others].map(({ personId }) => personId), doubts }
}

async function refuseLaterMembers(
  transaction: Transaction,
  { householdId, on }: Pick<ActOf<'merge'>, 'householdId' | 'on'>,
): Promise<void> {
  const { rows } = await sql`select 1 from registry.membership
    where household_id = ${householdId} and valid && daterange(${on}, null) limit 1`.execute(transaction)
  if (rows.length > 0)
    throw new ImpossibleAct({
      vi: `Hộ số ${householdId} có người vào sau ngày ${dayText(on)}: chọn ngày sau đó`,
      en: `Somebody enters household ${householdId} after ${dayText(on)}: choose a later day`,
    })
}

/** Another member heads the household; what everybody is to the head is said anew. */
export async function changeHead(
  transaction: Transaction,
  { householdId, headId, on, relations = [] }: ActOf<'changeHead'>,
  origin: Origin,
): Promise<Enacted> {
  await holdHousehold(transaction, householdId)
  const members = await membersOf(transaction, householdId, on)
  const head = memberOf(members, headId)
  if (head.relation === 'head')
    throw new ImpossibleAct({
      vi: `${head.name} đang là chủ hộ: chọn người khác`,
      en: `${head.name} is the head already: choose another`,
    })
  if (head.deathOn !== null && head.deathOn < on)
    throw new ImpossibleAct({
      vi: `${head.name} mất ngày ${dayText(head.deathOn)}: chọn người khác làm chủ hộ`,
      en: `${head.name} died on ${dayText(head.deathOn)}: choose another head`,
    })
  const doubts = await giveHead(transaction, members, {
    headId,
    householdId,
    from: on,
    origin,
    said: relations,
  })
  return { personIds: members.map(({ personId }) => personId), doubts }
}

/** Somebody without a household joins one. */
export async function joinHousehold(
  transaction: Transaction,
  { householdId, personId, relation, on }: ActOf<'join'>,
  origin: Origin,
): Promise<Enacted> {
  const person = await holdPerson(transaction, personId)
  await holdHousehold(transaction, householdId)
  const own = await findMembership(transaction, personId, on)
  if (own)
    throw new ImpossibleAct({
      vi: `${person.name} đang ở hộ số ${own.householdId}: ghi rời hộ trước`,
      en: `${person.name} belongs to household ${own.householdId}: record that they leave it first`,
    })
  await refuseLaterPlace(transaction, personId, on)
  const members = await membersOn(transaction, householdId, on)
  if (relation === 'head' && members.some((each) => each.relation === 'head')) throw secondHead(person)
  await requireStanding(transaction, householdId, { from: on })
  await sql`insert into registry.membership (person_id, household_id, relation, valid, origin)
    values (${personId}, ${householdId}, ${relation}, daterange(${on}, null), ${origin})`.execute(transaction)
  return { personIds: [personId, ...members.map((each) => each.personId)], doubts: [] }
}

/** Somebody leaves their household and belongs to none. */
export async function leave(
  transaction: Transaction,
  { personId, on, newHeadId }: ActOf<'leave'>,
  origin: Origin,
): Promise<Enacted> {
  const person = await holdPerson(transaction, personId)
  const member = await findMembership(transaction, personId, on)
  if (!member)
    throw new ImpossibleAct({
      vi: `${person.name} không ở hộ nào ngày ${dayText(on)}: chọn ngày khác`,
      en: `${person.name} belongs to no household on ${dayText(on)}: choose another day`,
    })
  const doubts = await leaveHousehold(transaction, member, { on, newHeadId, origin })
  return { personIds: [personId], doubts }
}
