import type { FactValues, Program } from '#rules'
import { type Columns, encode } from './encode.ts'
import { wordsOf } from './signals.ts'
import {
  type Afterwards,
  type BenefitTable,
  type ClassTables,
  compileTables,
  type Layer,
  type Term,
  type WordMask,
} from './tables.ts'
import { judgeTenths, type TenthsRange } from './tenths.ts'

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
export function newOutput(program: Program, count: number): BatchOutput {
  const words = () => Array.from({ length: wordsOf(program) }, () => new Uint32Array(count))
  const bytes = () =>
    Object.fromEntries(program.benefits.map((benefit) => [benefit.id, new Uint8Array(count)]))
  return { certain: words(), possible: words(), low: bytes(), high: bytes() }
}

/** Judges a list of persons in one go, from their facts. A province is encoded from typed arrays instead. */
export function judgePersons(program: Program, persons: readonly FactValues[]): BatchOutput {
  const columns = encode(program, persons.length, (person, fact) => persons[person]?.[fact])
  const out = newOutput(program, persons.length)
  runTables(compileTables(program), columns, 0, persons.length, out)
  return out
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
  const desk = newDesk(tables)
  for (let start = from; start < to; start += block)
    judgeBlock(tables, columns.classes, start, Math.min(block, to - start), desk, out)
}

/** Room for the intermediate results of one block. */
interface Desk {
  words: readonly Int32Array[]
  /** By layer, the bits that wait for other signals. */
  waiting: readonly (Int32Array | undefined)[]
  scratch: Int32Array
}

function newDesk({ signals, layers, afterwards }: ClassTables): Desk {
  const wait = new Set(afterwards.map((each) => each.layer))
  return {
    words: Array.from({ length: Math.ceil(signals.end / 32) }, () => new Int32Array(block)),
    waiting: layers.map((_, index) => (wait.has(index) ? new Int32Array(block) : undefined)),
    scratch: new Int32Array(block),
  }
}

function judgeBlock(
  tables: ClassTables,
  classes: readonly Uint8Array[],
  start: number,
  size: number,
  { words, waiting, scratch }: Desk,
  out: BatchOutput,
): void {
  for (const word of words) word.fill(0)
  for (let index = 0; index < tables.layers.length; index++) {
    const layer = tables.layers[index] as Layer
    const alive = waiting[index] ?? scratch
    lookUp(layer, tables.table, classes, start, size, alive)
    keepSettled(words[layer.word] as Int32Array, alive, layer.settled, size)
  }
  for (const each of tables.afterwards) settle(each, words, waiting[each.layer] as Int32Array, scratch, size)
  writeMasks(tables.signals.words, words, start, size, out)
  for (const each of tables.benefits) writeTenths(each, words, classes, start, size, scratch, out)
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
  const { terms } = layer
  for (let first = 0; first < terms.length; first += 2) {
    const one = terms[first] as Term
    const other = terms[first + 1] ?? one
    keepAlive(
      alive,
      (classes[one.column] as Uint8Array).subarray(start, start + size),
      table.subarray(one.term << 4, (one.term << 4) + 16),
      (classes[other.column] as Uint8Array).subarray(start, start + size),
      table.subarray(other.term << 4, (other.term << 4) + 16),
    )
  }
}

/** Two columns a pass, so that half as many intermediate results go through memory. */
function keepAlive(
  alive: Int32Array,
  one: Uint8Array,
  oneTable: Int32Array,
  other: Uint8Array,
  otherTable: Int32Array,
): void {
  const size = one.length
  for (let i = 0; i < size; i++)
    alive[i] =
      (alive[i] as number) &
      (oneTable[one[i] as number] as number) &
      (otherTable[other[i] as number] as number)
}

function keepSettled(word: Int32Array, alive: Int32Array, settled: number, size: number): void {
  for (let i = 0; i < size; i++) word[i] = (word[i] as number) | ((alive[i] as number) & settled)
}

function settle(
  rule: Afterwards,
  words: readonly Int32Array[],
  alive: Int32Array,
  found: Int32Array,
  size: number,
): void {
  const own = words[rule.word] as Int32Array
  const { bit } = rule
  for (const group of rule.any) {
    collect(group, words, found, size)
    for (let i = 0; i < size; i++) if (found[i] === 0) alive[i] = (alive[i] as number) & ~bit
  }
  if (rule.none.length > 0) {
    collect(rule.none, words, found, size)
    for (let i = 0; i < size; i++) if (found[i] !== 0) alive[i] = (alive[i] as number) & ~bit
  }
  for (let i = 0; i < size; i++) own[i] = (own[i] as number) | ((alive[i] as number) & bit)
}

/** Not 0 where one of the signals is set. */
function collect(
  masks: readonly WordMask[],
  words: readonly Int32Array[],
  found: Int32Array,
  size: number,
): void {
  found.fill(0, 0, size)
  for (const { word, mask } of masks) {
    const from = words[word] as Int32Array
    for (let i = 0; i < size; i++) found[i] = (found[i] as number) | ((from[i] as number) & mask)
  }
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
  due: Int32Array,
  out: BatchOutput,
): void {
  const low = out.low[table.benefit.id] as Uint8Array
  const high = out.high[table.benefit.id] as Uint8Array
  const possibleFrom = 32 * out.certain.length
  const bits = new Int32Array(words.length)
  const heads = table.plus ? classes[table.plus.column] : undefined
  collect(table.dueBy, words, due, size)
  const result: TenthsRange = { low: 0, high: 0 }
  for (let i = 0; i < size; i++) {
    result.low = 0
    result.high = 0
    if (due[i] !== 0) {
      for (let word = 0; word < bits.length; word++) bits[word] = (words[word] as Int32Array)[i] as number
      judgeTenths(table, bits, heads?.[start + i] ?? 0, possibleFrom, result)
    }
    low[start + i] = result.low
    high[start + i] = result.high
  }
}
