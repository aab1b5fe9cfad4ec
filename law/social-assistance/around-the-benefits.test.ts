import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import {
  admitted,
  centreCostMaxDong,
  centreCosts,
  conditionsFor,
  findProcedure,
  procedureRuleOn,
  specialMealTimesMax,
  urgentProtectionOn,
  visitGift,
} from './index.ts'

describe('what stands around the benefits', () => {
  it('food for somebody protected at once is 60,000 a day, since 5/10/2026 100,000', () => {
    expect(urgentProtectionOn(day('2026-10-04'))).toMatchObject({
      foodDongADay: 60_000,
      petrolLitresAKm: 0.2,
    })
    expect(urgentProtectionOn(day('2026-10-05'))).toMatchObject({ foodDongADay: 100_000, monthsMax: 3 })
    expect(urgentProtectionOn(day('2026-10-05')).groups).toHaveLength(4)
  })

  it('close relatives of a child without support need only their own free will', () => {
    const grandmother = conditionsFor({ childWithoutSupport: true, closeRelative: true }, 'nd-335')
    expect([grandmother.conditions.map((each) => each.id), grandmother.cite.place]).toEqual([
      ['voluntary'],
      'Đ19.2',
    ])
    expect(
      conditionsFor({ childWithoutSupport: true, closeRelative: false }, 'nd-335').conditions,
    ).toHaveLength(5)
    expect(conditionsFor({ childWithoutSupport: false, closeRelative: true }, 'nd-20').cite.place).toBe(
      'Đ22, Đ23',
    )
  })

  it('a centre may spend 10, 20 and 15 standards a year on a resident', () => {
    expect(centreCosts.map((each) => centreCostMaxDong(each, 540_000))).toEqual([
      5_400_000, 10_800_000, 8_100_000,
    ])
    expect(specialMealTimesMax).toBe(3)
    expect(admitted.every((each) => each.cite.length === 2)).toBe(true)
  })

  it('leaders bring the gifts of Decree 335/2026 Điều 14', () => {
    expect(visitGift('centralLeader', 'household')).toMatchObject({ cashDong: 3_000_000, goodsDong: 500_000 })
    expect(visitGift('ministryOrProvince', 'person')).toMatchObject({
      cashDong: 1_000_000,
      goodsDong: 300_000,
    })
  })

  it('a dossier keeps the days of the rule under which it was received (T2)', () => {
    const days = (benefit: string, receivedOn: string) => {
      const procedure = findProcedure(benefit)
      return procedure && procedureRuleOn(procedure, day(receivedOn))?.workingDays
    }
    expect(
      ['2025-06-30', '2025-07-01', '2026-10-04', '2026-10-05'].map((on) => days('socialAllowance', on)),
    ).toEqual([22, 10, 10, 7])
    expect([days('socialPension', '2025-06-30'), days('socialPension', '2026-11-22')]).toEqual([undefined, 7])
    expect([days('funeralSupport', '2024-01-01'), days('funeralSupport', '2026-11-22')]).toEqual([5, 3])
    expect(days('nothing', '2026-11-22')).toBeUndefined()
  })
})
