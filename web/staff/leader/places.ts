import type { FindingKind } from '#findings'
import type { PrincipleFigure } from '#jobs/weekly-briefing'
import type { TaskState } from '#law/task-monitoring'

/** Where the tasks of directives stand, as far as the officer sees them. */
export function tasksPath({ state, lead }: { state: TaskState; lead?: string }): string {
  const params = new URLSearchParams({ 'trang-thai': state, ...(lead ? { 'co-quan': lead } : {}) })
  return `/can-bo/chi-dao/nhiem-vu?${params}`
}

export function directivePath(id: number): string {
  return `/can-bo/chi-dao/${id}`
}

export function taskPath(id: number): string {
  return `/can-bo/chi-dao/nhiem-vu/${id}`
}

/** The open findings of a kind in a commune. */
export function findingsPath(kind: FindingKind, unitUid: string): string {
  return `/can-bo?${new URLSearchParams({ loai: kind, xa: unitUid })}`
}

const metricOf = { right: 'right-person', full: 'full-entitlement', onTime: 'on-time' } as const

/** A principle over time, by commune, and the lists behind it. */
export function principlePath(name: PrincipleFigure['name'], unitUid: string | undefined): string {
  const path = `/can-bo/so-lieu/${metricOf[name]}`
  return unitUid ? `${path}?${new URLSearchParams({ xa: unitUid })}` : path
}
