import type { LocalDate } from '#calendar'
import type { DatedValue, Decision, FactHistory, Hungry, Payment } from '#law/social-assistance'
import type { BirthRange, FactValues } from '#rules'

/** One household as a case file tells it: who belongs to it, what is known of them over time, what happened. */
export interface Case {
  persons: readonly CasePerson[]
  /** Given: the household is told completely, so nobody has other children here. Not given: unknown. */
  relations?: readonly Relation[] | undefined
  /** What holds for everybody in the household, such as its poverty status. */
  household: FactHistory
  events: readonly CaseEvent[]
}

export interface CasePerson {
  id: string
  name?: string | undefined
  birth?: BirthRange | undefined
  history: FactHistory
  decisions: readonly Decision[]
  paid: readonly Payment[]
}

/** `from` is parent of, married to, cares at home for, or was approved to take in `to`. */
export interface Relation {
  kind: 'parentOf' | 'spouseOf' | 'caresFor' | 'tookIn'
  from: string
  to: string
}

export interface CaseEvent {
  kind: 'death' | 'emergency'
  person: string
  on: LocalDate
  facts: FactValues
  /** Who went hungry, for the rice of an emergency. */
  rice?: Hungry | undefined
}

/** A history of one value that has always held. */
export function always(value: DatedValue['value']): readonly DatedValue[] {
  return [{ value }]
}
