import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import {
  changePlace,
  endHousehold,
  giveHead,
  livesOn,
  memberOf,
  membersOf,
  refuseLaterHead,
  refuseLaterMembers,
  refuseLaterPlace,
  secondHead,
  unclear,
} from './act-memberships.ts'
import { holdHousehold, type MemberRow, requireStanding } from './act-subjects.ts'
import type { ActOf, Doubt, Enacted, SplitAct } from './acts.ts'
import { doubtsOfChildrenLeft } from './children-alone.ts'
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
  for (const { personId } of leaving) await refuseLaterPlace(transaction, personId, on)
  if (newHeadId !== undefined) refuseLaterHead(members)
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
        said: act.staying ?? [],
      })),
    )
  else
    doubts.push(
      ...doubtsOfChildrenLeft(
        staying.filter((each) => livesOn(each, on)),
        on,
      ),
    )
  doubts.push({
    householdId: founded,
    vi: `Chưa ghi diện hộ nghèo của hộ mới số ${founded}: cần rà soát`,
    en: `The poverty status of the new household ${founded} is not known: it is to be reviewed`,
  })
  const personIds = members.map(({ personId }) => personId)
  return { personIds, householdIds: [householdId, founded], householdId: founded, doubts }
}

function checkSplit(leaving: readonly MemberRow[], staying: readonly MemberRow[], act: SplitAct): void {
  if (!leaving.some((each) => livesOn(each, act.on)))
    throw new ImpossibleAct({
      vi: 'Chưa chọn ai tách ra: chọn ít nhất một người',
      en: 'Nobody leaves: choose somebody',
    })
  if (!staying.some((each) => livesOn(each, act.on)))
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
    if (said === undefined && livesOn(member, on)) doubts.push(unclear(member))
    await changePlace(transaction, member, { householdId: into, relation: said ?? 'other', from: on, origin })
  }
  await refuseLaterMembers(transaction, { householdId, on })
  await endHousehold(transaction, householdId, on)
  const personIds = [...members, ...others].map(({ personId }) => personId)
  return { personIds, householdIds: [householdId, into], doubts }
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
  refuseLaterHead(members)
  const doubts = await giveHead(transaction, members, {
    headId,
    householdId,
    from: on,
    origin,
    said: relations,
  })
  doubts.push(...(await listLater(transaction, householdId, on)))
  return { personIds: members.map(({ personId }) => personId), householdIds: [householdId], doubts }
}

/** Whoever is recorded to enter after a change of head: what they are was said of the former. */
async function listLater(transaction: Transaction, householdId: number, on: LocalDate): Promise<Doubt[]> {
  const { rows } = await sql<{ personId: number; name: string; from: LocalDate }>`select
      m.person_id as "personId", p.name, lower(m.valid) as "from"
    from registry.membership m join registry.person p on p.id = m.person_id
    where m.household_id = ${householdId} and lower(m.valid) > ${on} order by m.person_id`.execute(
    transaction,
  )
  return rows.map(({ personId, name, from }) => ({
    personId,
    vi: `${name} vào hộ từ ngày ${dayText(from)}: kiểm tra quan hệ của người này với chủ hộ mới`,
    en: `${name} is of the household since ${dayText(from)}: check what they are to the new head`,
  }))
}
