import type { Program } from '#rules'
import { type BatchOutput, type Columns, compileTables, newOutput } from '#rules/batch'
import { emitKernel, type Kernel } from './emit.ts'
import { blocksOf, createMemory, type KernelLayout, readOutput, writeColumns } from './layout.ts'

/** A kernel at work on one memory. */
export interface RunningKernel {
  /** Judges the persons of the blocks `from` … `to` (not included). */
  run(from: number, to: number): void
}

/** So many persons' columns stay in the cache while one function of the kernel after another reads them. */
const cachedPersons = 2_048

/** Instantiates a kernel over a memory that `createMemory` made for its layout. */
export function openKernel(
  module: WebAssembly.Module,
  layout: KernelLayout,
  memory: WebAssembly.Memory,
): RunningKernel {
  const instance = new WebAssembly.Instance(module, { rules: { memory } })
  const judge = instance.exports.run as (at: number, end: number) => void
  return {
    run(from, to) {
      for (let block = from; block < to; block++) {
        const at = layout.firstBlock + block * layout.blockBytes
        const end = at + layout.blockPersons
        for (let part = at; part < end; part += cachedPersons)
          judge(part, Math.min(end, part + cachedPersons))
      }
    },
  }
}

/** Judges persons by a kernel on this thread, from class columns to the output every kernel gives. */
export function runKernel(kernel: Kernel, program: Program, columns: Columns): BatchOutput {
  const memory = createMemory(kernel.layout, columns.count)
  writeColumns(kernel.layout, memory, columns)
  const running = openKernel(new WebAssembly.Module(kernel.bytes), kernel.layout, memory)
  running.run(0, blocksOf(kernel.layout, columns.count))
  const out = newOutput(program, columns.count)
  readOutput(kernel.layout, memory, columns.count, out)
  return out
}

/** The kernel of a program, compiled and emitted. */
export function kernelFor(program: Program): Kernel {
  return emitKernel(compileTables(program))
}
