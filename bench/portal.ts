/**
 * The portal's article page under load: the real app on a database of its own, one process. Beside it, in the same
 * run, the least that node:http can do: the same bytes from memory. `node bench/portal.ts` prints and exits 1 when
 * the page misses its targets.
 */
import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import autocannon from 'autocannon'
import { notice440 } from '#publishing'

const targets = { requestsPerSecond: 1_000, p99Ms: 50, wireBytes: 60 * 1024 }
const connections = 20
const seconds = 5
const path = `/bai-viet/${notice440.slug}`

interface Measure {
  name: string
  requestsPerSecond: number
  /** Requests for each second of the server's CPU: what one core gives when the loader needs none of it. */
  perCpuSecond: number
  p50Ms: number
  p99Ms: number
}

const checkout = fileURLToPath(new URL('..', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'an-sinh-bench-page-'))
build()
const app = await start('app')
const page = await weigh(app.origin)
writeFileSync(join(work, 'page.gz'), page.html)
const bare = await start('bare', join(work, 'page.gz'))
const kept = await load('An Sinh, article page', app, path)
const drawn = await load('An Sinh, drawn each time', app, `${path}?draw`)
const peer = await load('bare node:http, same bytes', bare, '/')
await Promise.all([app, bare].map(stop))
rmSync(work, { recursive: true, force: true })
print([kept, drawn, peer])

function build(): void {
  if (existsSync(join(checkout, 'build/server/index.js'))) return
  execFileSync(process.execPath, ['node_modules/@react-router/dev/bin.cjs', 'build'], { cwd: checkout })
}

interface Server {
  origin: string
  child: ChildProcess
}

async function start(...args: string[]): Promise<Server> {
  const child = fork(fileURLToPath(new URL('portal-server.ts', import.meta.url)), args, {
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const [{ port }] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error(`The server "${args[0]}" ended before it answered`)
    }),
  ])) as [{ port: number }]
  return { origin: `http://127.0.0.1:${port}`, child }
}

async function stop({ child }: Server): Promise<void> {
  const gone = once(child, 'exit')
  child.disconnect()
  await gone
}

async function cpuMs({ child }: Server): Promise<number> {
  const answer = once(child, 'message')
  child.send('cpu')
  const [{ cpuMs }] = (await answer) as [{ cpuMs: number }]
  return cpuMs
}

async function load(name: string, server: Server, at: string): Promise<Measure> {
  const options = { url: server.origin + at, connections, headers: { 'accept-encoding': 'gzip' } }
  await autocannon({ ...options, duration: 1 })
  const before = await cpuMs(server)
  const result = await autocannon({ ...options, duration: seconds })
  const used = (await cpuMs(server)) - before
  if (result.non2xx + result.errors > 0) throw new Error(`${name}: ${result.non2xx} answers were no page`)
  return {
    name,
    requestsPerSecond: result.requests.total / result.duration,
    perCpuSecond: result.requests.total / (used / 1000),
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
  }
}

/** The page as it travels, with what it needs to look and work right; fonts apart. */
async function weigh(origin: string): Promise<{ html: Buffer; wireBytes: number }> {
  const read = async (from: string) => Buffer.from(await (await fetch(origin + from)).arrayBuffer())
  const html = await read(path)
  const files = html.toString('utf8').match(/(?<=(?:href|src)=")\/assets\/[^"]+\.(?:css|js)/g) ?? []
  const bodies = await Promise.all([...new Set(files)].map(read))
  const small = gzipSync(html, { level: 9 })
  return {
    html: small,
    wireBytes: bodies.reduce((sum, body) => sum + gzipSync(body).byteLength, small.byteLength),
  }
}

function print(measures: readonly Measure[]): void {
  const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
  console.log(
    `portal: ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`,
  )
  console.log(`  ${connections} connections, ${seconds} s each, loader and server share the machine`)
  for (const { name, requestsPerSecond, perCpuSecond, p50Ms, p99Ms } of measures) {
    console.log(
      `  ${name.padEnd(28)} ${whole.format(requestsPerSecond).padStart(7)} requests/s` +
        `  ${whole.format(perCpuSecond).padStart(7)} per CPU second  p50 ${p50Ms} ms  p99 ${p99Ms} ms`,
    )
  }
  const ratio = kept.perCpuSecond / peer.perCpuSecond
  console.log(`  An Sinh gives ${(ratio * 100).toFixed(0)} % of bare node:http`)
  console.log(`  article page ${(page.wireBytes / 1024).toFixed(1)} KB over the wire without fonts`)
  const met =
    Math.min(kept.requestsPerSecond, kept.perCpuSecond) >= targets.requestsPerSecond &&
    kept.p99Ms <= targets.p99Ms &&
    page.wireBytes <= targets.wireBytes
  console.log(
    `  ${met ? 'met' : 'MISSED'}: at least ${targets.requestsPerSecond} requests/s, p99 at most ${targets.p99Ms} ms, at most 60 KB`,
  )
  if (!met) process.exitCode = 1
}
