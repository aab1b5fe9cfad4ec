import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { openDatabase } from '#platform/database'
import { isAlive } from '#platform/postgres-process'

const folder = mkdtempSync(join(tmpdir(), 'an-sinh-start-'))
chmodSync(folder, 0o755)
const home = join(folder, 'Dữ liệu của tỉnh')
const program = fileURLToPath(new URL('../ansinh.mjs', import.meta.url))
const running = new Set<ChildProcess>()

afterAll(async () => {
  for (const child of running) child.kill('SIGTERM')
  await Promise.all([...running].map((child) => once(child, 'exit')))
  rmSync(folder, { recursive: true, force: true })
})

function launch(words: string[], environment: Record<string, string> = {}): ChildProcess {
  const env = { PATH: process.env.PATH ?? '', DATA_DIR: home, DEMO_PEOPLE: '0', ...environment }
  const child = spawn(process.execPath, [program, 'start', ...words], { env, stdio: 'pipe' })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

/** A system without pages. */
async function start(): Promise<{ child: ChildProcess }> {
  const child = launch(['--only', 'jobs', '--json'])
  if (!child.stdout) throw new Error('no output')
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) return { child }
  }
  throw new Error(`ended while starting: ${child.exitCode}`)
}

/** How a start that cannot succeed ends. */
async function failToStart(words: string[], environment: Record<string, string>) {
  const child = launch(words, environment)
  let said = ''
  child.stderr?.on('data', (data) => {
    said += data
  })
  const [code] = await once(child, 'exit')
  return { code, said: said.trim() }
}

async function withDatabase<Result>(
  work: (query: ReturnType<typeof openDatabase>['query']) => Promise<Result>,
) {
  const host = encodeURIComponent(join(home, 'run'))
  const database = openDatabase(`postgres://an_sinh_app@/an_sinh?host=${host}`, { max: 1 })
  try {
    return await work(database.query)
  } finally {
    await database.close()
  }
}

function remember(name: string) {
  return withDatabase((query) => sql`insert into platform.milestone (name) values (${name})`.execute(query))
}

async function remembered(): Promise<string[]> {
  const { rows } = await withDatabase((query) =>
    sql<{ name: string }>`select name from platform.milestone order by reached_at`.execute(query),
  )
  return rows.map(({ name }) => name)
}

function databasePid(): number {
  return Number(readFileSync(join(home, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0])
}

async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  child.kill(signal)
  const [code] = await once(child, 'exit')
  return code
}

describe('a system that is started', () => {
  it('stops in order when told to, and ends PostgreSQL with itself', async () => {
    const { child } = await start()
    const pid = databasePid()
    await remember('first')
    expect(await stop(child, 'SIGINT')).toBe(0)
    expect(isAlive(pid)).toBe(false)
  })

  it('has kept everything the second time', async () => {
    const { child } = await start()
    expect(await remembered()).toEqual(['first'])
    expect(await stop(child)).toBe(0)
  })

  it('recovers after it and PostgreSQL were killed', async () => {
    const before = await start()
    await remember('second')
    process.kill(databasePid(), 'SIGKILL')
    await stop(before.child, 'SIGKILL')
    const { child } = await start()
    expect(await remembered()).toEqual(['first', 'second'])
    expect(await stop(child)).toBe(0)
  })

  it('takes over the PostgreSQL that its killed self left behind', async () => {
    const before = await start()
    const pid = databasePid()
    await stop(before.child, 'SIGKILL')
    const { child } = await start()
    expect(databasePid()).toBe(pid)
    expect(await stop(child)).toBe(0)
    expect(isAlive(pid)).toBe(false)
  })

  it('leaves PostgreSQL to another process that still works with it', async () => {
    const one = await start()
    const other = await start()
    const pid = databasePid()
    expect(await stop(one.child)).toBe(0)
    expect(await remembered()).toEqual(['first', 'second'])
    expect(await stop(other.child)).toBe(0)
    expect(isAlive(pid)).toBe(false)
  })
})

describe('a system that cannot start says why in one sentence', () => {
  it('when the port is taken', async () => {
    const taken = createServer().listen(0)
    await once(taken, 'listening')
    const address = taken.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { code, said } = await failToStart([], { PORT: String(port) })
    taken.close()
    expect({ code, said }).toEqual({
      code: 1,
      said: `Cổng ${port} đang có chương trình khác dùng: hãy dừng chương trình đó hoặc đặt PORT khác, ví dụ PORT=${port + 1} npm start.`,
    })
  })

  it('when the database does not answer, without its password', async () => {
    const address = 'postgres://an_sinh:mat-khau@127.0.0.1:9/an_sinh'
    const { code, said } = await failToStart(['--only', 'jobs', '--lang', 'en'], { DATABASE_URL: address })
    expect(code).toBe(1)
    expect(said).toMatch(
      /^The database 127\.0\.0\.1:9\/an_sinh cannot be reached \(.*ECONNREFUSED.*\): check DATABASE_URL/,
    )
    expect(said).not.toContain('mat-khau')
    expect(said.split('\n')).toHaveLength(1)
  })

  it('when the data folder cannot be made', async () => {
    const { code, said } = await failToStart(['--only', 'jobs'], { DATA_DIR: '/proc/khong-co/data' })
    expect(code).toBe(1)
    expect(said).toMatch(/^Không tạo được thư mục \/proc\/khong-co \(\w+\): hãy chọn DATA_DIR/)
    expect(said.split('\n')).toHaveLength(1)
  })

  it('when a setting is wrong', async () => {
    const { code, said } = await failToStart([], { PORT: 'tám mươi' })
    expect({ code, said }).toEqual({
      code: 1,
      said: 'PORT là "tám mươi": phải là một số nguyên từ 0 đến 65535; xem docs/guides/running.md.',
    })
  })
})
