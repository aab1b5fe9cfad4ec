import type { Conjunct, SignalRule } from '#rules/batch'
import { referencesHold, type SignalBytes } from './signals.ts'
import type { LookUps } from './tables.ts'
import { type Body, both, either, nothing, repeated, type Vector } from './vectors.ts'

/** Emits the signals of some rules, 8 to a byte column. */
export function emitRules(
  rules: readonly SignalRule[],
  signals: SignalBytes,
  body: Body,
  lookUps: LookUps,
): void {
  const alive = emitPlanes(rules, signals, body, lookUps)
  for (const { signal, conjuncts } of rules)
    conjuncts.forEach((conjunct, depth) => {
      if (conjunct.any.length + conjunct.none.length > 0)
        settle(signal, alive.get(layerKey(signal, depth)) as Vector, conjunct, signals, body)
    })
}

function layerKey(signal: number, depth: number): string {
  return `${signal >> 3}/${depth}`
}

/** The bits that columns alone decide; of layers whose bits wait for other signals, those still alive. */
function emitPlanes(
  rules: readonly SignalRule[],
  signals: SignalBytes,
  body: Body,
  lookUps: LookUps,
): Map<string, Vector> {
  const waiting = new Map<string, Vector>()
  for (const [plane, members] of Map.groupBy(rules, ({ signal }) => signal >> 3)) {
    const before = signals.plane(plane)
    const settled: Vector[] = before === nothing ? [] : [before]
    for (let depth = 0; members.some((rule) => rule.conjuncts[depth]); depth++) {
      const layer = emitLayer(members, depth, lookUps)
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
  lookUps: LookUps,
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
    lookUps.lookUp(
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
