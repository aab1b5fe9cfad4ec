import { addMonths, type LocalDate, type Month, monthOf } from '#calendar'
import { decree20, decree335 } from '#law/instruments'
import { type Citation, cite } from '#rules'

/** Which commune pays which months when somebody moves. */
export interface MonthsOfMove {
  /** The last month the old commune pays. */
  oldLast: Month
  /** The first month the new commune pays, whenever it decides. */
  newFirst: Month
  cite: Citation
}

/**
 * SP6: the old commune decides to stop and sends the file; the new one pays from where it stopped, so that no month is
 * lost and none is paid twice. Until 4/10/2026 the new place pays from the month after the decision to stop (NĐ 20/2021
 * Đ8.4); since then from the month of stopping (NĐ 335/2026 Đ8.3), read as the first month no longer paid: the money
 * of the month of the decision has been ordered before its 25th.
 */
export function monthsOfMove(stoppedOn: LocalDate): MonthsOfMove {
  const oldLast = monthOf(stoppedOn)
  const newFirst = addMonths(oldLast, 1)
  if (stoppedOn < decree335.from) return { oldLast, newFirst, cite: cite(decree20, 'Đ8.4') }
  const note = {
    vi: 'Hiểu "tháng thôi chi trả" là tháng đầu tiên nơi cũ không còn trả',
    en: 'The month of stopping is read as the first that the old commune no longer pays',
  }
  return { oldLast, newFirst, cite: cite(decree335, 'Đ8.3', 'gazette', note) }
}
