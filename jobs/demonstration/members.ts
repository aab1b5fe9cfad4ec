import type { DemoHousehold } from './people.ts'

/** A member with their number and their household's. */
export interface Numbered {
  id: number
  householdId: number
  household: DemoHousehold
  member: DemoHousehold['members'][number]
  /** The second record of somebody recorded twice. */
  isCopy?: boolean
}

/** Everybody of some households, numbered in order. */
export function* eachMember(
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

/** What `of` gives, one after another through `made`. */
export function* mapped<Item, Made>(of: Iterable<Item>, made: (item: Item) => Made): Generator<Made> {
  for (const each of of) yield made(each)
}
