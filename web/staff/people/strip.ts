import { type Month, monthNumberOf, yearOf } from '#calendar'

/** One month of a person: what the law gives and what was paid, in đồng. */
export interface MonthFigures {
  month: Month
  /** The same twice once everything that matters is known. */
  entitledDong: { low: number; high: number }
  paidDong: number
}

/** A day on which the law changed within the months shown. */
export interface LawChange {
  month: Month
  text: string
  cite: string
}

/** Where things stand in the drawing, in its own units. */
export interface StripLayout {
  width: number
  height: number
  left: number
  /** Where the grid ends and the scale is written: at the newest months, which are what is seen first. */
  right: number
  base: number
  gridlines: { y: number; dong: number }[]
  columns: Column[]
  years: { x: number; year: number }[]
  changes: { x: number; row: number; anchor: 'start' | 'end'; change: LawChange }[]
}

export interface Column {
  figures: MonthFigures
  x: number
  width: number
  label: number
  paid: { y: number; height: number }
  /** Entitled to more than is paid. */
  missing: { y: number; height: number } | undefined
  /** Entitled, but nothing was paid: it begins with a decision, so it is not owed yet. */
  unclaimed: { y: number; height: number } | undefined
  /** Paid beyond the most the law may give. */
  beyond: { y: number; height: number } | undefined
  /** The tick at what the law gives; at the most it may give while that is not settled. */
  entitledY: number | undefined
  unsettled: boolean
}

const step = 44
const bar = 30
const left = 16
const scaleWidth = 84
const chartHeight = 140
const labelHeight = 30

/** Lays the months out from left to right. The scale starts at 0 and is never cut. */
export function layStrip(months: readonly MonthFigures[], changes: readonly LawChange[]): StripLayout {
  const most = Math.max(0, ...months.flatMap((each) => [each.entitledDong.high, each.paidDong]))
  const unit = unitFor(most)
  const top = Math.max(unit, Math.ceil(most / unit) * unit)
  const right = left + months.length * step
  const labels = placeChanges(
    months.map((each) => each.month),
    changes,
    right,
  )
  const base = 6 + labelHeight * Math.max(1, ...labels.map(({ row }) => row + 1)) + chartHeight
  const yOf = (dong: number) => round(base - (dong / top) * chartHeight)
  const columns = months.map((figures, index) => columnOf(figures, left + 7 + index * step, yOf))
  return {
    width: right + scaleWidth,
    height: base + 44,
    left,
    right,
    base,
    gridlines: Array.from({ length: top / unit + 1 }, (_, index) => ({
      y: yOf(index * unit),
      dong: index * unit,
    })),
    columns,
    years: columns
      .filter(({ figures }, index) => index === 0 || monthNumberOf(figures.month) === 1)
      .map(({ x, figures }) => ({ x, year: yearOf(figures.month) })),
    changes: labels,
  }
}

function columnOf(figures: MonthFigures, x: number, yOf: (dong: number) => number): Column {
  const { entitledDong, paidDong } = figures
  const between = (from: number, to: number) => ({ y: yOf(to), height: round(yOf(from) - yOf(to)) })
  return {
    figures,
    x,
    width: bar,
    label: monthNumberOf(figures.month),
    paid: between(0, Math.min(paidDong, entitledDong.high)),
    missing: paidDong > 0 && paidDong < entitledDong.low ? between(paidDong, entitledDong.low) : undefined,
    unclaimed: paidDong === 0 && entitledDong.low > 0 ? between(0, entitledDong.low) : undefined,
    beyond: paidDong > entitledDong.high ? between(entitledDong.high, paidDong) : undefined,
    entitledY: entitledDong.high > 0 ? yOf(entitledDong.high) : undefined,
    unsettled: entitledDong.low !== entitledDong.high,
  }
}

interface PlacedChange {
  x: number
  row: number
  anchor: 'start' | 'end'
  change: LawChange
}

/** About what a letter of a label takes. */
const letterWidth = 7

/**
 * Labels stand beside their line, turned left where the right edge is too near, each in the first row where it meets no other label
 * and no line.
 */
function placeChanges(
  months: readonly Month[],
  changes: readonly LawChange[],
  right: number,
): PlacedChange[] {
  const placed: PlacedChange[] = []
  for (const change of changes) {
    const index = months.indexOf(change.month)
    if (index < 0) continue
    const x = left + index * step
    const anchor = x + widthOf(change) <= right + scaleWidth ? ('start' as const) : ('end' as const)
    const fits = (row: number) => placed.every((other) => areApart(other, { x, row, anchor, change }))
    const rows = Array.from({ length: changes.length }, (_, row) => row)
    placed.push({ x, anchor, change, row: rows.find(fits) ?? changes.length })
  }
  return placed
}

/** A line runs from its own row down, through the rows below. */
function areApart(one: PlacedChange, other: PlacedChange): boolean {
  const [first, second] = [spanOf(one), spanOf(other)]
  if (one.row === other.row) return first.to < second.from || second.to < first.from
  const [upper, lower] = one.row < other.row ? [one.x, second] : [other.x, first]
  return upper < lower.from || upper > lower.to
}

function spanOf({ x, anchor, change }: PlacedChange): { from: number; to: number } {
  const width = widthOf(change)
  return anchor === 'start' ? { from: x, to: x + width } : { from: x - width, to: x }
}

function widthOf({ text, cite }: LawChange): number {
  return 8 + (text.length + cite.length + 1) * letterWidth
}

/** A round step of the scale that gives at most four lines. */
function unitFor(mostDong: number): number {
  const steps = [100_000, 250_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 50_000_000]
  return steps.find((each) => mostDong / each <= 3) ?? 100_000_000
}

function round(number: number): number {
  return Math.round(number * 10) / 10
}
