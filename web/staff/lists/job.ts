import type { ImportCounts } from '#intake'
import type { Actor } from '#platform/database'
import type { Job } from '#platform/queue'

/** The queue's names of the work on lists: to read and try, to try again, to write, to take back. */
export const listJobs = { read: 'read', preview: 'preview', import: 'import', undo: 'undo' } as const

/** The largest list that is taken in at once: one of a million rows, as CSV too. */
export const fileBytesMax = 128 * 1024 * 1024

/** What is asked of a list. */
export type ListJob =
  | { is: 'read' }
  | { is: 'preview' }
  | { is: 'import' }
  | { is: 'undo'; reason: string; round: number }

/** Whether work is under way or waits for its turn. */
export function isLive(job: Pick<Job, 'state'> | undefined): boolean {
  return job?.state === 'waiting' || job?.state === 'running'
}

/** On how many people something stands, so that the list was not taken back; 0 for any other work. */
export function obstaclesOf(job: Pick<Job, 'name' | 'state' | 'result'> | undefined): number {
  if (job?.name !== listJobs.undo || job.state !== 'done') return 0
  const { ok, obstacles } = job.result as { ok: boolean; obstacles?: number }
  return ok ? 0 : (obstacles ?? 0)
}

/** Whether what this work wrote was taken back since, by one of these. */
export function isTakenBack(work: Pick<Job, 'result' | 'finishedAt'>, undoings: readonly Job[]): boolean {
  const { finishedAt } = work
  const written = work.result as Imported | undefined
  if (!written || !finishedAt) return false
  return undoings.some(({ state, result, createdAt }) => {
    if (state !== 'done' || createdAt < finishedAt) return false
    const undone = result as { ok: boolean; fileId: number }
    return undone.ok && undone.fileId === written.fileId
  })
}

/** What that work is given: the list, and on whose behalf it is done. */
export type ListAsked = ListJob & { fileId: number; actor: Actor }

/** What writing leaves: the rows themselves stay with the list. */
export interface Imported {
  fileId: number
  fileName: string
  isRepeated: boolean
  counts: ImportCounts
}
