import { type Award, endAwards, type NewAward, recordAwards } from '#awards'
import { addMonths, type Month } from '#calendar'
import type { Transaction } from '#platform/database'
import type { Category } from './categories.ts'
import type { ListedAward } from './list-rows.ts'
import type { RowRemark } from './staging.ts'

/** The benefit a group belongs to, by its id in the law. */
export function benefitOf(category: Category): string {
  if (category === 'SP') return 'socialPension'
  if (category === 'C3' || category === 'C4') return 'parentCareSupport'
  return category.startsWith('C') ? 'careSupport' : 'socialAllowance'
}

export interface AwardPlace {
  personId: number
  /** The month of the list. */
  month: Month
  origin: string
}

/** An award that stands in the register, or will when the rows are written: then it has no id. */
type Planned = NewAward & Partial<Pick<Award, 'id'>>

/** What a row says about what somebody receives, once it is compared with what is recorded. */
export type AwardStep =
  | { is: 'identical' }
  | { is: 'doubtful'; remark: RowRemark }
  | { is: 'changed'; ended: Planned | undefined; begun: Planned }

/** An award that a list ended, with the last month it had before. */
export interface EndedAward {
  id: number
  lastMonth: Month
  lastMonthBefore: Month | undefined
}

/** What the people of some rows receive, with what these rows change of it, until everything is written at once. */
export class AwardPlan {
  private readonly byPerson = new Map<number, Planned[]>()
  private begun: Planned[] = []
  private ended: EndedAward[] = []

  know(recorded: readonly Award[]): void {
    for (const award of recorded) this.put({ ...award })
  }

  /**
   * What a list says somebody receives, from the month it names and until another list says otherwise. The same again
   * changes nothing; another amount from a later month ends the one before; another amount for a month that is
   * recorded already is refused. Nothing is planned until it is given to `take`.
   */
  compare(
    { category, amountDong, coefficientTenths, fromMonth: since, toMonth: last, isExact }: ListedAward,
    { personId, month: listed, origin }: AwardPlace,
  ): AwardStep {
    if (category === undefined || amountDong === undefined || amountDong === 0) return { is: 'identical' }
    const month = isExact && since !== undefined ? since : listed
    const benefit = benefitOf(category)
    const recorded = (this.byPerson.get(personId) ?? []).filter(
      (each) => each.benefit === benefit && each.category === category,
    )
    const running = recorded.find((each) => each.fromMonth <= month && (each.toMonth ?? month) >= month)
    if (running?.amountDong === amountDong && !endsEarlier(last, running)) return { is: 'identical' }
    if (running?.fromMonth === month) return differs(running, month)
    const later = recorded.filter((each) => each.fromMonth > month).sort(byMonth)[0]
    const before = later ? addMonths(later.fromMonth, -1) : running?.toMonth
    const begun: Planned = {
      personId,
      benefit,
      category,
      coefficientTenths: coefficientTenths || undefined,
      amountDong,
      fromMonth: !isExact && since !== undefined && since < month && recorded.length === 0 ? since : month,
      toMonth: last !== undefined && (before === undefined || last < before) ? last : before,
      decisionNumber: undefined,
      signedOn: undefined,
      payee: undefined,
      origin,
    }
    return { is: 'changed', ended: running, begun }
  }

  /** Plans what `compare` found. */
  take({ ended, begun }: Extract<AwardStep, { is: 'changed' }>): void {
    if (ended) {
      const lastMonth = addMonths(begun.fromMonth, -1)
      if (ended.id !== undefined) this.ended.push({ id: ended.id, lastMonth, lastMonthBefore: ended.toMonth })
      ended.toMonth = lastMonth
    }
    this.begun.push(begun)
    this.put(begun)
  }

  /** What is planned since the last time, to be written together. */
  drain(): { begun: readonly NewAward[]; ended: readonly EndedAward[] } {
    const { begun, ended } = this
    this.begun = []
    this.ended = []
    return { begun, ended }
  }

  private put(award: Planned): void {
    const awards = this.byPerson.get(award.personId)
    if (awards) awards.push(award)
    else this.byPerson.set(award.personId, [award])
  }
}

/** A list that shows the end of what runs on says something new. */
function endsEarlier(last: Month | undefined, running: Planned): boolean {
  return last !== undefined && (running.toMonth === undefined || running.toMonth > last)
}

export async function writeAwards(
  transaction: Transaction,
  { begun, ended }: { begun: readonly NewAward[]; ended: readonly EndedAward[] },
): Promise<void> {
  await endAwards(transaction, ended)
  await recordAwards(transaction, begun)
}

function byMonth(one: { fromMonth: Month }, other: { fromMonth: Month }): number {
  return one.fromMonth < other.fromMonth ? -1 : 1
}

function differs({ amountDong }: Planned, month: Month): { is: 'doubtful'; remark: RowRemark } {
  return {
    is: 'doubtful',
    remark: {
      vi: `Sổ đã ghi ${amountDong} đ cho tháng ${month.slice(5)}/${month.slice(0, 4)}: cần cán bộ xác định số đúng`,
      en: `${amountDong} đ is recorded for ${month} already: an officer must say which is right`,
    },
  }
}
