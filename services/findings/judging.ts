import type { LocalDate, Month } from '#calendar'
import { programFor } from '#law/social-assistance'
import { type MonthColumns, unknownBirth } from '#registry'
import type { Program, Range } from '#rules'
import {
  type BatchOutput,
  type ClassTables,
  type ColumnSpec,
  type Columns,
  compileTables,
  encodeBirths,
  encodeCodes,
  foldAmounts,
  newOutput,
  runTables,
} from '#rules/batch'
import { emitKernel, type Kernel, runKernel } from '#rules/wasm'

/** Whom transitional rules set apart: those who were receiving when a decree came, and everybody else. */
export type Applicability = 'recipient' | 'new'

/** What the law says of some of the people in the columns, all under one program. */
export interface Judgement {
  program: Program
  /** Where each of them stands in the month's columns. */
  places: Int32Array
  classes: readonly Uint8Array[]
  out: BatchOutput
}

/** A program compiled for batches; the kernel is emitted when the first crowd comes. */
export interface Compiled {
  tables: ClassTables
  kernel?: Kernel
}

/** The law of a month as known on a day, compiled for batches. */
export function compileFor(month: Month, knownOn: LocalDate, applicability: Applicability): Compiled {
  return { tables: compileTables(programFor({ month, knownOn, recipient: applicability === 'recipient' })) }
}

/** From so many people on the WebAssembly kernel is worth its memory; both say the same. */
const crowd = 50_000

/** Runs a program over the people at `places`. */
export function judge(compiled: Compiled, columns: MonthColumns, places: Int32Array): Judgement {
  const { tables } = compiled
  const classes = tables.columns.map((spec) => classColumn(spec, columns, places))
  const count = places.length
  const input = { specs: tables.columns, count, classes }
  return { program: tables.program, places, classes, out: outputOf(compiled, input) }
}

function outputOf(compiled: Compiled, columns: Columns): BatchOutput {
  const { tables } = compiled
  if (columns.count >= crowd) {
    compiled.kernel ??= emitKernel(tables)
    return runKernel(compiled.kernel, tables.program, columns)
  }
  const out = newOutput(tables.program, columns.count)
  runTables(tables, columns, 0, columns.count, out)
  return out
}

function classColumn(spec: ColumnSpec, columns: MonthColumns, places: Int32Array): Uint8Array {
  switch (spec.kind) {
    case 'youngest':
    case 'oldest':
      return encodeBirths(spec, pick(columns.birthFrom, places), pick(columns.birthTo, places))
    case 'choice':
    case 'count': {
      const codes = columns.codes.get(spec.fact)
      if (!codes) throw new Error(`Sổ không có cột cho "${spec.fact}" mà luật cần`)
      const picked = new Uint8Array(places.length)
      for (let i = 0; i < places.length; i++) picked[i] = codes[places[i] as number] as number
      return encodeCodes(spec, picked, picked)
    }
    case 'amount':
      throw new Error(`Khoản tiền "${spec.fact}" chưa được ghi trong sổ`)
  }
}

function pick(days: Int32Array, places: Int32Array): Int32Array {
  const picked = new Int32Array(places.length)
  for (let i = 0; i < places.length; i++) picked[i] = days[places[i] as number] ?? unknownBirth.from
  return picked
}

/** Whether the law gives the i-th person anything, certainly or perhaps. */
export function mayReceive({ program, out }: Judgement, i: number): boolean {
  return program.benefits.some(({ id }) => out.high[id]?.[i] !== 0)
}

/** What is left for the i-th person of each benefit after the choices between them, đồng a month. */
export function amountsOf({ program, out }: Judgement, i: number): Map<string, Range> {
  const amounts = new Map<string, Range>()
  for (const [benefit, { amount }] of foldAmounts(program, out, i)) amounts.set(benefit, amount)
  return amounts
}

/** Two people with the same profile get the same verdict for the same reasons. */
export function profileOf({ classes }: Judgement, i: number): string {
  let profile = ''
  for (const column of classes) profile += String.fromCharCode(65 + (column[i] as number))
  return profile
}
