import { addDays, firstDayOf, type LocalDate, type Month, month, monthOf } from '#calendar'
import {
  type Decision,
  type FactHistory,
  formerGroundEnded,
  movedToPension,
  pensionSince,
} from '#law/social-assistance'
import { always, type Case, type CasePerson } from './case.ts'

/**
 * What is taken for granted unless the case says otherwise; every report names it. Write `null` for a fact in the
 * case to leave it unknown instead.
 */
const ordinary: Readonly<Record<string, string>> = {
  alive: 'yes',
  resident: 'yes',
  inPrison: 'no',
  inCentre: 'no',
  parentCarePaidToSpouse: 'no',
}

/** What the case states of a person, over what its decisions tell, over what is presumed. */
export function historyOf(person: CasePerson, of: Case): FactHistory {
  const presumed = Object.entries(presumedFor(person)).map(([key, value]) => [key, always(value)])
  return {
    ...Object.fromEntries(presumed),
    ...of.household,
    ...toldByDecisions(person),
    ...person.history,
    ...deathHistory(person, of),
  }
}

/** The presumptions that a person's facts rest on, with their values. */
export function presumedOf(person: CasePerson, of: Case): Record<string, string> {
  const stated = {
    ...of.household,
    ...toldByDecisions(person),
    ...person.history,
    ...deathHistory(person, of),
  }
  return Object.fromEntries(Object.entries(presumedFor(person)).filter(([key]) => !(key in stated)))
}

/** Somebody past 22 is not taken for a former child without support. */
function presumedFor({ birth }: CasePerson): Readonly<Record<string, string>> {
  return birth && formerGroundEnded(birth) ? { ...ordinary, formerlyWithoutSupport: 'no' } : ordinary
}

/** The day somebody died, if the case tells of it. */
export function diedOn({ id }: CasePerson, of: Case): LocalDate | undefined {
  return of.events.find((each) => each.kind === 'death' && each.person === id)?.on
}

function deathHistory(person: CasePerson, of: Case): FactHistory {
  const on = diedOn(person, of)
  if (!on) return {}
  return {
    alive: [
      { value: 'yes', to: addDays(on, -1) },
      { value: 'no', from: on },
    ],
  }
}

/** The decisions told; for a benefit paid without one, a decision of the first month paid is supposed. */
export function decisionsOf({ decisions, paid }: CasePerson): readonly Decision[] {
  const without = paid.filter((each) => !decisions.some((one) => one.benefit === each.benefit))
  const first = new Map<string, Month>()
  for (const { benefit, month } of without) {
    const known = first.get(benefit)
    if (!known || month < known) first.set(benefit, month)
  }
  const supposed = [...first].map(([benefit, month]): Decision => ({ benefit, signedOn: firstDayOf(month) }))
  return [...decisions, ...supposed]
}

/** Who draws the social pension has asked for it; who drew as a child without support is a former one. */
function toldByDecisions(person: CasePerson): FactHistory {
  const decisions = decisionsOf(person)
  const asked = decisions.map(askedFrom).filter((each) => each !== undefined)
  const orphan = decisions.some(({ ground }) => ground === 'K1' || ground === 'K2')
  return {
    ...(asked.length > 0 ? { pensionRequested: [{ value: 'yes', from: asked.toSorted()[0] }] } : {}),
    ...(orphan ? { formerlyWithoutSupport: always('yes') } : {}),
  }
}

function askedFrom(decision: Decision): LocalDate | undefined {
  if (decision.benefit === 'socialPension') return firstDayOf(monthOf(decision.signedOn))
  return movedToPension(decision) ? firstDayOf(month(pensionSince)) : undefined
}
