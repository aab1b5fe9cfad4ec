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
