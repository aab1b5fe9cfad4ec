import type { CellValue } from '#platform/sheets'

/** Which births of a column may have their day and month exchanged: those in texts, or those in cells of days. */
export type MonthFirst = 'texts' | 'days'

const written = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})\s*$/
/** Fewer cells show nothing: three days in the first half of a month are soon met by chance. */
const cellsMin = 3

/**
 * A spreadsheet set to American days makes a day of `12/03/1950` with the month first, and leaves `25/03/1950` a text:
 * a column whose texts all begin beyond 12 and whose days all lie in the first twelve came about so. A column of
 * texts is written month first when some have no month otherwise (`03/25/1948`) and none have when read so.
 */
export function findMonthFirst(births: Iterable<CellValue>): MonthFirst | undefined {
  const texts = { dayFirst: 0, monthFirst: 0, either: 0 }
  let [days, late] = [0, 0]
  for (const cell of births) {
    if (typeof cell === 'object' && cell !== null) {
      days += 1
      if (Number(cell.day.slice(8)) > 12) late += 1
    }
    const [, first, second] = (typeof cell === 'string' && written.exec(cell)) || []
    if (first === undefined || second === undefined) continue
    if (Number(first) > 12) texts.dayFirst += 1
    else if (Number(second) > 12) texts.monthFirst += 1
    else texts.either += 1
  }
  if (texts.monthFirst > 0 && texts.dayFirst === 0) return 'texts'
  const isSplit = late === 0 && texts.either === 0 && texts.monthFirst === 0
  return isSplit && days >= cellsMin && texts.dayFirst >= cellsMin ? 'days' : undefined
}

/** Whether the birth in the cell is another day when its day and month are exchanged. */
export function mayBeExchanged(cell: CellValue, monthFirst: MonthFirst | undefined): boolean {
  if (monthFirst === undefined) return false
  if (typeof cell === 'object' && cell !== null)
    return monthFirst === 'days' && cell.day.slice(5, 7) !== cell.day.slice(8)
  const [, first, second] = (typeof cell === 'string' && written.exec(cell)) || []
  if (monthFirst !== 'texts' || first === undefined || second === undefined) return false
  return Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second)
}
