import {
  bandOf,
  countsOf,
  findLatestRun,
  listPairs,
  type PairRecord,
  recordsOfPairs,
  statesOf,
  tallyPairs,
} from '#deduplication'
import type { Transaction } from '#platform/database'
import type { Officer } from '#platform/sessions'
import { countPersons, type Units } from '#registry'
import { birthText } from '#web/staff/people/texts.ts'
import { shortName } from '#web/staff/units.server.ts'
import { filterOf, marks, pairsAPage, type QueueQuery } from './query.ts'

/** One record in a line of the queue. */
export interface RecordLine {
  id: number
  name: string
  born: string | undefined
  place: string
}

/** What the queue shows for one query, read in one transaction so that the numbers agree. */
export async function readQueue(
  transaction: Transaction,
  { query, officer, units }: { query: QueueQuery; officer: Pick<Officer, 'unitUid'>; units: Units },
) {
  const filter = filterOf(query)
  const pairs = await listPairs(transaction, {
    ...filter,
    limit: pairsAPage,
    offset: (query.page - 1) * pairsAPage,
    ...(query.afterId ? { after: query.afterId } : {}),
    ...(query.beforeId ? { before: query.beforeId } : {}),
  })
  const { state, unitUid } = filter
  const tally = await tallyPairs(transaction, { ...(unitUid ? { unitUid } : {}) })
  const run = await findLatestRun(transaction)
  const records = await recordsOfPairs(transaction, pairs)
  const line = (id: number) => recordLine(records.get(id) as PairRecord, units)
  return {
    // A commune is told of its own records: how many there are beyond them is not for it to know.
    run: run && {
      finishedAt: run.finishedAt,
      people: officer.unitUid === 'province' ? run.people : await countPersons(transaction),
    },
    counts: countsOf(tally, { ...(state ? { state } : {}) }),
    total: countsOf(tally, filter).total,
    states: statesOf(tally),
    rows: pairs.map((pair) => ({
      id: pair.id,
      weight: pair.weight,
      band: bandOf(pair.weight),
      marks: marks.filter((mark) => pair[mark]),
      a: line(pair.recordA),
      b: line(pair.recordB),
    })),
  }
}

/** A record in words, from the register or from a line of the queue. */
export function recordLine({ id, name, birth, unitUid }: PairRecord, units: Units): RecordLine {
  return { id, name, born: birthText(birth), place: shortName(units, unitUid) }
}
