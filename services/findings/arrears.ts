import { addMonths, type Month } from '#calendar'
import type { Transaction } from '#platform/database'
import { loadMonths, type MonthColumns, placeOf } from '#registry'
import type { Draft } from './drafts.ts'
import { discrepanciesIn, evaluate, type Programs } from './evaluation.ts'
import { readReceipts } from './receipts.ts'

/** No further back than this, counting the month of the sweep. */
const monthsBackMax = 60

/** Months read in one go; who is still open then is read for as many more. */
const monthsAtOnce = 14

/** By `person benefit`: which finding is followed back, and as what. */
type Open = Map<string, { index: number; kind: string }>

/**
 * Since when what is recorded has differed in the same way, and what that comes to: the law and the record of each
 * month before, back to the first month in which they agree. Money is never edited; this is the difference of
 * evaluations. What was not recorded at all (missed) has no arrears: the law gives from the month of the decision.
 */
export async function addArrears(
  transaction: Transaction,
  columns: MonthColumns,
  drafts: readonly Draft[],
  programs: Programs,
): Promise<Draft[]> {
  const open: Open = new Map()
  const result = drafts.map((found, index) => {
    if (!['underpaid', 'overpaid', 'undue'].includes(found.kind)) return found
    open.set(`${columns.ids[found.place]} ${found.benefit}`, { index, kind: found.kind })
    return { ...found, arrearsDong: found.differenceDong, sinceMonth: columns.month }
  })
  const first = addMonths(columns.month, 1 - monthsBackMax)
  let to: Month = addMonths(columns.month, -1)
  while (open.size > 0 && to >= first) {
    const from = [first, addMonths(to, 1 - monthsAtOnce)].sort().at(-1) as Month
    await followBack(transaction, { from, to, programs, open, result })
    to = addMonths(from, -1)
  }
  return result
}

/** Adds the months from `to` back to `from`, and leaves in `open` what differed in all of them. */
async function followBack(
  transaction: Transaction,
  {
    from,
    to,
    programs,
    open,
    result,
  }: { from: Month; to: Month; programs: Programs; open: Open; result: Draft[] },
): Promise<void> {
  const everybody = peopleOf(open)
  const columnsIn = await loadMonths(transaction, {
    from,
    to,
    knownOn: programs.knownOn,
    personIds: everybody,
  })
  for (let month = to; open.size > 0 && month >= from; month = addMonths(month, -1)) {
    const columns = columnsIn(month)
    const personIds = peopleOf(open)
    const receipts = await readReceipts(transaction, columns, { month, personIds })
    const within = personIds.map((id) => placeOf(columns, id)).filter((place) => place >= 0)
    const differences = new Map<string, Draft>()
    for (const found of discrepanciesIn(evaluate(columns, receipts, programs, within)))
      differences.set(`${columns.ids[found.place]} ${found.benefit}`, found)
    for (const [key, { index, kind }] of [...open]) {
      const before = differences.get(key)
      const found = result[index] as Draft
      if (before?.kind !== kind) open.delete(key)
      else
        result[index] = {
          ...found,
          arrearsDong: found.arrearsDong + before.differenceDong,
          sinceMonth: month,
        }
    }
  }
}

function peopleOf(open: Open): number[] {
  return [...new Set([...open.keys()].map((key) => Number(key.split(' ')[0])))]
}
