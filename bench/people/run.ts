import { parseArgs } from 'node:util'
import { writePeople } from './write.ts'

/** `node bench/people/run.ts --records 1000000 --seed 1 --to FOLDER` writes invented people and prints their recipe. */
const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    to: { type: 'string', default: 'invented-people' },
  },
})
const start = performance.now()
const written = await writePeople({
  folder: values.to,
  records: Number(values.records),
  seed: Number(values.seed),
})
console.log(`${written.records} records in ${Math.round(performance.now() - start)} ms: ${written.people}`)
console.log(`sha256 ${written.sha256}`)
console.log('errors put into the duplicates:')
for (const [error, count] of [...written.errors].sort(([, a], [, b]) => b - a))
  console.log(`  ${error}: ${count}`)
