/**
 * The search box at the size of a province: 3.8 million people, as an officer of the province and as officers of
 * communes, every question in a transaction of its own under row-level security. The peer in the same run is what one
 * would write first: `name_folded like '%…%'` on the same table.
 *
 * `node bench/search.ts [PEOPLE]` loads a register of its own; `--database URL` measures one that is there, reading
 * only. Times are without what either process stood waiting for a processor that others had (Linux tells), and with it
 * below. Exits 1 when a ninety-fifth percentile is above the target.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { foldText } from '#identity'
import { copyInto } from '#platform/bulk'
import { today } from '#platform/clock'
import { type Actor, type Database, openDatabase, withActor } from '#platform/database'
import { migrate, readMigrations } from '#platform/migrations'
import { startPostgres } from '#platform/postgres'
import { readUnits, recordUnits, type SearchMemory, searchPeople, searchPlaces } from '#registry'
import { makePeople, personColumns } from './search/people.ts'
import { drawQuestions, type Question } from './search/questions.ts'
import { serverProcess, waitedMs } from './search/waiting.ts'

const targetMs = 50
const each = 12
const peerQuestions = 6
const machine: Actor = { kind: 'system', job: 'bench' }

const { values, positionals } = parseArgs({
  options: { database: { type: 'string' } },
  allowPositionals: true,
})
console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} threads`)
if (values.database) await measureAt(values.database)
else await measureOwn(Number(positionals[0] ?? 3_831_694))

async function measureAt(url: string): Promise<void> {
  const database = openDatabase(url, { max: 1 })
  try {
    await measure(database)
  } finally {
    await database.close()
  }
}

async function measureOwn(people: number): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'an-sinh-bench-'))
  chmodSync(home, 0o755)
  const checkout = fileURLToPath(new URL('..', import.meta.url))
  const postgres = await startPostgres({ home: join(home, 'data'), checkout, throwAway: true })
  try {
    await migrate(postgres.urlFor('an_sinh', 'an_sinh'), await readMigrations())
    await load(postgres.urlFor('an_sinh', 'postgres'), people)
    await measureAt(postgres.urlFor('an_sinh', 'an_sinh_app'))
  } finally {
    await postgres.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

/** As the server's administrator, whom COPY does not ask for a policy. */
async function load(url: string, people: number): Promise<void> {
  const database = openDatabase(url, { as: 'owner', max: 1 })
  const start = performance.now()
  await withActor(database, machine, async (transaction) => {
    await recordUnits(
      transaction,
      readFileSync(new URL('../data/nghe-an-units.csv', import.meta.url), 'utf8'),
    )
    await copyInto(transaction, `registry.person (${personColumns})`, makePeople(people, 1))
    // One in fifty bore another name before: that of somebody else.
    await sql`insert into registry.known_as (person_id, key, value, folded)
      select id - 1, 'name', name, name_folded from registry.person where id % 50 = 0`.execute(transaction)
  })
  console.log(`${people} people loaded into the table with its indexes: ${seconds(start)} s`)
  await database.pool.query('vacuum analyze registry.person, registry.known_as')
  await database.close()
}

async function measure(database: Database): Promise<void> {
  await printSizes(database)
  const units = await withActor(database, machine, readUnits)
  const places = searchPlaces(units, today())
  const memory: SearchMemory = new Map()
  const questions = await drawQuestions(database, each, 7)
  const processes = ['self' as const, await serverProcess(database, machine)]
  const ask = async ({ text, scope }: Question, limit: number) => {
    const waited = waitedMs(processes)
    const start = performance.now()
    const options = { limit, today: today(), places, memory }
    const { hits } = await withActor(database, officerOf(scope), (transaction) =>
      searchPeople(transaction, text, options),
    )
    const wallMs = performance.now() - start
    return { wallMs, ms: wallMs - (waitedMs(processes) - waited), hits: hits.length }
  }
  // The pool's first connections, and what a server learns in its first minutes.
  for (const question of questions.filter((_, index) => index % 16 === 0)) await ask(question, 8)
  const isMet: boolean[] = []
  for (const [limit, name] of [
    [8, 'suggestions, 8 people'],
    [500, 'a list of up to 500 people'],
  ] as const) {
    for (const isProvince of [true, false]) {
      const chosen = questions.filter(({ scope }) => (scope === 'province') === isProvince)
      const answers: Answer[] = []
      for (const question of chosen) answers.push({ ...question, ...(await ask(question, limit)) })
      isMet.push(print(`${isProvince ? 'province' : 'communes'}: ${name}`, answers))
    }
  }
  await printPeer(database, questions)
  if (isMet.includes(false)) process.exitCode = 1
}

type Answer = Question & { wallMs: number; ms: number; hits: number }

function print(name: string, answers: Answer[]): boolean {
  console.log(`\n${name}; ${answers.length} questions${' '.repeat(8)}p50      p95      p99  ms    found`)
  for (const [kind, of] of Map.groupBy(answers, (answer) => answer.kind)) {
    const found = of.filter(({ hits }) => hits > 0).length
    console.log(`  ${kind.padEnd(28)}${figures(of.map(({ ms }) => ms))}      ${found} of ${of.length}`)
  }
  const all = answers.map(({ ms }) => ms)
  const isMet = percentile(all, 0.95) <= targetMs
  console.log(`  ${'all, with waiting for others'.padEnd(28)}${figures(answers.map(({ wallMs }) => wallMs))}`)
  console.log(
    `  ${'all'.padEnd(28)}${figures(all)}      target p95 ${targetMs} ms: ${isMet ? 'met' : 'MISSED'}`,
  )
  return isMet
}

/** The same names as a part of the folded name, by the same officers, under the same policies. */
async function printPeer(database: Database, questions: readonly Question[]): Promise<void> {
  console.log(`\npeer: name_folded like '%…%', first 8 by name`)
  for (const isProvince of [true, false]) {
    const asked = questions
      .filter(({ kind, scope }) => kind === 'full name with tones' && (scope === 'province') === isProvince)
      .slice(0, peerQuestions)
    const times: number[] = []
    for (const { text, scope } of asked) {
      const start = performance.now()
      await withActor(database, officerOf(scope), (transaction) =>
        sql`select id, name, birth_from, unit_uid from registry.person
          where name_folded like ${`%${foldText(text)}%`} order by name_folded limit 8`.execute(transaction),
      )
      times.push(performance.now() - start)
    }
    console.log(`  ${(isProvince ? 'province' : 'communes').padEnd(28)}${figures(times)}`)
  }
}

async function printSizes(database: Database): Promise<void> {
  const { rows } = await sql<{ name: string; size: string }>`select c.relname as name,
      pg_size_pretty(pg_relation_size(c.oid)) as size from pg_class c
    where c.oid = 'registry.person'::regclass or c.oid in
      (select indexrelid from pg_index where indrelid = 'registry.person'::regclass)
    order by pg_relation_size(c.oid) desc`.execute(database.query)
  console.log(rows.map(({ name, size }) => `${name} ${size}`).join(', '))
}

function officerOf(unitUid: string): Actor {
  const role = unitUid === 'province' ? 'provinceOfficer' : 'communeOfficer'
  return { kind: 'officer', id: 'bench', name: 'bench', role, unitUid, areas: ['*'] }
}

function figures(times: readonly number[]): string {
  return [0.5, 0.95, 0.99].map((share) => percentile(times, share).toFixed(1).padStart(9)).join('')
}

function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}

function seconds(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1)
}
