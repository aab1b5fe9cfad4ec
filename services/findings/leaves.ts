import { addDays, dayFrom, firstDayOf, type LocalDate, lastDayOf, monthNumberOf, yearOf } from '#calendar'
import type { AgeCondition, Benefit, BirthRange, Condition, FactValue, FactValues, Program } from '#rules'

/** The conditions at the ends of a tree. */
export type Leaf = Extract<Condition, { op: 'is' | 'age' | 'atLeast' }>

/** Everything a benefit is read from, through other grounds too: of `grounds` only, or of all it may rest on. */
export function leavesOf(program: Program, benefit: Benefit, grounds?: readonly string[]): Leaf[] {
  const own = grounds ?? [
    ...benefit.highestOf,
    ...(benefit.plus ? [benefit.plus.ground] : []),
    ...(benefit.excludedBy ?? []).map(({ ground }) => ground),
  ]
  const seen = new Set<string>()
  const leaves: Leaf[] = []
  for (const id of own) {
    collectGround(program, id, leaves, seen)
    const coefficient = program.coefficients.get(id)
    for (const each of [...(coefficient?.base ?? []), ...(coefficient?.exceptions ?? [])])
      collect(program, each.when, leaves, seen)
  }
  return leaves
}

function collectGround(program: Program, id: string, leaves: Leaf[], seen: Set<string>): void {
  if (seen.has(id)) return
  seen.add(id)
  const ground = program.grounds.find((each) => each.id === id)
  if (ground) collect(program, ground.when, leaves, seen)
}

function collect(program: Program, condition: Condition, leaves: Leaf[], seen: Set<string>): void {
  switch (condition.op) {
    case 'all':
    case 'any':
      for (const each of condition.of) collect(program, each, leaves, seen)
      return
    case 'not':
    case 'clause':
      collect(program, condition.of, leaves, seen)
      return
    case 'meets':
      collectGround(program, condition.ground, leaves, seen)
      return
    default:
      leaves.push(condition)
  }
}

/** The ages among them, each once, the oldest first. */
export function agesAmong(leaves: readonly Leaf[]): AgeCondition[] {
  const ages = new Map<string, AgeCondition>()
  for (const leaf of leaves) if (leaf.op === 'age') ages.set(`${leaf.fact} ${leaf.years} ${leaf.on}`, leaf)
  return [...ages.values()].toSorted((one, other) => other.years - one.years)
}

/** A birth by which the age is just not reached, or by which it just is. */
export function birthBeside({ years, on }: AgeCondition, program: Program, reached: boolean): BirthRange {
  const { month } = program.moment
  const after = on === 'lastDay' ? addDays(lastDayOf(month), 1) : firstDayOf(month)
  const first = dayFrom(yearOf(after) - years, monthNumberOf(after), 1)
  const birth: LocalDate = reached ? addDays(first, -1) : first
  return { from: birth, to: birth }
}

/** Other values a fact could have had; of counts the ones beside. */
export function othersThan(program: Program, key: string, facts: FactValues): FactValue[] {
  const fact = program.facts.find((each) => each.key === key)
  const value = facts[key]
  if (!fact || value === undefined) return []
  if (fact.kind === 'choice') return fact.values.filter((each) => each !== value)
  if (fact.kind !== 'count') return []
  const count = value as number
  return [count - 1, count + 1, count - 2, count + 2].filter((each) => each >= 0 && each <= fact.max)
}
