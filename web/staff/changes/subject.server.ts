import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import {
  type ActKind,
  type FactOwner,
  findHousehold,
  findPerson,
  type HouseholdFile,
  listCommunes,
  listMembers,
  type Units,
} from '#registry'
import type { Lang } from '#web/ui/index.ts'
import type { AskedAct } from './asked.ts'
import type { FormSubject } from './form.server.ts'

/** Whom an act is about, as its form needs them; undefined when the actor may not know, or there is nobody. */
export async function readFormSubject(
  transaction: Transaction,
  asked: AskedAct,
  { units, today, lang }: { units: Units; today: LocalDate; lang: Lang },
): Promise<FormSubject | undefined> {
  const about = ownerOf(asked)
  if (!about) return undefined
  const person = 'personId' in about ? await findPerson(transaction, about.personId) : undefined
  const household = 'householdId' in about ? await findHousehold(transaction, about.householdId) : undefined
  if (!person && !household) return undefined
  const members = household
    ? membersOn(household, today)
    : person
      ? await listMembers(transaction, person.id, today)
      : []
  return {
    person,
    householdId: household?.id,
    members: members
      .filter(({ deathOn }) => deathOn === undefined)
      .map(({ personId, name, relation }) => ({ personId, name, relation })),
    units,
    communes: listCommunes(units, today).map(({ name }) => name),
    today,
    lang,
  }
}

const ofHouseholds: readonly ActKind[] = ['split', 'merge', 'changeHead']

function ownerOf({ kind, personId, householdId }: AskedAct): FactOwner | undefined {
  if (personId !== undefined && !ofHouseholds.includes(kind)) return { personId }
  return householdId === undefined ? undefined : { householdId }
}

/** Who belongs to a household on a day, as it is known now. */
function membersOn({ memberships }: HouseholdFile, on: LocalDate) {
  return memberships.filter(
    ({ from, to, supersededAt }) =>
      supersededAt === undefined && (from === undefined || from <= on) && (to === undefined || to >= on),
  )
}
