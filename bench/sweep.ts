import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monthOf } from '#calendar'
import { compare, evaluateMonth, sweep } from '#findings'
import { loadDemonstration } from '#jobs/demonstration'
import { today } from '#platform/clock'
import { readConfig } from '#platform/config'
import { type Database, withActor } from '#platform/database'
import { openSystem } from '#platform/system'
import { factsAt } from '#registry'
import { explain } from '#rules'

/**
 * The sweep end to end on the demonstration province: PostgreSQL → columns → verdicts → findings written. The peer
 * in the same run asks the explaining evaluator about everybody and must come to the same discrepancies.
 * `node bench/sweep.ts [PEOPLE]` prints and exits 1 when 20 000 people take longer than the target.
 */
const targetMs = 2_000
const people = Number(process.argv[2] ?? 20_000)
const home = mkdtempSync(join(tmpdir(), 'an-sinh-bench-'))
chmodSync(home, 0o755)
const system = await openSystem(readConfig({ DATA_DIR: join(home, 'data') }))
try {
  await measure(system.database)
} finally {
  await system.close()
  rmSync(home, { recursive: true, force: true })
}

async function measure(database: Database): Promise<void> {
  const on = today()
  const question = { month: monthOf(on), knownOn: on }
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} threads`)
  const loading = performance.now()
  await loadDemonstration({ database, people, seed: 1, today: on })
  console.log(`demonstration of ${people} people, with its first sweep: ${since(loading)} ms`)
  const times: number[] = []
  for (let round = 0; round < 3; round++) {
    const start = performance.now()
    const { counts } = await sweep(database, question, { elapsedMs: () => performance.now() - start })
    times.push(since(start))
    if (round === 0) console.log(`findings: ${JSON.stringify(counts)}`)
  }
  console.log(
    `sweep end to end: ${times.join(', ')} ms; best ${Math.round((people / Math.min(...times)) * 1000)} people/s`,
  )
  const best = Math.min(...times)
  const allowed = targetMs * Math.max(1, people / 20_000)
  console.log(`target ${Math.round(allowed)} ms: ${best <= allowed ? 'met' : 'MISSED'}`)
  if (best > allowed) process.exitCode = 1
  await againstExplain(database, question)
}

/** The verdict part alone, by class tables and by explaining everybody. */
async function againstExplain(database: Database, question: Parameters<typeof sweep>[1]): Promise<void> {
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
