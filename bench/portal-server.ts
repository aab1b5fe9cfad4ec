/**
 * A server to be measured, in a process of its own: `node bench/portal-server.ts app` is An Sinh over a database of
 * its own with 300 articles, `… bare FILE` answers every request with that file's bytes from memory, which is the least node:http does,
 * and `… hono FILE` does the same by a Hono app of one route.
 * Tells its port, and on each message the CPU time it has used.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { inventedArticles } from '#bench/portal-texts'
import { day } from '#calendar'
import { readConfig } from '#platform/config'
import { type Transaction, withActor } from '#platform/database'
import { createLog } from '#platform/log'
import { openQueue } from '#platform/queue'
import { openSessions } from '#platform/sessions'
import { openSystem } from '#platform/system'
import { publishArticle, seedProcedures, seedPublishing } from '#publishing'
import type { createApp } from '#web/server.ts'

interface Measured {
  listener: RequestListener
  close(): Promise<void>
}

async function app(): Promise<Measured> {
  const home = mkdtempSync(join(tmpdir(), 'an-sinh-bench-'))
  chmodSync(home, 0o755)
  const config = readConfig({ ...process.env, DATA_DIR: join(home, 'data'), DATABASE_URL: '' })
  const system = await openSystem(config)
  const { database } = system
  await withActor(database, { kind: 'system', job: 'bench' }, fillPortal)
  const log = createLog('warn')
  const queue = await openQueue(database, log)
  const sessions = await openSessions(database, config)
  const built = new URL('../build/server/index.js', import.meta.url).href
  const module: { createApp: typeof createApp } = await import(built)
  const web = module.createApp({ config, database, queue, sessions, log })
  return {
    listener: getRequestListener(web.fetch),
    async close() {
      await queue.stop()
      await system.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** The notice, the procedures of the law, and 300 articles: a portal of some years. */
async function fillPortal(transaction: Transaction): Promise<void> {
  await seedPublishing(transaction)
  await seedProcedures(transaction, day('2026-11-23'))
  for (const article of inventedArticles(300)) await publishArticle(transaction, article)
}

function bare(file: string): Measured {
  const body = readFileSync(file)
  return {
    listener(_request, response) {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-encoding': 'gzip',
        'content-length': body.byteLength,
      })
      response.end(body)
    },
    close: async () => {},
  }
}

function hono(file: string): Measured {
  const body = new Uint8Array(readFileSync(file))
  const one = new Hono()
  one.get('/', (c) =>
    c.body(body, 200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' }),
  )
  return { listener: getRequestListener(one.fetch), close: async () => {} }
}

const [kind, file] = process.argv.slice(2)
const peers: Readonly<Record<string, (file: string) => Measured>> = { bare, hono }
const measured = kind && file ? (peers[kind] ?? bare)(file) : await app()
const server = createServer(measured.listener)
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined })
})
process.on('message', () => process.send?.({ cpuMs: cpuMs() }))
process.on('disconnect', () => {
  server.close()
  server.closeAllConnections()
  measured.close().then(
    () => process.exit(0),
    () => process.exit(1),
  )
})

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
