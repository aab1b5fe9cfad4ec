import { sql } from 'kysely'
import type { Transaction } from '#platform/database'
import type { ColumnKey } from './columns.ts'
import type { ColumnLetters } from './list-rows.ts'

/**
 * The letters of the column from which the first of some fields was read, on a sheet, or the first sheet where none is
 * named; undefined where the file does not say.
 */
export type ColumnFinder = (
  place: { fileHash: string; sheet?: string },
  fields: readonly ColumnKey[],
) => string | undefined

/**
 * Where on the sheets of brought-in files each field was read, by the beginning of their hash as origins name it: with
 * the row of an origin it names the cell. Files out of the actor's sight say nothing.
 */
export async function columnsOfFiles(
  transaction: Transaction,
  beginnings: Iterable<string>,
): Promise<ColumnFinder> {
  const hashes = [...new Set(beginnings)].filter((each) => /^[0-9a-f]{16}$/.test(each))
  if (hashes.length === 0) return () => undefined
  const { rows } = await sql<{
    hash: string
    letters: Record<string, ColumnLetters>
  }>`select distinct on (left(hash, 16))
      left(hash, 16) as hash, letters from intake.file where letters is not null and (${sql.join(
        hashes.map((each) => sql`hash like ${`${each}%`}`),
        sql` or `,
      )}) order by left(hash, 16), id`.execute(transaction)
  const sheets = new Map(rows.map(({ hash, letters }) => [hash, letters]))
  return ({ fileHash, sheet }, fields) => {
    const of = sheets.get(fileHash)
    const letters = of && (sheet === undefined ? Object.values(of)[0] : of[sheet])
    const field = fields.find((each) => letters?.[each] !== undefined)
    return field && letters?.[field]
  }
}
