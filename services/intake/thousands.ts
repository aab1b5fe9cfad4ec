import { foldText, parseAmountDong } from '#identity'
import type { Sheet } from '#platform/sheets'
import type { Headings } from './headings.ts'
import { valueAt } from './row-kinds.ts'

const thousands = /\b(nghin|ngan|1000|1 000) ?(dong|d)\b/
/** No monthly benefit is that small in đồng, and none that large in thousands. */
const thousandsMax = 100_000

/** Whether the heading of the amounts, or a line above it, says that they are in thousands of đồng. */
export function readsInThousands(rows: Sheet['rows'], { columns, firstRow, lastRow }: Headings): boolean {
  const column = columns.get('amount')
  const own = [firstRow, lastRow].map((row) => valueAt(rows[row] ?? [], column))
  const above = rows.slice(0, firstRow).flat()
  return (
    own.some((cell) => typeof cell === 'string' && thousands.test(foldText(cell))) ||
    above.some(
      (cell) =>
        typeof cell === 'string' && /^(don vi|dvt)\b/.test(foldText(cell)) && thousands.test(foldText(cell)),
    )
  )
}

/** An amount in a column of thousands; one that is too large for that was written in đồng. */
export function dongFromThousands(written: string | number): number | undefined {
  const amount = parseAmountDong(written)
  return amount === undefined || amount >= thousandsMax ? amount : amount * 1000
}
