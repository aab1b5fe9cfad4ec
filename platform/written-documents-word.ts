import mammoth from 'mammoth'
import type { NoticePart } from '#notices'
import { refuseDocument } from './written-documents-refusals.ts'
import { flattenLayout, tidyCell, tidyText } from './written-documents-tables.ts'

/** A node of what mammoth makes of a Word file; headers, footers and deleted text are left out by it. */
interface WordNode {
  type: string
  children?: WordNode[]
  value?: string
  isAllCaps?: boolean
  breakType?: string
  /** The same object for every paragraph of a list at one level. */
  numbering?: WordNumbering | null
  colSpan?: number
  rowSpan?: number
}

interface WordNumbering {
  level: string
  isOrdered: boolean
}

/** How large the text of a Word file is unpacked, as the archive's own directory tells (APPNOTE 4.3.12). */
export function textBytes(bytes: Uint8Array): number {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const name = archive.lastIndexOf('word/document.xml')
  const entry = name - 46
  const isEntry = entry >= 0 && archive.toString('latin1', entry, entry + 4) === 'PK\x01\x02'
  return isEntry ? archive.readUInt32LE(entry + 24) : 0
}

/** Paragraphs and tables of a Word document, with the numbers that Word would print before the items of its lists. */
export async function readWordParts(bytes: Uint8Array, name: string): Promise<NoticePart[]> {
  let root: WordNode | undefined
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        transformDocument(document) {
          root = document
          return { ...document, children: [] }
        },
      },
    )
  } catch (cause) {
    throw refuseDocument(name, 'broken', { cause })
  }
  const numbers = countItems()
  return (root?.children ?? []).flatMap((node) => partsOf(node, numbers))
}

type NumberOf = (numbering: WordNumbering) => string

function partsOf(node: WordNode, numberOf: NumberOf): NoticePart[] {
  if (node.type === 'paragraph') return linesOf(node, numberOf).map((text) => ({ kind: 'paragraph', text }))
  if (node.type === 'table') return flattenLayout(gridOf(node, numberOf))
  return (node.children ?? []).flatMap((child) => partsOf(child, numberOf))
}

/** The lines of a paragraph, as it was broken by hand; the first wears the number of its item. */
function linesOf(paragraph: WordNode, numberOf: NumberOf): string[] {
  const lines = textOf(paragraph).split('\n').map(tidyText)
  const written = lines.filter((line) => line !== '')
  const [first, ...rest] = written
  if (first === undefined) return []
  return [paragraph.numbering ? `${numberOf(paragraph.numbering)} ${first}` : first, ...rest]
}

function textOf(node: WordNode, isUpper = false): string {
  if (node.type === 'text') return isUpper ? (node.value ?? '').toUpperCase() : (node.value ?? '')
  if (node.type === 'tab') return ' '
  if (node.type === 'break') return node.breakType === 'line' ? '\n' : ' '
  return (node.children ?? []).map((child) => textOf(child, isUpper || node.isAllCaps === true)).join('')
}

/**
 * Numbers the items of lists: 1. and below it a), and a dash for what has no number. Word keeps the shape of a number
 * apart from the text, where it cannot be read; what counts is who stands under whom.
 */
function countItems(): NumberOf {
  const counts = new Map<WordNumbering, number>()
  return (numbering) => {
    const level = Number(numbering.level)
    for (const other of counts.keys()) if (Number(other.level) > level) counts.delete(other)
    if (!numbering.isOrdered) return '-'
    const count = (counts.get(numbering) ?? 0) + 1
    counts.set(numbering, count)
    return level % 2 === 0 ? `${count}.` : `${letters[(count - 1) % letters.length]})`
  }
}

/** The order in which items are lettered in papers of the State. */
const letters = [...'abcdđeghiklmnopqrstuvxy']

/** Rows of cells of one length: a cell merged downwards is said in every row, one merged across only in its first. */
function gridOf(table: WordNode, numberOf: NumberOf): string[][] {
  const rows = (table.children ?? []).filter(({ type }) => type === 'tableRow')
  const grid: string[][] = rows.map(() => [])
  for (const [at, row] of rows.entries()) {
    let column = 0
    for (const cell of row.children ?? []) {
      while (grid[at]?.[column] !== undefined) column += 1
      const text = tidyCell((cell.children ?? []).flatMap((node) => cellLines(node, numberOf)))
      for (let down = 0; down < (cell.rowSpan ?? 1); down++)
        for (let across = 0; across < (cell.colSpan ?? 1); across++) {
          const into = grid[at + down]
          if (into) into[column + across] = across === 0 ? text : ''
        }
      column += cell.colSpan ?? 1
    }
  }
  const width = Math.max(0, ...grid.map((row) => row.length))
  return grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''))
}

/** A table within a cell is read line by line. */
function cellLines(node: WordNode, numberOf: NumberOf): string[] {
  return node.type === 'paragraph'
    ? linesOf(node, numberOf)
    : (node.children ?? []).flatMap((child) => cellLines(child, numberOf))
}
