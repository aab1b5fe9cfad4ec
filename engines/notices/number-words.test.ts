import { describe, expect, it } from 'vitest'
import { listSpelledNumbers } from './number-words.ts'

const values = (words: string) => listSpelledNumbers(words).map(({ value }) => value)

describe('a number in words', () => {
  it.each([
    ['chín mươi phần trăm', 90],
    ['mười lăm người', 15],
    ['hai mươi mốt lớp', 21],
    ['một trăm linh năm hộ', 105],
    ['hai nghìn lượt', 2000],
    ['ba nghìn hai trăm hộ', 3200],
    ['một triệu hai trăm nghìn đồng', 1_200_000],
  ])('%s is %i', (words, value) => {
    expect(values(words)).toEqual([value])
  })

  it.each(['năm', 'ba', 'một số', 'thứ hai', 'hai ba hôm nữa', 'mươi người'])('%s is none', (words) => {
    expect(values(words)).toEqual([])
  })

  it('may be one syllable where that is asked for', () => {
    expect(listSpelledNumbers('ít nhất hai lần', true).map(({ value }) => value)).toEqual([2])
  })

  it('knows where it stands', () => {
    const text = 'ít nhất chín mươi phần trăm'
    const [found] = listSpelledNumbers(text)
    expect(text.slice(found?.start, found?.end)).toBe('chín mươi')
  })
})
