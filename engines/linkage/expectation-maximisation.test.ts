import { describe, expect, it } from 'vitest'
import { estimatePrior, levelShares, trainSession } from './expectation-maximisation.ts'
import { patternsOf } from './patterns.ts'
import type { ComparisonSpec } from './settings.ts'

const label = { vi: '', en: '' }
const levelsOf = (...ids: string[]) => ids.map((id) => ({ id, label }))
const comparisons: ComparisonSpec[] = [
  { id: 'name', label, levels: levelsOf('equal', 'near', 'differs') },
  { id: 'birth', label, levels: levelsOf('equal', 'differs') },
  { id: 'place', label, levels: levelsOf('equal', 'near', 'differs') },
  { id: 'identity', label, levels: levelsOf('equal', 'differs') },
]
const planted = {
  m: [
    [0.85, 0.1, 0.05],
    [0.9, 0.1],
    [0.7, 0.2, 0.1],
    [0.95, 0.05],
  ],
  u: [
    [0.01, 0.04, 0.95],
    [0.02, 0.98],
    [0.1, 0.2, 0.7],
    [0.001, 0.999],
  ],
}
const settings = { comparisons, iterationsMax: 500, tolerance: 1e-7, smoothing: 0.01 }
const sameIdentity = { id: 'sameIdentity', where: { identity: ['equal'] }, estimates: [] }

/** The counts that a given share of one-person pairs would have on every pattern. */
function countsOf(share: number, pairs: number): Float64Array {
  const { count, digit } = patternsOf(comparisons)
  return Float64Array.from({ length: count }, (_, code) => {
    const places = comparisons.map((_spec, index) => digit(code, index) - 1)
    if (places.some((place) => place < 0)) return 0
    const chance = (of: number[][]) =>
      places.reduce((product, place, index) => product * (of[index]?.[place] as number), 1)
    return pairs * (share * chance(planted.m) + (1 - share) * chance(planted.u))
  })
}

function differences(found: number[][], real: number[][]): number {
  return Math.max(
    ...found.flatMap((row, at) => row.map((value, level) => Math.abs(value - (real[at]?.[level] as number)))),
  )
}

describe('expectation–maximisation', () => {
  it('finds the m that was planted, from pairs chosen by another comparison', () => {
    const result = trainSession(sameIdentity, countsOf(0.3, 1e6), planted.u, settings)
    const learnt = ['name', 'birth', 'place'].map((id) => result.m.get(id) as number[])
    expect(differences(learnt, planted.m.slice(0, 3))).toBeLessThan(1e-3)
    expect(result).toMatchObject({ session: 'sameIdentity', converged: true })
    expect(result.share).toBeCloseTo((0.3 * 0.95) / (0.3 * 0.95 + 0.7 * 0.001), 4)
    expect(result.m.has('identity')).toBe(false)
  })

  it('finds λ over all pairs of records, those that were not blocked among them', () => {
    const records = 20_001
    const all = estimatePrior(countsOf(1e-3, 5e7), planted, settings, records)
    expect(all.converged).toBe(true)
    expect(all.prior).toBeLessThan(1e-3)
    const blockedAll = estimatePrior(countsOf(1e-3, 5e7), planted, settings, 10_001)
    expect(blockedAll.prior).toBeCloseTo(1e-3, 5)
  })

  it('counts u from random pairs', () => {
    expect(differences(levelShares(comparisons, countsOf(0, 1e8), 0), planted.u)).toBeLessThan(1e-9)
  })

  it('has not converged when the iterations ran out', () => {
    const counts = countsOf(0.3, 1e6)
    const cut = trainSession(sameIdentity, counts, planted.u, { ...settings, iterationsMax: 1 })
    expect(cut).toMatchObject({ iterations: 1, converged: false })
    expect(estimatePrior(counts, planted, { ...settings, iterationsMax: 1 }, 5_000).converged).toBe(false)
  })

  it('has not converged when there was nothing to learn from', () => {
    const nobody = new Float64Array(patternsOf(comparisons).count)
    expect(trainSession(sameIdentity, nobody, planted.u, settings)).toMatchObject({
      pairs: 0,
      converged: false,
    })
  })

  it('leaves a level that was never seen unlikely, and not impossible', () => {
    const { codeOf, count } = patternsOf(comparisons)
    const counts = new Float64Array(count)
    counts[codeOf({ name: 'equal', birth: 'equal', place: 'equal', identity: 'equal' })] = 1_000
    const { m } = trainSession(sameIdentity, counts, planted.u, { ...settings, smoothing: 0.1 })
    const unseen = m.get('name')?.[2] as number
    expect(unseen).toBeGreaterThan(0)
    expect(unseen).toBeLessThan(0.001)
  })
})
