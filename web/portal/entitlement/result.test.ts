import { describe, expect, it } from 'vitest'
import { day, month } from '#calendar'
import { programFor } from '#law/social-assistance'
import type { FactValues } from '#rules'
import { assumed } from './interview.ts'
import { resultOf } from './result.ts'

const today = day('2026-11-23')
const program = programFor({ month: month('2026-11'), knownOn: today, recipient: false })
const bornOn = (on: string) => ({ from: day(on), to: day(on) })
const plain: FactValues = {
  ...assumed,
  poverty: 'none',
  disability: 'none',
  inCentre: 'no',
  takenIn: 'no',
  caredForAtHome: 'no',
  studying: 'no',
  childrenUnder36Months: 0,
  pregnant: 'no',
  parentCarePaidToSpouse: 'no',
}
const result = (facts: FactValues) => resultOf(program, { ...plain, ...facts }, { today, lang: 'vi' })
const standings = (facts: FactValues) =>
  Object.fromEntries(result(facts).benefits.map(({ id, standing }) => [id, standing]))

describe('the result of an interview', () => {
  it('of an elder without a pension is the social pension, with its article and how to ask for it', () => {
    const { totalDong, benefits, handling } = result({ birth: bornOn('1950-03-12'), insurance: 'none' })
    expect(totalDong).toEqual({ low: 540_000, high: 540_000 })
    expect(benefits[0]).toMatchObject({ id: 'socialPension', standing: 'due' })
    expect(benefits[0]?.lines[0]?.citeText).toBe('Luật BHXH 2024, Đ21.1')
    expect(handling).toMatchObject({ workingDays: 7, citeText: 'NĐ 335/2026, Đ31' })
    expect(handling?.papers).toContain('Căn cước, chỉ xuất trình')
  })

  it('tells how to ask for what is certain, not for something larger that only may be', () => {
    const { benefits, handling } = result({
      birth: bornOn('1950-03-12'),
      insurance: 'none',
      inCentre: undefined,
    })
    expect(benefits.map(({ id, standing }) => [id, standing]).slice(0, 2)).toEqual([
      ['socialPension', 'due'],
      ['centreNurture', 'open'],
    ])
    expect(handling?.citeText).toBe('NĐ 335/2026, Đ31')
  })

  it('names the lower of two benefits as replaced, and does not count it', () => {
    const facts = { birth: bornOn('1950-03-12'), insurance: 'none', disability: 'severe' }
    expect(result(facts).totalDong).toEqual({ low: 1_080_000, high: 1_080_000 })
    expect(standings(facts)).toMatchObject({ socialAllowance: 'due', socialPension: 'replaced' })
    const pension = result(facts).benefits.find(({ id }) => id === 'socialPension')
    expect(pension?.lines.map((line) => line.truth)).toEqual(['yes', 'yes', 'no'])
    expect(pension?.lines.at(-1)?.text).toContain('Không cộng thêm')
  })

  it('keeps open what is not known, and never adds up benefits that exclude each other', () => {
    const facts = { birth: bornOn('1950-03-12'), disability: undefined }
    const { totalDong, openFacts } = result(facts)
    expect(totalDong).toEqual({ low: 0, high: 1_350_000 })
    expect(openFacts).toEqual(expect.arrayContaining(['insurance', 'disability']))
    expect(standings(facts)).toMatchObject({ socialAllowance: 'open', socialPension: 'open' })
  })

  it('of somebody on no ground says of every benefit why not, and offers no procedure', () => {
    const { totalDong, benefits, handling } = result({ birth: bornOn('1980-01-01') })
    expect(totalDong).toEqual({ low: 0, high: 0 })
    expect(handling).toBeUndefined()
    for (const { standing, lines } of benefits) {
      expect(standing).toBe('none')
      expect(lines.filter((line) => line.truth !== 'no').map((line) => line.text)).toEqual([])
    }
  })
})
