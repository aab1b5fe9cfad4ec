import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { day, month } from '#calendar'
import { readListFile } from '#intake'
import { sealAudit, verifyAudit } from '#platform/audit'
import { withActor } from '#platform/database'
import { asOwner, freshDatabase } from '#test/database'
import { loadDemonstration } from './demonstration.ts'
import { importStaged, type ListFile, stage } from './import-list.ts'
import { runSweep } from './sweep.ts'
import { loadUnits } from './units-table.ts'

const machine = { kind: 'system', job: 'test' } as const
const program = fileURLToPath(new URL('../ansinh.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'an-sinh-killed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Database = Awaited<ReturnType<typeof freshDatabase>>

/** `ansinh …` in a process of its own, on the test's database. */
function run(database: Database, words: string[]): ChildProcess {
  const env = {
    PATH: process.env.PATH ?? '',
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: asOwner(database).url,
  }
  return spawn(process.execPath, [program, ...words], { env, stdio: ['ignore', 'ignore', 'pipe'] })
}

/** Kills the process with -9 when it says something that `moment` matches; says whether it lived until then. */
async function killAt(child: ChildProcess, moment: RegExp): Promise<boolean> {
  if (!child.stderr) throw new Error('no output')
  const gone = once(child, 'exit')
  for await (const line of createInterface({ input: child.stderr }))
    if (moment.test(line)) child.kill('SIGKILL')
  const [, signal] = await gone
  return signal === 'SIGKILL'
}

async function finish(child: ChildProcess): Promise<void> {
  child.stderr?.resume()
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
}

/** More than six chunks: a kill leaves two of them written at most, being on their way at once. */
const rowsWritten = 13_000
const header =
  'Họ và tên,Ngày sinh,Giới tính,Số định danh,Xã,"Thôn, xóm",Nhóm đối tượng,Số tiền,Hưởng từ tháng'

/** A list of people with numbers of their own, as CSV. */
function listOf(people: number): string {
  const lines = Array.from({ length: people }, (_, index) => {
    const year = 1940 + (index % 40)
    const [days, months] = [1 + (Math.floor(index / 480) % 28), 1 + (Math.floor(index / 40) % 12)]
    const id = `0400${String(year).slice(2)}${String(index).padStart(6, '0')}`
    const name = `Nguyễn Văn ${['An', 'Bình', 'Châu', 'Dũng'][index % 4]}`
    return `${name},${days}/${months}/${year},Nam,${id},Phường Vinh Phú,Khối ${index % 9},K6,750000,06/2026`
  })
  return [header, ...lines].join('\n')
}

async function inRegister(database: Database) {
  return withActor(database, machine, async (transaction) => {
    const { rows } = await sql<Record<string, number>>`select
      (select count(*) from registry.person) as people,
      (select count(distinct citizen_id) from registry.person) as numbers,
      (select count(*) from registry.residence) as residences,
      (select count(*) from awards.award) as awards,
      (select count(*) from platform.audit where action = 'import') as imports,
      (select count(*) from platform.audit where action = 'importList') as finished,
      (select count(*) from intake.row where state = 'waiting') as waiting`.execute(transaction)
    return rows[0]
  })
}

describe('an import that is killed', () => {
  it('loses nothing and doubles nothing, wherever it was, and the log of it is whole', {
    timeout: 60_000,
  }, async () => {
    const database = await freshDatabase()
    const path = join(folder, 'danh-sach.csv')
    writeFileSync(path, listOf(rowsWritten))
    // Each time in the middle of the chunk after the first it wrote.
    for (let kill = 0; kill < 3; kill++) {
      expect(await killAt(run(database, ['import', path]), /2000\//)).toBe(true)
      const { people, awards, imports } = (await inRegister(database)) ?? {}
      expect([awards, imports]).toEqual([people, people])
    }
    expect((await inRegister(database))?.waiting).toBeGreaterThan(0)
    await finish(run(database, ['import', path]))
    const whole = {
      people: rowsWritten,
      numbers: rowsWritten,
      residences: rowsWritten,
      awards: rowsWritten,
      imports: rowsWritten,
      finished: 1,
      waiting: 0,
    }
    expect(await inRegister(database)).toEqual(whole)
    await finish(run(database, ['import', path]))
    expect(await inRegister(database)).toEqual(whole)
    expect(await sealAudit(database)).toBeGreaterThan(rowsWritten)
    expect(await verifyAudit(database)).toMatchObject({ ok: true })
  })
})

describe('a sweep that is killed', () => {
  it('leaves nothing half done, and the next finds the same', { timeout: 60_000 }, async () => {
    const database = await freshDatabase()
    const today = day('2026-11-23')
    await loadDemonstration({ database, people: 2_000, seed: 5, today })
    const words = ['sweep', '--month', '2026-10', '--known-on', today]
    for (const step of [1, 3, 5]) {
      expect(await killAt(run(database, words), new RegExp(`^\\[${step}/`))).toBe(true)
      expect(await found(database)).toEqual({ runs: 0, findings: [] })
    }
    await finish(run(database, words))
    const once = await found(database)
    expect([once.runs, once.findings.length > 0]).toEqual([1, true])
    await finish(run(database, words))
    expect(await found(database)).toEqual({ runs: 2, findings: once.findings })
  })
})

async function found(database: Database) {
  return withActor(database, machine, async (transaction) => {
    const { rows: runs } = await sql<{ n: number }>`select count(*) as n from findings.run
      where month = '2026-10-01'`.execute(transaction)
    const { rows } = await sql<{
      key: string
    }>`select concat_ws(' ', person_id, benefit, kind, difference_dong) as key
      from findings.finding where month = '2026-10-01' and closed_run is null order by 1`.execute(transaction)
    return { runs: runs[0]?.n, findings: rows.map(({ key }) => key) }
  })
}

async function read(text: string): Promise<ListFile> {
  const { fileHash, reading } = await readListFile(Buffer.from(text), 'danh-sach.csv', {
    today: day('2026-11-23'),
  })
  return { fileName: 'danh-sach.csv', fileHash, reading }
}

describe('two at once', () => {
  it('imports of one file write it once, and of two files with the same people add them once', async () => {
    const database = await freshDatabase()
    await loadUnits(database)
    const [one, other] = await Promise.all([listOf(900), `${listOf(900)}\n`].map(read))
    const staged = await Promise.all(
      [one, one, other].map((list) => stage(database, machine, list as ListFile)),
    )
    expect(staged[0]?.id).toBe(staged[1]?.id)
    const options = { today: day('2026-11-23') }
    await Promise.all(staged.map(({ id }) => importStaged(database, machine, id, options)))
    expect(await inRegister(database)).toMatchObject({
      people: 900,
      numbers: 900,
      awards: 900,
      finished: 2,
      waiting: 0,
    })
  })

  it('sweeps of one month follow each other and leave one set of findings', async () => {
    const database = await freshDatabase()
    const today = day('2026-11-23')
    await loadDemonstration({ database, people: 600, seed: 6, today })
    const question = { month: month('2026-10'), knownOn: today }
    const runs = await Promise.all([runSweep(database, question), runSweep(database, question)])
    expect(new Set(runs.map(({ id }) => id)).size).toBe(2)
    expect(runs[0]?.counts).toEqual(runs[1]?.counts)
    const { findings } = await found(database)
    expect(findings.length).toBe(Object.values(runs[0]?.counts ?? {}).reduce((sum, count) => sum + count, 0))
  })
})
