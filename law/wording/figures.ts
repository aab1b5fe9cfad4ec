import { birthday, type LocalDate, type Month } from '#calendar'
import type { BirthRange, Range } from '#rules'

/** Days, months and amounts as people read them: dd/mm/yyyy, 1.234.567 đ. */
export type Language = 'vi' | 'en'

export function dayText(on: LocalDate): string {
  const [year, month, date] = on.split('-')
  return `${date}/${month}/${year}`
}

export function monthText(of: Month): string {
  const [year, month] = of.split('-')
  return `${month}/${year}`
}

/** `1.234.567 đ` in Vietnamese, `1,234,567 đ` in English. */
export function dongText(amountDong: number, lang: Language): string {
  const grouped = String(Math.abs(amountDong)).replace(/\B(?=(\d{3})+$)/g, lang === 'vi' ? '.' : ',')
  return `${amountDong < 0 ? '−' : ''}${grouped} đ`
}

/** One amount, or `0 đ đến 540.000 đ` while it is not settled. */
export function rangeText({ low, high }: Range, lang: Language): string {
  if (low === high) return dongText(low, lang)
  return `${dongText(low, lang)} ${lang === 'vi' ? 'đến' : 'to'} ${dongText(high, lang)}`
}

/** A coefficient given in tenths: `1,5` in Vietnamese, `1.5` in English. */
export function coefficientText(tenths: number, lang: Language): string {
  return `${Math.floor(tenths / 10)}${lang === 'vi' ? ',' : '.'}${tenths % 10}`
}

/** A birth as it is known: a day, a month or a year. */
export function birthText({ from, to }: BirthRange): string {
  if (from === to) return dayText(from)
  if (from.endsWith('-01-01') && to.endsWith('-12-31') && from.slice(0, 4) === to.slice(0, 4))
    return from.slice(0, 4)
  if (from.slice(0, 7) === to.slice(0, 7)) return monthText(from.slice(0, 7) as Month)
  return `${dayText(from)} – ${dayText(to)}`
}

/** When somebody reaches an age: a day, or the span in which it must lie. */
export function birthdayText({ from, to }: BirthRange, years: number, lang: Language): string {
  const [first, last] = [birthday(from, years), birthday(to, years)]
  if (first === last) return dayText(first)
  return lang === 'vi'
    ? `trong khoảng ${dayText(first)} – ${dayText(last)}`
    : `between ${dayText(first)} and ${dayText(last)}`
}
