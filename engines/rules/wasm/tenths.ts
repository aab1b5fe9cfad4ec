import {
  always,
  type BenefitTable,
  type CaseSignals,
  type CoefficientSignals,
  groundSignal,
} from '#rules/batch'
import type { SignalBytes } from './signals.ts'
import type { LookUps } from './tables.ts'
import {
  type Body,
  both,
  choose,
  either,
  everything,
  greatest,
  least,
  not,
  nothing,
  repeated,
  sum,
  type Vector,
  without,
} from './vectors.ts'

export interface TenthsVectors {
  low: Vector
  high: Vector
}

/** The tenths of one benefit, 16 persons at once, as the explanation stacks them. */
export function emitTenths(
  table: BenefitTable,
  words: number,
  signals: SignalBytes,
  body: Body,
  lookUps: LookUps,
): TenthsVectors {
  const certain = (ground: number) => signals.mask(groundSignal(ground, 'certain', words))
  const possible = (ground: number) => signals.mask(groundSignal(ground, 'possible', words))
  const met = table.of.map(({ ground, coefficient, alongside }) => {
    const { low, high } = emitCoefficient(coefficient, signals, body)
    return { alongside, low: both(low, certain(ground)), high: both(high, possible(ground)) }
  })
  const beside = highest(
    met.filter((each) => each.alongside),
    body,
  )
  const others = highest(
    met.filter((each) => !each.alongside),
    body,
  )
  let tenths = { low: greatest(beside.low, others.low), high: greatest(beside.high, others.high) }
  if (table.plus) {
    const { ground } = table.plus
    const heads = headTables(table.plus)
    const added = {
      low: body.keep(both(lookUps.lookUp(table.plus.column, heads.low), certain(ground))),
      high: body.keep(both(lookUps.lookUp(table.plus.column, heads.high), possible(ground))),
    }
    tenths = {
      low: greatest(tenths.low, together(beside.low, added.low)),
      high: greatest(tenths.high, together(beside.high, added.high)),
    }
  }
  if (table.excludedBy.length === 0) return tenths
  return {
    low: without(tenths.low, either(...table.excludedBy.map(possible))),
    high: without(tenths.high, either(...table.excludedBy.map(certain))),
  }
}

function highest(of: readonly TenthsVectors[], body: Body): TenthsVectors {
  if (of.length === 0) return { low: nothing, high: nothing }
  return {
    low: body.keep(greatest(...of.map((each) => each.low))),
    high: body.keep(greatest(...of.map((each) => each.high))),
  }
}

/** Beside another coefficient or, where there is none to stand beside, alone. */
function together(beside: Vector, added: Vector): Vector {
  return beside === nothing ? added : sum(beside, added)
}

function headTables(plus: NonNullable<BenefitTable['plus']>): { low: number[]; high: number[] } {
  const heads = (unknown: number) =>
    Array.from({ length: 16 }, (_, cls) => (cls <= plus.headsMax ? cls : unknown) * plus.tenths)
  return { low: heads(0), high: heads(plus.headsMax) }
}

interface UsedCase {
  tenths: number
  used: Vector
}

/** What is certain settles exceptions, and settled exceptions leave the base cases out. */
function emitCoefficient(coefficient: CoefficientSignals, signals: SignalBytes, body: Body): TenthsVectors {
  const { exceptions, base } = coefficient
  const anyException = anyCertain(exceptions, signals)
  const settled = exceptions.length > 0 ? body.keep(anyException) : nothing
  const fromBase = usedCases(base, signals, body).map(({ tenths, used }) => ({
    tenths,
    used: settled === nothing ? used : used === everything ? not(settled) : without(used, settled),
  }))
  const cases = mergedByTenths([...usedCases(exceptions, signals, body), ...fromBase])
  const kept = cases.map(({ tenths, used }) => ({
    tenths,
    used: used === everything ? used : body.keep(used),
  }))
  const [only] = kept
  if (!only) return { low: nothing, high: nothing }
  if (kept.length === 1 && only.used === everything)
    return { low: repeated(only.tenths), high: repeated(only.tenths) }
  const lowest = least(...kept.map(({ tenths, used }) => either(repeated(tenths), not(used))))
  const someHolds = base.some((each) => each.certain === always)
  return {
    low: body.keep(someHolds ? lowest : both(lowest, either(...kept.map((each) => each.used)))),
    high: body.keep(greatest(...kept.map(({ tenths, used }) => both(repeated(tenths), used)))),
  }
}

function anyCertain(cases: readonly CaseSignals[], signals: SignalBytes): Vector {
  if (cases.length === 0) return nothing
  if (cases.some((each) => each.certain === always)) return everything
  return either(...cases.map((each) => signals.mask(each.certain)))
}

/** The cases that are ends of the range: those certain where one is, else all that are possible. */
function usedCases(cases: readonly CaseSignals[], signals: SignalBytes, body: Body): UsedCase[] {
  const [only] = cases
  if (cases.length === 1 && only) return [{ tenths: only.tenths, used: signals.mask(only.possible) }]
  const anyway = cases.filter((each) => each.certain === always)
  if (anyway.length > 0)
    return cases.map((each) => ({ tenths: each.tenths, used: signals.mask(each.certain) }))
  const certain = anyCertain(cases, signals)
  const some = certain === nothing ? nothing : body.keep(certain)
  return cases.map((each) => ({
    tenths: each.tenths,
    used: choose(signals.mask(each.certain), signals.mask(each.possible), some),
  }))
}

function mergedByTenths(cases: readonly UsedCase[]): UsedCase[] {
  return [...Map.groupBy(cases, (each) => each.tenths)].map(([tenths, same]) => ({
    tenths,
    used: same.some((each) => each.used === everything)
      ? everything
      : either(...same.map((each) => each.used)),
  }))
}
