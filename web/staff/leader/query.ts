import type { LocalDate } from '#calendar'
import type { CommuneOrder } from '#web/ui/commune-map-table.tsx'

/** What the leader's page is asked, from its address. */
export interface LeaderQuery {
  /** The metric on the map. */
  metric: string
  /** The day the map is of; undefined is today. */
  on: LocalDate | undefined
  /** What was typed instead of a day. */
  wrongDay: string | undefined
  /** How the table of the map is sorted; undefined while nobody asked, and the table stands closed. */
  order: CommuneOrder | undefined
}

/** The part of an address after `?` that asks for the same map, its table sorted as said. */
export function mapAddress({ metric, on }: LeaderQuery, order?: CommuneOrder): string {
  const params = new URLSearchParams({ 'chi-so': metric })
  if (on) params.set('ngay', on)
  if (order) params.set('xep', order === 'name' ? 'ten' : 'so')
  return `?${params}`
}
