import type { LocalDate } from '#calendar'
import { bornOn } from '#law/people'
import { withImplied } from '#law/social-assistance'
import type { BirthRange, FactValue, FactValues } from '#rules'
import { codedFacts, codeOf, factAt, type MonthColumns, unknownCode } from './month-columns.ts'

const keys = ['pregnant', 'k4Children', 'childrenUnder36Months', 'marriage', 'pensionRequested'] as const

/** What follows from sex and age without any law, where nothing is known: men are not pregnant, small children have no children. */
export function imply(columns: MonthColumns): void {
  const targets = keys.map((key) => [key, columns.codes.get(key)] as const)
  const sexes = codedFacts.find(({ key }) => key === 'sex')
  const impliedFor = implications(columns)
  for (let place = 0; place < columns.count; place++) {
    if (targets.every(([, column]) => column?.[place] !== unknownCode)) continue
    const implied = impliedFor(
      sexes && factAt(columns, sexes, place),
      factAt(columns, bornOn, place) as BirthRange | undefined,
    )
    for (const [key, column] of targets) {
      const value = implied[key]
      if (column?.[place] === unknownCode && value !== undefined)
        column[place] = codeOf(key, String(value)) ?? unknownCode
    }
  }
}

/**
 * Asks the law once for a sex and a year of birth: when both ends of a year imply the same, so does every day of it,
 * because people only grow older. Only in a year with an age limit is each birth asked about.
 */
function implications({ month }: MonthColumns) {
  const years = new Map<string, FactValues | undefined>()
  return (sex: FactValue | undefined, birth: BirthRange | undefined): FactValues => {
    if (!birth) return withImplied({ sex }, month)
    const year = birth.from.slice(0, 4)
    if (birth.to.slice(0, 4) !== year) return withImplied({ sex, birth }, month)
    const key = `${sex} ${year}`
    if (!years.has(key)) years.set(key, ofYear(sex, year))
    return years.get(key) ?? withImplied({ sex, birth }, month)
  }

  function ofYear(sex: FactValue | undefined, year: string): FactValues | undefined {
    const [first, last] = [`${year}-01-01`, `${year}-12-31`].map((on) => {
      const day = on as LocalDate
      return withImplied({ sex, birth: { from: day, to: day } }, month)
    })
    return first && last && keys.every((key) => first[key] === last[key]) ? first : undefined
  }
}
