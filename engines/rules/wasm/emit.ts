import type { ClassTables, SignalRule } from '#rules/batch'
import type { Code } from './bytes.ts'
import { emitRules } from './grounds.ts'
import { type KernelLayout, offsets, sizesOf } from './layout.ts'
import { moduleOf } from './module.ts'
import { type KernelSignals, SignalBytes } from './signals.ts'
import { LookUps, TableBytes } from './tables.ts'
import { emitTenths } from './tenths.ts'
import { Body } from './vectors.ts'

/** A program as a WebAssembly module, and where its inputs and outputs lie. */
export interface Kernel {
  bytes: Uint8Array<ArrayBuffer>
  layout: KernelLayout
}

const cacheLine = 64

/** Sets of classes in one function: a law of a hundred grounds is one, larger ones stay in the instruction cache. */
const setsMaxUsual = 400

/**
 * Writes the kernel of a program: for 16 persons at once, the class of each column picks from a table of 16 bytes
 * which of 8 rules are still alive, and the survivors of all columns are what holds. More than `setsMax` sets of
 * classes are cut into several functions.
 */
export function emitKernel(tables: ClassTables, setsMax = setsMaxUsual): Kernel {
  const sizes = sizesOf(tables)
  const bytes = new TableBytes()
  const rules = new Map(tables.signals.rules.map((rule) => [rule.signal, rule.conjuncts]))
  const ofCases = tables.signals.coefficients.flatMap(({ base, exceptions }) =>
    [...base, ...exceptions].flatMap((each) => [each.certain, each.possible]),
  )
  const cases = new Map(ofCases.flatMap((signal) => (signal < 0 ? [] : [[signal, rules.get(signal) ?? []]])))
  const kernel: KernelSignals = { sizes, words: tables.signals.words, cases, stored: new Set() }
  const parts = inParts(
    tables.signals.rules.filter(({ signal }) => !cases.has(signal)),
    setsMax,
  )
  const functions: Code[] = []
  const emit = (rulesHere: readonly SignalRule[], benefits: readonly number[]) => {
    const body = new Body()
    const lookUps = new LookUps(body, sizes, bytes)
    const signals = new SignalBytes(kernel, body, lookUps)
    emitRules(rulesHere, signals, body, lookUps)
    signals.store()
    if (benefits.includes(0)) signals.storeEmpty()
    for (const benefit of benefits) {
      const table = tables.benefits[benefit]
      if (!table) continue
      const tenths = emitTenths(table, kernel.words, signals, body, lookUps)
      body.store(offsets.low(sizes, benefit), tenths.low)
      body.store(offsets.high(sizes, benefit), tenths.high)
    }
    functions.push(body.function())
  }
  const everyBenefit = Array.from({ length: Math.max(1, tables.benefits.length) }, (_, index) => index)
  if (parts.length === 1) emit(parts[0] ?? [], everyBenefit)
  else {
    for (const part of parts) emit(part, [])
    for (let first = 0; first < everyBenefit.length; first += 4)
      emit([], everyBenefit.slice(first, first + 4))
  }
  const table = bytes.bytes()
  const firstBlock = Math.ceil(table.length / cacheLine) * cacheLine
  return { bytes: moduleOf(functions), layout: { ...sizes, tables: table, firstBlock } }
}

/** The rules in their order, cut where a function has enough of them. */
function inParts(rules: readonly SignalRule[], setsMax: number): SignalRule[][] {
  const parts: SignalRule[][] = [[]]
  let sets = 0
  for (const rule of rules) {
    if (sets > setsMax) {
      parts.push([])
      sets = 0
    }
    parts.at(-1)?.push(rule)
    sets += rule.conjuncts.reduce((sum, each) => sum + each.sets.size + each.any.length, 0)
  }
  return parts
}
