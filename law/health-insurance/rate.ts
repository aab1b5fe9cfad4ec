import { ageOn, type LocalDate } from '#calendar'
import { decree146, law51of2024, resolution261 } from '#law/instruments'
import { type BirthRange, type Citation, cite, type Range } from '#rules'

/** Groups that the law on health insurance names, by which a share of treatment is paid. */
export type InsuredGroup =
  | 'poor'
  | 'socialAllowance'
  | 'survivorFrom75'
  | 'childUnder6'
  | 'nearPoor'
  | 'socialPensioner'

export interface Rate {
  /** Percent of the cost; a range while the birth leaves the age open. */
  percent: Range
  cite: Citation
}

/**
 * The share of treatment costs that insurance pays, in percent. Poor households, the social allowance, survivors
 * of 75 and small children have 100; near-poor 95 until 2025, then 100; social pensioners 80 in 2025, then 100
 * from 75 years (NQ 261/2025 Đ2.1.a).
 */
export function benefitRate(group: InsuredGroup, on: LocalDate, birth?: BirthRange): Rate {
  const law = on < law51of2024.from ? cite(decree146, 'Đ14.1') : cite(law51of2024, 'Đ22.1')
  const resolved = cite(resolution261, 'Đ2.1.a', 'secondary')
  const after = on >= resolution261.from
  if (group === 'nearPoor')
    return after ? { percent: whole(100), cite: resolved } : { percent: whole(95), cite: law }
  if (group !== 'socialPensioner') return { percent: whole(100), cite: law }
  if (!after) return { percent: whole(80), cite: law }
  return {
    percent: { low: pensionerRate(birth?.to, on, 80), high: pensionerRate(birth?.from, on, 100) },
    cite: resolved,
  }
}

function pensionerRate(birth: LocalDate | undefined, on: LocalDate, unknown: number): number {
  if (birth === undefined) return unknown
  return ageOn(birth, on) >= 75 ? 100 : 80
}

function whole(percent: number): Range {
  return { low: percent, high: percent }
}

/** Somebody in several groups has the rate of the best one (Luật BHYT Đ22.2). Undefined without a group. */
export function bestRate(
  groups: readonly InsuredGroup[],
  on: LocalDate,
  birth?: BirthRange,
): Rate | undefined {
  return groups
    .map((each) => benefitRate(each, on, birth))
    .toSorted((one, other) => other.percent.low - one.percent.low)[0]
}
