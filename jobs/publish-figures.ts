import type { LocalDate } from '#calendar'
import { publishMonths } from '#indicators'
import { type Database, withActor } from '#platform/database'

const machine = { kind: 'system', job: 'publishFigures' } as const

/** Tells the public of every month that was measured and not told yet; returns how many. */
export async function publishFigures(
  database: Pick<Database, 'pool'>,
  { today }: { today: LocalDate },
): Promise<number> {
  const told = await withActor(database, machine, (transaction) => publishMonths(transaction, { today }))
  return told.length
}
