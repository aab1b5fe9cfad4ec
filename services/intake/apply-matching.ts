import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { birthsMeet, foldText } from '#identity'
import type { Transaction } from '#platform/database'
import type { ListRow } from './list-rows.ts'
import type { RowRemark } from './staging.ts'

/** Somebody in the register who may be the person of a row. */
export interface Candidate {
  id: number
  name: string
  nameFolded: string
  sex: string | undefined
  birth: { from: LocalDate; to: LocalDate } | undefined
  citizenId: string | undefined
  oldId: string | undefined
  deathOn: string | undefined
  unitUid: string | undefined
  village: string | undefined
}

/** Who may be meant by the rows of a chunk, found in one query. */
export class Candidates {
  private readonly all: Candidate[]

  constructor(found: readonly Candidate[]) {
    this.all = [...found]
  }

  add(candidate: Candidate): void {
    this.all.push(candidate)
  }

  where(test: (candidate: Candidate) => boolean): Candidate[] {
    return this.all.filter(test)
  }
}

interface CandidateRow {
  id: number
  name: string
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

export async function readCandidates(
  transaction: Transaction,
  rows: readonly ListRow[],
): Promise<Candidates> {
  const of = (kind: 'citizenId' | 'oldId') =>
    rows.flatMap(({ id, idKind }) => (id && idKind === kind ? [id] : []))
  const names = rows.map(({ name }) => foldText(name))
  const { rows: found } =
    await sql<CandidateRow>`select id, name, name_folded, sex, birth_from, birth_to, citizen_id,
      old_id, death_on, unit_uid, village
    from registry.person where citizen_id = any(${of('citizenId')}) or old_id = any(${of('oldId')})
      or name_folded = any(${names}) order by id`.execute(transaction)
  return new Candidates(
    found.map((row) => ({
      id: row.id,
      name: row.name,
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
    const key = row.idKind
    const holders = candidates.where((each) => each[key] === row.id)
    if (holders.length > 1)
      return doubt(
        `Số ${row.id} đang có ở ${holders.length} hồ sơ`,
        `Number ${row.id} stands on ${holders.length} records`,
      )
    const [holder] = holders
    if (holder)
      return isLike(holder, row, folded) ? { is: 'known', person: holder } : belongsToAnother(row, holder)
  }
  const alike = candidates.where(
    (each) =>
      each.nameFolded === folded &&
      each.unitUid === unitUid &&
      mayBeBornLike(each, row) &&
      !isSomebodyElse(each, row),
  )
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
