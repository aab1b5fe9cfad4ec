import type { BatchOutput, ClassTables, Columns } from '#rules/batch'

/** Persons of one block: small enough that the inputs of a part stay in the cache until they have been read. */
const blockPersons = 16_384

/** Columns begin at different places of a memory page, so that they do not push each other out of the cache. */
const padding = 64

const pageBytes = 65_536

/**
 * What a block holds, one byte a person: the class columns, 8 certain grounds a column, 8 possible grounds a column,
 * of each benefit the low and the high tenths, and parts of grounds that later functions of the kernel read.
 */
export interface BlockSizes {
  blockPersons: number
  /** From one column of a block to the next. */
  stride: number
  blockBytes: number
  columns: number
  /** Byte columns of 8 grounds each. */
  planes: number
  benefits: readonly string[]
}

/** Where things lie in a kernel's memory: the class tables first, then one block after another. */
export interface KernelLayout extends BlockSizes {
  /** What stands from address 0 on; the kernel looks classes up in it. */
  tables: Uint8Array<ArrayBuffer>
  firstBlock: number
}

/** Offsets of a block's columns. */
export const offsets = {
  input: (layout: BlockSizes, column: number) => layout.stride * column,
  certain: (layout: BlockSizes, plane: number) => layout.stride * (layout.columns + plane),
  possible: (layout: BlockSizes, plane: number) => layout.stride * (layout.columns + layout.planes + plane),
  low: (layout: BlockSizes, benefit: number) => layout.stride * (tenthsFrom(layout) + 2 * benefit),
  high: (layout: BlockSizes, benefit: number) => layout.stride * (tenthsFrom(layout) + 2 * benefit + 1),
  part: (layout: BlockSizes, plane: number) =>
    layout.stride * (tenthsFrom(layout) + 2 * layout.benefits.length + plane),
}

function tenthsFrom(layout: BlockSizes): number {
  return layout.columns + 2 * layout.planes
}

export function sizesOf(tables: ClassTables): BlockSizes {
  const benefits = tables.program.benefits.map((benefit) => benefit.id)
  const planes = Math.ceil(tables.program.grounds.length / 8)
  const columns = tables.columns.length
  const parts = Math.ceil((tables.signals.end - 64 * tables.signals.words) / 8)
  const stride = blockPersons + padding
  const blockBytes = stride * (columns + 2 * planes + 2 * benefits.length + parts)
  return { blockPersons, stride, blockBytes, columns, planes, benefits }
}

export function blocksOf(layout: KernelLayout, persons: number): number {
  return Math.ceil(persons / layout.blockPersons)
}

/** Shared memory for `persons`, the tables in their place. Throws when they do not fit into 4 GB. */
export function createMemory(layout: KernelLayout, persons: number): WebAssembly.Memory {
  const bytes = layout.firstBlock + blocksOf(layout, persons) * layout.blockBytes
  const pages = Math.max(1, Math.ceil(bytes / pageBytes))
  if (pages > 65_536)
    throw new RangeError(`${persons} persons need ${pages} pages of memory; judge them in several runs`)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true })
  new Uint8Array(memory.buffer).set(layout.tables)
  return memory
}

/** Puts class columns of the program into the blocks. */
export function writeColumns(layout: KernelLayout, memory: WebAssembly.Memory, columns: Columns): void {
  const bytes = new Uint8Array(memory.buffer)
  columns.classes.forEach((classes, column) => {
    for (let block = 0; block < blocksOf(layout, columns.count); block++) {
      const from = block * layout.blockPersons
      const at = layout.firstBlock + block * layout.blockBytes + offsets.input(layout, column)
      bytes.set(classes.subarray(from, from + layout.blockPersons), at)
    }
  })
}

/** Takes the results of the first `persons` out of the blocks, in the form every kernel gives. */
export function readOutput(
  layout: KernelLayout,
  memory: WebAssembly.Memory,
  persons: number,
  out: BatchOutput,
): void {
  const bytes = new Uint8Array(memory.buffer)
  for (let block = 0; block < blocksOf(layout, persons); block++) {
    const from = block * layout.blockPersons
    const size = Math.min(layout.blockPersons, persons - from)
    const at = layout.firstBlock + block * layout.blockBytes
    const column = (offset: number) => bytes.subarray(at + offset, at + offset + size)
    for (let plane = 0; plane < layout.planes; plane++) {
      takeIn(out.certain[plane >> 2] as Uint32Array, from, column(offsets.certain(layout, plane)), plane & 3)
      takeIn(
        out.possible[plane >> 2] as Uint32Array,
        from,
        column(offsets.possible(layout, plane)),
        plane & 3,
      )
    }
    layout.benefits.forEach((id, benefit) => {
      out.low[id]?.set(column(offsets.low(layout, benefit)), from)
      out.high[id]?.set(column(offsets.high(layout, benefit)), from)
    })
  }
}

/** Takes only the tenths of the first `persons` out of the blocks: amounts need nothing else. */
export function readTenths(
  layout: KernelLayout,
  memory: WebAssembly.Memory,
  persons: number,
  out: Pick<BatchOutput, 'low' | 'high'>,
): void {
  const bytes = new Uint8Array(memory.buffer)
  for (let block = 0; block < blocksOf(layout, persons); block++) {
    const from = block * layout.blockPersons
    const size = Math.min(layout.blockPersons, persons - from)
    const at = layout.firstBlock + block * layout.blockBytes
    const column = (offset: number) => bytes.subarray(at + offset, at + offset + size)
    layout.benefits.forEach((id, benefit) => {
      out.low[id]?.set(column(offsets.low(layout, benefit)), from)
      out.high[id]?.set(column(offsets.high(layout, benefit)), from)
    })
  }
}

function takeIn(words: Uint32Array, from: number, plane: Uint8Array, place: number): void {
  const shift = 8 * place
  for (let i = 0; i < plane.length; i++) {
    const bits = (plane[i] as number) << shift
    words[from + i] = place === 0 ? bits : (words[from + i] as number) | bits
  }
}
