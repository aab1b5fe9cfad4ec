import type { Manuscript, Revision } from '#publishing'

/** A correction that waits: what readers will be told of it, and the revision they read until it is approved. */
export interface WaitingCorrection {
  sentence: string
  shownNow: number | undefined
}

/** Of a manuscript in review whose text readers have seen before; `revisions` the latest first. */
export function waitingCorrection(
  { state }: Pick<Manuscript, 'state'>,
  revisions: readonly Pick<Revision, 'number' | 'correction' | 'review'>[],
): WaitingCorrection | undefined {
  const [latest, ...earlier] = revisions
  if (state !== 'inReview' || !latest?.correction) return undefined
  return { sentence: latest.correction, shownNow: earlier.find(({ review }) => review?.isApproved)?.number }
}
