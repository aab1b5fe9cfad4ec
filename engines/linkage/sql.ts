import { type Writer, write } from './conditions.ts'
import type { BlockingRule, ComparisonSpec } from './settings.ts'

/*
 * The same comparisons and rules as SQL for DuckDB over a table of features in which NULL stands for what is missing:
 * the reference that the compiled comparisons are tested against, and what an auditor can run.
 */

const writer: Writer = {
  and: 'and',
  or: 'or',
  not: (text) => `(not coalesce(${text}, false))`,
  same: (feature) => `l.${feature} = r.${feature}`,
  crossed: (first, second) => `(l.${first} = r.${second} and l.${second} = r.${first})`,
  within: (feature, distance) => `abs(l.${feature} - r.${feature}) <= ${distance}`,
  holds: (flag, side) => `${side}.${flag} = 1`,
  missing: (feature, side) => `${side}.${feature} is null`,
  oneDigitApart: ({ text }) => `hamming(l.${text}, r.${text}) = 1`,
  editsApart: (text, at) => `damerau_levenshtein(l.${text}_text, r.${text}_text) <= ${at}`,
}

/** The level of a pair as a number: 0 for nothing to compare, then the levels from the first. */
export function levelSql({ notComparable, levels }: ComparisonSpec): string {
  const branches = levels.map(({ when }, index) =>
    when ? `when ${write(when, writer)} then ${index + 1}` : `else ${index + 1}`,
  )
  const nothing = notComparable ? [`when ${write(notComparable, writer)} then 0`] : []
  return `(case ${[...nothing, ...branches].join('\n    ')} end)::tinyint`
}

/** Candidate pairs (l, r, rule), each once: a rule takes what no rule before it has, whatever is NULL. */
export function pairsSql(rules: readonly BlockingRule[], features: string): string {
  const conditions = rules.map((rule) => write({ is: 'same', features: rule.features }, writer))
  return conditions
    .map((condition, rule) => {
      const earlier = conditions.slice(0, rule).map((each) => `and ${writer.not(each)}`)
      return `select l.record_id as l, r.record_id as r, ${rule}::tinyint as rule
  from ${features} l join ${features} r on ${condition} and l.record_id < r.record_id ${earlier.length ? `where true ${earlier.join(' ')}` : ''}`
    })
    .join('\nunion all\n')
}

/** How many pairs each rule makes by itself and its largest block, by counts alone. */
export function blockCountsSql(rules: readonly BlockingRule[], features: string): string {
  return rules
    .map(({ id, features: keys }) => {
      const known = keys.map((key) => `${key} is not null`).join(' and ')
      return `select '${id}' as rule, count(*) as blocks, coalesce(sum(records * (records - 1) // 2), 0)::bigint as pairs,
  coalesce(max(records), 0) as largest
  from (select count(*) as records from ${features} where ${known} group by ${keys.join(', ')} having count(*) > 1)`
    })
    .join('\nunion all\n')
}

/** The level of every comparison for the pairs of a table (l, r, rule). */
export function vectorsSql(comparisons: readonly ComparisonSpec[], features: string, pairs: string): string {
  const levels = comparisons.map((spec) => `${levelSql(spec)} as ${quoted(spec.id)}`)
  return `select pairs.l, pairs.r, pairs.rule,\n  ${levels.join(',\n  ')}
  from ${pairs} pairs join ${features} l on l.record_id = pairs.l join ${features} r on r.record_id = pairs.r`
}

function quoted(name: string): string {
  return `"${name}"`
}
