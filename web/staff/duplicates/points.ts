import type { Lang } from '#web/ui/index.ts'

const numbers = {
  vi: new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
}

/** Evidence in powers of two with its sign: `+9,2`, `−20,1`. */
export function pointsText(weight: number, lang: Lang): string {
  const sign = weight < 0 ? '−' : '+'
  return `${sign}${numbers[lang].format(Math.abs(weight))}`
}

/** A bar of the chart: from where the evidence stood to where it stands after, on a scale of 0 to 100. */
export interface Bar {
  left: number
  width: number
  /** It speaks for one person. */
  isFor: boolean
  /** Where the two hypotheses balance. */
  zero: number
}

/** Lays the steps of the evidence on one scale that holds zero and every sum. */
export function layBars(steps: readonly { weight: number; cumulative: number }[]): Bar[] {
  const ends = steps.flatMap(({ weight, cumulative }) => [cumulative, cumulative - weight])
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)]
  const scale = 100 / Math.max(most - least, 1)
  const place = (weight: number) => (weight - least) * scale
  return steps.map(({ weight, cumulative }) => ({
    left: place(Math.min(cumulative, cumulative - weight)),
    width: Math.max(Math.abs(weight) * scale, 0.5),
    isFor: weight >= 0,
    zero: place(0),
  }))
}
