import type { LocalDate, Month } from '#calendar'
import type { Range } from '#rules'
import type { FindingKind, Reason } from './kinds.ts'

/** A finding before it is written. */
export interface Draft {
  /** Where the person stands in the month's columns. */
  place: number
  kind: FindingKind
  benefit: string
  lawDong: Range
  recordedDong: number
  differenceDong: number
  arrearsDong: number
  sinceMonth: Month | undefined
  dueOn: LocalDate | undefined
  reasons: readonly Reason[]
}

export function draft(
  place: number,
  kind: FindingKind,
  benefit: string,
  rest: Partial<Omit<Draft, 'place' | 'kind' | 'benefit'>> = {},
): Draft {
  return {
    place,
    kind,
    benefit,
    lawDong: { low: 0, high: 0 },
    recordedDong: 0,
    differenceDong: 0,
    arrearsDong: 0,
    sinceMonth: undefined,
    dueOn: undefined,
    reasons: [],
    ...rest,
  }
}
