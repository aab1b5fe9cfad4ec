import type { Citation, Text } from './citations.ts'
import type { AmountFact, BirthFact, ChoiceFact, CountFact, YesNo } from './facts.ts'

/**
 * A condition over one person's facts: data, never a function, so that it can be explained, compiled to class
 * tables and to SQL, and searched for conflicts.
 */
export type Condition =
  | IsCondition
  | AgeCondition
  | AtLeastCondition
  | { op: 'all'; of: readonly Condition[] }
  | { op: 'any'; of: readonly Condition[] }
  | { op: 'not'; of: Condition }
  | { op: 'meets'; ground: string }
  | ClauseCondition

export interface IsCondition {
  op: 'is'
  fact: string
  values: readonly string[]
}

/**
 * Full years of age reached on a reference day of the month: its last day, or the day before its first.
 * `latestBirth` (yyyymmdd) is filled in when the rulebook is resolved for a month.
 */
export interface AgeCondition {
  op: 'age'
  fact: string
  years: number
  on: ReferenceDay
  latestBirth?: number
}

export type ReferenceDay = 'lastDay' | 'dayBefore'

/** A count or an amount of at least `number`, or of more than a parameter of the law (resolved to a number). */
export interface AtLeastCondition {
  op: 'atLeast'
  fact: string
  number: number
  moreThan?: string
}

/** A condition that a provision states in words of its own: a node that reasons and traces show by its article. */
export interface ClauseCondition {
  op: 'clause'
  cite: Citation
  text: Text
  of: Condition
}

export function is<Value extends string>(fact: ChoiceFact<Value>, ...values: Value[]): Condition {
  if (values.length === 0) throw new Error(`A condition on "${fact.key}" names no value`)
  return { op: 'is', fact: fact.key, values }
}

export function isYes(fact: ChoiceFact<YesNo>): Condition {
  return is(fact, 'yes')
}

export function isNo(fact: ChoiceFact<YesNo>): Condition {
  return is(fact, 'no')
}

/**
 * Reached `years` by the last day of the month: somebody who turns 60 within a month has the condition in that
 * month. `on: 'dayBefore'` asks whether it was reached before the month began.
 */
export function ageAtLeast(fact: BirthFact, years: number, on: ReferenceDay = 'lastDay'): Condition {
  return { op: 'age', fact: fact.key, years, on }
}

/**
 * Under `years` when the month began: who loses a condition within a month keeps it to the end of that month
 * (NĐ 20/2021 Đ8.2, NĐ 335/2026 Đ8.4). `on: 'lastDay'` reads the age at the end, as changes of level do.
 */
export function ageUnder(fact: BirthFact, years: number, on: ReferenceDay = 'dayBefore'): Condition {
  return not({ op: 'age', fact: fact.key, years, on })
}

export function atLeast(fact: CountFact | AmountFact, number: number): Condition {
  return { op: 'atLeast', fact: fact.key, number }
}

/** At most `limit`, given in đồng or as the id of a parameter of the same rulebook. */
export function atMost(fact: AmountFact, limit: number | string): Condition {
  if (typeof limit === 'number') return not({ op: 'atLeast', fact: fact.key, number: limit + 1 })
  return not({ op: 'atLeast', fact: fact.key, number: Number.NaN, moreThan: limit })
}

export function all(...of: Condition[]): Condition {
  return { op: 'all', of }
}

export function any(...of: Condition[]): Condition {
  return { op: 'any', of }
}

export function not(of: Condition): Condition {
  return { op: 'not', of }
}

/** Meets another ground of the same rulebook. References must not form a circle. */
export function meets(ground: string): Condition {
  return { op: 'meets', ground }
}

export function clause(cite: Citation, text: Text, of: Condition): Condition {
  return { op: 'clause', cite, text, of }
}

/** Always true, e.g. the only case of a coefficient. */
export const always: Condition = { op: 'all', of: [] }

/** The grounds a condition refers to. */
export function groundsIn(condition: Condition): string[] {
  switch (condition.op) {
    case 'meets':
      return [condition.ground]
    case 'all':
    case 'any':
      return condition.of.flatMap(groundsIn)
    case 'not':
    case 'clause':
      return groundsIn(condition.of)
    default:
      return []
  }
}

/** The facts a condition reads itself, not through other grounds. */
export function factsIn(condition: Condition): string[] {
  switch (condition.op) {
    case 'is':
    case 'age':
    case 'atLeast':
      return [condition.fact]
    case 'all':
    case 'any':
      return condition.of.flatMap(factsIn)
    case 'not':
    case 'clause':
      return factsIn(condition.of)
    default:
      return []
  }
}
