import type { LocalDate } from '#calendar'
import { compare, listReportedKeys, type MetricUnit, metrics } from '#indicators'
import type { Transaction } from '#platform/database'
import type { Text } from '#rules'

/** A figure of the province that somebody reported and the system measures otherwise. */
export interface ComparedFigure {
  metric: string
  name: Text
  unit: MetricUnit
  reported: number
  reportedOn: LocalDate
  measured: number
  /** Reported less measured. */
  difference: number
}

/** The figures of the province that lie further apart than counting on another day explains. */
export async function readComparedFigures(
  transaction: Transaction,
  on: LocalDate,
): Promise<ComparedFigure[]> {
  const found: ComparedFigure[] = []
  const reportedKeys = await listReportedKeys(transaction)
  for (const { key, name, unit } of metrics) {
    if (!reportedKeys.has(key)) continue
    const { reported, measuredThen, difference, diverges } = await compare(transaction, { key, on })
    if (!diverges || !reported || measuredThen?.value === undefined || difference === undefined) continue
    const { value: measured } = measuredThen
    found.push({
      metric: key,
      name,
      unit,
      reported: reported.value,
      reportedOn: reported.on,
      measured,
      difference,
    })
  }
  return found
}
