/** The shape beside the word of how far a message is, and of how a clock stands. */
export const stateShapes = {
  received: 'open',
  classified: 'open',
  sent: 'cham',
  handling: 'cham',
  answered: 'cham',
  approved: 'ok',
  closed: 'ok',
} as const

export const standingShapes = {
  running: 'open',
  soon: 'cham',
  late: 'sai',
  kept: 'ok',
  missed: 'sai',
} as const
