import { addMonths, type LocalDate, type Month } from '#calendar'
import type { Citation, Range } from '#rules'
import { type BenefitCase, type Due, monthlyEntitlement } from './entitlement.ts'

/** Money paid for a month of a benefit, whenever it was paid. */
export interface Payment {
  benefit: string
  month: Month
  amountDong: number
}

/** One month of one benefit in which what was paid differs from what is due. */
interface Difference {
  month: Month
  benefit: string
  dueDong: Range
  paidDong: number
  /** Due less paid: above zero is still owed, below zero was paid too much. */
  differenceDong: Range
  /** The provision the amount of the standard came from, for the reason. */
  standardCite: Citation | undefined
  payable: boolean
}

export interface Arrears {
  differences: readonly Difference[]
  totalDong: Range
}

/**
 * What is still owed, or was paid too much, for the months `from` … `to` by what is known on a day: a difference
 * month by month, never an edit of what was paid. Months in which both agree are left out.
 */
export function arrears(
  of: BenefitCase,
  span: { from: Month; to: Month; paid: readonly Payment[]; knownOn: LocalDate },
): Arrears {
  const differences: Difference[] = []
  const totalDong = { low: 0, high: 0 }
  for (let month = span.from; month <= span.to; month = addMonths(month, 1))
    for (const each of differencesIn(of, month, span.paid, span.knownOn)) {
      differences.push(each)
      totalDong.low += each.differenceDong.low
      totalDong.high += each.differenceDong.high
    }
  return { differences, totalDong }
}

function differencesIn(
  of: BenefitCase,
  month: Month,
  paid: readonly Payment[],
  knownOn: LocalDate,
): Difference[] {
  const { dues, explanation } = monthlyEntitlement(of, month, knownOn)
  const paidFor = (benefit: string) =>
    paid
      .filter((each) => each.month === month && each.benefit === benefit)
      .reduce((sum, each) => sum + each.amountDong, 0)
  const unfounded = paid
    .filter((each) => each.month === month && !explanation.benefits.has(each.benefit))
    .map((each) => each.benefit)
  const nothing = { low: 0, high: 0 }
  const undue = [...new Set(unfounded)].map(
    (benefit): Due => ({ benefit, entitledDong: nothing, dueDong: nothing, payable: true }),
  )
  return [...dues, ...undue]
    .map((due): Difference => {
      const { benefit, dueDong, payable } = due
      const paidDong = paidFor(benefit)
      const standard = explanation.benefits.get(benefit)?.benefit.standard ?? ''
      return {
        month,
        benefit,
        dueDong,
        paidDong,
        differenceDong: { low: dueDong.low - paidDong, high: dueDong.high - paidDong },
        standardCite: explanation.program.parameters.get(standard)?.cite,
        payable,
      }
    })
    .filter((each) => each.differenceDong.low !== 0 || each.differenceDong.high !== 0)
}
