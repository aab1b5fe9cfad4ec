import type { LocalDate } from '#calendar'
import { decree20, decree335 } from '#law/instruments'
import { type Citation, cite } from '#rules'

/** People whom the commune found hungry: at Tết, or for months after a disaster, a failed harvest or a lean season. */
export interface Hungry {
  people: number
  months: number
  occasion: 'tet' | 'event'
}

export interface Rice {
  kilograms: number
  /** Months for which it is given, which may be fewer than asked for. */
  months: number
  cite: Citation
}

const kilogramsAPersonAMonth = 15
const monthsMax = { tet: 1, event: 3 }

/**
 * Rice against hunger since 1/7/2021 (NĐ 20/2021 Đ12.1, NĐ 335/2026 Đ12.1.a): one month for Tết, up to three for each
 * event. Undefined before.
 */
export function riceFor({ people, months, occasion }: Hungry, on: LocalDate): Rice | undefined {
  if (on < decree20.from) return undefined
  const given = Math.min(months, monthsMax[occasion])
  return {
    kilograms: kilogramsAPersonAMonth * people * given,
    months: given,
    cite: on < decree335.from ? cite(decree20, 'Đ12.1') : cite(decree335, 'Đ12.1.a'),
  }
}
