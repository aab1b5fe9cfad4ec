import { addMonths, type Month } from '#calendar'
import { parseAmountDong, parseTenths } from '#identity'
import { type Category, findCategory } from './categories.ts'
import type { ColumnKey } from './columns.ts'
import type { ListedAward } from './list-rows.ts'
import { cellAt, type Row, readsOf, report, textAt } from './row-cells.ts'
import { isMark } from './sexes.ts'
import { dongFromThousands } from './thousands.ts'
import { isUnticked } from './ticks.ts'
import { parseListMonth } from './title.ts'

function readAward(row: Row, inherited: Category | undefined): ListedAward | undefined {
  const { written, category } = readCategory(row, inherited)
  const coefficientTenths = numberAt(row, 'coefficient', parseTenths, 'notACoefficient')
  const amountDong = readAmount(row)
  const fromMonth = readMonth(row)
  checkAmount(row, category, coefficientTenths, amountDong)
  if (
    written === '' &&
    category === undefined &&
    coefficientTenths === undefined &&
    amountDong === undefined
  ) {
    return undefined
  }
  return { category, categoryAsWritten: written, coefficientTenths, amountDong, fromMonth }
}

/** The group as it is written or ticked, or else that of the heading above; undefined where two are said. */
function readCategory(
  row: Row,
  inherited: Category | undefined,
): { written: string; category: Category | undefined } {
  const written = textAt(row, 'category') ?? ''
  const said = written === '' ? undefined : findCategory(written)
  if (written !== '' && said === undefined) report(row, 'category', 'unknownCategory', written)
  const ticked: { category: Category; key: ColumnKey; reads: string }[] = []
  for (const { key, tick } of row.context.ticks) {
    const cell = cellAt(row, key)
    if (!('category' in tick) || isUnticked(cell)) continue
    if (isMark(cell)) ticked.push({ category: tick.category, key, reads: readsOf(cell) })
    else report(row, key, 'notATick', readsOf(cell))
  }
  const [first] = ticked
  if (first === undefined) return { written, category: written === '' ? inherited : said }
  const one = said ?? first.category
  const other = ticked.find(({ category }) => category !== one)
  if (other === undefined) return { written: written === '' ? one : written, category: one }
  report(row, other.key, 'severalTicks', other.reads)
  return { written: ticked.map(({ category }) => category).join(' '), category: undefined }
}

/** No monthly benefit was ever that small. */
const dongMin = 10_000

/** Behind a column of months, an amount is that of all of them. */
function readAmount(row: Row): number | undefined {
  const { columns, inThousands } = row.context
  const parse = inThousands ? dongFromThousands : parseAmountDong
  const amountDong = numberAt(row, 'amount', parse, 'notAnAmount')
  const months = Number(textAt(row, 'monthsPaid') ?? 1)
  if (amountDong !== undefined && amountDong > 0 && amountDong < dongMin) {
    report(row, 'amount', 'amountTooSmall', amountDong, { proposes: String(amountDong * 1000) })
    return undefined
  }
  const isBehind = (columns.get('monthsPaid') ?? Infinity) < (columns.get('amount') ?? 0)
  if (amountDong === undefined || months === 1 || !isBehind) return amountDong
  const aMonth = amountDong / months
  const proposal = Number.isSafeInteger(aMonth) ? { proposes: String(aMonth) } : {}
  report(row, 'amount', 'amountOfMonths', amountDong, proposal)
  return undefined
}

/** What the row says of one month, or of each month that has a column. */
export function readAwards(
  row: Row,
  inherited: Category | undefined,
): { award: ListedAward | undefined; earlierAwards?: ListedAward[] } {
  const award = readAward(row, inherited)
  const { paidMonths, year, lastPaid } = row.context
  const paidFirst = paidMonths.find((month) => cellAt(row, `paid:${month}`) !== null)
  if (paidFirst === undefined) return { award }
  if (year === undefined) {
    report(row, `paid:${paidFirst}`, 'yearUnknown', readsOf(cellAt(row, `paid:${paidFirst}`)))
    return { award }
  }
  const runs: ListedAward[] = []
  for (const month of paidMonths) {
    const amountDong = numberAt(row, `paid:${month}`, parseAmountDong, 'notAnAmount')
    if (!amountDong) continue
    const paid = parseMonthOf(year, month)
    const before = runs.at(-1)
    if (before?.amountDong === amountDong && before.toMonth === addMonths(paid, -1)) before.toMonth = paid
    else
      runs.push({
        ...(award ?? noAward(inherited)),
        amountDong,
        fromMonth: paid,
        toMonth: paid,
        isExact: true,
      })
  }
  const last = runs.at(-1)
  if (!last) return { award }
  if (last.toMonth === lastPaid) delete last.toMonth
  return { award: last, ...(runs.length > 1 ? { earlierAwards: runs.slice(0, -1) } : {}) }
}

function noAward(category: Category | undefined): ListedAward {
  return {
    category,
    categoryAsWritten: '',
    coefficientTenths: undefined,
    amountDong: undefined,
    fromMonth: undefined,
  }
}

function parseMonthOf(year: string, month: number): Month {
  return `${year}-${String(month).padStart(2, '0')}` as Month
}

function checkAmount(
  row: Row,
  category: Category | undefined,
  tenths: number | undefined,
  dong: number | undefined,
) {
  const { standardDong } = row.context
  if (category === 'SP' || tenths === undefined || dong === undefined || standardDong === undefined) return
  const expectedDong = (tenths * standardDong) / 10
  if (dong !== expectedDong) report(row, 'amount', 'amountNotProduct', dong, { expectedDong })
}

function readMonth(row: Row): Month | undefined {
  const cell = cellAt(row, 'fromMonth')
  const month = parseListMonth(cell)
  if (cell !== null && !month) report(row, 'fromMonth', 'notAMonth', readsOf(cell))
  return month
}

function numberAt(
  row: Row,
  column: ColumnKey,
  parse: (written: string | number) => number | undefined,
  code: 'notAnAmount' | 'notACoefficient',
): number | undefined {
  const cell = cellAt(row, column)
  if (cell === null) return undefined
  const number = typeof cell === 'string' || typeof cell === 'number' ? parse(cell) : undefined
  if (number === undefined) report(row, column, code, readsOf(cell))
  return number
}
