import { foldText } from '#identity'
import type { Box, ReadWord } from '#platform/ocr'

/** A line of a page: its text, and for each letter or digit of it, folded, where that stands in the text. */
export interface ReadLine {
  text: string
  /** Folded letters and digits without anything between them: `hovaten`. */
  squeezed: string
  /** For each place in `squeezed`, its place in `text`. */
  placeOf: readonly number[]
  /** For each place in `text`, its word. */
  wordOf: readonly (ReadWord | undefined)[]
}

/** Words, in the order they were read, as lines. */
export function linesOf(words: readonly ReadWord[]): ReadLine[] {
  const lines = new Map<number, ReadWord[]>()
  for (const word of words) {
    const line = lines.get(word.line)
    if (line) line.push(word)
    else lines.set(word.line, [word])
  }
  return [...lines.values()].map(lineOf)
}

function lineOf(words: readonly ReadWord[]): ReadLine {
  const text = words.map(({ text: each }) => each).join(' ')
  const wordOf: (ReadWord | undefined)[] = []
  words.forEach((word, index) => {
    if (index > 0) wordOf.push(undefined)
    for (let at = 0; at < word.text.length; at++) wordOf.push(word)
  })
  let squeezed = ''
  const placeOf: number[] = []
  for (let at = 0; at < text.length; at++) {
    const folded = foldText(text[at] ?? '')
    if (!/^[a-z0-9]$/.test(folded)) continue
    squeezed += folded
    placeOf.push(at)
  }
  return { text, squeezed, placeOf, wordOf }
}

/** The words a part of a line's text is made of. */
export function wordsIn({ wordOf }: ReadLine, from: number, to: number): ReadWord[] {
  return [...new Set(wordOf.slice(from, to))].filter((word) => word !== undefined)
}

/** The smallest box around some words. */
export function boxAround(words: readonly ReadWord[]): Box | undefined {
  if (words.length === 0) return undefined
  return {
    left: Math.min(...words.map(({ box }) => box.left)),
    top: Math.min(...words.map(({ box }) => box.top)),
    right: Math.max(...words.map(({ box }) => box.right)),
    bottom: Math.max(...words.map(({ box }) => box.bottom)),
  }
}
