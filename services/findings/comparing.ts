import type { Range } from '#rules'
import type { FindingKind } from './kinds.ts'

/** How what is recorded differs from what the law gives, in đồng a month. */
export interface Discrepancy {
  kind: Extract<FindingKind, 'missed' | 'undue' | 'underpaid' | 'overpaid' | 'unknown'>
  /** Law less recorded, as far as it is certain; 0 while it is not. */
  differenceDong: number
}

/**
 * Compares one benefit of one person. Only what is certain is wrong: an amount within the range of an undetermined
 * verdict is *unknown*, and so is a benefit that may be due but is not received.
 */
export function compare(law: Range, recordedDong: number): Discrepancy | undefined {
  if (recordedDong < law.low)
    return { kind: recordedDong === 0 ? 'missed' : 'underpaid', differenceDong: law.low - recordedDong }
  if (recordedDong > law.high)
    return { kind: law.high === 0 ? 'undue' : 'overpaid', differenceDong: law.high - recordedDong }
  return law.low === law.high ? undefined : { kind: 'unknown', differenceDong: 0 }
}
