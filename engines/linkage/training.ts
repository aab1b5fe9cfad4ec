import { estimatePrior, levelShares, type Probabilities, trainSession } from './expectation-maximisation.ts'
import type { Model } from './model.ts'
import type { PatternCounts } from './pairs.ts'
import type { RecordFeatures } from './records.ts'
import { type LinkageSettings, settingsDigest } from './settings.ts'
import { termBaselines } from './terms.ts'

export interface TrainingInput {
  features: RecordFeatures
  blocked: PatternCounts
  random: PatternCounts
  settings: LinkageSettings
  trainedAt: string
}

/** Trains a model: u from random pairs, m by EM in several sessions, λ from all blocked pairs. */
export function trainModel({ features, blocked, random, settings, trainedAt }: TrainingInput): Model {
  const { comparisons, smoothing, trainingSessions } = settings
  const u = levelShares(comparisons, random.counts, smoothing)
  const results = trainingSessions.map((session) => trainSession(session, blocked.counts, u, settings))
  const m: Probabilities = comparisons.map(({ id, levels }) => {
    const session = trainingSessions.findIndex(({ estimates }) => estimates.includes(id))
    const learnt = results[session]?.m.get(id)
    if (!learnt)
      throw new Error(`No training session estimates ${id}: name it in one that does not select by it`)
    return levels.map((_, level) => learnt[level] as number)
  })
  const lambda = estimatePrior(blocked.counts, { m, u }, settings, features.ids.length)
  return {
    version: 1,
    trainedAt,
    settingsDigest: settingsDigest(settings),
    comparisons: comparisons.map(({ id, levels }, index) => ({
      comparison: id,
      levels: levels.map((level, at) => ({
        level: level.id,
        m: m[index]?.[at] as number,
        u: u[index]?.[at] as number,
      })),
    })),
    prior: lambda.prior,
    termBaselines: termBaselines(features, settings),
    sessions: results.map(({ session, pairs, iterations, converged }) => ({
      session,
      pairs,
      iterations,
      converged,
    })),
    iterations: results.reduce((sum, { iterations }) => sum + iterations, lambda.iterations),
    converged: lambda.converged && results.every(({ converged }) => converged),
    pairsUsed: blocked.pairs,
    randomPairs: random.pairs,
    records: features.ids.length,
  }
}
