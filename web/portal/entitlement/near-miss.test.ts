import { describe, expect, it } from 'vitest'
import { day, type Month } from '#calendar'
import { programFor } from '#law/social-assistance'
import { assumed } from './interview.ts'
import { findNearMiss } from './near-miss.ts'

const today = day('2026-11-23')
const programOf = (month: Month) => programFor({ month, knownOn: today, recipient: false })
const elder = {
  ...assumed,
  disability: 'none',
  insurance: 'none',
  poverty: 'none',
  inCentre: 'no',
  studying: 'no',
}
const bornOn = (from: string, to = from) => ({ from: day(from), to: day(to) })
const miss = (birth: { from: ReturnType<typeof day>; to: ReturnType<typeof day> }, facts = {}) =>
  findNearMiss(programOf, { ...elder, ...facts, birth }, today)

describe('what will be due if only time passes', () => {
  it('names the birthday and the age for an elder about to turn 75', () => {
    expect(miss(bornOn('1951-12-09'))).toMatchObject({
      month: '2026-12',
      age: 75,
      on: '2026-12-09',
      amountDong: 540_000,
    })
  })

  it('names the first month it may be for a birth known by its year alone', () => {
    expect(miss(bornOn('1952-01-01', '1952-12-31'))).toMatchObject({
      month: '2027-01',
      age: undefined,
      on: undefined,
    })
  })

  it('says what it will hang on that nobody asked today', () => {
    expect(miss(bornOn('1951-12-09'), { insurance: undefined })).toMatchObject({
      amountDong: 540_000,
      ifFacts: ['insurance'],
    })
    expect(miss(bornOn('1951-12-09'))?.ifFacts).toEqual([])
  })

  it('is nothing for who receives already, and for who has a pension', () => {
    expect(miss(bornOn('1950-01-01'))).toBeUndefined()
    expect(miss(bornOn('1951-12-09'), { insurance: 'pension' })).toBeUndefined()
  })

  it('does not look further than three years', () => {
    expect(miss(bornOn('1955-01-01'))).toBeUndefined()
  })
})
