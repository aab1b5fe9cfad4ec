import { foldText } from '#identity'

/** A stretch of text, and whether it is one of the words that were looked for. */
export interface Piece {
  text: string
  isFound: boolean
}

/**
 * Marks the words looked for, however they are toned. `words` are folded; the last may be only the beginning of one,
 * as the search itself reads it.
 */
export function markFound(text: string, words: readonly string[]): Piece[] {
  const whole = new Set(words)
  const begun = words.at(-1)
  const pieces: Piece[] = []
  for (const part of text.split(/([\p{L}\p{M}\p{N}]+)/u)) {
    if (part === '') continue
    const folded = foldText(part)
    const isFound = folded !== '' && (whole.has(folded) || (begun !== undefined && folded.startsWith(begun)))
    const before = pieces.at(-1)
    if (before && before.isFound === isFound) before.text += part
    else pieces.push({ text: part, isFound })
  }
  return joinAcrossSpaces(pieces)
}

/** Words found one after another are marked as one. */
function joinAcrossSpaces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const [at, piece] of pieces.entries()) {
    const before = joined.at(-1)
    const isGap = piece.text === ' ' && before?.isFound && pieces[at + 1]?.isFound
    if (before && (isGap || before.isFound === piece.isFound)) before.text += piece.text
    else joined.push({ ...piece })
  }
  return joined
}

const letters = 240

/**
 * The stretch of a text in which most of the words looked for stand, cut between words; the text's beginning where none
 * does.
 */
export function excerptOf(text: string, words: readonly string[]): Piece[] {
  const plain = text
    .trim()
    .replace(/\s*\n\s*/g, ' · ')
    .replace(/\s+/g, ' ')
  const parts = [...plain.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
  const everywhere = parts.flatMap(({ 0: part, index }) => {
    const [piece] = markFound(part, words)
    return piece?.isFound ? [{ at: index, word: foldText(part) }] : []
  })
  // What stands on every line is as well shown by the first lines.
  const found = everywhere.slice(0, 200)
  let [start, best] = [0, 0]
  for (const { at } of found) {
    const within = new Set(
      found.filter((each) => each.at >= at && each.at < at + letters).map(({ word }) => word),
    )
    if (within.size > best) [start, best] = [at, within.size]
  }
  const from = start < 60 ? 0 : plain.lastIndexOf(' ', start - 40) + 1
  const end = from + letters >= plain.length ? plain.length : plain.lastIndexOf(' ', from + letters)
  const cut = plain.slice(from, end > from ? end : from + letters)
  return markFound(`${from > 0 ? '… ' : ''}${cut}${from + cut.length < plain.length ? ' …' : ''}`, words)
}
