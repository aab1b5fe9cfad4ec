import type { LocalDate, Month } from '#calendar'
import type { Range, Text } from '#rules'
import type { DueBy } from './due-days.ts'
import type { FindingKind, Reason } from './kinds.ts'

/** A finding before it is written. */
export interface Draft {
  /** Where the person stands in the month's columns. */
  place: number
  kind: FindingKind
  benefit: string
  lawDong: Range
  /** For a coming change, what the law gives until then. */
  beforeDong: Range | undefined
  recordedDong: number
  differenceDong: number
  arrearsDong: number
  sinceMonth: Month | undefined
  /** A day of its own; without one it waits for what `dueBy` says. */
  dueOn: LocalDate | undefined
  dueBy: DueBy | undefined
  reasons: readonly Reason[]
  nextStep: Text | undefined
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
    beforeDong: undefined,
    recordedDong: 0,
    differenceDong: 0,
    arrearsDong: 0,
    sinceMonth: undefined,
    dueOn: undefined,
    dueBy: undefined,
    reasons: [],
    nextStep: undefined,
    ...rest,
  }
}
