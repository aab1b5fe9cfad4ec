import type { LocalDate } from '#calendar'

/** How far work on a list is, for people. */
export interface ListProgress {
  done: number
  total: number
  message: string
}

/** What work on a list is given beside the list. */
export interface ListWorkOptions {
  today: LocalDate
  onProgress?: (progress: ListProgress) => Promise<void> | void
  /** Aborted when the process is asked to stop: what is written stays, the rest waits. */
  signal?: AbortSignal
}

/** How many rows are done: `Đã ghi 8.000 trên 40.000 dòng`, or of no known end, `Đã đọc 8.000 dòng`. */
export function rowsDone(done: string, count: number, total?: number): string {
  const written = (rows: number) => rows.toLocaleString('vi-VN')
  return `Đã ${done} ${written(count)}${total === undefined ? '' : ` trên ${written(total)}`} dòng`
}
