import { type LinkageSettings, settingsDigest } from './settings.ts'

/** How often a level is seen among records of one person (m) and of two different people (u). */
export interface LevelProbabilities {
  level: string
  m: number
  u: number
}

export interface TrainingReport {
  session: string
  pairs: number
  iterations: number
  /** False when the iterations ran out first: such a model is refused. */
  converged: boolean
}

/** A trained Fellegi–Sunter model: plain JSON, kept as it is, never trained further. */
export interface Model {
  version: 1
  /** The instant of training, given by the caller. */
  trainedAt: string
  /** Of the settings it was trained for; it may score under no others. */
  settingsDigest: string
  comparisons: { comparison: string; levels: LevelProbabilities[] }[]
  /** λ: the chance that two records taken at random are one person. */
  prior: number
  /** How likely two different people share a term, by feature: what term frequencies are measured against. */
  termBaselines: Record<string, number>
  sessions: TrainingReport[]
  /** All sessions and the prior together. */
  iterations: number
  converged: boolean
  /** Blocked pairs looked at in training. */
  pairsUsed: number
  /** Random pairs from which u was counted. */
  randomPairs: number
  records: number
}

/** The model may not be used; says why and what to do in both languages. */
export class UnusableModel extends Error {
  override name = 'UnusableModel'
  readonly vi: string
  readonly en: string
  constructor({ vi, en }: { vi: string; en: string }) {
    super(vi)
    this.vi = vi
    this.en = en
  }
}

/** Throws UnusableModel for a model that did not converge or was trained for other comparisons, levels or rules. */
export function assertUsable(model: Model, settings: LinkageSettings): void {
  if (!model.converged) {
    const stopped = model.sessions.filter(({ converged }) => !converged).map(({ session }) => session)
    const which = stopped.join(', ') || 'prior'
    throw new UnusableModel({
      vi: `Mô hình đối sánh chưa hội tụ (${which}): huấn luyện lại trên nhiều hồ sơ hơn hoặc tăng số vòng lặp`,
      en: `The linkage model has not converged (${which}): train it on more records or with more iterations`,
    })
  }
  const digest = settingsDigest(settings)
  if (model.settingsDigest !== digest) {
    throw new UnusableModel({
      vi: `Mô hình đối sánh được huấn luyện cho bộ tiêu chí ${model.settingsDigest}, không phải ${digest}: huấn luyện lại`,
      en: `The linkage model was trained for other comparisons (${model.settingsDigest}, not ${digest}): train it again`,
    })
  }
}

/** log₂ of m over u: bits of evidence that the level gives for one person. */
export function levelWeight({ m, u }: Pick<LevelProbabilities, 'm' | 'u'>): number {
  return Math.log2(m / u)
}

/** log₂ of the odds of λ: where every pair starts. */
export function priorWeight({ prior }: Pick<Model, 'prior'>): number {
  return Math.log2(prior / (1 - prior))
}

/** The chance that two records are one person, from their match weight. */
export function probabilityOf(weight: number): number {
  return 1 / (1 + 2 ** -weight)
}
