import type { LocalDate } from '#calendar'

/** A sentence in both languages. */
export interface Text {
  vi: string
  en: string
}

/** What a figure was on a day. */
export interface Point {
  on: LocalDate
  value: number
}

/** Which way is better. */
export type Better = 'higher' | 'lower'

/** What is to be reached by when, from where. */
export interface Target {
  baseline: Point
  goal: Point
  better: Better
  /** What is to be reached on days between, where the plan says so; otherwise the way is straight. */
  steps?: readonly Point[]
}

/** A target and what was measured of it. Figures on days after `today` are not looked at; of one day the last counts. */
export interface PaceQuestion extends Target {
  series: readonly Point[]
  today: LocalDate
  /** A forecast ends here: 0 for whatever is counted … */
  least?: number
  /** … and 100 for a percentage. */
  most?: number
  /** How figures are written in the sentences; without it with up to one decimal. */
  write?: (value: number) => Text
}

/**
 * `reached`: the latest figure meets the goal · `onTrack`: it is at least what the plan expects of its day · `behind`:
 * up to a tenth of the way short of that · `farBehind`: more · `unknown`: nothing was measured.
 */
export type Verdict = 'reached' | 'onTrack' | 'behind' | 'farBehind' | 'unknown'

/** How far a target is on a day, and where its figures lead. */
export interface Pace {
  verdict: Verdict
  /** What the plan expects today. */
  expectedNow: number
  /** The last figure on or before today. */
  latest?: Point
  /** The latest figure less what the plan expects of its day, positive when ahead; undefined when nothing was measured. */
  gap?: number
  /** What part of the way from baseline to goal is done, 1 at the goal; undefined when there is no way to go. */
  done?: number
  /** How the figures move in a day; undefined below three figures on different days. */
  slopeADay?: number
  forecastOnGoalDay?: number
  /** The first day on which the line of the figures meets the goal, within ten years of today. */
  forecastReachesOn?: LocalDate
  /** How each of these came about. */
  sentences: Text[]
}
