import type { LocalDate, Month } from '#calendar'
import { programFor } from '#law/social-assistance'
import type { MonthColumns } from '#registry'
import type { Program } from '#rules'
import {
  type BatchOutput,
  type ClassTables,
  type ColumnSpec,
  type Columns,
  compileTables,
  encodeBirths,
  encodeCodes,
  newOutput,
  runTables,
  unknownClass,
  unknownCode,
  VerdictFold,
} from '#rules/batch'
import {
  blocksOf,
  createMemory,
  emitKernel,
  openKernel,
  type RunningKernel,
  readTenths,
  writeColumns,
} from '#rules/wasm'

/** Whom transitional rules set apart: those who were receiving when a decree came, and everybody else. */
export type Applicability = 'recipient' | 'new'

/** The people judged at once: their class columns stay small, however many people there are. */
const crowd = 65_536

/** The law of a month, compiled for batches; what it gives is folded once for each different verdict. */
export class Compiled {
  readonly program: Program
  readonly fold: VerdictFold
  private readonly tables: ClassTables
  private readonly scratch: { births: [Int32Array, Int32Array]; codes: Uint8Array; classes: Uint8Array[] }
  private kernel: ((columns: Columns, out: BatchOutput) => void) | undefined

  constructor(program: Program) {
    this.program = program
    this.tables = compileTables(program)
    this.fold = new VerdictFold(program)
    this.scratch = { births: [new Int32Array(0), new Int32Array(0)], codes: new Uint8Array(0), classes: [] }
  }

  /**
   * Judges people by their places, or those from `from` to `to` (not included) when no places are given; `into` gets
   * the number of the verdict of each, one after another.
   */
  judge(columns: MonthColumns, of: Int32Array | { from: number; to: number }, into: Uint16Array): void {
    const total = of instanceof Int32Array ? of.length : of.to - of.from
    for (let start = 0; start < total; start += crowd) {
      const count = Math.min(crowd, total - start)
      const classes =
        of instanceof Int32Array
          ? this.classesAt(columns, of.subarray(start, start + count))
          : this.classesFrom(columns, of.from + start, count)
      const out = this.run({ specs: this.tables.columns, count, classes }, total)
      this.fold.fold(out, count, into.subarray(start, start + count))
    }
  }

  private run(columns: Columns, total: number): BatchOutput {
    const out = newOutput(this.program, columns.count)
    // The WebAssembly kernel says the same and is worth its memory from some thousands on.
    if (total < crowd) runTables(this.tables, columns, 0, columns.count, out)
    else {
      this.kernel ??= this.openKernel()
      this.kernel(columns, out)
    }
    return out
  }

  private openKernel(): (columns: Columns, out: BatchOutput) => void {
    const { bytes, layout } = emitKernel(this.tables)
    const memory = createMemory(layout, crowd)
    const running: RunningKernel = openKernel(new WebAssembly.Module(bytes), layout, memory)
    return (columns, out) => {
      writeColumns(layout, memory, columns)
      running.run(0, blocksOf(layout, columns.count))
      readTenths(layout, memory, columns.count, out)
    }
  }

  private classesFrom(columns: MonthColumns, from: number, count: number): Uint8Array[] {
    const part = <Column extends Int32Array | Uint8Array>(column: Column) =>
      column.subarray(from, from + count) as Column
    return this.tables.columns.map((spec, index) => {
      const into = this.room(index, count)
      if (spec.kind === 'youngest' || spec.kind === 'oldest')
        return encodeBirths(spec, part(columns.birthFrom), part(columns.birthTo), into)
      return encodeCodes(coded(spec), part(codesOf(columns, spec)), into)
    })
  }

  private classesAt(columns: MonthColumns, places: Int32Array): Uint8Array[] {
    const { scratch } = this
    const count = places.length
    if (scratch.codes.length < count) {
      scratch.codes = new Uint8Array(count)
      scratch.births = [new Int32Array(count), new Int32Array(count)]
    }
    const births = scratch.births.map((each) => each.subarray(0, count)) as [Int32Array, Int32Array]
    pick(columns.birthFrom, places, births[0])
    pick(columns.birthTo, places, births[1])
    return this.tables.columns.map((spec, index) => {
      const into = this.room(index, count)
      if (spec.kind === 'youngest' || spec.kind === 'oldest') return encodeBirths(spec, ...births, into)
      const codes = scratch.codes.subarray(0, count)
      pick(codesOf(columns, spec), places, codes)
      return encodeCodes(coded(spec), codes, into)
    })
  }

  private room(index: number, count: number): Uint8Array {
    const known = this.scratch.classes[index]
    const room = known && known.length >= count ? known : new Uint8Array(count)
    this.scratch.classes[index] = room
    return room.subarray(0, count)
  }

  /** Two people with the same profile get the same verdict for the same reasons. */
  profileAt(columns: MonthColumns, place: number): string {
    let profile = ''
    for (const spec of this.tables.columns) profile += String.fromCharCode(65 + classAt(spec, columns, place))
    return profile
  }
}

/** The law of a month as known on a day, compiled for batches. */
export function compileFor(month: Month, knownOn: LocalDate, applicability: Applicability): Compiled {
  return new Compiled(programFor({ month, knownOn, recipient: applicability === 'recipient' }))
}

function pick<Column extends Int32Array | Uint8Array>(from: Column, places: Int32Array, into: Column): void {
  for (let i = 0; i < places.length; i++) into[i] = from[places[i] as number] as number
}

function codesOf(columns: MonthColumns, { fact }: ColumnSpec): Uint8Array {
  const codes = columns.codes.get(fact)
  if (!codes) throw new Error(`Sổ không có cột cho "${fact}" mà luật cần`)
  return codes
}

function coded(spec: ColumnSpec): Extract<ColumnSpec, { kind: 'choice' | 'count' }> {
  if (spec.kind === 'choice' || spec.kind === 'count') return spec
  throw new Error(`Khoản tiền "${spec.fact}" chưa được ghi trong sổ`)
}

function classAt(spec: ColumnSpec, columns: MonthColumns, place: number): number {
  if (spec.kind === 'youngest' || spec.kind === 'oldest') {
    const day = (spec.kind === 'oldest' ? columns.birthFrom : columns.birthTo)[place] as number
    let reached = 0
    for (const cut of spec.cuts) if (day <= cut) reached += 1
    return reached
  }
  const code = codesOf(columns, spec)[place] as number
  if (code === unknownCode) return unknownClass
  return spec.kind === 'count' ? Math.min(code, spec.max) : code
}
