import { describe, expect, it } from 'vitest'
import { parseNumbers, writeNumbers } from './numbers.ts'

describe('numbers as people write them', () => {
  it('are read and written in runs', () => {
    expect(writeNumbers([12, 15, 16, 17, 20, 21])).toBe('12, 15–17, 20, 21')
    expect(writeNumbers([])).toBe('')
    expect(parseNumbers('17, 12 15-16')).toEqual([12, 15, 16, 17])
    expect(parseNumbers('15 - 17; 3')).toEqual([3, 15, 16, 17])
    for (const odd of ['', 'mười hai', '9-3', '1-999999']) expect(parseNumbers(odd)).toBeUndefined()
  })
})
