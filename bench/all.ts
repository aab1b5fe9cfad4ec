/** Every benchmark, one after another, each in a process of its own: `npm run bench`. */
import { spawnSync } from 'node:child_process'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const benchmarks = [
  new URL('./rules/batch.ts', import.meta.url),
  new URL('./rules/growth.ts', import.meta.url),
  new URL('./rules/explain.ts', import.meta.url),
  new URL('./sweep.ts', import.meta.url),
  new URL('./sweep.ts?200000', import.meta.url),
  new URL('./linkage/run.ts', import.meta.url),
  new URL('./linkage/queue.ts', import.meta.url),
  new URL('./search.ts', import.meta.url),
  new URL('./import.ts', import.meta.url),
  new URL('./portal.ts', import.meta.url),
  new URL('./ocr/reading.ts', import.meta.url),
  new URL('./notices.ts', import.meta.url),
  new URL('./start.ts', import.meta.url),
].map((each) => ({ file: fileURLToPath(each), size: each.search.slice(1) }))

const missed = benchmarks.filter(({ file, size }) => {
  console.log(`\n── ${relative(process.cwd(), file)} ${size}`)
  const { status } = spawnSync(process.execPath, [file, ...(size ? [size] : [])], {
    stdio: 'inherit',
  })
  return status !== 0
})
console.log(
  missed.length === 0
    ? '\nEvery goal is met.'
    : `\nGoals were missed in ${missed.map(({ file, size }) => `${relative(process.cwd(), file)} ${size}`.trim()).join(', ')}.`,
)
process.exitCode = missed.length === 0 ? 0 : 1
