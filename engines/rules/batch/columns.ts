import type { AgeCondition, AtLeastCondition, Condition, Fact, IsCondition, Program } from '#rules'

/** The class of a fact that is not known. Classes 0 … 14 are known ones. */
export const unknownClass = 15

const classesMax = 15
const cutsMax = classesMax - 1

/**
 * How one byte column is read. The law sees classes, not numbers: a choice is the place of its value, a count
 * itself, an amount the number of thresholds it reaches, a birth the number of cut-off days it lies on or before.
 */
export type ColumnSpec =
  | { kind: 'choice'; name: string; fact: string; values: readonly string[] }
  | { kind: 'count'; name: string; fact: string; max: number }
  | { kind: 'amount'; name: string; fact: string; cuts: readonly number[] }
  | BirthColumnSpec

/** `youngest` reads the last possible day of birth, `oldest` the first. Cuts are yyyymmdd, ascending. */
export interface BirthColumnSpec {
  kind: 'youngest' | 'oldest'
  name: string
  fact: string
  cuts: readonly number[]
}

/**
 * The columns a program reads, in a fixed order: one for each choice, count and amount, two for each birth. A fact
 * with more than 14 thresholds or cut-off days has several of them. Throws, naming the fact, when a condition
 * counts further than its fact can.
 */
export function columnsOf(program: Program): ColumnSpec[] {
  const cuts = cutsOf(program)
  return program.facts.flatMap((fact) => columnsOfFact(fact, cuts.get(fact.key) ?? []))
}

function columnsOfFact(fact: Fact, cuts: readonly number[]): ColumnSpec[] {
  const { key } = fact
  switch (fact.kind) {
    case 'choice':
      return [{ kind: 'choice', name: key, fact: key, values: fact.values }]
    case 'count':
      if (cuts.some((number) => number > fact.max))
        throw new Error(
          `A condition asks for ${Math.max(...cuts)} or more of "${key}", which counts to ${fact.max}`,
        )
      return [{ kind: 'count', name: key, fact: key, max: fact.max }]
    case 'amount':
      return inColumns(cuts).map((part, index) => ({
        kind: 'amount',
        name: named(key, '', index),
        fact: key,
        cuts: part,
      }))
    case 'birth':
      return inColumns(cuts).flatMap((part, index) => [
        { kind: 'youngest', name: named(key, '.youngest', index), fact: key, cuts: part } as const,
        { kind: 'oldest', name: named(key, '.oldest', index), fact: key, cuts: part } as const,
      ])
  }
}

function named(key: string, suffix: string, index: number): string {
  return index === 0 ? `${key}${suffix}` : `${key}${suffix}.${index + 1}`
}

function inColumns(cuts: readonly number[]): number[][] {
  const parts: number[][] = []
  for (let from = 0; from < cuts.length; from += cutsMax) parts.push(cuts.slice(from, from + cutsMax))
  return parts
}

/** Every threshold and cut-off day that conditions compare with, by fact, ascending. */
function cutsOf(program: Program): Map<string, number[]> {
  const found = new Map<string, Set<number>>()
  const visit = (condition: Condition): void => {
    switch (condition.op) {
      case 'age':
        add(found, condition.fact, condition.latestBirth as number)
        return
      case 'atLeast':
        add(found, condition.fact, condition.number)
        return
      case 'all':
      case 'any':
        for (const each of condition.of) visit(each)
        return
      case 'not':
      case 'clause':
        visit(condition.of)
        return
      default:
        return
    }
  }
  for (const ground of program.grounds) visit(ground.when)
  for (const { base, exceptions } of program.coefficients.values())
    for (const each of [...base, ...exceptions]) visit(each.when)
  return new Map([...found].map(([key, cuts]) => [key, [...cuts].sort((a, b) => a - b)]))
}

function add(found: Map<string, Set<number>>, key: string, cut: number): void {
  const cuts = found.get(key) ?? new Set()
  found.set(key, cuts.add(cut))
}

/** The classes a column can hold, as a set of 16 bits. */
export function possibleClasses(spec: ColumnSpec): number {
  switch (spec.kind) {
    case 'choice':
      return upTo(spec.values.length) | unknownBit
    case 'count':
      return upTo(spec.max + 1) | unknownBit
    case 'amount':
      return upTo(spec.cuts.length + 1) | unknownBit
    default:
      return upTo(spec.cuts.length + 1)
  }
}

const unknownBit = 1 << unknownClass

function upTo(count: number): number {
  return (1 << count) - 1
}

/** Where a leaf of a condition is certain, and where it is possible: each a column and the classes of it. */
export interface LeafClasses {
  certain: { column: number; classes: number }
  possible: { column: number; classes: number }
}

/** The classes in which a leaf condition holds. Throws when no column reads its fact. */
export function classesOf(
  leaf: IsCondition | AgeCondition | AtLeastCondition,
  columns: readonly ColumnSpec[],
): LeafClasses {
  if (leaf.op === 'age') return classesOfAge(leaf, columns)
  const column = columns.findIndex(
    (spec) =>
      spec.fact === leaf.fact &&
      (spec.kind !== 'amount' || (leaf.op === 'atLeast' && spec.cuts.includes(leaf.number))),
  )
  const spec = columns[column]
  if (!spec) throw new Error(`No column reads fact "${leaf.fact}"`)
  const classes = leaf.op === 'is' ? classesOfValues(leaf, spec) : classesFrom(leaf, spec)
  return { certain: { column, classes }, possible: { column, classes: classes | unknownBit } }
}

function classesOfValues(leaf: IsCondition, spec: ColumnSpec): number {
  if (spec.kind !== 'choice') throw new Error(`Fact "${leaf.fact}" is a ${spec.kind}, not a choice`)
  return spec.values.reduce(
    (set, value, index) => (leaf.values.includes(value) ? set | (1 << index) : set),
    0,
  )
}

function classesFrom(leaf: AtLeastCondition, spec: ColumnSpec): number {
  if (spec.kind === 'count') return upTo(spec.max + 1) & ~upTo(Math.max(0, leaf.number))
  if (spec.kind !== 'amount') throw new Error(`Fact "${leaf.fact}" is a ${spec.kind}, not a number`)
  return upTo(spec.cuts.length + 1) & ~upTo(spec.cuts.indexOf(leaf.number) + 1)
}

function classesOfAge(leaf: AgeCondition, columns: readonly ColumnSpec[]): LeafClasses {
  const side = (kind: 'youngest' | 'oldest') => {
    const cut = leaf.latestBirth as number
    const column = columns.findIndex(
      (spec) => spec.kind === kind && spec.fact === leaf.fact && spec.cuts.includes(cut),
    )
    const spec = columns[column] as BirthColumnSpec | undefined
    if (!spec) throw new Error(`No column reads birth "${leaf.fact}" against ${cut}`)
    const least = spec.cuts.length - spec.cuts.indexOf(cut)
    return { column, classes: upTo(spec.cuts.length + 1) & ~upTo(least) }
  }
  return { certain: side('youngest'), possible: side('oldest') }
}
