import type { LocalDate, Month } from '#calendar'
import { bornOn } from '#law/people'
import { withImplied } from '#law/social-assistance'
import type { BirthRange, FactValue } from '#rules'
import { codedFacts, codeOf, factAt, type MonthColumns, unknownCode } from './month-columns.ts'

const keys = ['pregnant', 'k4Children', 'childrenUnder36Months', 'marriage', 'pensionRequested'] as const

/** What follows from sex and age without any law, where nothing is known: men are not pregnant, small children have no children. */
export function imply(columns: MonthColumns): void {
  const targets = keys.map((key) => columns.codes.get(key) as Uint8Array)
  const implications = new Implications(columns)
  for (let place = 0; place < columns.count; place++) {
    let open = false
    for (const column of targets) if (column[place] === unknownCode) open = true
    if (!open) continue
    const implied = implications.at(place)
    for (let key = 0; key < targets.length; key++) {
      const column = targets[key] as Uint8Array
      if (column[place] === unknownCode) column[place] = implied[key] as number
    }
  }
}

/** By key the code implied, unknownCode where nothing is. */
type Implied = readonly number[]

/**
 * Asks the law once for a sex and a year of birth: when both ends of a year imply the same, so does every day of it,
 * because people only grow older. Only in a year with an age limit is each birth asked about.
 */
class Implications {
  private readonly columns: MonthColumns
  private readonly sexes: Uint8Array
  private readonly years = new Map<number, Implied | undefined>()
  private readonly births = new Map<string, Implied>()

  constructor(columns: MonthColumns) {
    this.columns = columns
    this.sexes = columns.codes.get('sex') as Uint8Array
  }

  at(place: number): Implied {
    const { birthFrom, birthTo } = this.columns
    const [from, to] = [birthFrom[place] as number, birthTo[place] as number]
    const sex = this.sexes[place] as number
    const year = Math.floor(from / 10_000)
    if (year === Math.floor(to / 10_000)) {
      const key = year * 256 + sex
      if (!this.years.has(key)) this.years.set(key, this.ofYear(place, year))
      const ofYear = this.years.get(key)
      if (ofYear) return ofYear
    }
    const key = `${sex} ${from} ${to}`
    const known = this.births.get(key)
    if (known) return known
    const birth = factAt(this.columns, bornOn, place) as BirthRange | undefined
    const implied = this.ask(place, birth)
    this.births.set(key, implied)
    return implied
  }

  private ofYear(place: number, year: number): Implied | undefined {
    const [first, last] = ['01-01', '12-31'].map((end) => {
      const on = `${String(year).padStart(4, '0')}-${end}` as LocalDate
      return this.ask(place, { from: on, to: on })
    })
    return first && last && first.every((code, key) => code === last[key]) ? first : undefined
  }

  private ask(place: number, birth: BirthRange | undefined): Implied {
    return impliedBy(sexFact && factAt(this.columns, sexFact, place), birth, this.columns.month)
  }
}

/** What a sex and a birth imply in a month. */
function impliedBy(sex: FactValue | undefined, birth: BirthRange | undefined, month: Month): Implied {
  const implied = withImplied(birth ? { sex, birth } : { sex }, month)
  return keys.map((key) => codeFor(key, implied[key]))
}

const sexFact = codedFacts.find(({ key }) => key === 'sex')

function codeFor(key: string, value: FactValue | undefined): number {
  return value === undefined ? unknownCode : (codeOf(key, String(value)) ?? unknownCode)
}
