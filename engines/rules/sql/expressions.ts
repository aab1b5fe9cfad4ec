import { type Condition, groundsIn, type Program } from '#rules'
import { plainName } from './names.ts'

/** How a query's expressions name things: a fact's column as the dialect quotes it, an age computed before. */
export interface Naming {
  program: Program
  input(name: string): string
  age(fact: string, latestBirth: number): string
  ground(id: string): string
}

/** A condition as a three-valued expression: null is unknown, as SQL's own logic has it. */
export function conditionSql(condition: Condition, naming: Naming): string {
  switch (condition.op) {
    case 'is': {
      const fact = naming.program.facts.find((each) => each.key === condition.fact)
      const values = fact?.kind === 'choice' ? fact.values : []
      const codes = condition.values.map((value) => values.indexOf(value))
      return `(${naming.input(plainName(condition.fact))} IN (${codes.join(', ')}))`
    }
    case 'age':
      return naming.age(condition.fact, condition.latestBirth as number)
    case 'atLeast':
      return `(${naming.input(plainName(condition.fact))} >= ${condition.number})`
    case 'not':
      return `(NOT ${conditionSql(condition.of, naming)})`
    case 'clause':
      return conditionSql(condition.of, naming)
    case 'meets':
      return naming.ground(condition.ground)
    case 'all':
      return joined(condition.of, ' AND ', 'TRUE', naming)
    case 'any':
      return joined(condition.of, ' OR ', 'FALSE', naming)
  }
}

function joined(of: readonly Condition[], by: string, empty: string, naming: Naming): string {
  if (of.length === 0) return empty
  return `(${of.map((each) => conditionSql(each, naming)).join(by)})`
}

/** Every age that conditions ask for: the fact and the latest birth that has reached it. */
export function agesIn(conditions: readonly Condition[]): { fact: string; latestBirth: number }[] {
  const found = new Map<string, { fact: string; latestBirth: number }>()
  const visit = (condition: Condition): void => {
    if (condition.op === 'age') {
      const latestBirth = condition.latestBirth as number
      found.set(`${condition.fact} ${latestBirth}`, { fact: condition.fact, latestBirth })
    } else if (condition.op === 'all' || condition.op === 'any') for (const each of condition.of) visit(each)
    else if (condition.op === 'not' || condition.op === 'clause') visit(condition.of)
  }
  for (const each of conditions) visit(each)
  return [...found.values()]
}

/** How many layers of other grounds each ground stands upon. */
export function depths(program: Program): Map<string, number> {
  const depth = new Map<string, number>()
  for (const ground of program.grounds) {
    const below = groundsIn(ground.when).map((id) => depth.get(id) as number)
    depth.set(ground.id, 1 + Math.max(-1, ...below))
  }
  return depth
}

export const certainly = (of: string) => `(${of} IS TRUE)`
export const possibly = (of: string) => `(${of} IS NOT FALSE)`

export function when(condition: string, then: string | number, otherwise: string | number): string {
  return `CASE WHEN ${condition} THEN ${then} ELSE ${otherwise} END`
}

/** The greatest of numbers none of which is null. */
export function greatestOf(of: readonly string[]): string {
  const [first, ...rest] = of
  if (first === undefined) return '0'
  return rest.length === 0 ? first : `greatest(${of.join(', ')})`
}

/** The least of numbers none of which is null. */
export function leastOf(of: readonly string[]): string {
  return of.length === 1 ? (of[0] as string) : `least(${of.join(', ')})`
}

export function anyOf(of: readonly string[]): string {
  return of.length === 0 ? 'FALSE' : `(${of.join(' OR ')})`
}
