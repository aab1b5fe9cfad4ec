/**
 * Where a value came from, as text: `file:HASH#SHEET!CELL`, `officer:ID`, `register:NAME` or `demonstration`.
 * It is stored beside every value and shown to who asks.
 */
export type Origin = string

/** A place in a list that was brought in: a whole row, or one cell of it. */
export function fileOrigin(place: {
  fileHash: string
  sheet?: string
  row: number
  column?: string
}): Origin {
  return `file:${place.fileHash.slice(0, 16)}#${place.sheet ?? ''}!${place.column ?? ''}${place.row}`
}

export function officerOrigin(officerId: string): Origin {
  return `officer:${officerId}`
}
