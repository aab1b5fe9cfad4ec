import { findMetric, metrics } from './catalogue.ts'
import { type Counted, type MetricFamily, metricFamilies, metricsOfThings } from './publication-families.ts'
import { stepAlone, type ToldShare } from './publication-shares.ts'
import { suppress, withTotals } from './publication-suppression.ts'
import { figureOf } from './value.ts'

/**
 * A figure that is told, of a share of the province perhaps as a step, `null` where it is hidden, or `nobody` where there is
 * nobody to be a share of.
 */
export type ToldFigure = ToldShare | 'nobody'

/** A metric as everybody may read it: of the province, and of each place in the order of the places. */
export interface PublishedMetric {
  province: ToldFigure
  /** Left out where the metric is not told apart by commune, or told of communes as steps. */
  places?: ToldFigure[]
}

export interface PublishedMetrics {
  /** The communes, and `''` for those whose commune is not known. */
  places: string[]
  byKey: Record<string, PublishedMetric>
  /** By family one text a row, a letter a column: `1` is hidden. Kept, so that it stays hidden in later months. */
  hidden: Record<string, string[]>
}

/** What was counted of a metric by place; undefined where it was not measured that month. */
export type ReadCounts = (key: string, unit: string) => Counted | undefined

const province = 'province'

/**
 * Every metric of a month that families and lists of things know; what no family knows is not told. Each family is hidden
 * as one table with its totals, so that neither another metric nor a share, a sum or a month before gives a count away.
 */
export function tabulateMetrics(
  read: ReadCounts,
  { places, before }: { places: readonly string[]; before: PublishedMetrics | undefined },
): PublishedMetrics {
  const told: PublishedMetrics = { places: [...places], byKey: {}, hidden: {} }
  for (const family of metricFamilies) {
    if (family.reads.some((key) => !read(key, province))) continue
    const rows = isByCommune(family.reads) ? places : [province]
    const hidden = hideFamily(family, { read, rows, before })
    const texts = hidden.map((row) => row.map((isHidden) => (isHidden ? '1' : '0')).join(''))
    told.hidden[family.name] = texts
    const isAlone = rows[0] === province && Object.keys(family.tells).length === 1
    for (const [key, needs] of Object.entries(family.tells))
      if (read(key, province)) told.byKey[key] = tell(key, { read, rows, needs, hidden, isAlone })
  }
  for (const key of metricsOfThings)
    if (read(key, province)) {
      const rows = isByCommune([key]) ? places : [province]
      told.byKey[key] = tell(key, { read, rows, needs: [], hidden: [], isAlone: false })
    }
  return told
}

function isByCommune(keys: readonly string[]): boolean {
  return keys.every((key) => findMetric(key)?.by.includes('commune'))
}

const nobody: Counted = { part: 0, whole: 0 }

/** Which counts of a family are hidden. Counts that do not belong together, as of another day, are hidden whole. */
function hideFamily(
  family: MetricFamily,
  asked: { read: ReadCounts; rows: readonly string[]; before: PublishedMetrics | undefined },
): boolean[][] {
  const { read, rows, before } = asked
  const columnsOf = (unit: string) => family.columns(family.reads.map((key) => read(key, unit) ?? nobody))
  const counts = rows.map(columnsOf)
  const all = columnsOf(province)
  const sums = withTotals(counts).at(-1)
  if (counts.flat().some((count) => count < 0) || all.some((count, column) => count !== sums?.[column]))
    return Array.from({ length: rows.length + 1 }, () => Array<boolean>(all.length + 1).fill(true))
  return suppress({ counts, hiddenBefore: hiddenThen(family.name, { rows, before }) })
}

/** What the month before hid, at the places where it stands in this month’s table. */
function hiddenThen(
  name: string,
  { rows, before }: { rows: readonly string[]; before: PublishedMetrics | undefined },
): Set<string> {
  const texts = before?.hidden[name]
  // Where all was hidden for want of people, nothing was told that two months could be compared by.
  if (!before || !texts?.at(-1)?.endsWith('0')) return new Set()
  const isOfProvince = texts.length === 2 && rows.length === 1 && rows[0] === province
  const names = isOfProvince ? [province] : before.places
  const hidden = [...texts.entries()].flatMap(([at, text]) => {
    const row = at === texts.length - 1 ? rows.length : rows.indexOf(names[at] ?? '-')
    return row < 0 ? [] : [...text].flatMap((letter, column) => (letter === '1' ? [`${row}:${column}`] : []))
  })
  return new Set(hidden)
}

function tell(
  key: string,
  asked: {
    read: ReadCounts
    rows: readonly string[]
    needs: readonly number[]
    hidden: readonly (readonly boolean[])[]
    /** No commune, sum or other metric stands beside it. */
    isAlone: boolean
  },
): PublishedMetric {
  const { read, rows, needs, hidden, isAlone } = asked
  const metric = metrics.find((each) => each.key === key)
  const figure = (unit: string, row: number): ToldFigure => {
    if (!metric) return null
    const { part, whole } = read(key, unit) ?? nobody
    if (needs.some((column) => hidden[row]?.[column]))
      // Then its step tells no more than the step.
      return isAlone && metric.unit === 'percent' && whole > 0 ? stepAlone({ part, whole }) : null
    const hasWhole = metric.unit === 'percent' || metric.unit === 'days'
    return figureOf(metric, part, hasWhole ? whole : undefined) ?? 'nobody'
  }
  if (rows[0] === province) return { province: figure(province, 0) }
  return { province: figure(province, rows.length), places: rows.map(figure) }
}
