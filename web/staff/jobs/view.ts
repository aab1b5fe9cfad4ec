import { type Job, referenceOf } from '#platform/queue'
import type { Officer } from '#platform/sessions'

/** A job as the pages show it: without what only the machine needs. */
export interface JobView extends Pick<Job, 'id' | 'state' | 'done' | 'total' | 'message'> {
  /** Why it failed; undefined when that is for the operator, who finds it by the reference. */
  because: { vi: string; en: string } | undefined
  /** What an officer tells the operator. */
  reference: string
}

/** The job as this officer may see it: how many people a sweep goes over is the province's to know. */
export function viewFor({ unitUid }: Pick<Officer, 'unitUid'>, job: Job): JobView {
  const view = viewOf(job)
  if (job.name !== 'sweep' || unitUid === 'province') return view
  return { ...view, done: 0, total: undefined, message: undefined }
}

export function viewOf({ id, state, done, total, message, because: vi, becauseEn: en }: Job): JobView {
  const because = vi === undefined ? undefined : { vi, en: en ?? vi }
  return { id, state, done, total, message, because, reference: referenceOf(id) }
}
