import {
  addMonths,
  ageOn,
  birthday,
  firstDayOf,
  type LocalDate,
  lastDayOf,
  type Month,
  monthOf,
} from '#calendar'
import { type BirthRange, explain, type FactValues, openFacts, type Program, type Text } from '#rules'

/** Something that will be due later if only time passes. */
export interface NearMiss {
  month: Month
  benefit: Text
  amountDong: number
  /** The age reached then, and the day, when the birth is known to the day. */
  age: number | undefined
  on: LocalDate | undefined
  /** Facts not asked today that it will hang on. */
  ifFacts: readonly string[]
}

/** How far ahead people want to look. */
const monthsAhead = 36

/**
 * The first month in which, with the same facts and the law as it is known today, a benefit may be higher than it may
 * be now. Undefined when nothing changes within three years.
 */
export function findNearMiss(
  programOf: (month: Month) => Program,
  facts: FactValues,
  today: LocalDate,
): NearMiss | undefined {
  const now = explain(programOf(monthOf(today)), facts)
  for (let ahead = 1; ahead <= monthsAhead; ahead++) {
    const month = addMonths(monthOf(today), ahead)
    const then = explain(programOf(month), facts)
    for (const [id, verdict] of then.benefits) {
      const amountDong = verdict.amountDong.high
      if (amountDong <= (now.benefits.get(id)?.amountDong.high ?? 0)) continue
      const ifFacts = openFacts(then, verdict).filter((key) => key !== 'birth')
      const { text: benefit } = verdict.benefit
      return { month, benefit, amountDong, ifFacts, ...reached(facts.birth as BirthRange | undefined, month) }
    }
  }
  return undefined
}

/** The birthday that falls in the month, for a birth known to the day. */
function reached(birth: BirthRange | undefined, month: Month): Pick<NearMiss, 'age' | 'on'> {
  if (!birth || birth.from !== birth.to) return { age: undefined, on: undefined }
  const age = ageOn(birth.from, lastDayOf(month))
  const on = birthday(birth.from, age)
  return on >= firstDayOf(month) ? { age, on } : { age: undefined, on: undefined }
}
