import { formatCount, formatDay, type Lang } from '#web/ui/index.ts'

/** `11/2026`. */
export function monthText(month: string): string {
  const [year, number] = month.split('-')
  return `${number}/${year}`
}

/** An amount without its sign, `0 đến 540.000` while a fact is missing. */
export function moneyRange({ low, high }: { low: number; high: number }, lang: Lang): string {
  if (low === high) return formatCount(low, lang)
  return `${formatCount(low, lang)} ${lang === 'vi' ? 'đến' : 'to'} ${formatCount(high, lang)}`
}

/** A birth as it is known: the day, the year, or the days it may lie in. */
export function birthText(birth: { from: string; to: string } | undefined): string | undefined {
  if (!birth) return undefined
  const { from, to } = birth
  if (from === to) return formatDay(from)
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4)
  return `${formatDay(from)} – ${formatDay(to)}`
}
