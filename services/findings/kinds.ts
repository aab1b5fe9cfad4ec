import type { LocalDate, Month } from '#calendar'
import type { Text } from '#rules'

/** What can be wrong, or about to happen, with what somebody receives. */
export const findingKinds = [
  'missed',
  'undue',
  'underpaid',
  'overpaid',
  'late',
  'comingUp',
  'unknown',
  'duplicate',
] as const

export type FindingKind = (typeof findingKinds)[number]

/** A sentence that gives a reason, with the article it rests on. */
export interface Reason {
  vi: string
  en: string
  /** As on a chip: `NĐ 335/2026, Đ5.6`. */
  articles: readonly string[]
}

/** One thing that is not right for one person in one month. */
export interface Finding {
  id: number
  personId: number
  personName: string
  /** For the list: as much of the birth as is known, `1944` or `1944-03-12`. */
  birth: string | undefined
  unitUid: string | undefined
  unitName: string | undefined
  village: string | undefined
  kind: FindingKind
  benefit: string
  month: Month
  /** What the law gives a month; both the same when nothing is unknown. */
  lawDong: { low: number; high: number }
  recordedDong: number
  /** Law less recorded, a month: more than 0 is owed to the person, less than 0 is paid too much. */
  differenceDong: number
  /** The same over the months from `sinceMonth` to the month of the sweep. */
  arrearsDong: number
  sinceMonth: Month | undefined
  /** By when somebody must have acted. */
  dueOn: LocalDate | undefined
  /** The cause first, then what the law rests on and what else is to be known. */
  reasons: readonly Reason[]
  /** What the officer does about it: a verb and what. Undefined in findings of sweeps before there were steps. */
  nextStep: Text | undefined
  /** When a run first saw it. */
  firstSeenAt: Date
  /**
   * When a run last judged the person and found it. A run of changes leaves the others' findings: an open one stands as
   * of the latest run of its month, however long ago it was seen.
   */
  lastSeenAt: Date
}
