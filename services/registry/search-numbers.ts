import { sql } from 'kysely'
import type { Transaction } from '#platform/database'
import { type Bounds, beginning, hasWords, readStretch, type Stretch } from './search-drivers.ts'
import type { Looking } from './search-gathering.ts'
import type { SearchQuestion } from './search-question.ts'

const window = 2_000

/**
 * By the whole number, its last digits or its first; within a commune by any part of the citizen number. Names typed
 * beside it narrow. The unit stands first in the index of last digits, so that who lives elsewhere costs no time here.
 */
export async function findByNumber(
  transaction: Transaction,
  question: SearchQuestion,
  bounds: Bounds,
  { gathering, unitUids, depth }: Looking,
): Promise<void> {
  const { number = '', words } = question
  const filter = words.length > 0 ? hasWords(words) : undefined
  const read = async (stretch: Stretch) =>
    gathering.add(await readStretch(transaction, stretch, bounds, { filter, limit: gathering.limit, window }))
  if (depth === 'plain') {
    await read(beginning('citizen_id_backwards', backwards(number)))
    if (number.length === 9) await read(digits('old_id', number))
  } else if (depth === 'last' && number.length < 9) {
    if (unitUids)
      for (const whole of await numbersHolding(transaction, number, unitUids))
        await read(beginning('citizen_id_backwards', whole))
    else for (const column of ['citizen_id', 'old_id'] as const) await read(digits(column, number))
  } else if (depth === 'last' && number.length < 12 && !unitUids) await read(digits('citizen_id', number))
}

/** Numbers that begin with these digits, however the server sorts what is no digit. */
function digits(column: 'citizen_id' | 'old_id', number: string): Stretch {
  const next = String(BigInt(number) + 1n).padStart(number.length, '0')
  return { column, from: number, until: next.length === number.length ? next : undefined }
}

/** The numbers, backwards, that hold these digits: read from the index alone. */
async function numbersHolding(
  transaction: Transaction,
  number: string,
  unitUids: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ whole: string }>`select citizen_id_backwards as whole from registry.person
    where unit_uid = any(${unitUids}) and citizen_id_backwards like ${`%${backwards(number)}%`} limit 20`.execute(
    transaction,
  )
  return rows.map(({ whole }) => whole)
}

function backwards(number: string): string {
  return [...number].toReversed().join('')
}
