import { firstDayOf, type LocalDate, type Month, monthOf } from '#calendar'
import { foldText } from '#identity'
import { recordChange } from '#platform/audit'
import type { Transaction } from '#platform/database'
import {
  amendPerson,
  fileOrigin,
  type NewPerson,
  recordFact,
  recordPerson,
  recordResidence,
  type Units,
} from '#registry'
import { applyAward } from './apply-awards.ts'
import { joinHousehold } from './apply-households.ts'
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

interface Chunk extends ApplyContext {
  transaction: Transaction
  candidates: Candidates
  month: Month
}

/**
 * Writes the next rows of a list into the register, in the transaction given: people, where they live, what is
 * known of them and what they receive, each with the row it came from. Returns what became of each; none are left
 * when it returns nothing. A row that cannot be matched to one person for certain is left to an officer.
 */
export async function applyRows(
  transaction: Transaction,
  context: ApplyContext,
  limit: number,
): Promise<RowOutcome[]> {
  const waiting = await takeWaiting(transaction, context.file.id, limit)
  if (waiting.length === 0) return []
  const candidates = await readCandidates(
    transaction,
    waiting.map(({ reading }) => reading),
  )
  const month = context.file.month ?? monthOf(context.today)
  const chunk: Chunk = { ...context, transaction, candidates, month }
  const outcomes: RowOutcome[] = []
  for (const row of waiting) {
    const outcome = await applyRow(chunk, row)
    outcomes.push(outcome)
    // At once where rows may look for each other: a household is found by the people of it who are written.
    if (row.reading.household !== undefined) await recordOutcomes(transaction, context.file.id, [outcome])
  }
  await recordOutcomes(transaction, context.file.id, outcomes)
  return outcomes
}

async function applyRow(chunk: Chunk, row: WaitingRow): Promise<RowOutcome> {
  const { reading, number } = row
  const left = (remark: RowRemark): RowOutcome => ({
    number,
    state: 'doubtful',
    personId: undefined,
    remarks: [...row.remarks, remark],
  })
  if (reading.probableDuplicateOf !== undefined) return left(sameAsRow(reading.probableDuplicateOf))
  const unitUid = unitOf(chunk, reading)
  if (typeof unitUid !== 'string') return left(unitUid.remark)
  const match = matchRow(reading, unitUid, chunk.candidates)
  if (match.is === 'doubtful') return left(match.remark)
  const origin = fileOrigin({ fileHash: chunk.file.hash, row: number })
  const person = match.is === 'known' ? match.person : await addPerson(chunk, reading, { unitUid, origin })
  const amended = match.is === 'known' && (await amend(chunk, person, reading))
  const facts = await addFacts(chunk, person.id, reading, origin)
  const joined = await joinHousehold(chunk.transaction, reading, {
    ...chunk,
    personId: person.id,
    unitUid,
    origin,
  })
  const award = reading.award
    ? await applyAward(chunk.transaction, reading.award, { personId: person.id, month: chunk.month, origin })
    : ({ is: 'identical' } as const)
  const changed = amended || facts || joined || award.is === 'changed'
  const state =
    match.is === 'new' ? 'new' : changed ? 'changed' : award.is === 'doubtful' ? 'doubtful' : 'identical'
  if (state !== 'identical')
    await recordChange(
      chunk.transaction,
      'import',
      { kind: 'person', id: String(person.id), unitUid },
      { origin, state },
    )
  const remarks = award.is === 'doubtful' ? [...row.remarks, award.remark] : row.remarks
  return { number, state, personId: person.id, remarks }
}

function sameAsRow(row: number): RowRemark {
  return {
    vi: `Có lẽ trùng với dòng ${row}: cần cán bộ đối chiếu`,
    en: `Probably the person of row ${row}: an officer must compare`,
  }
}

/** Where the row's person lives, as the unit is called today: as written, or else the unit whose list it is. */
function unitOf({ units, today, month, file }: Chunk, row: ListRow): string | { remark: RowRemark } {
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

async function addPerson(
  { transaction, candidates, month }: Chunk,
  row: ListRow,
  { unitUid, origin }: { unitUid: string; origin: string },
): Promise<Candidate> {
  const id = await recordPerson(transaction, { ...personOf(row), name: row.name, unitUid }, origin)
  const from = row.birth && row.birth.from > firstDayOf(month) ? row.birth.from : firstDayOf(month)
  await recordResidence(transaction, { personId: id, unitUid, village: row.village, from, origin })
  const candidate: Candidate = {
    id,
    name: row.name,
    nameFolded: foldText(row.name),
    sex: row.sex,
    birth: row.birth,
    citizenId: row.idKind === 'citizenId' ? row.id : undefined,
    oldId: row.idKind === 'oldId' ? row.id : undefined,
    deathOn: deathOf(row),
    unitUid,
    village: row.village,
  }
  candidates.add(candidate)
  return candidate
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
async function amend({ transaction }: Chunk, person: Candidate, row: ListRow): Promise<boolean> {
  const offered = personOf(row)
  const change: Partial<NewPerson> = {}
  if (person.sex === undefined && offered.sex) change.sex = offered.sex
  if (person.birth === undefined && offered.birth)
    Object.assign(change, { birth: offered.birth, birthWritten: offered.birthWritten })
  if (person.citizenId === undefined && offered.citizenId) change.citizenId = offered.citizenId
  if (person.oldId === undefined && offered.oldId) change.oldId = offered.oldId
  if (person.deathOn === undefined && offered.deathOn) change.deathOn = offered.deathOn
  if (person.village === undefined && offered.village) change.village = offered.village
  if (Object.keys(change).length === 0) return false
  await amendPerson(transaction, person.id, change)
  Object.assign(person, change)
  return true
}

async function addFacts(
  { transaction, month }: Chunk,
  personId: number,
  row: ListRow,
  origin: string,
): Promise<boolean> {
  let changed = false
  for (const [key, value] of Object.entries(row.facts)) {
    const recorded = await recordFact(transaction, personId, {
      key,
      value,
      valid: { from: firstDayOf(month) },
      origin,
      keepLater: true,
    })
    changed ||= recorded
  }
  return changed
}
