import type { Condition } from '#rules'
import { type ColumnSpec, classesOf, possibleClasses } from './columns.ts'

/** Whether a rule asks when something is certain, or when it is possible. */
export type Mode = 'certain' | 'possible'

/**
 * One way in which a rule holds: the class of every column named lies in its set, of each group of signals at least
 * one is set, and none of the others. A signal is the number of a bit computed before.
 */
export interface Conjunct {
  /** By column, the classes as a set of 16 bits. */
  sets: ReadonlyMap<number, number>
  any: readonly (readonly number[])[]
  none: readonly number[]
}

/** What the normal form needs to know, and where it puts parts that would multiply too much. */
export interface NormalForm {
  columns: readonly ColumnSpec[]
  signalOf(ground: string, mode: Mode): number
  /** Computes a part as a signal of its own, before the rule that uses it. */
  apart(conjuncts: readonly Conjunct[]): number
}

const conjunctsMax = 24

/**
 * A condition as a list of conjuncts, one of which must hold. Kleene's logic becomes two-valued: a fact that is
 * unknown is in no class where something is certain and in every class where something is possible, and "not
 * certain" is what "not" makes of "possible".
 */
export function conjunctsOf(condition: Condition, mode: Mode, form: NormalForm, negated = false): Conjunct[] {
  switch (condition.op) {
    case 'clause':
      return conjunctsOf(condition.of, mode, form, negated)
    case 'not':
      return conjunctsOf(condition.of, mode, form, !negated)
    case 'meets': {
      const signal = form.signalOf(condition.ground, readMode(mode, negated))
      return [{ sets: new Map(), any: negated ? [] : [[signal]], none: negated ? [signal] : [] }]
    }
    case 'all':
    case 'any': {
      const parts = condition.of.map((each) => conjunctsOf(each, mode, form, negated))
      return (condition.op === 'all') !== negated ? together(parts, form) : merged(parts.flat(), form.columns)
    }
    default: {
      const leaf = classesOf(condition, form.columns)[readMode(mode, negated)]
      const every = possibleClasses(form.columns[leaf.column] as ColumnSpec)
      const classes = (negated ? ~leaf.classes : leaf.classes) & every
      if (classes === 0) return []
      return [{ sets: classes === every ? new Map() : new Map([[leaf.column, classes]]), any: [], none: [] }]
    }
  }
}

function readMode(mode: Mode, negated: boolean): Mode {
  return (mode === 'certain') !== negated ? 'certain' : 'possible'
}

/** All of the parts: every conjunct of one with every conjunct of the next. */
function together(parts: readonly Conjunct[][], form: NormalForm): Conjunct[] {
  let product: Conjunct[] = [{ sets: new Map(), any: [], none: [] }]
  for (const part of parts) {
    const tooMany = part.length > 1 && product.length * part.length > conjunctsMax
    const operand = tooMany ? [{ sets: new Map(), any: [[form.apart(part)]], none: [] }] : part
    const next: Conjunct[] = []
    for (const one of product)
      for (const other of operand) {
        const both = intersection(one, other)
        if (both) next.push(both)
      }
    product = merged(next, form.columns)
  }
  return product
}

function intersection(one: Conjunct, other: Conjunct): Conjunct | undefined {
  const sets = new Map(one.sets)
  for (const [column, classes] of other.sets) {
    const common = (sets.get(column) ?? classes) & classes
    if (common === 0) return undefined
    sets.set(column, common)
  }
  return { sets, any: [...one.any, ...other.any], none: [...new Set([...one.none, ...other.none])] }
}

/** The same list shorter: what another conjunct contains goes, two that differ in one column become one. */
function merged(conjuncts: readonly Conjunct[], columns: readonly ColumnSpec[]): Conjunct[] {
  const kept = onlyReferencesMerged(conjuncts)
  for (let one = 0; one < kept.length; one++)
    for (let other = one + 1; other < kept.length; other++) {
      const union = unionOf(kept[one] as Conjunct, kept[other] as Conjunct, columns)
      if (!union) continue
      kept[one] = union
      kept.splice(other, 1)
      one = -1
      break
    }
  return kept
}

/** "Any of these grounds" is one conjunct with one group, not one conjunct for each ground. */
function onlyReferencesMerged(conjuncts: readonly Conjunct[]): Conjunct[] {
  const isReference = (each: Conjunct) =>
    each.sets.size === 0 && each.none.length === 0 && each.any.length === 1
  const references = conjuncts.filter(isReference)
  if (references.length < 2) return [...conjuncts]
  const group = [...new Set(references.flatMap((each) => each.any[0] as number[]))]
  return [
    ...conjuncts.filter((each) => !isReference(each)),
    { sets: new Map<number, number>(), any: [group], none: [] },
  ]
}

function unionOf(one: Conjunct, other: Conjunct, columns: readonly ColumnSpec[]): Conjunct | undefined {
  if (!sameReferences(one, other)) return undefined
  const read = new Set([...one.sets.keys(), ...other.sets.keys()])
  const whole = (column: number) => possibleClasses(columns[column] as ColumnSpec)
  const differing = [...read].filter((column) => one.sets.get(column) !== other.sets.get(column))
  const within = (inner: Conjunct, outer: Conjunct) =>
    differing.every((column) => {
      const limit = outer.sets.get(column) ?? whole(column)
      return ((inner.sets.get(column) ?? whole(column)) & ~limit) === 0
    })
  if (within(other, one)) return one
  if (within(one, other)) return other
  const [column] = differing
  if (differing.length !== 1 || column === undefined) return undefined
  const classes = (one.sets.get(column) as number) | (other.sets.get(column) as number)
  const sets = new Map(one.sets)
  if (classes === whole(column)) sets.delete(column)
  else sets.set(column, classes)
  return { ...one, sets }
}

function sameReferences(one: Conjunct, other: Conjunct): boolean {
  const text = (each: Conjunct) =>
    `${each.any.map((group) => group.join(' ')).join('|')}!${each.none.join(' ')}`
  return text(one) === text(other)
}
