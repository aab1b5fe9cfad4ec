import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { addDays, monthOf } from '#calendar'
import { findLatestRun, sweep } from '#findings'
import { today } from '#platform/clock'
import { type Database, withActor } from '#platform/database'
import { recordFacts } from '#registry'
import { asOwner, freshDatabase } from '#test/database'
import { loadDemonstration } from './demonstration.ts'

const machine = { kind: 'system', job: 'test' } as const
const program = fileURLToPath(new URL('../ansinh.mjs', import.meta.url))
const on = today()
const question = { month: monthOf(on), knownOn: on }

/** `ansinh sweep --changed` in a process of its own, on the test's database. */
function sweepChanges(database: Database): ChildProcess {
  const env = {
    PATH: process.env.PATH ?? '',
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: asOwner(database).url,
  }
  const words = ['sweep', '--changed', '--month', question.month, '--known-on', on]
  return spawn(process.execPath, [program, ...words], { env, stdio: ['ignore', 'ignore', 'pipe'] })
}

/** Kills the process with -9 when it has said that it is at a step and `moment` has come; how it ended. */
async function killAt(
  child: ChildProcess,
  step: number,
  moment: () => Promise<unknown> = async () => {},
): Promise<NodeJS.Signals | null> {
  if (!child.stderr) throw new Error('no output')
  const gone = once(child, 'exit')
  for await (const line of createInterface({ input: child.stderr }))
    if (line.startsWith(`[${step}/`)) {
      await moment()
      child.kill('SIGKILL')
    }
  const [, signal] = await gone
  return signal
}

/** Does something while no sums can be written: a sweep gets as far as that, and no further. */
async function withoutSums(database: Database, work: () => Promise<void>): Promise<void> {
  await asOwner(database)
    .query.transaction()
    .execute(async (transaction) => {
      await sql`lock table findings.measure in share mode`.execute(transaction)
      await work()
    })
}

async function untilItWaitsForSums(database: Database): Promise<void> {
  for (;;) {
    const { rows } = await sql`select from pg_locks
      where relation = 'findings.measure'::regclass and not granted`.execute(database.query)
    if (rows.length > 0) return
    await setTimeout(20)
  }
}

/** Facts and deaths of a day, some of them of people who are paid. */
async function recordADay(database: Database): Promise<void> {
  await withActor(database, machine, async (transaction) => {
    const { rows } = await sql<{ id: number }>`select person_id as id from awards.award
      order by person_id limit 20`.execute(transaction)
    const ids = rows.map(({ id }) => id)
    await sql`update registry.person set death_on = ${addDays(on, -70)}
      where id = any(${ids.slice(0, 5)})`.execute(transaction)
    await recordFacts(
      transaction,
      [...ids.slice(5), 1, 2, 3, 4, 5].map((personId, index) => ({
        personId,
        key: 'disability',
        value: index % 2 === 0 ? 'severe' : 'none',
        valid: { from: addDays(on, -200) },
        origin: 'officer:test',
      })),
    )
  })
}

/** Everything the runs of the month have left. */
function left(database: Database) {
  return withActor(database, machine, async (transaction) => {
    const { rows: findings } =
      await sql`select person_id, benefit, kind, unit_uid, law_low_dong, law_high_dong,
        recorded_dong, difference_dong, arrears_dong, since_month, due_on, due_by, reasons, next_step
      from findings.finding where closed_run is null order by person_id, benefit, kind`.execute(transaction)
    const { rows: standings } = await sql`select unit_uid, encode(people, 'hex') as people
      from findings.standing order by 1`.execute(transaction)
    const { rows: turning } = await sql`select * from findings.turning order by 1, 2`.execute(transaction)
    const { id, mode, counts } = (await findLatestRun(transaction, question.month)) ?? {}
    return { findings, standings, turning, run: { id, mode, counts } }
  })
}

describe('a sweep of changes that is killed', () => {
  it('leaves nothing half done, and the next leaves what a whole sweep leaves', {
    timeout: 90_000,
  }, async () => {
    const database = await freshDatabase()
    await loadDemonstration({ database, people: 2_000, seed: 5, today: on })
    await sweep(database, question)
    await recordADay(database)
    const before = await left(database)
    await withoutSums(database, async () => {
      for (const step of [1, 3]) expect(await killAt(sweepChanges(database), step)).toBe('SIGKILL')
      expect(await left(database)).toEqual(before)
    })
    // Findings, standings and who turns are written by then, and nothing is committed.
    await withoutSums(database, async () => {
      expect(await killAt(sweepChanges(database), 5, () => untilItWaitsForSums(database))).toBe('SIGKILL')
      expect(await left(database)).toEqual(before)
    })
    const [code] = await once(sweepChanges(database), 'exit')
    const { run, ...changed } = await left(database)
    expect([code, run.mode]).toEqual([0, 'changed'])
    expect(changed).not.toEqual({ ...before, run: undefined })
    await sweep(database, question)
    expect(await left(database)).toMatchObject({ ...changed, run: { mode: 'whole', counts: run.counts } })
  })
})
