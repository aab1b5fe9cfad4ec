import type { MonthColumns } from './month-columns.ts'

/** Who lives with whom, as places in the columns: everybody of a house stands side by side in `members`. */
export interface Houses {
  count: number
  /** By place the house; -1 for who belongs to none. */
  of: Int32Array
  /** Where the members of each house begin; one more than there are houses. */
  starts: Int32Array
  members: Int32Array
}

const known = new WeakMap<Float64Array, Houses>()

/** The houses of the columns, worked out once and shared with the months ahead. */
export function housesOf({ households, count }: Pick<MonthColumns, 'households' | 'count'>): Houses {
  const before = known.get(households)
  if (before) return before
  const of = numbered(households, count)
  let houses = 0
  for (let place = 0; place < count; place++) houses = Math.max(houses, (of[place] as number) + 1)
  const starts = new Int32Array(houses + 1)
  for (const house of of) if (house >= 0) starts[house + 1] = (starts[house + 1] as number) + 1
  for (let house = 0; house < houses; house++)
    starts[house + 1] = (starts[house + 1] as number) + (starts[house] as number)
  const members = new Int32Array(starts[houses] as number)
  const next = starts.slice()
  for (let place = 0; place < count; place++) {
    const house = of[place] as number
    if (house < 0) continue
    members[next[house] as number] = place
    next[house] = (next[house] as number) + 1
  }
  const made = { count: houses, of, starts, members }
  known.set(households, made)
  return made
}

/** The places of everybody in the house of a place, in their order; nobody for who belongs to none. */
export function houseOf(columns: Pick<MonthColumns, 'households' | 'count'>, place: number): Int32Array {
  const { of, starts, members } = housesOf(columns)
  const house = of[place] as number
  return house < 0 ? members.subarray(0, 0) : members.subarray(starts[house], starts[house + 1])
}

/** Houses by small numbers, one after another. */
function numbered(households: Float64Array, count: number): Int32Array {
  const of = new Int32Array(count).fill(-1)
  let [least, most] = [Number.POSITIVE_INFINITY, 0]
  for (const id of households) {
    if (id === 0) continue
    if (id < least) least = id
    if (id > most) most = id
  }
  const numbers = most > 0 && most - least < 8 * count ? new Dense(least, most) : new Map<number, number>()
  let next = 0
  for (let place = 0; place < count; place++) {
    const id = households[place] as number
    if (id === 0) continue
    const number = numbers.get(id) ?? next++
    numbers.set(id, number)
    of[place] = number
  }
  return of
}

/** A map whose keys lie close together. */
class Dense {
  private readonly least: number
  private readonly numbers: Int32Array

  constructor(least: number, most: number) {
    this.least = least
    this.numbers = new Int32Array(most - least + 1).fill(-1)
  }

  get(id: number): number | undefined {
    const number = this.numbers[id - this.least] as number
    return number < 0 ? undefined : number
  }

  set(id: number, number: number): void {
    this.numbers[id - this.least] = number
  }
}
