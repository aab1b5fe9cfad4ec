/** The steps of the queue in the order of the work; an award is approved after the paper was entered. */
export const queueSteps = [
  'unread',
  'readOnce',
  'disagreed',
  'agreed',
  'awardAsked',
  'entered',
  'setAside',
  'failed',
  'waiting',
] as const
export type QueueStep = (typeof queueSteps)[number]
