import { addWorkingDays, type LocalDate, type WorkingCalendar } from '#calendar'
import type { Certainty, Text } from '#rules'

/** How long an agency has to give its opinion: working days after the day it was asked. */
export const opinionClock: {
  workingDaysMin: number
  workingDaysMax: number
  basis: string
  certainty: Certainty
  silence: Text
} = {
  workingDaysMin: 2,
  workingDaysMax: 5,
  basis: 'NĐ 191/2026/NĐ-CP',
  certainty: 'secondary',
  silence: {
    vi: 'Hết hạn không có ý kiến: ghi là im lặng, chưa coi là đồng ý',
    en: 'No opinion by its day: recorded as silence, not taken as agreement',
  },
}

/** Where an opinion stands on a day. */
export type OpinionState = 'awaited' | 'silent' | 'answeredInTime' | 'answeredLate'

export const opinionStateNames: Readonly<Record<OpinionState, Text>> = {
  awaited: { vi: 'Chờ ý kiến', en: 'Awaited' },
  silent: { vi: 'Im lặng quá hạn', en: 'Silent past its day' },
  answeredInTime: { vi: 'Đã có ý kiến đúng hạn', en: 'Answered in time' },
  answeredLate: { vi: 'Đã có ý kiến quá hạn', en: 'Answered late' },
}

export function opinionState(
  { dueOn, answeredOn }: { dueOn: LocalDate; answeredOn?: LocalDate | undefined },
  today: LocalDate,
): OpinionState {
  if (answeredOn !== undefined) return answeredOn <= dueOn ? 'answeredInTime' : 'answeredLate'
  return today <= dueOn ? 'awaited' : 'silent'
}

/** The last day for an opinion. Throws RangeError outside 2 to 5 working days, BeyondCalendar beyond the known years. */
export function opinionDueOn(askedOn: LocalDate, workingDays: number, calendar: WorkingCalendar): LocalDate {
  const { workingDaysMin, workingDaysMax } = opinionClock
  if (!Number.isSafeInteger(workingDays) || workingDays < workingDaysMin || workingDays > workingDaysMax)
    throw new RangeError(`Thời hạn cho ý kiến là ${workingDaysMin} đến ${workingDaysMax} ngày làm việc`)
  return addWorkingDays(askedOn, workingDays, calendar)
}
