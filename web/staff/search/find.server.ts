import { today } from '#platform/clock'
import { type Database, withActor } from '#platform/database'
import {
  type SearchMemory,
  type SearchPlaces,
  type SearchResult,
  searchPeople,
  searchPlaces,
} from '#registry'
import type { Desk } from '#web/staff/access.ts'
import { unitsOf } from '#web/staff/units.server.ts'

const known = new WeakMap<Database, { day: string; places: SearchPlaces; memory: SearchMemory }>()

/** People by what was typed, as far as the officer may see. */
export async function findPeople(
  { database, actor }: Pick<Desk, 'database' | 'actor'>,
  text: string,
  { unitUid, limit }: { unitUid?: string | undefined; limit: number },
): Promise<SearchResult> {
  const on = today()
  const { places, memory } = await memoryOf(database, on)
  return withActor(database, actor, (transaction) =>
    searchPeople(transaction, text, { unitUid, limit, today: on, places, memory }),
  )
}

/** Learnt anew each day. */
async function memoryOf(database: Database, on: ReturnType<typeof today>) {
  const before = known.get(database)
  if (before?.day === on) return before
  const fresh = {
    day: on,
    places: searchPlaces(await unitsOf(database), on),
    memory: new Map() as SearchMemory,
  }
  if (fresh.places.size > 0) known.set(database, fresh)
  return fresh
}
