import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { linkRecords, type Model } from '#deduplication'
import { openDuckdb } from '#platform/duckdb'
import { withTemporaryFolder } from '#platform/temporary-folder'
import { writePeople } from './people/write.ts'

const target = new URL('../services/deduplication/shipped-model.json', import.meta.url)
const records = 400_000

/**
 * `npm run ship-model` trains the model that comes with the program anew on invented people, and writes it into
 * services/deduplication. To be done whenever the comparisons of `#linkage` change: a test says so.
 */
const model = await withTemporaryFolder(async (folder) => {
  const written = await writePeople({ folder, records, seed: 1 })
  const duckdb = await openDuckdb({ temporaryDirectory: join(folder, 'spill') })
  await duckdb.run(
    `create table commune as select * from read_csv('${written.communes}', header = true, all_varchar = true)`,
  )
  const run = await linkRecords(duckdb, {
    records: written.people,
    communes: 'commune',
    trainedAt: '2026-11-23T00:00:00.000Z',
  })
  duckdb.close()
  return run.model
})
writeFileSync(target, `${JSON.stringify(model, rounded, 2)}\n`)
console.log(`${records} records, ${model.pairsUsed} pairs, converged: ${model.converged}`)

/** Nine digits say all that training knows. */
function rounded(_: string, value: Model[keyof Model]): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(9)) : value
}
