import { always, type ClassTables, type Conjunct, never, type SignalRule } from '#rules/batch'
import type { Tables } from './tables.ts'
import {
  type Body,
  both,
  either,
  equal,
  everything,
  not,
  nothing,
  repeated,
  type Vector,
  without,
} from './vectors.ts'

/** Signals as the kernel holds them: 8 bits a byte column, or a whole byte for those of one case alone. */
export class SignalBytes {
  private readonly planes = new Map<number, Vector>()
  private readonly masks = new Map<number, Vector>()

  plane(plane: number): Vector {
    return this.planes.get(plane) ?? nothing
  }

  setPlane(plane: number, bits: Vector): void {
    this.planes.set(plane, bits)
  }

  setMask(signal: number, mask: Vector): void {
    this.masks.set(signal, mask)
  }

  /** All ones where the signal is set. */
  mask(signal: number): Vector {
    if (signal === always) return everything
    if (signal === never) return nothing
    const bit = repeated(1 << (signal & 7))
    return this.masks.get(signal) ?? equal(both(this.plane(signal >> 3), bit), bit)
  }

  /** All ones where none of the signals is set. */
  noneOf(signals: readonly number[]): Vector {
    const bits = new Map<number, number>()
    for (const signal of signals) bits.set(signal >> 3, (bits.get(signal >> 3) ?? 0) | (1 << (signal & 7)))
    const found = [...bits].map(([plane, mask]) => both(this.plane(plane), repeated(mask)))
    return equal(either(...found), nothing)
  }
}

/** Emits every signal: those of grounds 8 to a byte, those of a coefficient's cases as masks of their own. */
export function emitGrounds(tables: ClassTables, body: Body, shared: Tables): SignalBytes {
  const signals = new SignalBytes()
  const ofCases = new Set(
    tables.signals.coefficients.flatMap(({ base, exceptions }) =>
      [...base, ...exceptions].flatMap((each) => [each.certain, each.possible]),
    ),
  )
  const rules = tables.signals.rules.filter(({ signal }) => !ofCases.has(signal))
  const alive = emitPlanes(rules, signals, body, shared)
  for (const { signal, conjuncts } of rules)
    conjuncts.forEach((conjunct, depth) => {
      if (conjunct.any.length + conjunct.none.length > 0)
        settle(signal, alive.get(layerKey(signal, depth)) as Vector, conjunct, signals, body)
    })
  for (const { signal, conjuncts } of tables.signals.rules)
    if (ofCases.has(signal)) {
      const ways = conjuncts.map((conjunct) => caseMask(conjunct, signals, shared))
      signals.setMask(signal, body.keep(either(...ways)))
    }
  return signals
}

function layerKey(signal: number, depth: number): string {
  return `${signal >> 3}/${depth}`
}

/** The bits that columns alone decide; of layers whose bits wait for other signals, those still alive. */
function emitPlanes(
  rules: readonly SignalRule[],
  signals: SignalBytes,
  body: Body,
  shared: Tables,
): Map<string, Vector> {
  const waiting = new Map<string, Vector>()
  for (const [plane, members] of Map.groupBy(rules, ({ signal }) => signal >> 3)) {
    const settled: Vector[] = []
    for (let depth = 0; members.some((rule) => rule.conjuncts[depth]); depth++) {
      const layer = emitLayer(members, depth, shared)
      if (layer.settled === layer.full) {
        settled.push(layer.alive)
        continue
      }
      const alive = body.keep(layer.alive)
      waiting.set(`${plane}/${depth}`, alive)
      if (layer.settled !== 0) settled.push(both(alive, repeated(layer.settled)))
    }
    if (settled.length > 0) signals.setPlane(plane, body.keep(either(...settled)))
  }
  return waiting
}

function emitLayer(
  members: readonly SignalRule[],
  depth: number,
  shared: Tables,
): { alive: Vector; full: number; settled: number } {
  const conjuncts = new Map<number, Conjunct>()
  for (const { signal, conjuncts: ways } of members) {
    const conjunct = ways[depth]
    if (conjunct) conjuncts.set(signal & 7, conjunct)
  }
  let full = 0
  let settled = 0
  for (const [bit, { any, none }] of conjuncts) {
    full |= 1 << bit
    if (any.length + none.length === 0) settled |= 1 << bit
  }
  const columns = new Set([...conjuncts.values()].flatMap((each) => [...each.sets.keys()]))
  const looked = [...columns].map((column) =>
    shared.lookUp(
      column,
      Array.from({ length: 16 }, (_, cls) => aliveIn(conjuncts, column, cls)),
    ),
  )
  return { alive: looked.length > 0 ? both(...looked) : repeated(full), full, settled }
}

function aliveIn(conjuncts: ReadonlyMap<number, Conjunct>, column: number, cls: number): number {
  let alive = 0
  for (const [bit, { sets }] of conjuncts) if (((sets.get(column) ?? 0xffff) >> cls) & 1) alive |= 1 << bit
  return alive
}

/** Sets the signal's bit where its conjunct is alive and other signals are as it says. */
function settle(signal: number, alive: Vector, conjunct: Conjunct, signals: SignalBytes, body: Body): void {
  const holds = referencesHold(both(alive, repeated(1 << (signal & 7))), conjunct, signals)
  signals.setPlane(signal >> 3, body.keep(either(signals.plane(signal >> 3), holds)))
}

function referencesHold(bits: Vector, { any, none }: Conjunct, signals: SignalBytes): Vector {
  let holds = bits
  for (const group of any) holds = without(holds, signals.noneOf(group))
  return none.length > 0 ? both(holds, signals.noneOf(none)) : holds
}

function caseMask(conjunct: Conjunct, signals: SignalBytes, shared: Tables): Vector {
  const looked = [...conjunct.sets].map(([column, classes]) => shared.within(column, classes))
  return referencesHold(looked.length > 0 ? both(...looked) : not(nothing), conjunct, signals)
}
