import { addDays, type Month } from '#calendar'
import {
  countK4Children,
  countUnder36Months,
  type DatedValue,
  type FactHistory,
  type RaisedChild,
  readMonth,
  withImplied,
} from '#law/social-assistance'
import type { FactValues } from '#rules'
import { always, type Case, type CasePerson } from './case.ts'

/**
 * What is taken for granted unless the case says otherwise; every report names it. Write `null` for a fact in the
 * case to leave it unknown instead.
 */
const presumed: Readonly<Record<string, string>> = {
  alive: 'yes',
  resident: 'yes',
  inPrison: 'no',
  inCentre: 'no',
  parentCarePaidToSpouse: 'no',
}

/** The facts of one person for a month: what is stated, else what follows from the household, else presumed. */
export function factsIn(person: CasePerson, of: Case, month: Month): FactValues {
  const history: FactHistory = {
    ...presumedHistory,
    ...of.household,
    ...derived(person, of),
    ...person.history,
    ...(deathOf(person, of) ?? {}),
  }
  const facts = readMonth(history, month)
  return withImplied({ birth: person.birth, ...counted(person, of, month), ...facts }, month)
}

const presumedHistory: FactHistory = Object.fromEntries(
  Object.entries(presumed).map(([key, value]) => [key, always(value)]),
)

/** The presumptions that a person's facts rest on, with their values. */
export function presumedOf(person: CasePerson, of: Case): Record<string, string> {
  const stated = { ...of.household, ...person.history, ...deathOf(person, of) }
  return Object.fromEntries(Object.entries(presumed).filter(([key]) => !(key in stated)))
}

function deathOf(person: CasePerson, of: Case): FactHistory | undefined {
  const death = of.events.find((each) => each.kind === 'death' && each.person === person.id)
  return death && { alive: livedUntil(death.on) }
}

function livedUntil(on: Parameters<typeof addDays>[0]): readonly DatedValue[] {
  return [
    { value: 'yes', to: addDays(on, -1) },
    { value: 'no', from: on },
  ]
}

function derived(person: CasePerson, of: Case): FactHistory {
  if (!of.relations) return {}
  const towards = (kind: string) =>
    of.relations?.filter((each) => each.kind === kind && each.to === person.id) ?? []
  return {
    ...parentHistories(person, of),
    ...spouseHistory(person, of),
    takenIn: always(towards('tookIn').length > 0 ? 'yes' : 'no'),
    caredForAtHome: always(towards('caresFor').length > 0 ? 'yes' : 'no'),
  }
}

/** A parent who belongs to the household is present until they die. */
function parentHistories(person: CasePerson, of: Case): FactHistory {
  const histories: Record<string, readonly DatedValue[]> = {}
  for (const relation of of.relations ?? []) {
    if (relation.kind !== 'parentOf' || relation.to !== person.id) continue
    const parent = of.persons.find((each) => each.id === relation.from)
    const sex = parent?.history.sex?.[0]?.value
    if (parent && (sex === 'male' || sex === 'female'))
      histories[sex === 'male' ? 'father' : 'mother'] = untilDeath(parent, of, 'present', 'dead')
  }
  return histories
}

function spouseHistory(person: CasePerson, of: Case): FactHistory {
  const spouse = spouseOf(person, of)
  return spouse ? { marriage: untilDeath(spouse, of, 'married', 'widowed') } : {}
}

/** The spouse in the household, if the case names one. */
export function spouseOf(person: CasePerson, of: Case): CasePerson | undefined {
  const relation = of.relations?.find(
    (each) => each.kind === 'spouseOf' && (each.from === person.id || each.to === person.id),
  )
  const id = relation?.from === person.id ? relation.to : relation?.from
  return of.persons.find((each) => each.id === id)
}

function untilDeath(person: CasePerson, of: Case, living: string, after: string): readonly DatedValue[] {
  const death = of.events.find((each) => each.kind === 'death' && each.person === person.id)
  if (!death) return always(living)
  return [
    { value: living, to: addDays(death.on, -1) },
    { value: after, from: death.on },
  ]
}

/** Numbers of children by the relations; unknown when the case tells none. */
function counted(person: CasePerson, of: Case, month: Month): FactValues {
  if (!of.relations) return {}
  const ids = of.relations
    .filter((each) => each.kind === 'parentOf' && each.from === person.id)
    .map((each) => each.to)
  const children = of.persons
    .filter((each) => ids.includes(each.id))
    .map((each): RaisedChild => {
      const { studying } = readMonth({ studying: each.history.studying }, month)
      return { birth: each.birth, studying: studying as RaisedChild['studying'] }
    })
  return {
    k4Children: countK4Children(children, month),
    childrenUnder36Months: countUnder36Months(children, month),
  }
}
