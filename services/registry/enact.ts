import { sql } from 'kysely'
import type { LocalDate } from '#calendar'
import type { Transaction } from '#platform/database'
import { correctFact, endFact, replaceFact } from './act-facts.ts'
import { changeHead, mergeHouseholds, splitHousehold } from './act-households.ts'
import { comeBack, move } from './act-moves.ts'
import { correctPerson, endPersonValue, recordDeathOn, replacePersonValue, undoDeath } from './act-person.ts'
import { correctRelation, joinHousehold, leave } from './act-places.ts'
import type { Act, Enacted } from './acts.ts'
import { takeTurns } from './links.ts'
import type { Origin } from './origins.ts'
import { readActor } from './scope.ts'

/**
 * Does an act in the register, wholly or not at all: when it throws, nothing of it stays. Throws
 * ImpossibleAct, or PersonNotFound for who is out of sight. What follows for benefits is the business of `#awards`,
 * whose `applyAct` and `approveChange` are what pages call.
 */
export async function enact(
  transaction: Transaction,
  act: Act,
  { today }: { today: LocalDate },
): Promise<Enacted> {
  if (writesNumber(act)) await takeTurns(transaction)
  const { name: origin } = await readActor(transaction)
  return wholly(transaction, () => perform(transaction, act, { origin, today }))
}

/** Who writes a number waits for who links before anybody is held: never the one for the other. */
export function writesNumber(act: Act): boolean {
  if (act.kind === 'correctPerson') return typeof act.change.citizenId === 'string'
  return act.kind === 'replacePersonValue' && act.key === 'citizenId'
}

/** What throws leaves the transaction as it was before, even for who catches the error and goes on. */
export async function wholly<Result>(transaction: Transaction, work: () => Promise<Result>): Promise<Result> {
  await sql`savepoint act`.execute(transaction)
  try {
    const result = await work()
    await sql`release savepoint act`.execute(transaction)
    return result
  } catch (error) {
    await sql`rollback to savepoint act`.execute(transaction)
    throw error
  }
}

function perform(
  transaction: Transaction,
  act: Act,
  day: { origin: Origin; today: LocalDate },
): Promise<Enacted> {
  const { origin } = day
  switch (act.kind) {
    case 'correctFact':
      return correctFact(transaction, act, origin)
    case 'endFact':
      return endFact(transaction, act)
    case 'replaceFact':
      return replaceFact(transaction, act, origin)
    case 'correctPerson':
      return correctPerson(transaction, act, origin)
    case 'replacePersonValue':
      return replacePersonValue(transaction, act, origin)
    case 'endPersonValue':
      return endPersonValue(transaction, act, origin)
    case 'death':
      return recordDeathOn(transaction, act, day)
    case 'undoDeath':
      return undoDeath(transaction, act, origin)
    case 'move':
      return move(transaction, act, day)
    case 'return':
      return comeBack(transaction, act, day)
    case 'split':
      return splitHousehold(transaction, act, origin)
    case 'merge':
      return mergeHouseholds(transaction, act, origin)
    case 'changeHead':
      return changeHead(transaction, act, origin)
    case 'correctRelation':
      return correctRelation(transaction, act, origin)
    case 'join':
      return joinHousehold(transaction, act, origin)
    case 'leave':
      return leave(transaction, act, origin)
  }
}
