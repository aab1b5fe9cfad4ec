import { describe, expect, it } from 'vitest'
import { findingKinds } from '#findings'
import { amountText, kindOrder } from './kinds.ts'

const settled = { low: 540_000, high: 540_000 }

describe('the amount of a finding', () => {
  it('is minus for what the person lacks and plus for what was paid too much, over all its months', () => {
    const arrears = { lawDong: settled, recordedDong: 500_000, differenceDong: 40_000, arrearsDong: 200_000 }
    expect(amountText({ kind: 'underpaid', ...arrears }, 'vi')).toBe('−200.000')
    expect(
      amountText({ kind: 'overpaid', ...arrears, differenceDong: -40_000, arrearsDong: -200_000 }, 'vi'),
    ).toBe('+200.000')
  })

  it('is what is paid twice for a duplicate, and nothing for a dossier that is late', () => {
    const nothing = { lawDong: { low: 0, high: 0 }, differenceDong: 0, arrearsDong: 0 }
    expect(amountText({ kind: 'late', recordedDong: 0, ...nothing }, 'vi')).toBe('')
    const twice = { ...nothing, differenceDong: -540_000, arrearsDong: -1_080_000 }
    expect(amountText({ kind: 'duplicate', recordedDong: 540_000, ...twice }, 'vi')).toBe('+1.080.000')
  })

  it('is what will be lost a month, or what will be given', () => {
    const coming = { kind: 'comingUp', arrearsDong: 0 } as const
    const less = { ...coming, lawDong: settled, recordedDong: 810_000, differenceDong: -270_000 }
    expect(amountText(less, 'vi')).toBe('−270.000/th')
    const more = { ...coming, lawDong: settled, recordedDong: 0, differenceDong: 540_000 }
    expect(amountText(more, 'en')).toBe('540,000/mo')
  })

  it('is a month for what is missed, and both ends while a fact is missing', () => {
    const nothing = { recordedDong: 0, differenceDong: 0, arrearsDong: 0 }
    expect(amountText({ kind: 'missed', lawDong: settled, ...nothing }, 'vi')).toBe('540.000/th')
    expect(amountText({ kind: 'unknown', lawDong: { low: 0, high: 540_000 }, ...nothing }, 'en')).toBe(
      '0 to 540,000',
    )
  })
})

it('every kind has its filter', () => {
  expect([...kindOrder].sort()).toEqual([...findingKinds].sort())
})
