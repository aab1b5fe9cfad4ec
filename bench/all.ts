/** Every benchmark, one after another, each in a process of its own: `npm run bench`. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const benchmarks = ['rules/batch.ts', 'rules/growth.ts', 'rules/explain.ts', 'sweep.ts', 'portal.ts']

const missed = benchmarks.filter((file) => {
  console.log(`\n── bench/${file}`)
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(file, import.meta.url))], {
    stdio: 'inherit',
  })
  return status !== 0
})
console.log(missed.length === 0 ? '\nEvery goal is met.' : `\nGoals were missed in ${missed.join(', ')}.`)
process.exitCode = missed.length === 0 ? 0 : 1
