/** Every benchmark, one after another, each in a process of its own: `npm run bench`. */
import { spawnSync } from 'node:child_process'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const benchmarks = [
  new URL('./rules/batch.ts', import.meta.url),
  new URL('./rules/growth.ts', import.meta.url),
  new URL('./rules/explain.ts', import.meta.url),
  new URL('./sweep.ts', import.meta.url),
  new URL('./search.ts', import.meta.url),
  new URL('./import.ts', import.meta.url),
  new URL('./portal.ts', import.meta.url),
  new URL('./ocr/reading.ts', import.meta.url),
].map((each) => fileURLToPath(each))

const missed = benchmarks.filter((file) => {
  console.log(`\n── ${relative(process.cwd(), file)}`)
  const { status } = spawnSync(process.execPath, [file], {
    stdio: 'inherit',
  })
  return status !== 0
})
console.log(
  missed.length === 0
    ? '\nEvery goal is met.'
    : `\nGoals were missed in ${missed.map((each) => relative(process.cwd(), each)).join(', ')}.`,
)
process.exitCode = missed.length === 0 ? 0 : 1
