import {
  type ComparedPairs,
  type LinkageSettings,
  pairsSql,
  patternsOf,
  type RecordFeatures,
  vectorsSql,
} from '#linkage'
import type { Duckdb } from '#platform/duckdb'
import { featureTable } from './linking-records.ts'

const candidates = 'linkage_candidate'

/**
 * Candidates, and the level of every comparison, by SQL in DuckDB alone: the reference for the compiled functions, for
 * whoever checks them. Every candidate is kept, so it is for tens of thousands of records, not for millions.
 */
export async function comparePairsBySql(
  duckdb: Duckdb,
  { ids }: Pick<RecordFeatures, 'ids'>,
  { comparisons, blockingRules }: Pick<LinkageSettings, 'comparisons' | 'blockingRules'>,
): Promise<ComparedPairs> {
  const { count, factors } = patternsOf(comparisons)
  await duckdb.run(`create or replace temp table ${candidates} as ${pairsSql(blockingRules, featureTable)}`)
  try {
    const pattern = comparisons.map(({ id }, index) => `"${id}"::integer * ${factors[index]}`).join(' + ')
    const [left = [], right = [], rules = [], patterns = []] = await duckdb.columns(
      `select l::double, r::double, rule::integer, (${pattern})::integer
       from (${vectorsSql(comparisons, featureTable, candidates)})`,
    )
    const position = new Map(Array.from(ids, (id, at) => [id, at]))
    const counts = new Float64Array(count)
    const byRule = blockingRules.map(() => 0)
    for (let pair = 0; pair < patterns.length; pair++) {
      counts[patterns[pair] as number] = (counts[patterns[pair] as number] as number) + 1
      byRule[rules[pair] as number] = (byRule[rules[pair] as number] as number) + 1
    }
    const at = (record: number) => position.get(record) as number
    return {
      first: Int32Array.from(left, at),
      second: Int32Array.from(right, at),
      pattern: Int32Array.from(patterns),
      counts,
      pairs: patterns.length,
      byRule,
    }
  } finally {
    await duckdb.run(`drop table if exists ${candidates}`)
  }
}
