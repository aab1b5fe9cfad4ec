import type { CellValue as LibraryValue } from 'hucre'
import { streamCsvRows, writeCsvStream } from 'hucre/csv'
import { readXlsx, streamXlsxRows, writeXlsx, writeXlsxStream } from 'hucre/xlsx'
import { type LocalDate, parseDay } from '#calendar'
import { readDialect } from './csv-dialects.ts'
import { isBomb, saidOfForeign, saveAgain } from './foreign-files.ts'

/** A cell that the sheet itself holds as a day. */
interface DayCell {
  day: LocalDate
}

/** What a cell holds, never guessed: text stays text, a number is a number, an empty cell is null. */
export type CellValue = string | number | boolean | DayCell | null

export interface Sheet {
  name: string
  /** Row 1 of the sheet stands at index 0, column A at index 0; an empty row is an empty array. */
  rows: readonly (readonly CellValue[])[]
  /** Cells of one column merged downwards, by indexes that start at 0; the value stands in the first row. */
  merged?: readonly { firstRow: number; lastRow: number; column: number }[]
  /** What the sheet holds and does not show, by indexes that start at 0; not known of very large files. */
  hiddenRows?: readonly number[]
  hiddenColumns?: readonly number[]
  /** The sheet itself is not shown. */
  isHidden?: true
}

/** The file is no sheet we can read; the message tells the officer what to do. */
export class UnreadableSheet extends Error {
  override name = 'UnreadableSheet'
}

const bytesMax = 256 * 1024 * 1024
/** People merge cells and write formulas: a file beyond that came out of a system. */
const bytesDrawnMax = 2 * 1024 * 1024
/** Beyond that the texts of a sheet hardly repeat. */
const textsHeldMax = 20_000

/** `E9`, from indexes that start at 0. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`
}

/** `A`, `Z`, `AA` … */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last
}

/** The index from 0 of `A`, `Z`, `AA` … */
export function columnIndex(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/**
 * The sheets that hold something, those that are hidden last and marked so: of an .xlsx, or the one of a .csv (UTF-8, UTF-16 or Windows-1258; comma,
 * semicolon or tab). Throws UnreadableSheet, also when there is none.
 */
export async function readSheets(bytes: Uint8Array, fileName: string): Promise<Sheet[]> {
  if (bytes.length > bytesMax) {
    throw new UnreadableSheet(`Tệp ${fileName} lớn hơn 256 MB: tách danh sách thành nhiều tệp rồi nạp lại`)
  }
  const said = saidOfForeign(bytes)
  if (said !== undefined) throw new UnreadableSheet(`Tệp ${fileName} ${said}`)
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (isZip && isBomb(bytes))
    throw new UnreadableSheet(`Tệp ${fileName} giải nén ra quá lớn: ${saveAgain}, chỉ giữ vùng có dữ liệu`)
  const sheets = isZip ? await readWorkbook(bytes, fileName) : [readCsv(bytes, fileName)]
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.length > 0))
  if (filled.length === 0) throw new UnreadableSheet(`Tệp ${fileName} trống: chọn lại tệp danh sách`)
  return filled
}

async function readWorkbook(bytes: Uint8Array, fileName: string): Promise<Sheet[]> {
  try {
    const named: { name: string; index: number; isHidden: boolean }[] = []
    await readXlsx(bytes, {
      sheets: ({ name, hidden, veryHidden }, index) => {
        named.push({ name, index, isHidden: hidden === true || veryHidden === true })
        return false
      },
    })
    const sheets: Sheet[] = []
    for (const { name, index, isHidden } of named) {
      const { unreckoned, ...drawn } = await drawnByHand(bytes, index)
      const rows = await collectRows(bytes, index)
      for (const { row, column, formula } of unreckoned) putCell(rows, row, column, `=${formula}`)
      sheets.push({ name, rows, ...drawn, ...(isHidden ? { isHidden } : {}) })
    }
    return [...sheets.filter(({ isHidden }) => !isHidden), ...sheets.filter(({ isHidden }) => isHidden)]
  } catch (cause) {
    throw new UnreadableSheet(`Không đọc được tệp ${fileName}, có thể tệp bị hỏng: ${saveAgain}`, { cause })
  }
}

interface DrawnByHand extends Pick<Sheet, 'merged' | 'hiddenRows' | 'hiddenColumns'> {
  /** Formulas whose result the file does not hold: they are read as their text, never as nothing. */
  unreckoned: { row: number; column: number; formula: string }[]
}

async function drawnByHand(bytes: Uint8Array, index: number): Promise<DrawnByHand> {
  if (bytes.length > bytesDrawnMax) return { unreckoned: [] }
  const [sheet] = (await readXlsx(bytes, { sheets: [index] })).sheets
  const merged = (sheet?.merges ?? []).flatMap(({ startRow, endRow, startCol, endCol }) =>
    startCol === endCol && endRow > startRow
      ? [{ firstRow: startRow, lastRow: endRow, column: startCol }]
      : [],
  )
  const unreckoned = [...(sheet?.cells ?? [])].flatMap(([place, { formula, value }]) => {
    const [row = 0, column = 0] = place.split(',').map(Number)
    return formula === undefined || (value !== null && value !== undefined) ? [] : [{ row, column, formula }]
  })
  const hiddenRows = hiddenOf(sheet?.rowDefs ?? [])
  const hiddenColumns = hiddenOf((sheet?.columns ?? []).entries())
  return {
    unreckoned,
    ...(merged.length > 0 ? { merged } : {}),
    ...(hiddenRows.length > 0 ? { hiddenRows } : {}),
    ...(hiddenColumns.length > 0 ? { hiddenColumns } : {}),
  }
}

function hiddenOf(defined: Iterable<[number, { hidden?: boolean }]>): number[] {
  return [...defined].flatMap(([index, { hidden }]) => (hidden === true ? [index] : []))
}

function putCell(rows: CellValue[][], row: number, column: number, value: CellValue): void {
  while (rows.length <= row) rows.push([])
  const cells = rows[row] ?? []
  while (cells.length < column) cells.push(null)
  cells[column] = value
}

async function collectRows(bytes: Uint8Array, sheet: number): Promise<CellValue[][]> {
  const rows: CellValue[][] = []
  const texts = new TextStore()
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    while (rows.length < index) rows.push([])
    rows.push(trimmed(values, texts))
  }
  return rows
}

function readCsv(bytes: Uint8Array, fileName: string): Sheet {
  const read = readDialect(bytes)
  if (!read)
    throw new UnreadableSheet(
      `Tệp ${fileName} không phải Excel hay CSV mã UTF-8: trong Excel chọn Lưu thành .xlsx hoặc "CSV UTF-8" rồi nạp lại`,
    )
  const texts = new TextStore()
  const rows: CellValue[][] = []
  const options = { skipEmptyRows: false, delimiter: read.dialect.separator }
  for (const row of streamCsvRows(read.text, options)) rows.push(trimmed(row, texts))
  return { name: fileName, rows }
}

/** Without the empty cells at the end; texts of nothing but spaces are empty. */
function trimmed(values: readonly LibraryValue[], texts: TextStore): CellValue[] {
  const row = values.map((value) => cellOf(value, texts))
  let length = row.length
  while (length > 0 && row[length - 1] === null) length -= 1
  return row.length === length ? row : row.slice(0, length)
}

function cellOf(value: LibraryValue, texts: TextStore): CellValue {
  if (typeof value === 'string') return textOf(value, texts)
  if (!(value instanceof Date)) return value
  const on = Number.isNaN(value.getTime()) ? undefined : parseDay(value.toISOString().slice(0, 10))
  return on ? { day: on } : null
}

/** What no database can hold of a text, a NUL or half a letter, is nothing anybody typed. */
function textOf(value: string, texts: TextStore): string | null {
  const text =
    value.includes('\0') || !value.isWellFormed() ? value.toWellFormed().replace(/[\0\uFFFD]/g, '') : value
  return text.trim() === '' ? null : texts.keep(text)
}

/**
 * Texts of a sheet, each held once. The reader hands out pieces that keep the whole chunk of the file alive they
 * were cut from; a text of our own, shared by the cells that repeat it, takes a third of the memory.
 */
class TextStore {
  readonly #texts = new Map<string, string>()

  keep(text: string): string {
    const kept = this.#texts.get(text)
    if (kept !== undefined) return kept
    const own = Buffer.from(text, 'utf16le').toString('utf16le')
    if (this.#texts.size < textsHeldMax) this.#texts.set(own, own)
    return own
  }
}

export interface SheetColumn {
  heading: string
  /** Text stays text (leading zeros and all); money is whole đồng; a day is given as `yyyy-mm-dd`. */
  kind: 'text' | 'money' | 'number' | 'day'
  /** In characters; 16 unless told. */
  width?: number
}

type RowSource =
  | AsyncIterable<readonly (string | number | null)[]>
  | Iterable<readonly (string | number | null)[]>

export interface SheetToWrite {
  name: string
  columns: readonly SheetColumn[]
  rows: RowSource
  /** Rows a sheet with its headings; more go on in a further sheet. Excel's 1,048,576 unless told. */
  rowsMax?: number
}

const formats: Record<SheetColumn['kind'], string> = {
  text: '@',
  money: '#,##0',
  number: '0.##',
  day: 'dd/mm/yyyy',
}

/**
 * An .xlsx as a stream: rows are taken as the reader asks for them, so memory does not grow with their number; when the
 * reader breaks off, `rows` is ended. A text is never a formula here, whatever it begins with.
 */
export function writeSheet(sheet: SheetToWrite): ReadableStream<Uint8Array> {
  return writeXlsxStream(cellsOf(sheet), {
    name: sheetName(sheet.name),
    columns: libraryColumns(sheet.columns),
    freezePane: { rows: 1 },
    ...(sheet.rowsMax === undefined ? {} : { maxRowsPerSheet: sheet.rowsMax }),
  })
}

/** A small .xlsx of several sheets in memory, with bold headings. */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const written = await Promise.all(
    sheets.map(async (sheet) => ({
      name: sheetName(sheet.name),
      columns: libraryColumns(sheet.columns),
      rows: [sheet.columns.map(({ heading }) => heading), ...(await Array.fromAsync(cellsOf(sheet)))],
      cells: new Map(
        sheet.columns.map(({ heading }, column) => [
          `0,${column}`,
          {
            value: heading,
            type: 'string' as const,
            style: { font: { bold: true }, alignment: { wrapText: true } },
          },
        ]),
      ),
      freezePane: { rows: 1 },
    })),
  )
  return writeXlsx({ sheets: written })
}

/** A small .xlsx of one sheet with the cells as they are given; days as `dd/mm/yyyy`, texts as texts. */
export async function writeCells(name: string, rows: readonly (readonly CellValue[])[]): Promise<Uint8Array> {
  const cells = new Map<string, { style: { numFmt: string } }>()
  const values = rows.map((row, rowIndex) =>
    row.map((value, column) => {
      const isDay = typeof value === 'object' && value !== null
      if (isDay) cells.set(`${rowIndex},${column}`, { style: { numFmt: formats.day } })
      return isDay ? new Date(`${value.day}T00:00:00Z`) : value
    }),
  )
  return writeXlsx({ sheets: [{ name: sheetName(name), rows: values, cells }] })
}

/** UTF-8 with BOM for Excel; a text that a spreadsheet would run as a formula is written with a leading `'`. */
export function writeCsv({ columns, rows }: Omit<SheetToWrite, 'name'>): ReadableStream<Uint8Array> {
  return writeCsvStream(mutable(rows), {
    bom: true,
    escapeFormulae: true,
    headers: columns.map(({ heading }) => heading),
  })
}

async function* mutable(rows: RowSource): AsyncGenerator<LibraryValue[]> {
  for await (const row of rows) yield [...row]
}

async function* cellsOf({ columns, rows }: SheetToWrite): AsyncGenerator<LibraryValue[]> {
  for await (const row of rows) {
    yield row.map((value, index) =>
      columns[index]?.kind === 'day' && typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : value,
    )
  }
}

function libraryColumns(columns: readonly SheetColumn[]) {
  return columns.map(({ heading, kind, width = 16 }) => ({ header: heading, width, numFmt: formats[kind] }))
}

/** Excel takes at most 31 characters, none of them `[]:*?/\`. */
function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, '-').slice(0, 31)
}
