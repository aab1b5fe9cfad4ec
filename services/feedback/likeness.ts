import { foldText } from '#identity'

/** What of a message is compared with others. */
export interface Comparable {
  id: string
  title: string
  content: string
  placeUid: string | null
  receivedAt: Date
}

export interface Likeness {
  id: string
  /** 0 to 100. */
  score: number
  /** Of all pairs of words of both, how many they share: 0 to 1. */
  words: number
  samePlace: boolean
  daysApart: number
}

/** Below this two messages are not proposed as one matter. */
const scoreMin = 30
const dayMs = 86_400_000

/** Pairs of neighbouring words, without tones or case: "tro cap", "cap thang"… */
export function shinglesOf(text: string): Set<string> {
  const words = foldText(text).split(' ').filter(Boolean)
  if (words.length < 2) return new Set(words)
  return new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`))
}

/**
 * The messages that may be about the same matter, the likest first: words shared (up to 80 of 100), the same place
 * (10) and days near each other (10, nothing after thirty). An officer decides.
 */
export function findLikeMessages(message: Comparable, others: readonly Comparable[], most = 5): Likeness[] {
  const own = shinglesOf(`${message.title} ${message.content}`)
  return others
    .filter(({ id }) => id !== message.id)
    .map((other) => {
      const words = jaccard(own, shinglesOf(`${other.title} ${other.content}`))
      const samePlace = message.placeUid !== null && message.placeUid === other.placeUid
      const daysApart = Math.floor(
        Math.abs(message.receivedAt.getTime() - other.receivedAt.getTime()) / dayMs,
      )
      const near = Math.max(0, 1 - daysApart / 30)
      // Sharing two words in three is as alike as people write twice.
      const alike = Math.min(1, words * 1.5)
      const score = words < 0.08 ? 0 : Math.round(alike * 80 + (samePlace ? 10 : 0) + near * 10)
      return { id: other.id, score, words, samePlace, daysApart }
    })
    .filter(({ score }) => score >= scoreMin)
    .toSorted((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
    .slice(0, most)
}

function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0
  let shared = 0
  for (const each of one) if (other.has(each)) shared += 1
  return shared / (one.size + other.size - shared)
}
