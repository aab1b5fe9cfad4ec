import type { LocalDate } from '#calendar'
import { foldText } from '#identity'
import { type Area, isArea } from '#law/authorities'
import { type Addressee, addresseeOf, type FeedbackKind, type FeedbackPath } from '#law/feedback'
import {
  areaWords,
  childWords,
  denunciationWords,
  englishAreaWords,
  englishKindWords,
  englishWords,
  kindWords,
} from './triage-words.ts'

/** What the words of a message suggest; a person decides. Each comes with the words it was read from. */
export interface Triage {
  path: Suggestion<FeedbackPath>
  kind: Suggestion<FeedbackKind>
  area: Suggestion<Area> | undefined
  addressee: Addressee
}

export interface Suggestion<Value> {
  is: Value
  /** As they stand in the message; empty where nothing was said and the plainest was taken. */
  words: string[]
}

/**
 * Reads a message by fixed words, without tones or case. What might be a denunciation or about a child is suggested as
 * reserved even when it may not be: an officer who may read it gives it back.
 */
export function triage(
  message: { title: string; content: string; placeUid: string | null },
  on: LocalDate,
): Triage {
  const text = foldedWords(`${message.title}. ${message.content}`)
  const child = [
    ...findWords(text, childWords),
    ...findYoungAges(text),
    ...findEnglish(text, englishWords.child),
  ]
  const denounced = [...findWords(text, denunciationWords), ...findEnglish(text, englishWords.denunciation)]
  const path: Suggestion<FeedbackPath> =
    child.length > 0
      ? { is: 'child', words: child }
      : denounced.length > 0
        ? { is: 'denunciation', words: denounced }
        : { is: 'open', words: [] }
  const area = path.is === 'child' ? { is: 'children' as const, words: child } : findArea(text)
  const addressee = addresseeOf({ area: area?.is, placeUid: message.placeUid ?? undefined, on })
  return { path, kind: findKind(text, path), area, addressee }
}

/**
 * Who should answer a message: by the area and the place that officers recorded, by its words where no area was. What
 * the sender named as the place holds until an officer mends it.
 */
export function addresseeOfMessage(
  message: { title: string; content: string; area: string | null; placeUid: string | null },
  on: LocalDate,
): Addressee {
  const { area, placeUid } = message
  if (area === null || !isArea(area)) return triage(message, on).addressee
  return addresseeOf({ area, placeUid: placeUid ?? undefined, on })
}

interface FoldedText {
  /** Each word without tones, and as it is written. */
  folded: string[]
  written: string[]
}

function foldedWords(text: string): FoldedText {
  const folded: string[] = []
  const written: string[] = []
  for (const word of text.split(/[\s\p{P}\p{S}]+/u)) {
    const plain = foldText(word)
    if (plain === '') continue
    folded.push(plain)
    written.push(word)
  }
  return { folded, written }
}

/** The passages of a text that are one of some phrases (written folded), each once. */
function findWords({ folded, written }: FoldedText, phrases: readonly string[]): string[] {
  const found = new Set<string>()
  for (const phrase of phrases) {
    const words = phrase.split(' ')
    for (let at = 0; at + words.length <= folded.length; at++)
      if (words.every((word, index) => folded[at + index] === word))
        found.add(
          written
            .slice(at, at + words.length)
            .join(' ')
            .toLocaleLowerCase('vi'),
        )
  }
  return [...found]
}

/** As they are written: without tones many an English word is a Vietnamese one. */
function findEnglish({ written }: FoldedText, phrases: readonly string[]): string[] {
  const plain = written.map((word) => word.toLowerCase())
  return findWords({ folded: plain, written: plain }, phrases)
}

/** "12 tuổi": under the age at which somebody is no longer a child (Children Law 2016: 16), and up to 17 to be careful. */
function findYoungAges({ folded, written }: FoldedText): string[] {
  return folded.flatMap((word, at) =>
    /^\d{1,2}$/.test(word) && Number(word) < 18 && folded[at + 1] === 'tuoi'
      ? [`${written[at]} ${written[at + 1]}`]
      : [],
  )
}

function findKind(text: FoldedText, path: Suggestion<FeedbackPath>): Suggestion<FeedbackKind> {
  if (path.is === 'child') return { is: 'childProtection', words: path.words }
  if (path.is === 'denunciation') return { is: 'denunciation', words: path.words }
  for (const { kind, words } of kindWords) {
    const found = findWords(text, words)
    if (found.length > 0) return { is: kind, words: found }
  }
  for (const { kind, words } of englishKindWords) {
    const found = findEnglish(text, words)
    if (found.length > 0) return { is: kind, words: found }
  }
  return { is: 'suggestion', words: [] }
}

/** The area of which most words stand there; of two with as many, the first of the list. */
function findArea(text: FoldedText): Suggestion<Area> | undefined {
  let best: Suggestion<Area> | undefined
  for (const { area, words } of areaWords) {
    const found = findWords(text, words)
    if (found.length > (best?.words.length ?? 0)) best = { is: area, words: found }
  }
  if (best) return best
  for (const { area, words } of englishAreaWords) {
    const found = findEnglish(text, words)
    if (found.length > 0) return { is: area, words: found }
  }
  return best
}
