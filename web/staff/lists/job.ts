import type { ImportCounts } from '#intake'
import type { Actor } from '#platform/database'

/** The queue's names of the work that tries a staged list, and that writes it into the register. */
export const previewJob = 'preview'
export const importJob = 'import'

/** What that work is given: the list, and on whose behalf it is tried or written. */
export interface ImportAsked {
  fileId: number
  actor: Actor
}

/** What it leaves: the rows themselves stay with the list. */
export interface Imported {
  fileId: number
  fileName: string
  isRepeated: boolean
  counts: ImportCounts
}
