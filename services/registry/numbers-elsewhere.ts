import { sql } from 'kysely'
import type { Transaction } from '#platform/database'

/** Numbers of the two kinds, as they stand in the register. */
export interface Numbers {
  citizenId: readonly string[]
  oldId: readonly string[]
}

/** Which of these numbers stand on a record out of the actor's sight: not whose, nor where. One question for all. */
export async function listNumbersElsewhere(
  transaction: Transaction,
  { citizenId, oldId }: Numbers,
): Promise<{ kind: keyof Numbers; number: string }[]> {
  if (citizenId.length + oldId.length === 0) return []
  const { rows } = await sql<{ kind: keyof Numbers; number: string }>`select kind, number
    from registry.numbers_elsewhere(${[...citizenId]}::text[], ${[...oldId]}::text[])`.execute(transaction)
  return rows
}
