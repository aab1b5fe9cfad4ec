import { numberOf } from '#calendar'
import { higherRanges, type Left } from './choices.ts'
import { type Certainty, isPayable, weakestCertainty } from './citations.ts'
import type { Condition } from './conditions.ts'
import type { BirthRange, FactValue, FactValues } from './facts.ts'
import type { Benefit, Case, Coefficient, Ground } from './provisions.ts'
import type { Program } from './rulebook.ts'
import { no, type Range, type Truth, unknown, yes } from './truth.ts'

/** How a condition came out, with what it was read from. */
export interface Trace {
  truth: Truth
  condition: Condition
  /** The fact's value at a leaf; undefined there means unknown. */
  value?: FactValue | undefined
  of?: readonly Trace[]
  /** For a reference, the verdict on the other ground. */
  verdict?: GroundVerdict
}

export interface GroundVerdict {
  ground: Ground
  truth: Truth
  trace: Trace
}

export interface CoefficientVerdict {
  ground: string
  tenths: Range
  /** The cases that hold or may hold, with how sure that is. */
  cases: readonly { case: Case; trace: Trace }[]
}

export interface BenefitVerdict {
  benefit: Benefit
  /** yes: certainly due; no: certainly not; unknown: a missing fact decides. */
  truth: Truth
  tenths: Range
  /** What the law gives a month (or once) before choosing between benefits, in đồng. */
  entitledDong: Range
  /** What is left of it after the choices between benefits, in đồng. */
  amountDong: Range
  coefficients: readonly CoefficientVerdict[]
  excludedBy: readonly GroundVerdict[]
  /** The benefit that prevails over this one, if one does or may. */
  prevailing?: { choice: string; benefit: string; truth: Truth }
  /** The weakest certainty among the provisions the amount rests on. */
  certainty: Certainty
  /** False while it rests on a provision that an officer must confirm first. */
  payable: boolean
}

export interface Explanation {
  program: Program
  /** What was known. */
  facts: FactValues
  grounds: ReadonlyMap<string, GroundVerdict>
  benefits: ReadonlyMap<string, BenefitVerdict>
}

/**
 * Judges one person by every rule of the program and says why. An unknown fact stays unknown: it never counts
 * as zero, and an amount is a range until it is determined.
 */
export function explain(program: Program, facts: FactValues): Explanation {
  const grounds = new Map<string, GroundVerdict>()
  for (const ground of program.grounds) {
    const trace = judge(ground.when, facts, grounds)
    grounds.set(ground.id, { ground, truth: trace.truth, trace })
  }
  const benefits = new Map<string, BenefitVerdict>()
  for (const benefit of program.benefits)
    benefits.set(benefit.id, judgeBenefit(program, benefit, facts, grounds))
  for (const { id, higherOf } of program.choices) chooseHigher(id, higherOf, benefits)
  return { program, facts, grounds, benefits }
}

function judge(condition: Condition, facts: FactValues, grounds: ReadonlyMap<string, GroundVerdict>): Trace {
  switch (condition.op) {
    case 'is': {
      const value = facts[condition.fact]
      const truth = value === undefined ? unknown : condition.values.includes(value as string) ? yes : no
      return { truth, condition, value }
    }
    case 'age': {
      const value = facts[condition.fact] as BirthRange | undefined
      return { truth: reached(value, condition.latestBirth as number), condition, value }
    }
    case 'atLeast': {
      const value = facts[condition.fact] as number | undefined
      return { truth: value === undefined ? unknown : value >= condition.number ? yes : no, condition, value }
    }
    case 'not': {
      const of = judge(condition.of, facts, grounds)
      return { truth: (2 - of.truth) as Truth, condition, of: [of] }
    }
    case 'clause': {
      const of = judge(condition.of, facts, grounds)
      return { truth: of.truth, condition, of: [of] }
    }
    case 'meets': {
      const verdict = grounds.get(condition.ground) as GroundVerdict
      return { truth: verdict.truth, condition, verdict }
    }
    case 'all':
    case 'any':
      return judgeSeveral(condition, facts, grounds)
  }
}

function judgeSeveral(
  condition: Extract<Condition, { op: 'all' | 'any' }>,
  facts: FactValues,
  grounds: ReadonlyMap<string, GroundVerdict>,
): Trace {
  const every = condition.op === 'all'
  const of: Trace[] = []
  let truth: Truth = every ? yes : no
  for (const each of condition.of) {
    const trace = judge(each, facts, grounds)
    of.push(trace)
    if (every ? trace.truth < truth : trace.truth > truth) truth = trace.truth
  }
  return { truth, condition, of }
}

function reached(birth: BirthRange | undefined, latestBirth: number): Truth {
  if (!birth) return unknown
  if (numberOf(birth.to) <= latestBirth) return yes
  return numberOf(birth.from) <= latestBirth ? unknown : no
}

/**
 * A base case counts only where no exception does. While none is certain, every case that may hold is an end of
 * the range; what is certain settles it.
 */
function judgeCoefficient(
  coefficient: Coefficient,
  facts: FactValues,
  grounds: ReadonlyMap<string, GroundVerdict>,
): CoefficientVerdict {
  const judged = (cases: readonly Case[]) =>
    cases
      .map((each) => ({ case: each, trace: judge(each.when, facts, grounds) }))
      .filter((each) => each.trace.truth !== no)
  const settled = (cases: readonly { case: Case; trace: Trace }[]) => {
    const certain = cases.filter((each) => each.trace.truth === yes)
    return certain.length > 0 ? certain : cases
  }
  const exceptions = settled(judged(coefficient.exceptions))
  const cases =
    exceptions.length > 0 && exceptions[0]?.trace.truth === yes
      ? exceptions
      : [...exceptions, ...settled(judged(coefficient.base))]
  let low = cases.length > 0 ? Number.POSITIVE_INFINITY : 0
  let high = 0
  for (const { case: each } of cases) {
    low = Math.min(low, each.tenths)
    high = Math.max(high, each.tenths)
  }
  return { ground: coefficient.ground, tenths: { low, high }, cases }
}

function judgeBenefit(
  program: Program,
  benefit: Benefit,
  facts: FactValues,
  grounds: ReadonlyMap<string, GroundVerdict>,
): BenefitVerdict {
  const coefficients: CoefficientVerdict[] = []
  for (const id of benefit.highestOf)
    if (grounds.get(id)?.truth !== no)
      coefficients.push(judgeCoefficient(program.coefficients.get(id) as Coefficient, facts, grounds))
  const excluding = (benefit.excludedBy ?? [])
    .map((each) => grounds.get(each.ground) as GroundVerdict)
    .filter((verdict) => verdict.truth !== no)
  const excluded = excluding.reduce<Truth>((worst, each) => (each.truth > worst ? each.truth : worst), no)
  const tenths = stack(benefit, coefficients, facts, grounds)
  if (excluded !== no) tenths.low = 0
  if (excluded === yes) tenths.high = 0
  const standard = program.parameters.get(benefit.standard) as { value: number }
  const dong = { low: (tenths.low * standard.value) / 10, high: (tenths.high * standard.value) / 10 }
  const certainty = certaintyOf(program, benefit, coefficients, grounds)
  return {
    benefit,
    truth: tenths.low > 0 ? yes : tenths.high > 0 ? unknown : no,
    tenths,
    entitledDong: dong,
    amountDong: { ...dong },
    coefficients,
    excludedBy: excluding,
    certainty,
    payable: isPayable(certainty),
  }
}

/** Only the highest coefficient counts; an add-on competes with it, or adds to those it may be drawn alongside. */
function stack(
  benefit: Benefit,
  coefficients: readonly CoefficientVerdict[],
  facts: FactValues,
  grounds: ReadonlyMap<string, GroundVerdict>,
): Range {
  const best = highest(coefficients, grounds)
  const plus = benefit.plus
  const truth = plus ? grounds.get(plus.ground)?.truth : no
  if (!plus || truth === no) return best
  const most = plus.headsMax as number
  const heads = facts[plus.per] as number | undefined
  const added = {
    low: truth === yes ? Math.min(heads ?? 0, most) * plus.tenths : 0,
    high: Math.min(heads ?? most, most) * plus.tenths,
  }
  const beside = highest(
    coefficients.filter((each) => plus.alongside.includes(each.ground)),
    grounds,
  )
  return {
    low: Math.max(best.low, added.low, beside.low > 0 ? beside.low + added.low : 0),
    high: Math.max(best.high, added.high, beside.high > 0 ? beside.high + added.high : 0),
  }
}

function highest(
  coefficients: readonly CoefficientVerdict[],
  grounds: ReadonlyMap<string, GroundVerdict>,
): Range {
  let low = 0
  let high = 0
  for (const each of coefficients) {
    if (grounds.get(each.ground)?.truth === yes) low = Math.max(low, each.tenths.low)
    high = Math.max(high, each.tenths.high)
  }
  return { low, high }
}

function certaintyOf(
  program: Program,
  benefit: Benefit,
  coefficients: readonly CoefficientVerdict[],
  grounds: ReadonlyMap<string, GroundVerdict>,
): Certainty {
  const sources: Certainty[] = [benefit.cite.certainty]
  const standard = program.parameters.get(benefit.standard)
  if (standard) sources.push(standard.cite.certainty)
  const best = Math.max(0, ...coefficients.map((each) => each.tenths.high))
  for (const each of coefficients)
    if (each.tenths.high === best) {
      sources.push((grounds.get(each.ground) as GroundVerdict).ground.cite.certainty)
      for (const one of each.cases) sources.push(one.case.cite.certainty)
    }
  const plus = benefit.plus
  if (plus && grounds.get(plus.ground)?.truth !== no) sources.push(plus.cite.certainty)
  return weakestCertainty(sources)
}

/** Leaves of several benefits the one with the higher amount; the first named wins a tie. */
function chooseHigher(choice: string, ids: readonly string[], benefits: Map<string, BenefitVerdict>): void {
  const entered = ids.map((id) => benefits.get(id) as BenefitVerdict)
  const left = higherRanges(entered.map((each) => each.amountDong))
  entered.forEach((verdict, place) => {
    const { low, high, beatenBy } = left[place] as Left
    verdict.amountDong = { low, high }
    if (beatenBy && (!verdict.prevailing || beatenBy.truth > verdict.prevailing.truth))
      verdict.prevailing = { choice, benefit: ids[beatenBy.place] as string, truth: beatenBy.truth }
  })
}
