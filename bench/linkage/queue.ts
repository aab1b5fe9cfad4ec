/**
 * The queue of pairs as officers open it, over 50,000 that wait and as many that were decided:
 * `node bench/linkage/queue.ts [PAIRS]`. Loads a register of its own, reads pages as the province and as a commune, each
 * in a transaction of its own under row-level security, and exits 1 when half of the readings of one take longer than
 * the target.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { hold } from '#bench/rules/measure'
import { makePeople, personColumns } from '#bench/search/people'
import { countsOf, listPairs, type PairFilter, recordsOfPairs, statesOf, tallyPairs } from '#deduplication'
import { copyInto } from '#platform/bulk'
import { type Actor, type Database, openDatabase, withActor } from '#platform/database'
import { migrate, readMigrations } from '#platform/migrations'
import { startPostgres } from '#platform/postgres'
import { recordUnits } from '#registry'

const targetMs = 100
const readings = 9
const pageRows = 50
const farPage = 900
const pairs = Number(process.argv[2] ?? 50_000)
const people = pairs * 4
const machine: Actor = { kind: 'system', job: 'bench' }
const officer = { kind: 'officer', id: 'bench', name: 'Bench', areas: ['*'] } as const
const province: Actor = { ...officer, role: 'provinceOfficer', unitUid: 'province' }

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} threads, Node ${process.version}`,
)
const home = mkdtempSync(join(tmpdir(), 'an-sinh-queue-'))
chmodSync(home, 0o755)
const checkout = fileURLToPath(new URL('../..', import.meta.url))
const postgres = await startPostgres({ home: join(home, 'data'), checkout, throwAway: true })
try {
  await migrate(postgres.urlFor('an_sinh', 'an_sinh'), await readMigrations())
  await load(postgres.urlFor('an_sinh', 'postgres'))
  const database = openDatabase(postgres.urlFor('an_sinh', 'an_sinh_app'), { max: 1 })
  await measure(database).finally(() => database.close())
} finally {
  await postgres.stop()
  rmSync(home, { recursive: true, force: true })
}

/** People of all communes; pairs of neighbours, one in five of two communes, half of them decided. */
async function load(url: string): Promise<void> {
  const database = openDatabase(url, { as: 'owner', max: 1 })
  await withActor(database, machine, async (transaction) => {
    await recordUnits(
      transaction,
      readFileSync(new URL('../../data/nghe-an-units.csv', import.meta.url), 'utf8'),
    )
    await copyInto(transaction, `registry.person (${personColumns})`, makePeople(people, 1))
    await sql`insert into deduplication.model (version, model, converged, settings_digest, people, in_use)
      values ('bench', '{}', true, '', ${people}, true)`.execute(transaction)
    await sql`insert into deduplication.run (mode, model_version, people, compared, waiting, conflicts, took_ms)
      values ('full', 'bench', ${people}, ${pairs}, ${pairs}, 0, 1)`.execute(transaction)
    await sql`with drawn as (
        select n, id as a, case when n % 5 = 0 then id + ${Math.round(people / 2)} else id + 1 end as b,
          abs(hashint4(n::integer)) % 25000 / 1000.0 - 3 as weight
        from (select id, row_number() over (order by id) as n from registry.person order by id limit ${people / 2})
          as first (id, n))
      insert into deduplication.pair (record_a, record_b, unit_a, unit_b, weight, probability, levels,
        term_frequencies, model_version, first_run, last_run, both_paid, two_numbers, came_back, basis, state,
        decided_by, decided_name, decided_at)
      select a, b, one.unit_uid, other.unit_uid, weight, 1 / (1 + power(2, -weight)),
        '{"name": "written", "birth": "day", "identity": null, "residence": "home", "sex": "same"}',
        '{"name": 0.00012, "birth": 0.00003}', 'bench', 1, 1, n % 11 = 0, n % 23 = 0, n % 97 = 0, md5(a::text),
        decided.state, decided.by, decided.by, decided.at
      from drawn join registry.person one on one.id = a join registry.person other on other.id = b,
        lateral (select case when n % 2 = 0 then 'waiting' when n % 4 = 1 then 'different' else 'setAside' end as state,
          case when n % 2 = 1 then 'Lan' end as by, case when n % 2 = 1 then now() end as at) as decided
      limit ${pairs * 2}`.execute(transaction)
  })
  for (const table of ['registry.person', 'deduplication.pair'])
    await database.pool.query(`vacuum analyze ${table}`)
  await database.close()
}

async function measure(database: Database): Promise<void> {
  const [busiest] = await withActor(database, province, async (transaction) => {
    const { rows } = await sql<{ unit: string; pairs: number }>`select unit_a as unit, count(*) as pairs
      from deduplication.pair where state = 'waiting' and unit_b = unit_a group by 1 order by 2 desc limit 1`.execute(
      transaction,
    )
    return rows
  })
  const unitUid = busiest?.unit ?? ''
  const commune: Actor = { ...officer, role: 'communeOfficer', unitUid }
  const offset = Math.floor(pairs / pageRows - 1) < farPage ? pairs - pageRows : (farPage - 1) * pageRows
  const [before] = await withActor(database, province, (transaction) =>
    listPairs(transaction, { limit: 1, offset: offset - 1 }),
  )
  console.log(`${pairs} pairs wait among ${people} people, ${busiest?.pairs} of them in the largest commune`)
  const pages: Page[] = [
    { name: 'province, first page', actor: province },
    { name: 'province, paid on both', actor: province, filter: { bothPaid: true } },
    { name: 'province, two numbers', actor: province, filter: { twoNumbers: true } },
    { name: 'province, likely', actor: province, filter: { band: 'likely' } },
    { name: 'province, one commune', actor: province, filter: { unitUid } },
    { name: 'province, decided different', actor: province, filter: { state: 'different' } },
    {
      name: `province, page ${offset / pageRows + 1} after its neighbour`,
      actor: province,
      after: before?.id ?? 0,
    },
    {
      name: `province, page ${offset / pageRows + 1} by its number`,
      actor: province,
      offset,
      isByHand: true,
    },
    { name: 'commune, first page', actor: commune },
    { name: 'commune, two numbers', actor: commune, filter: { twoNumbers: true } },
  ]
  for (const page of pages) await measurePage(database, page)
}

interface Page {
  name: string
  actor: Actor
  filter?: PairFilter
  after?: number
  offset?: number
  /** Pages lead to each other; whoever writes a far page's number by hand may wait. */
  isByHand?: boolean
}

/** All that a page of the queue asks of the database, in one transaction. */
async function measurePage(
  database: Database,
  { name, actor, filter = {}, isByHand, ...place }: Page,
): Promise<void> {
  const { unitUid } = filter
  const times: number[] = []
  let rows = 0
  for (let reading = 0; reading <= readings; reading++) {
    const start = performance.now()
    rows = await withActor(database, actor, async (transaction) => {
      const page = await listPairs(transaction, { ...filter, ...place, limit: pageRows })
      const tally = await tallyPairs(transaction, { ...(unitUid ? { unitUid } : {}) })
      const records = await recordsOfPairs(transaction, page)
      const { total } = countsOf(tally, filter)
      return statesOf(tally).waiting > 0 && total >= page.length && records.size > 0 ? page.length : 0
    })
    if (reading > 0) times.push(performance.now() - start)
  }
  const [median = 0, slowest = 0] = [times.toSorted((a, b) => a - b)[readings >> 1], Math.max(...times)]
  const figures = `${median.toFixed(0)} ms (slowest of ${readings}: ${slowest.toFixed(0)} ms) for ${rows} lines`
  hold(`${name}: ${figures}: at most ${targetMs}`, median <= targetMs && rows > 0, !isByHand)
}
