import { type Condition, type Side, type Writer, write } from './conditions.ts'
import { editsApartIn } from './edit-distance.ts'
import { patternsOf } from './patterns.ts'
import { offsetOf, type RecordFeatures } from './records.ts'
import type { BlockingRule, ComparisonSpec } from './settings.ts'

/** No level asks for names that are further apart. */
const editsMax = 2

/** The pattern of two records, given by where their rows begin. */
export type Compare = (rows: Int32Array, l: number, r: number) => number
export type Test = (rows: Int32Array, l: number, r: number) => boolean

/**
 * The comparisons as one function, written out from the same conditions as the SQL and compiled by the engine: tens of
 * nanoseconds a pair, where a tree walked for each pair would take microseconds.
 */
export function compileComparisons(
  comparisons: readonly ComparisonSpec[],
  features: Pick<RecordFeatures, 'offsets' | 'texts'>,
): Compare {
  const { factors } = patternsOf(comparisons)
  const writer = writerFor(features)
  const lines = comparisons.flatMap(({ notComparable, levels }, index) => {
    const branches = levels.map(({ when }, level) => {
      const body = `code += ${(level + 1) * (factors[index] as number)}`
      return when ? `if (${write(when, writer)}) ${body}` : `{ ${body} }`
    })
    const chain = branches.join('\n  else ')
    return notComparable ? `if (!${write(notComparable, writer)}) {\n  ${chain}\n  }` : chain
  })
  return compile<Compare>(`let code = 0\n  ${lines.join('\n  ')}\n  return code`, features)
}

/** Whether one of the rules finds the pair. */
export function compileRules(
  rules: readonly BlockingRule[],
  features: Pick<RecordFeatures, 'offsets' | 'texts'>,
): Test {
  const writer = writerFor(features)
  const tests = rules.map((rule) => write({ is: 'same', features: rule.features }, writer))
  return compile<Test>(`return ${tests.join('\n    || ') || 'false'}`, features)
}

/** Whether a condition holds: for tests, which put the two evaluators side by side. */
export function compileCondition(
  condition: Condition,
  features: Pick<RecordFeatures, 'offsets' | 'texts'>,
): Test {
  return compile<Test>(`return ${write(condition, writerFor(features))}`, features)
}

function compile<F>(body: string, { texts }: Pick<RecordFeatures, 'texts'>): F {
  const build = new Function(
    'editsApart',
    'digitsApart',
    `return function (rows, l, r) {\n  let edits = -1\n  ${body}\n}`,
  ) as (...primitives: unknown[]) => F
  return build(editsApartIn(texts), digitsApart)
}

function writerFor(features: Pick<RecordFeatures, 'offsets'>): Writer {
  const at = (side: Side, feature: string) => `rows[${side} + ${offsetOf(features, feature)}]`
  const both = (feature: string) => `${at('l', feature)} >= 0 && ${at('r', feature)} >= 0`
  return {
    and: '&&',
    or: '||',
    not: (text) => `!(${text})`,
    same: (feature) => `(${at('l', feature)} >= 0 && ${at('l', feature)} === ${at('r', feature)})`,
    crossed: (first, second) =>
      `(${both(first)} && ${at('l', first)} === ${at('r', second)} && ${at('l', second)} === ${at('r', first)})`,
    within: (feature, distance) =>
      `(${both(feature)} && Math.abs(${at('l', feature)} - ${at('r', feature)}) <= ${distance})`,
    holds: (flag, side) => `(${at(side, flag)} === 1)`,
    missing: (feature, side) => `(${at(side, feature)} < 0)`,
    oneDigitApart: ({ high, low }) =>
      `(${both(low)} && digitsApart(${at('l', high)}, ${at('r', high)}) + digitsApart(${at('l', low)}, ${at('r', low)}) === 1)`,
    // Reckoned once a pair, whatever the levels ask of it.
    editsApart: (text, limit) => {
      if (limit > editsMax) throw new Error(`${limit} edits are more than the ${editsMax} that are reckoned`)
      const reckoned = `edits < 0 ? edits = editsApart(${at('l', text)}, ${at('r', text)}, ${editsMax}) : edits`
      return `(${both(text)} && (${reckoned}) <= ${limit})`
    },
  }
}

/** How many decimal digits differ, position by position. */
function digitsApart(first: number, second: number): number {
  let apart = 0
  for (let a = first, b = second; a !== b; a = Math.floor(a / 10), b = Math.floor(b / 10))
    if (a % 10 !== b % 10) apart++
  return apart
}
