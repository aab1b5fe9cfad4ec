/** The shape beside the word of a request's state. */
export const stateShapes = { proposed: 'cham', approved: 'ok', refused: 'sai', withdrawn: 'open' } as const
