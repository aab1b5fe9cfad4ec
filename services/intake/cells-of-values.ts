import { sql } from 'kysely'
import type { Transaction } from '#platform/database'
import type { ColumnKey } from './columns.ts'
import type { ColumnLetters } from './list-rows.ts'

/** Of each sheet that was read from a file, where its columns stand. */
export type LettersOfFile = Readonly<Record<string, ColumnLetters>>

/** From which columns brought-in files were read, by the beginning of their hash as origins name it. */
export async function lettersOfFiles(
  transaction: Transaction,
  beginnings: Iterable<string>,
): Promise<Map<string, LettersOfFile>> {
  const hashes = [...new Set(beginnings)].filter((each) => /^[0-9a-f]{16}$/.test(each))
  if (hashes.length === 0) return new Map()
  const { rows } = await sql<{ hash: string; letters: LettersOfFile }>`select distinct on (left(hash, 16))
      left(hash, 16) as hash, letters from intake.file where letters is not null and (${sql.join(
        hashes.map((each) => sql`hash like ${`${each}%`}`),
        sql` or `,
      )}) order by left(hash, 16), id`.execute(transaction)
  return new Map(rows.map(({ hash, letters }) => [hash, letters]))
}

/** The columns that may hold a field of the register, the surest first; those of one group are read together. */
const columnsOf: Readonly<Record<string, readonly (readonly ColumnKey[])[]>> = {
  name: [['familyName', 'name']],
  sex: [['sex'], ['sexMale', 'sexFemale'], ['birthMale', 'birthFemale']],
  birth: [['birth'], ['birthDay', 'birthMonth', 'birthYear'], ['birthMale', 'birthFemale']],
  citizenId: [['id']],
  oldId: [['oldId'], ['id']],
  deathOn: [['note']],
  village: [['village']],
  residence: [['commune', 'district'], ['village']],
  membership: [['household', 'relation']],
  award: [['category'], ['amount']],
}

/**
 * The cells of one row that a field of the register was read from, `C12` or `C12–E12`; undefined where the list had no
 * column for it, as for a village that stood in a heading. A fact is named by its key.
 */
export function cellOfField(letters: ColumnLetters, field: string, row: number): string | undefined {
  const groups = columnsOf[field] ?? [[`fact:${field}` as const], ticksOf(letters, field)]
  for (const group of groups) {
    const known = group.flatMap((key) => letters[key] ?? []).sort(byPlace)
    const [first, last] = [known[0], known.at(-1)]
    if (first !== undefined) return first === last ? `${first}${row}` : `${first}${row}–${last}${row}`
  }
  return undefined
}

function ticksOf(letters: ColumnLetters, fact: string): ColumnKey[] {
  return (Object.keys(letters) as ColumnKey[]).filter((key) => key.startsWith(`tick:${fact}=`))
}

/** `Z` before `AA`. */
function byPlace(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : 1)
}
