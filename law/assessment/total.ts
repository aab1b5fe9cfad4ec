import type { Explanation, Range } from '#rules'

/** What all benefits of a person come to together: of those that exclude each other only the higher counts. */
export function togetherDong({ program, benefits }: Explanation): Range {
  const chosen = new Set(program.choices.flatMap((each) => each.higherOf))
  const total: Range = { low: 0, high: 0 }
  const add = ({ low, high }: Range) => {
    total.low += low
    total.high += high
  }
  for (const [id, verdict] of benefits) if (!chosen.has(id)) add(verdict.amountDong)
  for (const { higherOf } of program.choices) {
    const entitled = higherOf.map((id) => benefits.get(id)?.entitledDong ?? { low: 0, high: 0 })
    add({
      low: Math.max(...entitled.map((each) => each.low)),
      high: Math.max(...entitled.map((each) => each.high)),
    })
  }
  return total
}
