import { namesOfFiles } from '#intake'
import type { Transaction } from '#platform/database'
import { readOrigin } from '#registry'
import type { Lang } from '#web/ui/index.ts'
import { recordWords } from './record-words.ts'

/** Says where a value came from: `tệp danh-sach.xlsx, trang Sheet1, ô E9`, `cán bộ Trần Thị Lan`. */
export type SourceText = (origin: string) => string

/** Reads the names of the files that some origins are about, and says all of them in words. */
export async function sourceTexts(
  transaction: Transaction,
  origins: Iterable<string>,
  { lang, nameOf }: { lang: Lang; nameOf: (actor: string) => string },
): Promise<SourceText> {
  const t = recordWords[lang]
  const parts = [...new Set(origins)].map(readOrigin)
  const files = await namesOfFiles(
    transaction,
    parts.flatMap((each) => (each.kind === 'file' ? [each.fileHash] : [])),
  )
  return (origin) => {
    const source = readOrigin(origin)
    switch (source.kind) {
      case 'file': {
        const { fileHash, sheet, row, column } = source
        const name = files.get(fileHash)
        const place = row === undefined ? undefined : column ? t.cell(`${column}${row}`) : t.row(row)
        return [name ? t.file(name) : t.fromFile, sheet && t.sheet(sheet), place].filter(Boolean).join(', ')
      }
      case 'scan':
        return t.scan(source.id)
      case 'officer':
        return t.officer(nameOf(origin))
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
