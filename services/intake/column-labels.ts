import { monthlyFacts } from '#law/people'
import { categories } from './categories.ts'
import type { ColumnKey } from './columns.ts'
import { factColumns } from './fact-columns.ts'
import { isTickKey, type TickKey, tickOf } from './ticks.ts'

/** What a column may be said to be, as officers and English readers call it. */
export interface ColumnChoice {
  column: ColumnKey
  vi: string
  en: string
}

const plain: readonly (readonly [ColumnKey, string, string])[] = [
  ['name', 'Họ và tên', 'Full name'],
  ['familyName', 'Họ và chữ đệm', 'Family and middle names'],
  ['birth', 'Ngày sinh', 'Birth'],
  ['birthMale', 'Năm sinh (nam)', 'Birth (men)'],
  ['birthFemale', 'Năm sinh (nữ)', 'Birth (women)'],
  ['birthDay', 'Sinh ngày', 'Day of birth'],
  ['birthMonth', 'Sinh tháng', 'Month of birth'],
  ['birthYear', 'Sinh năm', 'Year of birth'],
  ['sex', 'Giới tính', 'Sex'],
  ['sexMale', 'Nam (đánh dấu)', 'Male (ticked)'],
  ['sexFemale', 'Nữ (đánh dấu)', 'Female (ticked)'],
  ['id', 'Số định danh, căn cước', 'Citizen number'],
  ['oldId', 'Số CMND cũ', 'Old identity number'],
  ['village', 'Thôn, xóm, địa chỉ', 'Village, address'],
  ['commune', 'Xã, phường', 'Commune'],
  ['district', 'Huyện', 'District'],
  ['household', 'Mã hộ', 'Household number'],
  ['relation', 'Quan hệ với chủ hộ', 'Relation to the head of household'],
  ['category', 'Nhóm đối tượng', 'Group'],
  ['coefficient', 'Hệ số', 'Coefficient'],
  ['amount', 'Số tiền', 'Amount'],
  ['fromMonth', 'Hưởng từ tháng', 'Received since'],
  ['monthsPaid', 'Số tháng được trả', 'Months paid'],
  ['note', 'Ghi chú', 'Note'],
]

/** Every column that a list can have, in the order in which officers look for them. */
export const columnChoices: readonly ColumnChoice[] = [
  ...plain.map(([column, vi, en]) => ({ column, vi, en })),
  ...factColumns.map(
    ({ fact, heading }): ColumnChoice => ({
      column: `fact:${fact}`,
      vi: heading,
      en: englishOf(fact),
    }),
  ),
  ...Array.from(
    { length: 12 },
    (_, index): ColumnChoice => ({
      column: `paid:${index + 1}`,
      vi: `Đã trả tháng ${index + 1}`,
      en: `Paid in month ${index + 1}`,
    }),
  ),
  ...categories.map((category) => labelOfTick(`tick:${category}`)),
]

/** How a column is called; undefined for one that is known and not read. */
export function columnLabel(column: ColumnKey): ColumnChoice | undefined {
  const choice = columnChoices.find((each) => each.column === column)
  return choice ?? (isTickKey(column) ? labelOfTick(column) : undefined)
}

function labelOfTick(column: TickKey): ColumnChoice {
  const tick = tickOf(column)
  if ('category' in tick)
    return { column, vi: `Đánh dấu nhóm ${tick.category}`, en: `Ticked: group ${tick.category}` }
  const { heading, values } = factColumns.find(({ fact }) => fact === tick.fact) ?? {}
  const answer = typeof values === 'object' ? values[tick.code]?.[0] : undefined
  const said = `${heading}: ${answer ?? tick.code}`
  return { column, vi: `Đánh dấu ${said}`, en: `Ticked: ${said}` }
}

/** What a fact is called in English, as the law's own list of facts calls it. */
function englishOf(fact: string): string {
  const { en = fact } = monthlyFacts.find(({ key }) => key === fact)?.text ?? {}
  return en.charAt(0).toUpperCase() + en.slice(1)
}
