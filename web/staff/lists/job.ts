import type { ImportCounts } from '#intake'
import type { Actor } from '#platform/database'

/** The queue's names of the work on lists: to read and try, to try again, to write, to take back. */
export const listJobs = { read: 'read', preview: 'preview', import: 'import', undo: 'undo' } as const

/** What is asked of a list. */
export type ListJob =
  | { is: 'read' }
  | { is: 'preview' }
  | { is: 'import' }
  | { is: 'undo'; reason: string; round: number }

/** What that work is given: the list, and on whose behalf it is done. */
export type ListAsked = ListJob & { fileId: number; actor: Actor }

/** What writing leaves: the rows themselves stay with the list. */
export interface Imported {
  fileId: number
  fileName: string
  isRepeated: boolean
  counts: ImportCounts
}
