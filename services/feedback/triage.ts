import type { LocalDate } from '#calendar'
import { type Area, isArea } from '#law/authorities'
import { type Addressee, addresseeOf, type FeedbackKind, type FeedbackPath } from '#law/feedback'
import { findAsWritten, findNear, findToned, findWords, type ReadWords, readWords } from './phrases.ts'
import { childWords, denunciationNear, denunciationWords, englishWords } from './reserved-words.ts'
import { areaWords, englishAreaWords, englishKindWords, kindWords } from './triage-words.ts'
import { findSchoolYears, findYoungAges } from './young.ts'

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
 * Reads a message by fixed words, whatever their case. What might be a denunciation or about a child is suggested as
 * reserved even when it may not be: an officer who may read it gives it back.
 */
export function triage(
  message: { title: string; content: string; placeUid: string | null },
  on: LocalDate,
): Triage {
  const text = readWords(`${message.title}. ${message.content}`)
  const child = [
    ...findToned(text, childWords),
    ...findYoungAges(text),
    ...findSchoolYears(text),
    ...findAsWritten(text, englishWords.child),
  ]
  const denounced = [
    ...findToned(text, denunciationWords),
    ...denunciationNear.flatMap((near) => findNear(text, near)),
    ...findAsWritten(text, englishWords.denunciation),
  ]
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

function findKind(text: ReadWords, path: Suggestion<FeedbackPath>): Suggestion<FeedbackKind> {
  if (path.is === 'child') return { is: 'childProtection', words: path.words }
  if (path.is === 'denunciation') return { is: 'denunciation', words: path.words }
  for (const { kind, words } of kindWords) {
    const found = findWords(text, words)
    if (found.length > 0) return { is: kind, words: found }
  }
  for (const { kind, words } of englishKindWords) {
    const found = findAsWritten(text, words)
    if (found.length > 0) return { is: kind, words: found }
  }
  return { is: 'suggestion', words: [] }
}

/** The area of which most words stand there; of two with as many, the first of the list. */
function findArea(text: ReadWords): Suggestion<Area> | undefined {
  let best: Suggestion<Area> | undefined
  for (const { area, words } of areaWords) {
    const found = findWords(text, words)
    if (found.length > (best?.words.length ?? 0)) best = { is: area, words: found }
  }
  if (best) return best
  for (const { area, words } of englishAreaWords) {
    const found = findAsWritten(text, words)
    if (found.length > 0) return { is: area, words: found }
  }
  return best
}
