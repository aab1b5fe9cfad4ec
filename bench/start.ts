/**
 * How long An Sinh takes to stand: the first time, on an empty folder, and the times after, in processes of their own
 * without pages or demonstration. Beside it, as the peer, the PostgreSQL from npm alone on the same folder: below that
 * no start can be. Exits 1 when a later start takes more than five seconds.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { startPostgres } from '#platform/postgres'

const laterStartMsMax = 5_000
const checkout = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'an-sinh-bench-start-'))
chmodSync(folder, 0o755)
const home = join(folder, 'data')

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} threads, Node ${process.version}`,
)
try {
  console.log(`first start          ${(await timeStart()).toFixed(0).padStart(6)} ms`)
  const later = [await timeStart(), await timeStart(), await timeStart()].sort((a, b) => a - b)
  console.log(`later start, median  ${(later[1] ?? 0).toFixed(0).padStart(6)} ms, goal ${laterStartMsMax}`)
  console.log(`PostgreSQL alone     ${(await timePostgres()).toFixed(0).padStart(6)} ms`)
  if ((later[1] ?? 0) > laterStartMsMax) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function timeStart(): Promise<number> {
  const began = performance.now()
  const env = { PATH: process.env.PATH ?? '', DATA_DIR: home, DEMO_PEOPLE: '0' }
  const child = spawn(process.execPath, [join(checkout, 'ansinh.mjs'), 'start', '--only', 'jobs', '--json'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await said(child)
  const milliseconds = performance.now() - began
  child.kill('SIGTERM')
  await once(child, 'exit')
  return milliseconds
}

/** When its first line of JSON has come, it stands. */
async function said(child: ChildProcess): Promise<void> {
  if (!child.stdout) throw new Error('no output')
  for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('{')) return
  throw new Error(`ended while starting: ${child.exitCode}`)
}

async function timePostgres(): Promise<number> {
  const began = performance.now()
  const server = await startPostgres({ home, checkout, throwAway: false })
  const milliseconds = performance.now() - began
  await server.stop()
  return milliseconds
}
