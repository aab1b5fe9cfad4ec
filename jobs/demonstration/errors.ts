import { addDays, type LocalDate } from '#calendar'
import type { FindingKind } from '#findings'
import type { MonthColumns } from '#registry'
import { type Line, monthsRecorded } from './awards.ts'
import type { Random } from './random.ts'

/** What a sweep must find, by the person's place in the columns. */
interface Planted {
  place: number
  kind: FindingKind
  benefit: string
}

/** What goes wrong in the demonstration, beside the register itself. */
export interface Errors {
  planted: Planted[]
  deaths: { place: number; on: LocalDate }[]
  /** People to be recorded a second time under the same number. */
  twice: Line[]
  applications: {
    place: number
    benefit: string
    receivedOn: LocalDate
    decidedOn: LocalDate | undefined
  }[]
}

interface Planting extends Errors {
  random: Random
  columns: MonthColumns
  today: LocalDate
  isNumbered: (place: number) => boolean
  byPlace: Map<number, Line[]>
  order: number[]
  used: Set<number>
}

/**
 * Changes some lines so that they no longer follow the law, each person in one way, and says what was done. One of
 * each kind at least, as long as there is somebody to do it to.
 */
export function plantErrors(
  lines: readonly Line[],
  columns: MonthColumns,
  { random, today, isNumbered }: Pick<Planting, 'random' | 'today' | 'isNumbered'>,
): Errors {
  const byPlace = Map.groupBy(lines, ({ place }) => place)
  const order = shuffled([...byPlace.keys()], random)
  const planting: Planting = {
    random,
    columns,
    today,
    isNumbered,
    byPlace,
    order,
    used: new Set(),
    planted: [],
    deaths: [],
    twice: [],
    applications: [],
  }
  const share = (of: number) => Math.max(1, Math.round(order.length * of))
  plant(planting, share(0.012), isPaidNow, removeAwards)
  plant(planting, share(0.01), isOldAlone, die)
  plant(planting, share(0.015), isStale, keepOldAmount)
  plant(planting, share(0.008), isPaidNow, payTooLittle)
  plant(planting, share(0.008), isPaidNow, payTooMuch)
  plant(planting, share(0.003), isNumberedPension, recordTwice)
  plant(planting, share(0.006), isPlainPension, leaveWaiting)
  plant(planting, share(0.08), isPaidNow, answer)
  const { planted, deaths, twice, applications } = planting
  return { planted, deaths, twice, applications }
}

type Test = (planting: Planting, place: number, lines: readonly Line[]) => boolean
type Change = (planting: Planting, place: number, lines: readonly Line[]) => void

function plant(planting: Planting, count: number, test: Test, change: Change): void {
  let left = count
  for (const place of planting.order) {
    if (left === 0) return
    const lines = planting.byPlace.get(place) ?? []
    if (planting.used.has(place) || !test(planting, place, lines)) continue
    planting.used.add(place)
    change(planting, place, lines)
    left -= 1
  }
}

const now = monthsRecorded - 1
const paidNow = (line: Line) => (line.amountsDong[now] ?? 0) > 0

const isPaidNow: Test = (_, __, lines) => lines.every(paidNow)

/** Nobody else's entitlement may hang on somebody who dies in the demonstration. */
const isOldAlone: Test = ({ columns }, place, lines) =>
  lines.every(paidNow) && (columns.birthTo[place] as number) < 19_600_101

/** The standard has risen within the months and nothing else has changed. */
const isStale: Test = (_, __, lines) =>
  lines.every(
    (line) =>
      paidNow(line) &&
      (line.amountsDong[0] ?? 0) > 0 &&
      (line.amountsDong[0] ?? 0) < (line.amountsDong[now] ?? 0),
  )

const isPlainPension: Test = ({ columns }, place, lines) =>
  lines.length === 1 &&
  lines[0]?.benefit === 'socialPension' &&
  paidNow(lines[0]) &&
  columns.codes.get('poverty')?.[place] === 0 &&
  columns.codes.get('disability')?.[place] === 0

/** Without the State's number nobody can be sure that two records are one person's: the sweep does not name them. */
const isNumberedPension: Test = (planting, place, lines) =>
  planting.isNumbered(place) && isPlainPension(planting, place, lines)

const removeAwards: Change = (planting, place, lines) => {
  for (const line of lines) {
    line.amountsDong.fill(0)
    planting.planted.push({ place, kind: 'missed', benefit: line.benefit })
  }
}

const die: Change = (planting, place, lines) => {
  planting.deaths.push({ place, on: addDays(planting.today, -planting.random.between(45, 150)) })
  for (const { benefit } of lines) planting.planted.push({ place, kind: 'undue', benefit })
}

const keepOldAmount: Change = (planting, place, lines) => {
  for (const line of lines) {
    line.amountsDong.fill(line.amountsDong[0] ?? 0)
    planting.planted.push({ place, kind: 'underpaid', benefit: line.benefit })
  }
}

const payTooLittle: Change = (planting, place, lines) => {
  scale(planting, lines[0] as Line, { by: 0.5, place, kind: 'underpaid' })
}

const payTooMuch: Change = (planting, place, lines) => {
  scale(planting, lines[0] as Line, { by: 1.5, place, kind: 'overpaid' })
}

function scale(
  { planted }: Planting,
  line: Line,
  { by, place, kind }: { by: number; place: number; kind: FindingKind },
): void {
  line.amountsDong = line.amountsDong.map((amount) => Math.round(amount * by))
  line.tenths = Math.round(line.tenths * by)
  planted.push({ place, kind, benefit: line.benefit })
}

const recordTwice: Change = (planting, place, lines) => {
  planting.twice.push(lines[0] as Line)
  planting.planted.push({ place, kind: 'duplicate', benefit: 'socialPension' })
}

const leaveWaiting: Change = (planting, place, lines) => {
  ;(lines[0] as Line).amountsDong.fill(0)
  const receivedOn = addDays(planting.today, -planting.random.between(24, 70))
  planting.applications.push({ place, benefit: 'socialPension', receivedOn, decidedOn: undefined })
  planting.planted.push({ place, kind: 'late', benefit: 'socialPension' })
  planting.planted.push({ place, kind: 'missed', benefit: 'socialPension' })
}

/** Most applications of the last year were answered in time. */
const answer: Change = ({ random, applications, today }, place, lines) => {
  const receivedOn = addDays(today, -random.between(60, 330))
  const took = random.happens(0.92) ? random.between(2, 7) : random.between(25, 45)
  applications.push({
    place,
    benefit: (lines[0] as Line).benefit,
    receivedOn,
    decidedOn: addDays(receivedOn, took),
  })
}

function shuffled(places: number[], random: Random): number[] {
  for (let last = places.length - 1; last > 0; last--) {
    const other = random.between(0, last)
    ;[places[last], places[other]] = [places[other] as number, places[last] as number]
  }
  return places
}
