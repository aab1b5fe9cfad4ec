import type { Program } from '#rules'
import { type BenefitAmounts, foldAmounts } from './amounts.ts'
import type { BatchOutput } from './run.ts'

/**
 * The amounts of many persons, each different verdict folded once: people differ in millions, what the law gives
 * them in a few hundred ways. Number 0 is a verdict that gives nothing whatever the unknowns are.
 */
export class VerdictFold {
  private readonly program: Program
  private readonly benefits: readonly string[]
  /** From a step and the tenths of the next benefit to the step after it. */
  private readonly steps = new Map<number, number>()
  private readonly numbers = new Map<number, number>()
  private readonly amounts: ReadonlyMap<string, BenefitAmounts>[] = [new Map()]

  constructor(program: Program) {
    this.program = program
    this.benefits = program.benefits.map(({ id }) => id)
  }

  /** The verdict numbers of persons 0 … `count` (not included) of a kernel's output. */
  fold(out: Pick<BatchOutput, 'low' | 'high'>, count: number, into: Uint16Array = new Uint16Array(count)) {
    const low = this.benefits.map((id) => out.low[id] as Uint8Array)
    const high = this.benefits.map((id) => out.high[id] as Uint8Array)
    into.fill(0, 0, count)
    for (let benefit = 0; benefit < high.length; benefit++) {
      const column = high[benefit] as Uint8Array
      for (let i = 0; i < count; i++) if (column[i] !== 0) into[i] = 1
    }
    for (let i = 0; i < count; i++) if (into[i] !== 0) into[i] = this.numberAt(out, low, high, i)
    return into
  }

  private numberAt(
    out: Pick<BatchOutput, 'low' | 'high'>,
    low: readonly Uint8Array[],
    high: readonly Uint8Array[],
    i: number,
  ): number {
    let step = 0
    for (let benefit = 0; benefit < low.length; benefit++) {
      const tenths = (low[benefit]?.[i] as number) * 256 + (high[benefit]?.[i] as number)
      const key = step * 65_536 + tenths
      let next = this.steps.get(key)
      if (next === undefined) {
        next = this.steps.size + 1
        this.steps.set(key, next)
      }
      step = next
    }
    const known = this.numbers.get(step)
    if (known !== undefined) return known
    const number = this.amounts.push(foldAmounts(this.program, out, i)) - 1
    if (number > 65_535) throw new RangeError('More than 65 535 different verdicts under one program')
    this.numbers.set(step, number)
    return number
  }

  /** What verdict `number` comes to by benefit. */
  amountsOf(number: number): ReadonlyMap<string, BenefitAmounts> {
    const amounts = this.amounts[number]
    if (!amounts) throw new RangeError(`No verdict has the number ${number}`)
    return amounts
  }

  get count(): number {
    return this.amounts.length
  }
}
