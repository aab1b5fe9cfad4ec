import type { LocalDate } from '#calendar'
import type { Text } from './citations.ts'

/** One of a few values. Unknown is the absence of a value, never a value of its own. At most 15 values. */
export interface ChoiceFact<Value extends string = string> {
  kind: 'choice'
  key: string
  values: readonly Value[]
  text: Text
  /** Words for the values, for screens and traces. */
  valueTexts: Record<Value, Text>
}

/** A birth, known to the day or as the range of days it must lie in. */
export interface BirthFact {
  kind: 'birth'
  key: string
  text: Text
}

/** A whole number from 0 to `max`, at most 14; more than `max` counts as `max`. */
export interface CountFact {
  kind: 'count'
  key: string
  max: number
  text: Text
}

/** A whole amount of đồng, compared with thresholds only. */
export interface AmountFact {
  kind: 'amount'
  key: string
  text: Text
}

export type Fact = ChoiceFact | BirthFact | CountFact | AmountFact

/** Somebody was born on one of the days `from` … `to`, both included. */
export interface BirthRange {
  from: LocalDate
  to: LocalDate
}

export type FactValue = string | number | BirthRange

/** What is known of one person for one month, by fact key. A missing or undefined key is an unknown fact. */
export type FactValues = Readonly<Record<string, FactValue | undefined>>

export type YesNo = 'yes' | 'no'

export function choice<const Value extends string>(
  key: string,
  text: Text,
  valueTexts: Record<Value, Text>,
): ChoiceFact<Value> {
  const values = Object.keys(valueTexts) as Value[]
  if (values.length > 15)
    throw new Error(`Fact "${key}" has ${values.length} values; a fact holds at most 15`)
  return { kind: 'choice', key, text, values, valueTexts }
}

export function yesNo(key: string, text: Text): ChoiceFact<YesNo> {
  return choice(key, text, { no: { vi: 'không', en: 'no' }, yes: { vi: 'có', en: 'yes' } })
}

export function birth(key: string, text: Text): BirthFact {
  return { kind: 'birth', key, text }
}

export function count(key: string, text: Text, max: number): CountFact {
  if (max > 14) throw new Error(`Fact "${key}" counts to ${max}; a count holds at most 14`)
  return { kind: 'count', key, text, max }
}

export function amount(key: string, text: Text): AmountFact {
  return { kind: 'amount', key, text }
}

/** What is wrong with a value given for a fact, in words, or undefined when it fits. */
export function problemOf(fact: Fact, value: FactValue): Text | undefined {
  switch (fact.kind) {
    case 'choice':
      if (typeof value === 'string' && fact.values.includes(value)) return undefined
      return {
        vi: `phải là một trong: ${fact.values.join(', ')}`,
        en: `must be one of: ${fact.values.join(', ')}`,
      }
    case 'count':
      if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return undefined
      return { vi: 'phải là số nguyên không âm', en: 'must be a whole number, 0 or more' }
    case 'amount':
      if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return undefined
      return { vi: 'phải là số đồng nguyên, không âm', en: 'must be a whole number of đồng, 0 or more' }
    case 'birth':
      if (typeof value === 'object' && value.from <= value.to) return undefined
      return { vi: 'phải là một ngày hoặc khoảng ngày sinh', en: 'must be a day or a range of days of birth' }
  }
}
