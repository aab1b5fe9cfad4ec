import type { LocalDate } from '#calendar'
import type { Commune } from './communes.ts'
import { GivenNumbers } from './numbers.ts'
import { type DemoHousehold, makeHousehold } from './people.ts'
import { createRandom } from './random.ts'

/**
 * Households with `people` members in all, spread over the communes by their population; every commune has at
 * least one household as long as there are people for it. The same seed makes the same province.
 */
export function makeProvince(
  communes: readonly Commune[],
  size: { people: number; seed: number; today: LocalDate },
): DemoHousehold[] {
  return [...makeCommunes(communes, size)].flat()
}

/** The same, the households of one commune after another, so that none but these need be in memory. */
export function* makeCommunes(
  communes: readonly Commune[],
  { people, seed, today }: { people: number; seed: number; today: LocalDate },
): Generator<DemoHousehold[]> {
  const making = { random: createRandom(seed), today, taken: new GivenNumbers() }
  let [left, populationLeft] = [people, communes.reduce((sum, { population }) => sum + population, 0)]
  for (const commune of communes) {
    const households: DemoHousehold[] = []
    let quota = Math.round((left * commune.population) / populationLeft)
    populationLeft -= commune.population
    while (quota > 0 && left > 0) {
      const household = makeHousehold(making, commune)
      household.members.length = Math.min(household.members.length, left)
      households.push(household)
      quota -= household.members.length
      left -= household.members.length
    }
    yield households
  }
}
