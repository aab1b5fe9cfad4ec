import { addMonths, birthday, type Month, monthOf } from '#calendar'
import { factsAt, type MonthColumns, relations } from '#registry'
import type { BirthRange } from '#rules'
import type { GrownChild } from './causes.ts'

/** The age at which a child no longer counts, by the count: a child of 16 counts on only while studying. */
const ages: Readonly<Record<string, number>> = { k4Children: 16, childrenUnder36Months: 3 }

const child = relations.indexOf('child')

/** The children of households, looked up only for people with a finding. */
export class GrownChildren {
  private readonly columns: MonthColumns
  private readonly places = new Map<number, number[]>()

  constructor(columns: MonthColumns) {
    this.columns = columns
    for (let place = 0; place < columns.count; place++) {
      if (columns.relations[place] !== child) continue
      const household = columns.households[place] as number
      const known = this.places.get(household)
      if (known) known.push(place)
      else this.places.set(household, [place])
    }
  }

  /**
   * Those of the person's household who reached such an age in a month or the one before, by the count they left: a
   * lower number counts from the month itself, the loss of the last child from the next.
   */
  of(place: number, month: Month): ReadonlyMap<string, GrownChild> {
    const household = this.columns.households[place] as number
    const grown = new Map<string, GrownChild>()
    if (household === 0) return grown
    for (const each of this.places.get(household) ?? []) {
      const facts = factsAt(this.columns, each)
      const birth = facts.birth as BirthRange | undefined
      if (!birth) continue
      for (const [count, years] of Object.entries(ages))
        if ([month, addMonths(month, -1)].includes(monthOf(birthday(birth.to, years))))
          grown.set(count, { years, birth, studying: facts.studying })
    }
    return grown
  }
}
