import type { MetricUnit, Standing } from '#indicators'
import { figureText } from '#web/ui/figure-text.ts'
import type { Lang } from '#web/ui/index.ts'

export { figureText }

const decimals = {
  vi: new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
}

/** A change or difference with its sign; points of a share are points and no per cent. */
export function changeText(unit: MetricUnit, change: number, lang: Lang): string {
  const sign = change > 0 ? '+' : change < 0 ? '−' : '±'
  const size = Math.abs(change)
  if (unit !== 'percent') return `${sign}${figureText(unit, size, lang)}`
  return `${sign}${decimals[lang].format(size)}\u00a0${lang === 'vi' ? 'điểm' : 'points'}`
}

/** The shape and colour of a standing; without thresholds there is none. */
export const shapes = { good: 'ok', cham: 'cham', sai: 'sai' } as const satisfies Record<
  Exclude<Standing, 'none'>,
  string
>

/** A typed figure, as people write it in either language: `98,6`, `1.234`, `1 234`; undefined for anything else. */
export function readFigure(text: string): number | undefined {
  const typed = text.trim().replace(/[\s\u00a0]*(%|đ|người|hộ|ngày|việc|xã)$/u, '')
  if (/^\d{1,3}([. \u00a0]\d{3})+(,\d+)?$/.test(typed))
    return Number(typed.replace(/[. \u00a0]/g, '').replace(',', '.'))
  return /^\d+([.,]\d+)?$/.test(typed) ? Number(typed.replace(',', '.')) : undefined
}
