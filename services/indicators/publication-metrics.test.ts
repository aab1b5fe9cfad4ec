import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { metrics, principleKeys } from './catalogue.ts'
import { type Counted, metricFamilies, metricsOfThings } from './publication-families.ts'
import { type PublishedMetrics, type ReadCounts, tabulateMetrics } from './publication-metrics.ts'
import { isSmall, possibleMin } from './publication-suppression.ts'

const places = ['a', 'b']
const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)

/** What is measured where a family’s columns hold these people: each metric as its definition says. */
const measuredOf: Record<string, (columns: readonly number[]) => Record<string, Counted>> = {
  households: ([poor = 0, near = 0, other = 0]) => ({
    'poor-households': { part: poor, whole: 0 },
    'near-poor-households': { part: near, whole: 0 },
    'poverty-rate': { part: poor + near, whole: poor + near + other },
  }),
  children: ([small = 0, other = 0]) => ({
    'small-children': { part: small, whole: 0 },
    children: { part: small + other, whole: 0 },
  }),
  numbers: ([numbered = 0, not = 0]) => ({
    'unnumbered-people': { part: not, whole: 0 },
    'numbered-people': { part: numbered, whole: numbered + not },
  }),
  papers: ([checked = 0, seen = 0, gone = 0]) => ({
    'paper-checked': { part: checked, whole: checked + seen + gone },
    'paper-captured': { part: checked + seen, whole: checked + seen + gone },
  }),
  'missed-people': ([count = 0]) => ({
    'missed-people': { part: count, whole: 0 },
    'missed-amount': { part: count * 540_000, whole: 0 },
  }),
  'scans-read': ([read = 0, rest = 0]) => ({ 'scans-read': { part: read, whole: read + rest } }),
}

const widths: Record<string, number> = { households: 3, papers: 3, 'missed-people': 1 }

/** A family with its counts at both places; small enough that every other world can be tried. */
const worlds = fc.constantFrom(...Object.keys(measuredOf)).chain((name) => {
  const width = widths[name] ?? 2
  const count = fc.nat({ max: width === 3 ? 5 : 10 })
  const row = fc.array(count, { minLength: width, maxLength: width })
  return fc.record({ name: fc.constant(name), rows: fc.array(row, { minLength: 2, maxLength: 2 }) })
})

function readerOf(name: string, rows: readonly (readonly number[])[]): ReadCounts {
  const columns = rows[0]?.map((_, j) => sum(rows.map((row) => row[j] ?? 0))) ?? []
  const by = new Map([...places, 'province'].map((unit, i) => [unit, measuredOf[name]?.(rows[i] ?? columns)]))
  return (key, unit) => by.get(unit)?.[key]
}

/** What somebody knows who reads every figure that is told and knows of how many each share is. */
function knownFrom(told: PublishedMetrics, read: ReadCounts): string {
  const known = Object.entries(told.byKey).flatMap(([key, { province, places: own = [] }]) =>
    [...own, province].map((figure, at) => (figure === null ? null : read(key, places[at] ?? 'province'))),
  )
  return JSON.stringify(known)
}

/** Every way to share a number of people among so many cells. */
function* shared(total: number, cells: number): Generator<number[]> {
  if (cells === 1) yield [total]
  else
    for (let first = 0; first <= total; first++)
      for (const rest of shared(total - first, cells - 1)) yield [first, ...rest]
}

describe('metrics told by commune', () => {
  it('give no small count away: by every world that fits all that is told, five values stay possible', () => {
    fc.assert(
      fc.property(worlds, ({ name, rows }) => {
        const read = readerOf(name, rows)
        const told = tabulateMetrics(read, { places, before: undefined })
        if (told.hidden[name]?.at(-1)?.endsWith('1')) return
        const width = rows[0]?.length ?? 0
        const known = knownFrom(told, read)
        const found = rows.map((row) => row.map(() => new Set<number>()))
        for (const cells of shared(sum(rows.flat()), width * 2)) {
          const world = [cells.slice(0, width), cells.slice(width)]
          if (knownFrom(told, readerOf(name, world)) !== known) continue
          for (const [i, row] of world.entries())
            for (const [j, value] of row.entries()) found[i]?.[j]?.add(value)
        }
        for (const [i, row] of rows.entries())
          for (const [j, value] of row.entries())
            if (isSmall(value))
              expect(found[i]?.[j]?.size, JSON.stringify(told)).toBeGreaterThanOrEqual(possibleMin)
      }),
      { numRuns: 50 },
    )
  })

  it('are all told by one family or counted as things, but for the benefits and the principles', () => {
    const told = [...metricFamilies.flatMap(({ tells }) => Object.keys(tells)), ...metricsOfThings]
    const apart = ['recipients', 'monthly-amount', ...Object.values(principleKeys)]
    const counted = metrics.filter(({ counted }) => counted).map(({ key }) => key)
    expect([...told, ...apart].sort()).toEqual(counted.toSorted())
  })

  it('tell a share where its part, its rest and its whole may be told, and money where its people may', () => {
    const rows = [
      [40, 60, 900],
      [30, 50, 700],
    ]
    const { byKey } = tabulateMetrics(readerOf('households', rows), { places, before: undefined })
    expect(byKey['poverty-rate']).toEqual({ province: 10.2, places: [10, 10.3] })
    const missed = tabulateMetrics(readerOf('missed-people', [[2], [30]]), { places, before: undefined })
    expect(missed.byKey).toEqual({
      'missed-people': { province: 32, places: [null, null] },
      'missed-amount': { province: 17_280_000, places: [null, null] },
    })
  })

  it('tell a share that stands alone as a step where its decimal would tell of few', () => {
    const read = (part: number) =>
      tabulateMetrics((key) => (key === 'feedback-on-time' ? { part, whole: 40 } : undefined), {
        places,
        before: undefined,
      }).byKey['feedback-on-time']
    expect(read(30)).toEqual({ province: 75 })
    expect(read(38)).toEqual({ province: { from: 90, to: 100 } })
  })

  it('tell that there is nobody to be a share of, which is neither hidden nor zero', () => {
    const { byKey } = tabulateMetrics(
      readerOf('numbers', [
        [0, 0],
        [40, 60],
      ]),
      { places, before: undefined },
    )
    expect(byKey['numbered-people']?.places).toEqual(['nobody', 40])
  })

  it('stay hidden in later months where they were hidden, also when a commune came in between', () => {
    const first = tabulateMetrics(readerOf('missed-people', [[2], [30]]), { places, before: undefined })
    const read = readerOf('missed-people', [[20], [30]])
    const later = tabulateMetrics(
      (key, unit) =>
        unit === 'province' ? { part: 100, whole: 0 } : (read(key, unit) ?? { part: 50, whole: 0 }),
      {
        places: ['new', 'a', 'b'],
        before: first,
      },
    )
    expect(later.byKey['missed-people']?.places).toEqual([50, null, null])
  })

  it('are hidden whole where counts that belong together are of different days', () => {
    const read: ReadCounts = (key) => ({ part: key === 'children' ? 50 : 80, whole: 0 })
    const { byKey } = tabulateMetrics(read, { places, before: undefined })
    expect(byKey.children).toEqual({ province: null, places: [null, null] })
  })
})
