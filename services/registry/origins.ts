/**
 * Where a value came from, as text: `file:HASH#SHEET!CELL`, `scan:ID#PAGE`, `officer:ID`, `register:NAME`, `system:JOB` or
 * `demonstration`. It is stored beside every value and shown to who asks.
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

/** An origin in its parts, for showing. */
export type OriginParts =
  /** `fileHash` is the beginning of the hash by which `#intake` knows the file; `column` where one cell is known. */
  | { kind: 'file'; fileHash: string; sheet?: string; row?: number; column?: string }
  /** A paper that two officers read alike, by the number of the scan in `#archive`. */
  | { kind: 'scan'; id: string; page?: number }
  | { kind: 'officer'; id: string }
  | { kind: 'register'; name: string }
  | { kind: 'system'; job: string }
  | { kind: 'demonstration' }
  | { kind: 'unknown'; text: string }

/** What an origin says; text that follows none of the forms is given back as it is. */
export function readOrigin(origin: Origin): OriginParts {
  const [, kind, rest = ''] = /^([a-z]+)(?::(.*))?$/s.exec(origin) ?? []
  if (kind === 'file') return readPlace(rest)
  if (kind === 'scan' && rest !== '') return readPaper(rest)
  if (kind === 'officer' && rest !== '') return { kind, id: rest }
  if (kind === 'register' && rest !== '') return { kind, name: rest }
  if (kind === 'system' && rest !== '') return { kind, job: rest }
  return kind === 'demonstration' ? { kind } : { kind: 'unknown', text: origin }
}

/** The page of a paper, where it is known. */
function readPaper(text: string): OriginParts {
  const [, id = text, page] = /^(\d+)(?:#(\d+))?$/.exec(text) ?? []
  return { kind: 'scan', id, ...(page && { page: Number(page) }) }
}

function readPlace(text: string): OriginParts {
  const [, fileHash = text, sheet, column, row] = /^([^#]*)#(.*)!([A-Z]*)(\d*)$/s.exec(text) ?? []
  return {
    kind: 'file',
    fileHash,
    ...(sheet && { sheet }),
    ...(row && { row: Number(row) }),
    ...(column && { column }),
  }
}
