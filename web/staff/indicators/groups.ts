import type { DutyArea } from '#notices'
import type { MetricWords } from './view.server.ts'

type Grouped = Pick<MetricWords, 'principle' | 'areas'>

/** Under what a metric stands in the list: the principles by themselves, every other under the area asked for, or its first. */
export function groupOf({ principle, areas }: Grouped, asked: DutyArea | undefined): DutyArea | 'principles' {
  if (principle) return 'principles'
  return asked ?? areas[0] ?? 'direction'
}

/** The lines of each group together, groups in the order in which their first metric is listed. */
export function byGroup<Line extends { metric: Grouped }>(
  lines: readonly Line[],
  asked: DutyArea | undefined,
): Line[] {
  const groups = Map.groupBy(lines, ({ metric }) => groupOf(metric, asked))
  return [...groups.values()].flat()
}
