import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import { type Act, asProvince, type BaseValues, readBase } from '#registry'
import { type ActOutcome, carryOut } from './acts.ts'

/**
 * What an act would do: what the register says now, what it would say, and what would follow. A household that would be
 * founded stands in `after` as `founded`, as `household` does; its number will be another when it is done.
 */
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
      const after = { ...(await readBase(transaction, act)), ...(await readFounded(transaction, outcome)) }
      return { before, after, outcome }
    } finally {
      await sql`rollback to savepoint look_ahead`.execute(transaction)
    }
  }
  return act.kind === 'move' || act.kind === 'return' ? asProvince(transaction, work) : work()
}

async function readFounded(transaction: Transaction, { householdId }: ActOutcome): Promise<BaseValues> {
  if (householdId === undefined) return {}
  const act = { kind: 'changeHead', householdId, headId: 0, on: '0001-01-01' as LocalDate } as const
  const { household } = await readBase(transaction, act)
  return { founded: household }
}
