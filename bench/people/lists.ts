import type { Random } from './random.ts'

/**
 * How one list was kept: whoever kept it made the same mistakes throughout, so the errors of its records go together.
 * Rates are per record of the list.
 */
export interface ListHabits {
  toneless: number
  capitals: boolean
  wrongTone: number
  /** `Hoà` for `Hòa`. */
  laterTone: boolean
  typo: number
  middleDropped: number
  birth: 'full' | 'yearOnly' | 'newYear'
  daysAndMonthsSwapped: number
  identity: 'citizenId' | 'oldId' | 'both' | 'none'
  /** Every number stands one row too low. */
  numbersShifted: boolean
  unitsOfBefore: boolean
  hasSex: boolean
  hasVillage: boolean
  /** Villages numbered anew after a merger. */
  villagesRenumbered: boolean
  hasPhone: boolean
  /** Whole households, with the number of the household where the list has it. */
  wholeHouseholds: boolean
  hasHousehold: boolean
}

export function habitsOf(random: Random): ListHabits {
  const sloppy = random.chance(0.2)
  const birth = random.next()
  const identity = random.next()
  const wholeHouseholds = random.chance(0.3)
  return {
    toneless: random.chance(0.25) ? 1 : 0.02,
    capitals: random.chance(0.3),
    wrongTone: sloppy ? 0.36 : 0.08,
    laterTone: random.chance(0.35),
    typo: sloppy ? 0.12 : 0.04,
    middleDropped: random.chance(0.06) ? 0.35 : 0.01,
    birth: birth < 0.23 ? 'yearOnly' : birth < 0.28 ? 'newYear' : 'full',
    daysAndMonthsSwapped: random.chance(0.07) ? 0.9 : 0.02,
    identity: identity < 0.41 ? 'oldId' : identity < 0.68 ? 'citizenId' : identity < 0.79 ? 'both' : 'none',
    numbersShifted: random.chance(0.008),
    unitsOfBefore: random.chance(0.55),
    hasSex: random.chance(0.94),
    hasVillage: random.chance(0.55),
    villagesRenumbered: random.chance(0.08),
    hasPhone: random.chance(0.35),
    wholeHouseholds,
    hasHousehold: wholeHouseholds && random.chance(0.5),
  }
}
