import { sql } from 'kysely'
import type { Transaction } from '#platform/database'

/**
 * What brought-in files were called, by the beginning of their hash as origins name it; those out of the actor's
 * sight are left out. The same file may have been brought in for several units: the first name is given.
 */
export async function namesOfFiles(
  transaction: Transaction,
  beginnings: Iterable<string>,
): Promise<Map<string, string>> {
  const hashes = [...new Set(beginnings)].filter((each) => /^[0-9a-f]{16}$/.test(each))
  if (hashes.length === 0) return new Map()
  const { rows } = await sql<{ hash: string; name: string }>`select distinct on (left(hash, 16))
      left(hash, 16) as hash, name from intake.file where ${sql.join(
        hashes.map((each) => sql`hash like ${`${each}%`}`),
        sql` or `,
      )} order by left(hash, 16), id`.execute(transaction)
  return new Map(rows.map(({ hash, name }) => [hash, name]))
}
