import { addDays, dayFrom, daysInMonth, type LocalDate, yearOf } from '#calendar'
import type { Relation } from '#registry'
import type { Commune } from './communes.ts'
import { familyName, givenNames, type NameStock } from './names.ts'
import type { GivenNumbers } from './numbers.ts'
import type { Random } from './random.ts'

/** A person as the demonstration makes them, before they have a number. */
interface DemoPerson {
  name: string
  sex: 'male' | 'female'
  birth: { from: LocalDate; to: LocalDate }
  birthWritten: string
  citizenId: string | undefined
  oldId: string | undefined
  relation: Relation
  facts: Record<string, string>
  /** What the sweep must find of them, planted when they were made. */
  planted?: 'unknown' | 'comingUp'
}

export interface DemoHousehold {
  commune: Commune
  village: string
  poverty: 'none' | 'nearPoor' | 'poor'
  members: DemoPerson[]
}

export interface Making {
  random: Random
  today: LocalDate
  /** Identity numbers already given. */
  taken: GivenNumbers
}

/** A household with the facts that settle what the law gives each member. */
export function makeHousehold(making: Making, commune: Commune): DemoHousehold {
  const { random } = making
  const poor = commune.difficult ? 0.16 : 0.03
  const chance = random.next()
  const poverty = chance < poor ? 'poor' : chance < poor * 2.2 ? 'nearPoor' : 'none'
  const stock = random.pick(commune.stocks)
  const members = compose(making, stock)
  const household: DemoHousehold = {
    commune,
    village: villageOf(random, commune),
    poverty,
    members,
  }
  for (const member of members) addFacts(making, household, member)
  return household
}

function villageOf(random: Random, { stocks, name }: Commune): string {
  const number = random.between(1, 12)
  if (name.startsWith('Phường')) return `Khối ${number}`
  return stocks[0] === 'kinh' ? `Xóm ${number}` : `Bản ${number}`
}

function compose(making: Making, stock: NameStock): DemoPerson[] {
  const { random } = making
  if (random.happens(0.006)) return [soonSeventyFive(making, stock)]
  const family = familyName(random, stock)
  const person = (age: number, sex: 'male' | 'female', relation: Relation, surname = family) =>
    makePerson(making, { age, sex, relation, name: `${surname} ${givenNames(random, stock, sex)}` })
  const kind = random.next()
  const sex = random.happens(0.5) ? 'male' : 'female'
  if (kind < 0.1) return [person(random.between(62, 94), random.happens(0.3) ? 'male' : 'female', 'head')]
  if (kind < 0.22) {
    const age = random.between(60, 88)
    return [
      person(age, 'male', 'head'),
      person(age - random.between(0, 6), 'female', 'spouse', familyName(random, stock)),
    ]
  }
  if (kind < 0.27) {
    const age = random.between(24, 48)
    const children = random.between(1, 3)
    return [person(age, 'female', 'head'), ...childrenOf(making, { age, children, family, stock })]
  }
  if (kind < 0.285) return withGrandchildren(making, family, stock)
  const age = random.between(24, 58)
  const spouse = person(
    Math.max(20, age - random.between(0, 7)),
    'female',
    'spouse',
    familyName(random, stock),
  )
  const members = [person(age, 'male', 'head'), spouse]
  members.push(...childrenOf(making, { age, children: random.between(0, 4), family, stock }))
  if (random.happens(0.25)) members.push(person(age + random.between(22, 32), sex, 'parent'))
  return members
}

/** Somebody who lives alone and reaches the age of the social pension within two months. */
function soonSeventyFive(making: Making, stock: NameStock): DemoPerson {
  const { random, today } = making
  const birthday = addDays(today, random.between(32, 60))
  const birth = dayFrom(
    yearOf(birthday) - 75,
    Number(birthday.slice(5, 7)),
    Math.min(28, Number(birthday.slice(8))),
  )
  const person = makePerson(making, {
    age: 74,
    born: birth,
    sex: 'female',
    relation: 'head',
    name: `${familyName(random, stock)} ${givenNames(random, stock, 'female')}`,
  })
  return { ...person, planted: 'comingUp' }
}

function withGrandchildren(making: Making, family: string, stock: NameStock): DemoPerson[] {
  const { random } = making
  const head = makePerson(making, {
    age: random.between(60, 76),
    sex: 'female',
    relation: 'head',
    name: `${familyName(random, stock)} ${givenNames(random, stock, 'female')}`,
  })
  return [
    head,
    ...childrenOf(making, { age: 40, children: random.between(1, 2), family, stock, relation: 'grandchild' }),
  ]
}

interface Brood {
  age: number
  children: number
  family: string
  stock: NameStock
  relation?: Relation
}

function childrenOf(
  making: Making,
  { age, children, family, stock, relation = 'child' }: Brood,
): DemoPerson[] {
  const { random } = making
  return Array.from({ length: children }, () => {
    const sex = random.happens(0.52) ? 'male' : 'female'
    const years = random.between(0, Math.min(21, Math.max(0, age - 20)))
    return makePerson(making, {
      age: years,
      sex,
      relation,
      name: `${family} ${givenNames(random, stock, sex)}`,
    })
  })
}

interface Sketch {
  age: number
  /** The very day, when it matters. */
  born?: LocalDate
  sex: 'male' | 'female'
  relation: Relation
  name: string
}

/** The old often know no more than their year; nobody near an age that the law asks for is among them. */
const yearOnlyFrom = 83

function makePerson(
  { random, today, taken }: Making,
  { age, born, sex, relation, name }: Sketch,
): DemoPerson {
  const on = born ?? bornBefore(addDays(today, -random.between(0, 364)), age)
  const year = yearOf(on)
  const yearOnly = age >= yearOnlyFrom && random.happens(0.4)
  const birth = yearOnly ? { from: dayFrom(year, 1, 1), to: dayFrom(year, 12, 31) } : { from: on, to: on }
  const hasOldId = age >= 70 && random.happens(0.06)
  return {
    name: name.normalize('NFC'),
    sex,
    birth,
    birthWritten: yearOnly ? String(year) : `${on.slice(8)}/${on.slice(5, 7)}/${year}`,
    citizenId:
      hasOldId || (age < 1 && random.happens(0.2)) ? undefined : citizenIdFor(random, taken, { year, sex }),
    oldId: hasOldId ? numberFor(random, taken, '18', 7) : undefined,
    relation,
    facts: {},
  }
}

function bornBefore(birthday: LocalDate, years: number): LocalDate {
  const [year, month] = [yearOf(birthday) - years, Number(birthday.slice(5, 7))]
  return dayFrom(year, month, Math.min(Number(birthday.slice(8)), daysInMonth(year, month)))
}

/** Place of registration, century and sex, year of birth, six digits: as Circular 07/2016/TT-BCA builds it. */
function citizenIdFor(
  random: Random,
  taken: GivenNumbers,
  { year, sex }: { year: number; sex: 'male' | 'female' },
): string {
  const place = random.happens(0.95) ? '040' : random.pick(['042', '038', '001', '037', '044'])
  const digit = Math.floor((year - 1900) / 100) * 2 + (sex === 'male' ? 0 : 1)
  return numberFor(random, taken, `${place}${digit}${String(year % 100).padStart(2, '0')}`, 6)
}

function numberFor(random: Random, taken: GivenNumbers, start: string, digits: number): string {
  for (;;) {
    const number = random.between(0, 10 ** digits - 1)
    if (taken.take(start, number, digits)) return start + String(number).padStart(digits, '0')
  }
}

function addFacts({ random, today }: Making, household: DemoHousehold, person: DemoPerson): void {
  const { facts, birth } = person
  const age = yearOf(today) - yearOf(birth.from)
  const poorish = household.poverty !== 'none'
  if (age <= 17) addChildFacts(random, household, person)
  if (age >= 15 && age <= 23) facts.studying = random.happens(0.8) ? 'yes' : 'no'
  if (age >= 16 && poorish) facts.marriage = marriageOf(random, household, person)
  if (age >= 59 && household.poverty === 'poor') facts.supporter = random.happens(0.35) ? 'none' : 'able'
  if (age >= 69) {
    const insured = random.next()
    facts.insurance = insured < 0.3 ? 'pension' : insured < 0.36 ? 'survivor' : 'none'
    if (age >= 75 || poorish) facts.pensionRequested = 'yes'
    if (age >= 77 && household.poverty === 'none' && random.happens(0.03)) {
      facts.insurance = 'none'
      delete facts.pensionRequested
      person.planted = 'unknown'
    }
  }
  if (person.planted === 'comingUp') Object.assign(facts, { insurance: 'none', pensionRequested: 'yes' })
  if (person.planted) return
  const certificate = random.next()
  const share = age >= 60 ? 3 : 1
  if (certificate < 0.003 * share) {
    facts.disability = 'extreme'
    facts.caredForAtHome = 'yes'
  } else if (certificate < 0.012 * share) facts.disability = 'severe'
  else if (certificate < 0.016 * share) facts.disability = 'light'
  if (age >= 16 && poorish && random.happens(0.006)) {
    facts.hiv = 'yes'
    facts.stableIncome = random.happens(0.2) ? 'yes' : 'no'
  }
}

function addChildFacts(random: Random, { members }: DemoHousehold, person: DemoPerson): void {
  const { facts } = person
  if (person.relation === 'grandchild') {
    facts.father = random.pick(['dead', 'dead', 'missing'])
    facts.mother = random.pick(['dead', 'detained', 'missing'])
    facts.takenIn = 'yes'
    return
  }
  const alone = !members.some(({ relation }) => relation === 'spouse')
  facts.father = alone && random.happens(0.4) ? 'dead' : 'present'
  facts.mother = 'present'
}

function marriageOf(random: Random, { members }: DemoHousehold, person: DemoPerson): string {
  const couple = members.some(({ relation }) => relation === 'spouse')
  if (person.relation === 'child') return 'neverMarried'
  if (person.relation === 'parent') return 'widowed'
  if (couple) return 'married'
  return random.pick(['widowed', 'neverMarried', 'divorced', 'widowed'])
}
