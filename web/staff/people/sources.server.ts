import { cellOfField, type LettersOfFile, lettersOfFiles, namesOfFiles } from '#intake'
import type { Transaction } from '#platform/database'
import { type OriginParts, readOrigin } from '#registry'
import { words as changeWords } from '#web/staff/changes/words.ts'
import type { Lang } from '#web/ui/index.ts'
import { recordWords } from './record-words.ts'

const pageWord = { vi: 'trang', en: 'page' }

/**
 * Says where a value came from: `tệp danh-sach.xlsx, trang Sheet1, ô E9`, `cán bộ Trần Thị Lan`. An origin names the row
 * of a list; with the field of the value, `birth` or the key of a fact, the cell is named.
 */
export type SourceText = (origin: string, field?: string) => string

/** Reads the names of the files that some origins are about, and says all of them in words. */
export async function sourceTexts(
  transaction: Transaction,
  origins: Iterable<string>,
  { lang, nameOf }: { lang: Lang; nameOf: (actor: string) => string },
): Promise<SourceText> {
  const t = recordWords[lang]
  const parts = [...new Set(origins)].map(readOrigin)
  const hashes = parts.flatMap((each) => (each.kind === 'file' ? [each.fileHash] : []))
  const files = await namesOfFiles(transaction, hashes)
  const letters = await lettersOfFiles(transaction, hashes)
  return (origin, field) => {
    const source = readOrigin(origin)
    switch (source.kind) {
      case 'file': {
        const { fileHash, sheet, row } = source
        const name = files.get(fileHash)
        const cell = cellOf(source, field, letters.get(fileHash))
        const place = cell ? t.cell(cell) : row === undefined ? undefined : t.row(row)
        return [name ? t.file(name) : t.fromFile, sheet && t.sheet(sheet), place].filter(Boolean).join(', ')
      }
      case 'scan':
        return t.scan(
          source.page === undefined ? source.id : `${source.id}, ${pageWord[lang]} ${source.page}`,
        )
      case 'officer':
        return officerText(nameOf(origin), lang)
      case 'register':
        return t.register(source.name)
      case 'system':
        return t.system(source.job)
      case 'demonstration':
        return t.demonstration
      case 'unknown':
        return source.text
    }
  }
}

/** Somebody whose name is not known is already said to be an officer. */
function officerText(name: string, lang: Lang): string {
  return name === changeWords[lang].officerUnknown ? name : recordWords[lang].officer(name)
}

/** The cell an origin names by itself, or that the field stands in on its row. */
function cellOf(
  { sheet, row, column }: Extract<OriginParts, { kind: 'file' }>,
  field: string | undefined,
  letters: LettersOfFile | undefined,
): string | undefined {
  if (row === undefined) return undefined
  if (column !== undefined) return `${column}${row}`
  if (field === undefined || letters === undefined) return undefined
  const [first] = Object.values(letters)
  const ofSheet = sheet === undefined ? first : letters[sheet]
  return ofSheet && cellOfField(ofSheet, field, row)
}
