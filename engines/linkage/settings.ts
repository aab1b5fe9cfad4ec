import type { Condition } from './conditions.ts'

/** A text shown to officers, in both languages. */
export interface Label {
  vi: string
  en: string
}

export interface ComparisonLevel {
  id: string
  label: Label
  /** The first level whose condition holds is the pair's; the last has none and takes the rest. */
  when?: Condition
  /** The feature whose frequency weighs an agreement on this level: a rare name says more than a common one. */
  termFeature?: string
}

/** One question about two records, with its possible answers from the strongest agreement to none. */
export interface ComparisonSpec {
  id: string
  label: Label
  /** When it holds there is nothing to compare, and the comparison says nothing. */
  notComparable?: Condition
  levels: readonly ComparisonLevel[]
}

/** Records are candidates when they have all these features, and have them alike. */
export interface BlockingRule {
  id: string
  label: Label
  features: readonly string[]
}

/** Pairs chosen by what is all but certain, from which EM learns how the other comparisons behave. */
export interface TrainingSession {
  id: string
  /** For each comparison named, the levels a pair must be on. */
  where: Readonly<Record<string, readonly string[]>>
  /** The comparisons whose m this session decides. */
  estimates: readonly string[]
}

export interface LinkageSettings {
  comparisons: readonly ComparisonSpec[]
  blockingRules: readonly BlockingRule[]
  trainingSessions: readonly TrainingSession[]
  /** Candidate pairs allowed over all rules together, checked before any pair is made. */
  pairBudget: number
  /** Random pairs for u. */
  randomPairs: number
  /** Chooses the random pairs: the same seed, the same pairs. */
  seed: number
  iterationsMax: number
  /** EM has converged when no probability moves by more. */
  tolerance: number
  /** Counts added to every level, so that what was not seen is unlikely, never impossible. */
  smoothing: number
  /** Match weights, in bits: from here a pair is shown to a clerk … */
  reviewWeight: number
  /** … and from here it is held for one person until a clerk says otherwise. */
  linkWeight: number
}

/** Raised whenever training comes to other numbers from the same records: models from before are then refused. */
const trainingVersion = 2

/** A digest of what a model depends on, the way of training included; labels, thresholds and budgets may change without training again. */
export function settingsDigest(settings: LinkageSettings): string {
  const { comparisons, blockingRules, trainingSessions, smoothing } = settings
  const text = JSON.stringify([
    trainingVersion,
    comparisons.map(({ id, notComparable, levels }) => [
      id,
      notComparable,
      levels.map(({ id: level, when, termFeature }) => [level, when, termFeature]),
    ]),
    blockingRules.map(({ id, features }) => [id, features]),
    trainingSessions,
    smoothing,
  ])
  return hexDigest(text)
}

/** Two independent 32-bit FNV-1a sums: tells settings apart, protects nothing. */
function hexDigest(text: string): string {
  const [first, second] = [0x811c9dc5, 0x01000193].map((offset) => {
    let sum = offset
    for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
    return (sum >>> 0).toString(16).padStart(8, '0')
  })
  return `${first}${second}`
}
