import {
  all,
  any,
  type Case,
  type Coefficient,
  type Condition,
  citationText,
  type FactValues,
  type Ground,
  not,
  type Program,
} from '#rules'
import { sampling } from './sample.ts'

/** Two clauses that give the same person different coefficients for the same ground. */
export interface Conflict {
  ground: Ground
  first: Case
  second: Case
  /** Somebody it happens to, whatever her other facts are. */
  person: FactValues
}

/** A ground that somebody meets for whom no case of its coefficient holds. */
export interface Gap {
  ground: Ground
  person: FactValues
}

/**
 * Every pair of cases that can be true together with different tenths: two exceptions, or two base cases where no
 * exception holds. Exact: a pair that is not named cannot meet in anybody whose facts are known.
 */
export function findConflicts(program: Program): Conflict[] {
  const sample = sampling(program)
  return coefficientsOf(program).flatMap(({ ground, coefficient }) => {
    const { exceptions, base } = coefficient
    const noException = not(any(...exceptions.map((each) => each.when)))
    return [
      ...pairs(exceptions).map((pair) => ({ pair, besides: [] as Condition[] })),
      ...pairs(base).map((pair) => ({ pair, besides: [noException] })),
    ].flatMap(({ pair: [first, second], besides }): Conflict[] => {
      const person = sample(all(ground.when, first.when, second.when, ...besides))
      return person ? [{ ground, first, second, person }] : []
    })
  })
}

/** Every ground with a coefficient that can be met by somebody for whom no case of it holds. */
export function findGaps(program: Program): Gap[] {
  const sample = sampling(program)
  return coefficientsOf(program).flatMap(({ ground, coefficient }): Gap[] => {
    const cases = [...coefficient.base, ...coefficient.exceptions]
    const person = sample(all(ground.when, not(any(...cases.map((each) => each.when)))))
    return person ? [{ ground, person }] : []
  })
}

/** Throws, naming the clauses and a sample person, when coefficients contradict each other or leave somebody out. */
export function assertSound(program: Program): void {
  const conflicts = findConflicts(program).map(
    ({ ground, first, second, person }) =>
      `${ground.id}: ${clauseText(first)} and ${clauseText(second)} both hold for ${JSON.stringify(person)}`,
  )
  const gaps = findGaps(program).map(
    ({ ground, person }) =>
      `${ground.id} (${citationText(ground.cite)}) has no coefficient for ${JSON.stringify(person)}`,
  )
  const faults = [...conflicts, ...gaps]
  if (faults.length > 0)
    throw new Error(`In ${program.moment.month} the rules are not sound:\n${faults.join('\n')}`)
}

function clauseText(clause: Case): string {
  return `${citationText(clause.cite)} (${clause.tenths} tenths)`
}

function coefficientsOf(program: Program): { ground: Ground; coefficient: Coefficient }[] {
  return program.grounds.flatMap((ground) => {
    const coefficient = program.coefficients.get(ground.id)
    return coefficient ? [{ ground, coefficient }] : []
  })
}

function pairs(cases: readonly Case[]): [Case, Case][] {
  return cases.flatMap((first, index) =>
    cases
      .slice(index + 1)
      .filter((second) => second.tenths !== first.tenths)
      .map((second): [Case, Case] => [first, second]),
  )
}
