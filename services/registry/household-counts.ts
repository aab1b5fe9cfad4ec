import { addDays, firstDayOf, type LocalDate, type Month } from '#calendar'
import { countK4Children, countUnder36Months, type RaisedChild, studying } from '#law/social-assistance'
import { housesOf } from './houses.ts'
import { codeOf, dayOf, type MonthColumns, unknownBirth, unknownCode } from './month-columns.ts'
import { relations } from './recording.ts'

const head = relations.indexOf('head')
const spouse = relations.indexOf('spouse')
const child = relations.indexOf('child')
const grandchild = relations.indexOf('grandchild')

interface Counts {
  k4: number | undefined
  under36Months: number | undefined
}

const noChildren: Counts = { k4: 0, under36Months: 0 }

/**
 * Counts for every head of a household and their spouse the children of the house as the law of the month counts
 * them, so that the rules look at one person at a time. A count that hangs on a birth or on studies nobody recorded
 * is unknown; so is that of a grown child who lives in the house with grandchildren, because the register does not
 * say whose they are. What an officer recorded as a fact stands.
 */
export function countHousehold(columns: MonthColumns): void {
  const { count, starts, members } = housesOf(columns)
  const { relations: of } = columns
  const alive = columns.codes.get('alive') as Uint8Array
  const lives = codeOf('alive', 'yes')
  const children = new ChildrenCounts(columns)
  for (let house = 0; house < count; house++) {
    const [from, to] = [starts[house] as number, starts[house + 1] as number]
    let grandchildren = false
    children.empty()
    for (let at = from; at < to; at++) {
      const place = members[at] as number
      if (alive[place] !== lives) continue
      if (of[place] === grandchild) grandchildren = true
      else if (of[place] === child) children.add(place)
    }
    const counts = children.counts()
    for (let at = from; at < to; at++) {
      const place = members[at] as number
      if (of[place] === child && grandchildren) continue
      fill(columns, place, of[place] === head || of[place] === spouse ? counts : noChildren)
    }
  }
}

function fill({ codes }: MonthColumns, place: number, counts: Counts): void {
  const [k4, under36Months] = [codes.get('k4Children'), codes.get('childrenUnder36Months')]
  if (k4?.[place] === unknownCode && counts.k4 !== undefined) k4[place] = Math.min(counts.k4, 14)
  if (under36Months?.[place] === unknownCode && counts.under36Months !== undefined)
    under36Months[place] = Math.min(counts.under36Months, 4)
}

/** The counts of one house after another. */
class ChildrenCounts {
  private readonly births: readonly [Int32Array, Int32Array]
  private readonly studying: Uint8Array
  private readonly kinds: ChildKinds
  private here: number[] = []

  constructor({ month, birthFrom, birthTo, codes }: MonthColumns) {
    this.births = [birthFrom, birthTo]
    this.studying = codes.get(studying.key) as Uint8Array
    this.kinds = kindsIn(month)
  }

  empty(): void {
    if (this.here.length > 0) this.here = []
  }

  add(place: number): void {
    const [from, to] = [this.births[0][place] as number, this.births[1][place] as number]
    this.here.push(this.kinds.of(from, to, this.studying[place] as number))
  }

  counts(): Counts {
    return this.here.length === 0 ? noChildren : this.kinds.count(this.here)
  }
}

/** What the law says of children is the same whoever asks: kept for the months that are looked at now. */
const kindsByMonth = new Map<Month, ChildKinds>()
const monthsKept = 80

function kindsIn(month: Month): ChildKinds {
  const known = kindsByMonth.get(month) ?? new ChildKinds(month)
  if (kindsByMonth.size >= monthsKept) kindsByMonth.clear()
  kindsByMonth.set(month, known)
  return known
}

/**
 * The law counts each child by itself, so children whom it counts alike, alone and beside a baby, are of one kind; it
 * is asked once for each number of children of each kind.
 */
class ChildKinds {
  private readonly month: Month
  private readonly baby: RaisedChild
  private readonly numbers = new Map<string, number>()
  private readonly children: RaisedChild[] = []
  private readonly byBirth = new Map<number, number>()
  private readonly byRange = new Map<string, number>()
  private readonly counted = new Map<string, Counts>()

  constructor(month: Month) {
    this.month = month
    const on = addDays(firstDayOf(month), -1)
    this.baby = { birth: { from: on, to: on } }
  }

  count(kinds: number[]): Counts {
    const key = kinds.sort((one, other) => one - other).join()
    const known = this.counted.get(key)
    if (known) return known
    const counts = this.ask(kinds.map((kind) => this.children[kind] as RaisedChild))
    this.counted.set(key, counts)
    return counts
  }

  private ask(children: readonly RaisedChild[]): Counts {
    return {
      k4: countK4Children(children, this.month),
      under36Months: countUnder36Months(children, this.month),
    }
  }

  of(from: number, to: number, studies: number): number {
    if (from !== to) return this.ofRange(from, to, studies)
    // One answer holds for a whole month of births when its first and last day have the same: people only grow older.
    const key = (from * 256 + studies) * 2
    const monthly = Math.floor(from / 100)
    const known = this.byBirth.get((monthly * 256 + studies) * 2 + 1) ?? this.byBirth.get(key)
    if (known !== undefined) return known
    const [first, last] = [1, 31].map((day) => {
      const on = monthly * 100 + day
      return this.ofChild(raised(on, on, studies))
    }) as [number, number]
    const whole = first === last
    const kind = whole ? first : this.ofChild(raised(from, to, studies))
    this.byBirth.set(whole ? (monthly * 256 + studies) * 2 + 1 : key, kind)
    return kind
  }

  private ofRange(from: number, to: number, studies: number): number {
    const key = `${from} ${to} ${studies}`
    const kind = this.byRange.get(key) ?? this.ofChild(raised(from, to, studies))
    this.byRange.set(key, kind)
    return kind
  }

  /** How the law counts a child, as a text to compare. */
  signOf(one: RaisedChild): string {
    return JSON.stringify([this.ask([one]), this.ask([one, this.baby])])
  }

  private ofChild(one: RaisedChild): number {
    const sign = this.signOf(one)
    const kind = this.numbers.get(sign) ?? this.children.length
    if (kind === this.children.length) {
      this.numbers.set(sign, kind)
      this.children.push(one)
    }
    return kind
  }
}

function raised(from: number, to: number, studies: number): RaisedChild {
  const birth =
    from === unknownBirth.from ? undefined : { from: dayOf(from) as LocalDate, to: dayOf(to) as LocalDate }
  const value = studies === unknownCode ? undefined : studying.values[studies]
  return { birth, studying: value as RaisedChild['studying'] }
}
