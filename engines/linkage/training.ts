import { estimatePrior, levelShares, type Probabilities, trainSession } from './expectation-maximisation.ts'
import type { Model, TrainingReport } from './model.ts'
import type { PatternCounts } from './pairs.ts'
import { patternsOf } from './patterns.ts'
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

/**
 * Trains a model: u from random pairs, m by EM in several sessions, and λ from all blocked pairs. The m of a comparison
 * is the mean of its session's and of one last step over all pairs: people with numbers, whom the sessions know, are
 * younger and better recorded than the rest.
 */
export function trainModel({ features, blocked, random, settings, trainedAt }: TrainingInput): Model {
  const { comparisons, smoothing, trainingSessions } = settings
  const u = levelShares(comparisons, withoutSessions(random.counts, settings), smoothing)
  const results = trainingSessions.map((session) => trainSession(session, blocked.counts, u, settings))
  const learnt: Probabilities = comparisons.map(({ id, levels }) => {
    const session = trainingSessions.findIndex(({ estimates }) => estimates.includes(id))
    const m = results[session]?.m.get(id)
    if (!m) throw new Error(`No training session estimates ${id}: name it in one that does not select by it`)
    return levels.map((_, level) => m[level] as number)
  })
  const all = estimatePrior(blocked.counts, { m: learnt, u }, settings, features.ids.length)
  const sessions: TrainingReport[] = [
    ...results.map(({ session, pairs, iterations, converged }) => ({
      session,
      pairs,
      iterations,
      converged,
    })),
    { session: 'all', pairs: blocked.pairs, iterations: all.iterations, converged: all.converged },
  ]
  return {
    version: 1,
    trainedAt,
    settingsDigest: settingsDigest(settings),
    comparisons: comparisons.map(({ id, levels }, index) => ({
      comparison: id,
      levels: levels.map((level, at) => ({
        level: level.id,
        m: ((learnt[index]?.[at] as number) + (all.m[index]?.[at] as number)) / 2,
        u: u[index]?.[at] as number,
      })),
    })),
    prior: all.prior,
    termBaselines: termBaselines(features, settings),
    sessions,
    iterations: sessions.reduce((sum, { iterations }) => sum + iterations, 0),
    converged: sessions.every(({ converged }) => converged),
    pairsUsed: blocked.pairs,
    randomPairs: random.pairs,
    records: features.ids.length,
  }
}

/** The random pairs of two people: those that a session takes for one person are chance hits among duplicates. */
function withoutSessions(
  counts: Float64Array,
  { comparisons, trainingSessions }: Pick<LinkageSettings, 'comparisons' | 'trainingSessions'>,
): Float64Array {
  const { levelsOf } = patternsOf(comparisons)
  return counts.map((count, code) => {
    if (count === 0) return 0
    const levels = levelsOf(code)
    const isOne = trainingSessions.some(({ where }) =>
      Object.entries(where).every(([comparison, wanted]) => wanted.includes(levels[comparison] ?? '')),
    )
    return isOne ? 0 : count
  })
}
