import type { Lang } from './language.ts'

// One formatter each for the life of the process: building one costs more than rendering a page.
const numbers = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') }
const percents = {
  vi: new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
}
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** A count: `1.234.567` (Vietnamese), `1,234,567` (English). */
export function formatCount(count: number, lang: Lang): string {
  return numbers[lang].format(count)
}

/** Whole đồng with the sign after a space that does not break: `1.234.567 đ`. */
export function formatMoney(amountDong: number | bigint, lang: Lang): string {
  return `${numbers[lang].format(amountDong)}\u00A0đ`
}

/** A percentage of 0 to 100 with one decimal: `98,6 %`. */
export function formatPercent(percent: number, lang: Lang): string {
  return `${percents[lang].format(percent)}\u00A0%`
}

/** A written count with its English noun: `1 row`, `1,234 rows`, `1 person` and `2 people`. Vietnamese nouns stay. */
export function countOf(count: string | number, one: string, more = `${one}s`): string {
  return `${count} ${String(count) === '1' ? one : more}`
}

/** A civil day `2026-11-23` as `23/11/2026`, in both languages. */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}

/** An instant as its civil day in Việt Nam, `23/11/2026`. */
export function formatDayOf(instant: Date): string {
  return clock.format(instant).slice(0, 10)
}

/** An instant as the clock in Việt Nam shows it: `14:05, 23/11/2026`. */
export function formatInstant(instant: Date): string {
  const [day, time] = clock.format(instant).split(', ')
  return `${time}, ${day}`
}
