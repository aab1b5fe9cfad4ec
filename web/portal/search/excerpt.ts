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

/** What was not found and what was, by turns; the first is not, if need be without a letter. */
export function inTurns(pieces: readonly Piece[]): string[] {
  const turns: string[] = []
  for (const { text, isFound } of pieces) {
    if (isFound !== (turns.length % 2 === 1)) turns.push('')
    turns.push(text)
  }
  return turns
}

/** A text made ready for excerpts; it costs as much as many excerpts do, so it is made once. */
export interface Readable {
  /** On one line. */
  plain: string
  /**
   * The same letter by letter between two spaces: small and without tones, a space for each sign. Undefined where a
   * letter folds to more or fewer.
   */
  folded: string | undefined
}

export function readable(text: string): Readable {
  const plain = text
    .trim()
    .replace(/\s*\n\s*/g, ' · ')
    .replace(/\s+/g, ' ')
  let folded = ' '
  for (let at = 0; at < plain.length; at += 1) {
    const letter = foldedLetter(plain.charCodeAt(at))
    if (letter === undefined) return { plain, folded: undefined }
    folded += letter
  }
  return { plain, folded: `${folded} ` }
}

const letters = new Map<number, string | undefined>()

/** A space for what is no letter and no digit. */
function foldedLetter(code: number): string | undefined {
  if (!letters.has(code)) {
    const written = String.fromCharCode(code)
    const folded = /[\p{L}\p{M}\p{N}]/u.test(written) ? foldText(written) : ' '
    letters.set(code, folded.length === 1 ? folded : undefined)
  }
  return letters.get(code)
}

/** A word looked for, where it stands. */
interface Hit {
  at: number
  end: number
  word: string
}

function hitsIn({ plain, folded }: Readable, words: readonly string[]): Hit[] {
  if (folded === undefined) return hitsByWords(plain, words)
  const begun = words.at(-1)
  const hits = words.flatMap((word) => hitsOf(folded, word, word === begun))
  // A word that is asked for whole may also begin as the last one does.
  const byPlace = new Map(hits.map((hit) => [hit.at, hit]))
  return [...byPlace.values()].sort((one, other) => one.at - other.at)
}

/** The letters of `folded` stand one place later than those of the text. */
function hitsOf(folded: string, word: string, maybeBegun: boolean): Hit[] {
  const hits: Hit[] = []
  const sought = maybeBegun ? ` ${word}` : ` ${word} `
  for (let at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, at + 1)) {
    const end = folded.indexOf(' ', at + 1)
    hits.push({ at, end: end - 1, word: folded.slice(at + 1, end) })
  }
  return hits
}

function hitsByWords(plain: string, words: readonly string[]): Hit[] {
  const [whole, begun] = [new Set(words), words.at(-1)]
  return [...plain.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].flatMap(({ 0: part, index: at }) => {
    const word = foldText(part)
    const isFound = word !== '' && (whole.has(word) || (begun !== undefined && word.startsWith(begun)))
    return isFound ? [{ at, end: at + part.length, word }] : []
  })
}

const excerptLetters = 240

/**
 * The stretch of a text in which most of the words looked for stand, cut between words; the text's beginning where none
 * does.
 */
export function excerptOf(text: Readable, words: readonly string[]): Piece[] {
  const { plain } = text
  const hits = hitsIn(text, words)
  const start = densest(hits)
  const from = start < 60 ? 0 : plain.lastIndexOf(' ', start - 40) + 1
  const longest = from + excerptLetters
  const end = longest >= plain.length ? plain.length : plain.lastIndexOf(' ', longest)
  const to = end > from ? end : longest
  const pieces: Piece[] = from > 0 ? [{ text: '… ', isFound: false }] : []
  let at = from
  for (const hit of hits) {
    if (hit.at < from || hit.end > to) continue
    pieces.push({ text: plain.slice(at, hit.at), isFound: false })
    pieces.push({ text: plain.slice(hit.at, hit.end), isFound: true })
    at = hit.end
  }
  pieces.push({ text: plain.slice(at, to), isFound: false })
  if (to < plain.length) pieces.push({ text: ' …', isFound: false })
  return joinAcrossSpaces(pieces.filter((piece) => piece.text !== ''))
}

/** Where the stretch begins that has most of the words; the first of several. */
function densest(everywhere: readonly Hit[]): number {
  // What stands on every line is as well shown by the first lines.
  const hits = everywhere.slice(0, 200)
  let [start, best] = [0, 0]
  for (const [first, { at }] of hits.entries()) {
    const within = new Set<string>()
    for (let next = first; (hits[next]?.at ?? Number.POSITIVE_INFINITY) < at + excerptLetters; next += 1)
      within.add(hits[next]?.word ?? '')
    if (within.size > best) [start, best] = [at, within.size]
  }
  return start
}
