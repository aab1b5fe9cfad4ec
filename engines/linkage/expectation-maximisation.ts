import type { TrainingReport } from './model.ts'
import { patternsOf } from './patterns.ts'
import type { ComparisonSpec, LinkageSettings, TrainingSession } from './settings.ts'

/** For each comparison the probability of each level, in the order of the settings. */
export type Probabilities = number[][]

type EmSettings = Pick<LinkageSettings, 'comparisons' | 'iterationsMax' | 'tolerance' | 'smoothing'>

/**
 * The share of pairs on each level where there was something to compare. `smoothing` is added to every count, so that
 * a level never seen is unlikely and not impossible.
 */
export function levelShares(
  comparisons: readonly ComparisonSpec[],
  counts: ArrayLike<number>,
  smoothing: number,
): Probabilities {
  const { digit } = patternsOf(comparisons)
  const sums = comparisons.map(({ levels }) => levels.map(() => smoothing))
  for (let code = 0; code < counts.length; code++) {
    const count = counts[code] as number
    if (count === 0) continue
    for (const [comparison, row] of sums.entries()) {
      const place = digit(code, comparison)
      if (place > 0) row[place - 1] = (row[place - 1] as number) + count
    }
  }
  return sums.map(normalised)
}

/** The patterns of a session with their counts, each as the levels of its comparisons (−1: nothing to compare). */
interface Observed {
  levels: Int8Array[]
  counts: number[]
  total: number
}

export interface SessionResult extends TrainingReport {
  /** m of every comparison outside the session's own condition. */
  m: Map<string, number[]>
  /** The share of one-person pairs in the session. */
  share: number
}

/**
 * EM for one session (Fellegi and Sunter, JASA 64, 1969; Dempster, Laird and Rubin, JRSS B 39, 1977): u stays as it was
 * counted on random pairs, m and the share of one-person pairs move until none moves by more than the tolerance.
 * Stopping at the last iteration is not converging.
 */
export function trainSession(
  session: TrainingSession,
  counts: ArrayLike<number>,
  u: Probabilities,
  settings: EmSettings,
): SessionResult {
  const { comparisons, iterationsMax, tolerance, smoothing } = settings
  const free = comparisons.flatMap(({ id }, index) => (id in session.where ? [] : [index]))
  const observed = observe(session, counts, comparisons)
  let m = comparisons.map(({ levels }) => normalised(levels.map((_, index) => 2 ** (levels.length - index))))
  let share = 0.5
  let iterations = 0
  let moved = Number.POSITIVE_INFINITY
  while (moved > tolerance && iterations < iterationsMax && observed.total > 0) {
    const next = maximise(observed, { m, u, share, free, smoothing })
    moved = Math.max(Math.abs(next.share - share), furthest(free, m, next.m))
    m = next.m
    share = next.share
    iterations++
  }
  return {
    session: session.id,
    pairs: observed.total,
    iterations,
    converged: observed.total > 0 && moved <= tolerance,
    m: new Map(free.map((index) => [comparisons[index]?.id as string, m[index] as number[]])),
    share,
  }
}

function observe(
  { where }: TrainingSession,
  counts: ArrayLike<number>,
  comparisons: readonly ComparisonSpec[],
): Observed {
  const { digit } = patternsOf(comparisons)
  const allowed = comparisons.map(({ id, levels }) => {
    const names = where[id]
    return names && new Set(levels.flatMap((level, index) => (names.includes(level.id) ? [index] : [])))
  })
  const observed: Observed = { levels: [], counts: [], total: 0 }
  for (let code = 0; code < counts.length; code++) {
    const count = counts[code] as number
    if (count === 0) continue
    const levels = Int8Array.from(comparisons, (_, index) => digit(code, index) - 1)
    if (!allowed.every((set, index) => !set || set.has(levels[index] as number))) continue
    observed.levels.push(levels)
    observed.counts.push(count)
    observed.total += count
  }
  return observed
}

interface Parameters {
  m: Probabilities
  u: Probabilities
  share: number
  free: readonly number[]
  smoothing: number
}

function maximise(
  { levels, counts, total }: Observed,
  { m, u, share, free, smoothing }: Parameters,
): Pick<Parameters, 'm' | 'share'> {
  const sums = m.map((row) => row.map(() => smoothing))
  let matches = 0
  for (const [at, pattern] of levels.entries()) {
    let ofOne = share
    let ofTwo = 1 - share
    for (const index of free) {
      const level = pattern[index] as number
      if (level < 0) continue
      ofOne *= m[index]?.[level] as number
      ofTwo *= u[index]?.[level] as number
    }
    const expected = (ofOne / (ofOne + ofTwo)) * (counts[at] as number)
    matches += expected
    for (const index of free) {
      const level = pattern[index] as number
      const row = sums[index] as number[]
      if (level >= 0) row[level] = (row[level] as number) + expected
    }
  }
  return {
    m: m.map((row, index) => (free.includes(index) ? normalised(sums[index] as number[]) : row)),
    share: clamped(matches / total),
  }
}

/**
 * λ over all pairs of records: the share of one-person pairs among the blocked ones, by the m and u that were learnt, over
 * all pairs there are, until it moves by no more than the tolerance; and m as one last step over all of them has it. One
 * step and not more: names and births are not weighed by their frequency here, and EM would slowly learn namesakes as
 * one person. Pairs that no rule finds count as two people's.
 */
export function estimatePrior(
  counts: ArrayLike<number>,
  { m, u }: { m: Probabilities; u: Probabilities },
  { comparisons, iterationsMax, tolerance, smoothing }: EmSettings,
  records: number,
): { prior: number; m: Probabilities; iterations: number; converged: boolean } {
  const free = comparisons.map((_, index) => index)
  const observed = observe({ id: 'all', where: {}, estimates: [] }, counts, comparisons)
  const allPairs = Math.max((records * (records - 1)) / 2, 1)
  let prior = clamped(1 / Math.max(records, 2))
  for (let iterations = 1; iterations <= iterationsMax; iterations++) {
    const next = maximise(observed, { m, u, share: prior, free, smoothing })
    const before = prior
    prior = clamped((next.share * observed.total) / allPairs)
    if (Math.abs(prior - before) <= tolerance * prior)
      return { prior, m: next.m, iterations, converged: observed.total > 0 }
  }
  return { prior, m, iterations: iterationsMax, converged: false }
}

/** How far the probabilities of these comparisons moved at most. */
function furthest(of: readonly number[], before: Probabilities, after: Probabilities): number {
  return Math.max(
    0,
    ...of.flatMap((index) =>
      (after[index] as number[]).map((value, level) => Math.abs(value - (before[index]?.[level] as number))),
    ),
  )
}

function normalised(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return counts.map((count) => count / total)
}

/** Never 0 or 1, from which no evidence leads back. */
function clamped(probability: number): number {
  return Math.min(Math.max(probability, 1e-15), 1 - 1e-9)
}
