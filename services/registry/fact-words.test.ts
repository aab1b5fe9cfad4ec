import { expect, it } from 'vitest'
import { factWords, valueWords } from './fact-words.ts'

it('a fact and its value are told to officers in the words of the law, in both languages', () => {
  expect(factWords('disability', 'vi')).toBe('“mức độ khuyết tật trên giấy xác nhận”')
  expect(factWords('disability', 'en')).toBe('“degree on the disability certificate”')
  expect(valueWords('disability', 'severe', 'vi')).toBe('“khuyết tật nặng”')
  expect(valueWords('disability', 'severe', 'en')).toBe('“severe”')
})

it('what the law does not know, and a number, stand as they are', () => {
  expect(factWords('height', 'vi')).toBe('“height”')
  expect(valueWords('disability', 'rất nặng', 'vi')).toBe('“rất nặng”')
  expect(valueWords('childrenUnder36Months', '2', 'vi')).toBe('“2”')
})
