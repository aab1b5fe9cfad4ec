import { addMonths, type LocalDate, type Month, monthOf } from '#calendar'
import {
  type Arrears,
  arrears,
  type Due,
  isRecipient,
  monthlyEntitlement,
  programFor,
  shareParentCare,
} from '#law/social-assistance'
import { type Explanation, explain, type FactValue, type FactValues, type Range } from '#rules'
import type { Case, CasePerson } from './case.ts'
import { assessEvent, type EventAssessment } from './events.ts'
import { spouseOf } from './household-facts.ts'
import { factsIn } from './person-facts.ts'
import { decisionsOf, diedOn, presumedOf } from './stated.ts'
import { togetherDong } from './total.ts'

export interface PersonAssessment {
  person: CasePerson
  /** Every benefit of the month as the law gives it, whether or not it was ever applied for. */
  explanation: Explanation
  /** All benefits of the month together. */
  totalDong: Range
  /** Facts taken for granted because the case does not state them. */
  presumed: Readonly<Record<string, FactValue>>
  /** What the decisions in hand pay this month; empty when the case names none. */
  dues: readonly Due[]
  /** What was paid against what was due, from the first month paid to the one before the month asked. */
  arrears: Arrears | undefined
}

export interface Assessment {
  month: Month
  knownOn: LocalDate
  persons: readonly PersonAssessment[]
  /** Deaths and emergencies of that month. */
  events: readonly EventAssessment[]
}

/** What the law gives a household in a month, as the law was known on a day, and what is owed to its members. */
export function assessCase(of: Case, asked: { month: Month; knownOn: LocalDate }): Assessment {
  return {
    ...asked,
    persons: of.persons.map((person) => assessPerson(person, of, asked)),
    events: of.events
      .filter((each) => monthOf(each.on) === asked.month)
      .map((each) => assessEvent(each, of, asked.knownOn))
      .filter((each) => each !== undefined),
  }
}

function assessPerson(
  person: CasePerson,
  of: Case,
  { month, knownOn }: { month: Month; knownOn: LocalDate },
): PersonAssessment {
  const decisions = decisionsOf(person)
  const read = (each: Month) => settledFacts(person, of, each, knownOn)
  const death = diedOn(person, of)
  const program = programFor({ month, knownOn, recipient: isRecipient(decisions, death) })
  const benefitCase = { factsIn: read, decisions, diedOn: death }
  const explanation = explain(program, read(month))
  const from = person.paid.map((each) => each.month).toSorted()[0]
  const to = addMonths(month, -1)
  return {
    person,
    explanation,
    totalDong: togetherDong(explanation),
    presumed: presumedOf(person, of),
    dues: decisions.length > 0 ? monthlyEntitlement(benefitCase, month, knownOn).dues : [],
    arrears:
      from === undefined || from > to
        ? undefined
        : arrears(benefitCase, { from, to, paid: person.paid, knownOn }),
  }
}

/** The facts of a month with the rule on couples applied, unless the case itself says who of them draws. */
function settledFacts(person: CasePerson, of: Case, month: Month, knownOn: LocalDate): FactValues {
  const facts = factsIn(person, of, month)
  const spouse = spouseOf(person, of, month)
  if (!spouse || person.history.parentCarePaidToSpouse || spouse.history.parentCarePaidToSpouse) return facts
  const program = programFor({ month, knownOn, recipient: false })
  const theirs = factsIn(spouse, of, month)
  const iComeFirst = of.persons.indexOf(person) < of.persons.indexOf(spouse)
  if (iComeFirst) return shareParentCare(program, facts, theirs).one
  return shareParentCare(program, theirs, facts).other
}
