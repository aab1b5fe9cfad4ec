import { day, type LocalDate, type Month, month } from '#calendar'
import { explain, type FactValues, type Range } from '#rules'
import { programFor } from './monthly-book.ts'

/** Somebody to whom nothing of this law applies; cases change only what matters to them. */
export const ordinaryPerson: FactValues = {
  birth: bornOnDay('1980-06-15'),
  sex: 'female',
  alive: 'yes',
  resident: 'yes',
  poverty: 'none',
  area: 'ordinary',
  disability: 'none',
  insurance: 'none',
  pensionRequested: 'no',
  father: 'present',
  mother: 'present',
  abandoned: 'no',
  adopted: 'no',
  formerlyWithoutSupport: 'no',
  studying: 'no',
  marriage: 'married',
  k4Children: 0,
  childrenUnder36Months: 0,
  pregnant: 'no',
  parentCarePaidToSpouse: 'no',
  supporter: 'able',
  centreEligible: 'no',
  takenIn: 'no',
  caredForAtHome: 'no',
  inCentre: 'no',
  inPrison: 'no',
  hiv: 'no',
  stableIncome: 'no',
}

/** A birth known to the day. */
export function bornOnDay(on: string): { from: LocalDate; to: LocalDate } {
  return { from: day(on), to: day(on) }
}

/** A birth of which only the year is known. */
export function bornInYear(year: number): { from: LocalDate; to: LocalDate } {
  return { from: day(`${year}-01-01`), to: day(`${year}-12-31`) }
}

interface Asked {
  recipient?: boolean
  knownOn?: string
}

/** What a person is due each month by benefit, in đồng; benefits that come to nothing are left out. */
export function dueIn(of: string, facts: FactValues, asked: Asked = {}): Record<string, number | Range> {
  const program = programFor({
    month: month(of) as Month,
    knownOn: day(asked.knownOn ?? '2026-11-22'),
    recipient: asked.recipient ?? false,
  })
  const { benefits } = explain(program, { ...ordinaryPerson, ...facts })
  const due = [...benefits]
    .map(([id, { amountDong }]) => [id, amountDong] as const)
    .filter(([, { high }]) => high > 0)
  return Object.fromEntries(due.map(([id, { low, high }]) => [id, low === high ? low : { low, high }]))
}
