import { readProvince } from './communes.ts'
import { type Birth, households, type Person } from './households.ts'
import { habitsOf, type ListHabits } from './lists.ts'
import { misspelt, retoned, tonesRemoved, withLaterTone } from './misspelling.ts'
import { type Random, randomOf } from './random.ts'

/** One record of a register or a list: the columns of the CSV, empty where nothing was written. */
export interface PersonRecord {
  recordId: number
  name: string
  sex: '' | 'male' | 'female'
  birthYear: number | ''
  birthMonth: number | ''
  birthDay: number | ''
  citizenId: string
  oldId: string
  unitUid: string
  village: string
  householdId: number | ''
  phone: string
  /** 0 is the register itself, the others are lists. */
  listId: number
  /** The truth, never shown to a linkage. */
  personId: number
}

/** What was done to the duplicates, by name of the error. */
export type ErrorCounts = Map<string, number>

export interface RecordsOptions {
  records: number
  seed?: number
  /** The share of records that are duplicates. */
  duplicates?: number
  /** Filled while the records are read. */
  errors?: ErrorCounts
}

/**
 * The records of a register with its duplicates: first everybody once, then the duplicates list by list. The same
 * options give the same records on every machine.
 */
export function* personRecords({
  records,
  seed = 1,
  duplicates = 0.11,
  errors = new Map(),
}: RecordsOptions): Generator<PersonRecord> {
  const province = readProvince()
  const random = randomOf(seed + 1)
  const people = records - Math.round(records * duplicates)
  const lists = Array.from({ length: Math.max(4, Math.round((records - people) / 55)) }, () =>
    habitsOf(random),
  )
  const entries: Person[][] = lists.map(() => [])
  const householdLists = entries.filter((_, at) => lists[at]?.wholeHouseholds)
  let written = 0
  let copies = 0
  const copy = (person: Person, list: Person[]) => {
    list.push(person)
    copies++
  }
  for (const members of households(province, seed)) {
    const present = members.slice(0, people - written)
    for (const person of present) yield { ...registered(person, random), recordId: written++ }
    const owed = ((records - people) * written) / people - copies
    if (householdLists.length > 0 && random.chance((owed * 0.35) / present.length)) {
      const list = random.pick(householdLists)
      for (const person of present) copy(person, list)
    } else
      for (const person of present) {
        if (!random.chance((owed / present.length) * 1.4)) continue
        do copy(person, random.pick(entries))
        while (random.chance(0.1))
      }
    if (written < people) continue
    while (copies < records - people) copy(random.pick(present), random.pick(entries))
    break
  }
  yield* duplicateRecords(entries, lists, { random, errors, province, first: written, last: records })
}

function* duplicateRecords(
  entries: readonly Person[][],
  lists: readonly ListHabits[],
  {
    random,
    errors,
    province,
    first,
    last,
  }: {
    random: Random
    errors: ErrorCounts
    province: ReturnType<typeof readProvince>
    first: number
    last: number
  },
): Generator<PersonRecord> {
  let recordId = first
  for (const [at, people] of entries.entries()) {
    const habits = lists[at] as ListHabits
    let above: PersonRecord | undefined
    for (const person of people) {
      if (recordId === last) return
      const record = listed(person, habits, { random, errors, province })
      const shown = { ...record, recordId: recordId++, listId: at + 1 }
      if (habits.numbersShifted) {
        shown.citizenId = above?.citizenId ?? ''
        shown.oldId = above?.oldId ?? ''
        note(errors, 'numbers shifted by a row')
      }
      above = record
      yield shown
    }
  }
}

/** The record of the register itself: mostly right, with its own gaps. */
function registered(person: Person, random: Random): PersonRecord {
  const isAdult = person.birth.year <= 2010
  const written = person.dayUnknown
    ? random.chance(0.5)
      ? person.birth
      : yearOf(person.birth)
    : random.chance(0.005)
      ? yearOf(person.birth)
      : person.birth
  return {
    recordId: 0,
    name: fullName(person),
    sex: person.sex,
    ...columnsOf(written),
    citizenId: random.chance(isAdult ? 0.94 : 0.8) ? person.citizenId : '',
    oldId: person.oldId !== undefined && random.chance(0.4) ? person.oldId : '',
    unitUid: person.commune.uid,
    village: random.chance(0.8) ? person.village : '',
    householdId: person.household,
    phone: person.phone !== undefined && random.chance(0.6) ? person.phone : '',
    listId: 0,
    personId: person.id,
  }
}

interface Writing {
  random: Random
  errors: ErrorCounts
  province: ReturnType<typeof readProvince>
}

function listed(person: Person, habits: ListHabits, writing: Writing): PersonRecord {
  const { random, errors } = writing
  const hasMoved = random.chance(0.08)
  if (hasMoved) note(errors, 'moved')
  return {
    recordId: 0,
    name: listedName(person, habits, writing),
    sex: habits.hasSex ? (random.chance(0.005) ? other(person.sex) : person.sex) : '',
    ...columnsOf(listedBirth(person, habits, writing)),
    ...listedNumbers(person, habits, writing),
    ...listedHome(person, habits, hasMoved, writing),
    listId: 0,
    personId: person.id,
  }
}

function listedName(person: Person, habits: ListHabits, { random, errors }: Writing): string {
  let { middle } = person
  if (random.chance(habits.middleDropped)) {
    middle = ''
    note(errors, 'middle name dropped')
  }
  let name = [person.surname, middle, person.given].filter((part) => part !== '').join(' ')
  if (random.chance(habits.toneless)) {
    name = tonesRemoved(name)
    note(errors, 'tones and marks dropped')
  } else if (random.chance(habits.wrongTone)) {
    name = retoned(name, random)
    note(errors, 'wrong tone')
  }
  if (habits.laterTone) name = withLaterTone(name)
  if (random.chance(habits.typo)) {
    name = misspelt(name, random)
    note(errors, 'name mistyped')
  }
  if (habits.capitals) note(errors, 'capitals')
  return habits.capitals ? name.toLocaleUpperCase('vi') : name
}

function listedBirth(person: Person, habits: ListHabits, { random, errors }: Writing): Partial<Birth> {
  const { birth } = person
  const said = (what: string, written: Partial<Birth>) => {
    note(errors, what)
    return written
  }
  const old = birth.year < 1962 && random.chance(0.12)
  const asYear = habits.birth === 'yearOnly' || old || random.chance(0.025)
  const year = random.chance(0.03) ? birth.year + (random.chance(0.5) ? 1 : -1) : birth.year
  if (year !== birth.year) note(errors, 'a year apart')
  if (asYear) return said('year only', { year })
  if (habits.birth === 'newYear') return said('1 January written', { year, month: 1, day: 1 })
  if (random.chance(habits.daysAndMonthsSwapped) && birth.day <= 12 && birth.day !== birth.month)
    return said('day and month swapped', { year, month: birth.day, day: birth.month })
  if (random.chance(0.02)) return said('wrong day', { year, month: birth.month, day: 1 + random.below(28) })
  return { year, month: birth.month, day: birth.day }
}

function listedNumbers(
  person: Person,
  habits: ListHabits,
  { random, errors }: Writing,
): Pick<PersonRecord, 'citizenId' | 'oldId'> {
  if (habits.identity === 'none' || random.chance(0.02)) {
    note(errors, 'no number')
    return { citizenId: '', oldId: '' }
  }
  if (habits.identity === 'oldId') {
    note(errors, 'old number only')
    return { citizenId: '', oldId: person.oldId ?? '' }
  }
  const oldId = habits.identity === 'both' ? (person.oldId ?? '') : ''
  if (!random.chance(0.03)) return { citizenId: person.citizenId, oldId }
  note(errors, 'citizen number mistyped')
  const digits = [...person.citizenId]
  const at = 3 + random.below(9)
  digits[at] = String((Number(digits[at]) + 1 + random.below(9)) % 10)
  return { citizenId: digits.join(''), oldId }
}

function listedHome(
  person: Person,
  habits: ListHabits,
  hasMoved: boolean,
  { random, errors, province }: Writing,
): Pick<PersonRecord, 'unitUid' | 'village' | 'householdId' | 'phone'> {
  const commune = hasMoved ? province.pick(random) : person.commune
  const unitBefore = hasMoved ? random.pick(commune.before) : person.unitBefore
  if (habits.unitsOfBefore) note(errors, 'unit of before')
  const renumbered = hasMoved || habits.villagesRenumbered
  const village = renumbered ? `Xóm ${1 + random.below(12)}` : person.village
  const phone = random.chance(0.1) ? `03${String(random.below(1e8)).padStart(8, '0')}` : (person.phone ?? '')
  return {
    unitUid: habits.unitsOfBefore ? unitBefore : commune.uid,
    village: habits.hasVillage ? (habits.capitals ? village.toLocaleUpperCase('vi') : village) : '',
    householdId: habits.hasHousehold && !hasMoved ? person.household : '',
    phone: habits.hasPhone ? phone : '',
  }
}

function fullName({ surname, middle, given }: Person): string {
  return `${surname} ${middle} ${given}`
}

function columnsOf({
  year,
  month,
  day,
}: Partial<Birth>): Pick<PersonRecord, 'birthYear' | 'birthMonth' | 'birthDay'> {
  return { birthYear: year ?? '', birthMonth: month ?? '', birthDay: day ?? '' }
}

function yearOf({ year }: Birth): Partial<Birth> {
  return { year }
}

function other(sex: Person['sex']): Person['sex'] {
  return sex === 'male' ? 'female' : 'male'
}

function note(errors: ErrorCounts, what: string): void {
  errors.set(what, (errors.get(what) ?? 0) + 1)
}
