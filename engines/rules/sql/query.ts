import type { Benefit, Case, Program } from '#rules'
import { wordsOf } from '#rules/batch'
import { dongSql, leftByChoiceSql } from './amounts.ts'
import { agesIn, certainly, conditionSql, depths, type Naming, possibly, when } from './expressions.ts'
import { rowHashSql } from './hash.ts'
import { type Dialect, inputColumns, outputColumns, plainName, quoted } from './names.ts'
import {
  afterExclusionSql,
  type BenefitNames,
  coefficientSql,
  type Ends,
  type NamedCase,
  paidCoefficients,
  partsSql,
  stackedSql,
} from './tenths.ts'

export interface Source {
  /** The table of persons as the query shall name it. It has `id` and the columns of `inputColumns`. */
  table: string
  /** Other names for some of its columns, by their usual name. */
  columns?: Readonly<Record<string, string>>
}

/**
 * A program as one query over a table of persons: id, the grounds certain and possible as words of 32 bits, the
 * tenths of each benefit, its đồng after the choices between benefits, and a hash of the row. Layers of sub-selects
 * name every verdict once; in PostgreSQL a fence keeps them apart, because the planner would repeat them.
 */
export function toSql(program: Program, dialect: Dialect, source: Source): string {
  const layers = new Layers(dialect)
  const ages = agesIn(everyCondition(program))
  const ageNames = new Map(ages.map((age, index) => [`${age.fact} ${age.latestBirth}`, `a${index}`]))
  const naming: Naming = {
    program,
    input: (name) => quoted(name, dialect),
    age: (fact, latestBirth) => ageNames.get(`${fact} ${latestBirth}`) as string,
    ground: groundNames(program),
  }
  layers.open(source.table, inputsOf(program, dialect, source))
  layers.add(
    ages.map(({ fact, latestBirth }, index) => {
      const side = (end: string) => quoted(`${plainName(fact)}_${end}`, dialect)
      const reached = `CASE WHEN ${side('to')} <= ${latestBirth} THEN TRUE WHEN ${side('from')} > ${latestBirth} THEN FALSE END`
      return [`a${index}`, reached]
    }),
  )
  addGrounds(layers, program, naming)
  const coefficients = addCoefficients(layers, program, naming)
  addBenefits(layers, program, naming, coefficients)
  addChoices(layers, program)
  layers.add(masks(program, naming))
  const names = outputColumns(program)
  return layers.close(['id', ...names, `CAST(${rowHashSql(names)} AS BIGINT) AS row_hash`])
}

/** Sub-selects one inside the other, each adding named expressions to those below it. */
class Layers {
  private text = ''
  private depth = 0
  private readonly fence: string

  constructor(dialect: Dialect) {
    this.fence = dialect === 'postgres' ? ' OFFSET 0' : ''
  }

  open(table: string, columns: readonly string[]): void {
    this.text = `SELECT ${columns.join(', ')} FROM ${table}${this.fence}`
  }

  add(expressions: readonly (readonly [name: string, expression: string])[]): void {
    if (expressions.length === 0) return
    const added = expressions.map(([name, expression]) => `${expression} AS ${name}`)
    this.text = `SELECT *, ${added.join(', ')} FROM (\n${this.text}\n) layer_${this.depth++}${this.fence}`
  }

  close(columns: readonly string[]): string {
    return `SELECT ${columns.join(', ')} FROM (\n${this.text}\n) judged`
  }
}

function everyCondition(program: Program) {
  const cases = paidCoefficients(program).flatMap((each) => [...each.base, ...each.exceptions])
  return [...program.grounds.map((each) => each.when), ...cases.map((each) => each.when)]
}

function groundNames(program: Program): (id: string) => string {
  const names = new Map(program.grounds.map((each, index) => [each.id, `g${index}`]))
  return (id) => names.get(id) as string
}

function inputsOf(program: Program, dialect: Dialect, source: Source): string[] {
  const inputs = inputColumns(program).map(({ name }) => {
    const given = quoted(source.columns?.[name] ?? name, dialect)
    return `${given} AS ${quoted(name, dialect)}`
  })
  return ['id', ...inputs]
}

function addGrounds(layers: Layers, program: Program, naming: Naming): void {
  const depth = depths(program)
  const deepest = Math.max(-1, ...depth.values())
  for (let layer = 0; layer <= deepest; layer++)
    layers.add(
      program.grounds
        .filter((each) => depth.get(each.id) === layer)
        .map((each) => [naming.ground(each.id), conditionSql(each.when, naming)]),
    )
}

/** Cases first, then their coefficients, 0 where the ground is not met. */
function addCoefficients(layers: Layers, program: Program, naming: Naming): (id: string) => Ends {
  const cases: [string, string][] = []
  const named = (each: Case): NamedCase => {
    cases.push([`e${cases.length}`, conditionSql(each.when, naming)])
    return { case: each, holds: `e${cases.length - 1}` }
  }
  const paid = paidCoefficients(program).map((each) => ({
    ground: each.ground,
    ends: coefficientSql(each.exceptions.map(named), each.base.map(named)),
  }))
  layers.add(cases)
  layers.add(
    paid.flatMap(({ ground, ends }, index) => [
      [`kl${index}`, when(certainly(naming.ground(ground)), ends.low, 0)] as const,
      [`kh${index}`, when(possibly(naming.ground(ground)), ends.high, 0)] as const,
    ]),
  )
  const places = new Map(paid.map(({ ground }, index) => [ground, index]))
  return (id) => ({ low: `kl${places.get(id)}`, high: `kh${places.get(id)}` })
}

function addBenefits(
  layers: Layers,
  program: Program,
  naming: Naming,
  coefficient: (id: string) => Ends,
): void {
  const ends = (kind: string, index: number): Ends => ({ low: `${kind}l${index}`, high: `${kind}h${index}` })
  const named = program.benefits.map((benefit, index) => {
    const names: BenefitNames = {
      ground: naming.ground,
      coefficient,
      heads: benefit.plus ? naming.input(plainName(benefit.plus.per)) : '0',
      best: ends('best', index),
      beside: ends('beside', index),
      added: ends('added', index),
      stacked: ends('stacked', index),
    }
    return { benefit, names }
  })
  const pair = (name: Ends, value: Ends) => [[name.low, value.low] as const, [name.high, value.high] as const]
  layers.add(
    named.flatMap(({ benefit, names }) => {
      const parts = partsSql(benefit, program, names)
      return (['best', 'beside', 'added'] as const).flatMap((part) => pair(names[part], parts[part]))
    }),
  )
  layers.add(named.flatMap(({ names }) => pair(names.stacked, stackedSql(names))))
  layers.add(
    named.flatMap(({ benefit, names }) => pair(tenthsOf(benefit), afterExclusionSql(benefit, names))),
  )
}

function tenthsOf({ id }: Benefit): Ends {
  return { low: `${plainName(id)}_tenths_low`, high: `${plainName(id)}_tenths_high` }
}

/** The đồng before any choice, then one layer for each choice; the last one bears the output names. */
function addChoices(layers: Layers, program: Program): void {
  let current = new Map<string, Ends>()
  const dong = program.benefits.flatMap((benefit, index) => {
    const tenths = tenthsOf(benefit)
    current.set(benefit.id, { low: `dl${index}`, high: `dh${index}` })
    return [
      [`dl${index}`, dongSql(tenths.low, benefit, program)] as const,
      [`dh${index}`, dongSql(tenths.high, benefit, program)] as const,
    ]
  })
  layers.add(dong)
  program.choices.forEach((choice, index) => {
    const entered = choice.higherOf.map((id) => current.get(id) as Ends)
    const after = new Map(current)
    layers.add(
      choice.higherOf.flatMap((id, place) => {
        const left = leftByChoiceSql(entered, place)
        const names = { low: `c${index}l${place}`, high: `c${index}h${place}` }
        after.set(id, names)
        return [[names.low, left.low] as const, [names.high, left.high] as const]
      }),
    )
    current = after
  })
  layers.add(
    program.benefits.flatMap(({ id }) => {
      const { low, high } = current.get(id) as Ends
      const name = plainName(id)
      return [
        [`${name}_dong_low`, `CAST(${low} AS BIGINT)`] as const,
        [`${name}_dong_high`, `CAST(${high} AS BIGINT)`] as const,
      ]
    }),
  )
}

function masks(program: Program, naming: Naming): [string, string][] {
  const word = (index: number, holds: (of: string) => string) => {
    const bits = program.grounds
      .slice(32 * index, 32 * index + 32)
      .map((each, bit) => when(holds(naming.ground(each.id)), 2 ** bit, 0))
    return `CAST(${bits.join(' + ') || '0'} AS BIGINT)`
  }
  return Array.from({ length: wordsOf(program) }, (_, index) => index).flatMap(
    (index): [string, string][] => [
      [`certain_${index}`, word(index, certainly)],
      [`possible_${index}`, word(index, possibly)],
    ],
  )
}
