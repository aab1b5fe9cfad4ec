import { always, type CaseSignals, type CoefficientSignals } from './signals.ts'

export interface TenthsRange {
  low: number
  high: number
}

/**
 * The range of a coefficient: what is certain settles exceptions, and settled exceptions leave the base cases out;
 * while none is certain, every case that may hold is an end of the range.
 */
export function coefficientTenths(
  coefficient: CoefficientSignals,
  has: (signal: number) => boolean,
): TenthsRange {
  const range: TenthsRange = { low: Number.POSITIVE_INFINITY, high: 0 }
  if (!widen(range, coefficient.exceptions, 'certain', has)) {
    widen(range, coefficient.exceptions, 'possible', has)
    if (!widen(range, coefficient.base, 'certain', has)) widen(range, coefficient.base, 'possible', has)
  }
  if (range.low === Number.POSITIVE_INFINITY) range.low = 0
  return range
}

/** Takes in the tenths of the cases that hold; whether there is one. */
function widen(
  range: TenthsRange,
  cases: readonly CaseSignals[],
  mode: 'certain' | 'possible',
  has: (signal: number) => boolean,
): boolean {
  let found = false
  for (const each of cases) {
    const signal = each[mode]
    if (signal !== always && (signal < 0 || !has(signal))) continue
    found = true
    if (each.tenths < range.low) range.low = each.tenths
    if (each.tenths > range.high) range.high = each.tenths
  }
  return found
}
