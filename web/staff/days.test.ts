import { expect, it } from 'vitest'
import { dayAsked } from './days.ts'

it('a day is taken in every way it is typed, and none of a year far from any life', () => {
  expect(['1/7/2025', '2025-07-01', '31/12/2199'].map(dayAsked)).toEqual([
    '2025-07-01',
    '2025-07-01',
    '2199-12-31',
  ])
  expect(['0001-01-01', '31/12/9999', '31/12/1799', '1/1/2200', '30/2/2025', '', null].map(dayAsked)).toEqual(
    Array.from({ length: 7 }),
  )
})
