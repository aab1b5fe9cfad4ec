import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { degreeByPercentage } from './index.ts'

const concluded = (percent: number, on: string, cannotCareForSelf = false) =>
  degreeByPercentage({ percent, cannotCareForSelf, concludedOn: day(on) })?.degree

describe('the degree an old medical conclusion stands for', () => {
  it('turns at 61 and 81 %', () => {
    expect([60, 61, 80, 81].map((percent) => concluded(percent, '2011-05-01'))).toEqual([
      'light',
      'severe',
      'severe',
      'extreme',
    ])
  })

  it('is extremely severe for who cannot care for themselves', () => {
    expect(concluded(40, '2012-05-31', true)).toBe('extreme')
  })

  it('edge 6: percentages concluded from 1/6/2012 are no degree', () => {
    expect(concluded(85, '2012-06-01')).toBeUndefined()
  })
})
