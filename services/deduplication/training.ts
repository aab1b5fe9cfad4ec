import {
  type LinkageSettings,
  type Model,
  type PatternCounts,
  type RecordFeatures,
  settingsDigest,
  termBaselines,
  trainingSql,
} from '#linkage'
import type { Duckdb } from '#platform/duckdb'

export interface TrainingInput {
  features: RecordFeatures
  /** Patterns of the candidates, and of random pairs. */
  blocked: PatternCounts
  random: PatternCounts
  settings: LinkageSettings
  trainedAt: string
}

/** How many pairs have each pattern: all that training sees. */
const countsTable = 'linkage_count'

/**
 * Trains a model in DuckDB: u from random pairs, m by EM in several sessions, λ from all blocked pairs. A session that
 * ran out of iterations, or had no pair to learn from, has not converged, and neither has the model.
 */
export async function trainModel(
  duckdb: Duckdb,
  { features, blocked, random, settings, trainedAt }: TrainingInput,
): Promise<Model> {
  const { ids } = features
  const { statements, sessions, levels, tables } = trainingSql(settings, {
    counts: countsTable,
    prefix: 'linkage_training',
    records: ids.length,
  })
  try {
    await writeCounts(duckdb, blocked.counts, random.counts)
    for (const statement of statements) await duckdb.run(statement)
    const reports = await duckdb.rows<Report>(sessions)
    const learnt = await duckdb.rows<Learnt>(levels)
    return {
      version: 1,
      trainedAt,
      settingsDigest: settingsDigest(settings),
      comparisons: settings.comparisons.map(({ id, levels: of }) => ({
        comparison: id,
        levels: of.map((level, at) => ({ level: level.id, ...probabilitiesOf(learnt, id, at + 1) })),
      })),
      prior: (reports.at(-1) as Report).share,
      termBaselines: termBaselines(features, settings),
      sessions: reports.map(({ share, ...report }) => report),
      iterations: reports.reduce((sum, { iterations }) => sum + iterations, 0),
      converged: reports.every(({ converged }) => converged),
      pairsUsed: blocked.pairs,
      randomPairs: random.pairs,
      records: ids.length,
    }
  } finally {
    for (const table of [countsTable, ...tables]) await duckdb.run(`drop table if exists ${table}`)
  }
}

interface Report {
  session: string
  pairs: number
  iterations: number
  converged: boolean
  share: number
}

interface Learnt {
  comparison: string
  level: number
  m: number
  u: number
}

function probabilitiesOf(
  learnt: readonly Learnt[],
  comparison: string,
  level: number,
): Pick<Learnt, 'm' | 'u'> {
  const found = learnt.find((each) => each.comparison === comparison && each.level === level)
  if (!found) throw new Error(`Training said nothing of level ${level} of ${comparison}`)
  return { m: found.m, u: found.u }
}

async function writeCounts(duckdb: Duckdb, blocked: Float64Array, random: Float64Array): Promise<void> {
  await duckdb.run(
    `create or replace temp table ${countsTable} (code integer, blocked double, random double)`,
  )
  const appender = await duckdb.appender(countsTable)
  for (let code = 0; code < blocked.length; code++) {
    const [pairs, drawn] = [blocked[code] as number, random[code] as number]
    if (pairs > 0 || drawn > 0) appender.append([code, pairs, drawn])
  }
  appender.close()
}
