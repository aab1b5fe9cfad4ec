import { addDays, daysBetween, type LocalDate } from '#calendar'
import { doneAt, expectedOn, meets } from './plan.ts'
import { sentencesOf } from './sentences.ts'
import { type Line, theilSen } from './slope.ts'
import type { Pace, PaceQuestion, Point, Verdict } from './types.ts'

/** The forecast looks at so many of the last figures: what was long ago says little of tomorrow. */
const pointsMax = 12
/** Part of the way that may be missing before *behind* becomes *far behind*. */
const behindMax = 0.1
/** Nobody is told a day further off. */
const daysAheadMax = 3_653

/**
 * How far a target is: what the plan expects by today, what the latest figure lacks or has ahead, where the last
 * figures lead, and what that is called. Computed unrounded; only sentences round. Throws when the days of the plan do
 * not rise.
 */
export function paceOf(question: PaceQuestion): Pace {
  const { series, today, goal } = question
  const expectedNow = expectedOn(question, today)
  const known = byDay(series.filter(({ on }) => on <= today))
  const latest = known.at(-1)
  const told = (pace: Omit<Pace, 'sentences'>): Pace => ({ ...pace, sentences: sentencesOf(question, pace) })
  if (!latest) return told({ verdict: 'unknown', expectedNow })
  const sign = question.better === 'higher' ? 1 : -1
  const gap = sign * (latest.value - expectedOn(question, latest.on)) || 0
  const done = doneAt(question, latest.value)
  const line = lineOf(known.slice(-pointsMax), goal.on)
  const reachesOn = line && reachedOn(question, line, latest)
  return told({
    verdict: verdictOf(question, latest, gap),
    expectedNow,
    latest,
    gap,
    ...(done === undefined ? {} : { done }),
    ...(line ? { slopeADay: line.slope, forecastOnGoalDay: within(question, line.intercept) } : {}),
    ...(reachesOn ? { forecastReachesOn: reachesOn } : {}),
  })
}

/** In order, one a day: of several said of a day the last counts. */
function byDay(series: readonly Point[]): Point[] {
  const last = new Map(series.map((point) => [point.on, point]))
  return [...last.values()].sort((one, other) => (one.on < other.on ? -1 : 1))
}

function verdictOf(question: PaceQuestion, latest: Point, gap: number): Verdict {
  const { goal, better, baseline } = question
  if (meets(latest.value, goal.value, better)) return 'reached'
  if (gap >= 0) return 'onTrack'
  const way = Math.abs(goal.value - baseline.value)
  return -gap <= way * behindMax ? 'behind' : 'farBehind'
}

/** Days are counted from the goal's, so that the intercept is the forecast for that day. */
function lineOf(points: readonly Point[], goalOn: LocalDate): Line | undefined {
  return theilSen(points.map(({ on, value }) => ({ x: daysBetween(goalOn, on), y: value })))
}

function within({ least = -Infinity, most = Infinity }: PaceQuestion, value: number): number {
  return Math.min(Math.max(value, least), most)
}

/** A day that has begun is counted whole. Undefined when the figures lead away from the goal, or not within ten years. */
function reachedOn(
  { goal, better, today }: PaceQuestion,
  { slope, intercept }: Line,
  latest: Point,
): LocalDate | undefined {
  if (meets(latest.value, goal.value, better)) return undefined
  if (better === 'higher' ? slope <= 0 : slope >= 0) return undefined
  // A hair's breadth of floating point must not cost a day.
  const days = Math.ceil((goal.value - intercept) / slope - 1e-9)
  if (daysBetween(today, goal.on) + days > daysAheadMax) return undefined
  const on = addDays(goal.on, days)
  return on > today ? on : addDays(today, 1)
}
