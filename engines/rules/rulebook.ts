import { addDays, firstDayOf, type LocalDate, lastDayOf, latestBirthFor, type Month } from '#calendar'
import { type Condition, factsIn, groundsIn } from './conditions.ts'
import type { CountFact, Fact } from './facts.ts'
import type {
  Benefit,
  Case,
  Choice,
  Coefficient,
  Ground,
  Parameter,
  Period,
  Provision,
} from './provisions.ts'

/**
 * The key of every decision: the month whose law applies, what was known when deciding, and the class of persons
 * (e.g. those already receiving) whom transitional rules set apart.
 */
export interface Moment {
  month: Month
  knownOn: LocalDate
  forClass?: string
}

/** Everything a field of law says, in all its versions. */
export interface Rulebook {
  facts: ReadonlyMap<string, Fact>
  provisions: readonly Provision[]
}

/** The rules that hold at one moment: what every evaluator runs. Grounds stand in the order they refer to each other. */
export interface Program {
  moment: Moment
  facts: readonly Fact[]
  grounds: readonly Ground[]
  /** By ground. */
  coefficients: ReadonlyMap<string, Coefficient>
  benefits: readonly Benefit[]
  choices: readonly Choice[]
  /** By id; only those in force with a value. */
  parameters: ReadonlyMap<string, Parameter & { value: number }>
}

/**
 * Collects the provisions of a field. Throws, naming the provisions, when two versions of the same provision
 * hold for the same persons at the same time and were known equally early, or when one names a fact, ground,
 * benefit or parameter that exists in no version.
 */
export function rulebook(facts: readonly Fact[], provisions: readonly Provision[]): Rulebook {
  const byKey = new Map(facts.map((fact) => [fact.key, fact]))
  refuseOverlaps(provisions)
  const known = new Set([...facts.map((fact) => `fact ${fact.key}`), ...provisions.map(keyOf)])
  for (const provision of provisions)
    for (const name of namesIn(provision))
      if (!known.has(name)) throw new Error(`${keyOf(provision)} names ${name}, which does not exist`)
  return { facts: byKey, provisions }
}

/** The provisions in force on the last day of the month, as known on `knownOn`, for the class. */
export function resolve(book: Rulebook, moment: Moment): Program {
  const chosen = new Map<string, Provision>()
  for (const provision of book.provisions) {
    if (!holds(provision.during, moment)) continue
    const rival = chosen.get(keyOf(provision))
    if (!rival || prevails(provision.during, rival.during)) chosen.set(keyOf(provision), provision)
  }
  const inForce = [...chosen.values()]
  const parameters = new Map<string, Parameter & { value: number }>()
  for (const provision of inForce)
    if (provision.kind === 'parameter' && provision.value !== null)
      parameters.set(provision.id, { ...provision, value: provision.value })
  const fold = folding(moment, parameters, chosen)
  const grounds = inOrder(
    inForce.filter((p) => p.kind === 'ground').map((each) => ({ ...each, when: fold(each.when) })),
  )
  const coefficients = inForce
    .filter((p) => p.kind === 'coefficient' && chosen.has(`ground ${p.ground}`))
    .map((each) => foldCoefficient(each as Coefficient, fold))
  const benefits = inForce
    .filter((p) => p.kind === 'benefit')
    .map((each) => present(each, chosen, book.facts))
  const choices = inForce.filter((p) => p.kind === 'choice')
  requireNumbers(benefits, coefficients, parameters, moment)
  return {
    moment,
    facts: factsUsed(book, grounds, coefficients, benefits),
    grounds,
    coefficients: new Map(coefficients.map((each) => [each.ground, each])),
    benefits,
    choices: choices.map((each) => ({
      ...each,
      higherOf: each.higherOf.filter((id) => chosen.has(`benefit ${id}`)),
    })),
    parameters,
  }
}

function keyOf(provision: Provision): string {
  return provision.kind === 'coefficient'
    ? `coefficient ${provision.ground}`
    : `${provision.kind} ${provision.id}`
}

function holds(during: Period, moment: Moment): boolean {
  const on = lastDayOf(moment.month)
  const ended = during.until !== undefined && during.until <= on
  const endKnown = during.untilKnownFrom === undefined || during.untilKnownFrom <= moment.knownOn
  if (during.from > on || (ended && endKnown)) return false
  if (during.knownFrom > moment.knownOn) return false
  return during.forClass === undefined || during.forClass === moment.forClass
}

/** A rule for a class prevails over the general one; otherwise what was known later prevails. */
function prevails(period: Period, over: Period): boolean {
  if ((period.forClass === undefined) !== (over.forClass === undefined)) return period.forClass !== undefined
  return period.knownFrom > over.knownFrom
}

function refuseOverlaps(provisions: readonly Provision[]): void {
  for (const versions of Map.groupBy(provisions, keyOf).values())
    versions.forEach((one, index) => {
      for (const other of versions.slice(index + 1))
        if (overlaps(one.during, other.during))
          throw new Error(
            `${keyOf(one)} holds twice: from ${one.during.from} and from ${other.during.from}, both known from ` +
              `${one.during.knownFrom}`,
          )
    })
}

function overlaps(one: Period, other: Period): boolean {
  if (one.forClass !== other.forClass || one.knownFrom !== other.knownFrom) return false
  return (!one.until || other.from < one.until) && (!other.until || one.from < other.until)
}

function namesIn(provision: Provision): string[] {
  switch (provision.kind) {
    case 'ground':
      return namesInCondition(provision.when)
    case 'coefficient':
      return [
        `ground ${provision.ground}`,
        ...casesOf(provision).flatMap((each) => namesInCondition(each.when)),
      ]
    case 'benefit':
      return namesInBenefit(provision)
    case 'choice':
      return provision.higherOf.map((id) => `benefit ${id}`)
    case 'parameter':
      return []
  }
}

function namesInBenefit(benefit: Benefit): string[] {
  const grounds = [...benefit.highestOf, ...(benefit.excludedBy ?? []).map((each) => each.ground)]
  const coefficients = benefit.highestOf.map((id) => `coefficient ${id}`)
  const added = benefit.plus ? [benefit.plus.ground, ...benefit.plus.alongside] : []
  return [
    `parameter ${benefit.standard}`,
    ...(benefit.plus ? [`fact ${benefit.plus.per}`] : []),
    ...[...grounds, ...added].map((id) => `ground ${id}`),
    ...coefficients,
  ]
}

function namesInCondition(condition: Condition): string[] {
  return [
    ...factsIn(condition).map((key) => `fact ${key}`),
    ...groundsIn(condition).map((id) => `ground ${id}`),
    ...limitsIn(condition).map((id) => `parameter ${id}`),
  ]
}

function limitsIn(condition: Condition): string[] {
  if (condition.op === 'atLeast') return condition.moreThan ? [condition.moreThan] : []
  if (condition.op === 'all' || condition.op === 'any') return condition.of.flatMap(limitsIn)
  return condition.op === 'not' || condition.op === 'clause' ? limitsIn(condition.of) : []
}

function casesOf(coefficient: Coefficient): readonly Case[] {
  return [...coefficient.base, ...coefficient.exceptions]
}

type Fold = (condition: Condition) => Condition

/** Ages become birth days, parameters numbers, and references to grounds not in force become false. */
function folding(
  moment: Moment,
  parameters: ReadonlyMap<string, { value: number }>,
  chosen: ReadonlyMap<string, Provision>,
): Fold {
  const days = { lastDay: lastDayOf(moment.month), dayBefore: addDays(firstDayOf(moment.month), -1) }
  const fold: Fold = (condition) => {
    switch (condition.op) {
      case 'age':
        return { ...condition, latestBirth: latestBirthFor(condition.years, days[condition.on]) }
      case 'atLeast':
        return condition.moreThan === undefined
          ? condition
          : limited(condition, condition.moreThan, parameters)
      case 'all':
      case 'any':
        return { ...condition, of: condition.of.map(fold) }
      case 'not':
      case 'clause':
        return { ...condition, of: fold(condition.of) }
      case 'meets':
        return chosen.has(`ground ${condition.ground}`) ? condition : { op: 'any', of: [] }
      case 'is':
        return condition
    }
  }
  return fold
}

function limited(
  condition: Extract<Condition, { op: 'atLeast' }>,
  id: string,
  parameters: ReadonlyMap<string, { value: number }>,
): Condition {
  const limit = parameters.get(id)
  if (!limit) throw new Error(`Parameter ${id} has no value at that moment, but a condition compares with it`)
  return { ...condition, number: limit.value + 1 }
}

function foldCoefficient(coefficient: Coefficient, fold: Fold): Coefficient {
  const cases = (of: readonly Case[]) => of.map((each) => ({ ...each, when: fold(each.when) }))
  return { ...coefficient, base: cases(coefficient.base), exceptions: cases(coefficient.exceptions) }
}

/** A benefit without the grounds that are not in force. */
function present(
  benefit: Benefit,
  chosen: ReadonlyMap<string, Provision>,
  facts: ReadonlyMap<string, Fact>,
): Benefit {
  const holds = (id: string) => chosen.has(`ground ${id}`)
  const { plus, excludedBy, ...rest } = benefit
  const per = plus && facts.get(plus.per)
  if (plus && per?.kind !== 'count')
    throw new Error(`Benefit ${benefit.id} counts heads by ${plus.per}, not a count`)
  return {
    ...rest,
    highestOf: benefit.highestOf.filter(holds),
    ...(plus && holds(plus.ground)
      ? { plus: { ...plus, alongside: plus.alongside.filter(holds), headsMax: (per as CountFact).max } }
      : {}),
    ...(excludedBy ? { excludedBy: excludedBy.filter((each) => holds(each.ground)) } : {}),
  }
}

/** Every benefit in force must have its standard, every amount must be whole. Throws otherwise. */
function requireNumbers(
  benefits: readonly Benefit[],
  coefficients: readonly Coefficient[],
  parameters: ReadonlyMap<string, { value: number }>,
  moment: Moment,
): void {
  const byGround = new Map(coefficients.map((each) => [each.ground, each]))
  for (const benefit of benefits) {
    const standard = parameters.get(benefit.standard)
    if (!standard)
      throw new Error(
        `Benefit ${benefit.id} needs parameter ${benefit.standard}, which has no value in ${moment.month}`,
      )
    for (const id of benefit.highestOf) {
      const coefficient = byGround.get(id)
      if (!coefficient)
        throw new Error(`Ground ${id} of benefit ${benefit.id} has no coefficient in ${moment.month}`)
      for (const { tenths } of casesOf(coefficient))
        if ((tenths * standard.value) % 10 !== 0)
          throw new Error(
            `${tenths / 10} × ${standard.value} đ is not whole: cite a rounding rule for ground ${id}`,
          )
    }
  }
}

/** Each ground after those it refers to. Throws when they refer to each other in a circle. */
function inOrder(grounds: readonly Ground[]): Ground[] {
  const byId = new Map(grounds.map((each) => [each.id, each]))
  const placed = new Map<string, 'open' | 'done'>()
  const ordered: Ground[] = []
  const place = (each: Ground) => {
    const state = placed.get(each.id)
    if (state === 'done') return
    if (state === 'open') throw new Error(`Ground ${each.id} refers to itself in a circle`)
    placed.set(each.id, 'open')
    for (const id of groundsIn(each.when)) place(byId.get(id) as Ground)
    placed.set(each.id, 'done')
    ordered.push(each)
  }
  for (const each of grounds) place(each)
  return ordered
}

function factsUsed(
  book: Rulebook,
  grounds: readonly Ground[],
  coefficients: readonly Coefficient[],
  benefits: readonly Benefit[],
): Fact[] {
  const conditions = [
    ...grounds.map((each) => each.when),
    ...coefficients.flatMap((each) => casesOf(each).map((one) => one.when)),
  ]
  const used = new Set(conditions.flatMap(factsIn))
  for (const benefit of benefits) if (benefit.plus) used.add(benefit.plus.per)
  return [...book.facts.values()].filter((fact) => used.has(fact.key))
}
