import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { birthsMeet, foldText } from '#identity'
import type { Transaction } from '#platform/database'
import type { ListRow } from './list-rows.ts'
import type { RowRemark } from './staging.ts'

/** Somebody in the register who may be the person of a row. */
export interface Candidate {
  id: number
  nameFolded: string
  sex: string | undefined
  birth: { from: LocalDate; to: LocalDate } | undefined
  citizenId: string | undefined
  oldId: string | undefined
  deathOn: string | undefined
  unitUid: string | undefined
  village: string | undefined
}

/** Who may be meant by the rows of a chunk, found by number or by unit and name. */
export class Candidates {
  private readonly byKey = new Map<string, Candidate[]>()
  readonly ids: readonly number[]

  constructor(found: readonly Candidate[]) {
    this.ids = found.map(({ id }) => id)
    for (const candidate of found) this.add(candidate)
  }

  add(candidate: Candidate): void {
    this.put(`name ${candidate.unitUid} ${candidate.nameFolded}`, candidate)
    this.addNumbers(candidate)
  }

  /** To be told when somebody is given a number. */
  addNumbers(candidate: Candidate): void {
    for (const kind of ['citizenId', 'oldId'] as const)
      if (candidate[kind] !== undefined) this.put(`${kind} ${candidate[kind]}`, candidate)
  }

  holding(kind: 'citizenId' | 'oldId', number: string): readonly Candidate[] {
    return this.byKey.get(`${kind} ${number}`) ?? []
  }

  named(unitUid: string, folded: string): readonly Candidate[] {
    return this.byKey.get(`name ${unitUid} ${folded}`) ?? []
  }

  private put(key: string, candidate: Candidate): void {
    const those = this.byKey.get(key)
    if (!those) this.byKey.set(key, [candidate])
    else if (!those.includes(candidate)) those.push(candidate)
  }
}

interface CandidateRow {
  id: number
  name_folded: string
  sex: string | null
  birth_from: LocalDate | null
  birth_to: LocalDate | null
  citizen_id: string | null
  old_id: string | null
  death_on: string | null
  unit_uid: string | null
  village: string | null
}

/** Everybody who holds a number of the rows, or has a name of theirs in the unit they are of. */
export async function readCandidates(
  transaction: Transaction,
  rows: readonly { reading: ListRow; unitUid: string | undefined }[],
): Promise<Candidates> {
  const of = (kind: 'citizenId' | 'oldId') =>
    rows.flatMap(({ reading: { id, idKind } }) => (id && idKind === kind ? [id] : []))
  const named = rows.filter(({ unitUid }) => unitUid !== undefined)
  const columns = sql`person.id, person.name_folded, sex, birth_from, birth_to, citizen_id, old_id, death_on,
    person.unit_uid, village`
  const { rows: found } = await sql<CandidateRow>`
    select ${columns} from registry.person where citizen_id = any(${of('citizenId')})
    union select ${columns} from registry.person where old_id = any(${of('oldId')})
    union select ${columns} from registry.person join unnest(${named.map(({ unitUid }) => unitUid)}::text[],
      ${named.map(({ reading }) => foldText(reading.name))}::text[]) as wanted (unit_uid, name_folded)
      on wanted.unit_uid = person.unit_uid and wanted.name_folded = person.name_folded
    order by id`.execute(transaction)
  return new Candidates(
    found.map((row) => ({
      id: row.id,
      nameFolded: row.name_folded,
      sex: row.sex ?? undefined,
      birth: row.birth_from && row.birth_to ? { from: row.birth_from, to: row.birth_to } : undefined,
      citizenId: row.citizen_id ?? undefined,
      oldId: row.old_id ?? undefined,
      deathOn: row.death_on ?? undefined,
      unitUid: row.unit_uid ?? undefined,
      village: row.village ?? undefined,
    })),
  )
}

export type Match = { is: 'new' } | { is: 'known'; person: Candidate } | { is: 'doubtful'; remark: RowRemark }

/**
 * Who the row is about: by the citizen number, else by the old number, else the one person of that name and birth
 * in the unit. Whenever more than one person fits, or the number belongs to somebody else, a person decides.
 */
export function matchRow(row: ListRow, unitUid: string, candidates: Candidates): Match {
  const folded = foldText(row.name)
  if (row.id && row.idKind) {
    const holders = candidates.holding(row.idKind, row.id)
    if (holders.length > 1)
      return doubt(
        `Số ${row.id} đang có ở ${holders.length} hồ sơ`,
        `Number ${row.id} stands on ${holders.length} records`,
      )
    const [holder] = holders
    if (holder)
      return isLike(holder, row, folded) ? { is: 'known', person: holder } : belongsToAnother(row, holder)
  }
  const alike = candidates
    .named(unitUid, folded)
    .filter((each) => mayBeBornLike(each, row) && !isSomebodyElse(each, row))
  if (alike.length === 0) return { is: 'new' }
  const [person] = alike
  if (alike.length > 1 || !person)
    return doubt(
      `Có ${alike.length} người cùng tên, cùng ngày sinh trong xã`,
      `${alike.length} people of this name and birth live in the unit`,
    )
  if (row.id && row.idKind && person[row.idKind] !== undefined)
    return doubt(
      `Hồ sơ ${person.id} cùng tên, cùng ngày sinh nhưng khác số giấy tờ`,
      `Record ${person.id} has this name and birth but another number`,
    )
  return { is: 'known', person }
}

/** The same birth; where one side does not know it, the same village must do. */
function mayBeBornLike(person: Candidate, row: ListRow): boolean {
  if (person.birth !== undefined && row.birth !== undefined) return birthsMeet(person.birth, row.birth)
  return person.village === row.village
}

/** Two citizen numbers are two people, unless the birth is the same to the day: then a number may be mistyped. */
function isSomebodyElse(person: Candidate, row: ListRow): boolean {
  if (row.idKind !== 'citizenId' || person.citizenId === undefined || person.citizenId === row.id)
    return false
  return person.birth?.from !== person.birth?.to || row.birth?.from !== row.birth?.to
}

function isLike(person: Candidate, row: ListRow, folded: string): boolean {
  const births = person.birth === undefined || row.birth === undefined || birthsMeet(person.birth, row.birth)
  return births && (person.nameFolded === folded || (person.birth !== undefined && row.birth !== undefined))
}

function belongsToAnother(row: ListRow, holder: Candidate): Match {
  return doubt(
    `Số ${row.id} trong sổ là của hồ sơ ${holder.id}, khác tên hoặc ngày sinh`,
    `Number ${row.id} belongs to record ${holder.id} of another name or birth`,
  )
}

function doubt(vi: string, en: string): Match {
  return {
    is: 'doubtful',
    remark: { vi: `${vi}: cần cán bộ đối chiếu`, en: `${en}: an officer must compare` },
  }
}
