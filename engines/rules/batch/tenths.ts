import { always, type CaseSignals, type CoefficientSignals } from './signals.ts'
import type { BenefitTable } from './tables.ts'

export interface TenthsRange {
  low: number
  high: number
}

/** Whether a signal is set among all signals of one person, 32 a word. */
function hasSignal(bits: Int32Array, signal: number): boolean {
  return (((bits[signal >> 5] as number) >>> (signal & 31)) & 1) === 1
}

/**
 * The tenths of one benefit for one person, as the explanation stacks them: the highest coefficient, the add-on
 * beside or instead of it, nothing where it is excluded. Grounds are possible from signal `possibleFrom` on.
 */
export function judgeTenths(
  table: BenefitTable,
  bits: Int32Array,
  headsClass: number,
  possibleFrom: number,
  result: TenthsRange,
): void {
  const { plus } = table
  const beside: TenthsRange = { low: 0, high: 0 }
  const tenths: TenthsRange = { low: 0, high: 0 }
  for (const { ground, coefficient, alongside } of table.of) {
    if (!hasSignal(bits, possibleFrom + ground)) continue
    judgeCoefficient(coefficient, bits, tenths)
    if (!hasSignal(bits, ground)) tenths.low = 0
    raise(result, tenths)
    if (alongside) raise(beside, tenths)
  }
  if (plus && hasSignal(bits, possibleFrom + plus.ground)) {
    const known = headsClass <= plus.headsMax
    const certain = known && hasSignal(bits, plus.ground)
    const added = {
      low: certain ? headsClass * plus.tenths : 0,
      high: (known ? headsClass : plus.headsMax) * plus.tenths,
    }
    raise(result, added)
    if (beside.low > 0) result.low = Math.max(result.low, beside.low + added.low)
    if (beside.high > 0) result.high = Math.max(result.high, beside.high + added.high)
  }
  for (const ground of table.excludedBy) {
    if (hasSignal(bits, possibleFrom + ground)) result.low = 0
    if (hasSignal(bits, ground)) result.high = 0
  }
}

function raise(range: TenthsRange, by: TenthsRange): void {
  if (by.low > range.low) range.low = by.low
  if (by.high > range.high) range.high = by.high
}

/**
 * The range of a coefficient: what is certain settles exceptions, and settled exceptions leave the base cases out;
 * while none is certain, every case that may hold is an end of the range.
 */
function judgeCoefficient(coefficient: CoefficientSignals, bits: Int32Array, range: TenthsRange): void {
  range.low = noCase
  range.high = 0
  if (!widen(range, coefficient.exceptions, 'certain', bits)) {
    widen(range, coefficient.exceptions, 'possible', bits)
    if (!widen(range, coefficient.base, 'certain', bits)) widen(range, coefficient.base, 'possible', bits)
  }
  if (range.low === noCase) range.low = 0
}

const noCase = 999

/** Takes in the tenths of the cases that hold; whether there is one. */
function widen(
  range: TenthsRange,
  cases: readonly CaseSignals[],
  mode: 'certain' | 'possible',
  bits: Int32Array,
): boolean {
  let found = false
  for (const each of cases) {
    const signal = mode === 'certain' ? each.certain : each.possible
    if (signal !== always && (signal < 0 || !hasSignal(bits, signal))) continue
    found = true
    if (each.tenths < range.low) range.low = each.tenths
    if (each.tenths > range.high) range.high = each.tenths
  }
  return found
}
