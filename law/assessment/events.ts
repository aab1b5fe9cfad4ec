import { type LocalDate, monthOf } from '#calendar'
import {
  ageBandAtDeath,
  type Decision,
  emergencyProgramOn,
  funeralProgramOn,
  movedToPension,
  pensionSince,
  programFor,
  type Rice,
  riceFor,
  startMonth,
} from '#law/social-assistance'
import { type Explanation, explain, type FactValue, type FactValues } from '#rules'
import type { Case, CaseEvent, CasePerson } from './case.ts'
import { parentsOf } from './household-facts.ts'
import { factsIn, factsOn } from './person-facts.ts'
import { decisionsOf, presumedOf } from './stated.ts'

export interface EventAssessment {
  event: CaseEvent
  explanation: Explanation
  /** False for a day whose law is not kept here: nothing can be said of it. */
  covered: boolean
  /** Rice for the hungry, where the event tells of any. */
  rice: Rice | undefined
  /** Facts taken for granted because the case does not state them. */
  presumed: Readonly<Record<string, FactValue>>
}

const presumedAtDeath = { childOfSingleParent: 'no', disasterSupportPaid: 'no' }
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
  const known = event.kind === 'death' ? factsAtDeath(person, of, event.on, knownOn) : undefined
  const told = { ...(known?.facts ?? povertyOn(person, of, event.on)), ...event.facts }
  const presumed = {
    ...(event.kind === 'death' ? presumedAtDeath : presumedInEmergency),
    ...known?.presumed,
  }
  const program = (event.kind === 'death' ? funeralProgramOn : emergencyProgramOn)(event.on, knownOn)
  return {
    event,
    explanation: explain(program, { ...presumed, ...told }),
    covered: program.benefits.length > 0,
    rice: event.rice && riceFor(event.rice, event.on),
    presumed: Object.fromEntries(Object.entries(presumed).filter(([key]) => !(key in told))),
  }
}

function povertyOn(person: CasePerson, of: Case, on: LocalDate): FactValues {
  return { poverty: factsOn(person, of, on).poverty }
}

/** What the person and the household tell of a death, and what is presumed because nothing does. */
function factsAtDeath(
  person: CasePerson,
  of: Case,
  on: LocalDate,
  knownOn: LocalDate,
): { facts: FactValues; presumed: Record<string, FactValue> } {
  const { poverty, insurance, inCentre } = factsOn(person, of, on)
  const decisions = decisionsOf(person)
  const drawn = {
    allowanceAtDeath: draws(decisions, 'socialAllowance', on),
    pensionAtDeath: draws(decisions, 'socialPension', on),
  }
  const byCentre = presumedOf(person, of).inCentre !== undefined
  return {
    facts: {
      poverty,
      insurance,
      ageAtDeath: person.birth && ageBandAtDeath(person.birth, on),
      ...(byCentre ? {} : { inCentreAtDeath: inCentre }),
      ...(decisions.length > 0 ? drawn : {}),
      ...(of.relations ? { childOfSingleParent: hadSingleParent(person, of, on, knownOn) } : {}),
      ...(supportedAsDisaster(person, of, knownOn) ? { disasterSupportPaid: 'yes' } : {}),
    },
    presumed: {
      ...(byCentre ? { inCentreAtDeath: 'no' } : {}),
      ...(decisions.length > 0 ? {} : { allowanceAtDeath: 'none', pensionAtDeath: 'none' }),
    },
  }
}

function draws(decisions: readonly Decision[], benefit: string, on: LocalDate): 'receiving' | 'none' {
  const month = monthOf(on)
  const running = decisions.some(
    (each) =>
      benefitIn(each, month) === benefit &&
      startMonth(each).month <= month &&
      (each.endedFrom === undefined || each.endedFrom > month),
  )
  return running ? 'receiving' : 'none'
}

function benefitIn(decision: Decision, month: string): string {
  return month >= pensionSince && movedToPension(decision) === true ? 'socialPension' : decision.benefit
}

/** Whether a parent in the household met the ground of the single parent (Đ5.4) in the month of the death. */
function hadSingleParent(
  person: CasePerson,
  of: Case,
  on: LocalDate,
  knownOn: LocalDate,
): 'yes' | 'no' | undefined {
  const month = monthOf(on)
  const program = programFor({ month, knownOn, recipient: false })
  const met = parentsOf(person, of).map(
    (each) => explain(program, factsIn(each, of, month)).grounds.get('K4')?.truth ?? 0,
  )
  if (met.includes(2)) return 'yes'
  return met.includes(1) ? undefined : 'no'
}

/** ST8: the support for a death in a disaster or accident told in the same case takes the place of the funeral's. */
function supportedAsDisaster({ id }: CasePerson, of: Case, knownOn: LocalDate): boolean {
  return of.events.some((each) => {
    if (each.kind !== 'emergency' || each.person !== id) return false
    const support = assessEvent(each, of, knownOn)?.explanation.benefits
    return ['deathSupport', 'burialSupport'].some((benefit) => support?.get(benefit)?.truth === 2)
  })
}
