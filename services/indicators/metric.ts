import type { RawBuilder } from 'kysely'
import type { LocalDate } from '#calendar'
import type { DutyArea } from '#notices'
import type { Transaction } from '#platform/database'
import type { Text } from '#rules'
import type { Better } from '#targets'

export type MetricUnit = 'percent' | 'people' | 'households' | 'dong' | 'cases' | 'days' | 'communes'

/** By what a metric can be told apart. */
export type Split = 'commune' | 'benefit' | 'area'

/** Where a figure turns from good to amber and from amber to vermilion; both bounds still belong to the better side. */
export interface Thresholds {
  good: number
  fair: number
}

/** A list of people, dossiers or papers behind a figure: an address of the workspace with its filter set. */
export interface ListBehind {
  name: Text
  path: (unitUid: string | undefined) => string
}

/** A metric, written once: the words people read and how it is counted. */
export interface Metric {
  /** Its name in addresses, files and the open data: it never changes. */
  key: string
  name: Text
  definition: Text
  unit: MetricUnit
  better: Better
  /** A mere size: more of it is neither better nor worse, whatever `better` says for sorting. */
  isSize?: true
  areas: readonly DutyArea[]
  /** The principle it is the measure of. */
  principle?: 'right' | 'full' | 'onTime'
  /** Without them a figure has no colour: nobody has said what is good. */
  thresholds?: Thresholds
  by: readonly Split[]
  /** What it is read from. */
  source: Text
  lists: readonly ListBehind[]
  /** Undefined while there is nothing in the house to count it by. */
  counted?: Counted
  /** Of a metric that nothing counts: what is missing before it can be measured. */
  missing?: Text
}

/** How a metric is counted. */
interface Counted {
  /** `anyDay`: what it is read from is kept over time, so that a past day can be counted too. */
  reaches: 'today' | 'anyDay'
  /** In one statement, whose rows have the columns of `Figure` as split, unit_uid, part, whole … */
  sql?: (question: CountingQuestion) => RawBuilder<unknown>
  /** … or through the door of the service that knows. */
  figures?: (transaction: Transaction, question: CountingQuestion) => Promise<Figure[]>
  /** By a service that stands further down the river: whoever measures hands its figures in. */
  handedIn?: true
}

/** What is counted on which day, and what the counting may rest on. */
export interface CountingQuestion {
  on: LocalDate
  /** The sweep the figures of entitlement come from: the latest that had been run by the day. */
  run: { id: number; month: LocalDate; knownOn: LocalDate; isLatest: boolean } | undefined
}

/** One count: of a unit (undefined where it is not known), of everything or of one split. */
export interface Figure {
  split: string
  unitUid: string | undefined
  part: number
  whole: number | undefined
}

/** The name under which a part of a metric is kept. */
export function splitOf({
  benefit,
  area,
}: {
  benefit?: string | undefined
  area?: DutyArea | undefined
}): string {
  if (benefit !== undefined) return `benefit:${benefit}`
  return area === undefined ? '' : `area:${area}`
}
