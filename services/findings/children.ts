import { addMonths, birthday, type Month, monthOf } from '#calendar'
import { factsAt, houseOf, type MonthColumns, relations } from '#registry'
import type { BirthRange } from '#rules'
import type { GrownChild } from './causes.ts'

/** The age at which a child no longer counts, by the count: a child of 16 counts on only while studying. */
const ages: Readonly<Record<string, number>> = { k4Children: 16, childrenUnder36Months: 3 }

const child = relations.indexOf('child')

/**
 * The children of the person's household who reached such an age in a month or the one before, by the count they
 * left: a lower number counts from the month itself, the loss of the last child from the next.
 */
export function grownChildren(
  columns: MonthColumns,
  place: number,
  month: Month,
): ReadonlyMap<string, GrownChild> {
  const grown = new Map<string, GrownChild>()
  for (const each of houseOf(columns, place)) {
    if (columns.relations[each] !== child) continue
    const facts = factsAt(columns, each)
    const birth = facts.birth as BirthRange | undefined
    if (!birth) continue
    for (const [count, years] of Object.entries(ages))
      if ([month, addMonths(month, -1)].includes(monthOf(birthday(birth.to, years))))
        grown.set(count, { years, birth, studying: facts.studying })
  }
  return grown
}
