import { daysBetween, type LocalDate } from '#calendar'
import type { Better, Point, Target } from './types.ts'

/** Whether a figure is as good as another or better. */
export function meets(value: number, wanted: number, better: Better): boolean {
  return better === 'higher' ? value >= wanted : value <= wanted
}

/** A goal that the baseline meets already is to be held: there is no way to go. */
function isHeld({ baseline, goal, better }: Target): boolean {
  return meets(baseline.value, goal.value, better)
}

/**
 * What the plan expects on a day: straight by days from each point of the plan to the next, the baseline before it
 * begins and the goal after its day. Throws when the days of the plan do not rise.
 */
export function expectedOn(target: Target, on: LocalDate): number {
  const { baseline, goal, steps = [] } = target
  const plan: readonly Point[] = [baseline, ...steps, goal]
  if (plan.some((point, index) => index > 0 && point.on <= (plan[index - 1] as Point).on))
    throw new RangeError('The days of a target rise from its baseline to its goal')
  if (isHeld(target)) return goal.value
  if (on <= baseline.on) return baseline.value
  const index = plan.findIndex((point) => on <= point.on)
  const [from, to] = [plan[index - 1], plan[index]]
  if (!from || !to) return goal.value
  const share = daysBetween(from.on, on) / daysBetween(from.on, to.on)
  return from.value + (to.value - from.value) * share
}

/** What part of the way from baseline to goal a figure stands for; undefined when there is no way to go. */
export function doneAt(target: Target, value: number): number | undefined {
  const { baseline, goal } = target
  return isHeld(target) ? undefined : (value - baseline.value) / (goal.value - baseline.value)
}
