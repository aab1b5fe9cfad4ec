import { addMonths, firstDayOf, type LocalDate, lastDayOf, type Month, numberOf } from '#calendar'
import { studying } from '#law/social-assistance'
import { kindsIn } from './household-counts.ts'
import { impliedBy } from './implied-facts.ts'

/** Births from a day to a day, yyyymmdd, both included. */
export interface Births {
  from: number
  to: number
}

/** Nobody is older, in months. */
const oldest = 130 * 12

/**
 * The births with which the household counts, or what follows from age, are not the same in a month as in the month
 * before. The law is asked about the ends of every month of birth: between them nothing can change and change back.
 */
export function birthsInMotion(month: Month): Births[] {
  const before = addMonths(month, -1)
  const births: Births[] = []
  for (let age = -1; age <= oldest; age++) {
    const born = addMonths(month, -age)
    const ends = ['01', '31'].map((day) => `${born}-${day}` as LocalDate)
    if (age <= 1 || ends.some((on) => differs(on, before, month)))
      births.push({ from: numberOf(firstDayOf(born)), to: numberOf(lastDayOf(born)) })
  }
  return births
}

function differs(on: LocalDate, before: Month, month: Month): boolean {
  const birth = { from: on, to: on }
  const sexes = [undefined, 'male', 'female']
  if (sexes.some((sex) => impliedBy(sex, birth, before).join() !== impliedBy(sex, birth, month).join()))
    return true
  return [undefined, ...studying.values].some((studies) => {
    const child = { birth, studying: studies as 'yes' | 'no' | 'interrupted' | undefined }
    return kindsIn(before).signOf(child) !== kindsIn(month).signOf(child)
  })
}
