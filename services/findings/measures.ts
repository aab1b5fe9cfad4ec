import type { MonthColumns } from '#registry'
import type { Clock } from './clocks.ts'
import type { Draft } from './drafts.ts'
import { type Case, casesOf, type Evaluation } from './evaluation.ts'

/** What the three principles are computed from, for one unit; README says what each counts. */
interface Measure {
  people: number
  recipients: number
  recipientsRight: number
  entitled: number
  entitledFully: number
  clocks: number
  clocksKept: number
}

/** By unit; people whose unit is not known are counted under the empty uid. */
export type Measures = ReadonlyMap<string, Measure>

/** Counts everybody of an evaluation once, by the unit they live in now. */
export function measure(
  evaluation: Evaluation,
  drafts: readonly Draft[],
  clocks: readonly Clock[],
): Measures {
  const { columns } = evaluation
  const measures = new Map<string, Measure>()
  const of = (place: number) => measureAt(measures, columns, place)
  for (let place = 0; place < columns.count; place++) of(place).people += 1
  const wrong = new Set(
    drafts.filter(({ kind }) => kind === 'undue' || kind === 'duplicate').map(({ place }) => place),
  )
  for (const each of casesOf(evaluation)) count(of(each.place), each, wrong)
  for (const { place, kept } of clocks) {
    const own = of(place)
    own.clocks += 1
    if (kept) own.clocksKept += 1
  }
  return measures
}

function count(own: Measure, { place, amounts, recorded }: Case, wrong: ReadonlySet<number>): void {
  if (recorded.size > 0) {
    own.recipients += 1
    if (!wrong.has(place)) own.recipientsRight += 1
  }
  const certain = [...amounts].filter(([, { low }]) => low > 0)
  if (certain.length === 0) return
  own.entitled += 1
  if (certain.every(([benefit, { low }]) => (recorded.get(benefit) ?? 0) >= low)) own.entitledFully += 1
}

function measureAt(measures: Map<string, Measure>, columns: MonthColumns, place: number): Measure {
  const unit = columns.unitUids[columns.units[place] as number] ?? ''
  const found = measures.get(unit)
  if (found) return found
  const empty = {
    people: 0,
    recipients: 0,
    recipientsRight: 0,
    entitled: 0,
    entitledFully: 0,
    clocks: 0,
    clocksKept: 0,
  }
  measures.set(unit, empty)
  return empty
}
