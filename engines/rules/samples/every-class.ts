import {
  type BirthRange,
  type Condition,
  type FactValue,
  type FactValues,
  factsIn,
  type Program,
} from '#rules'
import { classesOfFacts } from '#rules/checks'
import { personOf, samplePopulation } from './population.ts'

/**
 * One person for every combination of the classes of the facts that a ground and the cases of its coefficient read
 * themselves, unknown included and births as every range of classes. The other facts are unknown for half of them
 * and have their first value for the others.
 */
export function everyPersonOf(program: Program, ground: string): FactValues[] {
  const read = new Set(conditionsOf(program, ground).flatMap(factsIn))
  const classes = classesOfFacts(program)
  const valuesOf = (fact: string) => [
    undefined,
    ...withRanges((classes.get(fact) ?? []).map((each) => each.sample)),
  ]
  const plain = Object.fromEntries(
    [...classes].filter(([fact]) => !read.has(fact)).map(([fact, [first]]) => [fact, first?.sample]),
  )
  let persons: FactValues[] = [{}, plain]
  for (const fact of read) {
    const values = valuesOf(fact)
    persons = persons.flatMap((person) => values.map((value) => ({ ...person, [fact]: value })))
  }
  return persons
}

/** Everybody of `everyPersonOf` for every ground, and as many people of a sample population as make up `count`. */
export function manyPersons(program: Program, count: number): FactValues[] {
  const persons = program.grounds.flatMap((ground) => everyPersonOf(program, ground.id))
  const people = samplePopulation(program, count, 13)
  return [...persons, ...Array.from({ length: count }, (_, person) => personOf(people, person))]
}

function conditionsOf(program: Program, id: string): Condition[] {
  const coefficient = program.coefficients.get(id)
  const cases = [...(coefficient?.base ?? []), ...(coefficient?.exceptions ?? [])]
  const grounds = program.grounds.filter((each) => each.id === id)
  return [...grounds.map((each) => each.when), ...cases.map((each) => each.when)]
}

/** Births stand in ascending order, so every pair of them is a range of days. */
function withRanges(values: readonly FactValue[]): FactValue[] {
  return values.flatMap((value, index): FactValue[] =>
    typeof value === 'object' ? values.slice(index).map((later) => rangeTo(value, later)) : [value],
  )
}

function rangeTo(first: BirthRange, last: FactValue): BirthRange {
  return { from: first.from, to: (last as BirthRange).to }
}
