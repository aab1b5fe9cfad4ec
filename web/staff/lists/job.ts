import type { Actor } from '#platform/database'

/** The queue's name of the work that writes a staged list into the register. */
export const importJob = 'importList'

/** What that work is given: the list, and on whose behalf it is written. */
export interface ImportAsked {
  fileId: number
  actor: Actor
}
