import { day, type LocalDate } from '#calendar'
import { decree24of2023, decree73, decree161 } from '#law/instruments'
import { type Citation, cite } from '#rules'

/** The base salary, đồng a month, from which health-insurance amounts are counted. */
const rows: readonly { from: LocalDate; amountDong: number; cite: Citation }[] = [
  { from: day('2023-07-01'), amountDong: 1_800_000, cite: cite(decree24of2023, 'Đ3', 'memory') },
  { from: day('2024-07-01'), amountDong: 2_340_000, cite: cite(decree73, 'Đ3', 'memory') },
  { from: day('2026-07-01'), amountDong: 2_530_000, cite: cite(decree161, 'Đ3') },
]

/** The base salary in force on a day; undefined before 1/7/2023, which is not needed here. */
export function baseSalaryOn(on: LocalDate): { amountDong: number; cite: Citation } | undefined {
  return rows.findLast((each) => each.from <= on)
}
