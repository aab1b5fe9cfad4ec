import { type Choice, higherRanges, type Program, type Range } from '#rules'
import type { BatchOutput } from './run.ts'

/** What one benefit comes to, in đồng: what the law gives, and what is left after the choices between benefits. */
export interface BenefitAmounts {
  entitled: Range
  amount: Range
}

/**
 * The amounts of person `i` by benefit: tenths times the standard, then the choices between benefits. The same fold
 * for every kernel, so that a new standard is a multiplication and not another judgement.
 */
export function foldAmounts(
  program: Program,
  out: Pick<BatchOutput, 'low' | 'high'>,
  i: number,
): Map<string, BenefitAmounts> {
  const amounts = new Map<string, BenefitAmounts>()
  for (const { id, standard } of program.benefits) {
    const dong = program.parameters.get(standard) as { value: number }
    const low = ((out.low[id]?.[i] as number) * dong.value) / 10
    const high = ((out.high[id]?.[i] as number) * dong.value) / 10
    amounts.set(id, { entitled: { low, high }, amount: { low, high } })
  }
  for (const choice of program.choices) choose(choice, amounts)
  return amounts
}

function choose(choice: Choice, amounts: Map<string, BenefitAmounts>): void {
  const entered = choice.higherOf.map((id) => amounts.get(id) as BenefitAmounts)
  const left = higherRanges(entered.map((each) => each.amount))
  entered.forEach((each, index) => {
    const { low, high } = left[index] as Range
    each.amount = { low, high }
  })
}
