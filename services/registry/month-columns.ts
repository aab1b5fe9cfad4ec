import type { LocalDate, Month } from '#calendar'
import { monthlyFacts } from '#law/social-assistance'
import type { BirthRange, ChoiceFact, CountFact, Fact, FactValue } from '#rules'

/** A choice or count of which nothing is known. */
export const unknownCode = 255
/** The first and last day of a birth of which nothing is known. */
export const unknownBirth = { from: 0, to: 99_999_999 } as const

/**
 * Everything the law asks of everybody for one month, in columns: people in the order of their numbers, choices as
 * the place of the value in the fact's list, counts as they are.
 */
export interface MonthColumns {
  month: Month
  knownOn: LocalDate
  count: number
  /** Ascending; only records that speak for a person. */
  ids: Float64Array
  /** Records that are linked to another, by their number: the number of the one that speaks for the person. */
  linked: ReadonlyMap<number, number>
  /** Place in `unitUids` of the unit the person lives in now; -1 for none. */
  units: Int16Array
  unitUids: readonly string[]
  /** First and last possible day of birth, yyyymmdd. */
  birthFrom: Int32Array
  birthTo: Int32Array
  /** yyyymmdd; 0 for the living. */
  deathOn: Int32Array
  /** 0 for nobody's. */
  households: Float64Array
  /** Place in `relations`; unknownCode for who belongs to no household. */
  relations: Uint8Array
  /** 1 for whom an officer had gone through every fact. */
  reviewed: Uint8Array
  /** The first day after `knownOn` on which somebody will have been, yyyymmdd; 0 for none. */
  nextReviewOn: number
  /** By fact key: every choice and count of the law. */
  codes: ReadonlyMap<string, Uint8Array>
  /** What officers recorded of facts that follow from the household; the rest is derived anew for each month. */
  recordedCounts: ReadonlyMap<string, Uint8Array>
}

/** The facts that stand in columns of codes. */
export const codedFacts: readonly (ChoiceFact | CountFact)[] = monthlyFacts.filter(
  (fact): fact is ChoiceFact | CountFact => fact.kind === 'choice' || fact.kind === 'count',
)

const codesByKey = new Map(
  codedFacts.map((fact) => [
    fact.key,
    fact.kind === 'choice'
      ? new Map<string, number>(fact.values.map((value, place) => [value, place]))
      : fact.max,
  ]),
)

/** The code of a recorded value. Throws when the law knows no such value; undefined when it knows no such fact. */
export function codeOf(key: string, value: string): number | undefined {
  const codes = codesByKey.get(key)
  if (codes === undefined) return undefined
  const code = typeof codes === 'number' ? Math.min(Number(value), codes) : codes.get(value)
  if (code === undefined || !Number.isInteger(code) || code < 0)
    throw new Error(
      `Giá trị "${value}" của "${key}" trong sổ không có trong luật: sửa lại ở hồ sơ của người đó`,
    )
  return code
}

/** Where somebody stands in the columns, by any of their records; -1 when they do not. */
export function placeOf(columns: Pick<MonthColumns, 'ids' | 'count' | 'linked'>, id: number): number {
  const root = columns.linked.get(id) ?? id
  let [low, high] = [0, columns.count - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = columns.ids[middle] as number
    if (found === root) return middle
    if (found < root) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** The facts of one person, as explaining reads them. */
export function factsAt(columns: MonthColumns, place: number): Record<string, FactValue | undefined> {
  const facts: Record<string, FactValue | undefined> = {}
  for (const fact of monthlyFacts) {
    const value = factAt(columns, fact, place)
    if (value !== undefined) facts[fact.key] = value
  }
  return facts
}

/** One fact of one person; undefined when it is not known. */
export function factAt(columns: MonthColumns, fact: Fact, place: number): FactValue | undefined {
  if (fact.kind === 'birth') return birthAt(columns, place)
  const code = columns.codes.get(fact.key)?.[place] ?? unknownCode
  if (code === unknownCode || fact.kind === 'amount') return undefined
  return fact.kind === 'choice' ? fact.values[code] : code
}

function birthAt({ birthFrom, birthTo }: MonthColumns, place: number): BirthRange | undefined {
  const from = birthFrom[place] as number
  return from === unknownBirth.from ? undefined : { from: dayOf(from), to: dayOf(birthTo[place] as number) }
}

/** yyyymmdd as a day. */
export function dayOf(number: number): LocalDate {
  const text = String(number).padStart(8, '0')
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` as LocalDate
}

/** Facts that follow from the household and the month, unless somebody recorded them. */
export const derivedCounts = ['k4Children', 'childrenUnder36Months', 'parentCarePaidToSpouse'] as const
