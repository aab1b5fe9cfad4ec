import { type LocalDate, monthOf } from '#calendar'
import {
  ageBandAtDeath,
  type Decision,
  emergencyProgramOn,
  funeralProgramOn,
  startMonth,
} from '#law/social-assistance'
import { type Explanation, explain, type FactValue, type FactValues } from '#rules'
import type { Case, CaseEvent, CasePerson } from './case.ts'
import { factsIn } from './person-facts.ts'

export interface EventAssessment {
  event: CaseEvent
  explanation: Explanation
  /** Facts taken for granted because the case does not state them. */
  presumed: Readonly<Record<string, FactValue>>
}

const presumedAtDeath = { childOfSingleParent: 'no', disasterSupportPaid: 'no', inCentreAtDeath: 'no' }
const presumedInEmergency = {
  harm: 'none',
  emergencyAdmission: 'no',
  treatmentDays: 0,
  buriedByCommune: 'no',
  house: 'intact',
  hardship: 'no',
}

/** What is paid once for a death or an emergency, by the rules on the day it happened. */
export function assessEvent(event: CaseEvent, of: Case, knownOn: LocalDate): EventAssessment | undefined {
  const person = of.persons.find((each) => each.id === event.person)
  if (!person) return undefined
  const ordinary = event.kind === 'death' ? presumedAtDeath : presumedInEmergency
  const known = event.kind === 'death' ? factsAtDeath(person, of, event.on) : povertyOf(person, of, event.on)
  const program = (event.kind === 'death' ? funeralProgramOn : emergencyProgramOn)(event.on, knownOn)
  return {
    event,
    explanation: explain(program, { ...ordinary, ...known, ...event.facts }),
    presumed: Object.fromEntries(Object.entries(ordinary).filter(([key]) => !(key in event.facts))),
  }
}

function povertyOf(person: CasePerson, of: Case, on: LocalDate): FactValues {
  return { poverty: factsIn(person, of, monthOf(on)).poverty }
}

function factsAtDeath(person: CasePerson, of: Case, on: LocalDate): FactValues {
  const facts = factsIn(person, of, monthOf(on))
  return {
    poverty: facts.poverty,
    insurance: facts.insurance,
    inCentreAtDeath: facts.inCentre,
    ageAtDeath: person.birth && ageBandAtDeath(person.birth, on),
    allowanceAtDeath: drawn('socialAllowance', person.decisions, on),
    pensionAtDeath: drawn('socialPension', person.decisions, on),
  }
}

function drawn(benefit: string, decisions: readonly Decision[], on: LocalDate): 'receiving' | 'none' {
  const month = monthOf(on)
  const running = decisions.some(
    (each) =>
      each.benefit === benefit &&
      startMonth(each).month <= month &&
      (each.endedFrom === undefined || each.endedFrom > month),
  )
  return running ? 'receiving' : 'none'
}
