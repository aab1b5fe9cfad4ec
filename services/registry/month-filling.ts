import { firstDayOf, type LocalDate, lastDayOf, type Month, numberOf } from '#calendar'
import { type DatedValue, readMonth } from '#law/social-assistance'
import { houseOf, housesOf } from './houses.ts'
import { codedFacts, codeOf, dayOf, type MonthColumns, unknownCode } from './month-columns.ts'
import type { Stretched } from './month-rows.ts'
import { relations } from './recording.ts'
import { type Roster, sexOf } from './roster.ts'
import { type Zones, zoneOf } from './zones.ts'

/** A value of somebody whose record is linked to another: it counts where that one says nothing. */
interface Offered {
  record: number
  place: number
  key: string
  code: number
}

/**
 * Fills the columns of one month, row after row in any order: residences and memberships first, then facts, at last
 * `finished`. What a person's own record says stands before what other records of them say.
 */
export class MonthFilling {
  readonly columns: MonthColumns
  private readonly roster: Roster
  private readonly first: number
  private readonly last: number
  private readonly residences: Int32Array
  private readonly fromOther = {
    residences: new Map<number, number>(),
    memberships: new Map<number, number>(),
  }
  private readonly changing = new Map<string, { owner: number; key: string; dated: DatedValue[] }>()
  private readonly offered: Offered[] = []

  constructor(roster: Roster, { month, knownOn }: { month: Month; knownOn: LocalDate }) {
    this.roster = roster
    this.first = numberOf(firstDayOf(month))
    this.last = numberOf(lastDayOf(month))
    this.residences = new Int32Array(roster.count).fill(-1)
    this.columns = columnsOf(roster, month, knownOn)
  }

  /** Whether it holds on the last day, on which residences and memberships are read. */
  holdsAtEnd({ from, to }: Stretched): boolean {
    return from <= this.last && to > this.last
  }

  /** Whether it holds on some day of the month. */
  touches({ from, to }: Stretched): boolean {
    return from <= this.last && to > this.first
  }

  residence(record: number, unitUid: string): void {
    const { places, unitUids } = this.roster
    const own = places.of(record)
    const unit = unitUids.numberOf(unitUid)
    if (own >= 0) this.residences[own] = unit
    else this.offer(record, this.fromOther.residences, unit)
  }

  membership(record: number, household: number, relation: string): void {
    const own = this.roster.places.of(record)
    const code = relations.indexOf(relation as (typeof relations)[number])
    if (own >= 0) this.belong(own, household, code)
    else this.offer(record, this.fromOther.memberships, household * 16 + code)
  }

  private offer(record: number, to: Map<number, number>, value: number): void {
    if (this.roster.linked.has(record)) to.set(record, value)
  }

  private belong(place: number, household: number, relation: number): void {
    this.columns.households[place] = household
    this.columns.relations[place] = relation
  }

  /** Call when all residences and memberships are in. */
  settle(zones: Zones): void {
    const { linked, places, unitUids, units } = this.roster
    const byRecord = (of: Map<number, number>) => [...of].sort(([one], [other]) => one - other)
    for (const [record, unit] of byRecord(this.fromOther.residences)) {
      const place = places.of(linked.get(record) ?? 0)
      if (place >= 0 && this.residences[place] === -1) this.residences[place] = unit
    }
    for (const [record, membership] of byRecord(this.fromOther.memberships)) {
      const place = places.of(linked.get(record) ?? 0)
      if (place >= 0 && this.columns.households[place] === 0)
        this.belong(place, Math.floor(membership / 16), membership % 16)
    }
    const codes = unitUids.uids.map((uid) => zoneOf(zones, uid) ?? unknownCode)
    const [area, resident] = [this.column('area'), this.column('resident')]
    const yes = codeOf('resident', 'yes') as number
    for (let place = 0; place < this.roster.count; place++) {
      const lives = this.residences[place] as number
      const unit = lives >= 0 ? lives : (units[place] as number)
      if (unit < 0) continue
      area[place] = codes[unit] as number
      resident[place] = yes
    }
  }

  fact(record: number, key: string, value: string, valid: Stretched): void {
    if (this.isWhole(valid)) this.set(record, key, value)
    else this.change('', record, key, value, valid)
  }

  /** After `settle`: what is known of a household is known of who lives in it. */
  householdFact(household: number, key: string, value: string, valid: Stretched): void {
    if (this.isWhole(valid)) this.householdValues.push({ household, key, value })
    else this.change('household', household, key, value, valid)
  }

  private readonly householdValues: { household: number; key: string; value: string }[] = []

  private isWhole({ from, to }: Stretched): boolean {
    return from <= this.first && to > this.last
  }

  private change(
    kind: '' | 'household',
    owner: number,
    key: string,
    value: string,
    { from, to }: Stretched,
  ): void {
    const at = `${kind} ${owner} ${key}`
    const known = this.changing.get(at) ?? { owner, key, dated: [] }
    this.changing.set(at, known)
    known.dated.push({
      value,
      from: from === 0 ? undefined : dayOf(from),
      to: to > this.last ? undefined : dayBefore(to),
    })
  }

  private set(record: number, key: string, value: string): void {
    const code = codeOf(key, value)
    if (code === undefined) return
    const own = this.roster.places.of(record)
    if (own >= 0) {
      this.column(key)[own] = code
      return
    }
    const place = this.roster.places.of(this.roster.linked.get(record) ?? 0)
    if (place >= 0) this.offered.push({ record, place, key, code })
  }

  /** The columns with everything in its place. */
  finished(): MonthColumns {
    for (const [at, { owner, key, dated }] of this.changing) {
      const value = readMonth({ [key]: dated }, this.columns.month)[key]
      if (value === undefined) continue
      if (at.startsWith('household'))
        this.householdValues.push({ household: owner, key, value: String(value) })
      else this.set(owner, key, String(value))
    }
    this.setHouseholdValues()
    for (const { place, key, code } of this.offered.sort((one, other) => one.record - other.record)) {
      const column = this.column(key)
      if (column[place] === unknownCode) column[place] = code
    }
    return this.columns
  }

  private setHouseholdValues(): void {
    if (this.householdValues.length === 0) return
    const anyMember = new Map<number, number>()
    for (const { household } of this.householdValues) anyMember.set(household, -1)
    const { households, count } = this.columns
    for (let place = 0; place < count; place++)
      if (households[place] !== 0 && anyMember.get(households[place] as number) === -1)
        anyMember.set(households[place] as number, place)
    housesOf(this.columns)
    for (const { household, key, value } of this.householdValues) {
      const code = codeOf(key, value)
      const place = anyMember.get(household) as number
      if (code === undefined || place < 0) continue
      const column = this.column(key)
      for (const member of houseOf(this.columns, place)) column[member] = code
    }
  }

  private column(key: string): Uint8Array {
    return this.columns.codes.get(key) as Uint8Array
  }
}

function dayBefore(number: number): LocalDate {
  const date = new Date(`${dayOf(number)}T00:00:00Z`)
  return new Date(date.getTime() - 86_400_000).toISOString().slice(0, 10) as LocalDate
}

function columnsOf(roster: Roster, month: Month, knownOn: LocalDate): MonthColumns {
  const { count } = roster
  const codes = new Map(codedFacts.map((fact) => [fact.key, new Uint8Array(count).fill(unknownCode)]))
  const columns: MonthColumns = {
    month,
    knownOn,
    count,
    ids: roster.ids,
    linked: roster.linked,
    units: roster.units,
    unitUids: roster.unitUids.uids,
    birthFrom: roster.birthFrom,
    birthTo: roster.birthTo,
    deathOn: roster.deathOn,
    households: new Float64Array(count),
    relations: new Uint8Array(count).fill(unknownCode),
    reviewed: roster.reviewed,
    nextReviewOn: roster.nextReviewOn,
    recordedCounts: new Map(),
    codes,
  }
  const sex = codes.get('sex') as Uint8Array
  const bySex = [0, 1, 2].map((number) => {
    const word = sexOf(number)
    return word === undefined ? unknownCode : (codeOf('sex', word) ?? unknownCode)
  })
  for (let place = 0; place < count; place++) sex[place] = bySex[roster.sexes[place] as number] as number
  codes.set('alive', livesOf(columns))
  return columns
}

/** By place whether somebody lives on a day of the month: born by its end, and not dead before it began. */
export function livesOf({
  month,
  count,
  birthFrom,
  deathOn,
}: Pick<MonthColumns, 'month' | 'count' | 'birthFrom' | 'deathOn'>): Uint8Array<ArrayBuffer> {
  const [first, last] = [numberOf(firstDayOf(month)), numberOf(lastDayOf(month))]
  const [yes, no] = [codeOf('alive', 'yes') as number, codeOf('alive', 'no') as number]
  const lives = new Uint8Array(count)
  for (let place = 0; place < count; place++) {
    const death = deathOn[place] as number
    lives[place] = (birthFrom[place] as number) <= last && (death === 0 || death >= first) ? yes : no
  }
  return lives
}
