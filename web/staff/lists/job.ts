import type { ImportCounts } from '#intake'
import type { Actor } from '#platform/database'

/** The queue's name of the work that writes a staged list into the register. */
export const importJob = 'import'

/** What that work is given: the list, and on whose behalf it is written. */
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
