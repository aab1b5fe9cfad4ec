import type { Handler } from '#feedback'
import type { Database } from '#platform/database'
import { hasReached, markReached } from '#platform/milestones'
import { loadTexts } from './articles.ts'
import { loadMessages } from './feedback.ts'
import { partsOf } from './officers.ts'

/** Reached by a demonstration whose portal was given texts and messages. */
const milestone = 'demonstration correspondence'

/**
 * Gives the portal of a demonstration its invented texts and messages, by the hands of its officers; returns whether it
 * did. Once: the mark is set first, for a message cannot be sent again by somebody who lost its receipt, and half of
 * them after a start that was killed are better than some twice. Without its officers nothing is done.
 */
export async function loadCorrespondence(options: {
  database: Database
  officers: readonly Handler[]
  seed: number
  now: Date
}): Promise<boolean> {
  const { database, seed, now } = options
  const officers = partsOf(options.officers)
  if (!officers || (await hasReached(database.query, milestone))) return false
  await markReached(database.query, milestone)
  await loadTexts({ database, officers, now })
  await loadMessages({ database, officers, seed, now })
  return true
}
