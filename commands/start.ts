import { pathToFileURL } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { workOnRegisterExports } from '#jobs/export-register'
import { workOnDirectives } from '#jobs/read-directive'
import { workOnScans } from '#jobs/read-scans'
import { sendMailRegularly } from '#jobs/send-mail'
import { workOnBriefings } from '#jobs/weekly-briefing'
import { now, today } from '#platform/clock'
import type { Command, CommandArguments, CommandIo } from '#platform/command'
import { type Config, readConfig } from '#platform/config'
import type { Database } from '#platform/database'
import { exportsFolder } from '#platform/exports-folder'
import { filesFolder, openFiles } from '#platform/files'
import { createLog, type Log } from '#platform/log'
import { openQueue, type Queue } from '#platform/queue'
import { openSessions, type Sessions } from '#platform/sessions'
import { openSystem } from '#platform/system'
import { demonstrationAccounts } from './start/accounts.ts'
import { workInBackground } from './start/background.ts'
import { isDemonstration, prepareProvince } from './start/first-start.ts'
import { type HttpDoor, openHttp } from './start/http.ts'
import { badOnly, readyLines, stepLine, stopping } from './start/texts.ts'
import { ensureBuilt, serverBundle } from './start/web-build.ts'

/** `ansinh start`, and `npm start`: database, pages and background work in one process, until it is told to stop. */
export const command: Command = {
  name: 'start',
  summary: {
    vi: 'Chạy hệ thống: cơ sở dữ liệu, trang web và việc nền',
    en: 'Run the system: database, pages and background work',
  },
  usage: 'start [--only web|jobs]',
  options: { only: { type: 'string' } },
  positionals: '',
  run,
}

interface Services {
  config: Config
  database: Database
  queue: Queue
  sessions: Sessions
  log: Log
}

type WebModule = { createApp(services: Services): { fetch: Parameters<typeof getRequestListener>[0] } }

async function run({ values }: CommandArguments, io: CommandIo): Promise<number> {
  const language = values.lang === 'en' ? 'en' : 'vi'
  if (values.only !== undefined && values.only !== 'web' && values.only !== 'jobs') {
    io.err(badOnly[language])
    return 2
  }
  process.env.NODE_ENV ??= 'production'
  const stopped = untilTold()
  const closers: (() => Promise<void>)[] = []
  try {
    const ready = await Promise.race([open(values.only, { io, closers }), stopped])
    if (ready) {
      const json = JSON.stringify({ address: ready.address, home: ready.home, process: process.pid })
      for (const line of values.json ? [json] : readyLines(language, ready)) io.out(line)
      await stopped
    }
    if (!values.json) io.out(stopping[language])
    return 0
  } finally {
    for (const close of closers.toReversed()) await close()
  }
}

/**
 * Resolves at the first Ctrl-C or TERM, which npm and the terminal may both deliver; one that comes more than a second
 * later is impatience and ends the process at once.
 */
function untilTold(): Promise<undefined> {
  return new Promise((resolve) => {
    let toldAt = Number.POSITIVE_INFINITY
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (performance.now() - toldAt > 1_000) process.exit(130)
        toldAt = Math.min(toldAt, performance.now())
        resolve(undefined)
      })
    }
  })
}

/** Opens everything from the ground up; what is opened puts its own end into `closers`. */
async function open(only: 'web' | 'jobs' | undefined, { io, closers }: { io: CommandIo; closers: Closers }) {
  const config = readConfig(process.env)
  const log = createLog('warn')
  const http = only === 'jobs' ? undefined : await openHttp(config)
  if (http) closers.push(() => http.close())
  const system = await openSystem(config, (step) => io.out(stepLine(step)))
  closers.push(() => system.close())
  const { database, home } = system
  const sessions = await openSessions(database, config)
  const [, province] = await Promise.all([
    http ? ensureBuilt(() => io.out(stepLine('building'))) : undefined,
    prepareProvince({ database, sessions, config }, (detail) => io.out(stepLine('loading', detail))),
  ])
  const queue = await openQueue(database, log)
  closers.push(() => queue.stop())
  if (only !== 'web') {
    const background = { database, queue, log, today }
    closers.push(await workInBackground(background))
    closers.push(sendMailRegularly(background, config))
    await workOnRegisterExports(background, exportsFolder(config), now)
    await workOnDirectives(background, openFiles(filesFolder(config)), now)
    await workOnBriefings(background, openFiles(filesFolder(config)), now)
    closers.push(await workOnScans(background, openFiles(filesFolder(config))))
  }
  if (http) await serve(http, { config, database, queue, sessions, log })
  // Again: the first to open is the first to close once it serves.
  if (http) closers.push(() => http.close())
  const isOpen = await Promise.all(demonstrationAccounts.map(({ username }) => sessions.hasAccount(username)))
  const accounts = (await isDemonstration(database))
    ? demonstrationAccounts.filter((_, index) => isOpen[index])
    : []
  const address = http && (http.port === config.port ? config.baseUrl : `http://localhost:${http.port}`)
  return { address, home, accounts, province }
}

type Closers = (() => Promise<void>)[]

async function serve(http: HttpDoor, services: Services): Promise<void> {
  const { createApp } = (await import(pathToFileURL(serverBundle).href)) as WebModule
  http.serve(getRequestListener(createApp(services).fetch))
}
