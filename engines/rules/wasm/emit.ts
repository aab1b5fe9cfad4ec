import type { ClassTables } from '#rules/batch'
import { emitGrounds } from './grounds.ts'
import { type KernelLayout, offsets, sizesOf } from './layout.ts'
import { moduleOf } from './module.ts'
import { Tables } from './tables.ts'
import { emitTenths } from './tenths.ts'
import { Body } from './vectors.ts'

/** A program as a WebAssembly module, and where its inputs and outputs lie. */
export interface Kernel {
  bytes: Uint8Array<ArrayBuffer>
  layout: KernelLayout
}

const cacheLine = 64

/**
 * Writes the kernel of a program: for 16 persons at once, the class of each column picks from a table of 16 bytes
 * which of 8 rules are still alive, and the survivors of all columns are what holds.
 */
export function emitKernel(tables: ClassTables): Kernel {
  const sizes = sizesOf(tables)
  const body = new Body()
  const shared = new Tables(body, sizes)
  const signals = emitGrounds(tables, body, shared)
  for (let plane = 0; plane < sizes.planes; plane++) {
    body.store(offsets.certain(sizes, plane), signals.plane(plane))
    body.store(offsets.possible(sizes, plane), signals.plane(4 * tables.signals.words + plane))
  }
  tables.benefits.forEach((benefit, index) => {
    const tenths = emitTenths(benefit, tables.signals.words, signals, body, shared)
    body.store(offsets.low(sizes, index), tenths.low)
    body.store(offsets.high(sizes, index), tenths.high)
  })
  const bytes = shared.bytes()
  const firstBlock = Math.ceil(bytes.length / cacheLine) * cacheLine
  return { bytes: moduleOf([body.function()]), layout: { ...sizes, tables: bytes, firstBlock } }
}
