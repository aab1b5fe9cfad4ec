import { levelWeight, type Model, priorWeight, probabilityOf } from './model.ts'
import type { LevelVector } from './patterns.ts'
import type { Label, LinkageSettings } from './settings.ts'
import { termWeight } from './terms.ts'

/** How frequent the terms that two records share are, by comparison. */
export type TermFrequencies = Readonly<Record<string, number>>

/** One bar of the waterfall: bits for (positive) or against one person. */
export interface Evidence {
  /** The comparison, or `prior`, which stands first. */
  comparison: string
  label: Label
  /** Null where there was nothing to compare, and for the prior. */
  level: string | null
  levelLabel: Label
  /** Undefined for the prior and where there was nothing to compare. */
  m?: number
  u?: number
  /** Of the level and the frequency of the term together. */
  weight: number
  /** The part of `weight` that comes from the frequency of the term. */
  termWeight: number
  cumulative: number
}

export interface Explanation {
  evidence: Evidence[]
  weight: number
  probability: number
}

const nothingLabel: Label = { vi: 'không có để so', en: 'nothing to compare' }
const priorLabel: Label = { vi: 'Xuất phát: hai hồ sơ bất kỳ', en: 'Start: any two records' }

/** How the match weight of a pair comes about, comparison by comparison; the last cumulative is its weight. */
export function explainPair(
  settings: Pick<LinkageSettings, 'comparisons'>,
  model: Model,
  levels: LevelVector,
  termFrequencies: TermFrequencies = {},
): Explanation {
  let cumulative = priorWeight(model)
  const evidence: Evidence[] = [
    {
      comparison: 'prior',
      label: priorLabel,
      level: null,
      levelLabel: priorLabel,
      weight: cumulative,
      termWeight: 0,
      cumulative,
    },
  ]
  for (const [index, { id, label, levels: known }] of settings.comparisons.entries()) {
    const level = levels[id] ?? null
    const spec = known.find((each) => each.id === level)
    const learnt = model.comparisons[index]?.levels.find((each) => each.level === level)
    if (level !== null && !(spec && learnt)) throw new Error(`The model has no level ${level} of ${id}`)
    if (!spec || !learnt) {
      evidence.push({
        comparison: id,
        label,
        level,
        levelLabel: nothingLabel,
        weight: 0,
        termWeight: 0,
        cumulative,
      })
      continue
    }
    const baseline = spec.termFeature === undefined ? undefined : model.termBaselines[spec.termFeature]
    const frequency = termFrequencies[id]
    const fromTerm = baseline === undefined || frequency === undefined ? 0 : termWeight(baseline, frequency)
    const weight = levelWeight(learnt) + fromTerm
    cumulative += weight
    const { m, u } = learnt
    evidence.push({
      comparison: id,
      label,
      level,
      levelLabel: spec.label,
      m,
      u,
      weight,
      termWeight: fromTerm,
      cumulative,
    })
  }
  return { evidence, weight: cumulative, probability: probabilityOf(cumulative) }
}
