import { birthday, type LocalDate } from '#calendar'
import { law102 } from '#law/instruments'
import { cite } from '#rules'

/** From this age on nobody is a child. */
const childUntil = 16

export const childhoodCite = cite(law102, 'Đ1', 'memory')

/** Whether somebody born on a day of a stretch is a child on `on`; undefined when that depends on the day. */
export function isChildOn(birth: { from: LocalDate; to: LocalDate }, on: LocalDate): boolean | undefined {
  if (birthday(birth.from, childUntil) > on) return true
  return birthday(birth.to, childUntil) > on ? undefined : false
}
