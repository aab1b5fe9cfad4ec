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
export type ToldShares = Partial<Record<Principle, number | null>>

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

/**
 * The three principles of the province with one decimal: hidden where somebody who knows of how many people each share is
 * could tell fewer than five values of a small count, of the province or, by the steps told of them, of a place.
 */
export function sharesOfAll(read: ReadPrinciple, ofPlaces: readonly ReadPrinciple[]): ToldShares {
  const told: ToldShares = {}
  for (const principle of principles) {
    const all = read(principle)
    if (!all || all.whole === 0) continue
    const places = ofPlaces.flatMap((place) => place(principle) ?? [])
    const value = figureOf(getMetric(principleKeys[principle]), all.part, all.whole)
    told[principle] = isShareFree(principle, all, places) ? (value ?? null) : null
  }
  return told
}

/** What a count may be, both ends included. */
interface Range {
  from: number
  to: number
}

function isShareFree(principle: Principle, all: Counted, places: readonly Counted[]): boolean {
  const whole = partsOfTenths(Math.floor((all.part * 1_000) / all.whole), 1, all.whole)
  if (isSmallShare(all) && !isWide(whole)) return false
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
