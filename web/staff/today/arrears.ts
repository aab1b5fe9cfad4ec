import type { Month } from '#calendar'

/** One month of one benefit. */
export interface PaidMonth {
  month: Month
  lawDong: number
  recordedDong: number
}

/** Months next to each other with the same two amounts: one line of the computation. */
export interface ArrearsLine {
  from: Month
  to: Month
  count: number
  lawDong: number
  recordedDong: number
  /** Law less recorded, times the months. */
  differenceDong: number
}

/** The computation of arrears line by line; months come in their order. The lines add up to the whole. */
export function arrearsLines(months: readonly PaidMonth[]): ArrearsLine[] {
  const lines: ArrearsLine[] = []
  for (const { month, lawDong, recordedDong } of months) {
    const last = lines.at(-1)
    if (last && last.lawDong === lawDong && last.recordedDong === recordedDong) {
      last.to = month
      last.count += 1
      last.differenceDong += lawDong - recordedDong
    } else
      lines.push({
        from: month,
        to: month,
        count: 1,
        lawDong,
        recordedDong,
        differenceDong: lawDong - recordedDong,
      })
  }
  return lines
}
