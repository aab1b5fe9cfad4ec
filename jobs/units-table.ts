import { readFile } from 'node:fs/promises'
import { type Database, withActor } from '#platform/database'
import { recordUnits } from '#registry'

const table = new URL('../data/nghe-an-units.csv', import.meta.url)

/** The administrative units as they ship with the program. */
export function readUnitsTable(): Promise<string> {
  return readFile(table, 'utf8')
}

/** Records the units that ship with the program and are not recorded yet; returns how many. Every start does it. */
export async function loadUnits(database: Pick<Database, 'pool'>): Promise<number> {
  const text = await readUnitsTable()
  return withActor(database, { kind: 'system', job: 'loadUnits' }, (transaction) =>
    recordUnits(transaction, text),
  )
}
