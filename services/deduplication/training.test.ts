import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type ComparisonSpec,
  type LinkageSettings,
  numberFeatures,
  type PatternCounts,
  patternsOf,
  peopleSettings,
  recordFeatures,
  settingsDigest,
  type TrainingSession,
  textsOf,
} from '#linkage'
import { type Duckdb, openDuckdb } from '#platform/duckdb'
import { trainModel } from './training.ts'

let duckdb: Duckdb
beforeAll(async () => {
  duckdb = await openDuckdb({ threads: 2, memoryLimitMb: 512 })
})
afterAll(() => duckdb.close())

const label = { vi: '', en: '' }
const levelsOf = (...ids: string[]) => ids.map((id) => ({ id, label }))
const comparisons: ComparisonSpec[] = [
  { id: 'name', label, levels: levelsOf('equal', 'near', 'differs') },
  { id: 'birth', label, levels: levelsOf('equal', 'differs') },
  { id: 'place', label, levels: levelsOf('equal', 'near', 'differs') },
  { id: 'identity', label, levels: levelsOf('equal', 'differs') },
  { id: 'photograph', label, levels: levelsOf('equal', 'differs') },
]
const planted = {
  m: [
    [0.85, 0.1, 0.05],
    [0.9, 0.1],
    [0.7, 0.2, 0.1],
    [0.95, 0.05],
    [0.5, 0.5],
  ],
  u: [
    [0.01, 0.04, 0.95],
    [0.02, 0.98],
    [0.1, 0.2, 0.7],
    [0.001, 0.999],
    // No two people have one photograph: leaving out those who do changes nothing of u.
    [0, 1],
  ],
}
const samePhotograph = {
  id: 'samePhotograph',
  where: { photograph: ['equal'] },
  estimates: ['name', 'birth', 'place', 'identity'],
}
const sameNameAndBirth = {
  id: 'sameNameAndBirth',
  where: { name: ['equal'], birth: ['equal'] },
  estimates: ['photograph'],
}
const settings: LinkageSettings = {
  ...peopleSettings,
  comparisons,
  trainingSessions: [samePhotograph, sameNameAndBirth],
  iterationsMax: 500,
  tolerance: 1e-7,
  smoothing: 0.01,
}
const all = comparisons.map((_, index) => index)
const { count, digit, codeOf } = patternsOf(comparisons)

function pairsOf(counts: Float64Array): PatternCounts {
  return { counts, pairs: counts.reduce((sum, each) => sum + each, 0) }
}

/** The counts that a given share of one-person pairs would have on every pattern. */
function countsOf(share: number, pairs: number): Float64Array {
  return Float64Array.from({ length: count }, (_, code) => {
    const places = comparisons.map((_spec, index) => digit(code, index) - 1)
    if (places.some((place) => place < 0)) return 0
    const chance = (of: number[][]) =>
      places.reduce((product, place, index) => product * (of[index]?.[place] as number), 1)
    return pairs * (share * chance(planted.m) + (1 - share) * chance(planted.u))
  })
}

/** Random pairs in which u is as planted, but for those that a session takes for one person. */
function randomCounts(): Float64Array {
  const counts = new Float64Array(count)
  for (const [index, { id, levels }] of comparisons.entries())
    for (const [place, level] of levels.entries())
      counts[codeOf({ [id]: level.id })] = 1e8 * (planted.u[index]?.[place] as number)
  return counts
}

const nothing = textsOf([])
function train(blocked: Float64Array, { random = randomCounts(), records = 20_001, ...more }: Trained = {}) {
  const features = recordFeatures(
    Float64Array.from({ length: records }, (_, id) => id),
    new Map(),
    nothing,
  )
  return trainModel(duckdb, {
    features,
    blocked: pairsOf(blocked),
    random: pairsOf(random),
    settings: { ...settings, ...more },
    trainedAt: '2026-11-23T00:00:00Z',
  })
}
type Trained = Partial<LinkageSettings> & { random?: Float64Array; records?: number }

function differences(found: readonly (readonly number[])[], real: readonly (readonly number[])[]): number {
  return Math.max(
    ...found.flatMap((row, at) => row.map((value, level) => Math.abs(value - (real[at]?.[level] as number)))),
  )
}
function learnt(model: Awaited<ReturnType<typeof train>>, what: 'm' | 'u') {
  return model.comparisons.map(({ levels }) => levels.map((level) => level[what]))
}

describe('expectation–maximisation in SQL', () => {
  it('finds the m that was planted, from pairs chosen by another comparison', async () => {
    const records = Math.round(Math.sqrt(2e6))
    const model = await train(countsOf(0.3, (records * (records - 1)) / 2), { records })
    expect(model.converged).toBe(true)
    expect(differences(learnt(model, 'm'), planted.m)).toBeLessThan(1e-3)
    expect(model.prior).toBeCloseTo(0.3, 3)
  })

  it('counts u from random pairs', async () => {
    const model = await train(countsOf(0.3, 1e6), { smoothing: 1e-9 })
    expect(differences(learnt(model, 'u'), planted.u)).toBeLessThan(1e-9)
  })

  it('leaves out random pairs that a session takes for one person', async () => {
    const random = randomCounts()
    random[codeOf({ photograph: 'equal' })] = 1e7
    const model = await train(countsOf(0.3, 1e6), { random })
    expect(learnt(model, 'u').at(-1)?.[0]).toBeLessThan(1e-9)
  })

  it('finds λ over all pairs of records, those that were not blocked among them', async () => {
    const blockedAll = await train(countsOf(1e-3, 5e7), { records: 10_001 })
    expect(blockedAll.prior).toBeCloseTo(1e-3, 5)
    const quarter = await train(countsOf(1e-3, 5e7), { records: 20_001 })
    expect(quarter.prior).toBeLessThan(0.3e-3)
  })

  it('has not converged when the iterations ran out, and says in which session', async () => {
    const model = await train(countsOf(0.3, 1e6), { iterationsMax: 1 })
    expect(model.converged).toBe(false)
    expect(model.sessions[0]).toMatchObject({ session: 'samePhotograph', iterations: 1, converged: false })
    expect(model.sessions.at(-1)).toMatchObject({ session: 'all', converged: false })
  })

  it('has not converged when there was nothing to learn from', async () => {
    const model = await train(new Float64Array(count))
    expect(model.converged).toBe(false)
    expect(model.sessions[0]).toEqual({
      session: 'samePhotograph',
      pairs: 0,
      iterations: 0,
      converged: false,
    })
  })

  it('leaves a level that was never seen unlikely, and not impossible', async () => {
    const counts = new Float64Array(count)
    counts[
      codeOf({ name: 'equal', birth: 'equal', place: 'equal', identity: 'equal', photograph: 'equal' })
    ] = 1_000
    const unseen = learnt(await train(counts, { smoothing: 0.1 }), 'm')[0]?.[2]
    expect(unseen).toBeGreaterThan(0)
    expect(unseen).toBeLessThan(0.001)
  })

  it('refuses settings in which no session estimates a comparison', async () => {
    await expect(train(countsOf(0.3, 1e6), { trainingSessions: [samePhotograph] })).rejects.toThrow(
      'No training session estimates photograph',
    )
  })

  it('leaves no table behind', async () => {
    await train(countsOf(0.3, 1e6))
    expect(await duckdb.rows('select table_name from duckdb_tables()')).toEqual([])
  })

  it('comes to what the arithmetic of the paper comes to, step by step, on any counts', async () => {
    const anyCounts = fc.array(fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.nat(9_000)), {
      minLength: count,
      maxLength: count,
    })
    for (const [first, second] of fc.sample(fc.tuple(anyCounts, anyCounts), { numRuns: 6, seed: 3 })) {
      const [blocked, random] = [Float64Array.from(first), Float64Array.from(second)]
      const model = await train(blocked, { random, tolerance: 1e-4 })
      const expected = byArithmetic(blocked, learnt(model, 'u'), 20_001)
      expect(model.sessions.map(({ iterations }) => iterations)).toEqual(expected.iterations)
      expect(differences(learnt(model, 'm'), expected.m)).toBeLessThan(1e-9)
      expect(model.prior / expected.prior).toBeCloseTo(1, 9)
    }
  })
})

type Chances = number[][]
interface Step {
  m: Chances
  u: Chances
  share: number
  free: readonly number[]
  isChosen: (code: number) => boolean
}

/** The same training worked out number by number, u given. */
function byArithmetic(counts: Float64Array, u: Chances, records: number) {
  const sessions = settings.trainingSessions.map((session) => ({ session, ...sessionOf(session, counts, u) }))
  const m = comparisons.map(
    ({ id }, index) => sessions.find(({ session }) => session.estimates.includes(id))?.m[index] as number[],
  )
  let prior = 1 / records
  for (let iterations = 1; ; iterations++) {
    const next = step(counts, { m, u, share: prior, free: all, isChosen: () => true })
    const before = prior
    prior = clamped((next.share * next.pairs) / ((records * (records - 1)) / 2))
    if (Math.abs(prior - before) > 1e-4 * prior) continue
    const means = m.map((row, index) => row.map((value, at) => (value + (next.m[index]?.[at] as number)) / 2))
    return { m: means, prior, iterations: [...sessions.map((each) => each.iterations), iterations] }
  }
}

function sessionOf({ where }: TrainingSession, counts: Float64Array, u: Chances) {
  const indexOf = (id: string) => comparisons.findIndex((each) => each.id === id)
  const free = all.filter((index) => !((comparisons[index]?.id as string) in where))
  const isChosen = (code: number) =>
    Object.entries(where).every(([id, wanted]) =>
      wanted.includes(comparisons[indexOf(id)]?.levels[digit(code, indexOf(id)) - 1]?.id ?? ''),
    )
  let m = comparisons.map(({ levels }) => normalised(levels.map((_, at) => 2 ** (levels.length - at))))
  let share = 0.5
  for (let iterations = 1; ; iterations++) {
    const next = step(counts, { m, u, share, free, isChosen })
    const moved = Math.max(Math.abs(next.share - share), differences(next.m, m))
    m = next.m
    share = next.share
    if (moved <= 1e-4 || iterations === settings.iterationsMax) return { m, iterations }
  }
}

function step(counts: Float64Array, { m, u, share, free, isChosen }: Step) {
  const sums = comparisons.map(({ levels }) => levels.map(() => settings.smoothing))
  let [ones, pairs] = [0, 0]
  for (const [code, seen] of counts.entries()) {
    if (seen === 0 || !isChosen(code)) continue
    const chance = (by: Chances) =>
      free.reduce((product, index) => product * (by[index]?.[digit(code, index) - 1] ?? 1), 1)
    const [one, two] = [share * chance(m), (1 - share) * chance(u)]
    const expected = (seen * one) / (one + two)
    ones += expected
    pairs += seen
    for (const index of free) {
      const [row, place] = [sums[index] as number[], digit(code, index)]
      if (place > 0) row[place - 1] = (row[place - 1] as number) + expected
    }
  }
  const moved = m.map((row, index) => (free.includes(index) ? normalised(sums[index] as number[]) : row))
  return { m: moved, share: clamped(ones / pairs), pairs }
}

function clamped(probability: number): number {
  return Math.min(Math.max(probability, 1e-15), 1 - 1e-9)
}

function normalised(row: readonly number[]): number[] {
  const total = row.reduce((sum, each) => sum + each, 0)
  return row.map((each) => each / total)
}

/** So many pairs of each pattern as one formula says: many that agree in much, many that agree in nothing. */
function countsBy(frequency: (agreements: number) => number): PatternCounts {
  const people = patternsOf(peopleSettings.comparisons)
  return pairsOf(
    Float64Array.from({ length: people.count }, (_, code) => {
      const first = peopleSettings.comparisons.filter((_, index) => people.digit(code, index) === 1).length
      return Math.round(frequency(first) * (1 + (code % 7)))
    }),
  )
}

const features = recordFeatures(
  Float64Array.from({ length: 50 }, (_, record) => record),
  new Map(
    numberFeatures.map((name, at) => [
      name,
      Int32Array.from({ length: 50 }, (_, record) => (record * (at + 1)) % 11),
    ]),
  ),
  textsOf(Array.from({ length: 11 }, (_, index) => `ten ${index}`)),
)

/** What training makes of it, in figures that any change of its arithmetic moves. */
async function trained() {
  const model = await trainModel(duckdb, {
    features,
    blocked: countsBy((agreements) => 10 ** agreements),
    random: countsBy((agreements) => 10 ** (4 - agreements)),
    settings: peopleSettings,
    trainedAt: '2026-11-23T00:00:00Z',
  })
  const sums = model.comparisons.map(({ levels }) =>
    levels.reduce((sum, { m, u }, level) => sum + (level + 1) * (m + u), 0).toFixed(6),
  )
  return { digest: settingsDigest(peopleSettings), sums, iterations: model.iterations }
}

it('comes to the figures of its version: when it does not, raise trainingVersion, then "npm run ship-model"', async () => {
  expect(await trained()).toEqual({
    digest: 'a99d6b1ee3806720',
    sums: ['8.318522', '6.639129', '4.892884', '4.334931', '2.994479'],
    iterations: 36,
  })
})
