/** Words of one look within a line; a line end in a cell of a table is one for readers. A link leads to a page of the portal, to the web or to a mailbox. */
export interface Run {
  text: string
  bold?: true | undefined
  italic?: true | undefined
  underline?: true | undefined
  /** Above the line or below it: m², CO₂, the mark of a note. */
  raised?: 'up' | 'down' | undefined
  href?: string | undefined
}

/** How much one article may hold, and how many letters one run of it: more is a book, or an attack. */
export const blockLimits = {
  lettersInAll: 400_000,
  ...{ blocks: 1_500, letters: 20_000, items: 500, rows: 500, columns: 20 },
} as const

/** The words of runs, one after another. */
export function wordsOf(line: readonly Run[]): string {
  return line.map((each) => each.text).join('')
}
