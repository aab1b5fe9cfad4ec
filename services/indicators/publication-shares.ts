import { getMetric, principleKeys } from './catalogue.ts'
import type { Counted } from './publication-families.ts'
import { isSmall, possibleMin } from './publication-suppression.ts'
import { figureOf } from './value.ts'

/** A share as a step of five points: what is below 100 is at least `from` and below `to`. */
export interface ShareStep {
  from: number
  to: number
}

export const principles = ['right', 'full', 'onTime'] as const
export type Principle = (typeof principles)[number]

/** What is told of the three principles. Left out: not measured. `null`: too few people. */
export type ToldSteps = Partial<Record<Principle, ShareStep | null>>
export type ToldShares = Partial<Record<Principle, ToldShare>>

/** A share in per cent with one decimal, a step where a decimal would tell too much, or `null` where any step would. */
export type ToldShare = number | ShareStep | null

/** A step covers five points of at least this many people, so that no step means fewer than five counts. */
const stepFrom = 100
const stepPoints = 5

/** By principle what was counted at a place, or of a part of the province. */
export type ReadPrinciple = (principle: Principle) => Counted | undefined

/** The three principles of a commune or a programme. */
export function stepsOf(read: ReadPrinciple): ToldSteps {
  const told: ToldSteps = {}
  for (const principle of principles) {
    const counted = read(principle)
    if (!counted || counted.whole === 0) continue
    told[principle] = stepOfCounted(principle, counted) ?? null
  }
  return told
}

function stepOfCounted(principle: Principle, { part, whole }: Counted): ShareStep | undefined {
  const value = figureOf(getMetric(principleKeys[principle]), part, whole)
  return value === undefined || whole < stepFrom ? undefined : stepOf(value)
}

/** The last step holds 100 too. */
export function stepOf(percent: number): ShareStep {
  const from = Math.min(100 - stepPoints, Math.floor(percent / stepPoints) * stepPoints)
  return { from, to: from + stepPoints }
}

/** What a share of the province may be told as, in tenths of a point: with its decimal, or as a step, the finest first. */
const exactTenths = 1
const stepTenths = [10, 20, 50, 100, 200, 250, 500] as const

/**
 * The three principles of the province, each as fine as leaves five values of every small count, of the province or, by the
 * steps told of them, of a place, to somebody who knows of how many people each share is.
 */
export function sharesOfAll(read: ReadPrinciple, ofPlaces: readonly ReadPrinciple[]): ToldShares {
  const told: ToldShares = {}
  for (const principle of principles) {
    const all = read(principle)
    if (!all || all.whole === 0) continue
    const places = ofPlaces.flatMap((place) => place(principle) ?? [])
    const isFree = (width: number) => isShareFree(principle, { all, width, places })
    const value = figureOf(getMetric(principleKeys[principle]), all.part, all.whole)
    told[principle] = value !== undefined && isFree(exactTenths) ? value : finestStep(all, isFree)
  }
  return told
}

/** A share of the province that hangs together with no other figure, where its decimal may not be told. */
export function stepAlone(all: Counted): ShareStep | null {
  return finestStep(all, (width) => isWide(partsAround(all, width)))
}

function finestStep(all: Counted, isFree: (width: number) => boolean): ShareStep | null {
  const width = stepTenths.find(isFree)
  if (width === undefined) return null
  const from = tenthsBelow(all, width)
  return { from: from / 10, to: (from + width) / 10 }
}

/** What a count may be, both ends included. */
interface Range {
  from: number
  to: number
}

function isShareFree(
  principle: Principle,
  { all, width, places }: { all: Counted; width: number; places: readonly Counted[] },
): boolean {
  const whole = partsAround(all, width)
  if ((isSmallShare(all) || width > exactTenths) && !isWide(whole)) return false
  const ranges = places.map((place) => partsOfStep(principle, place))
  const sum = ranges.reduce((one, other) => ({ from: one.from + other.from, to: one.to + other.to }), {
    from: 0,
    to: 0,
  })
  return places.every((place, index) => {
    if (!isSmallShare(place)) return true
    const own = ranges[index] as Range
    const left = {
      from: Math.max(own.from, whole.from - (sum.to - own.to)),
      to: Math.min(own.to, whole.to - (sum.from - own.from)),
    }
    // Of a place with next to nobody nothing more is known than before.
    return isWide(left) || (left.from === 0 && left.to === place.whole)
  })
}

function isSmallShare({ part, whole }: Counted): boolean {
  return isSmall(part) || isSmall(whole - part)
}

function isWide({ from, to }: Range): boolean {
  return to - from + 1 >= possibleMin
}

/** The last tenths of a point at or below a share at which a step of this width begins; the last step holds 100 too. */
function tenthsBelow({ part, whole }: Counted, width: number): number {
  const tenths = Math.floor((part * 1_000) / whole)
  return width === exactTenths ? tenths : Math.min(1_000 - width, Math.floor(tenths / width) * width)
}

/** What the part may be for somebody who reads its share as told with this width. */
function partsAround(counted: Counted, width: number): Range {
  return partsOfTenths(tenthsBelow(counted, width), width, counted.whole)
}

/** The parts of a whole of which a share is at least so many tenths of a point, and less than `width` tenths more. */
function partsOfTenths(tenths: number, width: number, whole: number): Range {
  const from = Math.ceil((tenths * whole) / 1_000)
  const isLast = tenths + width >= 1_000 && width > 1
  return { from, to: isLast ? whole : Math.min(whole, Math.ceil(((tenths + width) * whole) / 1_000) - 1) }
}

/** What the part of a place may be by the step that is told of it, or anything where none is. */
function partsOfStep(principle: Principle, place: Counted): Range {
  const step = stepOfCounted(principle, place)
  return step ? partsOfTenths(step.from * 10, stepPoints * 10, place.whole) : { from: 0, to: place.whole }
}
