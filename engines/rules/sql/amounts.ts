import type { Benefit, Program } from '#rules'
import { tenthsMax } from '#rules/batch'
import { anyOf, when } from './expressions.ts'
import type { Ends } from './tenths.ts'

/**
 * Tenths of a standard in đồng, by multiplication alone: engines do not agree on what a division is. A standard that
 * is not a multiple of ten is spelt out for every number of tenths that gives whole đồng.
 */
export function dongSql(tenths: string, benefit: Benefit, program: Program): string {
  const { value } = program.parameters.get(benefit.standard) as { value: number }
  if (value % 10 === 0) return `CAST(${tenths} AS BIGINT) * ${value / 10}`
  const whole = Array.from({ length: tenthsMax + 1 }, (_, each) => each).filter(
    (each) => (each * value) % 10 === 0,
  )
  const cases = whole.map((each) => `WHEN ${each} THEN CAST(${(each * value) / 10} AS BIGINT)`)
  return `CASE ${tenths} ${cases.join(' ')} END`
}

/** What a choice leaves of one of its benefits: an end stands while it may still win; the first wins a tie. */
export function leftByChoiceSql(entered: readonly Ends[], place: number): Ends {
  const own = entered[place] as Ends
  const rivals = entered.flatMap((rival, other) => {
    if (other === place) return []
    const beats = other < place ? '>=' : '>'
    const possible = `${rival.high} <> 0 AND ${own.high} <> 0 AND ${rival.high} ${beats} ${own.low}`
    return [{ possible: `(${possible})`, certain: `(${possible} AND ${rival.low} ${beats} ${own.high})` }]
  })
  return {
    low: when(anyOf(rivals.map((each) => each.possible)), 0, own.low),
    high: when(anyOf(rivals.map((each) => each.certain)), 0, own.high),
  }
}
