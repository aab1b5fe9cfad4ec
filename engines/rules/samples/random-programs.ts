import { day, type LocalDate, month } from '#calendar'
import {
  type AddOn,
  type AmountFact,
  ageAtLeast,
  ageUnder,
  all,
  amount,
  any,
  atLeast,
  atMost,
  type Benefit,
  type BirthFact,
  benefit,
  birth,
  type Case,
  type ChoiceFact,
  type Condition,
  type CountFact,
  choice,
  cite,
  clause,
  coefficient,
  count,
  type Fact,
  ground,
  higherOf,
  type Instrument,
  inForce,
  is,
  meets,
  not,
  type Program,
  type Provision,
  parameter,
  resolve,
  rulebook,
} from '#rules'
import { type Draw, happens, pick } from './draw.ts'

const text = { vi: 'mẫu', en: 'sample' }
const decree: Instrument = {
  id: 'sample',
  number: '1/2020',
  short: 'NĐ mẫu',
  title: text,
  issuedOn: day('2020-01-01'),
  from: day('2020-02-01'),
}
const said = cite(decree, 'Đ1')
const during = inForce(decree)
const tenthsKnown = [10, 15, 20, 25, 5, 30, 40]

/**
 * A program that no law says: facts, conditions, references, coefficients, add-ons, exclusions and choices as they
 * are drawn. For comparing evaluators, not for reading.
 */
export function randomProgram(draw: Draw): Program {
  const facts = randomFacts(draw)
  const ids = Array.from({ length: 1 + draw(happens(draw, 100) ? 45 : 7) }, (_, index) => `g${index}`)
  const provisions: Provision[] = ids.flatMap((id, index) => [
    ground(id, { text, cite: said, during, when: randomCondition(draw, facts, ids.slice(0, index), 3) }),
    coefficient(id, {
      during,
      base: randomCases(draw, facts, ids, 1 + draw(3)),
      exceptions: randomCases(draw, facts, ids, draw(3)),
    }),
  ])
  const benefits = Array.from({ length: 1 + draw(3) }, (_, index) => `b${index}`)
  for (const id of benefits) provisions.push(randomBenefit(draw, id, ids, facts))
  for (let index = 0, choices = draw(3); index < choices; index++)
    provisions.push(
      higherOf(`c${index}`, { text, cite: said, during, higherOf: randomSome(draw, benefits).toReversed() }),
    )
  provisions.push(
    ...parameter('first', [{ from: during.from, value: pick(draw, [500_000, 360_000, 38]), cite: said }]),
    ...parameter('limit', [{ from: during.from, value: 500_000 * (1 + draw(9)), cite: said }]),
    ...parameter('second', [{ from: during.from, value: pick(draw, [500_000, 540_000]), cite: said }]),
  )
  return resolve(rulebook(facts, provisions), { month: month('2024-02'), knownOn: day('2024-03-01') })
}

function randomFacts(draw: Draw): Fact[] {
  const values = (size: number) =>
    Object.fromEntries(Array.from({ length: size }, (_, index) => [`v${index}`, text]))
  const facts: Fact[] = [choice('choice0', text, values(2))]
  for (let index = 1, more = draw(5); index <= more; index++) {
    const kind = draw(4)
    if (kind === 0) facts.push(choice(`choice${index}`, text, values(pick(draw, [2, 3, 5, 15]))))
    if (kind === 1) facts.push(birth(`birth${index}`, text))
    if (kind === 2) facts.push(count(`count${index}`, text, pick(draw, [3, 1, 14])))
    if (kind === 3) facts.push(amount(`amount${index}`, text))
  }
  return facts
}

function randomCondition(
  draw: Draw,
  facts: readonly Fact[],
  earlier: readonly string[],
  depth: number,
): Condition {
  const op = draw(depth > 0 ? 8 : 3)
  if (op === 2 && earlier.length > 0) return meets(pick(draw, earlier))
  if (op <= 3) return randomLeaf(draw, pick(draw, facts))
  if (op === 4) return not(randomCondition(draw, facts, earlier, depth - 1))
  if (op === 7 && happens(draw, 300))
    return clause(said, text, randomCondition(draw, facts, earlier, depth - 1))
  const of = Array.from({ length: draw(5) }, () => randomCondition(draw, facts, earlier, depth - 1))
  return op === 5 ? any(...of) : all(...of)
}

function randomLeaf(draw: Draw, fact: Fact): Condition {
  switch (fact.kind) {
    case 'choice':
      return randomIs(draw, fact)
    case 'birth':
      return randomAge(draw, fact)
    case 'count':
      return atLeast(fact, draw(fact.max + 1))
    case 'amount':
      return randomThreshold(draw, fact)
  }
}

function randomIs(draw: Draw, fact: ChoiceFact): Condition {
  return is(fact, pick(draw, fact.values), ...fact.values.filter(() => happens(draw, 250)))
}

function randomAge(draw: Draw, fact: BirthFact): Condition {
  const years = draw(100)
  const on = pick(draw, ['lastDay', 'dayBefore'] as const)
  return happens(draw, 400) ? ageUnder(fact, years, on) : ageAtLeast(fact, years, on)
}

function randomThreshold(draw: Draw, fact: AmountFact): Condition {
  return happens(draw, 300) ? atMost(fact, 'limit') : atLeast(fact, 500_000 * draw(20))
}

function randomCases(draw: Draw, facts: readonly Fact[], grounds: readonly string[], length: number): Case[] {
  return Array.from({ length }, () => ({
    when: happens(draw, 300) ? all() : randomCondition(draw, facts, grounds, 2),
    tenths: pick(draw, tenthsKnown),
    cite: said,
  }))
}

function randomBenefit(draw: Draw, id: string, grounds: readonly string[], facts: readonly Fact[]): Benefit {
  const heads = facts.find((fact): fact is CountFact => fact.kind === 'count')
  const plus: AddOn | undefined =
    heads && happens(draw, 500)
      ? {
          ground: pick(draw, grounds),
          per: heads.key,
          tenths: pick(draw, [10, 5]),
          alongside: randomSome(draw, grounds),
          cite: said,
        }
      : undefined
  const excludedBy = happens(draw, 300) ? [{ ground: pick(draw, grounds), cite: said }] : undefined
  return benefit(id, {
    text,
    cite: said,
    during,
    payee: 'person',
    highestOf: randomSome(draw, grounds),
    standard: pick(draw, ['first', 'second']),
    ...(plus ? { plus } : {}),
    ...(excludedBy ? { excludedBy } : {}),
  })
}

/** At least one of them, in their order. */
function randomSome(draw: Draw, items: readonly string[]): string[] {
  const some = items.filter(() => happens(draw, 600))
  return some.length > 0 ? some : items.slice(0, 1)
}

/** A person with unknowns, births known only to the year, values at the thresholds. */
export function randomPerson(draw: Draw, program: Program): Record<string, string | number | BirthDays> {
  const person: Record<string, string | number | BirthDays> = {}
  for (const fact of program.facts) {
    if (happens(draw, 150)) continue
    if (fact.kind === 'choice') person[fact.key] = pick(draw, fact.values)
    if (fact.kind === 'count') person[fact.key] = draw(fact.max + 4)
    if (fact.kind === 'amount') person[fact.key] = Math.max(0, 500_000 * draw(20) + draw(3) - 1)
    if (fact.kind === 'birth') person[fact.key] = randomBirth(draw)
  }
  return person
}

interface BirthDays {
  from: LocalDate
  to: LocalDate
}

function randomBirth(draw: Draw): BirthDays {
  const year = 1924 + draw(101)
  if (happens(draw, 150)) return { from: day(`${year}-01-01`), to: day(`${year}-12-31`) }
  const on = day(`${year}-${pick(draw, ['02-28', '01-31', '02-01', '03-01', '07-15', '12-31'])}`)
  return { from: on, to: on }
}
