import { type Award, endAwards, listAwardsOf, type NewAward, recordAwards } from '#awards'
import { addMonths, type Month } from '#calendar'
import type { Transaction } from '#platform/database'
import type { Category } from './categories.ts'
import type { ListedAward } from './list-rows.ts'
import type { RowRemark } from './staging.ts'

/** The benefit a group belongs to, by its id in the law. */
function benefitOf(category: Category): string {
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

/** What the people of some rows receive, with what these rows change of it, until everything is written at once. */
export class AwardPlan {
  private readonly byPerson: Map<number, Planned[]>
  private readonly begun: Planned[] = []
  private readonly ended: { id: number; lastMonth: Month }[] = []

  constructor(recorded: readonly Award[]) {
    this.byPerson = Map.groupBy<number, Planned>(
      recorded.map((award) => ({ ...award })),
      ({ personId }) => personId,
    )
  }

  /**
   * Plans what a list says somebody receives, from the month it names and until another list says otherwise. The
   * same again changes nothing; another amount from a later month ends the one before; another amount for a month
   * that is recorded already is refused.
   */
  apply(
    { category, amountDong, coefficientTenths, fromMonth: since }: ListedAward,
    { personId, month, origin }: AwardPlace,
  ): { is: 'changed' | 'identical' } | { is: 'doubtful'; remark: RowRemark } {
    if (category === undefined || amountDong === undefined || amountDong === 0) return { is: 'identical' }
    const benefit = benefitOf(category)
    const recorded = (this.byPerson.get(personId) ?? []).filter(
      (each) => each.benefit === benefit && each.category === category,
    )
    const running = recorded.find((each) => each.fromMonth <= month && (each.toMonth ?? month) >= month)
    if (running?.amountDong === amountDong) return { is: 'identical' }
    if (running?.fromMonth === month) return differs(running.amountDong, month)
    const later = recorded.filter((each) => each.fromMonth > month).sort(byMonth)[0]
    const toMonth = later ? addMonths(later.fromMonth, -1) : running?.toMonth
    if (running) this.end(running, addMonths(month, -1))
    this.begin({
      personId,
      benefit,
      category,
      coefficientTenths: coefficientTenths || undefined,
      amountDong,
      fromMonth: since !== undefined && since < month && recorded.length === 0 ? since : month,
      toMonth,
      decisionNumber: undefined,
      signedOn: undefined,
      payee: undefined,
      origin,
    })
    return { is: 'changed' }
  }

  private begin(award: Planned): void {
    this.begun.push(award)
    const awards = this.byPerson.get(award.personId) ?? []
    this.byPerson.set(award.personId, awards)
    awards.push(award)
  }

  private end(award: Planned, lastMonth: Month): void {
    award.toMonth = lastMonth
    if (award.id !== undefined) this.ended.push({ id: award.id, lastMonth })
  }

  async write(transaction: Transaction): Promise<void> {
    await endAwards(transaction, this.ended)
    await recordAwards(transaction, this.begun)
  }
}

/** Begins a plan from what is recorded of these people. */
export async function planAwards(transaction: Transaction, personIds: readonly number[]): Promise<AwardPlan> {
  return new AwardPlan(personIds.length === 0 ? [] : await listAwardsOf(transaction, personIds))
}

function byMonth(one: { fromMonth: Month }, other: { fromMonth: Month }): number {
  return one.fromMonth < other.fromMonth ? -1 : 1
}

function differs(amountDong: number, month: Month): { is: 'doubtful'; remark: RowRemark } {
  return {
    is: 'doubtful',
    remark: {
      vi: `Sổ đã ghi ${amountDong} đ cho tháng ${month.slice(5)}/${month.slice(0, 4)}: cần cán bộ xác định số đúng`,
      en: `${amountDong} đ is recorded for ${month} already: an officer must say which is right`,
    },
  }
}
