import { findPair } from '#deduplication'
import type { Transaction } from '#platform/database'
import { findPerson } from '#registry'
import type { Lang } from '#web/ui/index.ts'

/** What was done with the pair before, to be told once with its way back. */
export interface DonePair {
  id: number
  state: 'waiting' | 'linked' | 'different' | 'setAside'
  names: string
}

export async function readDone(
  transaction: Transaction,
  pairId: number | undefined,
  lang: Lang,
): Promise<DonePair | undefined> {
  const pair = pairId === undefined ? undefined : await findPair(transaction, pairId)
  if (!pair) return undefined
  const names: string[] = []
  for (const id of [pair.recordA, pair.recordB]) {
    const person = await findPerson(transaction, id)
    if (person) names.push(`${person.name} (${id})`)
  }
  return { id: pair.id, state: pair.state, names: names.join(lang === 'vi' ? ' và ' : ' and ') }
}
