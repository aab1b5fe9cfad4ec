import { always, type Conjunct, never } from '#rules/batch'
import { type BlockSizes, offsets } from './layout.ts'
import type { LookUps } from './tables.ts'
import {
  type Body,
  both,
  either,
  equal,
  everything,
  nothing,
  repeated,
  type Vector,
  without,
} from './vectors.ts'

/** What all functions of a kernel know of its signals. */
export interface KernelSignals {
  sizes: BlockSizes
  /** Words of 32 bits for the grounds in one mode. */
  words: number
  /** The cases of coefficients, which are masks of their own where they are needed. */
  cases: ReadonlyMap<number, readonly Conjunct[]>
  /** Byte columns of signals that an earlier function has left in memory. */
  stored: Set<number>
}

/** Signals as one function holds them: 8 bits a byte column, or a whole byte for those of one case alone. */
export class SignalBytes {
  private readonly planes = new Map<number, Vector>()
  private readonly masks = new Map<number, Vector>()
  private readonly changed = new Set<number>()
  private readonly kernel: KernelSignals
  private readonly body: Body
  private readonly lookUps: LookUps

  constructor(kernel: KernelSignals, body: Body, lookUps: LookUps) {
    this.kernel = kernel
    this.body = body
    this.lookUps = lookUps
  }

  plane(plane: number): Vector {
    const known = this.planes.get(plane)
    if (known) return known
    if (!this.kernel.stored.has(plane)) return nothing
    const loaded = this.body.keep(this.body.load(this.offsetOf(plane)))
    this.planes.set(plane, loaded)
    return loaded
  }

  setPlane(plane: number, bits: Vector): void {
    this.planes.set(plane, bits)
    this.changed.add(plane)
  }

  /** Leaves in memory what this function has computed. */
  store(): void {
    for (const plane of this.changed) {
      this.body.store(this.offsetOf(plane), this.plane(plane))
      this.kernel.stored.add(plane)
    }
  }

  /** Leaves zeros where no rule has set anything. */
  storeEmpty(): void {
    const { sizes, words, stored } = this.kernel
    for (let plane = 0; plane < sizes.planes; plane++)
      for (const each of [plane, 4 * words + plane])
        if (!stored.has(each)) this.body.store(this.offsetOf(each), nothing)
  }

  /** All ones where the signal is set. */
  mask(signal: number): Vector {
    if (signal === always) return everything
    if (signal === never) return nothing
    const known = this.masks.get(signal)
    if (known) return known
    const ways = this.kernel.cases.get(signal)
    const bit = repeated(1 << (signal & 7))
    const mask = ways
      ? either(...ways.map((way) => this.caseMask(way)))
      : equal(both(this.plane(signal >> 3), bit), bit)
    const kept = ways ? this.body.keep(mask) : mask
    this.masks.set(signal, kept)
    return kept
  }

  /** All ones where none of the signals is set. */
  noneOf(signals: readonly number[]): Vector {
    const bits = new Map<number, number>()
    for (const signal of signals) bits.set(signal >> 3, (bits.get(signal >> 3) ?? 0) | (1 << (signal & 7)))
    const found = [...bits].map(([plane, mask]) => both(this.plane(plane), repeated(mask)))
    return equal(either(...found), nothing)
  }

  private caseMask(conjunct: Conjunct): Vector {
    const looked = [...conjunct.sets].map(([column, classes]) => this.lookUps.within(column, classes))
    return referencesHold(looked.length > 0 ? both(...looked) : everything, conjunct, this)
  }

  /** Certain grounds, then possible ones, then parts. */
  private offsetOf(plane: number): number {
    const { sizes, words } = this.kernel
    if (plane < 4 * words) return offsets.certain(sizes, plane)
    if (plane < 8 * words) return offsets.possible(sizes, plane - 4 * words)
    return offsets.part(sizes, plane - 8 * words)
  }
}

/** The bits left where other signals are as the conjunct says. */
export function referencesHold(bits: Vector, { any, none }: Conjunct, signals: SignalBytes): Vector {
  let holds = bits
  for (const group of any) holds = without(holds, signals.noneOf(group))
  return none.length > 0 ? both(holds, signals.noneOf(none)) : holds
}
