import { type LocalDate, lastDayOf, type Month } from '#calendar'
import { readDay, readMonth, withImplied } from '#law/social-assistance'
import type { FactValues } from '#rules'
import type { Case, CasePerson } from './case.ts'
import { childrenCounted, relationHistory } from './household-facts.ts'
import { historyOf } from './stated.ts'

/**
 * The facts of one person for a month: what is stated, else what follows from decisions and the household, else
 * what is presumed. Before the birth there is nobody to whom anything could be due.
 */
export function factsIn(person: CasePerson, of: Case, month: Month): FactValues {
  const facts = {
    birth: person.birth,
    ...childrenCounted(person, of, month),
    ...readMonth({ ...relationHistory(person, of, month), ...historyOf(person, of) }, month),
  }
  const unborn = person.birth !== undefined && person.birth.from > lastDayOf(month)
  return withImplied(unborn ? { ...facts, alive: 'no' } : facts, month)
}

/** What is known of somebody on the day on which something happened. */
export function factsOn(person: CasePerson, of: Case, on: LocalDate): FactValues {
  return readDay(historyOf(person, of), on)
}
