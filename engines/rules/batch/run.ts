import type { Columns } from './encode.ts'
import type { Afterwards, BenefitTable, ClassTables, Layer, WordMask } from './tables.ts'
import { coefficientTenths, type TenthsRange } from './tenths.ts'

/**
 * What a kernel says of many persons. Ground number g of the program is bit g & 31 of word g >> 5; the tenths of each
 * benefit are those before the choices between benefits.
 */
export interface BatchOutput {
  certain: readonly Uint32Array[]
  possible: readonly Uint32Array[]
  /** By benefit. */
  low: Readonly<Record<string, Uint8Array>>
  high: Readonly<Record<string, Uint8Array>>
}

/** Room for the results of `count` persons. */
export function newOutput(tables: ClassTables, count: number): BatchOutput {
  const words = () => Array.from({ length: tables.signals.words }, () => new Uint32Array(count))
  const bytes = () =>
    Object.fromEntries(tables.program.benefits.map((benefit) => [benefit.id, new Uint8Array(count)]))
  return { certain: words(), possible: words(), low: bytes(), high: bytes() }
}

const block = 4096

/**
 * The reference kernel: judges the persons `from` … `to` (not included) column by column in blocks that stay in the
 * cache, and writes their results to `out`.
 */
export function runTables(
  tables: ClassTables,
  columns: Columns,
  from: number,
  to: number,
  out: BatchOutput,
): void {
  const words = Array.from({ length: Math.ceil(tables.signals.end / 32) }, () => new Int32Array(block))
  const waiting = new Set(tables.afterwards.map((each) => each.layer))
  const layers = tables.layers.map((layer, index) => ({
    layer,
    alive: waiting.has(index) ? new Int32Array(block) : undefined,
  }))
  const scratch = new Int32Array(block)
  for (let start = from; start < to; start += block) {
    const size = Math.min(block, to - start)
    for (const word of words) word.fill(0)
    for (const { layer, alive } of layers) {
      const kept = alive ?? scratch
      lookUp(layer, tables.table, columns.classes, start, size, kept)
      keepSettled(words[layer.word] as Int32Array, kept, layer.settled, size)
    }
    for (const each of tables.afterwards) settle(each, words, layers[each.layer]?.alive as Int32Array, size)
    writeMasks(tables.signals.words, words, start, size, out)
    for (const each of tables.benefits) writeTenths(each, words, columns.classes, start, size, out)
  }
}

function lookUp(
  layer: Layer,
  table: Int32Array,
  classes: readonly Uint8Array[],
  start: number,
  size: number,
  alive: Int32Array,
): void {
  alive.fill(layer.full, 0, size)
  for (const { column, term } of layer.terms) {
    const column8 = classes[column] as Uint8Array
    const entries = table.subarray(16 * term, 16 * term + 16)
    for (let i = 0; i < size; i++)
      alive[i] = (alive[i] as number) & (entries[(column8[start + i] as number) & 15] as number)
  }
}

function keepSettled(word: Int32Array, alive: Int32Array, settled: number, size: number): void {
  for (let i = 0; i < size; i++) word[i] = (word[i] as number) | ((alive[i] as number) & settled)
}

function settle(rule: Afterwards, words: readonly Int32Array[], alive: Int32Array, size: number): void {
  const own = words[rule.word] as Int32Array
  for (let i = 0; i < size; i++) {
    if (((alive[i] as number) & rule.bit) === 0) continue
    if (hasAny(rule.none, words, i)) continue
    let holds = true
    for (const group of rule.any) holds &&= hasAny(group, words, i)
    if (holds) own[i] = (own[i] as number) | rule.bit
  }
}

function hasAny(masks: readonly WordMask[], words: readonly Int32Array[], i: number): boolean {
  for (const { word, mask } of masks) if (((words[word] as Int32Array)[i] as number) & mask) return true
  return false
}

function writeMasks(
  count: number,
  words: readonly Int32Array[],
  start: number,
  size: number,
  out: BatchOutput,
): void {
  for (let word = 0; word < count; word++) {
    out.certain[word]?.set((words[word] as Int32Array).subarray(0, size), start)
    out.possible[word]?.set((words[count + word] as Int32Array).subarray(0, size), start)
  }
}

function writeTenths(
  table: BenefitTable,
  words: readonly Int32Array[],
  classes: readonly Uint8Array[],
  start: number,
  size: number,
  out: BatchOutput,
): void {
  const low = out.low[table.benefit.id] as Uint8Array
  const high = out.high[table.benefit.id] as Uint8Array
  const possibleFrom = 16 * (out.certain.length * 2)
  const result: TenthsRange = { low: 0, high: 0 }
  for (let i = 0; i < size; i++) {
    result.low = 0
    result.high = 0
    if (hasAny(table.dueBy, words, i)) {
      const heads = table.plus ? ((classes[table.plus.column] as Uint8Array)[start + i] as number) : 0
      judgeTenths(table, words, i, heads, possibleFrom, result)
    }
    low[start + i] = result.low
    high[start + i] = result.high
  }
}

function hasSignal(words: readonly Int32Array[], i: number, signal: number): boolean {
  return ((((words[signal >> 5] as Int32Array)[i] as number) >>> (signal & 31)) & 1) === 1
}

/** The tenths of one benefit for one person, as the explanation stacks them. */
function judgeTenths(
  table: BenefitTable,
  words: readonly Int32Array[],
  i: number,
  headsClass: number,
  possibleFrom: number,
  result: TenthsRange,
): void {
  const { plus } = table
  const beside: TenthsRange = { low: 0, high: 0 }
  for (const { ground, coefficient } of table.of) {
    if (!hasSignal(words, i, possibleFrom + ground)) continue
    const tenths = coefficientTenths(coefficient, (signal) => hasSignal(words, i, signal))
    if (!hasSignal(words, i, ground)) tenths.low = 0
    raise(result, tenths)
    if (plus?.alongside.includes(ground)) raise(beside, tenths)
  }
  if (plus && hasSignal(words, i, possibleFrom + plus.ground)) {
    const known = headsClass <= plus.headsMax
    const certain = known && hasSignal(words, i, plus.ground)
    const added = {
      low: certain ? headsClass * plus.tenths : 0,
      high: (known ? headsClass : plus.headsMax) * plus.tenths,
    }
    raise(result, added)
    if (beside.low > 0) result.low = Math.max(result.low, beside.low + added.low)
    if (beside.high > 0) result.high = Math.max(result.high, beside.high + added.high)
  }
  for (const ground of table.excludedBy) {
    if (hasSignal(words, i, possibleFrom + ground)) result.low = 0
    if (hasSignal(words, i, ground)) result.high = 0
  }
}

function raise(range: TenthsRange, by: TenthsRange): void {
  if (by.low > range.low) range.low = by.low
  if (by.high > range.high) range.high = by.high
}
