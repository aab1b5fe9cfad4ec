import type { Cell, Sheet as LibrarySheet, CellValue as LibraryValue, WriteSheet } from 'hucre'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { encodeText, readDialect } from './csv-dialects.ts'
import type { CellValue } from './sheets.ts'

/** Rows to be given back, each with the row of the sheet that it was, by an index from 0. */
export interface RowsToRewrite {
  name: string
  rows: readonly { source: number; cells: readonly CellValue[] }[]
}

/** Beyond that a workbook came out of a system: its looks are plain and reading them again costs too much. */
const bytesDrawnMax = 2 * 1024 * 1024
const dayFormat = 'dd/mm/yyyy'
const lastWidth = 60

/**
 * A file like the one that came, with other rows: a CSV keeps its separator and encoding, and runs nothing; a workbook
 * keeps its sheets, the widths of its columns, and the look of each row's cells as far as they were drawn by hand.
 */
export async function rewriteSheets(
  bytes: Uint8Array,
  sheets: readonly RowsToRewrite[],
): Promise<Uint8Array<ArrayBuffer>> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isZip) return rewriteCsv(bytes, sheets[0]?.rows ?? [])
  const drawn = bytes.length > bytesDrawnMax ? [] : (await readXlsx(bytes, { readStyles: true })).sheets
  const written = sheets.map((sheet) =>
    likeSheet(
      sheet,
      drawn.find(({ name }) => name === sheet.name),
    ),
  )
  return new Uint8Array(await writeXlsx({ sheets: written }))
}

function likeSheet({ name, rows }: RowsToRewrite, drawn: LibrarySheet | undefined): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  const values = rows.map(({ source, cells: row }, at) =>
    row.map((value, column): LibraryValue => {
      const style = drawn?.cells?.get(`${source},${column}`)?.style
      const isDay = typeof value === 'object' && value !== null
      if (isDay) cells.set(`${at},${column}`, { style: { ...style, numFmt: style?.numFmt ?? dayFormat } })
      else if (style) cells.set(`${at},${column}`, { style })
      return isDay ? new Date(`${value.day}T00:00:00Z`) : value
    }),
  )
  const places = new Map(rows.map(({ source }, at) => [source, at]))
  const width = Math.max(1, ...rows.map(({ cells: row }) => row.length))
  const columns = Array.from({ length: width }, (_, column) => {
    const own = drawn?.columns?.[column]?.width
    return { width: own ?? (column === width - 2 ? lastWidth : 16) }
  })
  const merges = (drawn?.merges ?? []).flatMap((merge) => {
    const [startRow, endRow] = [places.get(merge.startRow), places.get(merge.endRow)]
    const isWhole = startRow !== undefined && endRow !== undefined && merge.startRow === merge.endRow
    return isWhole ? [{ ...merge, startRow, endRow }] : []
  })
  return { name, rows: values, cells, columns, ...(merges.length > 0 ? { merges } : {}) }
}

function rewriteCsv(bytes: Uint8Array, rows: RowsToRewrite['rows']): Uint8Array<ArrayBuffer> {
  const read = readDialect(bytes)
  if (!read) throw new Error('A file that was read as CSV is one no longer')
  const { separator, lineEnd } = read.dialect
  const text = rows
    .map(({ cells }) => cells.map((cell) => quoted(cell, separator)).join(separator))
    .join(lineEnd)
  return encodeText(`${text}${lineEnd}`, read.dialect)
}

/** What a spreadsheet would run; `-`, `- xóm 3` and `+84 912` are written by people and run nothing. */
const formula = /^(?:[=@\t\r]|[+-].*[(|!])/s

/** A text that a spreadsheet would run as a formula stands behind a `'`. */
function quoted(cell: CellValue, separator: string): string {
  const said = typeof cell === 'object' ? (cell?.day ?? '') : String(cell)
  const text = typeof cell === 'string' && formula.test(said) ? `'${said}` : said
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
