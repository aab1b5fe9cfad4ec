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

/**
 * The counts of one house after another. The law counts each child by itself, so children whom it counts alike,
 * alone and beside a baby, are of one kind; it is asked once for each number of children of each kind.
 */
class ChildrenCounts {
  private readonly month: Month
  private readonly births: readonly [Int32Array, Int32Array]
  private readonly studying: Uint8Array
  private readonly baby: RaisedChild
  private readonly kinds = new Map<string, number>()
  private readonly ofKind: RaisedChild[] = []
  private readonly kindBy = new Map<number, number>()
  private readonly kindByRange = new Map<string, number>()
  private readonly counted = new Map<string, Counts>()
  private here: number[] = []

  constructor({ month, birthFrom, birthTo, codes }: MonthColumns) {
    this.month = month
    this.births = [birthFrom, birthTo]
    this.studying = codes.get(studying.key) as Uint8Array
    const on = addDays(firstDayOf(month), -1)
    this.baby = { birth: { from: on, to: on } }
  }

  empty(): void {
    if (this.here.length > 0) this.here = []
  }

  add(place: number): void {
    const [from, to] = [this.births[0][place] as number, this.births[1][place] as number]
    this.here.push(this.kindOf(from, to, this.studying[place] as number))
  }

  counts(): Counts {
    if (this.here.length === 0) return noChildren
    const key = this.here.sort((one, other) => one - other).join()
    const known = this.counted.get(key)
    if (known) return known
    const counts = this.ask(this.here.map((kind) => this.ofKind[kind] as RaisedChild))
    this.counted.set(key, counts)
    return counts
  }

  private ask(children: readonly RaisedChild[]): Counts {
    return {
      k4: countK4Children(children, this.month),
      under36Months: countUnder36Months(children, this.month),
    }
  }

  private kindOf(from: number, to: number, studies: number): number {
    if (from !== to) return this.kindOfRange(from, to, studies)
    // Of a whole month of births one answer holds when its first and last day have the same: people only grow older.
    const key = (from * 256 + studies) * 2
    const monthly = Math.floor(from / 100)
    const known = this.kindBy.get(key) ?? this.kindBy.get((monthly * 256 + studies) * 2 + 1)
    if (known !== undefined) return known
    const [first, last] = [1, 31].map((day) => {
      const on = monthly * 100 + day
      return this.kindOfChild(raised(on, on, studies))
    }) as [number, number]
    const whole = first === last
    const kind = whole ? first : this.kindOfChild(raised(from, to, studies))
    this.kindBy.set(whole ? (monthly * 256 + studies) * 2 + 1 : key, kind)
    return kind
  }

  private kindOfRange(from: number, to: number, studies: number): number {
    const key = `${from} ${to} ${studies}`
    const kind = this.kindByRange.get(key) ?? this.kindOfChild(raised(from, to, studies))
    this.kindByRange.set(key, kind)
    return kind
  }

  private kindOfChild(one: RaisedChild): number {
    const sign = JSON.stringify([this.ask([one]), this.ask([one, this.baby])])
    const kind = this.kinds.get(sign) ?? this.ofKind.length
    if (kind === this.ofKind.length) {
      this.kinds.set(sign, kind)
      this.ofKind.push(one)
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
