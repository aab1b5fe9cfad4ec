import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { findLatestRun, listPairs } from '#deduplication'
import { withActor } from '#platform/database'
import { asOwner, freshDatabase } from '#test/database'
import { loadDemonstration } from './demonstration.ts'

const machine = { kind: 'system', job: 'test' } as const
const program = fileURLToPath(new URL('../ansinh.mjs', import.meta.url))
/** The temporary files of these searches alone. */
const folder = mkdtempSync(join(tmpdir(), 'an-sinh-killed-link-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Database = Awaited<ReturnType<typeof freshDatabase>>

/** `ansinh link` in a process of its own, on the test's database. */
function search(database: Database): ChildProcess {
  const env = {
    PATH: process.env.PATH ?? '',
    TMPDIR: folder,
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: asOwner(database).url,
  }
  return spawn(process.execPath, [program, 'link', '--full'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
}

/** Kills the process with -9 as soon as it says that it is at this step; how it ended. */
async function killAt(child: ChildProcess, step: number): Promise<NodeJS.Signals | null> {
  if (!child.stderr) throw new Error('no output')
  const gone = once(child, 'exit')
  for await (const line of createInterface({ input: child.stderr }))
    if (line.startsWith(`[${step}/`)) child.kill('SIGKILL')
  const [, signal] = await gone
  return signal
}

async function finish(child: ChildProcess): Promise<void> {
  child.stderr?.resume()
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
}

const found = (database: Database) =>
  withActor(database, machine, async (transaction) => ({
    runs: (await findLatestRun(transaction))?.id ?? 0,
    pairs: (await listPairs(transaction, { limit: 500 })).map(
      ({ recordA, recordB, weight }) => `${recordA} ${recordB} ${weight}`,
    ),
  }))

const left = () => readdirSync(folder).filter((name) => name.startsWith('an-sinh-work-'))

describe('a search that is killed', () => {
  it('leaves no pair behind, and the next finds all of them and removes what lay on the disk', {
    timeout: 120_000,
  }, async () => {
    const database = await freshDatabase()
    await loadDemonstration({ database, people: 2_000, seed: 7, today: day('2026-11-23') })
    // While records are compared, and while pairs are being written.
    for (const step of [3, 8]) {
      expect(await killAt(search(database), step)).toBe('SIGKILL')
      expect(left()).toHaveLength(1)
      expect(await found(database)).toEqual({ runs: 0, pairs: [] })
    }
    await finish(search(database))
    expect(left()).toEqual([])
    const whole = await found(database)
    expect(whole.pairs.length).toBeGreaterThan(0)
    await finish(search(database))
    expect((await found(database)).pairs).toEqual(whole.pairs)
  })
})
