import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import { type Act, asProvince, type BaseValues, readBase } from '#registry'
import { type ActOutcome, carryOut } from './acts.ts'

/** What an act would do: what the register says now, what it would say, and what would follow. */
export interface Rehearsal {
  before: BaseValues
  after: BaseValues
  outcome: ActOutcome
}

/**
 * Does an act, looks, and takes all of it back. Throws what the act itself would throw. A move is tried out with the
 * sight of the whole province: whoever calls this has seen the person or the request.
 */
export async function rehearseAct(
  transaction: Transaction,
  act: Act,
  { today, origin }: { today: LocalDate; origin: string },
): Promise<Rehearsal> {
  const work = async (): Promise<Rehearsal> => {
    const before = await readBase(transaction, act)
    await sql`savepoint look_ahead`.execute(transaction)
    try {
      const outcome = await carryOut(transaction, act, { today, origin })
      return { before, after: await readBase(transaction, act), outcome }
    } finally {
      await sql`rollback to savepoint look_ahead`.execute(transaction)
    }
  }
  return act.kind === 'move' || act.kind === 'return' ? asProvince(transaction, work) : work()
}
