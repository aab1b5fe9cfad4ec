import { type BirthDate, birthFromShort, birthsMeet, type CitizenId, contentsOf, foldText } from '#identity'
import type { ListRow } from './list-rows.ts'

/** As much of a row as tells whether another is probably the same person. */
interface Known {
  row: number
  sheet: ListRow['sheet']
  name: string
  sex: ListRow['sex']
  birth: BirthDate | undefined
  id: ListRow['id']
  idKind: ListRow['idKind']
  category: string | undefined
}

/**
 * Marks the rows that are probably a person listed before: the same ID; or the same folded name, with the same day
 * of birth or with births that meet in the same unit, and nothing that speaks against it. For people to look at;
 * nothing is merged.
 */
export class DuplicateMarks {
  private readonly byId = new Map<string, Known>()
  private readonly byBirth = new Map<string, Known | Known[]>()

  /** To be called row by row, in the order of the list. */
  mark(row: ListRow): void {
    const known: Known = {
      row: row.row,
      sheet: row.sheet,
      name: row.name,
      sex: row.sex,
      birth: birthOf(row),
      id: row.id,
      idKind: row.idKind,
      category: row.award?.category,
    }
    const sameId = row.id === undefined ? undefined : this.byId.get(row.id)
    const keys = birthKeys(row, known.birth)
    const earlier =
      sameId ?? keys.flatMap((key) => this.byBirth.get(key) ?? []).find((other) => maybeSame(other, known))
    if (earlier && !differentBenefits(earlier, known, sameId !== undefined)) {
      row.probableDuplicateOf = earlier.row
      if (earlier.sheet !== undefined) row.probableDuplicateSheet = earlier.sheet
    }
    if (row.id !== undefined && !sameId) this.byId.set(row.id, known)
    for (const key of keys) this.put(key, known)
  }

  private put(key: string, known: Known): void {
    const namesakes = this.byBirth.get(key)
    if (namesakes === undefined) this.byBirth.set(key, known)
    else if (Array.isArray(namesakes)) namesakes.push(known)
    else this.byBirth.set(key, [namesakes, known])
  }
}

/** Under the year within a unit, and under the exact day anywhere: births that meet share one of these. */
function birthKeys({ name, unitAsWritten }: ListRow, birth: BirthDate | undefined): string[] {
  if (!birth) return []
  const folded = foldText(name)
  const inUnit = `${folded}|${unitAsWritten.join('|')}|${birth.from.slice(0, 4)}`
  return birth.from === birth.to ? [inUnit, `${folded}|${birth.from}`] : [inUnit]
}

/** Where no birth could be read, the year that the ID tells. */
function birthOf({ birth, id, idKind }: ListRow): BirthDate | undefined {
  if (birth || id === undefined || idKind !== 'citizenId') return birth
  return birthFromShort(String(contentsOf(id as CitizenId).birthYear))
}

function maybeSame(one: Known, other: Known): boolean {
  if (!one.birth || !other.birth || !birthsMeet(one.birth, other.birth)) return false
  if (one.sex !== undefined && other.sex !== undefined && one.sex !== other.sex) return false
  return one.id === undefined || other.id === undefined || one.id === other.id || one.idKind !== other.idKind
}

/** One person may draw an allowance and care support in two rows under one ID: that is no second person. */
function differentBenefits(one: Known, other: Known, sameId: boolean): boolean {
  return (
    sameId && one.category !== undefined && other.category !== undefined && one.category !== other.category
  )
}
