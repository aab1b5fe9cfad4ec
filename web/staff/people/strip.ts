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
const left = 84
const chartTop = 66
const base = 206

/** Lays the months out from left to right. The scale starts at 0 and is never cut. */
export function layStrip(months: readonly MonthFigures[], changes: readonly LawChange[]): StripLayout {
  const most = Math.max(0, ...months.flatMap((each) => [each.entitledDong.high, each.paidDong]))
  const unit = unitFor(most)
  const top = Math.max(unit, Math.ceil(most / unit) * unit)
  const yOf = (dong: number) => Math.round((base - (dong / top) * (base - chartTop)) * 10) / 10
  const columns = months.map((figures, index) => columnOf(figures, left + 7 + index * step, yOf))
  const width = left + months.length * step + 20
  return {
    width,
    height: 250,
    left,
    base,
    gridlines: Array.from({ length: top / unit + 1 }, (_, index) => ({
      y: yOf(index * unit),
      dong: index * unit,
    })),
    columns,
    years: columns
      .filter(({ figures }, index) => index === 0 || monthNumberOf(figures.month) === 1)
      .map(({ x, figures }) => ({ x, year: yearOf(figures.month) })),
    changes: placeChanges(columns, changes, width),
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

/** Labels stand beside their line, turned left near the right edge, in two rows so that neighbours do not meet. */
function placeChanges(columns: readonly Column[], changes: readonly LawChange[], width: number) {
  let row = 1
  return changes.flatMap((change) => {
    const column = columns.find((each) => each.figures.month === change.month)
    if (!column) return []
    row = 1 - row
    const anchor: 'start' | 'end' = column.x > width * 0.6 ? 'end' : 'start'
    return [{ x: column.x - 7, row, anchor, change }]
  })
}

/** A round step of the scale that gives at most four lines. */
function unitFor(mostDong: number): number {
  const steps = [100_000, 250_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 50_000_000]
  return steps.find((each) => mostDong / each <= 3) ?? 100_000_000
}

function round(number: number): number {
  return Math.round(number * 10) / 10
}
