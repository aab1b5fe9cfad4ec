import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import type { Database } from '#platform/database'
import { openSessions } from '#platform/sessions'
import { asOwner } from './database.ts'

const program = fileURLToPath(new URL('../ansinh.mjs', import.meta.url))
const password = 'ansinh-2026'

/** Somebody who may sign in. */
export interface Account {
  username: string
  name: string
  role: 'communeOfficer' | 'provinceOfficer' | 'leader'
  unitUid: string
  areas: string[]
}

export async function openAccounts(database: Database, accounts: readonly Account[]): Promise<void> {
  const sessions = await openSessions(database, { baseUrl: 'http://localhost' })
  for (const account of accounts) await sessions.createAccount({ ...account, password })
}

/** The real server, in a process of its own, on a test's database. */
export class Served {
  /** Where it puts what must pass by the disk. */
  readonly temporary: string
  private readonly database: Database
  private readonly only: string[]
  private child: ChildProcess | undefined
  private address = ''

  constructor(database: Database, only?: 'web') {
    this.database = database
    this.only = only ? ['--only', only] : []
    this.temporary = mkdtempSync(join(tmpdir(), 'an-sinh-served-'))
    afterAll(async () => {
      await this.kill('SIGTERM')
      rmSync(this.temporary, { recursive: true, force: true })
    })
  }

  async start(): Promise<void> {
    await oneAtATime(() => this.open())
  }

  private async open(): Promise<void> {
    const env = {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      TMPDIR: this.temporary,
      DATABASE_URL: this.database.url,
      DATABASE_OWNER_URL: asOwner(this.database).url,
      PORT: '0',
      DEMO_PEOPLE: '0',
    }
    this.child = spawn(process.execPath, [program, 'start', '--json', ...this.only], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const { stdout, stderr } = this.child
    if (!stdout || !stderr) throw new Error('no output')
    let said = ''
    stderr.on('data', (piece) => {
      said = (said + piece).slice(-2_000)
    })
    for await (const line of createInterface({ input: stdout })) {
      if (!line.startsWith('{')) continue
      this.address = (JSON.parse(line) as { address: string }).address
      return
    }
    throw new Error(`ended while starting: ${said}`)
  }

  /** Ends it as told; `SIGKILL` is what a power cut is. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    const child = this.child
    this.child = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }

  /** The most memory it ever held since it was last asked, in megabytes. */
  peakMegabytes(): number {
    const path = `/proc/${this.child?.pid}`
    const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`${path}/status`, 'utf8'))?.[1]
    writeFileSync(`${path}/clear_refs`, '5')
    return Number(peak) / 1_024
  }

  url(path: string): string {
    return this.address + path
  }

  /** A browser without scripts, signed in. */
  async signIn({ username }: Pick<Account, 'username'>): Promise<Visitor> {
    const answer = await fetch(this.url('/can-bo/dang-nhap'), {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ username, password }),
    })
    const cookie = answer.headers
      .getSetCookie()
      .map((each) => each.split(';', 1)[0])
      .join('; ')
    if (answer.status !== 302 || cookie === '') throw new Error(`${username}: ${answer.status}`)
    return new Visitor(this, cookie)
  }
}

/** One server starts after the other, in whatever test: the first builds the pages where they are not built yet. */
async function oneAtATime(work: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: inject('administratorUrl') })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('test.served'))`)
    await work()
  } finally {
    await client.end()
  }
}

export interface Answer {
  status: number
  /** Where a form moves on to. */
  to: string
  text: string
}

export class Visitor {
  private readonly served: Served
  readonly cookie: string

  constructor(served: Served, cookie: string) {
    this.served = served
    this.cookie = cookie
  }

  get(path: string): Promise<Answer> {
    return this.ask(path, {})
  }

  post(path: string, fields: Record<string, string>): Promise<Answer> {
    return this.ask(path, { method: 'POST', body: new URLSearchParams(fields) })
  }

  upload(path: string, name: string, content: string | Uint8Array<ArrayBuffer>): Promise<Answer> {
    const body = new FormData()
    body.set('file', new File([content], name))
    return this.ask(path, { method: 'POST', body })
  }

  private async ask(path: string, init: RequestInit): Promise<Answer> {
    const answer = await fetch(this.served.url(path), {
      ...init,
      // Each asks anew: a connection that was idle may be closed just then.
      headers: { cookie: this.cookie, connection: 'close' },
      redirect: 'manual',
    })
    const text = (await answer.text()).replaceAll('<!-- -->', '')
    return { status: answer.status, to: answer.headers.get('location') ?? '', text }
  }
}
