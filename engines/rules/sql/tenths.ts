import type { Benefit, Case, Coefficient, CountFact, Program } from '#rules'
import { anyOf, certainly, greatestOf, leastOf, possibly, when } from './expressions.ts'

/** Two expressions: the low and the high end. */
export interface Ends {
  low: string
  high: string
}

/** A case of a coefficient with the three-valued expression that says whether it holds. */
export interface NamedCase {
  case: Case
  holds: string
}

const noCase = 999

/**
 * The range of a coefficient: a certain exception settles it, else every exception that may hold and the settled
 * base cases are ends of it.
 */
export function coefficientSql(exceptions: readonly NamedCase[], base: readonly NamedCase[]): Ends {
  const exception = anyOf(exceptions.map((each) => certainly(each.holds)))
  const baseCase = anyOf(base.map((each) => certainly(each.holds)))
  const used = [
    ...exceptions.map((each) => ({ each, holds: settledBy(exception, each.holds) })),
    ...base.map((each) => ({ each, holds: `(NOT ${exception} AND ${settledBy(baseCase, each.holds)})` })),
  ]
  if (used.length === 0) return { low: '0', high: '0' }
  const least = leastOf(used.map(({ each, holds }) => when(holds, each.case.tenths, noCase)))
  return {
    low: when(anyOf(used.map((each) => each.holds)), least, 0),
    high: greatestOf(used.map(({ each, holds }) => when(holds, each.case.tenths, 0))),
  }
}

function settledBy(anyCertain: string, holds: string): string {
  return `(CASE WHEN ${anyCertain} THEN ${certainly(holds)} ELSE ${possibly(holds)} END)`
}

/** The names that the layers below give to what a benefit needs. */
export interface BenefitNames {
  ground(id: string): string
  /** The coefficient of a ground, already 0 where the ground is not met. */
  coefficient(id: string): Ends
  heads: string
  added: Ends
  beside: Ends
  best: Ends
  stacked: Ends
}

/** Best coefficient, best of those an add-on may stand beside, and the add-on: one layer. */
export function partsSql(
  benefit: Benefit,
  program: Program,
  names: BenefitNames,
): Record<'best' | 'beside' | 'added', Ends> {
  const highest = (ids: readonly string[]): Ends => ({
    low: greatestOf(ids.map((id) => names.coefficient(id).low)),
    high: greatestOf(ids.map((id) => names.coefficient(id).high)),
  })
  const { plus, highestOf } = benefit
  if (!plus)
    return { best: highest(highestOf), beside: { low: '0', high: '0' }, added: { low: '0', high: '0' } }
  const fact = program.facts.find((each) => each.key === plus.per) as CountFact
  const heads = `(CASE WHEN ${names.heads} > ${fact.max} THEN ${fact.max} ELSE ${names.heads} END)`
  return {
    best: highest(highestOf),
    beside: highest(highestOf.filter((id) => plus.alongside.includes(id))),
    added: {
      low: when(certainly(names.ground(plus.ground)), `coalesce(${heads}, 0) * ${plus.tenths}`, 0),
      high: when(possibly(names.ground(plus.ground)), `coalesce(${heads}, ${fact.max}) * ${plus.tenths}`, 0),
    },
  }
}

/** Only the highest counts, unless the add-on stands beside another: the layer after the parts. */
export function stackedSql(names: BenefitNames): Ends {
  const end = (side: 'low' | 'high') => {
    const [best, beside, added] = [names.best[side], names.beside[side], names.added[side]]
    return greatestOf([best, added, when(`${beside} > 0`, `${beside} + ${added}`, 0)])
  }
  return { low: end('low'), high: end('high') }
}

/** What is left where a ground excludes the benefit. */
export function afterExclusionSql(benefit: Benefit, names: BenefitNames): Ends {
  const grounds = (benefit.excludedBy ?? []).map((each) => names.ground(each.ground))
  if (grounds.length === 0) return names.stacked
  return {
    low: when(anyOf(grounds.map(possibly)), 0, names.stacked.low),
    high: when(anyOf(grounds.map(certainly)), 0, names.stacked.high),
  }
}

/** The coefficients that benefits pay by. */
export function paidCoefficients(program: Program): Coefficient[] {
  const paid = new Set(program.benefits.flatMap((benefit) => benefit.highestOf))
  return [...paid].map((id) => program.coefficients.get(id) as Coefficient)
}
