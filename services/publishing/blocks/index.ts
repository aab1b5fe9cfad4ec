import { type Run, wordsOf } from './runs.ts'
import type { TableBlock } from './tables.ts'

export { blockLimits, type Run, wordsOf } from './runs.ts'
export {
  headsOf,
  isWholeTable,
  type PlacedCell,
  placedCells,
  type TableBlock,
  tableFromCells,
  type WrittenCell,
} from './tables.ts'

/** A line of a list; what hangs below it goes one level deep and no deeper. */
export interface ListItem {
  runs: Run[]
  nested?: { ordered: boolean; items: { runs: Run[] }[] } | undefined
}

/** A piece of an article. Never markup: whoever shows it draws each piece, and nothing needs to be cleaned then. */
export type Block =
  | { kind: 'paragraph'; runs: Run[] }
  | { kind: 'heading'; level: 2 | 3; runs: Run[] }
  | { kind: 'list'; ordered: boolean; items: ListItem[] }
  | { kind: 'quote'; paragraphs: Run[][] }
  | TableBlock
  | { kind: 'figure'; pictureId: string; alt: string; caption: string }
  | { kind: 'rule' }

/**
 * Whether an address may stand in an article: a page of the portal, the web, a mailbox, a telephone. Nothing that a browser would
 * run, and no name of another host in disguise (`//host`, `/\host`, `https://portal.vn@host`).
 */
export function isSafeAddress(address: string): boolean {
  if (address.length > 2_000 || /[\s\p{C}]/u.test(address)) return false
  if (/^\/(?![/\\])/.test(address) || /^tel:\+?\d[\d().-]{2,30}$/i.test(address)) return true
  if (/^mailto:[^@\s]+@[^@\s]+$/i.test(address)) return true
  if (!/^https?:\/\/[^/\\]/i.test(address) || !URL.canParse(address)) return false
  const { username, password } = new URL(address)
  return username === '' && password === ''
}

/** One paragraph, heading or list of plain words, for texts that come with the program. */
export function paragraph(words: string): Block {
  return { kind: 'paragraph', runs: [{ text: words }] }
}

/** All words of a block, for search, for counting and for comparing; pieces are set apart by line ends. */
export function textOfBlock(piece: Block): string {
  switch (piece.kind) {
    case 'paragraph':
    case 'heading':
      return wordsOf(piece.runs)
    case 'list':
      return piece.items
        .flatMap((each) => [wordsOf(each.runs), ...(each.nested?.items ?? []).map((n) => wordsOf(n.runs))])
        .join('\n')
    case 'quote':
      return piece.paragraphs.map(wordsOf).join('\n')
    case 'table':
      return [piece.header, ...piece.rows]
        .map((row) => row.map((cell) => wordsOf(cell).replaceAll('\n', ' ')).join(' | '))
        .join('\n')
    case 'figure':
      return [piece.alt, piece.caption].filter(Boolean).join('\n')
    case 'rule':
      return ''
  }
}

/** The pictures a body shows, each once. */
export function picturesIn(body: readonly Block[]): string[] {
  return [...new Set(body.flatMap((piece) => (piece.kind === 'figure' ? [piece.pictureId] : [])))]
}
