import { rewriteSheets } from '#platform/sheet-rewriting'
import { readSheets, type Sheet } from '#platform/sheets'
import { errorRows } from './error-rows.ts'
import type { ListReading } from './list-rows.ts'
import { type ListOptions, openList } from './recipient-list.ts'

/** The rows of a list that need correcting, in the layout of the file they came from. */
export interface ErrorFile {
  fileName: string
  bytes: Uint8Array<ArrayBuffer>
}

/** What was read of a list, as far as its file of errors needs it; of rows only where they stand. */
export interface ReadList {
  sheets: readonly Sheet[]
  reading: ListReading
  people: readonly { row: number; sheetAt?: number }[]
}

interface KeptFile {
  bytes: Uint8Array
  fileName: string
  fileId: number
}

/**
 * Gives the faulty and doubted rows of a list back: an Excel file with its sheets, columns and look, a CSV with its
 * separator and encoding. The corrected file is read like any other and finds its list by its number. Undefined when
 * nothing is to be corrected.
 */
export async function errorFileOf(
  { bytes, fileName, fileId }: KeptFile,
  { sheets, reading, people }: ReadList,
): Promise<ErrorFile | undefined> {
  if (reading.problems.length === 0 || sheets.length === 0) return undefined
  const given = sheets.map((sheet, at) => ({
    name: sheet.name,
    rows: errorRows(sheet, reading, { at, listNumber: fileId, people }),
  }))
  return { fileName: `can-sua-${fileName}`, bytes: await rewriteSheets(bytes, given) }
}

/** The same of a file that is still to be read. */
export async function correctedFile(file: KeptFile, options: ListOptions): Promise<ErrorFile | undefined> {
  const { sheets, reading, pieces } = openList(await readSheets(file.bytes, file.fileName), options)
  const people: { row: number; sheetAt?: number }[] = []
  for (const piece of pieces()) {
    for (const { row, sheetAt = 0 } of piece.rows) people.push({ row, sheetAt })
    for (const problem of piece.problems) reading.problems.push(problem)
    reading.notPeople.push(...piece.notPeople)
  }
  return errorFileOf(file, { sheets, reading, people })
}
