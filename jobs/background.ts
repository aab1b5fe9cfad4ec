import type { LocalDate } from '#calendar'
import type { Database } from '#platform/database'
import type { Log } from '#platform/log'
import type { Queue } from '#platform/queue'

/** What work in the background is given; `today` is asked at each piece of work, never kept. */
export interface Background {
  database: Database
  queue: Queue
  log: Log
  today: () => LocalDate
}
