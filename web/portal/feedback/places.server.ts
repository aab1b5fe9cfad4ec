import type { Kysely } from 'kysely'
import { today } from '#platform/clock'
import { listCommunes, readUnits } from '#registry'

/** A commune that a sender can choose. */
export interface Place {
  uid: string
  name: string
}

/** The communes as they stand today, by name and without “Xã” or “Phường” before it. */
export async function listPlaces(query: Kysely<unknown>): Promise<Place[]> {
  const communes = listCommunes(await readUnits(query), today())
  return communes
    .map(({ uid, name }) => ({ uid, name: name.replace(/^(Xã|Phường) /, '') }))
    .sort((one, other) => one.name.localeCompare(other.name, 'vi'))
}
