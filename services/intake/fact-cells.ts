import { answerOf } from './fact-answers.ts'
import { cellAt, type Row, readsOf, report } from './row-cells.ts'
import { isMark } from './sexes.ts'
import { isUnticked } from './ticks.ts'

const noFacts: Readonly<Record<string, string>> = Object.freeze({})

/** The facts of a row, by their key; what cannot be read, or is answered in two ways, is reported and left out. */
export function readFacts(row: Row): Readonly<Record<string, string>> {
  let facts: Record<string, string> | undefined
  for (const fact of row.context.facts) {
    const cell = cellAt(row, `fact:${fact}`)
    if (cell === null) continue
    const reads = readsOf(cell)
    const code = answerOf(fact, reads) ?? (isMark(cell) ? answerOf(fact, 'x') : undefined)
    if (code === undefined) report(row, `fact:${fact}`, 'unknownFact', reads)
    else facts = { ...facts, [fact]: code }
  }
  return withTickedFacts(row, facts) ?? noFacts
}

/** With what is ticked below an answer: `Nhẹ`, `Nặng`, `Đặc biệt nặng`, a column each. */
function withTickedFacts(
  row: Row,
  read: Record<string, string> | undefined,
): Record<string, string> | undefined {
  let facts = read
  const twice = new Set<string>()
  for (const { key, tick } of row.context.ticks) {
    const cell = cellAt(row, key)
    if (!('fact' in tick) || isUnticked(cell)) continue
    const known = facts?.[tick.fact]
    if (!isMark(cell)) report(row, key, 'notATick', readsOf(cell))
    else if (known !== undefined && known !== tick.code) {
      report(row, key, 'severalTicks', readsOf(cell))
      twice.add(tick.fact)
    } else facts = { ...facts, [tick.fact]: tick.code }
  }
  if (twice.size === 0 || facts === undefined) return facts
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => !twice.has(fact)))
}
