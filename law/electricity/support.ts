import { day, type LocalDate } from '#calendar'
import { decision28 } from '#law/instruments'
import { type Citation, cite, type Text } from '#rules'

/** What a household's support for electricity is decided on. */
export interface ElectricityHousehold {
  poor: boolean
  /** A member draws the monthly social allowance. */
  onAllowance: boolean
  kwhInMonth: number
  /** Of an ethnic minority, where there is no grid. */
  offGridMinority?: boolean
}

export interface ElectricitySupport {
  /** Đồng a month; undefined when no amount is known for that time: the province announces it. */
  amountDong: number | undefined
  cite: Citation
  because: Text
}

/** The value of 30 kWh at the first tier, as announced. Later amounts must come from a notice of the province. */
const announced: readonly { from: LocalDate; until: LocalDate; amountDong: number }[] = [
  { from: day('2014-06-01'), until: day('2015-03-16'), amountDong: 46_000 },
  { from: day('2015-03-16'), until: day('2017-12-01'), amountDong: 49_000 },
]

const policyKwhMax = 50

/** Support for electricity in a month (Decision 28/2014), by the amount on a day of it; 0 when not due. */
export function electricitySupport(household: ElectricityHousehold, on: LocalDate): ElectricitySupport {
  if (household.poor)
    return due(on, { vi: 'hộ nghèo, không giới hạn lượng điện', en: 'poor household, whatever it uses' })
  if (household.offGridMinority)
    return due(on, {
      vi: 'hộ đồng bào dân tộc thiểu số ở nơi chưa có điện lưới',
      en: 'ethnic-minority household where there is no grid',
    })
  if (household.onAllowance && household.kwhInMonth <= policyKwhMax)
    return due(on, {
      vi: 'hộ chính sách xã hội, dùng không quá 50 kWh',
      en: 'social-policy household using at most 50 kWh',
    })
  return {
    amountDong: 0,
    cite: cite(decision28, 'Đ2', 'secondary'),
    because: household.onAllowance
      ? { vi: 'dùng quá 50 kWh trong tháng', en: 'uses more than 50 kWh a month' }
      : { vi: 'không phải hộ nghèo, hộ chính sách xã hội', en: 'neither poor nor a social-policy household' },
  }
}

function due(on: LocalDate, because: Text): ElectricitySupport {
  const row = announced.find((each) => each.from <= on && on < each.until)
  const certainty = row ? 'secondary' : 'pending'
  return { amountDong: row?.amountDong, cite: cite(decision28, 'Đ2', certainty), because }
}
