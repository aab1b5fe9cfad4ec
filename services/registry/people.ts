import { type Selectable, type SqlBool, sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { foldText } from '#identity'
import type { Transaction } from '#platform/database'
import { unitOfList } from './scope.ts'
import type { RegistryTables } from './tables.ts'

/** Somebody in the register. */
export interface Person {
  id: number
  /** As the paper writes it, in NFC. */
  name: string
  sex: 'male' | 'female' | undefined
  /** The days the birth may lie in; both the same when the day is known. Undefined when nothing is known. */
  birth: { from: LocalDate; to: LocalDate } | undefined
  /** As the paper writes it. */
  birthWritten: string | undefined
  citizenId: string | undefined
  /** The nine-digit number of the old card. */
  oldId: string | undefined
  deathOn: LocalDate | undefined
  unitUid: string | undefined
  village: string | undefined
  /** From then on, what is not recorded is known not to be so. */
  reviewedOn: LocalDate | undefined
  origin: string
  recordedAt: Date
}

/** Which people: of a unit (its current version), with a text in the name, or by either number. */
export interface PeopleFilter {
  unitUid?: string
  /** Part of a name, with or without marks, or a number of 9 or 12 digits. */
  text?: string
}

export interface Page {
  /** Rows a page; at most 500. */
  limit: number
  offset?: number
}

const personColumns = [
  'id',
  'name',
  'sex',
  'birth_from',
  'birth_to',
  'birth_written',
  'citizen_id',
  'old_id',
  'death_on',
  'unit_uid',
  'village',
  'reviewed_on',
  'origin',
  'recorded_at',
] as const

/** The person, or undefined when there is none or the actor may not know. */
export async function findPerson(transaction: Transaction, id: number): Promise<Person | undefined> {
  const row = await transaction
    .withTables<RegistryTables>()
    .selectFrom('registry.person')
    .select(personColumns)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && personOf(row)
}

/** Throws the same sentence whether there is no such person or the actor may not know. */
export async function getPerson(transaction: Transaction, id: number): Promise<Person> {
  const person = await findPerson(transaction, id)
  if (!person) throw new PersonNotFound(id)
  return person
}

/** Nobody by that number is within the actor's sight. */
export class PersonNotFound extends Error {
  readonly id: number

  constructor(id: number) {
    super(`Không tìm thấy người có số hồ sơ ${id} trong địa bàn của bạn`)
    this.name = 'PersonNotFound'
    this.id = id
  }
}

/** People by name; who has exactly the marks that were typed stands first. */
export async function listPersons(transaction: Transaction, filter: PeopleFilter & Page): Promise<Person[]> {
  const text = filter.text?.normalize('NFC').trim() ?? ''
  const unitUid = await unitOfList(transaction, filter.unitUid)
  const rows = await selected(transaction, { text, unitUid })
    .select(personColumns)
    .orderBy(
      sql`case when ${text} <> '' and lower(name) like ${`%${escapeLike(text.toLowerCase())}%`} then 0 else 1 end`,
    )
    .orderBy('name_folded')
    .orderBy('id')
    .limit(Math.min(filter.limit, 500))
    .offset(filter.offset ?? 0)
    .execute()
  return rows.map(personOf)
}

export async function countPersons(transaction: Transaction, filter: PeopleFilter = {}): Promise<number> {
  const unitUid = await unitOfList(transaction, filter.unitUid)
  const row = await selected(transaction, { text: filter.text, unitUid })
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

function selected(
  transaction: Transaction,
  { unitUid, text }: { unitUid: string | undefined; text: string | undefined },
) {
  let query = transaction.withTables<RegistryTables>().selectFrom('registry.person')
  if (unitUid !== undefined) query = query.where('unit_uid', '=', unitUid)
  const wanted = text?.trim() ?? ''
  const digits = wanted.replace(/[\s.]/g, '')
  if (/^\d{12}$/.test(digits)) query = query.where('citizen_id', '=', digits)
  else if (/^\d{9}$/.test(digits)) query = query.where('old_id', '=', digits)
  else if (wanted !== '')
    query = query.where(sql<SqlBool>`name_folded like ${`%${escapeLike(foldText(wanted))}%`}`)
  return query
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

type PersonRow = Pick<Selectable<RegistryTables['registry.person']>, (typeof personColumns)[number]>

function personOf(row: PersonRow): Person {
  return {
    id: row.id,
    name: row.name,
    sex: row.sex ?? undefined,
    birth:
      row.birth_from === null
        ? undefined
        : { from: row.birth_from as LocalDate, to: row.birth_to as LocalDate },
    birthWritten: row.birth_written ?? undefined,
    citizenId: row.citizen_id ?? undefined,
    oldId: row.old_id ?? undefined,
    deathOn: (row.death_on ?? undefined) as LocalDate | undefined,
    unitUid: row.unit_uid ?? undefined,
    village: row.village ?? undefined,
    reviewedOn: (row.reviewed_on ?? undefined) as LocalDate | undefined,
    origin: row.origin,
    recordedAt: row.recorded_at,
  }
}
