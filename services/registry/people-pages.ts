import { type SqlBool, sql } from 'kysely'
import type { Transaction } from '#platform/database'
import { type Person, type PersonRow, personColumns, personOf } from './people.ts'
import { unitOfList } from './scope.ts'

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
  const columns = sql.join(personColumns.map((each) => sql.ref(each)))
  const following =
    unit === undefined
      ? sql<SqlBool>`id > ${after.id} order by id`
      : sql<SqlBool>`unit_uid = ${unit} and name_folded >= ${after.nameFolded}
          and (name_folded, id) > (${after.nameFolded}, ${after.id}) order by name_folded, id`
  const { rows } = await sql<PersonRow & { name_folded: string }>`select ${columns}, name_folded
    from registry.person where linked_to is null and ${following} limit ${limit}`.execute(transaction)
  const last = rows.at(-1)
  return {
    persons: rows.map(personOf),
    place: last && rows.length === limit ? { nameFolded: last.name_folded, id: last.id } : undefined,
  }
}

/** Before everybody. */
export const firstPlace: PeoplePlace = { nameFolded: '', id: 0 }
