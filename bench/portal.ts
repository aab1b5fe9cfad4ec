/**
 * The portal under load: the real app on a database of its own with 300 articles, one process. Home and article as they
 * are kept for everybody; the same drawn anew for each request; the search by 200 questions that many ask, and by a
 * thousand of which no answer is kept; the page that looks up feedback, and the form. Beside them, in the same run, a
 * plain Hono app and the least that node:http can do, both with the article's bytes from memory. `node bench/portal.ts` prints and exits 1 when a page misses its
 * targets.
 */
import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import autocannon from 'autocannon'
import { questions } from '#bench/portal-texts'
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
const weights = { '/': await weigh(app.origin, '/'), [path]: await weigh(app.origin, path) }
writeFileSync(join(work, 'page.gz'), weights[path]?.html ?? '')
const bare = await start('bare', join(work, 'page.gz'))
const hono = await start('hono', join(work, 'page.gz'))
const kept = {
  home: await load('home page, kept', app, ['/']),
  article: await load('article page, kept', app, [path]),
  form: await load('feedback form, kept', app, ['/gop-y']),
  search: await load('search, 200 questions of many', app, questions(200).map(addressOf)),
}
// A query says that an address is not the plain one: nothing is kept of it.
const drawn = [
  await load('home page, drawn', app, ['/?draw']),
  await load('article page, drawn', app, [`${path}?draw`]),
  await load('feedback form, drawn', app, ['/gop-y?draw']),
  await load('feedback looked up, drawn', app, ['/gop-y/tra-cuu']),
  await load(
    'search, 1,000 questions, drawn',
    app,
    questions(1_000).map((each) => `${addressOf(each)}&trang=1`),
  ),
]
const plain = await load('plain Hono, same bytes', hono, ['/'])
const peer = await load('bare node:http, same bytes', bare, ['/'])
await Promise.all([app, bare, hono].map(stop))
rmSync(work, { recursive: true, force: true })
print()

function addressOf(question: string): string {
  return `/tim?${new URLSearchParams({ q: question })}`
}

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

/** Each address in turn. */
async function load(name: string, server: Server, addresses: readonly string[]): Promise<Measure> {
  const requests = addresses.map((each) => ({ path: each }))
  const headers = { 'accept-encoding': 'gzip' }
  const options = { url: server.origin, connections, headers, requests }
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

/** The page as it travels, with its styles, scripts and drawings (they stand in the page); fonts apart. */
async function weigh(origin: string, at: string): Promise<{ html: Buffer; wireBytes: number }> {
  const read = async (from: string) => Buffer.from(await (await fetch(origin + from)).arrayBuffer())
  const html = await read(at)
  const files = html.toString('utf8').match(/(?<=(?:href|src)=")\/assets\/[^"]+\.(?:css|js)/g) ?? []
  const bodies = await Promise.all([...new Set(files)].map(read))
  const small = gzipSync(html, { level: 9 })
  return {
    html: small,
    wireBytes: bodies.reduce((sum, body) => sum + gzipSync(body).byteLength, small.byteLength),
  }
}

function print(): void {
  const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
  console.log(
    `portal: ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`,
  )
  console.log(`  ${connections} connections, ${seconds} s each, loader and server share the machine`)
  for (const { name, requestsPerSecond, perCpuSecond, p50Ms, p99Ms } of [
    ...Object.values(kept),
    ...drawn,
    plain,
    peer,
  ]) {
    console.log(
      `  ${name.padEnd(28)} ${whole.format(requestsPerSecond).padStart(7)} requests/s` +
        `  ${whole.format(perCpuSecond).padStart(7)} per CPU second  ${(1_000 / perCpuSecond).toFixed(2)} ms of CPU each` +
        `  p50 ${p50Ms} ms  p99 ${p99Ms} ms`,
    )
  }
  const of = (other: Measure) => `${((kept.article.perCpuSecond / other.perCpuSecond) * 100).toFixed(0)} %`
  console.log(`  the kept article page gives ${of(plain)} of plain Hono, ${of(peer)} of bare node:http`)
  for (const [at, { wireBytes }] of Object.entries(weights))
    console.log(`  ${at} weighs ${(wireBytes / 1024).toFixed(1)} KB over the wire without fonts`)
  const fast = drawn.filter(({ perCpuSecond }) => perCpuSecond >= targets.requestsPerSecond)
  console.log(
    `  drawn anew: ${fast.length} of ${drawn.length} pages give ${targets.requestsPerSecond} for each CPU second`,
  )
  const met =
    Object.values(kept).every(isFast) &&
    Object.values(weights).every(({ wireBytes }) => wireBytes <= targets.wireBytes)
  console.log(
    `  ${met ? 'met' : 'MISSED'}: at least ${targets.requestsPerSecond} requests/s, p99 at most ${targets.p99Ms} ms of what is kept, at most 60 KB`,
  )
  if (!met) process.exitCode = 1
}

/** In requests a second, and in what one core gives. */
function isFast({ requestsPerSecond, perCpuSecond, p99Ms }: Measure): boolean {
  return Math.min(requestsPerSecond, perCpuSecond) >= targets.requestsPerSecond && p99Ms <= targets.p99Ms
}
