import type { Job } from '#platform/queue'

/** A job as the pages show it: without what only the machine needs. */
export type JobView = Pick<Job, 'id' | 'state' | 'done' | 'total' | 'message' | 'because'>

export function viewOf({ id, state, done, total, message, because }: Job): JobView {
  return { id, state, done, total, message, because }
}
