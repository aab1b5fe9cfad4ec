import { foldText } from '#identity'
import type { CellValue, Sheet } from '#platform/sheets'
import type { Headings } from './headings.ts'
import { valueAt } from './row-kinds.ts'
import type { ListTitle } from './title.ts'

/** As much of a sheet as says what month it is of. */
interface NamedSheet {
  sheet: Pick<Sheet, 'name'>
  title: ListTitle
}

interface SheetOfPeople extends NamedSheet {
  rows: Sheet['rows']
  headings: Headings
}

/** The year and the month of the year that a sheet pays, as far as they are said. */
export interface Period {
  year?: string | undefined
  month?: string | undefined
}

const monthNamed = /\b(?:thang|th|t(?=\d{1,2} 20\d{2}\b)) ?(\d{1,2})\b/
/** `T9` may be September or the ninth group of houses. */
const monthOrVillage = /^t ?(\d{1,2})$/

/** As the lines above the list or the name of its sheet say; `T9` is a month only where `isMonthly`. */
export function periodOf({ title, sheet }: NamedSheet, { isMonthly }: { isMonthly: boolean }): Period {
  const name = foldText(sheet.name)
  const said = monthNamed.exec(name)?.[1] ?? (isMonthly ? monthOrVillage.exec(name)?.[1] : undefined)
  const month = Number(said) >= 1 && Number(said) <= 12 ? said?.padStart(2, '0') : undefined
  return {
    year: title.month?.slice(0, 4) ?? title.year ?? /\b20\d{2}\b/.exec(name)?.[0],
    month: title.month?.slice(5) ?? month,
  }
}

/** Of two months that are far enough said: whether the first is the later one. */
export function isLaterPeriod(one: Period, other: Period): boolean {
  if (one.year !== undefined && other.year !== undefined && one.year !== other.year)
    return one.year > other.year
  return one.month !== undefined && other.month !== undefined && one.month > other.month
}

/** Whether nothing that both say differs. */
export function periodsAgree(one: Period, other: Period): boolean {
  const agree = (a: string | undefined, b: string | undefined) =>
    a === undefined || b === undefined || a === b
  return agree(one.year, other.year) && agree(one.month, other.month)
}

const shareMin = 0.3

/**
 * Whether sheets called `T1`, `T2` … are months and no villages: the same people stand on two of them, where people
 * live in one village.
 */
export function areMonthly(sheets: readonly SheetOfPeople[]): boolean {
  const short = sheets.filter(({ sheet }) => monthOrVillage.test(foldText(sheet.name)))
  const [first, ...others] = short.map(namesIn)
  if (first === undefined) return false
  return others.some((names) => {
    const shared = names.intersection(first).size
    return shared > 0 && shared >= Math.min(names.size, first.size) * shareMin
  })
}

/** Who stands on a sheet, by the name and the number or birth beside it. */
function namesIn({ rows, headings: { columns, lastRow } }: SheetOfPeople): Set<string> {
  const text = (value: CellValue) => (typeof value === 'object' ? (value?.day ?? '') : String(value))
  const of = (row: readonly CellValue[], key: 'name' | 'id' | 'birth') => text(valueAt(row, columns.get(key)))
  return new Set(
    rows.slice(lastRow + 1).flatMap((row) => {
      const name = valueAt(row, columns.get('name'))
      return typeof name === 'string' ? [`${foldText(name)} ${of(row, 'id')} ${of(row, 'birth')}`] : []
    }),
  )
}
