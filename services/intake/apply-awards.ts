import { endAward, listAwards, recordAward } from '#awards'
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

/**
 * Records what a list says somebody receives, from the month it names and until another list says otherwise. The
 * same again changes nothing; another amount from a later month ends the one before; another amount for a month
 * that is recorded already is refused.
 */
export async function applyAward(
  transaction: Transaction,
  listed: ListedAward,
  { personId, month, origin }: AwardPlace,
): Promise<{ is: 'changed' | 'identical' } | { is: 'doubtful'; remark: RowRemark }> {
  const { category, amountDong, coefficientTenths } = listed
  if (category === undefined || amountDong === undefined || amountDong === 0) return { is: 'identical' }
  const benefit = benefitOf(category)
  const recorded = (await listAwards(transaction, personId)).filter(
    (each) => each.benefit === benefit && each.category === category,
  )
  const fromMonth =
    listed.fromMonth !== undefined && listed.fromMonth < month && recorded.length === 0
      ? listed.fromMonth
      : month
  const running = recorded.find((each) => each.fromMonth <= month && (each.toMonth ?? month) >= month)
  if (running?.amountDong === amountDong) return { is: 'identical' }
  if (running?.fromMonth === month) return differs(running.amountDong, month)
  if (running) await endAward(transaction, running.id, addMonths(month, -1))
  const later = recorded.filter((each) => each.fromMonth > month).sort(byMonth)[0]
  await recordAward(transaction, {
    personId,
    benefit,
    category,
    coefficientTenths: coefficientTenths || undefined,
    amountDong,
    fromMonth,
    toMonth: later ? addMonths(later.fromMonth, -1) : running?.toMonth,
    decisionNumber: undefined,
    signedOn: undefined,
    payee: undefined,
    origin,
  })
  return { is: 'changed' }
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
