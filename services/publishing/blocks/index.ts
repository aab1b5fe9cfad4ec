/** Words of one look within a line. A link leads to a page of the portal, to the web or to a mailbox. */
export interface Run {
  text: string
  bold?: true | undefined
  italic?: true | undefined
  underline?: true | undefined
  href?: string | undefined
}

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
  | { kind: 'table'; header: Run[][]; rows: Run[][][] }
  | { kind: 'figure'; pictureId: string; alt: string; caption: string }
  | { kind: 'rule' }

/** How much one article may hold, and how many letters one run of it: more is a book, or an attack. */
export const blockLimits = {
  lettersInAll: 400_000,
  ...{ blocks: 1_500, letters: 20_000, items: 500, rows: 500, columns: 20 },
} as const

/**
 * Whether an address may stand in an article: a page of the portal, the web, a mailbox. Nothing that a browser would
 * run, and no name of another host in disguise (`//host`, `/\host`, `https://portal.vn@host`).
 */
export function isSafeAddress(address: string): boolean {
  if (address.length > 2_000 || /[\s\p{C}]/u.test(address)) return false
  if (/^\/(?![/\\])/.test(address) || /^#[\w-]+$/.test(address)) return true
  if (/^mailto:[^@\s]+@[^@\s]+$/i.test(address)) return true
  if (!/^https?:\/\/[^/\\]/i.test(address) || !URL.canParse(address)) return false
  const { username, password } = new URL(address)
  return username === '' && password === ''
}

/** One paragraph, heading or list of plain words, for texts that come with the program. */
export function paragraph(words: string): Block {
  return { kind: 'paragraph', runs: [{ text: words }] }
}

/** The words of runs, one after another. */
export function wordsOf(line: readonly Run[]): string {
  return line.map((each) => each.text).join('')
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
      return [piece.header, ...piece.rows].map((row) => row.map(wordsOf).join(' | ')).join('\n')
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
