import { listAwardsOf } from '#awards'
import { firstDayOf, type LocalDate, type Month } from '#calendar'
import { foldText } from '#identity'
import type { Transaction } from '#platform/database'
import { fileOrigin, type Newcomer, type NewFact, type NewPerson } from '#registry'
import { AwardPlan, type AwardStep } from './apply-awards.ts'
import { HouseholdPlan, readHouseholds, relationOf } from './apply-households.ts'
import {
  type Candidate,
  Candidates,
  calledIn,
  doubt,
  type Match,
  matchRow,
  readCandidates,
} from './apply-matching.ts'
import type { StagedFile } from './files.ts'
import type { ListedAward, ListRow } from './list-rows.ts'
import type { FieldChange } from './person-states.ts'
import type { PlacedRow } from './row-placing.ts'
import { saidOtherwise } from './said-otherwise.ts'
import type { RowOutcome, RowRemark } from './staging.ts'
import { readStandingFacts, type StandingFact, StandingFacts } from './standing-facts.ts'

/** What a row will have done once it is written. */
export interface PlannedRow {
  row: PlacedRow & { unitUid: string }
  person: Candidate
  origin: string
  isNew: boolean
  changes: FieldChange[]
  remark: RowRemark | undefined
}

/** A value that a record lacked and a list gives. */
export interface Completion {
  personId: number
  origin: string
  change: Partial<NewPerson>
}

/** Facts as they stood before the list, of a person who was there before it. */
export interface FactsBefore {
  personId: number
  key: string
  origin: string
  before: readonly StandingFact[]
}

/** What several rows together will write. */
export interface Writes {
  newcomers: Newcomer[]
  completions: Completion[]
  facts: (NewFact & { personId: number })[]
  factsBefore: FactsBefore[]
}

/** What one row says that the register does not, before any of it is planned. */
interface RowChange {
  completion: Partial<NewPerson>
  facts: [key: string, value: string][]
  joins: boolean
  awards: AwardStep[]
  fields: FieldChange[]
}

/**
 * Compares the rows of a list with the register and with the rows before them, and keeps what they will change until
 * it is written; a preview never writes it. What a row may do is decided here alone, so that a preview promises what
 * the writing does.
 */
export class ListPlan {
  readonly candidates = new Candidates()
  readonly households = new HouseholdPlan()
  readonly awards = new AwardPlan()
  readonly facts = new StandingFacts()
  private readonly file: StagedFile
  readonly month: Month
  /** Gives the next newcomer a number. */
  private readonly nextNumber: () => number
  private writes: Writes = nothing()

  constructor(file: StagedFile, month: Month, nextNumber: () => number) {
    this.file = file
    this.month = month
    this.nextNumber = nextNumber
  }

  /** Reads what the register says about the people these rows may mean. */
  async know(transaction: Transaction, rows: readonly PlacedRow[]): Promise<void> {
    const fresh = this.candidates.know(await readCandidates(transaction, rows))
    const personIds = fresh.map(({ id }) => id)
    const readings = rows.map(({ reading }) => reading)
    if (personIds.length > 0) this.awards.know(await listAwardsOf(transaction, personIds))
    const keys = [...new Set(readings.flatMap(({ facts }) => Object.keys(facts)))]
    for (const { personId, key, ...fact } of await readStandingFacts(transaction, { personIds, keys }))
      this.facts.know(personId, key, fact)
    const { belonging, written } = await readHouseholds(transaction, {
      fileId: this.file.id,
      rows: readings,
      personIds,
    })
    this.households.know(belonging, written)
  }

  /** How many of these rows may be about somebody new. */
  countNewcomers(rows: readonly PlacedRow[]): number {
    return rows.filter((row) => row.unitUid !== undefined && this.match(row, row.unitUid).is === 'new').length
  }

  plan(row: PlacedRow): PlannedRow | RowOutcome {
    const { reading } = row
    if (reading.probableDuplicateOf !== undefined && !row.decision) return left(row, sameAsRow(reading))
    if (row.unitUid === undefined) return left(row, row.remark)
    const placed = row as PlannedRow['row']
    const match = this.match(row, placed.unitUid)
    if (match.is === 'doubtful') return left(row, match.remark, match.person)
    const origin = originOf(this.file, reading)
    if (match.is === 'new') return this.admit(placed, origin)
    const { person } = match
    const change = this.compare(person, reading, origin)
    if (match.by === 'name' && change.fields.length > 0) return left(row, byNameAlone(person), person)
    const remark = remarkOf(change) ?? saidOtherwise(person, placed)
    this.take(person, placed, change, origin)
    return { row: placed, person, origin, isNew: false, changes: change.fields, remark }
  }

  /** What is planned since the last time, to be written together. */
  drain(): Writes {
    const { writes } = this
    this.writes = nothing()
    return writes
  }

  private match({ reading, decision }: PlacedRow, unitUid: string): Match {
    if (decision?.is === 'new') return { is: 'new' }
    if (decision?.is === 'same') {
      const person = this.candidates.find(decision.personId)
      if (person) return { is: 'known', person, by: 'number' }
    }
    const match = matchRow(reading, unitUid, this.candidates)
    return match.is === 'known' && match.person.isElsewhere ? linkedElsewhere(match.person) : match
  }

  private admit(row: PlannedRow['row'], origin: string): PlannedRow {
    const { reading, unitUid } = row
    const id = this.nextNumber()
    const offered = personOf(reading)
    const from = this.livesFrom(reading)
    this.writes.newcomers.push({ id, person: { ...offered, name: reading.name, unitUid }, from, origin })
    const person: Candidate = {
      id,
      nameFolded: foldText(reading.name),
      sex: reading.sex,
      birth: reading.birth,
      citizenId: offered.citizenId,
      oldId: offered.oldId,
      deathOn: offered.deathOn,
      unitUid,
      village: reading.village,
      listedAt: { row: reading.row, sheet: reading.sheet },
    }
    this.candidates.add(person)
    const change = this.compare(person, reading, origin)
    this.take(person, row, change, origin)
    return { row, person, origin, isNew: true, changes: [], remark: remarkOf(change) }
  }

  private compare(person: Candidate, reading: ListRow, origin: string): RowChange {
    const from = this.livesFrom(reading)
    const completion = completionOf(person, reading)
    const monthFrom = firstDayOf(this.month)
    const facts = Object.entries(reading.facts).filter(([key, value]) =>
      this.facts.wouldChange(person.id, key, { value, from: monthFrom }),
    )
    const joins = this.households.wouldJoin(reading, { personId: person.id, from })
    const awards = listedAwards(reading).map((award) =>
      this.awards.compare(award, { personId: person.id, month: this.month, origin }),
    )
    const fields: FieldChange[] = [
      ...completedFields(completion),
      ...facts.map(([key, value]) => ({
        field: `fact:${key}`,
        before: this.facts.valueOn(person.id, key, monthFrom),
        after: value,
      })),
      ...(joins ? [{ field: 'relation', before: undefined, after: relationOf(reading.relation) }] : []),
      ...awards.flatMap(awardField),
    ]
    return { completion, facts, joins, awards, fields }
  }

  private take(person: Candidate, row: PlannedRow['row'], change: RowChange, origin: string): void {
    const { reading, unitUid } = row
    if (Object.keys(change.completion).length > 0) {
      Object.assign(person, change.completion)
      this.candidates.addNumbers(person)
      this.writes.completions.push({ personId: person.id, origin, change: change.completion })
    }
    const from = firstDayOf(this.month)
    for (const [key, value] of change.facts) {
      const before = this.facts.before(person.id, key)
      this.writes.factsBefore.push({ personId: person.id, key, origin, before })
      this.writes.facts.push({ personId: person.id, key, value, valid: { from }, origin, keepLater: true })
      this.facts.give(person.id, key, { value, from, origin })
    }
    const livesFrom = this.livesFrom(reading)
    this.households.join(reading, { personId: person.id, unitUid, from: livesFrom, origin })
    for (const step of change.awards) if (step.is === 'changed') this.awards.take(step)
  }

  /** The first day of the list's month, or the birth when that is later. */
  private livesFrom({ birth }: ListRow): LocalDate {
    const first = firstDayOf(this.month)
    return birth && birth.from > first ? birth.from : first
  }
}

function nothing(): Writes {
  return { newcomers: [], completions: [], facts: [], factsBefore: [] }
}

function originOf({ hash }: StagedFile, { row, sheet }: ListRow): string {
  return fileOrigin({ fileHash: hash, row, ...(sheet === undefined ? {} : { sheet }) })
}

function left({ number, remarks }: PlacedRow, remark: RowRemark, person?: Candidate): RowOutcome {
  return { number, state: 'doubtful', personId: person?.id, remarks: [...remarks, remark] }
}

function remarkOf({ awards }: RowChange): RowRemark | undefined {
  return awards.find((step) => step.is === 'doubtful')?.remark
}

function listedAwards({ award, earlierAwards = [] }: ListRow): ListedAward[] {
  return award ? [...earlierAwards, award] : []
}

function awardField(step: AwardStep): FieldChange[] {
  if (step.is !== 'changed') return []
  const { begun, ended } = step
  const before = ended === undefined ? undefined : String(ended.amountDong)
  return [{ field: `award:${begun.benefit}:${begun.category}`, before, after: String(begun.amountDong) }]
}

function sameAsRow({ probableDuplicateOf: row, probableDuplicateSheet: sheet }: ListRow): RowRemark {
  return {
    vi: `Có lẽ trùng với dòng ${row}${sheet ? ` trang ${sheet}` : ''}: cần cán bộ đối chiếu`,
    en: `Probably the person of row ${row}${sheet ? ` of sheet ${sheet}` : ''}: an officer must compare`,
  }
}

function byNameAlone(person: Candidate): RowRemark {
  const called = calledIn(person)
  const { remark } = doubt(
    `Chỉ khớp họ tên, ngày sinh và xã với ${called.vi}, không có số giấy tờ chung; chưa ghi thay đổi`,
    `Only name, birth and unit agree with ${called.en}, no number; the change is not written`,
  )
  return { ...remark, kind: 'byName' }
}

function linkedElsewhere(person: Candidate): Match {
  return doubt(
    `Hồ sơ ${person.id} đã được gộp vào hồ sơ của một đơn vị khác`,
    `Record ${person.id} is linked to a record of another unit`,
  )
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

/** What the register does not have; a value it has is never replaced by a list's. */
function completionOf(person: Candidate, row: ListRow): Partial<NewPerson> {
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
  return change
}

function completedFields(change: Partial<NewPerson>): FieldChange[] {
  const { sex, birthWritten, citizenId, oldId, deathOn, village } = change
  const fields = { sex, birth: birthWritten, citizenId, oldId, death: deathOn, village }
  return Object.entries(fields).flatMap(([field, after]) =>
    after === undefined ? [] : [{ field, before: undefined, after }],
  )
}
