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
  /** Of all pairs of words of both, each weighed by how rare it is, how many they share: 0 to 1. */
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
 * (10) and days near each other (10, nothing after thirty). Words that many messages have count little, greetings and
 * the sentences of a template nothing. An officer decides.
 */
export function findLikeMessages(message: Comparable, others: readonly Comparable[], most = 5): Likeness[] {
  const all = [message, ...others.filter(({ id }) => id !== message.id)]
  const isTemplate = templatesOf(all)
  const [own = new Set<string>(), ...theirs] = all.map((each) => matterOf(each, isTemplate))
  const weightOf = weightsOf([own, ...theirs])
  return all
    .slice(1)
    .map((other, index) => {
      const words = shareOf(own, theirs[index] ?? new Set(), weightOf)
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

/** From this many messages and places on, a sentence comes from a template: people about one matter write from one place. */
const templateFrom = { messages: 4, places: 3 }
/** What every letter says, without tones. */
const greetings =
  /^(kinh (gui|thua)|toi ten la|(toi |chung toi )?(xin )?(chan thanh |tran trong )?cam on|rat mong|mong (quy )?co quan|gop y mau|dear |yours |thank you|sample message)/
/** Fewer words than this left over, and a message is compared as it stands. */
const matterWords = 4

function sentencesOf({ title, content }: Pick<Comparable, 'title' | 'content'>): string[] {
  return `${title}.\n${content}`
    .split(/[.!?;:\n()]+/)
    .map((sentence) => foldText(sentence))
    .filter(Boolean)
}

/** Sentences that stand word for word in many messages from many places. */
function templatesOf(all: readonly Comparable[]): (sentence: string) => boolean {
  const seen = new Map<string, { messages: number; places: Set<string | null> }>()
  for (const each of all)
    for (const sentence of new Set(sentencesOf(each))) {
      const found = seen.get(sentence) ?? { messages: 0, places: new Set() }
      found.messages += 1
      found.places.add(each.placeUid)
      seen.set(sentence, found)
    }
  return (sentence) => {
    const { messages = 0, places } = seen.get(sentence) ?? {}
    return messages >= templateFrom.messages && (places?.size ?? 0) >= templateFrom.places
  }
}

/** The pairs of words by which a message says what it is about. */
function matterOf(message: Comparable, isTemplate: (sentence: string) => boolean): Set<string> {
  const own = sentencesOf(message).filter((sentence) => !isTemplate(sentence) && !greetings.test(sentence))
  const words = own.flatMap((sentence) => sentence.split(' '))
  return shinglesOf(words.length < matterWords ? `${message.title} ${message.content}` : words.join(' '))
}

/** How much a pair of words says: the fewer messages have it, the more. */
function weightsOf(all: readonly ReadonlySet<string>[]): (shingle: string) => number {
  const counts = new Map<string, number>()
  for (const shingles of all)
    for (const shingle of shingles) counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  return (shingle) => Math.log((all.length + 1) / (counts.get(shingle) ?? 1))
}

function shareOf(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  weightOf: (shingle: string) => number,
): number {
  let shared = 0
  let whole = 0
  for (const each of one) {
    const weight = weightOf(each)
    whole += weight
    if (other.has(each)) shared += weight
  }
  for (const each of other) if (!one.has(each)) whole += weightOf(each)
  return whole === 0 ? 0 : shared / whole
}
