import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import type { LocalDate } from '#calendar'
import { prepareDemonstration } from '#jobs/demonstration'
import { readCommunes } from '#jobs/demonstration/communes'
import { makeCommunes } from '#jobs/demonstration/province'
import { Settling } from '#jobs/demonstration/settling'
import { type TableRows, tablesOf } from '#jobs/demonstration/writing'
import { type Database, withActor } from '#platform/database'
import { withoutKeys } from './without-keys.ts'

/** The tables a province fills, each before those that name it. */
const tables = [
  'registry.person',
  'registry.residence',
  'registry.household',
  'registry.household_life',
  'registry.membership',
  'registry.fact',
  'registry.household_fact',
  'awards.award',
  'awards.application',
] as const

export interface Province {
  people: number
  seed: number
  today: LocalDate
}

/** What was planted, by kind: what a sweep of the month must find at least. */
export type Planted = Readonly<Record<string, number>>

/**
 * Fills an empty register with the demonstration's province at any size, commune by commune: nothing but one commune
 * is in memory, and the same seed on the same day makes the same people. Written by COPY as the owner, the keys and
 * indexes made afterwards.
 */
export async function fillProvince(
  database: Database,
  ownerUrl: string,
  province: Province,
  onProgress: (message: string) => void = () => {},
): Promise<Planted> {
  const communes = await readCommunes()
  await withActor(database, { kind: 'system', job: 'bench' }, (transaction) =>
    prepareDemonstration(transaction, communes),
  )
  const planted: Record<string, number> = {}
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query("set synchronous_commit = off; set app.scope = 'province'; set app.changes = 'yes'")
    const began = performance.now()
    await withoutKeys(owner, tables, async () => {
      await writeCommunes(owner, province, planted)
      onProgress(`rows written after ${seconds(began)} s`)
    })
    onProgress(`keys and indexes after ${seconds(began)} s`)
    await owner.query(`vacuum (analyze) ${tables.join(', ')}`)
    await owner.query('checkpoint').catch(() => undefined)
    onProgress(`vacuumed and analysed after ${seconds(began)} s`)
  } finally {
    await owner.end()
  }
  return planted
}

async function writeCommunes(
  owner: pg.Client,
  { people, seed, today }: Province,
  planted: Record<string, number>,
): Promise<void> {
  const settling = new Settling({ today, seed })
  let [firstPerson, firstHousehold] = [1, 1]
  for (const households of makeCommunes(await readCommunes(), { people, seed, today })) {
    const settled = settling.settle(households, { firstPerson, firstHousehold })
    for (const rows of tablesOf(settled)) await copy(owner, rows)
    for (const { kind } of settled.errors.planted) planted[kind] = (planted[kind] ?? 0) + 1
    planted.duplicate = (planted.duplicate ?? 0) + settled.copies.size
    firstPerson += settled.columns.count + settled.copies.size
    firstHousehold += households.length
  }
  await owner.query(
    `select setval(pg_get_serial_sequence('registry.person', 'id'), $1),
    setval(pg_get_serial_sequence('registry.household', 'id'), $2)`,
    [firstPerson, firstHousehold],
  )
}

async function copy(owner: pg.Client, { table, columns, rows }: TableRows): Promise<void> {
  await pipeline(linesOf(rows), owner.query(from(`copy ${table} (${columns.join(', ')}) from stdin`)))
}

/** COPY's text form; the demonstration's names hold nothing that must be escaped. */
function* linesOf(rows: TableRows['rows']): Generator<string> {
  let text = ''
  for (const row of rows) {
    for (let cell = 0; cell < row.length; cell++) text += `${cell === 0 ? '' : '\t'}${row[cell] ?? '\\N'}`
    text += '\n'
    if (text.length < 262_144) continue
    yield text
    text = ''
  }
  if (text) yield text
}

function seconds(began: number): number {
  return Math.round((performance.now() - began) / 100) / 10
}
