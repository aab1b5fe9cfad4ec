import type { LocalDate } from '#calendar'
import { foldText } from '#identity'
import type { Transaction } from '#platform/database'
import { loadRows, reserveNumbers } from '#registry'
import type { DemoHousehold } from './people.ts'

const origin = 'demonstration'

/** Since when everything of the demonstration is so, and was recorded. */
export const since = '2025-07-01' as LocalDate

/** Writes households with their people and facts, and gives their numbers in order. */
export async function writeHouseholds(
  transaction: Transaction,
  households: readonly DemoHousehold[],
): Promise<{ firstPerson: number; people: number }> {
  const people = households.reduce((sum, { members }) => sum + members.length, 0)
  const firstPerson = await reserveNumbers(transaction, 'registry.person', people)
  const firstHousehold = await reserveNumbers(transaction, 'registry.household', households.length)
  const recordedAt = `${since}T00:00:00+07:00`
  const load = (table: string, columns: string[], rows: Iterable<Row>) =>
    loadRows(transaction, `registry.${table}`, [...columns, 'origin', 'recorded_at'], ended(rows, recordedAt))
  const all = () => eachMember(households, firstPerson, firstHousehold)
  await load('person', personColumns, mapped(all(), personRow))
  await load('residence', ['person_id', 'unit_uid', 'village', 'valid'], mapped(all(), residenceRow))
  await load(
    'household',
    ['id', 'unit_uid', 'village'],
    households.map(({ commune, village }, index) => [firstHousehold + index, commune.unitUid, village]),
  )
  await load('membership', ['person_id', 'household_id', 'relation', 'valid'], mapped(all(), membershipRow))
  await load('fact', ['person_id', 'key', 'value', 'valid'], factRows(all()))
  await load(
    'household_fact',
    ['household_id', 'key', 'value', 'valid'],
    povertyRows(households, firstHousehold),
  )
  return { firstPerson, people }
}

type Row = (string | number | undefined)[]

interface Numbered {
  id: number
  householdId: number
  household: DemoHousehold
  member: DemoHousehold['members'][number]
}

function* eachMember(
  households: readonly DemoHousehold[],
  firstPerson: number,
  firstHousehold: number,
): Generator<Numbered> {
  let id = firstPerson
  let householdId = firstHousehold
  for (const household of households) {
    for (const member of household.members) yield { id: id++, householdId, household, member }
    householdId += 1
  }
}

function* mapped(of: Iterable<Numbered>, row: (each: Numbered) => Row): Generator<Row> {
  for (const each of of) yield row(each)
}

function* ended(rows: Iterable<Row>, recordedAt: string): Generator<Row> {
  for (const row of rows) yield [...row, origin, recordedAt]
}

const personColumns = [
  'id',
  'name',
  'name_folded',
  'sex',
  'birth_from',
  'birth_to',
  'birth_written',
  'citizen_id',
  'old_id',
  'unit_uid',
  'village',
  'reviewed_on',
]

function personRow({ id, household, member }: Numbered): Row {
  const { name, sex, birth, birthWritten, citizenId, oldId } = member
  return [
    id,
    name,
    foldText(name),
    sex,
    birth.from,
    birth.to,
    birthWritten,
    citizenId,
    oldId,
    household.commune.unitUid,
    household.village,
    since,
  ]
}

/** From birth, or from the day the register began. */
function validFrom({ member }: Numbered): string {
  return `[${member.birth.from > since ? member.birth.from : since},)`
}

function residenceRow(each: Numbered): Row {
  return [each.id, each.household.commune.unitUid, each.household.village, validFrom(each)]
}

function membershipRow(each: Numbered): Row {
  return [each.id, each.householdId, each.member.relation, validFrom(each)]
}

function* factRows(of: Iterable<Numbered>): Generator<Row> {
  for (const each of of)
    for (const [key, value] of Object.entries(each.member.facts)) yield [each.id, key, value, validFrom(each)]
}

function* povertyRows(households: readonly DemoHousehold[], firstHousehold: number): Generator<Row> {
  for (const [index, { poverty }] of households.entries())
    if (poverty !== 'none') yield [firstHousehold + index, 'poverty', poverty, `[${since},)`]
}
