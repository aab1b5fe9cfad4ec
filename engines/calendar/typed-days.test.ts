import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTypedDay } from './typed-days.ts'

describe('a day that was typed', () => {
  it.each([
    ['1/7/2025', '2025-07-01'],
    ['01/07/2025', '2025-07-01'],
    ['01-07-2025', '2025-07-01'],
    ['1.7.2025', '2025-07-01'],
    [' 1 / 7 / 2025 ', '2025-07-01'],
    ['01072025', '2025-07-01'],
    ['29/2/2024', '2024-02-29'],
    ['2025-07-01', '2025-07-01'],
  ])('%s is %s: the day stands before the month', (typed, day) => {
    expect(readTypedDay(typed)).toBe(day)
  })

  it.each([
    '',
    '31/02/2025',
    '29/2/2025',
    '7/2025',
    '1/7/25',
    '1/13/2025',
    '1072025',
    '0/7/2025',
    'hôm nay',
    '2025/07/01',
  ])('“%s” is no day', (typed) => {
    expect(readTypedDay(typed)).toBeUndefined()
  })

  it('is the same day however it is written', () => {
    const days = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2100-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, (instant) => {
        const [year, month, date] = instant.toISOString().slice(0, 10).split('-')
        const day = `${year}-${month}-${date}`
        for (const sign of ['/', '-', '.']) expect(readTypedDay([date, month, year].join(sign))).toBe(day)
        expect(readTypedDay(`${date}${month}${year}`)).toBe(day)
      }),
    )
  })
})
