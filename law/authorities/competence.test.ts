import { describe, expect, it } from 'vitest'
import { addDays, day } from '#calendar'
import { agencies, levels } from './agencies.ts'
import { areaNames, areas, isArea } from './areas.ts'
import { authorityOfCase, competentAuthority, listAuthorities } from './competence.ts'
import { tenures } from './tenures.ts'

const who = (area: (typeof areas)[number], level: (typeof levels)[number], on: string, unitName?: string) =>
  competentAuthority({ area, level, on: day(on), unitName })?.name.vi

describe('the competent authority', () => {
  it.each([
    ['merit', 'Sở Lao động – Thương binh và Xã hội', 'Sở Nội vụ', 'Sở Nội vụ'],
    ['labourRelations', 'Sở Lao động – Thương binh và Xã hội', 'Sở Nội vụ', 'Sở Nội vụ'],
    ['employment', 'Sở Lao động – Thương binh và Xã hội', 'Sở Nội vụ', 'Sở Nội vụ'],
    ['socialInsurance', 'Sở Lao động – Thương binh và Xã hội', 'Sở Nội vụ', 'Sở Nội vụ'],
    ['socialAssistance', 'Sở Lao động – Thương binh và Xã hội', 'Sở Y tế', 'Sở Y tế'],
    ['children', 'Sở Lao động – Thương binh và Xã hội', 'Sở Y tế', 'Sở Y tế'],
    ['drugRehabilitation', 'Sở Lao động – Thương binh và Xã hội', 'Công an tỉnh', 'Công an tỉnh'],
    [
      'poverty',
      'Sở Lao động – Thương binh và Xã hội',
      'Sở Nông nghiệp và Môi trường',
      'Sở Nông nghiệp và Môi trường',
    ],
    [
      'vocationalTraining',
      'Sở Lao động – Thương binh và Xã hội',
      'Sở Giáo dục và Đào tạo',
      'Sở Giáo dục và Đào tạo',
    ],
    ['genderEquality', 'Sở Lao động – Thương binh và Xã hội', 'Sở Nội vụ', 'Sở Nội vụ'],
    ['socialPension', undefined, undefined, 'Sở Y tế'],
    ['publicService', 'Văn phòng UBND tỉnh', 'Văn phòng UBND tỉnh', 'Trung tâm Phục vụ hành chính công tỉnh'],
  ] as const)('of the province for %s on 28/2/2025, 1/3/2025 and 1/7/2025', (area, first, second, third) => {
    expect(['2025-02-28', '2025-03-01', '2025-07-01'].map((on) => who(area, 'province', on))).toEqual([
      first,
      second,
      third,
    ])
  })

  it('of the commune decides on social assistance since 1/7/2025, named with its unit', () => {
    expect(who('socialAssistance', 'commune', '2025-06-30')).toBeUndefined()
    expect(who('socialAssistance', 'commune', '2025-07-01', 'Xã Nghi Lộc')).toBe('UBND xã Nghi Lộc')
    expect(who('drugRehabilitation', 'commune', '2026-11-23', 'Phường Cửa Lò')).toBe('Công an phường Cửa Lò')
    expect(who('vocationalTraining', 'commune', '2026-11-23')).toBeUndefined()
    const [before, since] = ['2026-10-04', '2026-10-05'].map((on) =>
      competentAuthority({ area: 'socialAssistance', level: 'commune', on: day(on) }),
    )
    expect(before).toMatchObject({ legalBasis: ['NĐ 147/2025'], since: '2025-07-01', until: undefined })
    expect(since).toMatchObject({ legalBasis: ['NĐ 335/2026'], since: '2025-07-01', certainty: 'gazette' })
  })

  it('of the district leads to the commune when its level is abolished', () => {
    expect(who('merit', 'district', '2025-02-28', 'Huyện Nghi Lộc')).toBe(
      'Phòng Lao động – Thương binh và Xã hội huyện Nghi Lộc',
    )
    const office = competentAuthority({ area: 'merit', level: 'district', on: day('2025-05-01') })
    expect(office).toMatchObject({
      agencyCode: 'districtHomeAffairs',
      since: '2025-03-01',
      until: '2025-07-01',
      successor: { agencyCode: 'communeCommittee', level: 'commune' },
    })
    expect(who('merit', 'district', '2025-07-01')).toBeUndefined()
  })

  it('of the ministry rests on the text that was read since 8/7/2026', () => {
    const [before, since] = ['2026-07-07', '2026-07-08'].map((on) =>
      competentAuthority({ area: 'merit', level: 'ministry', on: day(on) }),
    )
    expect(before).toMatchObject({
      agencyCode: 'moHomeAffairs',
      legalBasis: ['NĐ 25/2025'],
      certainty: 'memory',
    })
    expect(since).toMatchObject({
      agencyCode: 'moHomeAffairs',
      legalBasis: ['NĐ 276/2026'],
      certainty: 'gazette',
    })
    expect(since?.since).toBe('2025-03-01')
  })
})

describe('a case begun before a change', () => {
  const today = day('2026-11-23')

  it('goes on with the successor, while its papers keep their signer', () => {
    const found = authorityOfCase({
      area: 'merit',
      level: 'district',
      begunOn: day('2025-01-10'),
      today,
      unitNames: { begun: 'Huyện Nghi Lộc', today: 'Xã Nghi Lộc' },
    })
    expect(found.begunWith?.name.vi).toBe('Phòng Lao động – Thương binh và Xã hội huyện Nghi Lộc')
    expect(found.nowWith?.name.vi).toBe('UBND xã Nghi Lộc')
    expect(found).toMatchObject({ isTransferred: true, certainty: 'pending' })
  })

  it('stays where it is when nothing changed', () => {
    const found = authorityOfCase({ area: 'merit', level: 'province', begunOn: day('2025-03-01'), today })
    expect(found).toMatchObject({ isTransferred: false, nowWith: { agencyCode: 'dpHomeAffairs' } })
  })

  it('of social assistance at the department went to health', () => {
    const found = authorityOfCase({
      area: 'socialAssistance',
      level: 'province',
      begunOn: day('2025-02-01'),
      today,
    })
    expect([found.begunWith?.agencyCode, found.nowWith?.agencyCode]).toEqual(['dpLabour', 'dpHealth'])
  })
})

describe('the table of authorities', () => {
  it('names one authority for an area at a level on any day', () => {
    for (const area of areas) {
      for (const level of levels) {
        const rows = tenures.filter((row) => row.level === level && row.areas.includes(area))
        for (const on of rows.flatMap(({ from }) => (from ? [addDays(from, -1), from] : []))) {
          const held = rows.filter(({ from, until }) => (!from || from <= on) && (!until || on < until))
          expect(held.length, `${area} ${level} ${on}`).toBeLessThanOrEqual(1)
        }
      }
    }
  })

  it('leaves no area of the province without authority since 2021, but the pension that did not exist', () => {
    for (const area of areas.filter((each) => each !== 'socialPension')) {
      for (const on of ['2021-01-01', '2025-02-28', '2025-03-01', '2025-06-30', '2025-07-01', '2026-11-23']) {
        expect(who(area, 'province', on), `${area} ${on}`).toBeDefined()
      }
    }
  })

  it('hands every area that ended to somebody', () => {
    for (const area of areas) {
      for (const level of levels) {
        for (const authority of listAuthorities(area, level)) {
          if (authority.until !== undefined && level !== 'district') expect(authority.successor).toBeDefined()
        }
      }
    }
    expect(listAuthorities('poverty', 'province').map(({ agencyCode }) => agencyCode)).toEqual([
      'dpLabour',
      'dpAgriculture',
    ])
  })

  it('has a name in both languages for every area, and for every agency', () => {
    for (const area of areas) expect(areaNames[area].vi && areaNames[area].en).toBeTruthy()
    for (const { name } of Object.values(agencies)) expect(name.vi && name.en).toBeTruthy()
    const competent = new Set<string>(tenures.map(({ agency }) => agency))
    expect(Object.keys(agencies).filter((code) => !competent.has(code))).toEqual([
      'provinceCommittee',
      'provinceInspectorate',
      'dpFinance',
      'dpJustice',
      'dpTrade',
      'dpScience',
      'dpConstruction',
      'dpCulture',
      'dpEthnic',
      'economicZoneBoard',
      'socialInsurance',
    ])
    expect(isArea('merit') && !isArea('magic')).toBe(true)
  })
})
