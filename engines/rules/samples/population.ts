import type { LocalDate } from '#calendar'
import type { Fact, FactValue, FactValues, Program } from '#rules'
import { type Columns, columnsOf, encodeAmounts, encodeBirths, encodeCodes, unknownCode } from '#rules/batch'
import { type Draw, happens, seeded } from './draw.ts'

/** What registers hold of many persons, as columns of codes, days and amounts. */
export interface Population {
  count: number
  facts: readonly Fact[]
  /** Of choices and counts: the place of the value or the number, 255 when unknown. */
  codes: Readonly<Record<string, Uint8Array>>
  /** Days yyyymmdd. */
  births: Readonly<Record<string, { from: Int32Array; to: Int32Array }>>
  /** Đồng, negative when unknown. */
  amounts: Readonly<Record<string, Float64Array>>
}

/**
 * Persons drawn for a program: the first value of a choice is common and the others rare, one value in a hundred is
 * unknown, one birth in twenty is known only to the year or the month. The same for the same seed.
 */
export function samplePopulation(program: Program, count: number, seed: number): Population {
  const draw = seeded(seed)
  const codes: Record<string, Uint8Array> = {}
  const births: Record<string, { from: Int32Array; to: Int32Array }> = {}
  const amounts: Record<string, Float64Array> = {}
  for (const fact of program.facts) {
    if (fact.kind === 'birth') births[fact.key] = drawBirths(draw, count)
    else if (fact.kind === 'amount') amounts[fact.key] = drawAmounts(draw, count)
    else codes[fact.key] = drawCodes(draw, count, fact.kind === 'count' ? fact.max + 1 : fact.values.length)
  }
  return { count, facts: program.facts, codes, births, amounts }
}

function drawCodes(draw: Draw, count: number, values: number): Uint8Array {
  return Uint8Array.from({ length: count }, () => {
    if (happens(draw, 10)) return unknownCode
    return happens(draw, 120) ? 1 + draw(values - 1) : 0
  })
}

function drawBirths(draw: Draw, count: number): { from: Int32Array; to: Int32Array } {
  const from = new Int32Array(count)
  const to = new Int32Array(count)
  for (let person = 0; person < count; person++) {
    const year = (1930 + draw(96)) * 10_000
    const inMonth = (1 + draw(12)) * 100
    const exact = year + inMonth + 1 + draw(28)
    const known = draw(100)
    from[person] = known < 4 ? year + 101 : known < 5 ? year + inMonth + 1 : exact
    to[person] = known < 4 ? year + 1231 : known < 5 ? year + inMonth + 28 : exact
  }
  return { from, to }
}

function drawAmounts(draw: Draw, count: number): Float64Array {
  return Float64Array.from({ length: count }, () => (happens(draw, 80) ? -1 : draw(4500) * draw(4500)))
}

/** The class columns of a population. `room` gives the bytes of a column, e.g. in shared memory. */
export function encodePopulation(
  program: Program,
  people: Population,
  room: (count: number) => Uint8Array = (count) => new Uint8Array(count),
): Columns {
  const specs = columnsOf(program)
  const classes = specs.map((spec) => {
    const into = room(people.count)
    if (spec.kind === 'amount') return encodeAmounts(spec, people.amounts[spec.fact] as Float64Array, into)
    if (spec.kind === 'choice' || spec.kind === 'count')
      return encodeCodes(spec, people.codes[spec.fact] as Uint8Array, into)
    const days = people.births[spec.fact] as { from: Int32Array; to: Int32Array }
    return encodeBirths(spec, days.from, days.to, into)
  })
  return { specs, count: people.count, classes }
}

/** One person of a population as an explanation reads her. */
export function personOf(people: Population, person: number): FactValues {
  return Object.fromEntries(people.facts.map((fact) => [fact.key, factOf(people, fact, person)]))
}

function factOf(people: Population, fact: Fact, person: number): FactValue | undefined {
  if (fact.kind === 'birth') {
    const { from, to } = people.births[fact.key] as { from: Int32Array; to: Int32Array }
    return { from: dayOf(from[person] as number), to: dayOf(to[person] as number) }
  }
  if (fact.kind === 'amount') {
    const value = people.amounts[fact.key]?.[person] as number
    return value < 0 ? undefined : value
  }
  const code = people.codes[fact.key]?.[person] as number
  if (code === unknownCode) return undefined
  return fact.kind === 'count' ? code : fact.values[code]
}

function dayOf(number: number): LocalDate {
  const digits = String(number)
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` as LocalDate
}
