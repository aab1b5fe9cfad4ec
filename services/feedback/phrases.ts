import { foldText } from '#identity'

/** The words of a text, each without tones and as it is written. */
export interface ReadWords {
  folded: string[]
  written: string[]
}

/** Where a phrase stands, by the words of the text: `to` is the word after its last. */
interface Place {
  from: number
  to: number
}

export function readWords(text: string): ReadWords {
  const folded: string[] = []
  const written: string[] = []
  for (const word of text.normalize('NFC').split(/[\s\p{P}\p{S}]+/u)) {
    const plain = foldText(word)
    if (plain === '') continue
    folded.push(plain)
    written.push(word.toLocaleLowerCase('vi'))
  }
  return { folded, written }
}

/** The passages of a text that are one of some phrases (written folded), each once. */
export function findWords({ folded, written }: ReadWords, phrases: readonly string[]): string[] {
  return passages(
    written,
    phrases.flatMap((phrase) => placesOf(folded, phrase.split(' '))),
  )
}

/** As they are written: without tones many an English word is a Vietnamese one. */
export function findAsWritten({ written }: ReadWords, phrases: readonly string[]): string[] {
  return findWords({ folded: written, written }, phrases)
}

/**
 * The passages that are one of some phrases written with their tones, each once. People write with tones or without:
 * “con toi” is “con tôi”, and “còn tôi” is not.
 */
export function findToned(text: ReadWords, phrases: readonly string[]): string[] {
  return passages(text.written, tonedPlaces(text, phrases))
}

/** Phrases of which one follows another within some words, none of which is one of `not`. */
export interface Near {
  first: readonly string[]
  second: readonly string[]
  within: number
  not?: readonly string[]
}

/** The passages from the first to the last word of phrases that stand near each other. */
export function findNear(text: ReadWords, { first, second, within, not = [] }: Near): string[] {
  const seconds = tonedPlaces(text, second)
  const places = tonedPlaces(text, first).flatMap(({ from, to: end }) => {
    const next = seconds.find((place) => place.from >= end && place.from - end <= within)
    if (!next) return []
    const between = {
      folded: text.folded.slice(end, next.from),
      written: text.written.slice(end, next.from),
    }
    return tonedPlaces(between, not).length > 0 ? [] : [{ from, to: next.to }]
  })
  return passages(text.written, places)
}

function tonedPlaces({ folded, written }: ReadWords, phrases: readonly string[]): Place[] {
  const spelled = written.map(spelling)
  return phrases.flatMap((phrase) => {
    const words = phrase.split(' ')
    return placesOf(folded, words.map(foldText)).filter(({ from, to }) => {
      const passage = spelled.slice(from, to)
      return (
        passage.every((word, index) => word === spelling(words[index] ?? '')) ||
        passage.every((word, index) => word.replaceAll('đ', 'd') === folded[from + index])
      )
    })
  })
}

function placesOf(text: readonly string[], words: readonly string[]): Place[] {
  const places: Place[] = []
  for (let from = 0; from + words.length <= text.length; from++)
    if (words.every((word, index) => text[from + index] === word))
      places.push({ from, to: from + words.length })
  return places
}

function passages(written: readonly string[], places: readonly Place[]): string[] {
  const inOrder = places.toSorted((one, other) => one.from - other.from)
  return [...new Set(inOrder.map(({ from, to }) => written.slice(from, to).join(' ')))]
}

/** A word with its marks in one order: where a mark stands (hoà, hòa) is a matter of taste. */
function spelling(word: string): string {
  const letters = [...word.normalize('NFD')]
  const marks = letters.filter((letter) => /\p{M}/u.test(letter)).toSorted()
  return [...letters.filter((letter) => !/\p{M}/u.test(letter)), ...marks].join('')
}
