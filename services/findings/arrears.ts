import { addMonths, type Month } from '#calendar'
import type { Transaction } from '#platform/database'
import { loadMonthColumns, type MonthColumns, placeOf } from '#registry'
import type { Draft } from './drafts.ts'
import { casesOf, discrepanciesOf, evaluate, type Programs } from './evaluation.ts'
import { readReceipts } from './receipts.ts'

/** No further back than this, counting the month of the sweep. */
const monthsBackMax = 60

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
  const open = new Map<string, { index: number; kind: string }>()
  const result = drafts.map((found, index) => {
    if (!['underpaid', 'overpaid', 'undue'].includes(found.kind)) return found
    open.set(`${columns.ids[found.place]} ${found.benefit}`, { index, kind: found.kind })
    return { ...found, arrearsDong: found.differenceDong, sinceMonth: columns.month }
  })
  let month: Month = addMonths(columns.month, -1)
  for (let back = 1; back < monthsBackMax && open.size > 0; back++, month = addMonths(month, -1)) {
    const differences = await differencesIn(transaction, { month, programs, keys: open.keys() })
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
  return result
}

/** What differed in one month for some people, by `person benefit`. */
async function differencesIn(
  transaction: Transaction,
  { month, programs, keys }: { month: Month; programs: Programs; keys: Iterable<string> },
): Promise<Map<string, Draft>> {
  const personIds = [...new Set([...keys].map((key) => Number(key.split(' ')[0])))]
  const columns = await loadMonthColumns(transaction, { month, knownOn: programs.knownOn, personIds })
  const receipts = await readReceipts(transaction, columns, { month, personIds })
  const within = personIds.map((id) => placeOf(columns, id)).filter((place) => place >= 0)
  const differences = new Map<string, Draft>()
  for (const each of casesOf(evaluate(columns, receipts, programs, within)))
    for (const found of discrepanciesOf(each))
      differences.set(`${columns.ids[each.place]} ${found.benefit}`, found)
  return differences
}
