import { describe, expect, it } from 'vitest'
import { changeText, figureText, readFigure } from './figures.ts'

describe('a figure with its unit', () => {
  it.each([
    ['percent', 98.6, '98,6\u00a0%', '98.6\u00a0%'],
    ['percent', 100, '100,0\u00a0%', '100.0\u00a0%'],
    ['people', 1, '1\u00a0người', '1\u00a0person'],
    ['households', 1234, '1.234\u00a0hộ', '1,234\u00a0households'],
    ['dong', 1234567, '1.234.567\u00a0đ', '1,234,567\u00a0đ'],
    ['days', 12.5, '12,5\u00a0ngày', '12.5\u00a0days'],
  ] as const)('%s %s', (unit, value, vi, en) => {
    expect([figureText(unit, value, 'vi'), figureText(unit, value, 'en')]).toEqual([vi, en])
  })
})

describe('a change', () => {
  it.each([
    ['percent', 1.2, '+1,2\u00a0điểm'],
    ['people', -30, '−30\u00a0người'],
    ['people', 0, '±0\u00a0người'],
  ] as const)('of %s %s', (unit, change, text) => {
    expect(changeText(unit, change, 'vi')).toBe(text)
  })
})

describe('a typed figure', () => {
  it.each([
    ['98,6', 98.6],
    ['98.6 %', 98.6],
    ['1.234', 1234],
    ['1.234.567 đ', 1234567],
    ['1 234', 1234],
    ['12 hộ', 12],
    ['0', 0],
    ['', undefined],
    ['mười', undefined],
    ['1,2,3', undefined],
    ['-5', undefined],
  ])('%s is %s', (text, figure) => {
    expect(readFigure(text)).toBe(figure)
  })
})
