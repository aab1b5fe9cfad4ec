import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { birthsMeet, compareNames, foldText } from '#identity'
import type { Transaction } from '#platform/database'
import { listNumbersElsewhere } from '#registry'
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
  /** The row of the list that brings somebody whom the register has no record of. */
  listedAt?: { row: number; sheet: string | undefined }
  /** The record is linked to one the actor does not see. */
  isElsewhere?: true
  /** A number a list gives them stands on a record the actor does not see. */
  numberElsewhere?: string
}

/** Who may be meant by the rows of a chunk, found by number or by unit and name. */
export class Candidates {
  // By values the candidates hold themselves: keys put together of these would take as much room again.
  private readonly byName = new Map<string | undefined, Map<string, Candidate[]>>()
  private readonly byNumber = {
    citizenId: new Map<string, Candidate[]>(),
    oldId: new Map<string, Candidate[]>(),
  }
  private readonly byId = new Map<number, Candidate>()
  /** Numbers that stand on records the actor does not see. */
  private readonly elsewhere = { citizenId: new Set<string>(), oldId: new Set<string>() }

  /** Adds those found who are not known yet; returns them. Records that are linked stand for the one that speaks. */
  know(known: readonly (Found | NumberElsewhere)[]): Candidate[] {
    const fresh: Candidate[] = []
    const found = known.filter((each) => 'id' in each)
    for (const each of known) if ('number' in each) this.elsewhere[each.kind].add(each.number)
    for (const { linkedTo, ...candidate } of found) {
      if (linkedTo !== undefined || this.byId.has(candidate.id)) continue
      this.byId.set(candidate.id, candidate)
      fresh.push(candidate)
    }
    for (const { linkedTo, ...candidate } of found) {
      // The record that speaks may be of a unit the actor does not see: then nobody here can say more.
      const speaks = this.byId.get(linkedTo ?? candidate.id) ?? { ...candidate, isElsewhere: true as const }
      this.addName(candidate, speaks)
      for (const kind of ['citizenId', 'oldId'] as const)
        if (candidate[kind] !== undefined) put(this.byNumber[kind], candidate[kind], speaks)
    }
    return fresh
  }

  find(id: number): Candidate | undefined {
    return this.byId.get(id)
  }

  add(candidate: Candidate): void {
    this.byId.set(candidate.id, candidate)
    this.addName(candidate, candidate)
    this.addNumbers(candidate)
  }

  /** To be told when somebody is given a number. */
  addNumbers(candidate: Candidate): void {
    for (const kind of ['citizenId', 'oldId'] as const) {
      const number = candidate[kind]
      if (number === undefined) continue
      put(this.byNumber[kind], number, candidate)
      if (this.elsewhere[kind].has(number)) candidate.numberElsewhere = number
    }
  }

  holding(kind: 'citizenId' | 'oldId', number: string): readonly Candidate[] {
    return this.byNumber[kind].get(number) ?? []
  }

  named(unitUid: string, folded: string): readonly Candidate[] {
    return this.byName.get(unitUid)?.get(folded) ?? []
  }

  private addName(
    { unitUid, nameFolded }: Pick<Candidate, 'unitUid' | 'nameFolded'>,
    candidate: Candidate,
  ): void {
    const ofUnit = this.byName.get(unitUid) ?? new Map<string, Candidate[]>()
    this.byName.set(unitUid, ofUnit)
    put(ofUnit, nameFolded, candidate)
  }
}

function put(by: Map<string, Candidate[]>, key: string, candidate: Candidate): void {
  const those = by.get(key)
  if (!those) by.set(key, [candidate])
  else if (!those.includes(candidate)) those.push(candidate)
}

/** A record as it was found; one that is linked stands for another. */
export type Found = Candidate & { linkedTo: number | undefined }

/** A number of a row that nobody in the actor's sight holds, but somebody out of it does. */
type NumberElsewhere = Awaited<ReturnType<typeof listNumbersElsewhere>>[number]

interface CandidateRow {
  id: number
  linked_to: number | null
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

/**
 * Everybody who holds a number of the rows, has a name of theirs in the unit they are of and may be born like them, or
 * was chosen by an officer; and the numbers that stand on records out of the actor's sight.
 */
export async function readCandidates(
  transaction: Transaction,
  rows: readonly {
    reading: ListRow
    unitUid: string | undefined
    decision?: { is: 'same'; personId: number } | { is: 'new' } | undefined
  }[],
): Promise<(Found | NumberElsewhere)[]> {
  const of = (kind: 'citizenId' | 'oldId') =>
    rows.flatMap(({ reading: { id, idKind } }) => (id && idKind === kind ? [id] : []))
  const named = rows.filter(({ unitUid }) => unitUid !== undefined)
  const chosen = rows.flatMap(({ decision }) => (decision?.is === 'same' ? [decision.personId] : []))
  const { rows: found } = await sql<CandidateRow>`
    with found as (
      select id, linked_to from registry.person where citizen_id = any(${of('citizenId')})
      union select id, linked_to from registry.person where old_id = any(${of('oldId')})
      union select id, linked_to from registry.person where id = any(${chosen})
      union select namesake.id, namesake.linked_to
        from unnest(${named.map(({ unitUid }) => unitUid)}::text[],
          ${named.map(({ reading }) => foldText(reading.name))}::text[],
          ${named.map(({ reading }) => reading.birth?.from ?? null)}::date[],
          ${named.map(({ reading }) => reading.birth?.to ?? null)}::date[])
          as wanted (unit_uid, name_folded, birth_from, birth_to)
        -- One look into the index for each: joined, a planner that knows little of new rows goes through everybody.
        cross join lateral (select id, linked_to from registry.person
          where person.unit_uid = wanted.unit_uid and person.name_folded = wanted.name_folded
          -- Namesakes of another birth cannot be meant, and a commune has many; a linked record stands for another.
            and (linked_to is not null or person.birth_from is null or wanted.birth_from is null
              or person.birth_from <= wanted.birth_to and person.birth_to >= wanted.birth_from)
          offset 0) as namesake
    )
    select id, linked_to, name_folded, sex, birth_from, birth_to, citizen_id, old_id, death_on, unit_uid, village
    from registry.person where id in (select id from found union select linked_to from found)
    order by id`.execute(transaction)
  const people = found.map(foundOf)
  const unseen = (kind: 'citizenId' | 'oldId') => {
    const seen = new Set(people.map((each) => each[kind]))
    return of(kind).filter((number) => !seen.has(number))
  }
  const elsewhere = { citizenId: unseen('citizenId'), oldId: unseen('oldId') }
  return [...people, ...(await listNumbersElsewhere(transaction, elsewhere))]
}

function foundOf(row: CandidateRow): Found {
  return {
    id: row.id,
    linkedTo: row.linked_to ?? undefined,
    nameFolded: row.name_folded,
    sex: row.sex ?? undefined,
    birth: row.birth_from && row.birth_to ? { from: row.birth_from, to: row.birth_to } : undefined,
    citizenId: row.citizen_id ?? undefined,
    oldId: row.old_id ?? undefined,
    deathOn: row.death_on ?? undefined,
    unitUid: row.unit_uid ?? undefined,
    village: row.village ?? undefined,
  }
}

/** `by` name: nothing but the name, the birth and the unit say that it is this person. */
export type Match =
  | { is: 'new' }
  | { is: 'known'; person: Candidate; by: 'number' | 'name' }
  | { is: 'doubtful'; remark: RowRemark; person?: Candidate }

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
      return isLike(holder, row, folded)
        ? { is: 'known', person: holder, by: 'number' }
        : belongsToAnother(row, holder)
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
      `${capitalised(calledIn(person).vi)} cùng tên, cùng ngày sinh nhưng khác số giấy tờ`,
      `${capitalised(calledIn(person).en)} has this name and birth but another number`,
      person,
    )
  return { is: 'known', person, by: 'name' }
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

/** A number stands on the wrong line easily: birth and name both speak for the holder, the name at least by its last word. */
function isLike(person: Candidate, row: ListRow, folded: string): boolean {
  const births = person.birth === undefined || row.birth === undefined || birthsMeet(person.birth, row.birth)
  if (!births || person.nameFolded === folded) return births
  if (person.birth === undefined || row.birth === undefined) return false
  return (
    lastWord(person.nameFolded) === lastWord(folded) || compareNames(person.nameFolded, folded) === 'near'
  )
}

function lastWord(folded: string): string {
  return folded.slice(folded.lastIndexOf(' ') + 1)
}

function belongsToAnother(row: ListRow, holder: Candidate): Match {
  return doubt(
    `Số ${row.id} là của ${calledIn(holder).vi}, khác tên hoặc ngày sinh`,
    `Number ${row.id} belongs to ${calledIn(holder).en} of another name or birth`,
    holder,
  )
}

/** How a remark calls a record; of somebody a preview has yet no record of, the row that brings them. */
export function calledIn({ id, listedAt }: Pick<Candidate, 'id' | 'listedAt'>): { vi: string; en: string } {
  if (id >= 0 || !listedAt) return { vi: `hồ sơ ${id}`, en: `record ${id}` }
  const { row, sheet } = listedAt
  return {
    vi: `người ở dòng ${row}${sheet ? ` trang ${sheet}` : ''} của chính danh sách này`,
    en: `the person of row ${row}${sheet ? ` of sheet ${sheet}` : ''} of this list`,
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

export function doubt(vi: string, en: string, person?: Candidate): Extract<Match, { is: 'doubtful' }> {
  return {
    is: 'doubtful',
    ...(person ? { person } : {}),
    remark: { vi: `${vi}: cần cán bộ đối chiếu`, en: `${en}: an officer must compare` },
  }
}
