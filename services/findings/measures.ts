import type { MonthColumns } from '#registry'
import type { Clock } from './clocks.ts'
import type { Draft } from './drafts.ts'
import { type Amounts, type Evaluation, forEachPlace, Pairs } from './evaluation.ts'
import { absent, type Standings } from './standings.ts'

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

/** How somebody stands in the principles, as bits. */
const stands = { recipient: 1, right: 2, entitled: 4, fully: 8 } as const

/** By place how each person who was asked about stands. */
export function standingOf(evaluation: Evaluation, drafts: readonly Draft[]): Uint8Array {
  const standing = new Uint8Array(evaluation.columns.count)
  const pairs = new Pairs(standingBy)
  forEachPlace(evaluation, (place) => {
    standing[place] = pairs.at(evaluation, place)
  })
  for (const { kind, place } of drafts)
    if (kind === 'undue' || kind === 'duplicate')
      standing[place] = (standing[place] as number) & ~stands.right
  return standing
}

function standingBy(amounts: Amounts, recorded: ReadonlyMap<string, number>): number {
  const receives = recorded.size > 0 ? stands.recipient | stands.right : 0
  const certain = [...amounts].filter(([, { low }]) => low > 0)
  if (certain.length === 0) return receives
  const fully = certain.every(([benefit, { low }]) => (recorded.get(benefit) ?? 0) >= low)
  return receives | stands.entitled | (fully ? stands.fully : 0)
}

/** Counts everybody by the unit they live in now, and the clocks by the unit of whom they run for. */
export function measure(
  { count, units, unitUids, standing }: Standings,
  clocks: readonly { unit: string; kept: boolean }[],
): Measures {
  const people = Array.from({ length: unitUids.length + 1 }, () => new Int32Array(16))
  for (let place = 0; place < count; place++) {
    if (standing[place] === absent) continue
    const of = people[(units[place] as number) + 1] as Int32Array
    of[standing[place] as number] = (of[standing[place] as number] as number) + 1
  }
  const measures = new Map<string, Measure>()
  people.forEach((counts, unit) => {
    if (counts.some((each) => each > 0)) measures.set(unitUids[unit - 1] ?? '', measureOf(counts))
  })
  for (const { unit, kept } of clocks) {
    const own = measures.get(unit) ?? measureOf(new Int32Array(16))
    measures.set(unit, own)
    own.clocks += 1
    if (kept) own.clocksKept += 1
  }
  return measures
}

function measureOf(byStanding: Int32Array): Measure {
  const withAll = (bits: number) =>
    byStanding.reduce((sum, people, standing) => ((standing & bits) === bits ? sum + people : sum), 0)
  return {
    people: withAll(0),
    recipients: withAll(stands.recipient),
    recipientsRight: withAll(stands.recipient | stands.right),
    entitled: withAll(stands.entitled),
    entitledFully: withAll(stands.entitled | stands.fully),
    clocks: 0,
    clocksKept: 0,
  }
}

/** The unit of each clock's person. */
export function clocksByUnit(
  clocks: readonly Clock[],
  { units, unitUids }: Pick<MonthColumns, 'units' | 'unitUids'>,
): { unit: string; kept: boolean }[] {
  return clocks.map(({ place, kept }) => ({ unit: unitUids[units[place] as number] ?? '', kept }))
}
