import { addDays, firstDayOf, latestBirthFor, type Month, numberOf } from '#calendar'
import { decree335 } from '#law/instruments'
import { type BirthRange, explain, type FactValues, type Program } from '#rules'

/** A child as far as its parent's benefits need it. */
export interface RaisedChild {
  birth?: BirthRange | undefined
  studying?: 'no' | 'yes' | 'interrupted' | undefined
}

/**
 * How many children count for the single parent in a month: those under 16 when it began; older ones while they
 * study, to 22 under Decree 20/2021, and without a break and without that limit since Decree 335/2026 (Đ5.4).
 * Undefined while an unknown birth or school leaves the number open.
 */
export function countK4Children(children: readonly RaisedChild[], month: Month): number | undefined {
  return countWhere(children, (child) => {
    const under16 = isUnder(child.birth, 16, month)
    return either(under16, both(oldEnoughToStudyOn(child, month), studiesOn(child, month)))
  })
}

/** How many children were under 36 months when the month began; undefined while a birth leaves it open. */
export function countUnder36Months(children: readonly RaisedChild[], month: Month): number | undefined {
  return countWhere(children, ({ birth }) => isUnder(birth, 3, month))
}

type Maybe = boolean | undefined

function oldEnoughToStudyOn({ birth }: RaisedChild, month: Month): Maybe {
  return `${month}-31` >= decree335.from ? true : isUnder(birth, 22, month)
}

function studiesOn({ studying }: RaisedChild, month: Month): Maybe {
  if (studying === undefined) return undefined
  return studying === 'yes' || (studying === 'interrupted' && `${month}-31` < decree335.from)
}

function countWhere(
  children: readonly RaisedChild[],
  counts: (child: RaisedChild) => Maybe,
): number | undefined {
  const answers = children.map(counts)
  if (answers.includes(undefined)) return undefined
  return answers.filter((each) => each === true).length
}

function isUnder(birth: BirthRange | undefined, years: number, month: Month): Maybe {
  if (!birth) return undefined
  const latest = latestBirthFor(years, addDays(firstDayOf(month), -1))
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
 * coefficient, the first named when they are equal. Gives the facts of both with that settled.
 */
export function shareParentCare(
  program: Program,
  one: FactValues,
  other: FactValues,
): { one: FactValues; other: FactValues } {
  const alone = (facts: FactValues) =>
    explain(program, { ...facts, parentCarePaidToSpouse: 'no' }).benefits.get('parentCareSupport')?.tenths
      .high ?? 0
  const [mine, theirs] = [alone(one), alone(other)]
  const firstDraws = mine >= theirs
  return {
    one: { ...one, parentCarePaidToSpouse: firstDraws || mine === 0 ? 'no' : 'yes' },
    other: { ...other, parentCarePaidToSpouse: firstDraws && theirs > 0 && mine > 0 ? 'yes' : 'no' },
  }
}
