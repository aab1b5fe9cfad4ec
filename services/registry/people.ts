import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import type { LocalDate } from '#calendar'
import { foldText } from '#identity'
import type { Transaction } from '#platform/database'
import { aliveOn, deathColumn } from './deaths.ts'
import { type KeptElsewhere, keptColumn, standsInList } from './kept-elsewhere.ts'
import { endOf, personsKnown, rowsKnown } from './known.ts'
import { unitOfList } from './scope.ts'
import type { RegistryTables } from './tables.ts'
import { findSuccessor, readUnits, successorsOn } from './units.ts'

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
  /** In the list of a unit: another one keeps the record that speaks for the person. */
  keptElsewhere?: KeptElsewhere
}

/** Which people: of a unit (its current version), with a text in the name, or by either number. */
export interface PeopleFilter {
  /** Any version of a unit: an old one stands for what it has become, a new one for what went wholly into it. */
  unitUid?: string
  /** Part of a name, with or without marks, or a number of 9 or 12 digits; of a day also what held then. */
  text?: string
  /** Only who was alive and lived in the unit (or anywhere on record) on this day; without it, who is of it now. */
  on?: LocalDate
  /** As the register read at the end of this day. */
  knownOn?: LocalDate
}

export interface Page {
  /** Rows a page; at most 500. */
  limit: number
  offset?: number
}

export const personColumns = [
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
    super(`Không tìm thấy người có số hồ sơ ${id} trong địa bàn của ông/bà`)
    this.name = 'PersonNotFound'
    this.id = id
  }
}

/**
 * People by name; who has exactly the marks that were typed stands first. Asked for a day, each stands with the unit and
 * village they lived in then.
 */
export async function listPersons(transaction: Transaction, filter: PeopleFilter & Page): Promise<Person[]> {
  const text = filter.text?.normalize('NFC').trim() ?? ''
  const { rows } = await sql<ListedRow>`select ${listedColumns(filter)},
      ${keptColumn} from ${await selected(transaction, { ...filter, text })}
    order by case when ${text} <> '' and lower(name) like ${`%${escapeLike(text.toLowerCase())}%`} then 0 else 1 end,
      name_folded, id
    limit ${Math.min(filter.limit, 500)} offset ${filter.offset ?? 0}`.execute(transaction)
  return rows.map((row) => ({
    ...personOf(row),
    ...row.former,
    ...(row.kept && { keptElsewhere: row.kept }),
  }))
}

type ListedRow = PersonRow & { former: Partial<Person> | null; kept: KeptElsewhere | null }

/** Who they are; of a day, with the names and numbers that held then and where they lived. */
function listedColumns({ on, knownOn }: PeopleFilter): RawBuilder<unknown> {
  const columns = personColumns.map((each) => (each === 'death_on' ? deathColumn(knownOn) : sql.ref(each)))
  if (on === undefined) return sql`${sql.join(columns)}, null as former`
  const table = knownOn === undefined ? sql.table('registry.residence') : rowsKnown('residence', knownOn)
  const last = knownOn === undefined ? sql`` : sql`order by r.superseded_at nulls last`
  const lived = (column: string) => sql`(select r.${sql.ref(column)} from ${table} as r
    where r.person_id = person.id and r.valid @> ${on}::date ${last} limit 1) as ${sql.ref(column)}`
  const own = personColumns.map((each, index) =>
    each === 'unit_uid' || each === 'village' ? lived(each) : columns[index],
  )
  const isKnown = knownOn === undefined ? sql`true` : sql`f.recorded_at < ${endOf(knownOn)}`
  return sql`${sql.join(own)}, (select jsonb_object_agg(key, value) from registry.former_value as f
    where f.person_id = person.id and f.valid @> ${on}::date and ${isKnown}) as former`
}

export async function countPersons(transaction: Transaction, filter: PeopleFilter = {}): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count
    from ${await selected(transaction, filter)}`.execute(transaction)
  return rows[0]?.count ?? 0
}

/** The table, as it read on the day asked, and who of it is meant. */
async function selected(
  transaction: Transaction,
  { unitUid, text, on, knownOn }: PeopleFilter,
): Promise<RawBuilder<unknown>> {
  const unit = await unitOfList(transaction, unitUid)
  const unitUids = unit === undefined ? undefined : await versionsOf(transaction, unit, on)
  const table = knownOn === undefined ? sql.table('registry.person') : personsKnown(knownOn)
  const lived = (person: string) => livedIn(person, unitUids, { on, knownOn })
  const conditions = [standsInList(unitUids && lived), lived('person')]
  const meant = meantBy(text?.trim() ?? '')
  if (meant) conditions.push(await meantOn(transaction, meant, { on, knownOn }))
  if (on !== undefined) conditions.push(aliveOn('person', on, knownOn))
  return sql`${table} as person where ${sql.join(conditions, sql` and `)}`
}

/** What a text is looked for in, and whether a value that stood there is meant. */
interface Meant {
  key: 'name' | 'citizenId' | 'oldId'
  now: RawBuilder<SqlBool>
  isMeant: (value: string) => boolean
}

function meantBy(text: string): Meant | undefined {
  const digits = text.replace(/[\s.]/g, '')
  const isMeant = (value: string) => value === digits
  if (/^\d{12}$/.test(digits)) return { key: 'citizenId', now: sql`citizen_id = ${digits}`, isMeant }
  if (/^\d{9}$/.test(digits)) return { key: 'oldId', now: sql`old_id = ${digits}`, isMeant }
  if (text === '') return undefined
  const folded = foldText(text)
  return {
    key: 'name',
    now: sql`name_folded like ${`%${escapeLike(folded)}%`}`,
    isMeant: (value) => foldText(value).includes(folded),
  }
}

/** Of a day also whoever bore the name or the number then and was given another since; such people are few. */
async function meantOn(
  transaction: Transaction,
  { key, now, isMeant }: Meant,
  { on, knownOn }: Pick<PeopleFilter, 'on' | 'knownOn'>,
): Promise<RawBuilder<SqlBool>> {
  if (on === undefined) return now
  const { rows } = await sql<{ personId: number; value: string }>`select person_id as "personId", value
    from registry.former_value where key = ${key} and valid @> ${on}::date
      and ${knownOn === undefined ? sql`true` : sql`recorded_at < ${endOf(knownOn)}`}`.execute(transaction)
  const then = rows.filter(({ value }) => isMeant(value)).map(({ personId }) => personId)
  return then.length === 0 ? now : sql`(id = any(${then}) or ${now})`
}

/** Of a unit now, or of it on a day. */
function livedIn(
  person: string,
  unitUids: readonly string[] | undefined,
  { on, knownOn }: Pick<PeopleFilter, 'on' | 'knownOn'>,
): RawBuilder<SqlBool> {
  if (on === undefined) return unitUids ? amongUnits(`${person}.unit_uid`, unitUids) : sql`true`
  const residence = knownOn === undefined ? sql.table('registry.residence') : rowsKnown('residence', knownOn)
  const there = unitUids === undefined ? sql`true` : amongUnits('r.unit_uid', unitUids)
  // Who lived there is read once, by the index on the unit; an exists would be asked of everybody in turn.
  return sql`${sql.ref(`${person}.id`)} = any(array(select r.person_id from ${residence} as r
    where r.valid @> ${on}::date and ${there}))`
}

function amongUnits(column: string, uids: readonly string[]): RawBuilder<SqlBool> {
  return uids.length === 1 ? sql`${sql.ref(column)} = ${uids[0]}` : sql`${sql.ref(column)} = any(${uids})`
}

/**
 * The versions of a unit under which its people may be recorded: itself, what has become of it, and, for a day in the
 * past, what went wholly into it. Lists name people by the unit of today even for older months, so an old unit leads
 * to its successors.
 */
async function versionsOf(
  transaction: Transaction,
  uid: string,
  on: LocalDate | undefined,
): Promise<string[]> {
  const units = await readUnits(transaction)
  const unit = units.byUid.get(uid)
  if (!unit) return [uid]
  const from = unit.from
  const before =
    from === undefined || on === undefined
      ? []
      : [...units.byUid.values()].filter(
          (each) =>
            each.to !== undefined && each.to < from && findSuccessor(units, each.uid, from)?.uid === uid,
        )
  const after = unit.to === undefined ? [] : successorsOn(units, uid, endOfTime)
  return [uid, ...new Set([...before, ...after].map((each) => each.uid))]
}

const endOfTime = '9999-12-31' as LocalDate

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

export type PersonRow = Pick<Selectable<RegistryTables['registry.person']>, (typeof personColumns)[number]>

export function personOf(row: PersonRow): Person {
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
