import { addDays, firstDayOf, latestBirthFor, type Month, numberOf } from '#calendar'
import { decree335 } from '#law/instruments'
import type { BirthRange, FactValue, FactValues } from '#rules'

/** Younger than this nobody is asked about marriage, children or a pension; older than the other, about pregnancy. */
const parentFrom = 12
const pregnantUntil = 60

/**
 * Facts that follow from what is known without any law: men and the old are not pregnant, small children have no
 * children. They spare people questions; a stated fact always stands.
 */
export function withImplied(facts: FactValues, month: Month): FactValues {
  const implied: Record<string, FactValue> = {}
  const birth = facts.birth as BirthRange | undefined
  if (facts.sex === 'male' || reached(birth, pregnantUntil, month) === true) implied.pregnant = 'no'
  if (reached(birth, parentFrom, month) === false)
    Object.assign(implied, {
      pregnant: 'no',
      k4Children: 0,
      childrenUnder36Months: 0,
      marriage: 'neverMarried',
      pensionRequested: 'no',
    })
  for (const [key, value] of Object.entries(facts)) if (value !== undefined) implied[key] = value
  return implied
}

/**
 * Whether somebody turned 22 before 10/2026. The ground of former children without support ended at 22 until then
 * (NĐ 136/2013, NĐ 20/2021 Đ5.2), so nobody older drew it when NĐ 335/2026 lifted the limit for those who go on.
 */
export function formerGroundEnded(birth: BirthRange): boolean {
  const lastDayBefore = addDays(firstDayOf(decree335.from.slice(0, 7) as Month), -1)
  return numberOf(birth.to) <= latestBirthFor(22, lastDayBefore)
}

function reached(birth: BirthRange | undefined, years: number, month: Month): boolean | undefined {
  if (!birth) return undefined
  const latest = latestBirthFor(years, firstDayOf(month))
  if (numberOf(birth.to) <= latest) return true
  return numberOf(birth.from) <= latest ? undefined : false
}
