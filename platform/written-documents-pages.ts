import type { NoticePart } from '#notices'
import type { ReadWord } from './ocr.ts'
import { type ColumnedRegion, cellsOf, findColumns } from './written-documents-columns.ts'
import { type PrintedLine, type PrintedPage, readPage } from './written-documents-lines.ts'
import { tidyText } from './written-documents-tables.ts'

/** The paragraphs and tables of printed pages, from their words and where they stand. */
export function partsOfPages(pages: readonly (readonly ReadWord[])[]): NoticePart[] {
  const read = pages.filter((words) => words.length > 0).map(readPage)
  // A last page of a few short lines does not say how wide the paper is printed.
  const left = Math.min(...read.map((page) => page.left))
  const right = Math.max(...read.map((page) => page.right))
  return joinPages(read.map((page) => partsOfPage({ ...page, left, right })))
}

function partsOfPage(page: PrintedPage): NoticePart[] {
  const parts: NoticePart[] = []
  let above: PrintedLine[] = []
  for (let at = 0; at < page.lines.length; ) {
    const region = findColumns(page, at)
    if (region) {
      parts.push(...partsOfRegion(region))
      at += region.lines.length
      above = []
      continue
    }
    const line = page.lines[at]
    at += 1
    if (!line) continue
    const last = parts.at(-1)
    if (last?.kind === 'paragraph' && isContinued(above, line, page)) {
      last.text = tidyPrinted(`${last.text} ${line.text}`)
      above.push(line)
    } else {
      parts.push({ kind: 'paragraph', text: tidyPrinted(line.text) })
      above = [line]
    }
  }
  return parts
}

/** What begins an item or an article begins a paragraph. */
const marker = /^([-+•*–]|\d{1,2}(\.\d{1,2})*[.)]|[a-zđ][.)]|[IVX]{1,5}\.|Điều \d+[.:]?)(\s|$)/

/**
 * Whether a line goes on where the lines of a paragraph stopped: it does not when the word that begins it would still
 * have stood above, when it is set in, or when it stands apart.
 */
function isContinued(paragraph: readonly PrintedLine[], line: PrintedLine, page: PrintedPage): boolean {
  const above = paragraph.at(-1)
  const { em, pitch, right } = page
  if (!above || marker.test(line.text) || line.top - above.top > 1.7 * pitch) return false
  if (/^\p{Ll}/u.test(line.text) && !/[.;:!?]$/.test(above.text)) return true
  const wouldFit = above.right + line.firstWidth + 1.5 * em < right
  return !wouldFit && !isSetIn(paragraph, line, page)
}

/** Set in from the line above, or from the margin like the one line above it, which was then a paragraph. */
function isSetIn(paragraph: readonly PrintedLine[], line: PrintedLine, { em, left }: PrintedPage): boolean {
  const [first, ...others] = paragraph
  const above = others.at(-1) ?? first
  if (!first || !above || line.left <= left + em) return false
  if (line.left > above.left + em) return true
  const isAligned = Math.abs(line.left - first.left) < em / 2
  return isAligned && (/[.;:!?]$/.test(above.text) || (others.length === 0 && !marker.test(first.text)))
}

/** The number of a paper has no space within, also where a justified line was pulled apart. */
function tidyPrinted(text: string): string {
  return tidyText(text)
    .replace(/(\d\/) (?=\p{Lu})/gu, '$1')
    .replace(/(\d\/[\p{L}\d/]+-) (?=\p{Lu})/gu, '$1')
}

/** Two columns are set out by hand and read one after the other; three or more are a table. */
function partsOfRegion({ lines, rivers }: ColumnedRegion): NoticePart[] {
  const rows = lines.map((line) => cellsOf(line, rivers))
  if (rivers.length >= 2) return [{ kind: 'table', rows: joinRows(rows) }]
  return [0, 1].flatMap((column) => joinColumn(rows.map((row) => row[column] ?? '')))
}

function joinColumn(lines: readonly string[]): NoticePart[] {
  const texts: string[] = []
  for (const line of lines.map(tidyText)) {
    const last = texts.at(-1)
    if (last !== undefined && /^\p{Ll}/u.test(line) && !/[.;:]$/.test(last))
      texts[texts.length - 1] = `${last} ${line}`
    else if (line !== '') texts.push(line)
  }
  return texts.map((text) => ({ kind: 'paragraph', text }))
}

/** Printed lines as rows: a new one begins where the first column begins something, and under the head of the table. */
function joinRows(lines: readonly string[][]): string[][] {
  const numbered = lines.findIndex(([first]) => /^1\.?$/.test(first ?? ''))
  const rows: string[][] = []
  for (const [at, line] of lines.entries()) {
    const last = rows.at(-1)
    const begins = numbered > 0 && at < numbered ? at === 0 : /^\P{Ll}/u.test(line[0] ?? '')
    if (!last || begins) rows.push(line.map(tidyText))
    else for (const [column, cell] of line.entries()) last[column] = tidyText(`${last[column] ?? ''} ${cell}`)
  }
  return rows
}

/** Pages one after another: a paragraph or a table that a page's end cut in two is one again. */
function joinPages(pages: readonly NoticePart[][]): NoticePart[] {
  const parts: NoticePart[] = []
  for (const page of pages)
    for (const [at, part] of page.entries()) {
      const last = parts.at(-1)
      const joined = at === 0 && last ? joinParts(last, part) : undefined
      if (joined) parts[parts.length - 1] = joined
      else parts.push(part)
    }
  return parts.filter((part) => part.kind === 'table' || part.text !== '')
}

function joinParts(last: NoticePart, next: NoticePart): NoticePart | undefined {
  if (last.kind === 'paragraph' && next.kind === 'paragraph') {
    const isCut = !/[.;:!?/]$/.test(last.text) && /^\p{Ll}/u.test(next.text)
    return isCut ? { kind: 'paragraph', text: `${last.text} ${next.text}` } : undefined
  }
  if (last.kind !== 'table' || next.kind !== 'table') return undefined
  const [head] = last.rows
  if (!head || head.length !== next.rows[0]?.length) return undefined
  const rows = next.rows.filter((row) => row.join('|') !== head.join('|'))
  return { kind: 'table', rows: [...last.rows, ...rows] }
}
