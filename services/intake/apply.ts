import { sql } from 'kysely'
import { firstDayOf, type LocalDate, type Month, monthOf } from '#calendar'
import { foldText } from '#identity'
import { recordChanges } from '#platform/audit'
import type { Transaction } from '#platform/database'
import {
  admitPersons,
  completePersons,
  fileOrigin,
  type Newcomer,
  type NewFact,
  type NewPerson,
  recordFacts,
  reserveNumbers,
  type Units,
} from '#registry'
import { type AwardPlan, planAwards } from './apply-awards.ts'
import { type HouseholdPlan, planHouseholds } from './apply-households.ts'
import { type Candidate, type Candidates, matchRow, readCandidates } from './apply-matching.ts'
import { findWrittenUnit } from './apply-units.ts'
import type { ListRow } from './list-rows.ts'
import {
  type RowOutcome,
  type RowRemark,
  recordOutcomes,
  type StagedFile,
  takeWaiting,
  type WaitingRow,
} from './staging.ts'

export interface ApplyContext {
  file: StagedFile
  units: Units
  today: LocalDate
}

/** What the next rows meet in the register, and what they will change of it when everything is written at once. */
interface Chunk {
  month: Month
  fileHash: string
  candidates: Candidates
  households: HouseholdPlan
  awards: AwardPlan
  newcomers: Newcomer[]
  completions: Map<number, Partial<NewPerson>>
  facts: (NewFact & { personId: number })[]
  /** The number the next newcomer takes. */
  nextNumber: number
}

/** A row with the unit it is about, or why that is not certain. */
type PlacedRow = WaitingRow & ({ unitUid: string } | { unitUid: undefined; remark: RowRemark })

/** What a row will have done once the chunk is written; its facts are those from `factsFrom` to `factsTo`. */
interface Planned {
  row: WaitingRow
  person: Candidate
  unitUid: string
  origin: string
  isNew: boolean
  isChanged: boolean
  remark: RowRemark | undefined
  factsFrom: number
  factsTo: number
}

/**
 * Writes the next rows of a list into the register, in the transaction given: people, where they live, what is
 * known of them and what they receive, each with the row it came from. Returns what became of each; none are left
 * when it returns nothing. A row that cannot be matched to one person for certain is left to an officer.
 *
 * All rows are compared in memory and written in a handful of statements. One chunk at a time in the whole register:
 * two lists at once would each add the person that both name.
 */
export async function applyRows(
  transaction: Transaction,
  context: ApplyContext,
  limit: number,
): Promise<RowOutcome[]> {
  await sql`select pg_advisory_xact_lock(hashtext('intake.apply'))`.execute(transaction)
  const waiting = await takeWaiting(transaction, context.file.id, limit)
  if (waiting.length === 0) return []
  const month = context.file.month ?? monthOf(context.today)
  const rows = waiting.map((row) => placeRow(context, month, row))
  const chunk = await openChunk(transaction, context, month, rows)
  const planned = rows.map((row) => planRow(chunk, row))
  await admitPersons(transaction, chunk.newcomers)
  await completePersons(transaction, chunk.completions)
  const factsChanged = await recordFacts(transaction, chunk.facts)
  await chunk.households.write(transaction)
  await chunk.awards.write(transaction)
  const outcomes = planned.map((each) => ('row' in each ? outcomeOf(each, factsChanged) : each))
  await recordImports(transaction, planned, outcomes)
  await recordOutcomes(transaction, context.file.id, outcomes)
  return outcomes
}

async function openChunk(
  transaction: Transaction,
  { file }: ApplyContext,
  month: Month,
  rows: readonly PlacedRow[],
): Promise<Chunk> {
  const candidates = await readCandidates(transaction, rows)
  // Who is new beside those recorded may still be somebody of an earlier row: this many numbers at most.
  const newMax = rows.filter(
    ({ unitUid, reading }) => unitUid !== undefined && matchRow(reading, unitUid, candidates).is === 'new',
  ).length
  const readings = rows.map(({ reading }) => reading)
  return {
    month,
    fileHash: file.hash,
    candidates,
    households: await planHouseholds(transaction, {
      fileId: file.id,
      rows: readings,
      personIds: candidates.ids,
    }),
    awards: await planAwards(transaction, candidates.ids),
    newcomers: [],
    completions: new Map(),
    facts: [],
    nextNumber: await reserveNumbers(transaction, 'registry.person', newMax),
  }
}

function planRow(chunk: Chunk, row: PlacedRow): Planned | RowOutcome {
  const { reading, number } = row
  const left = (remark: RowRemark): RowOutcome => ({
    number,
    state: 'doubtful',
    personId: undefined,
    remarks: [...row.remarks, remark],
  })
  if (reading.probableDuplicateOf !== undefined) return left(sameAsRow(reading.probableDuplicateOf))
  if (row.unitUid === undefined) return left(row.remark)
  const { unitUid } = row
  const match = matchRow(reading, unitUid, chunk.candidates)
  if (match.is === 'doubtful') return left(match.remark)
  const origin = fileOrigin({ fileHash: chunk.fileHash, row: number })
  const person = match.is === 'known' ? match.person : addPerson(chunk, reading, { unitUid, origin })
  const completed = match.is === 'known' && complete(chunk, person, reading)
  const factsFrom = chunk.facts.length
  addFacts(chunk, person.id, reading, origin)
  const from = livesFrom(chunk, reading)
  const joined = chunk.households.join(reading, { personId: person.id, unitUid, from, origin })
  const award = reading.award
    ? chunk.awards.apply(reading.award, { personId: person.id, month: chunk.month, origin })
    : ({ is: 'identical' } as const)
  return {
    row,
    person,
    unitUid,
    origin,
    isNew: match.is === 'new',
    isChanged: completed || joined || award.is === 'changed',
    remark: award.is === 'doubtful' ? award.remark : undefined,
    factsFrom,
    factsTo: chunk.facts.length,
  }
}

function outcomeOf(planned: Planned, factsChanged: readonly boolean[]): RowOutcome {
  const { row, person, isNew, remark, factsFrom, factsTo } = planned
  const isChanged = planned.isChanged || factsChanged.slice(factsFrom, factsTo).includes(true)
  return {
    number: row.number,
    state: isNew ? 'new' : isChanged ? 'changed' : remark ? 'doubtful' : 'identical',
    personId: person.id,
    remarks: remark ? [...row.remarks, remark] : row.remarks,
  }
}

/** A line of the audit log for every person whom a row touched. */
function recordImports(
  transaction: Transaction,
  planned: readonly (Planned | RowOutcome)[],
  outcomes: readonly RowOutcome[],
): Promise<void> {
  return recordChanges(
    transaction,
    'import',
    planned.flatMap((each, index) => {
      const state = outcomes[index]?.state
      if (!('row' in each) || state === 'identical') return []
      const { person, unitUid, origin } = each
      return { subject: { kind: 'person', id: String(person.id), unitUid }, details: { origin, state } }
    }),
  )
}

function sameAsRow(row: number): RowRemark {
  return {
    vi: `Có lẽ trùng với dòng ${row}: cần cán bộ đối chiếu`,
    en: `Probably the person of row ${row}: an officer must compare`,
  }
}

function placeRow(context: ApplyContext, month: Month, row: WaitingRow): PlacedRow {
  const unit = unitOf(context, month, row.reading)
  return typeof unit === 'string'
    ? { ...row, unitUid: unit }
    : { ...row, unitUid: undefined, remark: unit.remark }
}

/** Where the row's person lives, as the unit is called today: as written, or else the unit whose list it is. */
function unitOf(
  { units, today, file }: ApplyContext,
  month: Month,
  row: ListRow,
): string | { remark: RowRemark } {
  const written = findWrittenUnit(units, row.unitAsWritten, { listedOn: firstDayOf(month), today })
  const own = file.unitUid
  if (written && (own === undefined || own === written.uid)) return written.uid
  if (!written && own !== undefined && row.unitAsWritten.length === 0) return own
  const said = row.unitAsWritten.join(', ')
  if (written || own !== undefined)
    return {
      remark: {
        vi: `"${said}" không thuộc địa bàn của bạn: chuyển dòng này cho xã đó`,
        en: `"${said}" is not in your area: pass the row on to that commune`,
      },
    }
  return {
    remark: {
      vi:
        said === ''
          ? 'Không có tên xã: thêm cột xã'
          : `Không xác định được xã "${said}": viết tên xã hiện nay`,
      en:
        said === ''
          ? 'No commune is named: add the column'
          : `The commune "${said}" is not certain: write its present name`,
    },
  }
}

function addPerson(
  chunk: Chunk,
  row: ListRow,
  { unitUid, origin }: { unitUid: string; origin: string },
): Candidate {
  const id = chunk.nextNumber
  chunk.nextNumber += 1
  const person = { ...personOf(row), name: row.name, unitUid }
  chunk.newcomers.push({ id, person, from: livesFrom(chunk, row), origin })
  const candidate: Candidate = {
    id,
    nameFolded: foldText(row.name),
    sex: row.sex,
    birth: row.birth,
    citizenId: row.idKind === 'citizenId' ? row.id : undefined,
    oldId: row.idKind === 'oldId' ? row.id : undefined,
    deathOn: person.deathOn,
    unitUid,
    village: row.village,
  }
  chunk.candidates.add(candidate)
  return candidate
}

/** The first day of the list's month, or the birth when that is later. */
function livesFrom({ month }: Chunk, { birth }: ListRow): LocalDate {
  return birth && birth.from > firstDayOf(month) ? birth.from : firstDayOf(month)
}

function personOf(row: ListRow): Partial<NewPerson> {
  const number =
    row.id === undefined ? {} : row.idKind === 'citizenId' ? { citizenId: row.id } : { oldId: row.id }
  return {
    sex: row.sex,
    birth: row.birth && { from: row.birth.from, to: row.birth.to },
    birthWritten: row.birth?.written,
    village: row.village,
    deathOn: deathOf(row),
    ...number,
  }
}

/** A death is recorded when its month is known: what is paid depends on the month. The last possible day is taken. */
function deathOf({ died, birth }: ListRow): LocalDate | undefined {
  if (!died || died.from.slice(0, 7) !== died.to.slice(0, 7)) return undefined
  return birth && died.to < birth.from ? undefined : died.to
}

/** Fills in what the register does not have; a value it has is never replaced by a list's. Says whether it did. */
function complete(chunk: Chunk, person: Candidate, row: ListRow): boolean {
  const offered = personOf(row)
  const change: Partial<NewPerson> = {}
  if (person.sex === undefined && offered.sex) change.sex = offered.sex
  const birth = person.birth ?? offered.birth
  const deathOn = person.deathOn ?? offered.deathOn
  // Nobody dies before they are born: of two that disagree, the one the register has stays alone.
  const canBe = birth === undefined || deathOn === undefined || deathOn >= birth.from
  if (person.birth === undefined && offered.birth && canBe)
    Object.assign(change, { birth: offered.birth, birthWritten: offered.birthWritten })
  if (person.citizenId === undefined && offered.citizenId) change.citizenId = offered.citizenId
  if (person.oldId === undefined && offered.oldId) change.oldId = offered.oldId
  if (person.deathOn === undefined && offered.deathOn && canBe) change.deathOn = offered.deathOn
  if (person.village === undefined && offered.village) change.village = offered.village
  if (Object.keys(change).length === 0) return false
  Object.assign(person, change)
  chunk.completions.set(person.id, { ...chunk.completions.get(person.id), ...change })
  chunk.candidates.addNumbers(person)
  return true
}

function addFacts(chunk: Chunk, personId: number, row: ListRow, origin: string): void {
  const valid = { from: firstDayOf(chunk.month) }
  for (const [key, value] of Object.entries(row.facts))
    chunk.facts.push({ personId, key, value, valid, origin, keepLater: true })
}
