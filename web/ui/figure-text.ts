import type { MetricUnit } from '#indicators'
import { formatCount, formatMoney } from './format.ts'
import type { Lang } from './language.ts'

const decimals = {
  vi: new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
}

/** A figure with its unit, as it stands alone: `98,6 %`, `1.234 hộ`, `1.234.567 đ`, `12,5 ngày`. */
export function figureText(unit: MetricUnit, value: number, lang: Lang): string {
  if (unit === 'percent') return `${decimals[lang].format(value)}\u00a0%`
  if (unit === 'dong') return formatMoney(Math.round(value), lang)
  // What the cases are the metric's name says: applications, lists, articles.
  if (unit === 'cases') return formatCount(value, lang)
  const written = unit === 'days' ? decimals[lang].format(value) : formatCount(value, lang)
  return `${written}\u00a0${nounOf(unit, value, lang)}`
}

type Noun = Exclude<MetricUnit, 'percent' | 'dong' | 'cases'>

const nouns: Record<Noun, { vi: string; one: string; more: string }> = {
  people: { vi: 'người', one: 'person', more: 'people' },
  households: { vi: 'hộ', one: 'household', more: 'households' },
  days: { vi: 'ngày', one: 'day', more: 'days' },
  communes: { vi: 'xã', one: 'commune', more: 'communes' },
}

function nounOf(unit: Noun, value: number, lang: Lang): string {
  const noun = nouns[unit]
  if (lang === 'vi') return noun.vi
  return value === 1 ? noun.one : noun.more
}
