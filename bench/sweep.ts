/**
 * The sweep end to end on the demonstration's province: PostgreSQL → columns → verdicts → findings written; then the
 * nightly sweep of what changed: after a day's facts, when a payment list has gone out, when another month has come into
 * sight with its birthdays on the night after a day's facts, and when a month begins that was swept ahead; each checked
 * against a whole one. Exits 1 when a target is missed.
 * `node bench/sweep.ts [PEOPLE] [FOLDER]`: 3800000 is the whole province and takes about a quarter of an hour, half of it
 * to fill it; a FOLDER keeps the filled database for the next time.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { againstExplaining } from '#bench/province/against-explaining'
import { changesOfADay } from '#bench/province/changes'
import { fillProvince } from '#bench/province/fill'
import { watchMemory } from '#bench/province/memory'
import { sameFindings } from '#bench/province/same-findings'
import { addDays, addMonths, firstDayOf, type LocalDate, monthOf } from '#calendar'
import { horizonOf, nextListOn, type SweepResult, sweep } from '#findings'
import { today } from '#platform/clock'
import { type Database, openDatabase, withActor } from '#platform/database'
import { migrate, readMigrations } from '#platform/migrations'
import { type Postgres, startPostgres } from '#platform/postgres'
import { countPersons } from '#registry'

const people = Number(process.argv[2] ?? 20_000)
const kept = process.argv[3]
const province = 3_800_000
const targets = {
  /** Of a province; a smaller register is allowed its share, and two seconds at least. */
  wholeMs: Math.max(2_000, (90_000 * Math.min(people, province)) / province),
  changedMs: 5_000,
  bytes: 3_000_000_000,
}
/** Explaining everybody is for thousands, not for millions. */
const explainedMax = 250_000

const on = today()
const questionOn = (knownOn: LocalDate) => ({ month: monthOf(knownOn), knownOn })
const home = kept === undefined ? mkdtempSync(join(tmpdir(), 'an-sinh-bench-')) : resolve(kept)
mkdirSync(home, { recursive: true })
chmodSync(home, 0o755)
const checkout = fileURLToPath(new URL('..', import.meta.url))
const postgres = await startPostgres({ home: join(home, 'data'), checkout })
const memory = watchMemory(join(home, 'data'))
try {
  await migrate(postgres.urlFor('an_sinh', 'an_sinh'), await readMigrations())
  const database = openDatabase(postgres.urlFor('an_sinh', 'an_sinh_app'))
  try {
    await measure(database, postgres)
  } finally {
    await database.close()
  }
} finally {
  memory.stop()
  await postgres.stop()
  if (kept === undefined) rmSync(home, { recursive: true, force: true })
}

async function measure(database: Database, { urlFor }: Postgres): Promise<void> {
  console.log(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} threads, ${people} people`,
  )
  const there = await withActor(database, { kind: 'system', job: 'bench' }, (transaction) =>
    countPersons(transaction),
  )
  if (there === 0) {
    const size = { people, seed: 1, today: on }
    const planted = await fillProvince(database, urlFor('an_sinh', 'an_sinh'), size, (message) =>
      console.log(`filling: ${message}`),
    )
    console.log(`planted: ${JSON.stringify(planted)}`)
  }
  const whole = await timed(database, on, 'whole', 'the whole sweep')
  judge('whole sweep', whole.ms, targets.wholeMs, 'ms')
  judge('memory of Node at most', memory.peak().node, targets.bytes, 'bytes')
  await changesOfADay(database, on, 2_000)
  await changed(database, on, 'the sweep of 2000 changed facts')
  const listOut = nightAfter((night) => nextListOn(night).month)
  if (listOut !== addDays(on, 1)) await sweep(database, questionOn(addDays(listOut, -1)))
  await changed(database, listOut, 'the night after a payment list')
  await compareWithWhole(database, listOut)
  const birthdays = nightAfter(horizonOf)
  await sweep(database, questionOn(addDays(birthdays, -1)))
  await changesOfADay(database, addDays(birthdays, -1), 2_000)
  await changed(database, birthdays, 'the night a month comes into sight, after 2000 changed facts')
  await compareWithWhole(database, birthdays)
  const begins = firstDayOf(addMonths(monthOf(birthdays), 1))
  await sweep(database, { month: monthOf(begins), knownOn: addDays(begins, -1) })
  await changed(database, begins, 'the first night of a month that was swept ahead')
  await compareWithWhole(database, begins)
  const { node, postgres: server } = memory.peak()
  console.log(`most memory: Node ${megabytes(node)} MB, PostgreSQL ${megabytes(server)} MB`)
  if (people <= explainedMax) await againstExplaining(database, questionOn(on))
}

/** The first night after today on which something is another than the night before, within one month. */
function nightAfter<Seen>(seenOn: (night: LocalDate) => Seen): LocalDate {
  for (let night = addDays(on, 1); ; night = addDays(night, 1)) {
    const eve = addDays(night, -1)
    if (monthOf(eve) === monthOf(night) && seenOn(eve) !== seenOn(night)) return night
  }
}

async function changed(database: Database, night: LocalDate, name: string): Promise<void> {
  const { run, ms } = await timed(database, night, 'changed', `${name} (${night})`)
  if (run.mode !== 'changed') throw new Error(`It swept everybody because ${run.because?.en}`)
  judge(name, ms, targets.changedMs, 'ms')
}

async function compareWithWhole(database: Database, night: LocalDate): Promise<void> {
  const left = await sameFindings(database)
  await sweep(database, questionOn(night))
  const same = left === (await sameFindings(database))
  console.log(`the whole sweep leaves the same findings and sums: ${same ? 'yes' : 'NO'}`)
  if (!same) process.exitCode = 1
}

async function timed(
  database: Database,
  night: LocalDate,
  mode: 'whole' | 'changed',
  name: string,
): Promise<{ ms: number; run: SweepResult }> {
  const start = performance.now()
  const cpu = process.cpuUsage()
  const run = await sweep(database, questionOn(night), {
    mode,
    elapsedMs: () => performance.now() - start,
    onProgress: ({ message }) => console.log(`  ${Math.round(performance.now() - start)} ms  ${message}`),
  })
  const ms = Math.round(performance.now() - start)
  const used = process.cpuUsage(cpu)
  console.log(
    `${name}: ${ms} ms, of which Node computed ${Math.round((used.user + used.system) / 1_000)} ms (load ${loadavg()[0]?.toFixed(1)}); ` +
      `${run.judged} of ${run.people} people judged; ${JSON.stringify(run.counts)}`,
  )
  return { ms, run }
}

function judge(what: string, measured: number, allowed: number, unit: string): void {
  const met = measured <= allowed
  console.log(
    `target ${what}: ${Math.round(measured)} of ${Math.round(allowed)} ${unit}: ${met ? 'met' : 'MISSED'}`,
  )
  if (!met) process.exitCode = 1
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000)
}
