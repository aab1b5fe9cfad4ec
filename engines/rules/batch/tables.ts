import type { Benefit, Program } from '#rules'
import { type ColumnSpec, columnsOf } from './columns.ts'
import type { Conjunct } from './conjuncts.ts'
import { type CoefficientSignals, type SignalRule, type Signals, signalsOf } from './signals.ts'

/** The most tenths a benefit may reach: results are bytes. */
export const tenthsMax = 255

/** A program as class tables: what the reference kernel runs and the WebAssembly kernel is emitted from. */
export interface ClassTables {
  program: Program
  columns: readonly ColumnSpec[]
  signals: Signals
  benefits: readonly BenefitTable[]
  /** 16 entries a term: for each class the bits of the layer's word that are still alive. */
  table: Int32Array
  layers: readonly Layer[]
  /** Conjuncts that refer to other signals, in the order of the rules. */
  afterwards: readonly Afterwards[]
}

/** At most one conjunct of each of 32 signals: their bits survive the look-up of every column that they read. */
export interface Layer {
  word: number
  full: number
  /** Bits decided by the columns alone. */
  settled: number
  /** The columns looked up; the entries of term t begin at 16 × t in the table. */
  terms: readonly Term[]
}

export interface Term {
  column: number
  term: number
}

/** A bit of a layer that counts only if other signals are as it says. */
export interface Afterwards {
  layer: number
  word: number
  bit: number
  any: readonly (readonly WordMask[])[]
  none: readonly WordMask[]
}

/** Some bits of one 32-bit word of signals. */
export interface WordMask {
  word: number
  mask: number
}

/** A benefit by the numbers of its grounds in the program. */
export interface BenefitTable {
  benefit: Benefit
  of: readonly { ground: number; coefficient: CoefficientSignals; alongside: boolean }[]
  plus?: { ground: number; column: number; tenths: number; headsMax: number }
  excludedBy: readonly number[]
  /** The possible signals without which nothing can be due. */
  dueBy: readonly WordMask[]
}

/**
 * Compiles a program to class tables. Throws, naming the benefit, when its coefficients can exceed 255 tenths
 * together.
 */
export function compileTables(program: Program): ClassTables {
  const columns = columnsOf(program)
  const signals = signalsOf(program, columns)
  const benefits = program.benefits.map((each) => benefitTable(each, program, columns, signals))
  return { program, columns, signals, benefits, ...packed(signals.rules) }
}

function benefitTable(
  benefit: Benefit,
  program: Program,
  columns: readonly ColumnSpec[],
  signals: Signals,
): BenefitTable {
  const place = (id: string) => program.grounds.findIndex((ground) => ground.id === id)
  const of = benefit.highestOf.map((id) => ({
    ground: place(id),
    coefficient: signals.coefficients.find((each) => each.ground === id) as CoefficientSignals,
    alongside: benefit.plus?.alongside.includes(id) ?? false,
  }))
  const added = benefit.plus && {
    ground: place(benefit.plus.ground),
    column: columns.findIndex((spec) => spec.fact === benefit.plus?.per),
    tenths: benefit.plus.tenths,
    headsMax: benefit.plus.headsMax as number,
  }
  const most = greatestTenths(of) + (added ? added.tenths * added.headsMax : 0)
  if (most > tenthsMax)
    throw new RangeError(
      `Benefit ${benefit.id} can reach ${most} tenths; a result holds at most ${tenthsMax}`,
    )
  const due = [...of.map((each) => each.ground), ...(added ? [added.ground] : [])]
  return {
    benefit,
    of,
    ...(added ? { plus: added } : {}),
    excludedBy: (benefit.excludedBy ?? []).map((each) => place(each.ground)),
    dueBy: wordMasks(due.map((ground) => 32 * signals.words + ground)),
  }
}

function greatestTenths(of: BenefitTable['of']): number {
  const cases = of.flatMap(({ coefficient }) => [...coefficient.base, ...coefficient.exceptions])
  return Math.max(0, ...cases.map((each) => each.tenths))
}

/** Signals as masks of the words they lie in. */
function wordMasks(signals: readonly number[]): WordMask[] {
  const masks = new Map<number, number>()
  for (const signal of signals) masks.set(signal >> 5, (masks.get(signal >> 5) ?? 0) | (1 << (signal & 31)))
  return [...masks].map(([word, mask]) => ({ word, mask }))
}

/** The k-th conjuncts of the signals of one word share a layer, so that one look-up serves 32 of them. */
function packed(rules: readonly SignalRule[]): Pick<ClassTables, 'table' | 'layers' | 'afterwards'> {
  const shelves = new Map<string, { word: number; conjuncts: Map<number, Conjunct> }>()
  for (const { signal, conjuncts } of rules)
    conjuncts.forEach((conjunct, depth) => {
      const key = `${signal >> 5}/${depth}`
      const shelf = shelves.get(key) ?? { word: signal >> 5, conjuncts: new Map() }
      shelf.conjuncts.set(signal & 31, conjunct)
      shelves.set(key, shelf)
    })
  const entries: number[] = []
  const numbers = new Map([...shelves.keys()].map((key, index) => [key, index]))
  const layers = [...shelves.values()].map((shelf) => layerOf(shelf.word, shelf.conjuncts, entries))
  const afterwards = rules.flatMap(({ signal, conjuncts }) =>
    conjuncts.flatMap((conjunct, depth): Afterwards[] => {
      if (refersToNothing(conjunct)) return []
      const layer = numbers.get(`${signal >> 5}/${depth}`) as number
      const any = conjunct.any.map(wordMasks)
      return [{ layer, word: signal >> 5, bit: 1 << (signal & 31), any, none: wordMasks(conjunct.none) }]
    }),
  )
  return { table: Int32Array.from(entries), layers, afterwards }
}

function layerOf(word: number, conjuncts: ReadonlyMap<number, Conjunct>, entries: number[]): Layer {
  let full = 0
  let settled = 0
  for (const [bit, conjunct] of conjuncts) {
    full |= 1 << bit
    if (refersToNothing(conjunct)) settled |= 1 << bit
  }
  const columns = new Set([...conjuncts.values()].flatMap((each) => [...each.sets.keys()]))
  const terms = [...columns].map((column) => {
    const term = entries.length / 16
    for (let cls = 0; cls < 16; cls++) {
      let alive = full
      for (const [bit, { sets }] of conjuncts)
        if (!(((sets.get(column) ?? 0xffff) >> cls) & 1)) alive &= ~(1 << bit)
      entries.push(alive)
    }
    return { column, term }
  })
  return { word, full, settled, terms }
}

function refersToNothing(conjunct: Conjunct): boolean {
  return conjunct.any.length === 0 && conjunct.none.length === 0
}
