import type { Transaction } from '#platform/database'
import {
  type Bounds,
  beginning,
  beginningWords,
  bothOf,
  type Condition,
  type Found,
  hasPhrase,
  hasWords,
  isSpelt,
  readStretch,
  type Stretch,
} from './search-drivers.ts'
import { enough, type Looking } from './search-gathering.ts'
import type { SearchQuestion } from './search-question.ts'
import { holdingWords, likeWords, type Vocabulary, vocabularyOf } from './search-vocabulary.ts'

/** Records read at most in one stretch when they must be looked at one by one. */
const window = 2_000
/** Without a name nearly everybody passes. */
const windowOfAll = 20_000
/** Other words tried at most for one that was mistyped, and other names in all. */
const otherWordsMax = 3
const otherNamesMax = 4

/** By the name, or everybody within the bounds when no name was typed. */
export async function findByName(
  transaction: Transaction,
  question: SearchQuestion,
  bounds: Bounds,
  looking: Looking,
): Promise<void> {
  const search = new NameSearch(transaction, question, bounds, looking)
  if (question.words.length > 0) await search[looking.depth]()
  else if (looking.depth === 'plain') await search.everybody()
}

class NameSearch {
  readonly #transaction: Transaction
  readonly #question: SearchQuestion
  readonly #bounds: Bounds
  readonly #looking: Looking

  constructor(transaction: Transaction, question: SearchQuestion, bounds: Bounds, looking: Looking) {
    this.#transaction = transaction
    this.#question = question
    this.#bounds = bounds
    this.#looking = looking
  }

  async everybody(): Promise<void> {
    await this.#read(undefined, undefined)
  }

  /** As the words follow each other at the beginning of the name or at its end; a single word wherever it stands. */
  async plain(): Promise<void> {
    const { words } = this.#question
    await this.#read(beginning('name_folded', words.join(' ')), undefined)
    if (words.length > 1) await this.#read(atTheEnd(words), undefined)
    else await this.#readInside(undefined)
  }

  /** As they follow each other inside the name or at its end, the last word unfinished. */
  async open(): Promise<void> {
    const { words } = this.#question
    if (words.length > 1) await this.#readInside(hasPhrase(words.join(' ')))
  }

  /** In any order; then, while nobody is found, from the middle of a word and with one letter wrong. */
  async last(): Promise<void> {
    const { words } = this.#question
    const { gathering, memory, unitUids } = this.#looking
    const vocabulary = await vocabularyOf(this.#transaction, unitUids, memory)
    await this.#inAnyOrder(words, vocabulary)
    if (gathering.found.size > 0) return
    for (const other of replacements(words, vocabulary).slice(0, otherNamesMax)) {
      await this.#readNear(beginning('name_folded', other.join(' ')))
      await this.#readNear(atTheEnd(other))
      if (gathering.found.size >= enough) return
    }
  }

  async #readInside(filter: Condition | undefined): Promise<void> {
    const last = this.#question.words.at(-1) ?? ''
    await this.#read(beginning('name_backwards', last), filter)
    await this.#read(beginning('name_inside', last), filter)
  }

  /** Beginning from the rarest word, wherever it stands; the others are looked for beside it. */
  async #inAnyOrder(words: readonly string[], vocabulary: Vocabulary): Promise<void> {
    const bearers = words.map((word) => bearersOf(vocabulary, word))
    if (bearers.includes(0)) return
    const rarest = words[bearers.indexOf(Math.min(...bearers))] ?? ''
    if (words.length === 1) return this.#read(undefined, hasWords(words))
    for (const column of ['name_folded', 'name_backwards', 'name_inside'] as const)
      await this.#read(beginning(column, rarest), hasWords(words))
  }

  /** When there are more than are wanted, those who are spelt as typed are read before the others. */
  async #read(stretch: Stretch | undefined, filter: Condition | undefined): Promise<void> {
    const { gathering } = this.#looking
    const { isMarked, spelt } = this.#question
    if (gathering.isFull) return
    const rows = await this.#rows(stretch, filter)
    if (isMarked && rows.length >= gathering.limit) {
      const asTyped = isSpelt(spelt, toneOnLaterVowel)
      gathering.add(await this.#rows(stretch, filter ? bothOf(filter, asTyped) : asTyped))
    }
    gathering.add(rows)
  }

  async #readNear(stretch: Stretch): Promise<void> {
    const { gathering } = this.#looking
    if (!gathering.isFull) gathering.add(await this.#rows(stretch, undefined))
  }

  #rows(stretch: Stretch | undefined, filter: Condition | undefined): Promise<Found[]> {
    const reading = {
      filter,
      limit: this.#looking.gathering.limit,
      window: stretch || filter ? window : windowOfAll,
    }
    return readStretch(this.#transaction, stretch, this.#bounds, reading)
  }
}

function atTheEnd(words: readonly string[]): Stretch {
  return beginningWords('name_backwards', words.toReversed().join(' '))
}

/** The words with one of them another that is like it or holds it; the word fewest bear is the likeliest slip. */
function replacements(words: readonly string[], vocabulary: Vocabulary): string[][] {
  const places = [...words.keys()].toSorted(
    (one, other) => bearersOf(vocabulary, words[one] ?? '') - bearersOf(vocabulary, words[other] ?? ''),
  )
  return [likeWords, holdingWords].flatMap((others) =>
    places.flatMap((at) =>
      others(vocabulary, words[at] ?? '', otherWordsMax).map((other) => words.with(at, other)),
    ),
  )
}

/** How many bear a word that begins so, as far as is known; the last word may be unfinished. */
function bearersOf({ words }: Vocabulary, beginningOfWord: string): number {
  const whole = words.get(beginningOfWord)
  if (whole !== undefined) return whole
  let sum = 0
  for (const [word, bearers] of words) if (word.startsWith(beginningOfWord)) sum += bearers
  return sum
}

/** `hòa` as `hoà`: both are written. */
function toneOnLaterVowel(word: string): string {
  return word
    .normalize('NFD')
    .replace(/([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])/g, '$1$3$2')
    .normalize('NFC')
}
