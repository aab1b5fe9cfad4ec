import type { Principle, ToldShare } from '#indicators'
import { type Lang, type Principles, percentText } from '#web/ui/index.ts'

const hidden = { vi: 'ẩn', en: 'hidden' }

/** A share as it is told: `98,3 %`, `80–100 %` where a decimal would tell of few people, hidden, or not measured. */
export function toldShareText(share: ToldShare | undefined, lang: Lang): string {
  if (share === null) return hidden[lang]
  return typeof share === 'object' ? stepText(share, lang) : percentText(share, lang)
}

/** `95–100 %`. */
export function stepText({ from, to }: { from: number; to: number }, lang: Lang): string {
  const number = (value: number) => value.toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB')
  return `${number(from)}–${number(to)}\u00a0%`
}

/** What of each principle can be drawn: of a step its beginning, which is certainly reached. */
export function drawnShares(told: readonly { key: Principle; share: ToldShare | undefined }[]): Principles {
  const of = (key: Principle) => {
    const share = told.find((each) => each.key === key)?.share
    return typeof share === 'object' ? share?.from : share
  }
  return { right: of('right'), full: of('full'), onTime: of('onTime') }
}
