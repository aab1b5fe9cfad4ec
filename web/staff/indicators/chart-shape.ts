import { daysBetween, type LocalDate } from '#calendar'
import type { MetricUnit } from '#indicators'

export const width = 640
export const height = 180
const margin = 8

/** Figures as a line in a box of `width` by `height`, days to scale. */
export interface Drawing {
  marks: { on: string; value: number; x: number; y: number }[]
  path: string
  /** What the bottom and the top of the box stand for. */
  lowest: number
  highest: number
}

/** Where the figures stand; undefined below two. A share keeps the whole of 0 to 100, a count begins at 0. */
export function drawingOf(
  points: readonly { on: string; value: number }[],
  unit: MetricUnit,
): Drawing | undefined {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 2) return undefined
  const days = (on: string) => daysBetween(first.on as LocalDate, on as LocalDate)
  const highest = unit === 'percent' ? 100 : Math.max(1, ...points.map(({ value }) => value))
  const tenth = (size: number) => Math.round(size * 10) / 10
  const marks = points.map(({ on, value }) => ({
    on,
    value,
    x: tenth(margin + ((width - 2 * margin) * days(on)) / days(last.on)),
    y: tenth(height - margin - ((height - 2 * margin) * value) / highest),
  }))
  return { marks, path: `M${marks.map(({ x, y }) => `${x} ${y}`).join('L')}`, lowest: 0, highest }
}
