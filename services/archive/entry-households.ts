import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { foldText } from '#identity'
import type { Transaction } from '#platform/database'
import { type Origin, type Relation, recordHousehold, recordHouseholdFact, recordMembership } from '#registry'
import type { FieldValues } from './fields/field-names.ts'
import { relationOf } from './paper-values.ts'

/** Why what a paper says of a household is not entered: it stays with the scan. */
export type HouseholdKept =
  /** They belong to a household already: another is a matter of an act. */
  | 'inHousehold'
  /** The paper names no head, or not what they are to the head. */
  | 'headNotSaid'
  /** No head of that name is in the commune, or several are. */
  | 'headUnknown'
  | 'headsSeveral'

/** The household of somebody, as it is or as the paper would make it. */
export type HouseholdOnPaper =
  | { is: 'own'; householdId: number; poverty: string | undefined }
  | { is: 'joined'; householdId: number; poverty: string | undefined; relation: Relation; headName: string }
  | { is: 'founded'; poverty: undefined }
  | { is: 'none'; because: HouseholdKept | undefined }

interface Asked {
  personId: number | undefined
  unitUid: string | undefined
  values: FieldValues
  today: LocalDate
}

/**
 * The household that a paper gives somebody: their own stays theirs; else that of the head whom it names, when exactly one
 * of that name heads a household in the commune; a head's own is founded.
 */
export async function householdOnPaper(transaction: Transaction, asked: Asked): Promise<HouseholdOnPaper> {
  const { personId, unitUid, values, today } = asked
  const own = personId === undefined ? undefined : await findOwn(transaction, personId, today)
  const relation = relationOf(values) ?? (isOneself(values) ? 'head' : undefined)
  if (own) return { is: 'own', ...own }
  if (relation === 'head') return { is: 'founded', poverty: undefined }
  if (values.head === undefined && relation === undefined) return { is: 'none', because: undefined }
  if (values.head === undefined || relation === undefined || unitUid === undefined)
    return { is: 'none', because: 'headNotSaid' }
  const heads = await findHeads(transaction, { name: values.head, unitUid, today })
  const near = heads.filter(({ village }) => foldText(village ?? '') === foldText(values.village ?? ''))
  const meant = heads.length > 1 && near.length === 1 ? near : heads
  const [head] = meant
  if (!head || meant.length > 1) return { is: 'none', because: head ? 'headsSeveral' : 'headUnknown' }
  const { householdId, name, poverty } = head
  return { is: 'joined', householdId, relation, headName: name, poverty: poverty ?? undefined }
}

function isOneself({ head, name }: FieldValues): boolean {
  return head !== undefined && name !== undefined && foldText(head) === foldText(name)
}

const povertyNow = (today: LocalDate) => sql`(select value from registry.household_fact as fact
  where fact.household_id = membership.household_id and key = 'poverty' and fact.valid @> ${today}::date)`

async function findOwn(
  transaction: Transaction,
  personId: number,
  today: LocalDate,
): Promise<{ householdId: number; poverty: string | undefined } | undefined> {
  const { rows } = await sql<{
    householdId: number
    poverty: string | null
  }>`select household_id as "householdId",
      ${povertyNow(today)} as poverty from registry.membership
    where person_id = ${personId} and valid @> ${today}::date`.execute(transaction)
  return rows[0] && { householdId: rows[0].householdId, poverty: rows[0].poverty ?? undefined }
}

async function findHeads(
  transaction: Transaction,
  { name, unitUid, today }: { name: string; unitUid: string; today: LocalDate },
): Promise<{ householdId: number; name: string; village: string | null; poverty: string | null }[]> {
  const { rows } = await sql<{
    householdId: number
    name: string
    village: string | null
    poverty: string | null
  }>`select household_id as "householdId", person.name, person.village, ${povertyNow(today)} as poverty
    from registry.person join registry.membership on membership.person_id = person.id
    where person.name_folded = ${foldText(name)} and person.unit_uid = ${unitUid} and relation = 'head'
      and person.death_on is null and valid @> ${today}::date limit 20`.execute(transaction)
  return rows
}

/** Puts somebody into the household a paper gives them; returns its number. */
export async function enterHousehold(
  transaction: Transaction,
  place: HouseholdOnPaper,
  person: { id: number; unitUid: string | undefined; village: string | undefined },
  { today, origin }: { today: LocalDate; origin: Origin },
): Promise<number | undefined> {
  if (place.is === 'own') return place.householdId
  if (place.is === 'none') return undefined
  const { unitUid, village } = person
  const householdId =
    place.is === 'founded'
      ? await recordHousehold(transaction, { unitUid, village, origin })
      : place.householdId
  const relation = place.is === 'founded' ? ('head' as const) : place.relation
  await recordMembership(transaction, {
    personId: person.id,
    householdId,
    relation,
    valid: { from: today },
    origin,
  })
  return householdId
}

/** How a household is classed, from today on. */
export async function enterPoverty(
  transaction: Transaction,
  householdId: number,
  value: string,
  { today, origin }: { today: LocalDate; origin: Origin },
): Promise<void> {
  const fact = { key: 'poverty', value, valid: { from: today }, origin, keepLater: true as const }
  await recordHouseholdFact(transaction, householdId, fact)
}
