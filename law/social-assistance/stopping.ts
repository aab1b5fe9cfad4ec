import { addMonths, type LocalDate, type Month, monthOf } from '#calendar'
import { circular02, decree20, decree335 } from '#law/instruments'
import { type Citation, cite, type Text } from '#rules'

/** SP1: whoever dies or loses a condition is paid for the month in which it happens, and no longer. */
export function lastPaidMonth(happenedOn: LocalDate): { month: Month; cite: Citation } {
  const after = happenedOn >= decree335.from
  return { month: monthOf(happenedOn), cite: after ? cite(decree335, 'Đ8.4') : cite(decree20, 'Đ8.2') }
}

/** What speaks for suspending a payment. */
export interface SuspensionFacts {
  /** Months in a row in which the money was not collected. */
  uncollectedMonths: number
  refusesReview: boolean
  /** Whole months in remand: a reason of Circular 02/2021 that Decree 335/2026 does not repeat. */
  remandMonths: number
}

export interface SuspensionReason {
  text: Text
  cite: Citation
}

const uncollectedFrom = 3
const complyWithinMonths = 3

/** SP3: why a payment is to be suspended on a day; empty when nothing asks for it. */
export function suspensionReasons(facts: SuspensionFacts, on: LocalDate): SuspensionReason[] {
  const after = on >= decree335.from
  const place = after ? cite(decree335, 'Đ9.1') : cite(circular02, 'Đ2.3')
  const reasons: SuspensionReason[] = []
  if (facts.uncollectedMonths >= uncollectedFrom)
    reasons.push({
      text: { vi: 'không nhận tiền từ 3 tháng liên tục', en: 'not collected for three months in a row' },
      cite: place,
    })
  if (facts.refusesReview)
    reasons.push({
      text: { vi: 'không thực hiện xác định lại điều kiện hưởng', en: 'refuses to be reviewed' },
      cite: place,
    })
  if (facts.remandMonths >= 1 && !after)
    reasons.push({ text: { vi: 'bị tạm giam từ 1 tháng', en: 'in remand for a month or more' }, cite: place })
  return reasons
}

/** SP2: a suspension that is not answered for three months ends the payment for good, from this month on. */
export function stopAfterSuspension(suspendedFrom: Month): { from: Month; cite: Citation } {
  const from = addMonths(suspendedFrom, complyWithinMonths)
  const after = `${from}-01` >= decree335.from
  return { from, cite: after ? cite(decree335, 'Đ9.2') : cite(circular02, 'Đ2.1') }
}

/**
 * SP4: after a review during a suspension, payment goes on from where it was suspended, or ends there, or changes
 * from the month of the change. Stated for Decree 335/2026 Đ9.4.
 */
export function afterReview(
  suspendedFrom: Month,
  result: 'eligible' | 'notEligible' | { changedFrom: Month },
): { payFrom?: Month; stopFrom?: Month; cite: Citation } {
  const place = cite(decree335, 'Đ9.4')
  if (result === 'eligible') return { payFrom: suspendedFrom, cite: place }
  if (result === 'notEligible') return { stopFrom: suspendedFrom, cite: place }
  return { payFrom: result.changedFrom, cite: place }
}
