import { type LocalDate, monthOf, numberOf } from '#calendar'
import { assembleMonth, type MonthColumns } from '#registry'
import { eachMember, mapped, type Numbered } from './members.ts'
import type { DemoHousehold } from './people.ts'
import { since } from './since.ts'

/** The columns of the current month of households that have just been made, without reading them back. */
export function monthOfHouseholds(
  households: readonly DemoHousehold[],
  { firstPerson, firstHousehold, today }: { firstPerson: number; firstHousehold: number; today: LocalDate },
): MonthColumns {
  const all = () => eachMember(households, firstPerson, firstHousehold)
  const areas = new Map(
    households.map(({ commune: { unitUid, difficult } }) => [
      unitUid,
      difficult ? 'difficultEthnicMountain' : 'ordinary',
    ]),
  )
  return assembleMonth(
    {
      persons: mapped(all(), personOf),
      memberships: mapped(all(), ({ id, householdId, member: { relation } }) => ({
        personId: id,
        householdId,
        relation,
      })),
      facts: factsOf(all()),
      householdFacts: households.flatMap(({ poverty }, index) =>
        poverty === 'none' ? [] : [{ householdId: firstHousehold + index, key: 'poverty', value: poverty }],
      ),
      areas,
    },
    { month: monthOf(today), knownOn: today },
  )
}

function personOf({ id, household, member: { sex, birth } }: Numbered) {
  return {
    id,
    linkedTo: 0,
    unit: household.commune.unitUid,
    birthFrom: numberOf(birth.from),
    birthTo: numberOf(birth.to),
    deathOn: 0,
    sex,
    reviewedOn: numberOf(since),
  }
}

function* factsOf(of: Iterable<Numbered>) {
  for (const { id, member } of of)
    for (const [key, value] of Object.entries(member.facts)) yield { personId: id, key, value }
}
