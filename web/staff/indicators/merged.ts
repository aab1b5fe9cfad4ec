import type { CommuneMeasurement } from '#indicators'

/** A commune's three principles in per cent; undefined where there is nobody to count or nothing was measured. */
export interface CommunePrinciples {
  unitUid: string
  name: string
  right: number | undefined
  full: number | undefined
  onTime: number | undefined
}

type Of = 'right' | 'full' | 'onTime'

/**
 * The three measurements of every commune in one row. By value the commune with the lowest of its three comes first, and
 * those of which nothing is known last.
 */
export function mergedByCommune(
  of: Record<Of, readonly Pick<CommuneMeasurement, 'unitUid' | 'name' | 'value'>[]>,
  order: 'name' | 'value',
): CommunePrinciples[] {
  const rows = new Map<string, CommunePrinciples>()
  for (const principle of ['right', 'full', 'onTime'] as const)
    for (const { unitUid, name, value } of of[principle]) {
      const row = rows.get(unitUid) ?? { unitUid, name, right: undefined, full: undefined, onTime: undefined }
      rows.set(unitUid, { ...row, [principle]: value })
    }
  const plain = ({ name }: CommunePrinciples) => name.replace(/^(Xã|Phường) /, '')
  const byName = (one: CommunePrinciples, other: CommunePrinciples) =>
    plain(one).localeCompare(plain(other), 'vi')
  if (order === 'name') return [...rows.values()].sort(byName)
  return [...rows.values()].sort((one, other) => worstOf(one) - worstOf(other) || byName(one, other))
}

function worstOf({ right, full, onTime }: CommunePrinciples): number {
  return Math.min(...[right, full, onTime].map((value) => value ?? 101))
}
