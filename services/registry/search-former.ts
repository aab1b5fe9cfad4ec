import { sql } from 'kysely'
import type { Transaction } from '#platform/database'
import { allOf, type Bounds, beginning, conditionsOf, type Found, foundColumns } from './search-drivers.ts'
import type { Gathering } from './search-gathering.ts'
import type { SearchQuestion } from './search-question.ts'

/** What a record bore before and was found by. */
export interface Formerly {
  key: 'name' | 'citizenId' | 'oldId'
  value: string
}

/** People looked at for one former name, at most. */
const window = 200

/**
 * Whoever bore the whole number before, or the name: whole, or by its first three words. After those who bear it now,
 * and only as long as there is room. Few have borne another, so that this stands in a small table of its own.
 */
export async function findFormer(
  transaction: Transaction,
  question: SearchQuestion,
  bounds: Bounds,
  gathering: Gathering,
): Promise<void> {
  const asked = askedOf(question)
  if (asked === undefined || gathering.isFull) return
  const { indexed, asked: besides } = conditionsOf(bounds, undefined)
  const { rows } = await sql<Found & { key: Formerly['key']; value: string; folded: string }>`
    with former as materialized (select person_id, key, value, folded from registry.known_as where ${asked}
      limit ${window})
    select former.key, former.value, former.folded, ${foundColumns} from former join registry.person on id = person_id
    where ${allOf([...indexed, ...besides])} limit ${gathering.limit}`.execute(transaction)
  gathering.add(rows.map(({ key, value, folded, ...row }) => ({ ...row, former: { key, value, folded } })))
}

function askedOf({ number, words }: SearchQuestion) {
  if (number !== undefined) {
    const key = { 9: 'oldId', 12: 'citizenId' }[number.length]
    return key === undefined ? undefined : sql`key = ${key} and folded = ${number}`
  }
  const text = words.join(' ')
  if (words.length < 2) return undefined
  const { from, until } = beginning('name_folded', text)
  return words.length === 2
    ? sql`key = 'name' and folded = ${text}`
    : sql`key = 'name' and folded >= ${from} and folded < ${until}`
}
