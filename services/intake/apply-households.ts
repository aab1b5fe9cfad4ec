import { sql } from 'kysely'
import { firstDayOf, type Month } from '#calendar'
import { foldText } from '#identity'
import type { Transaction } from '#platform/database'
import { type Relation, recordHousehold, recordMembership } from '#registry'
import type { ListRow } from './list-rows.ts'
import type { StagedFile } from './staging.ts'

export interface HouseholdPlace {
  file: StagedFile
  month: Month
  personId: number
  unitUid: string
  origin: string
}

/**
 * Puts somebody into the household that the list gives them: the one in which other people of the same household
 * in this list already are, or a new one. Who belongs to a household already stays there. Says whether it did.
 */
export async function joinHousehold(
  transaction: Transaction,
  row: ListRow,
  place: HouseholdPlace,
): Promise<boolean> {
  if (row.household === undefined) return false
  const { file, month, personId, unitUid, origin } = place
  const from = row.birth && row.birth.from > firstDayOf(month) ? row.birth.from : firstDayOf(month)
  const { rows: own } = await sql`select 1 from registry.membership where person_id = ${personId}
    and (upper(valid) is null or upper(valid) > ${from})`.execute(transaction)
  if (own.length > 0) return false
  const householdId =
    (await findHousehold(transaction, { file, household: row.household, unitUid })) ??
    (await recordHousehold(transaction, { unitUid, village: row.village, origin }))
  await recordMembership(transaction, {
    personId,
    householdId,
    relation: relationOf(row.relation),
    valid: { from },
    origin,
  })
  return true
}

/** Households are named within a list only, so that two communes may both have a household 1. */
async function findHousehold(
  transaction: Transaction,
  { file, household, unitUid }: { file: StagedFile; household: string; unitUid: string },
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`select h.id from intake.row r
    join registry.membership m on m.person_id = r.person_id join registry.household h on h.id = m.household_id
    where r.file_id = ${file.id} and r.reading->>'household' = ${household} and h.unit_uid = ${unitUid}
    order by r.number limit 1`.execute(transaction)
  return rows[0]?.id
}

const relationWords: readonly (readonly [Relation, RegExp])[] = [
  ['head', /^(chu ho|chu)$/],
  ['spouse', /^(vo|chong)/],
  ['fosterChild', /^con nuoi/],
  ['child', /^con/],
  ['grandchild', /^chau/],
  ['parent', /^(bo|cha|me)/],
  ['grandparent', /^(ong|ba)( |$)/],
  ['sibling', /^(anh|chi|em)( |$)/],
]

function relationOf(written: string | undefined): Relation {
  const words = foldText(written ?? '')
  return relationWords.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other'
}
