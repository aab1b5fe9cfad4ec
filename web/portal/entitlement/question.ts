import type { FactValues, Text } from '#rules'

/** For whom the questions are asked. */
export type About = 'self' | 'elder' | 'child' | 'other'

/** One of the answers offered, with what it tells of the facts. */
export interface Option {
  value: string
  text: Text
  facts: FactValues
}

/**
 * A question in plain words. Its texts carry marks for the person asked about: `{p}` and `{P}` (Vietnamese: ông/bà,
 * bác, cháu, người ấy), `{you}`, `{You}`, `{your}` (English).
 */
export interface Question {
  key: string
  kind: 'choice' | 'count' | 'birth'
  /** Asked when the law asks for one of these facts. */
  settles: readonly string[]
  /** Questions that usually make this one needless, and are plainer: asked before it. */
  after?: readonly string[]
  text: Text
  hint?: Text
  /** Its name in the list of answers. */
  short: Text
  /** Why the law asks. */
  why: Text
  /** The paper or the office that settles it for those who do not know. */
  paper: Text
  options: readonly Option[]
  /** The most that can be chosen in a count; the last choice means "that many or more". */
  max?: number
}

/** The options of a question that is one fact: `{ none: ['Không có', 'None'] }`. */
export function optionsOf(fact: string, texts: Record<string, readonly [vi: string, en: string]>): Option[] {
  return Object.entries(texts).map(([value, [vi, en]]) => ({
    value,
    text: { vi, en },
    facts: { [fact]: value },
  }))
}

/** Yes and no of one fact. */
export function yesOrNo(fact: string): Option[] {
  return optionsOf(fact, { yes: ['Có', 'Yes'], no: ['Không', 'No'] })
}

const marks: Record<About, Record<string, string>> = {
  self: { p: 'ông/bà', P: 'Ông/bà', you: 'you', You: 'You', your: 'your' },
  elder: { p: 'bác', P: 'Bác', you: 'they', You: 'They', your: 'their' },
  child: { p: 'cháu', P: 'Cháu', you: 'they', You: 'They', your: 'their' },
  other: { p: 'người ấy', P: 'Người ấy', you: 'they', You: 'They', your: 'their' },
}

/** A text of a question, said about somebody. */
export function speak(text: string, about: About): string {
  return text.replace(/\{(\w+)\}/g, (mark, name: string) => marks[about][name] ?? mark)
}
