import { compare, evaluateMonth, type SweepQuestion } from '#findings'
import { type Database, withActor } from '#platform/database'
import { factsAt } from '#registry'
import { explain } from '#rules'

/** The verdicts alone, by class tables and by explaining everybody: the peer must come to the same discrepancies. */
export async function againstExplaining(database: Database, question: SweepQuestion): Promise<void> {
  await withActor(database, { kind: 'system', job: 'bench' }, async (transaction) => {
    const loading = performance.now()
    const month = await evaluateMonth(transaction, question)
    const loaded = since(loading)
    const batching = performance.now()
    const byBatch = digest(month.cases())
    const batched = since(batching)
    const explaining = performance.now()
    const byExplain = digest(explained(month))
    console.log(`read and judge by class tables: ${loaded} ms; compare: ${batched} ms`)
    console.log(`the same verdicts by explaining everybody: ${since(explaining)} ms`)
    console.log(`discrepancies: ${byBatch.count} by tables, ${byExplain.count} by explaining`)
    if (byBatch.sum !== byExplain.sum) throw new Error('The two evaluators disagree')
  })
}

type Evaluated = Awaited<ReturnType<typeof evaluateMonth>>
type Cases = ReturnType<Evaluated['cases']>

function* explained({ columns, programAt, receipts }: Evaluated): Cases {
  for (let place = 0; place < columns.count; place++) {
    const { benefits } = explain(programAt(place), factsAt(columns, place))
    const amounts = new Map([...benefits].map(([benefit, { amountDong }]) => [benefit, amountDong]))
    yield { place, amounts, recorded: receipts.recordedAt(place) }
  }
}

function digest(cases: Cases): { count: number; sum: string } {
  const lines: string[] = []
  for (const { place, amounts, recorded } of cases)
    for (const benefit of new Set([...amounts.keys(), ...recorded.keys()])) {
      const law = amounts.get(benefit) ?? { low: 0, high: 0 }
      const found = compare(law, recorded.get(benefit) ?? 0)
      if (found)
        lines.push(`${place} ${benefit} ${found.kind} ${found.differenceDong} ${law.low} ${law.high}`)
    }
  return { count: lines.length, sum: lines.sort().join('\n') }
}

function since(start: number): number {
  return Math.round(performance.now() - start)
}
