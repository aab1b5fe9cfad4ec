import type { Case, Coefficient, Condition, Program } from '#rules'
import type { ColumnSpec } from './columns.ts'
import { type Conjunct, conjunctsOf, type Mode, type NormalForm } from './conjuncts.ts'

/** A bit computed for every person: a ground certain or possible, or a part of one. */
export interface SignalRule {
  signal: number
  conjuncts: readonly Conjunct[]
}

/** Instead of a signal: holds for everybody, or for nobody. */
export const always = -1
export const never = -2

/** A case of a coefficient, by the signals that say whether it holds. */
export interface CaseSignals {
  tenths: number
  certain: number
  possible: number
}

export interface CoefficientSignals {
  ground: string
  exceptions: readonly CaseSignals[]
  base: readonly CaseSignals[]
}

/**
 * A program as signals. Ground number g is certain in bit g and possible in bit 32 × words + g; parts and cases
 * follow from bit 64 × words. Rules stand after those they refer to.
 */
export interface Signals {
  words: number
  /** One more than the highest signal. */
  end: number
  rules: readonly SignalRule[]
  /** In the order of the grounds that benefits pay for. */
  coefficients: readonly CoefficientSignals[]
}

/** The signals of every ground and of every case of the coefficients that benefits pay by. */
export function signalsOf(program: Program, columns: readonly ColumnSpec[]): Signals {
  const words = wordsOf(program)
  const place = new Map(program.grounds.map((ground, index) => [ground.id, index]))
  const rules: SignalRule[] = []
  let end = 64 * words
  const form: NormalForm = {
    columns,
    signalOf: (ground, mode) => groundSignal(place.get(ground) as number, mode, words),
    apart: (conjuncts) => {
      rules.push({ signal: end, conjuncts })
      return end++
    },
  }
  program.grounds.forEach((ground, index) => {
    for (const mode of ['certain', 'possible'] as const) {
      const conjuncts = conjunctsOf(ground.when, mode, form)
      rules.push({ signal: groundSignal(index, mode, words), conjuncts })
    }
  })
  const known = new Map<string, number>()
  const signalFor = (condition: Condition, mode: Mode): number => {
    const conjuncts = conjunctsOf(condition, mode, form)
    if (conjuncts.length === 0) return never
    if (conjuncts.some(isUnconditional)) return always
    const text = JSON.stringify(conjuncts.map((each) => [[...each.sets].sort(), each.any, each.none]))
    const signal = known.get(text) ?? form.apart(conjuncts)
    known.set(text, signal)
    return signal
  }
  const coefficients = paidCoefficients(program).map((each) => ({
    ground: each.ground,
    exceptions: casesOf(each.exceptions, signalFor),
    base: casesOf(each.base, signalFor),
  }))
  return { words, end, rules, coefficients }
}

/** Words of 32 bits that hold a bit for every ground. */
export function wordsOf(program: Program): number {
  return Math.max(1, Math.ceil(program.grounds.length / 32))
}

/** The signal of a ground by its place in the program. */
export function groundSignal(ground: number, mode: Mode, words: number): number {
  return mode === 'certain' ? ground : 32 * words + ground
}

function isUnconditional(conjunct: Conjunct): boolean {
  return conjunct.sets.size === 0 && conjunct.any.length === 0 && conjunct.none.length === 0
}

function paidCoefficients(program: Program): Coefficient[] {
  const paid = new Set(program.benefits.flatMap((benefit) => benefit.highestOf))
  return [...paid].map((ground) => program.coefficients.get(ground) as Coefficient)
}

function casesOf(
  cases: readonly Case[],
  signalFor: (condition: Condition, mode: Mode) => number,
): CaseSignals[] {
  const signals = cases.map(({ when, tenths }) => ({
    tenths,
    certain: signalFor(when, 'certain'),
    possible: signalFor(when, 'possible'),
  }))
  return signals.filter((each) => each.possible !== never)
}
