/** What a commune measures; undefined where nothing was measured, never zero. */
export interface CommuneValue {
  unitUid: string
  value: number | undefined
  /** What is said of this commune where it has no number; left out: what the map says of all. */
  missing?: string
  /** What stands behind the number, as `11 trong 19`. */
  detail?: string
  /** Where the commune leads: its own page, or the list behind the number. */
  href?: string
}

export type Better = 'higher' | 'lower'

/** One of the classes of a map, from the lowest numbers up: `from` is in it, `to` no longer. */
export interface MapClass {
  from: number | undefined
  to: number | undefined
  /** The class of the drawing: `kx` is the worst and hatched, `k4` the best; `k0` the least where nothing is worst. */
  mark: 'kx' | 'k0' | 'k1' | 'k2' | 'k3' | 'k4'
  count: number
}

const greens = ['k1', 'k2', 'k3', 'k4'] as const

/**
 * Five classes: by `cuts` (four ascending numbers) where a metric has its own, else of a fifth of the communes each.
 * Equal numbers never fall apart, so that fewer differences give fewer classes. Of a plain count, of which more is neither
 * right nor wrong, nothing is hatched.
 */
export function classesOf(
  values: readonly Pick<CommuneValue, 'value'>[],
  {
    better,
    cuts,
    isPlain = false,
  }: { better: Better; cuts?: readonly number[] | undefined; isPlain?: boolean | undefined },
): MapClass[] {
  const measured = values.flatMap(({ value }) => (value === undefined ? [] : [value])).sort((a, b) => a - b)
  const edges = cuts ?? fifthsOf(measured)
  const ranges = [undefined, ...edges].map((from, index) => ({ from, to: edges[index] }))
  const marks = marksFor(ranges.length, isPlain)
  if (better === 'lower') marks.reverse()
  return ranges.map((range, index) => ({
    ...range,
    mark: marks[index] ?? 'k4',
    count: measured.filter((value) => isWithin(value, range)).length,
  }))
}

/** The class a number falls into. */
export function classFor(classes: readonly MapClass[], value: number): MapClass | undefined {
  return classes.find((each) => isWithin(value, each))
}

function isWithin(value: number, { from, to }: Pick<MapClass, 'from' | 'to'>): boolean {
  return (from === undefined || value >= from) && (to === undefined || value < to)
}

/** Where a fifth ends, to one decimal, so that the legend says what was done; never below the smallest number. */
function fifthsOf(sorted: readonly number[]): number[] {
  const [smallest] = sorted
  if (smallest === undefined) return []
  const edges = [1, 2, 3, 4].map((fifth) => {
    const edge = sorted[Math.ceil((sorted.length * fifth) / 5)] ?? smallest
    return Math.round(edge * 10) / 10
  })
  return [...new Set(edges)].filter((edge) => edge > smallest && edge <= (sorted.at(-1) ?? smallest))
}

/** The worst is hatched; the others take the greens from the best down. A single class has no worst. */
function marksFor(count: number, isPlain: boolean): MapClass['mark'][] {
  return count === 1 ? ['k3'] : [isPlain ? 'k0' : 'kx', ...greens.slice(greens.length - count + 1)]
}
