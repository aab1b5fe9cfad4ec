import { expect, it } from 'vitest'
import { layBars, pointsText } from './points.ts'

it('points carry their sign, in both languages', () => {
  expect(pointsText(9.23, 'vi')).toBe('+9,2')
  expect(pointsText(-20.06, 'en')).toBe('−20.1')
})

it('each bar begins where the one before ended, on a scale that holds them all and zero', () => {
  const steps = [
    { weight: -20, cumulative: -20 },
    { weight: 15, cumulative: -5 },
    { weight: 10, cumulative: 5 },
    { weight: -1, cumulative: 4 },
  ]
  expect(layBars(steps)).toEqual([
    { left: 0, width: 80, isFor: false, zero: 80 },
    { left: 0, width: 60, isFor: true, zero: 80 },
    { left: 60, width: 40, isFor: true, zero: 80 },
    { left: 96, width: 4, isFor: false, zero: 80 },
  ])
})
