import type { ReadWord } from './ocr.ts'

/** A run of words with no gap between them wider than a space. */
interface Segment {
  text: string
  left: number
  right: number
}

/** One printed line, in points of its page. */
export interface PrintedLine {
  text: string
  left: number
  right: number
  top: number
  bottom: number
  /** The width of its first word: whether it would have stood at the end of the line above. */
  firstWidth: number
  /** Where something begins anew on the same line, as the next cell or column. */
  segments: Segment[]
  words: readonly ReadWord[]
}

/** A page's lines from the top, and the measures by which they are judged. */
export interface PrintedPage {
  lines: PrintedLine[]
  /** The height of a letter with its marks. */
  em: number
  left: number
  right: number
  /** From one line to the next within a paragraph. */
  pitch: number
}

/** Wider than any space between the words of a justified line. */
const gapOfCells = 1.2

/** The lines of a page; a line that is only its number is left out. */
export function readPage(words: readonly ReadWord[]): PrintedPage {
  const em = median(words.map(({ box }) => box.bottom - box.top)) ?? 1
  const byLine = Map.groupBy(words, ({ line }) => line)
  const lines = [...byLine.keys()]
    .sort((one, other) => one - other)
    .map((line) => lineOf(byLine.get(line) ?? [], em))
    .filter(
      ({ text }, at, all) => !((at === 0 || at === all.length - 1) && /^[-–\s]*\d{1,3}[-–\s]*$/.test(text)),
    )
  const steps = lines.slice(1).map(({ top }, at) => top - (lines[at]?.top ?? top))
  return {
    lines,
    em,
    left: Math.min(...lines.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
    pitch: median(steps.filter((step) => step > em / 2)) ?? em * 1.5,
  }
}

function lineOf(unsorted: readonly ReadWord[], em: number): PrintedLine {
  const words = joinPieces(
    unsorted.toSorted((one, other) => one.box.left - other.box.left),
    em,
  )
  const segments: Segment[] = []
  for (const { text, box } of words) {
    const last = segments.at(-1)
    if (last && box.left - last.right < gapOfCells * em) {
      last.text += ` ${text}`
      last.right = Math.max(last.right, box.right)
    } else segments.push({ text, left: box.left, right: box.right })
  }
  const first = words[0]?.box
  return {
    text: words.map(({ text }) => text).join(' '),
    left: first?.left ?? 0,
    right: Math.max(...words.map(({ box }) => box.right)),
    top: Math.min(...words.map(({ box }) => box.top)),
    bottom: Math.max(...words.map(({ box }) => box.bottom)),
    firstWidth: first ? first.right - first.left : 0,
    segments,
    words,
  }
}

/** Narrower than any space: a word in two typefaces, or whose letters were moved closer, comes in pieces. */
const gapOfLetters = 0.06

function joinPieces(pieces: readonly ReadWord[], em: number): ReadWord[] {
  const words: ReadWord[] = []
  for (const piece of pieces) {
    const last = words.at(-1)
    if (!last || piece.box.left - last.box.right >= gapOfLetters * em) words.push(piece)
    else
      words[words.length - 1] = {
        ...last,
        text: last.text + piece.text,
        box: {
          left: last.box.left,
          top: Math.min(last.box.top, piece.box.top),
          right: Math.max(last.box.right, piece.box.right),
          bottom: Math.max(last.box.bottom, piece.box.bottom),
        },
      }
  }
  return words
}

function median(numbers: readonly number[]): number | undefined {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)]
}
