import { type LocalDate, numberOf } from '#calendar'
import type { Transaction } from '#platform/database'
import { GrowingNumbers } from './growing.ts'
import { unknownBirth } from './month-columns.ts'
import { type MonthsQuestion, type PersonRow, readPersons } from './month-rows.ts'

/** Who there is, whatever the month: people in the order of their numbers, records that are linked apart. */
export interface Roster {
  count: number
  ids: Float64Array
  linked: ReadonlyMap<number, number>
  /** Place in `unitUids` of the unit the person lives in now; -1 for none. */
  units: Int16Array
  unitUids: UnitNumbers
  birthFrom: Int32Array
  birthTo: Int32Array
  deathOn: Int32Array
  reviewed: Uint8Array
  /** The first day after the one asked about on which somebody will have been reviewed; 0 for none. */
  nextReviewOn: number
  /** 1 male, 2 female, 0 not known. */
  sexes: Uint8Array
  places: Places
}

const sexes = [undefined, 'male', 'female'] as const

/** The word of a number in `sexes`. */
export function sexOf(number: number): string | undefined {
  return sexes[number]
}

/** Units by small numbers, in the order in which they came. */
class UnitNumbers {
  readonly uids: string[] = []
  private readonly numbers = new Map<string, number>()

  numberOf(uid: string | undefined): number {
    if (uid === undefined) return -1
    const known = this.numbers.get(uid)
    if (known !== undefined) return known
    this.numbers.set(uid, this.uids.length)
    return this.uids.push(uid) - 1
  }
}

/** Takes records in any order, and makes the roster of them. */
export class RosterBuilder {
  private readonly knownOn: number
  private nextReviewOn = 0
  private readonly ids = new GrowingNumbers()
  private readonly days = [new GrowingNumbers(), new GrowingNumbers(), new GrowingNumbers()] as const
  private readonly signs = new GrowingNumbers()
  private readonly unitUids = new UnitNumbers()
  private readonly others: PersonRow[] = []

  constructor(knownOn: LocalDate) {
    this.knownOn = numberOf(knownOn)
  }

  /** The object may be used again for the next record. */
  add(person: PersonRow): void {
    if (person.linkedTo > 0) {
      this.others.push({ ...person })
      return
    }
    this.ids.push(person.id)
    this.days[0].push(person.birthFrom)
    this.days[1].push(person.birthTo)
    this.days[2].push(person.deathOn)
    this.signs.push(signOf(person, this.unitUids) + (this.isReviewed(person) ? 4 : 0))
  }

  private isReviewed({ reviewedOn }: PersonRow): boolean {
    if (reviewedOn === 0 || reviewedOn <= this.knownOn) return reviewedOn > 0
    if (this.nextReviewOn === 0 || reviewedOn < this.nextReviewOn) this.nextReviewOn = reviewedOn
    return false
  }

  roster(): Roster {
    const order = orderOf(this.ids.all())
    const ids = order ? Float64Array.from(order, (at) => this.ids.at(at)) : this.ids.all().slice()
    const roster = { ...emptyRoster(ids, this.unitUids), nextReviewOn: this.nextReviewOn }
    for (let place = 0; place < roster.count; place++) {
      const at = order ? (order[place] as number) : place
      roster.birthFrom[place] = this.days[0].at(at)
      roster.birthTo[place] = this.days[1].at(at)
      roster.deathOn[place] = this.days[2].at(at)
      const sign = this.signs.at(at)
      roster.sexes[place] = sign & 3
      roster.reviewed[place] = (sign >> 2) & 1
      roster.units[place] = (sign >> 3) - 1
    }
    return withOthers(roster, this.others)
  }
}

/** Reads everybody once, straight into columns. */
export async function readRoster(transaction: Transaction, question: MonthsQuestion): Promise<Roster> {
  const builder = new RosterBuilder(question.knownOn)
  await readPersons(transaction, question, (person) => builder.add(person))
  return builder.roster()
}

function signOf({ sex, unit }: PersonRow, units: UnitNumbers): number {
  const sexNumber = Math.max(0, sexes.indexOf(sex as (typeof sexes)[number]))
  return sexNumber | ((units.numberOf(unit) + 1) << 3)
}

/** The order by number; undefined when they came in it. */
function orderOf(ids: Float64Array): Int32Array | undefined {
  let sorted = true
  let [least, most] = [Number.POSITIVE_INFINITY, 0]
  for (let index = 0; index < ids.length; index++) {
    const id = ids[index] as number
    if (id < most) sorted = false
    least = Math.min(least, id)
    most = Math.max(most, id)
  }
  if (sorted) return undefined
  const order = new Int32Array(ids.length)
  if (most - least > 4 * ids.length)
    return order.map((_, index) => index).sort((one, other) => (ids[one] as number) - (ids[other] as number))
  // Numbers that lie close together need no comparing: each has its place.
  const places = new Int32Array(most - least + 1).fill(-1)
  for (let index = 0; index < ids.length; index++) places[(ids[index] as number) - least] = index
  let next = 0
  for (const index of places) if (index >= 0) order[next++] = index
  return order
}

function emptyRoster(ids: Float64Array, unitUids: UnitNumbers): Roster {
  const count = ids.length
  return {
    count,
    ids,
    linked: new Map(),
    units: new Int16Array(count),
    unitUids,
    birthFrom: new Int32Array(count),
    birthTo: new Int32Array(count),
    deathOn: new Int32Array(count),
    reviewed: new Uint8Array(count),
    nextReviewOn: 0,
    sexes: new Uint8Array(count),
    places: new Places(ids),
  }
}

/** What the person's own record leaves open, other records of the same person fill, the earliest first. */
function withOthers(roster: Roster, others: readonly PersonRow[]): Roster {
  const linked = new Map<number, number>()
  for (const other of others.toSorted((one, next) => one.id - next.id)) {
    linked.set(other.id, other.linkedTo)
    const place = roster.places.of(other.linkedTo)
    if (place < 0) continue
    if (roster.birthFrom[place] === unknownBirth.from) {
      roster.birthFrom[place] = other.birthFrom
      roster.birthTo[place] = other.birthTo
    }
    if (roster.deathOn[place] === 0) roster.deathOn[place] = other.deathOn
    if (roster.sexes[place] === 0) roster.sexes[place] = signOf(other, roster.unitUids) & 3
    if (roster.units[place] === -1) roster.units[place] = roster.unitUids.numberOf(other.unit)
  }
  return { ...roster, linked }
}

/** Where each number stands among ascending ones, without a search where they lie close together. */
class Places {
  private readonly ids: Float64Array
  private readonly least: number
  private readonly table: Int32Array | undefined

  constructor(ids: Float64Array) {
    this.ids = ids
    this.least = ids[0] ?? 0
    const span = (ids.at(-1) ?? 0) - this.least + 1
    if (ids.length > 0 && span < 4 * ids.length + 1_024) {
      this.table = new Int32Array(span).fill(-1)
      for (let place = 0; place < ids.length; place++) this.table[(ids[place] as number) - this.least] = place
    }
  }

  /** -1 when it is not among them. */
  of(id: number): number {
    if (this.table) return this.table[id - this.least] ?? -1
    let [low, high] = [0, this.ids.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const found = this.ids[middle] as number
      if (found === id) return middle
      if (found < id) low = middle + 1
      else high = middle - 1
    }
    return -1
  }
}
