import { sql } from 'kysely'
import { addMonths, firstDayOf, type Month } from '#calendar'
import type { Transaction } from '#platform/database'
import { loadRows } from '#registry'
import { monthsKept } from './standings.ts'

/** Whom time alone will give something else, as of the latest run of a month. */
export async function readTurning(transaction: Transaction, month: Month): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select person_id as id from findings.turning
    where month = ${firstDayOf(month)}`.execute(transaction)
  return rows.map(({ id }) => id)
}

/** Writes who turns; with `only`, of these records alone: the others stay as they are. */
export async function writeTurning(
  transaction: Transaction,
  { month, turning, only }: { month: Month; turning: readonly number[]; only?: readonly number[] },
): Promise<void> {
  const first = firstDayOf(month)
  const oldest = firstDayOf(addMonths(month, 1 - monthsKept))
  await sql`delete from findings.turning where ${
    only ? sql`month = ${first} and person_id = any(${only})` : sql`month = ${first} or month < ${oldest}`
  }`.execute(transaction)
  const rows = turning.map((id) => [first, id])
  await loadRows(transaction, 'findings.turning', ['month', 'person_id'], rows)
}
