import { day, daysInMonth, type Month, parseDay, parseMonth } from '#calendar'
import type { Case, CaseEvent, CasePerson, Relation } from '#law/assessment'
import {
  type Decision,
  emergencyFacts,
  funeralFacts,
  type Hungry,
  monthlyBook,
  type Payment,
} from '#law/social-assistance'
import type { BirthRange } from '#rules'
import { type Problem, problemTexts } from './problems.ts'
import { householdFacts, personFacts, readFacts, readHistory } from './read-facts.ts'
import { type Keys, Reader } from './reader.ts'

export type ReadCase = { ok: true; case: Case } | { ok: false; problems: readonly Problem[] }

/** The first month whose law is kept here. */
export const firstMonth = '2015-01' as Month

/** The grounds each monthly benefit may be given on. */
const groundsOf = new Map<string, string[]>()
for (const each of monthlyBook.provisions) {
  if (each.kind !== 'benefit') continue
  const ids = [...each.highestOf, ...(each.plus ? [each.plus.ground] : [])]
  groundsOf.set(each.id, [...new Set([...(groundsOf.get(each.id) ?? []), ...ids])].toSorted())
}
const benefits = [...groundsOf.keys()]
const allGrounds = [...groundsOf.values()].flat()

/** Reads a case file that was parsed as JSON, or tells every problem in it by its path. */
export function readCase(written: unknown): ReadCase {
  const reader = new Reader()
  const file = reader.object(written, '$', ['persons', 'household', 'events'])
  if (!file) return { ok: false, problems: reader.problems }
  const persons = reader.list(file.persons, '$.persons', (item, path) => readPerson(reader, item, path))
  if (file.persons === undefined) reader.note('$.persons', problemTexts.missing())
  else if (Array.isArray(file.persons) && file.persons.length === 0)
    reader.note('$.persons', problemTexts.empty())
  refuseSameIds(reader, persons)
  const household = readHousehold(reader, file.household, persons)
  const events = reader.list(file.events, '$.events', (item, path) => readEvent(reader, item, path, persons))
  refuseSecondDeaths(reader, file.events)
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems }
  return { ok: true, case: { persons, ...household, events } }
}

function readPerson(reader: Reader, item: unknown, path: string): CasePerson | undefined {
  const keys = reader.object(item, path, ['id', 'name', 'birth', 'sex', 'facts', 'decisions', 'paid'])
  if (!keys) return undefined
  const id = reader.text(keys.id, `${path}.id`)
  const sexFacts = personFacts.filter((each) => each.key === 'sex')
  const sex = readHistory(reader, keys.sex === undefined ? {} : { sex: keys.sex }, path, sexFacts)
  const person = {
    name: reader.optional(keys.name, `${path}.name`, reader.text),
    birth: reader.optional(keys.birth, `${path}.birth`, (value, at) => readBirth(reader, value, at)),
    history: { ...sex, ...readHistory(reader, keys.facts, `${path}.facts`, personFacts) },
    decisions: reader.list(keys.decisions, `${path}.decisions`, (each, at) => readDecision(reader, each, at)),
    paid: reader.list(keys.paid, `${path}.paid`, (each, at) => readPayment(reader, each, at)),
  }
  return id === undefined ? undefined : { id, ...person }
}

/** `1951-12-09`, `1951-12` or `1951`: the range of days the birth must lie in. */
function readBirth(reader: Reader, value: unknown, path: string): BirthRange | undefined {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string') return reader.note(path, problemTexts.notBirth())
  const exact = parseDay(text)
  if (exact) return { from: exact, to: exact }
  if (/^(18|19|20)\d\d$/.test(text)) return { from: day(`${text}-01-01`), to: day(`${text}-12-31`) }
  const month = parseMonth(text)
  if (!month) return reader.note(path, problemTexts.notBirth())
  const last = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))
  return { from: day(`${month}-01`), to: day(`${month}-${last}`) }
}

function readDecision(reader: Reader, item: unknown, path: string): Decision | undefined {
  const known = ['benefit', 'ground', 'signedOn', 'certificateOn', 'reachedAgeOn', 'endedFrom']
  const keys = reader.object(item, path, known)
  if (!keys) return undefined
  const benefit = reader.oneOf(keys.benefit, `${path}.benefit`, benefits)
  const signedOn = reader.day(keys.signedOn, `${path}.signedOn`)
  const ground = reader.optional(keys.ground, `${path}.ground`, (each, at) =>
    reader.oneOf(each, at, groundsOf.get(benefit ?? '') ?? allGrounds),
  )
  const certificateOn = reader.optional(keys.certificateOn, `${path}.certificateOn`, reader.day)
  const reachedAgeOn = reader.optional(keys.reachedAgeOn, `${path}.reachedAgeOn`, reader.day)
  const endedFrom = reader.optional(keys.endedFrom, `${path}.endedFrom`, reader.month)
  if (benefit === undefined || signedOn === undefined) return undefined
  return {
    benefit,
    signedOn,
    ...(ground ? { ground } : {}),
    ...(certificateOn ? { certificateOn } : {}),
    ...(reachedAgeOn ? { reachedAgeOn } : {}),
    ...(endedFrom ? { endedFrom } : {}),
  }
}

function readPayment(reader: Reader, item: unknown, path: string): Payment | undefined {
  const keys = reader.object(item, path, ['benefit', 'month', 'amountDong'])
  if (!keys) return undefined
  const benefit = reader.oneOf(keys.benefit, `${path}.benefit`, benefits)
  const month = reader.month(keys.month, `${path}.month`)
  if (month !== undefined && month < firstMonth)
    return reader.note(`${path}.month`, problemTexts.tooEarly(firstMonth))
  const amountDong = reader.dong(keys.amountDong, `${path}.amountDong`)
  if (benefit === undefined || month === undefined || amountDong === undefined) return undefined
  return { benefit, month, amountDong }
}

function refuseSameIds(reader: Reader, persons: readonly CasePerson[]): void {
  const known = new Set<string>()
  persons.forEach(({ id }, index) => {
    if (known.has(id)) reader.note(`$.persons[${index}].id`, problemTexts.sameId())
    known.add(id)
  })
}

function readHousehold(reader: Reader, written: unknown, persons: readonly CasePerson[]) {
  if (written === undefined) return { household: {} }
  const factKeys = householdFacts.map((each) => each.key)
  const keys = reader.object(written, '$.household', [...factKeys, 'relations'])
  if (!keys) return { household: {} }
  const stated = Object.fromEntries(Object.entries(keys).filter(([key]) => factKeys.includes(key)))
  const household = readHistory(reader, stated, '$.household', householdFacts)
  if (keys.relations === undefined) return { household }
  const relations = reader.list(keys.relations, '$.household.relations', (item, path) =>
    readRelation(reader, item, path, persons),
  )
  return { household, relations }
}

function readRelation(
  reader: Reader,
  item: unknown,
  path: string,
  persons: readonly CasePerson[],
): Relation | undefined {
  const keys = reader.object(item, path, ['kind', 'from', 'to'])
  if (!keys) return undefined
  const kinds: readonly Relation['kind'][] = ['parentOf', 'spouseOf', 'caresFor', 'tookIn']
  const kind = reader.oneOf(keys.kind, `${path}.kind`, kinds)
  const from = readPersonId(reader, keys, 'from', path, persons)
  const to = readPersonId(reader, keys, 'to', path, persons)
  if (from !== undefined && from === to) return reader.note(path, problemTexts.samePerson())
  return kind && from && to ? { kind, from, to } : undefined
}

function readPersonId(
  reader: Reader,
  keys: Keys,
  key: string,
  path: string,
  persons: readonly CasePerson[],
): string | undefined {
  const id = reader.text(keys[key], `${path}.${key}`)
  if (id === undefined || persons.some((each) => each.id === id)) return id
  return reader.note(`${path}.${key}`, problemTexts.noPerson())
}

function readEvent(
  reader: Reader,
  item: unknown,
  path: string,
  persons: readonly CasePerson[],
): CaseEvent | undefined {
  const keys = reader.object(item, path, ['kind', 'person', 'on', 'facts', 'rice'])
  if (!keys) return undefined
  const kind = reader.oneOf(keys.kind, `${path}.kind`, ['death', 'emergency'])
  const person = readPersonId(reader, keys, 'person', path, persons)
  const on = reader.day(keys.on, `${path}.on`)
  const known = kind === 'death' ? funeralFacts : emergencyFacts
  const facts = readFacts(reader, keys.facts, `${path}.facts`, known)
  const rice = reader.optional(keys.rice, `${path}.rice`, (value, at) => readHungry(reader, value, at))
  if (kind === 'death' && keys.rice !== undefined) reader.note(`${path}.rice`, problemTexts.onlyEmergency())
  return kind && person && on ? { kind, person, on, facts, ...(rice ? { rice } : {}) } : undefined
}

function readHungry(reader: Reader, value: unknown, path: string): Hungry | undefined {
  const keys = reader.object(value, path, ['people', 'months', 'occasion'])
  if (!keys) return undefined
  const people = reader.positive(keys.people, `${path}.people`)
  const months = reader.positive(keys.months, `${path}.months`)
  const occasion = reader.oneOf(keys.occasion, `${path}.occasion`, ['tet', 'event'])
  return people && months && occasion ? { people, months, occasion } : undefined
}

function refuseSecondDeaths(reader: Reader, written: unknown): void {
  if (!Array.isArray(written)) return
  const dead = new Set<unknown>()
  written.forEach((each, index) => {
    if (each?.kind !== 'death') return
    if (dead.has(each.person)) reader.note(`$.events[${index}]`, problemTexts.secondDeath())
    dead.add(each.person)
  })
}
