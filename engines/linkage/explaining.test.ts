import { describe, expect, it } from 'vitest'
import { explainPair } from './explaining.ts'
import { assertUsable, type Model, UnusableModel } from './model.ts'
import { patternsOf } from './patterns.ts'
import { peopleSettings } from './people.ts'
import { patternWeights } from './scoring.ts'
import { settingsDigest } from './settings.ts'

const model: Model = {
  version: 1,
  trainedAt: '2026-11-23T00:00:00Z',
  settingsDigest: settingsDigest(peopleSettings),
  comparisons: peopleSettings.comparisons.map(({ id, levels }) => ({
    comparison: id,
    levels: levels.map((level, at) => ({
      level: level.id,
      m: 0.5 ** (at + 1),
      u: 0.5 ** (levels.length - at),
    })),
  })),
  prior: 2 ** -20,
  termBaselines: { folded: 2 ** -10, given: 2 ** -6, born_on: 2 ** -15, new_year: 2 ** -6 },
  sessions: [{ session: 'sameIdentity', pairs: 10, iterations: 5, converged: true }],
  iterations: 5,
  converged: true,
  pairsUsed: 10,
  randomPairs: 100,
  records: 100,
}
const levels = { name: 'written', birth: 'yearOnly', identity: null, residence: 'home', sex: 'differs' }

describe('the waterfall of a pair', () => {
  it('begins at the prior, takes each comparison in turn, and ends at the weight of the pattern', () => {
    const { evidence, weight, probability } = explainPair(peopleSettings, model, levels)
    expect(evidence.map(({ comparison }) => comparison)).toEqual([
      'prior',
      'name',
      'birth',
      'identity',
      'residence',
      'sex',
    ])
    expect(evidence[0]?.weight).toBeCloseTo(-20, 4)
    const { codeOf } = patternsOf(peopleSettings.comparisons)
    expect(weight).toBeCloseTo(patternWeights(peopleSettings.comparisons, model)[codeOf(levels)] as number, 9)
    expect(evidence.reduce((sum, each) => sum + each.weight, 0)).toBeCloseTo(weight, 9)
    expect(evidence.at(-1)?.cumulative).toBe(weight)
    expect(probability).toBeCloseTo(2 ** weight / (1 + 2 ** weight), 9)
  })

  it('adds bits for a rare name and takes them for a common one', () => {
    const [plain, rare, common] = [undefined, 2 ** -13, 2 ** -8].map((frequency) =>
      explainPair(peopleSettings, model, levels, frequency === undefined ? {} : { name: frequency }),
    )
    expect((rare?.weight ?? 0) - (plain?.weight ?? 0)).toBeCloseTo(3, 9)
    expect((common?.weight ?? 0) - (plain?.weight ?? 0)).toBeCloseTo(-2, 9)
    expect(rare?.evidence[1]?.termWeight).toBeCloseTo(3, 9)
  })

  it('says nothing where there was nothing to compare', () => {
    const { evidence } = explainPair(peopleSettings, model, levels)
    expect(evidence[3]).toMatchObject({ level: null, weight: 0, levelLabel: { vi: 'không có để so' } })
  })

  it('does not know a level of other settings', () => {
    expect(() => explainPair(peopleSettings, model, { ...levels, name: 'sounds' })).toThrow(
      'no level sounds of name',
    )
  })
})

describe('a model', () => {
  it('is refused when it only stopped', () => {
    const stopped = {
      ...model,
      converged: false,
      sessions: [{ session: 'all', pairs: 1, iterations: 200, converged: false }],
    }
    expect(() => assertUsable(stopped, peopleSettings)).toThrow(UnusableModel)
    expect(() => assertUsable(stopped, peopleSettings)).toThrow(/chưa hội tụ \(all\)/)
  })

  it('is refused under other comparisons, and not under other thresholds', () => {
    expect(() => assertUsable(model, { ...peopleSettings, linkWeight: 9, pairBudget: 1 })).not.toThrow()
    const fewer = { ...peopleSettings, comparisons: peopleSettings.comparisons.slice(1) }
    expect(() => assertUsable(model, fewer)).toThrow(/huấn luyện lại/)
  })
})
