import type { Database } from '#platform/database'
import { communeShapes } from '#platform/maps'
import { readUnits } from '#registry'
import { communeFacts } from './communes.server.ts'
import { divisionsOf } from './history-of-units.ts'

/** The province's natural area as its own statistics give it; the areas of the communes add up to 16.489,49 km². */
const areaKm2 = 16_493.7

/** Everything the administrative map shows: the outlines, the communes, and how they came about. */
export async function readMap({ query }: Database) {
  const units = await readUnits(query)
  const communes = communeFacts()
  return {
    outlines: communeShapes(),
    communes,
    divisions: divisionsOf(units.byUid.values()),
    areaKm2,
    population: communes.reduce((sum, { population }) => sum + population, 0),
  }
}

export type MapFacts = Awaited<ReturnType<typeof readMap>>
