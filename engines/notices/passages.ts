import { restore } from './restoring.ts'
import type { NoticePart } from './types.ts'
import { prepare, type Written } from './written.ts'

/** A paragraph as it was meant: one part, or several lines of a broken one. */
export interface Passage {
  text: string
  /** In small letters, tones restored where they were lost; of the same length as `text`. */
  lower: string
  pieces: Piece[]
}

interface Piece {
  /** From 1. */
  part: number
  start: number
  end: number
  written: Written
}

export interface Quoted {
  paragraph: number
  quote: string
}

/** The words from `start` to before `end` as they stood, of the part that holds most of them. */
export function quoteOf(passage: Passage, start: number, end: number): Quoted {
  const shared = ({ start: from, end: to }: Piece) => Math.min(end, to) - Math.max(start, from)
  const piece = passage.pieces.reduce((best, next) => (shared(next) > shared(best) ? next : best))
  const from = Math.max(start, piece.start) - piece.start
  const to = Math.min(end, piece.end) - piece.start
  return { paragraph: piece.part, quote: piece.written.quote(from, to) }
}

/** The paragraphs of a document; lines that a machine broke in the middle of a sentence are one again. */
export function listPassages(
  parts: readonly NoticePart[],
): (Passage | { table: string[][]; part: number })[] {
  const found: (Passage | { table: string[][]; part: number })[] = []
  parts.forEach((part, index) => {
    if (part.kind === 'table') {
      found.push({ table: part.rows, part: index + 1 })
      return
    }
    const written = prepare(part.text)
    const last = found.at(-1)
    if (last && 'pieces' in last && goesOn(last, written.text)) join(last, written, index + 1)
    else if (written.text !== '') found.push(toPassage(written, index + 1))
  })
  return found
}

export function toPassage(written: Written, part: number): Passage {
  const { text, lower } = written
  return { text, lower: restore(lower), pieces: [{ part, start: 0, end: text.length, written }] }
}

/** So long that a line of a page could have ended there. */
const brokenMin = 45
const joinedMax = 3000

function goesOn(passage: Passage, next: string): boolean {
  const { text } = passage
  const last = (passage.pieces.at(-1)?.end ?? 0) - (passage.pieces.at(-1)?.start ?? 0)
  if (last < brokenMin || text.length > joinedMax || /[.;:!?…/”"]\s*$/u.test(text)) return false
  if (/^(?:[-–+•*]|\d{1,2}[.)]|[a-zđ][.)] |[ivx]+[.)] )/u.test(next)) return false
  // `Người thực hiện: …` is a line of its own.
  if (/^\p{Lu}\p{Ll}*(?: [\p{Ll}]+){1,5} ?: /u.test(next)) return false
  return (
    /^[\p{Ll}\d(“,]/u.test(next) ||
    /(?:,| và| của| các| số| ngày| với| cho| sở| xã| phường| tỉnh và)\s*$/iu.test(text)
  )
}

function join(passage: Passage, written: Written, part: number): void {
  const start = passage.text.length + 1
  passage.text = `${passage.text} ${written.text}`
  passage.lower = `${passage.lower} ${restore(written.lower)}`
  passage.pieces.push({ part, start, end: passage.text.length, written })
}
