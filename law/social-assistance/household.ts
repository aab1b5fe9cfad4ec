import {
  addDays,
  firstDayOf,
  type LocalDate,
  lastDayOf,
  latestBirthFor,
  type Month,
  numberOf,
} from '#calendar'
import { decree335 } from '#law/instruments'
import { type BirthRange, explain, type FactValues, type Program } from '#rules'

/** A child as far as its parent's benefits need it. */
export interface RaisedChild {
  birth?: BirthRange | undefined
  studying?: 'no' | 'yes' | 'interrupted' | undefined
  /** False: the allowance was not drawn for the child by 16 years, nor under Decree 20/2021 while it studied. */
  drawnFor?: boolean | undefined
}

/**
 * How many children count for the single parent in a month: those under 16; older ones while they study, to 22 under
 * Decree 20/2021, and without a break, without that limit but only if already drawn for since Decree 335/2026
 * (Đ5.4). The number is that at the end of the month, because a change of level counts in its month (Đ8.1.đ, Đ8.4);
 * when none is left then, that of its beginning, because a ground lost is paid to the end of the month. Undefined
 * while an unknown birth or school leaves the number open.
 */
export function countK4Children(children: readonly RaisedChild[], month: Month): number | undefined {
  return levelOf(month, (day) =>
    countWhere(children, (child) =>
      both(
        isBorn(child.birth, month),
        either(
          isUnder(child.birth, 16, day),
          both(oldEnoughToStudyOn(child, month, day), studiesOn(child, month)),
        ),
      ),
    ),
  )
}

/** How many children are under 36 months, by the same reading; undefined while a birth leaves it open. */
export function countUnder36Months(children: readonly RaisedChild[], month: Month): number | undefined {
  return levelOf(month, (day) =>
    countWhere(children, ({ birth }) => both(isBorn(birth, month), isUnder(birth, 3, day))),
  )
}

/** The number on the last day, or the day before the month began when none is left at its end. */
function levelOf(month: Month, countOn: (day: LocalDate) => number | undefined): number | undefined {
  const atEnd = countOn(lastDayOf(month))
  if (atEnd !== undefined && atEnd > 0) return atEnd
  const before = countOn(addDays(firstDayOf(month), -1))
  return atEnd === before || atEnd === 0 ? before : undefined
}

type Maybe = boolean | undefined

function oldEnoughToStudyOn({ birth, drawnFor }: RaisedChild, month: Month, day: LocalDate): Maybe {
  return lastDayOf(month) >= decree335.from ? drawnFor !== false : isUnder(birth, 22, day)
}

function studiesOn({ studying }: RaisedChild, month: Month): Maybe {
  if (studying === undefined) return undefined
  return studying === 'yes' || (studying === 'interrupted' && lastDayOf(month) < decree335.from)
}

function isBorn(birth: BirthRange | undefined, month: Month): Maybe {
  if (!birth) return undefined
  if (birth.from > lastDayOf(month)) return false
  return birth.to > lastDayOf(month) ? undefined : true
}

function countWhere(
  children: readonly RaisedChild[],
  counts: (child: RaisedChild) => Maybe,
): number | undefined {
  const answers = children.map(counts)
  if (answers.includes(undefined)) return undefined
  return answers.filter((each) => each === true).length
}

function isUnder(birth: BirthRange | undefined, years: number, day: LocalDate): Maybe {
  if (!birth) return undefined
  const latest = latestBirthFor(years, day)
  const oldest = numberOf(birth.from) > latest
  return oldest === numberOf(birth.to) > latest ? oldest : undefined
}

function both(one: Maybe, other: Maybe): Maybe {
  if (one === false || other === false) return false
  return one === undefined || other === undefined ? undefined : true
}

function either(one: Maybe, other: Maybe): Maybe {
  if (one === true || other === true) return true
  return one === undefined || other === undefined ? undefined : false
}

/**
 * ST4: of two disabled spouses only one draws the support for a pregnancy or small child, the one with the higher
 * coefficient, the first named when they are equal. Gives the facts of both with that settled; while something
 * unknown decides who it is, that stays unknown too.
 */
export function shareParentCare(
  program: Program,
  one: FactValues,
  other: FactValues,
): { one: FactValues; other: FactValues } {
  const nothing = { low: 0, high: 0 }
  const alone = (facts: FactValues) =>
    explain(program, { ...facts, parentCarePaidToSpouse: 'no' }).benefits.get('parentCareSupport')?.tenths ??
    nothing
  const [mine, theirs] = [alone(one), alone(other)]
  const drawn = (first: 'yes' | 'no', second: 'yes' | 'no') => ({
    one: { ...one, parentCarePaidToSpouse: first },
    other: { ...other, parentCarePaidToSpouse: second },
  })
  if (mine.high === 0 || theirs.high === 0) return drawn('no', 'no')
  if (mine.low >= theirs.high) return drawn('no', 'yes')
  if (theirs.low > mine.high) return drawn('yes', 'no')
  return {
    one: { ...one, parentCarePaidToSpouse: undefined },
    other: { ...other, parentCarePaidToSpouse: undefined },
  }
}
