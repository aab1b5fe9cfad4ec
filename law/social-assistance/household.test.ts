import { describe, expect, it } from 'vitest'
import { day, month } from '#calendar'
import { countK4Children, countUnder36Months, programFor, shareParentCare } from './index.ts'
import { bornInYear, bornOnDay, ordinaryPerson } from './ordinary-person.ts'

const child = (born: string, studying: 'no' | 'yes' | 'interrupted' = 'yes') => ({
  birth: bornOnDay(born),
  studying,
})

describe('facts of a person that come from the household', () => {
  it('counts children for the month in which they turn 16, and longer while they study', () => {
    expect(countK4Children([child('2008-08-10', 'no')], month('2024-08'))).toBe(1)
    expect(countK4Children([child('2008-08-10', 'no')], month('2024-09'))).toBe(0)
    expect(countK4Children([child('2008-08-10', 'yes')], month('2024-09'))).toBe(1)
  })

  it('stops at 22 under Decree 20/2021, and asks for unbroken studies since Decree 335/2026', () => {
    const student = child('2004-01-15', 'yes')
    expect(countK4Children([student], month('2026-01'))).toBe(1)
    expect(countK4Children([student], month('2026-02'))).toBe(0)
    expect(countK4Children([student], month('2026-10'))).toBe(1)
    const back = child('2009-01-15', 'interrupted')
    expect([countK4Children([back], month('2026-09')), countK4Children([back], month('2026-10'))]).toEqual([
      1, 0,
    ])
  })

  it('lowers the number in the month a child leaves it, but keeps the last one to its end (Đ8.1.đ, Đ8.2)', () => {
    const turning = child('2008-08-10', 'no')
    expect(countK4Children([turning, child('2015-01-01')], month('2024-08'))).toBe(1)
    expect(countK4Children([turning, turning], month('2024-08'))).toBe(2)
    expect(countUnder36Months([child('2021-08-15'), child('2023-01-01')], month('2024-08'))).toBe(1)
  })

  it('counts nobody before the birth, and since 10/2026 no student for whom nothing was drawn', () => {
    expect(countK4Children([child('2024-08-10')], month('2024-07'))).toBe(0)
    expect(countK4Children([child('2024-08-31')], month('2024-08'))).toBe(1)
    const student = { ...child('2009-01-15'), drawnFor: false }
    expect([
      countK4Children([student], month('2026-09')),
      countK4Children([student], month('2026-10')),
    ]).toEqual([1, 0])
  })

  it('leaves the number open where a birth or school decides it and is not known', () => {
    expect(countK4Children([{ birth: bornInYear(2015) }], month('2026-11'))).toBe(1)
    expect(countK4Children([{ birth: bornInYear(2009) }], month('2026-11'))).toBeUndefined()
    expect(countK4Children([child('2000-01-01', 'no'), {}], month('2026-11'))).toBeUndefined()
    expect(countK4Children([], month('2026-11'))).toBe(0)
  })

  it('counts small children to the end of the month in which they turn three', () => {
    const small = [{ birth: bornOnDay('2023-08-15') }]
    expect(countUnder36Months(small, month('2026-08'))).toBe(1)
    expect(countUnder36Months(small, month('2026-09'))).toBe(0)
  })

  it('ST4: gives the support of a couple to the one with the higher coefficient', () => {
    const program = programFor({ month: month('2026-11'), knownOn: day('2026-11-22'), recipient: false })
    const father = { ...ordinaryPerson, disability: 'severe', childrenUnder36Months: 1 }
    const mother = { ...father, pregnant: 'yes' }
    const settled = shareParentCare(program, father, mother)
    expect(settled.one.parentCarePaidToSpouse).toBe('yes')
    expect(settled.other.parentCarePaidToSpouse).toBe('no')
    const { pregnant: _, ...untold } = mother
    expect(shareParentCare(program, father, untold).one.parentCarePaidToSpouse).toBeUndefined()
    const alone = shareParentCare(program, father, ordinaryPerson)
    expect([alone.one.parentCarePaidToSpouse, alone.other.parentCarePaidToSpouse]).toEqual(['no', 'no'])
  })
})
