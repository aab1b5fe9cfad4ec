import type { LocalDate } from '#calendar'
import { publishMonth } from '#indicators'
import { type Database, withActor } from '#platform/database'

const machine = { kind: 'system', job: 'publishFigures' } as const

/** Tells the public of this month unless it was told; returns whether it did. */
export async function publishFigures(
  database: Pick<Database, 'pool'>,
  { today }: { today: LocalDate },
): Promise<boolean> {
  const told = await withActor(database, machine, (transaction) => publishMonth(transaction, { today }))
  return told !== undefined
}
