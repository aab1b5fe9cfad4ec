import { describe, expect, it } from 'vitest'
import { addMonths, month } from '#calendar'
import { arrearsLines } from './arrears.ts'

const july = month('2026-07')
const paid = (index: number, lawDong: number, recordedDong: number) => ({
  month: addMonths(july, index),
  lawDong,
  recordedDong,
})

describe('arrears', () => {
  it('are shown as one line while the amounts stay the same', () => {
    const months = [0, 1, 2, 3, 4].map((index) => paid(index, 1_080_000, 1_000_000))
    expect(arrearsLines(months)).toEqual([
      {
        from: '2026-07',
        to: '2026-11',
        count: 5,
        lawDong: 1_080_000,
        recordedDong: 1_000_000,
        differenceDong: 400_000,
      },
    ])
  })

  it('take a new line when the law or the payment changes, and add up to the whole', () => {
    const months = [paid(0, 540_000, 500_000), paid(1, 540_000, 500_000), paid(2, 810_000, 500_000)]
    const lines = arrearsLines(months)
    expect(lines.map(({ count, differenceDong }) => [count, differenceDong])).toEqual([
      [2, 80_000],
      [1, 310_000],
    ])
  })
})
