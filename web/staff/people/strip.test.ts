import { describe, expect, it } from 'vitest'
import { addMonths, month } from '#calendar'
import { layStrip, type MonthFigures } from './strip.ts'

const from = month('2024-12')
const settled = (dong: number) => ({ low: dong, high: dong })
const of = (index: number, entitled: number, paidDong: number): MonthFigures => ({
  month: addMonths(from, index),
  entitledDong: settled(entitled),
  paidDong,
})

describe('the strip of months', () => {
  it('draws what is missing on top of what was paid, to the height of what the law gives', () => {
    const [column] = layStrip([of(0, 1_080_000, 1_000_000)], []).columns
    expect(column?.missing?.y).toBe(column?.entitledY)
    const { y, height } = column?.missing ?? { y: 0, height: 0 }
    expect(Math.round(y + height)).toBe(Math.round(column?.paid.y ?? 0))
    expect(column?.beyond).toBeUndefined()
  })

  it('does not call missing what nobody has decided yet', () => {
    const [column] = layStrip([of(0, 540_000, 0)], []).columns
    expect(column?.missing).toBeUndefined()
    expect(column?.unclaimed?.height).toBeGreaterThan(0)
  })

  it('draws what was paid beyond the law above the tick of the law', () => {
    const [column] = layStrip([of(0, 500_000, 1_000_000)], []).columns
    expect(column?.paid.y).toBe(column?.entitledY)
    expect(column?.beyond && column.beyond.y < (column.entitledY ?? 0)).toBe(true)
    expect(column?.missing).toBeUndefined()
  })

  it('draws all of a payment that the law does not give as beyond', () => {
    const [column] = layStrip([of(0, 0, 540_000)], []).columns
    expect(column?.paid.height).toBe(0)
    expect(column?.beyond?.height).toBeGreaterThan(0)
    expect(column?.entitledY).toBeUndefined()
  })

  it('calls a month unsettled while a fact is missing, and nothing missing that may not be due', () => {
    const [column] = layStrip(
      [{ month: from, entitledDong: { low: 0, high: 540_000 }, paidDong: 0 }],
      [],
    ).columns
    expect([column?.unsettled, column?.missing]).toEqual([true, undefined])
  })

  it('names each year once and starts the scale at nothing', () => {
    const layout = layStrip(
      Array.from({ length: 24 }, (_, index) => of(index, 540_000, 540_000)),
      [],
    )
    expect(layout.years.map(({ year }) => year)).toEqual([2024, 2025, 2026])
    expect(layout.gridlines[0]).toEqual({ y: layout.base, dong: 0 })
    expect(layout.gridlines.length).toBeLessThanOrEqual(4)
  })

  it('marks the law where it changed, and nothing outside the months', () => {
    const months = Array.from({ length: 24 }, (_, index) => of(index, 540_000, 540_000))
    const changes = [
      { month: month('2020-01'), text: 'cũ', cite: 'a' },
      { month: month('2026-07'), text: 'mới', cite: 'b' },
      { month: month('2026-11'), text: 'mức chuẩn mới', cite: 'NĐ 335/2026' },
    ]
    expect(layStrip(months, changes).changes.map(({ change, anchor }) => [change.text, anchor])).toEqual([
      ['mới', 'start'],
      ['mức chuẩn mới', 'end'],
    ])
  })

  it('writes labels of neighbouring changes in rows of their own, clear of each other and of the lines', () => {
    const months = Array.from({ length: 24 }, (_, index) => of(index, 540_000, 540_000))
    const changes = ['2025-06', '2025-07', '2025-08', '2025-10'].map((text) => ({
      month: month(text),
      text: `${text}: mức chuẩn 540.000`,
      cite: 'NĐ 335/2026',
    }))
    const layout = layStrip(months, changes)
    const rows = layout.changes.map(({ row }) => row)
    expect(new Set(rows).size).toBe(4)
    const top = Math.min(...layout.gridlines.map(({ y }) => y))
    expect(top).toBeGreaterThan(18 + 30 * Math.max(...rows))
  })
})
