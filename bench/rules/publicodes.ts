import Engine from 'publicodes'
import type { Benefit, Case, Condition, FactValues, Program } from '#rules'
import { inputColumns, inputRow } from '#rules/sql'

type Rule = Record<string, unknown>

/** Two-valued persons as Publicodes is told of them: codes, numbers, a birth as one number yyyymmdd. */
export function situationOf(program: Program, facts: FactValues): Record<string, number> {
  const row = inputRow(program, facts)
  return Object.fromEntries(inputColumns(program).map(({ name }, place) => [name, row[place] as number]))
}

/**
 * The same program as Publicodes' own rules: every ground, the number of grounds met, and the amounts after the
 * choices, each in a rule named after the place of its benefit: `amount0`, `amount1` …
 */
export function publicodesEngine(program: Program): Engine {
  const place = new Map(program.grounds.map(({ id }, index) => [id, `ground${index}`]))
  const said = (condition: Condition) => ruleOf(condition, program, place)
  const rules: Record<string, Rule> = {}
  for (const { name } of inputColumns(program)) rules[name] = { titre: name }
  for (const { id, when } of program.grounds)
    rules[place.get(id) as string] = { titre: id, valeur: said(when) }
  for (const [id, { base, exceptions }] of program.coefficients)
    rules[`coefficient ${place.get(id)}`] = coefficientRule(place.get(id) as string, exceptions, base, said)
  rules.met = {
    somme: [...place.values()].map((name) => ({ variations: [{ si: name, alors: 1 }, { sinon: 0 }] })),
  }
  program.benefits.forEach((benefit, index) => {
    addBenefit(rules, program, benefit, index, place)
  })
  const logger = { log() {}, warn() {}, error() {} }
  return new Engine(rules as ConstructorParameters<typeof Engine>[0], { logger })
}

function ruleOf(condition: Condition, program: Program, place: ReadonlyMap<string, string>): unknown {
  const of = (each: Condition) => ruleOf(each, program, place)
  switch (condition.op) {
    case 'is': {
      const fact = program.facts.find(({ key }) => key === condition.fact)
      const codes = fact?.kind === 'choice' ? condition.values.map((value) => fact.values.indexOf(value)) : []
      const tests = codes.map((code) => `${condition.fact} = ${code}`)
      return tests.length === 1 ? tests[0] : { 'une de ces conditions': tests }
    }
    case 'age':
      return `${condition.fact}_to <= ${condition.latestBirth}`
    case 'atLeast':
      return `${condition.fact} >= ${condition.number}`
    case 'not':
      return negated(condition.of, program, place)
    case 'clause':
      return of(condition.of)
    case 'meets':
      return place.get(condition.ground)
    case 'all':
      return condition.of.length === 0 ? 'oui' : { 'toutes ces conditions': condition.of.map(of) }
    case 'any':
      return condition.of.length === 0 ? 'non' : { 'une de ces conditions': condition.of.map(of) }
  }
}

function negated(condition: Condition, program: Program, place: ReadonlyMap<string, string>): unknown {
  if (condition.op === 'age') return `${condition.fact}_to > ${condition.latestBirth}`
  if (condition.op === 'atLeast') return `${condition.fact} < ${condition.number}`
  if (condition.op === 'meets') return `${place.get(condition.ground)} = non`
  return { variations: [{ si: ruleOf(condition, program, place), alors: 'non' }, { sinon: 'oui' }] }
}

function coefficientRule(
  ground: string,
  exceptions: readonly Case[],
  base: readonly Case[],
  said: (condition: Condition) => unknown,
): Rule {
  const cases = [...exceptions, ...base].map(({ when, tenths }) => ({ si: said(when), alors: tenths }))
  return { variations: [{ si: `${ground} = non`, alors: 0 }, ...cases, { sinon: 0 }] }
}

function addBenefit(
  rules: Record<string, Rule>,
  program: Program,
  benefit: Benefit,
  index: number,
  place: ReadonlyMap<string, string>,
): void {
  const coefficient = (id: string) => `coefficient ${place.get(id)}`
  const standard = program.parameters.get(benefit.standard)?.value as number
  const { plus, highestOf } = benefit
  rules[`best${index}`] = { 'le maximum de': highestOf.map(coefficient) }
  rules[`tenths${index}`] = { valeur: `best${index}` }
  if (plus) {
    const beside = highestOf.filter((id) => plus.alongside.includes(id))
    rules[`beside${index}`] = { 'le maximum de': beside.map(coefficient) }
    rules[`added${index}`] = {
      variations: [{ si: place.get(plus.ground), alors: `${plus.per} * ${plus.tenths}` }, { sinon: 0 }],
    }
    const together = [{ si: `beside${index} > 0`, alors: `beside${index} + added${index}` }, { sinon: 0 }]
    rules[`tenths${index}`] = { 'le maximum de': [`best${index}`, `added${index}`, { variations: together }] }
  }
  rules[`entitled${index}`] = { valeur: `tenths${index} * ${standard / 10}` }
  const rivals = program.choices
    .filter((choice) => choice.higherOf.includes(benefit.id))
    .flatMap(({ higherOf }) =>
      higherOf.map((id, other) => ({ id, first: other < higherOf.indexOf(benefit.id) })),
    )
    .filter(({ id }) => id !== benefit.id)
  const beaten = rivals.map(({ id, first }) => {
    const rival = `entitled${program.benefits.findIndex((each) => each.id === id)}`
    return { si: `${rival} ${first ? '>=' : '>'} entitled${index}`, alors: 0 }
  })
  rules[`amount${index}`] = { variations: [...beaten, { sinon: `entitled${index}` }] }
}
