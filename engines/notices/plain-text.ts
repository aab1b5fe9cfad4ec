import type { NoticeDocument, NoticePart } from './types.ts'

/**
 * Plain text as a document: every line that is not blank is a paragraph, and lines of cells one under another, written
 * `| … |` or with tabs between as a table comes from the clipboard, are one table.
 */
export function readPlainText(text: string): NoticeDocument {
  const parts: NoticePart[] = []
  let rows: { cells: string[]; line: string }[] = []
  const close = () => {
    if (rows.length >= rowsMin) parts.push({ kind: 'table', rows: rows.map(({ cells }) => cells) })
    else parts.push(...rows.map(({ line }): NoticePart => ({ kind: 'paragraph', text: line })))
    rows = []
  }
  for (const written of text.normalize('NFC').split(/\r\n|[\n\r\f\v\u2028\u2029]/)) {
    const line = tidyLine(written)
    if (line === '') continue
    const cells = cellsOf(written)
    if (cells) {
      if (!isRuleOfTable(cells)) rows.push({ cells, line })
      continue
    }
    close()
    parts.push({ kind: 'paragraph', text: line })
  }
  close()
  return { parts }
}

/** One line with a tab is a line set out by hand, not a table. */
const rowsMin = 2

function cellsOf(line: string): string[] | undefined {
  const trimmed = line.trim()
  if (/^\|.+\|$/.test(trimmed)) return trimmed.slice(1, -1).split('|').map(tidyLine)
  return trimmed.includes('\t') ? line.split('\t').map(tidyLine) : undefined
}

/** The line of dashes under the head of a table. */
function isRuleOfTable(cells: readonly string[]): boolean {
  return cells.every((cell) => /^:?-{3,}:?$/.test(cell))
}

/** Without soft hyphens and marks of no width, and one space between words. */
function tidyLine(line: string): string {
  return line
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
