import type { Program, Range } from '#rules'
import { type Columns, compileTables, foldAmounts, newOutput, runTables } from '#rules/batch'

/** What a change of the law does to the people of a register, for one benefit. */
export interface ChangeCount {
  benefit: string
  /** People whose amount, as far as it is known, is another. */
  people: number
  gaining: number
  losing: number
  /** Sums over everybody, đồng a month. */
  before: Range
  after: Range
}

/** Counts people and money under two programs; the columns of both describe the same persons in the same order. */
export function countChanges(
  before: { program: Program; columns: Columns },
  after: { program: Program; columns: Columns },
): ChangeCount[] {
  const [was, is] = [judged(before), judged(after)]
  const ids = new Set([...before.program.benefits, ...after.program.benefits].map((benefit) => benefit.id))
  const counts = new Map([...ids].map((benefit) => [benefit, emptyCount(benefit)]))
  for (let i = 0; i < before.columns.count; i++) {
    const old = foldAmounts(before.program, was, i)
    const now = foldAmounts(after.program, is, i)
    for (const [id, count] of counts)
      countOne(count, old.get(id)?.amount ?? nothing, now.get(id)?.amount ?? nothing)
  }
  return [...counts.values()]
}

const nothing: Range = { low: 0, high: 0 }

function judged({ program, columns }: { program: Program; columns: Columns }) {
  const out = newOutput(program, columns.count)
  runTables(compileTables(program), columns, 0, columns.count, out)
  return out
}

function emptyCount(benefit: string): ChangeCount {
  return { benefit, people: 0, gaining: 0, losing: 0, before: { ...nothing }, after: { ...nothing } }
}

function countOne(count: ChangeCount, before: Range, after: Range): void {
  count.before.low += before.low
  count.before.high += before.high
  count.after.low += after.low
  count.after.high += after.high
  if (before.low === after.low && before.high === after.high) return
  count.people++
  if (after.low > before.high) count.gaining++
  if (after.high < before.low) count.losing++
}
