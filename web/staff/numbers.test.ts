import { expect, it } from 'vitest'
import { numberIn, wholeNumber } from './numbers.ts'

it('a number in an address or a form is taken when it is whole and written in digits alone', () => {
  expect(['1', '042', '999999999999999'].map(numberIn)).toEqual([1, 42, 999_999_999_999_999])
})

it.each(['', '-1', '1.5', '1e3', ' 7', '９', 'abc', '1234567890123456', null, undefined, 7])(
  'and %j is none, which nothing bears',
  (text) => {
    expect([numberIn(text), wholeNumber(text)]).toEqual([0, undefined])
  },
)

it('0 counts nothing', () => {
  expect(wholeNumber('0')).toBeUndefined()
})
