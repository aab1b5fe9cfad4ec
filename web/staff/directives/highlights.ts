import type { KeptKind, NoticePart } from '#notices'

/** Words of a part that a draft came from, or that were kept as what they are. */
export interface Mark {
  words: string
  draft?: number
  kept?: KeptKind
}

/** A stretch of text with the drafts that came from it. */
export interface Segment {
  /** Where it begins: names it among the others. */
  from: number
  text: string
  drafts: number[]
  kept: KeptKind | undefined
}

/** The text of a part with its marks: a paragraph, or the rows and cells of a table, each by its place. */
export type MarkedPart =
  | { kind: 'paragraph'; segments: Segment[] }
  | { kind: 'table'; rows: { at: number; cells: { at: number; segments: Segment[] }[] }[] }

export function markPart(part: NoticePart, marks: readonly Mark[]): MarkedPart {
  if (part.kind === 'paragraph') return { kind: 'paragraph', segments: segmentsOf(part.text, marks) }
  const cellsOf = (row: readonly string[]) => row.map((cell, at) => ({ at, segments: markCell(cell, marks) }))
  return { kind: 'table', rows: part.rows.map((row, at) => ({ at, cells: cellsOf(row) })) }
}

/** A cell that stands whole within the words of a draft is marked whole. */
function markCell(cell: string, marks: readonly Mark[]): Segment[] {
  const own = marks.map((mark) =>
    cell.trim().length > 3 && mark.words.includes(cell.trim()) ? { ...mark, words: cell.trim() } : mark,
  )
  return segmentsOf(cell, own)
}

/** The text cut where a mark begins or ends; put together again it is the text. Words that do not stand in it mark nothing. */
export function segmentsOf(text: string, marks: readonly Mark[]): Segment[] {
  const spans = marks.flatMap((mark) => {
    const from = mark.words === '' ? -1 : text.indexOf(mark.words)
    return from < 0 ? [] : [{ ...mark, from, to: from + mark.words.length }]
  })
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ from, to }) => [from, to])])].toSorted(
    (one, other) => one - other,
  )
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? text.length
    const here = spans.filter((span) => span.from <= from && span.to >= to)
    return {
      from,
      text: text.slice(from, to),
      drafts: [...new Set(here.flatMap(({ draft }) => draft ?? []))],
      kept: here.find(({ kept }) => kept)?.kept,
    }
  })
}
