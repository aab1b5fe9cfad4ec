import { numberOf } from '#calendar'
import type { BirthRange, FactValue, Program } from '#rules'
import { type BirthColumnSpec, type ColumnSpec, columnsOf, unknownClass } from './columns.ts'

/** Class columns of many persons, one byte a person and column. */
export interface Columns {
  specs: readonly ColumnSpec[]
  count: number
  /** In the order of `specs`. */
  classes: readonly Uint8Array[]
}

/** The birth of whom nothing is known, as days yyyymmdd. */
export const unknownBirth = { from: 0, to: 99_999_999 } as const

/** The code of an unknown choice or count in `encodeCodes`. */
export const unknownCode = 255

/**
 * The class columns of `count` persons, asking `read` for every fact of each. Meant for lists and tests; a province
 * is encoded from typed arrays. Throws, naming the fact and the value, when a value does not fit its fact.
 */
export function encode(
  program: Program,
  count: number,
  read: (person: number, fact: string) => FactValue | undefined,
): Columns {
  const specs = columnsOf(program)
  const classes = specs.map((spec) => {
    const column = new Uint8Array(count)
    for (let person = 0; person < count; person++) column[person] = classOf(spec, read(person, spec.fact))
    return column
  })
  return { specs, count, classes }
}

/** The class of one value. Throws when the value does not fit the column's fact. */
export function classOf(spec: ColumnSpec, value: FactValue | undefined): number {
  switch (spec.kind) {
    case 'youngest':
    case 'oldest':
      return birthClass(spec, value as BirthRange | undefined)
    case 'choice': {
      if (value === undefined) return unknownClass
      const index = spec.values.indexOf(value as string)
      if (index < 0) throw new RangeError(`"${spec.fact}" has no value ${JSON.stringify(value)}`)
      return index
    }
    case 'count':
      return value === undefined ? unknownClass : Math.min(wholeNumber(spec, value), spec.max)
    case 'amount':
      return value === undefined ? unknownClass : reachedCuts(spec.cuts, wholeNumber(spec, value))
  }
}

function birthClass(spec: BirthColumnSpec, value: BirthRange | undefined): number {
  if (value === undefined) return spec.kind === 'oldest' ? spec.cuts.length : 0
  const day = numberOf(spec.kind === 'oldest' ? value.from : value.to)
  return spec.cuts.filter((cut) => day <= cut).length
}

function wholeNumber(spec: ColumnSpec, value: FactValue): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw new RangeError(`"${spec.fact}" must be a whole number, 0 or more, not ${JSON.stringify(value)}`)
}

function reachedCuts(cuts: readonly number[], value: number): number {
  let reached = 0
  while (reached < cuts.length && value >= (cuts[reached] as number)) reached++
  return reached
}

/**
 * One class column from days yyyymmdd: `fromDays` and `toDays` are the first and last possible day of birth (0 and
 * 99999999 when nothing is known). A table by year leaves a comparison only in years that hold a cut-off day.
 */
export function encodeBirths(
  spec: BirthColumnSpec,
  fromDays: Int32Array,
  toDays: Int32Array,
  into: Uint8Array = new Uint8Array(fromDays.length),
): Uint8Array {
  const days = spec.kind === 'oldest' ? fromDays : toDays
  const { cuts } = spec
  const firstOf = new Uint8Array(10_001)
  for (let year = 0, next = 0; year <= 10_000; year++) {
    while (next < cuts.length && (cuts[next] as number) < year * 10_000) next++
    firstOf[year] = next
  }
  for (let person = 0; person < days.length; person++) {
    const day = days[person] as number
    const year = (day / 10_000) | 0
    let passed = firstOf[year] as number
    const end = firstOf[year + 1] as number
    while (passed < end && (cuts[passed] as number) < day) passed++
    into[person] = cuts.length - passed
  }
  return into
}

/**
 * One class column from codes: the place of a choice's value, or a count; 255 when unknown. Throws when a code is
 * not a value of the choice.
 */
export function encodeCodes(
  spec: Extract<ColumnSpec, { kind: 'choice' | 'count' }>,
  codes: Uint8Array,
  into: Uint8Array = new Uint8Array(codes.length),
): Uint8Array {
  const table = new Uint8Array(256).fill(spec.kind === 'count' ? spec.max : unknownCode)
  const known = spec.kind === 'count' ? spec.max : spec.values.length - 1
  for (let code = 0; code <= known; code++) table[code] = code
  table[unknownCode] = unknownClass
  let seen = 0
  for (let person = 0; person < codes.length; person++) {
    const entry = table[codes[person] as number] as number
    seen |= entry
    into[person] = entry
  }
  if (seen > unknownClass)
    throw new RangeError(`"${spec.fact}" has codes 0 … ${known} and 255; the column holds another`)
  return into
}

/** One class column from whole amounts of đồng; a negative one is unknown. */
export function encodeAmounts(
  spec: Extract<ColumnSpec, { kind: 'amount' }>,
  amountsDong: Float64Array,
  into: Uint8Array = new Uint8Array(amountsDong.length),
): Uint8Array {
  for (let person = 0; person < amountsDong.length; person++) {
    const value = amountsDong[person] as number
    into[person] = value < 0 ? unknownClass : reachedCuts(spec.cuts, value)
  }
  return into
}
