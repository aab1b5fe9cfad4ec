import { type SqlBool, sql } from 'kysely'
import type { Transaction } from '#platform/database'
import { deathColumn } from './deaths.ts'
import { type KeptElsewhere, keptColumn, standsInList } from './kept-elsewhere.ts'
import { type Person, type PersonRow, personColumns, personOf } from './people.ts'
import { unitOfList } from './scope.ts'
import { keepToIndexes } from './search-drivers.ts'

const columns = sql.join(personColumns.map((each) => (each === 'death_on' ? deathColumn() : sql.ref(each))))

/** Where a page of people ended. */
export interface PeoplePlace {
  nameFolded: string
  id: number
}

/**
 * The next people of a commune by name, or of the whole province by number, for whoever reads all of them page by page;
 * `place` is where the page ended, undefined at the end. Each page begins where the last ended: a long list is read once.
 */
export async function nextPersons(
  transaction: Transaction,
  { unitUid, after, limit }: { unitUid?: string | undefined; after: PeoplePlace; limit: number },
): Promise<{ persons: Person[]; place: PeoplePlace | undefined }> {
  const unit = await unitOfList(transaction, unitUid)
  const following =
    unit === undefined
      ? sql<SqlBool>`id > ${after.id} order by id`
      : sql<SqlBool>`unit_uid = ${unit} and name_folded >= ${after.nameFolded}
          and (name_folded, id) > (${after.nameFolded}, ${after.id}) order by name_folded, id`
  const isThere =
    unit === undefined
      ? undefined
      : (person: string) => sql<SqlBool>`${sql.ref(`${person}.unit_uid`)} = ${unit}`
  const { rows } = await sql<
    PersonRow & { name_folded: string; kept: KeptElsewhere | null }
  >`select ${columns},
      name_folded, ${keptColumn} from registry.person as person
    where ${standsInList(isThere)} and ${following} limit ${limit}`.execute(transaction)
  const last = rows.at(-1)
  return {
    persons: rows.map((row) => ({ ...personOf(row), ...(row.kept && { keptElsewhere: row.kept }) })),
    place: last && rows.length === limit ? { nameFolded: last.name_folded, id: last.id } : undefined,
  }
}

/** Before everybody. */
export const firstPlace: PeoplePlace = { nameFolded: '', id: 0 }

/** Above this many records it takes longer to count and sort everybody than anybody waits. */
const countableMax = 300_000

/** Whether the register holds more people than a page may count; as the server last estimated it, without reading. */
export async function isBeyondCounting(transaction: Transaction): Promise<boolean> {
  const { rows } = await sql<{ rows: number }>`select reltuples::bigint as rows from pg_class
    where oid = 'registry.person'::regclass`.execute(transaction)
  return (rows[0]?.rows ?? 0) > countableMax
}

/** The first people, unit after unit and by name, in the order of an index. */
export async function firstPersons(transaction: Transaction, limit: number): Promise<Person[]> {
  await keepToIndexes(transaction, 'on')
  const { rows } = await sql<PersonRow>`select ${columns} from registry.person where linked_to is null
    order by unit_uid, name_folded limit ${limit}`.execute(transaction)
  await keepToIndexes(transaction, 'off')
  return rows.map(personOf)
}
