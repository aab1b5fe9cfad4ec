import { bandOf, countPairs, findLatestRun, listPairs, type Pair, type PairState } from '#deduplication'
import type { Transaction } from '#platform/database'
import { findPerson, type Person, type Units } from '#registry'
import { birthText } from '#web/staff/people/texts.ts'
import { shortName } from '#web/staff/units.server.ts'
import { filterOf, marks, pairStates, pairsAPage, type QueueQuery } from './query.ts'

/** One record in a line of the queue. */
export interface RecordLine {
  id: number
  name: string
  born: string | undefined
  place: string
}

/** What the queue shows for one query, read in one transaction so that the numbers agree. */
export async function readQueue(transaction: Transaction, query: QueueQuery, units: Units) {
  const filter = filterOf(query)
  const pairs = await listPairs(transaction, {
    ...filter,
    limit: pairsAPage,
    offset: (query.page - 1) * pairsAPage,
  })
  const { state = 'waiting', unitUid } = filter
  const scope = { ...(unitUid ? { unitUid } : {}) }
  const waiting = await countPairs(transaction, { ...scope, state })
  const isNarrowed = query.band !== undefined || query.marks.length > 0
  const counts = isNarrowed ? await countPairs(transaction, filter) : waiting
  const run = await findLatestRun(transaction)
  const persons = await namesOf(transaction, pairs, units)
  return {
    run: run && { finishedAt: run.finishedAt, people: run.people },
    counts: waiting,
    total: counts.total,
    states: await countStates(transaction, scope, { state, total: waiting.total }),
    rows: pairs.map((pair) => ({
      id: pair.id,
      weight: pair.weight,
      band: bandOf(pair.weight),
      marks: marks.filter((mark) => pair[mark]),
      a: persons.get(pair.recordA) as RecordLine,
      b: persons.get(pair.recordB) as RecordLine,
    })),
  }
}

async function countStates(
  transaction: Transaction,
  scope: { unitUid?: string },
  known: { state: PairState; total: number },
): Promise<Record<PairState, number>> {
  const counts: Partial<Record<PairState, number>> = { [known.state]: known.total }
  for (const state of pairStates) counts[state] ??= (await countPairs(transaction, { ...scope, state })).total
  return counts as Record<PairState, number>
}

async function namesOf(
  transaction: Transaction,
  pairs: readonly Pair[],
  units: Units,
): Promise<Map<number, RecordLine>> {
  const lines = new Map<number, RecordLine>()
  for (const id of new Set(pairs.flatMap(({ recordA, recordB }) => [recordA, recordB]))) {
    const person = await findPerson(transaction, id)
    if (person) lines.set(id, recordLine(person, units))
  }
  return lines
}

export function recordLine({ id, name, birth, unitUid }: Person, units: Units): RecordLine {
  return { id, name, born: birthText(birth), place: shortName(units, unitUid) }
}
