import type { LocalDate } from '#calendar'
import { measureByCommune } from '#indicators'
import type { Transaction } from '#platform/database'

/** The metrics whose people and dossiers are not right: what is missed, undue or late. */
const wrongMetrics = ['missed-people', 'undue-people', 'late-applications'] as const

/** What is wrong in a commune, by metric and in all. */
export interface CommuneFigure {
  unitUid: string
  name: string
  counts: Record<(typeof wrongMetrics)[number], number>
  total: number
}

/** The communes with the most that is not right on a day, the worst first; those with nothing are left out. */
export async function listWorstCommunes(
  transaction: Transaction,
  { on, limit }: { on: LocalDate; limit: number },
): Promise<CommuneFigure[]> {
  const communes = new Map<string, CommuneFigure>()
  for (const key of wrongMetrics)
    for (const { unitUid, name, value = 0 } of await measureByCommune(transaction, { key, on })) {
      const counts = { 'missed-people': 0, 'undue-people': 0, 'late-applications': 0 }
      const commune = communes.get(unitUid) ?? { unitUid, name, counts, total: 0 }
      commune.counts[key] = value
      commune.total += value
      communes.set(unitUid, commune)
    }
  return [...communes.values()]
    .filter(({ total }) => total > 0)
    .sort((one, other) => other.total - one.total || one.name.localeCompare(other.name, 'vi'))
    .slice(0, limit)
}
