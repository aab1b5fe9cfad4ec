import { day, type LocalDate } from '#calendar'
import { decree146, decree188 } from '#law/instruments'
import { type Citation, cite } from '#rules'
import { baseSalaryOn } from './base-salary.ts'

/** The contribution is 4.5 % of the base salary a month (NĐ 188/2025 Đ6): in thousandths, to stay whole. */
const contributionThousandths = 45

export interface Contribution {
  totalDong: number
  /** The most the person pays; the State pays the rest, and a province may pay more. */
  ownMaxDong: number
  stateMinPercent: number
  cite: Citation
}

export type PayingGroup = 'stateWhole' | 'nearPoor' | 'nearPoorPoorArea' | 'averageFarm' | 'student'

/** What the State pays of the contribution of a group, at least, in percent. */
function statePercent(group: PayingGroup, on: LocalDate): number {
  switch (group) {
    case 'stateWhole':
    case 'nearPoorPoorArea':
      return 100
    case 'nearPoor':
      return 70
    case 'averageFarm':
      return 30
    case 'student':
      return on < day('2025-07-01') ? 30 : 50
  }
}

/** A month's contribution in đồng. Throws before 1/7/2023, and on an amount that is not whole. */
export function contributionOn(group: PayingGroup, on: LocalDate): Contribution {
  const salary = baseSalaryOn(on)
  if (!salary) throw new Error(`No base salary is recorded for ${on}`)
  const totalDong = wholeShare(salary.amountDong, contributionThousandths, 1_000)
  const stateMinPercent = statePercent(group, on)
  const ownMaxDong = wholeShare(totalDong, 100 - stateMinPercent, 100)
  const place = on < decree188.from ? cite(decree146, 'Đ8') : cite(decree188, 'Đ6')
  return { totalDong, ownMaxDong, stateMinPercent, cite: place }
}

function wholeShare(ofDong: number, share: number, whole: number): number {
  const product = ofDong * share
  if (product % whole !== 0) throw new Error(`${share}/${whole} of ${ofDong} đ is not whole`)
  return product / whole
}
