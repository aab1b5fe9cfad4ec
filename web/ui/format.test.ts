import { describe, expect, it } from 'vitest'
import {
  countOf,
  formatCount,
  formatDay,
  formatDayOf,
  formatInstant,
  formatMoney,
  formatPercent,
} from './format.ts'

describe('what the screens write', () => {
  it('groups thousands with a point in Vietnamese and a comma in English', () => {
    expect(formatMoney(1_234_567, 'vi')).toBe('1.234.567\u00A0đ')
    expect(formatMoney(1_234_567n, 'en')).toBe('1,234,567\u00A0đ')
    expect(formatCount(20_000, 'vi')).toBe('20.000')
  })

  it('writes percentages with one decimal, also when it is zero', () => {
    expect(formatPercent(98.6, 'vi')).toBe('98,6\u00A0%')
    expect(formatPercent(97, 'en')).toBe('97.0\u00A0%')
  })

  it('writes days as dd/mm/yyyy', () => {
    expect(formatDay('2026-11-03')).toBe('03/11/2026')
  })

  it('gives an English noun its number', () => {
    expect(countOf(1, 'row')).toBe('1 row')
    expect(countOf('0', 'row')).toBe('0 rows')
    expect(countOf('1,240', 'person', 'people')).toBe('1,240 people')
  })

  it('reads instants by the clock of Việt Nam', () => {
    const lateInLondon = new Date('2026-11-22T18:30:00Z')
    expect(formatDayOf(lateInLondon)).toBe('23/11/2026')
    expect(formatInstant(lateInLondon)).toBe('01:30, 23/11/2026')
  })
})
