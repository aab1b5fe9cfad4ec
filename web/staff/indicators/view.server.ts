import { addDays, type LocalDate } from '#calendar'
import {
  type Comparison,
  compare,
  getMetric,
  listMetricsOf,
  listReported,
  listReportedKeys,
  listTargets,
  type Measurement,
  type Metric,
  measure,
  measureByCommune,
  measureBySplit,
  measureMany,
  measureOverTime,
  metrics,
  paceOfMetric,
  principleKeys,
  reachOf,
} from '#indicators'
import { type DutyArea, dutyAreaNames } from '#notices'
import type { Transaction } from '#platform/database'
import type { Text } from '#rules'

/** What a page shows of a metric whatever its figures: plain words, no statement. */
export type MetricWords = Pick<
  Metric,
  | 'key'
  | 'name'
  | 'definition'
  | 'unit'
  | 'better'
  | 'isSize'
  | 'areas'
  | 'source'
  | 'thresholds'
  | 'missing'
  | 'by'
  | 'principle'
>

function wordsOf(metric: Metric): MetricWords {
  const { key, name, definition, unit, better, areas, source, thresholds, missing, by } = metric
  return {
    ...{ key, name, definition, unit, better, areas, source, by },
    ...(thresholds ? { thresholds } : {}),
    ...(missing ? { missing } : {}),
    ...(metric.principle ? { principle: metric.principle } : {}),
    ...(metric.isSize ? { isSize: true as const } : {}),
  }
}

/** A line of the list of metrics. */
export interface MetricLine {
  metric: MetricWords
  measured: Measurement | undefined
  /** The figure less that of about a month before. */
  change: number | undefined
  /** What somebody reports, where nothing is measured. */
  reported: { value: number; on: LocalDate } | undefined
}

const monthDays = 30

/** Every metric, or those of an area, with its figure of a unit on a day and how it moved. */
export async function readLines(
  transaction: Transaction,
  { area, unitUid, on }: { area?: DutyArea | undefined; unitUid: string; on: LocalDate },
): Promise<MetricLine[]> {
  const listed = area ? listMetricsOf(area) : metrics
  const keys = listed.map(({ key }) => key)
  const now = await measureMany(transaction, { keys, unitUid, on })
  const before = await measureMany(transaction, { keys, unitUid, on: addDays(on, -monthDays) })
  const reportedKeys = await listReportedKeys(transaction, unitUid)
  const lines: MetricLine[] = []
  for (const metric of listed) {
    const measured = now.get(metric.key)
    const earlier = before.get(metric.key)?.value
    const { reported } =
      measured || !reportedKeys.has(metric.key)
        ? { reported: undefined }
        : await compare(transaction, { key: metric.key, unitUid, on })
    lines.push({
      metric: wordsOf(metric),
      measured,
      change:
        measured?.value === undefined || earlier === undefined
          ? undefined
          : Math.round((measured.value - earlier) * 10) / 10,
      reported: reported && { value: reported.value, on: reported.on },
    })
  }
  return lines
}

/** The three principles of an area of duty: of a unit, and of each commune. */
export async function readPrinciplesOf(
  transaction: Transaction,
  { area, unitUid, on }: { area: DutyArea | undefined; unitUid: string; on: LocalDate },
) {
  const reach = area === undefined ? 'all' : reachOf(area)
  const of = reach === 'area' && area ? { area } : {}
  const isReached = reach !== 'none'
  const keys = Object.values(principleKeys)
  const read = async (key: string) => ({
    metric: wordsOf(getMetric(key)),
    lists: listsOf(getMetric(key), unitUid),
    measured: isReached ? await measure(transaction, { key, unitUid, on, ...of }) : undefined,
    communes: isReached ? await measureByCommune(transaction, { key, on, ...of }) : [],
  })
  const [right, full, onTime] = [
    await read(keys[0] ?? ''),
    await read(keys[1] ?? ''),
    await read(keys[2] ?? ''),
  ]
  return { reach, right, full, onTime }
}

/** The lists behind a figure, of a commune when one is looked at. */
function listsOf({ lists }: Pick<Metric, 'lists'>, unitUid: string): { name: Text; path: string }[] {
  const commune = unitUid === 'province' ? undefined : unitUid
  return lists.map(({ name, path }) => ({ name, path: path(commune) }))
}

const monthsShown = 400

/** Everything of one metric, as page, sheet and programs are given it: one reading, so that they cannot differ. */
export async function readMetric(
  transaction: Transaction,
  { key, unitUid, on }: { key: string; unitUid: string; on: LocalDate },
) {
  const metric = getMetric(key)
  const comparison: Comparison = await compare(transaction, { key, unitUid, on })
  const split = (by: 'benefit' | 'area') =>
    metric.by.includes(by) ? measureBySplit(transaction, { key, by, unitUid, on }) : []
  return {
    metric: wordsOf(metric),
    lists: listsOf(metric, unitUid),
    ...comparison,
    communes: metric.by.includes('commune') ? await measureByCommune(transaction, { key, on }) : [],
    benefits: await split('benefit'),
    areas: (await split('area')).map((each) => ({ ...each, name: areaName(each.of) })),
    series: await measureOverTime(transaction, { key, unitUid, from: addDays(on, -monthsShown), to: on }),
    reports: await readReports(transaction, { key, unitUid }),
    targets: await readTargets(transaction, { key, unitUid, on }),
  }
}

export type MetricView = Awaited<ReturnType<typeof readMetric>>

function areaName(area: string): Text {
  return dutyAreaNames[area as DutyArea] ?? { vi: area, en: area }
}

async function readReports(transaction: Transaction, { key, unitUid }: { key: string; unitUid: string }) {
  const reports = await listReported(transaction, { key, unitUid })
  return Promise.all(
    reports.map(async (report) => {
      const beside = report.isReplaced
        ? undefined
        : await compare(transaction, { key, unitUid, on: report.on })
      return {
        ...report,
        measured: beside?.measuredThen?.value,
        difference: beside?.difference,
        diverges: beside?.diverges ?? false,
      }
    }),
  )
}

async function readTargets(
  transaction: Transaction,
  { key, unitUid, on }: { key: string; unitUid: string; on: LocalDate },
) {
  const targets = await listTargets(transaction, { key, unitUid })
  return Promise.all(
    targets.map(async ({ id, baseline, goal, document }) => ({
      id,
      baseline,
      goal,
      document,
      pace: await paceOfMetric(transaction, { key, unitUid, baseline, goal, today: on }),
    })),
  )
}
