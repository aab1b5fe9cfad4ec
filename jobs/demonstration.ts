import { sql } from 'kysely'
import { monthsRange } from '#awards'
import { firstDayOf, type LocalDate, monthOf } from '#calendar'
import { type FindingKind, sweep } from '#findings'
import { foldText } from '#identity'
import { BilingualError } from '#platform/bilingual-error'
import { type Database, type Transaction, withActor } from '#platform/database'
import { markReached } from '#platform/milestones'
import {
  countPersons,
  getPerson,
  loadMonthColumns,
  loadRows,
  type MonthColumns,
  recordUnits,
  recordZones,
  reserveNumbers,
} from '#registry'
import { type Line, lawfulLines, stretchesOf } from './demonstration/awards.ts'
import { type Commune, readCommunes } from './demonstration/communes.ts'
import { type Errors, plantErrors } from './demonstration/errors.ts'
import type { DemoHousehold } from './demonstration/people.ts'
import { makeProvince } from './demonstration/province.ts'
import { createRandom } from './demonstration/random.ts'
import { since, writeHouseholds } from './demonstration/writing.ts'
import { readUnitsTable } from './units-table.ts'

export interface DemonstrationOptions {
  database: Database
  /** How many people. */
  people: number
  /** The same seed on the same day makes the same province. */
  seed: number
  today: LocalDate
  onProgress?: (progress: { done: number; total: number; message: string }) => Promise<void> | void
  /** A clock in milliseconds, for how long the sweep took. */
  elapsedMs?: () => number
}

/** What was planted and must be found by a sweep of the current month. */
export interface PlantedFinding {
  personId: number
  kind: FindingKind
  benefit: string
}

/** Reached by a database whose people are invented. */
export const demonstrationMilestone = 'demonstration'

const machine = { kind: 'system', job: 'demonstration' } as const
const origin = 'demonstration'
const steps = 5

/**
 * Fills an empty register with a synthetic province: real communes, invented people, awards as the law gives them,
 * and planted errors; then runs the sweep of the current month. Throws when somebody is registered already.
 */
export async function loadDemonstration(
  options: DemonstrationOptions,
): Promise<{ people: number; planted: PlantedFinding[] }> {
  const { database, people, seed, today, elapsedMs } = options
  const tell = async (done: number, message: string) => options.onProgress?.({ done, total: steps, message })
  await tell(0, 'Dựng địa bàn và hộ gia đình')
  const communes = await readCommunes()
  const households = makeProvince(communes, { people, seed, today })
  const planted = await withActor(database, machine, async (transaction) => {
    await prepare(transaction, communes)
    await markReached(transaction, demonstrationMilestone)
    await tell(1, `Ghi ${people} người vào sổ`)
    const { firstPerson } = await writeHouseholds(transaction, households)
    await analyze(transaction, [
      'registry.person',
      'registry.membership',
      'registry.residence',
      'registry.fact',
      'registry.household_fact',
    ])
    await tell(2, 'Áp dụng pháp luật để lập danh sách hưởng')
    const columns = await loadMonthColumns(transaction, { month: monthOf(today), knownOn: today })
    const lines = lawfulLines(columns, today)
    const errors = plantErrors(lines, columns, { random: createRandom(seed + 1), today })
    await tell(3, 'Ghi danh sách hưởng và hồ sơ')
    const copies = await writeErrors(transaction, columns, errors)
    await writeAwards(transaction, columns, lines, copies)
    await analyze(transaction, ['awards.award', 'awards.application'])
    return [
      ...plantedIn(households, firstPerson),
      ...errors.planted.map(({ place, kind, benefit }) => ({
        personId: columns.ids[place] as number,
        kind,
        benefit,
      })),
      ...[...copies].map(
        ([line, personId]): PlantedFinding => ({ personId, kind: 'duplicate', benefit: line.benefit }),
      ),
    ]
  })
  await tell(4, 'Quét toàn tỉnh')
  await sweep(database, { month: monthOf(today), knownOn: today }, elapsedMs ? { elapsedMs } : {})
  await tell(steps, 'Xong')
  return { people, planted }
}

async function prepare(transaction: Transaction, communes: readonly Commune[]): Promise<void> {
  const already = await countPersons(transaction)
  if (already > 0)
    throw new BilingualError({
      vi: `Sổ đã có ${already} người: dữ liệu mẫu chỉ nạp vào sổ trống, hãy chọn DATA_DIR hoặc DATABASE_URL khác.`,
      en: `The register holds ${already} people: a demonstration needs an empty one, choose another DATA_DIR or DATABASE_URL.`,
    })
  await recordUnits(transaction, await readUnitsTable())
  const zones = communes.map(({ unitUid, difficult }) => ({
    unitUid,
    area: difficult ? ('difficultEthnicMountain' as const) : ('ordinary' as const),
  }))
  await recordZones(transaction, zones, { from: since, origin })
}

/** Fresh statistics: what was just written is asked for at once. */
async function analyze(transaction: Transaction, tables: readonly string[]): Promise<void> {
  for (const table of tables) await sql`analyze ${sql.table(table)}`.execute(transaction)
}

/** Deaths, applications, and people recorded twice: the second record's number by the line it copies. */
async function writeErrors(
  transaction: Transaction,
  { ids }: MonthColumns,
  { deaths, applications, twice }: Errors,
): Promise<Map<Line, number>> {
  for (const { place, on } of deaths)
    await sql`update registry.person set death_on = ${on} where id = ${ids[place]}`.execute(transaction)
  await loadRows(
    transaction,
    'awards.application',
    ['person_id', 'benefit', 'received_on', 'decided_on', 'outcome', 'origin'],
    applications.map(({ place, benefit, receivedOn, decidedOn }) => [
      ids[place],
      benefit,
      receivedOn,
      decidedOn,
      decidedOn && 'granted',
      origin,
    ]),
  )
  const copies = new Map<Line, number>()
  const first = await reserveNumbers(transaction, 'registry.person', twice.length)
  for (const [index, line] of twice.entries()) {
    copies.set(line, first + index)
    await copyPerson(transaction, ids[line.place] as number, first + index)
  }
  return copies
}

/** The same person once more, in capitals and without tones, as another list may have had them. */
async function copyPerson(transaction: Transaction, from: number, to: number): Promise<void> {
  const { name } = await getPerson(transaction, from)
  await sql`insert into registry.person (id, name, name_folded, sex, birth_from, birth_to, birth_written, citizen_id,
      unit_uid, village, reviewed_on, origin, recorded_at)
    select ${to}, ${foldText(name).toUpperCase()}, name_folded, sex, birth_from, birth_to, birth_written, citizen_id,
      unit_uid, village, reviewed_on, origin, recorded_at from registry.person where id = ${from}`.execute(
    transaction,
  )
  await sql`insert into registry.residence (person_id, unit_uid, village, valid, origin, recorded_at)
    select ${to}, unit_uid, village, valid, origin, recorded_at
    from registry.residence where person_id = ${from}`.execute(transaction)
  await sql`insert into registry.fact (person_id, key, value, valid, origin, recorded_at)
    select ${to}, key, value, valid, origin, recorded_at
    from registry.fact where person_id = ${from}`.execute(transaction)
}

async function writeAwards(
  transaction: Transaction,
  columns: MonthColumns,
  lines: readonly Line[],
  copies: ReadonlyMap<Line, number>,
): Promise<void> {
  const owners = [
    ...lines.map((line) => ({ line, personId: columns.ids[line.place] as number })),
    ...[...copies].map(([line, personId]) => ({ line, personId })),
  ]
  const rows = owners.flatMap(({ line, personId }) =>
    stretchesOf(line, columns.month).map(({ from, to, amountDong }, index) => [
      personId,
      line.benefit,
      line.category,
      line.tenths,
      amountDong,
      monthsRange(from, to),
      `${1 + (personId % 97)}/QĐ-UBND`,
      index === 0 ? undefined : firstDayOf(from),
      origin,
      `${firstDayOf(from)}T00:00:00+07:00`,
    ]),
  )
  const names = ['person_id', 'benefit', 'category', 'coefficient_tenths', 'amount_dong', 'valid']
  await loadRows(
    transaction,
    'awards.award',
    [...names, 'decision_number', 'signed_on', 'origin', 'recorded_at'],
    rows,
  )
}

function plantedIn(households: readonly DemoHousehold[], firstPerson: number): PlantedFinding[] {
  return households
    .flatMap(({ members }) => members)
    .flatMap(({ planted }, index) =>
      planted ? [{ personId: firstPerson + index, kind: planted, benefit: 'socialPension' }] : [],
    )
}
