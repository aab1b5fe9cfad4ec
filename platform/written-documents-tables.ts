import type { NoticePart } from '#notices'

/** Marks lines within a cell until it is known whether the table is one. */
const lineMark = '\n'

/** Text without soft hyphens, marks of no width and runs of spaces, its letters composed. */
export function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The lines of a cell, kept apart until `flattenLayout`. */
export function tidyCell(lines: readonly string[]): string {
  return lines
    .map(tidyText)
    .filter((line) => line !== '')
    .join(lineMark)
}

/**
 * A table as a part. One that only sets out the head or the foot of a paper (agency beside motto, recipients beside
 * signature) is no table: its columns are read one after the other.
 */
export function flattenLayout(rows: readonly (readonly string[])[]): NoticePart[] {
  const filled = rows.filter((row) => row.some((cell) => cell !== ''))
  const width = Math.max(0, ...filled.map((row) => row.length))
  const isLayout = width <= 1 || (width <= 3 && filled.some((row) => row.some((cell) => layout.test(cell))))
  if (!isLayout)
    return filled.length === 0 ? [] : [{ kind: 'table', rows: filled.map((row) => row.map(joinLines)) }]
  return Array.from({ length: width }, (_, column) => filled.map((row) => row[column] ?? ''))
    .flat()
    .flatMap((cell) => cell.split(lineMark))
    .filter((line) => line !== '')
    .map((text) => ({ kind: 'paragraph', text }))
}

const layout = /CỘNG H(OÀ|ÒA) XÃ HỘI|Độc lập\s*-\s*Tự do|^\s*Nơi nhận/im

/** Lines of a cell that say several things are set apart as such. */
function joinLines(cell: string): string {
  return cell
    .split(lineMark)
    .reduce((said, line) =>
      said === '' || /[.;:,]$/.test(said) || /^\p{Ll}/u.test(line) ? `${said} ${line}` : `${said}; ${line}`,
    )
    .trim()
}
