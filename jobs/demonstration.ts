import { sql } from 'kysely'
import { type LocalDate, monthOf } from '#calendar'
import { type FindingKind, sweep } from '#findings'
import { BilingualError } from '#platform/bilingual-error'
import { type Database, type Transaction, withActor } from '#platform/database'
import { markReached } from '#platform/milestones'
import { countPersons, loadRows, recordUnits, recordZones, reserveNumbers } from '#registry'
import { type Commune, readCommunes } from './demonstration/communes.ts'
import { formerCommunes } from './demonstration/former-communes.ts'
import { makeProvince } from './demonstration/province.ts'
import { type Settled, Settling } from './demonstration/settling.ts'
import { since } from './demonstration/since.ts'
import { tablesOf } from './demonstration/writing.ts'
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
  const communes = await communesWithFormer()
  const households = makeProvince(communes, { people, seed, today })
  const planted = await withActor(database, machine, async (transaction) => {
    await prepareDemonstration(transaction, communes)
    await tell(1, 'Áp dụng pháp luật để lập danh sách hưởng')
    const settled = new Settling({ today, seed }).settle(households, {
      firstPerson: await reserveNumbers(transaction, 'registry.person', people + roomForCopies(people)),
      firstHousehold: await reserveNumbers(transaction, 'registry.household', households.length),
    })
    await tell(2, `Ghi ${people} người vào sổ`)
    for (const { table, columns, rows } of tablesOf(settled)) {
      await loadRows(transaction, table, columns, rows)
      // Fresh statistics: what was just written is asked for at once.
      await sql`analyze ${sql.table(table)}`.execute(transaction)
    }
    await tell(3, 'Đã ghi danh sách hưởng và hồ sơ')
    return plantedIn(settled)
  })
  await tell(4, 'Quét toàn tỉnh')
  await sweep(database, { month: monthOf(today), knownOn: today }, elapsedMs ? { elapsedMs } : {})
  await tell(steps, 'Xong')
  return { people, planted }
}

/** The communes of today, each with those it was made of. */
async function communesWithFormer(): Promise<Commune[]> {
  const communes = await readCommunes()
  const former = formerCommunes(
    await readUnitsTable(),
    communes.map(({ unitUid }) => unitUid),
  )
  return communes.map((commune) => ({ ...commune, former: former.get(commune.unitUid) ?? [] }))
}

/** Numbers kept for second records: never as many as one for ten people. */
function roomForCopies(people: number): number {
  return 1 + Math.ceil(people / 10)
}

/** The units, zones and the mark of a demonstration. Throws when somebody is registered already. */
export async function prepareDemonstration(
  transaction: Transaction,
  communes: readonly Commune[],
): Promise<void> {
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
  await recordZones(transaction, zones, { from: since, origin: 'demonstration' })
  await markReached(transaction, demonstrationMilestone)
}

/** What a sweep of the current month must find of settled households. */
function plantedIn({ households, firstPerson, columns, errors, copies }: Settled): PlantedFinding[] {
  const made = households
    .flatMap(({ members }) => members)
    .flatMap(({ planted }, index) =>
      planted ? [{ personId: firstPerson + index, kind: planted, benefit: 'socialPension' }] : [],
    )
  return [
    ...made,
    ...errors.planted.map(({ place, kind, benefit }) => ({
      personId: columns.ids[place] as number,
      kind,
      benefit,
    })),
    ...[...copies].map(
      ([line, { id }]): PlantedFinding => ({ personId: id, kind: 'duplicate', benefit: line.benefit }),
    ),
  ]
}
