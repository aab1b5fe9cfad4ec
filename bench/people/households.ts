import type { Commune, Province } from './communes.ts'
import { givenOf, middleOf, type Sex, surnameOf } from './names.ts'
import { type Numbers, numbersOf } from './numbers.ts'
import { type Random, randomOf } from './random.ts'

export interface Birth {
  year: number
  month: number
  day: number
}

/** A person as they are, before anybody wrote them down. */
export interface Person {
  id: number
  household: number
  relation: 'head' | 'spouse' | 'child' | 'parent'
  surname: string
  middle: string
  given: string
  sex: Sex
  birth: Birth
  /** Nobody knows the day: a register writes 1 January, or the year alone. */
  dayUnknown: boolean
  citizenId: string
  /** Of those who had a card of nine digits. */
  oldId: string | undefined
  commune: Commune
  /** Where the household was counted before 1 July 2025. */
  unitBefore: string
  village: string
  phone: string | undefined
}

interface Home {
  household: number
  commune: Commune
  unitBefore: string
  village: string
  phone: string | undefined
}

/** The newest births that are invented. */
const lastYear = 2025

/**
 * People of a province, household by household, the same for the same seed: couples, children who share surname,
 * middle name, home and telephone, twins, grandparents, people alone.
 */
export function* households(province: Province, seed: number): Generator<Person[]> {
  const random = randomOf(seed)
  const numbers = numbersOf()
  let people = 0
  for (let household = 1; ; household++) {
    const commune = province.pick(random)
    const home: Home = {
      household,
      commune,
      unitBefore: random.pick(commune.before),
      village: `Xóm ${1 + random.below(12)}`,
      phone: random.chance(0.75) ? numbers.phone() : undefined,
    }
    const members = family(home, random, numbers)
    for (const member of members) member.id = people++
    yield members
  }
}

function family(home: Home, random: Random, numbers: Numbers): Person[] {
  const kind = random.next()
  const surname = surnameOf(random)
  const make = (who: Partial<Person> & { sex: Sex; birth: Birth; relation: Person['relation'] }) =>
    person({ ...home, ...who }, random, numbers)
  if (kind < 0.1) {
    const sex = random.chance(0.7) ? 'female' : 'male'
    return [make({ relation: 'head', surname, sex, birth: bornIn(1928 + random.below(45), random) })]
  }
  const year = kind < 0.2 ? 1930 + random.below(35) : 1958 + random.below(42)
  const head = make({ relation: 'head', surname, sex: 'male', birth: bornIn(year, random) })
  const wifeYear = year + random.below(9) - 2
  const wife = make({ relation: 'spouse', sex: 'female', birth: bornIn(wifeYear, random) })
  if (kind < 0.2) return [head, wife]
  const children = childrenOf(surname, Math.max(wifeYear, year - 10), { random, make })
  const adults =
    kind < 0.28 ? [random.chance(0.8) ? { ...wife, relation: 'head' as const } : head] : [head, wife]
  const parents =
    kind > 0.82
      ? [
          make({
            relation: 'parent',
            surname,
            sex: 'female',
            birth: bornIn(year - 19 - random.below(14), random),
          }),
        ]
      : []
  if (kind > 0.92)
    parents.push(
      make({ relation: 'parent', surname, sex: 'male', birth: bornIn(year - 21 - random.below(15), random) }),
    )
  return [...adults, ...children, ...parents]
}

function childrenOf(
  surname: string,
  motherYear: number,
  {
    random,
    make,
  }: {
    random: Random
    make: (who: Partial<Person> & { sex: Sex; birth: Birth; relation: Person['relation'] }) => Person
  },
): Person[] {
  const children: Person[] = []
  const middles: Record<Sex, string> = { male: middleOf('male', random), female: middleOf('female', random) }
  let year = motherYear + 19 + random.below(10)
  for (let left = 1 + random.below(4); left > 0 && year <= lastYear; left--) {
    const birth = bornIn(year, random)
    const sex: Sex = random.chance(0.5) ? 'male' : 'female'
    const middle = random.chance(0.5) ? middles[sex] : middleOf(sex, random)
    const given = anotherGiven(sex, children, random)
    children.push(make({ relation: 'child', surname, middle, given, sex, birth }))
    if (random.chance(0.015)) children.push(twinOf(children, make, random))
    year += 2 + random.below(5)
  }
  return children
}

/** Born the same day, mostly of the same sex with the same middle name. */
function twinOf(
  children: readonly Person[],
  make: (who: Partial<Person> & { sex: Sex; birth: Birth; relation: Person['relation'] }) => Person,
  random: Random,
): Person {
  const sibling = children.at(-1) as Person
  const { surname, birth, sex } = sibling
  const twinSex: Sex = random.chance(0.7) ? sex : sex === 'male' ? 'female' : 'male'
  const given = anotherGiven(twinSex, children, random)
  const middle = twinSex === sex ? sibling.middle : middleOf(twinSex, random)
  return make({ relation: 'child', surname, middle, given, sex: twinSex, birth: { ...birth } })
}

/** Nobody gives two children one name. */
function anotherGiven(sex: Sex, children: readonly Person[], random: Random): string {
  for (;;) {
    const given = givenOf(sex, random)
    if (!children.some((child) => child.given === given)) return given
  }
}

function bornIn(year: number, random: Random): Birth {
  const month = 1 + random.below(12)
  return { year: Math.min(year, lastYear), month, day: 1 + random.below(month === 2 ? 28 : 30) }
}

function person(
  who: Home & Partial<Person> & { sex: Sex; birth: Birth; relation: Person['relation'] },
  random: Random,
  numbers: Numbers,
): Person {
  const { household, commune, unitBefore, village, relation, sex } = who
  const isAdult = who.birth.year <= 2007
  const dayUnknown = random.chance(who.birth.year < 1960 ? 0.2 : who.birth.year < 1980 ? 0.03 : 0.003)
  const birth = dayUnknown ? { year: who.birth.year, month: 1, day: 1 } : who.birth
  const hasOwnPhone = isAdult && random.chance(0.45)
  return {
    id: 0,
    household,
    relation,
    surname: who.surname ?? surnameOf(random),
    middle: who.middle ?? middleOf(sex, random),
    given: who.given ?? givenOf(sex, random),
    sex,
    birth,
    dayUnknown,
    citizenId: numbers.citizenId(sex, birth.year, random),
    oldId: birth.year <= 2004 && random.chance(0.85) ? numbers.oldId() : undefined,
    commune,
    unitBefore,
    village,
    phone: hasOwnPhone ? numbers.phone() : random.chance(0.6) ? who.phone : undefined,
  }
}
