import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { agencies } from '#law/authorities'
import type { DutyArea } from '#notices'
import { cooperatingToday, findAgencyNamed, leadCandidates } from './agency-names.ts'

describe('an agency by its name', () => {
  it.each([
    ['Sở Lao động, Thương binh và Xã hội', 'dpLabour'],
    ['Sở Lao động – Thương binh và Xã hội (LĐTB&XH)', 'dpLabour'],
    ['Sở LĐ,TB&XH', 'dpLabour'],
    ['Sở LĐTBXH tỉnh', 'dpLabour'],
    ['SỞ NỘI VỤ', 'dpHomeAffairs'],
    ['So Y te tinh Nghe An', 'dpHealth'],
    ['Sở Nông nghiệp và PTNT', 'dpAgriculture'],
    ['Sở TN&MT', 'dpAgriculture'],
    ['Sở GD&ĐT', 'dpEducation'],
    ['Sở Kế hoạch và Đầu tư', 'dpFinance'],
    ['Ban quản lý Khu kinh tế Đông Nam', 'economicZoneBoard'],
    ['UBND tỉnh Nghệ An', 'provinceCommittee'],
    ['Công an tỉnh', 'provincePolice'],
    ['BHXH tỉnh', 'socialInsurance'],
    ['UBND các xã, phường', 'communeCommittee'],
    ['Văn phòng UBND tỉnh', 'provinceOffice'],
    ['Chủ tịch UBND các xã, phường', 'communeCommittee'],
    ['Chủ tịch UBND tỉnh', 'provinceCommittee'],
    ['Giám đốc Sở Y tế', 'dpHealth'],
    ['đồng chí Giám đốc Công an tỉnh', 'provincePolice'],
    ['Chánh Văn phòng UBND tỉnh', 'provinceOffice'],
    ['Chánh Thanh tra tỉnh', 'provinceInspectorate'],
  ])('%s is %s', (name, agency) => {
    expect(findAgencyNamed(name)).toBe(agency)
  })

  it.each(['các sở, ngành chức năng liên quan', 'các ngành', 'Sở', '', 'doanh nghiệp'])(
    '“%s” names none',
    (name) => {
      expect(findAgencyNamed(name)).toBeUndefined()
    },
  )

  it('is found by the name law/authorities gives it, each its own', () => {
    const provincial = Object.entries(agencies).filter(([code]) => code !== 'districtHomeAffairs')
    for (const [code, { name }] of provincial) expect(findAgencyNamed(name.vi), name.vi).toBe(code)
  })
})

describe('who leads today', () => {
  const lead = (areas: DutyArea[], today: string) =>
    leadCandidates('Sở LĐTBXH', { areas, begunOn: day('2022-06-28'), today: day(today) }).map(
      ({ agency }) => agency,
    )

  it('is the department itself while it stood, and who carries on its area since', () => {
    expect(lead(['merit'], '2022-06-28')).toEqual(['dpLabour'])
    expect(lead(['merit'], '2026-11-23')).toEqual(['dpHomeAffairs'])
    expect(lead(['children'], '2026-11-23')).toEqual(['dpHealth'])
    expect(lead(['poverty'], '2026-11-23')).toEqual(['dpAgriculture'])
    expect(lead(['vocational-training'], '2026-11-23')).toEqual(['dpEducation'])
  })

  it('is several where its areas went to several, or the task is of none of them', () => {
    expect(lead(['merit', 'poverty', 'social-assistance'], '2026-11-23')).toEqual([
      'dpHomeAffairs',
      'dpAgriculture',
      'dpHealth',
    ])
    expect(lead(['digital'], '2026-11-23').length).toBeGreaterThan(1)
  })

  it('is nobody for a name that leads to none', () => {
    const question = { areas: ['merit'] as const, begunOn: day('2022-06-28'), today: day('2026-11-23') }
    expect(leadCandidates('các sở, ngành', question)).toEqual([])
  })
})

describe('who cooperates today', () => {
  const cooperating = (name: string, areas: DutyArea[], today = '2026-11-23') =>
    cooperatingToday(name, { areas, begunOn: day('2022-06-28'), today: day(today) })

  it('is the agency that is named, by its name of today or an abbreviation of it', () => {
    expect(cooperating('Sở Y tế', ['children'])).toEqual([{ name: 'Sở Y tế', party: 'dpHealth' }])
    expect(cooperating('Sở GD&ĐT', ['children'])).toEqual([{ name: 'Sở GD&ĐT', party: 'dpEducation' }])
  })

  it('is who carries on what the task is about, marked as inferred, where the name is of a department no more', () => {
    expect(cooperating('Sở LĐ-TB&XH', ['merit', 'communication'])).toEqual([
      { name: 'Sở LĐ-TB&XH', party: 'dpHomeAffairs', isInferred: true },
    ])
    expect(cooperating('Sở LĐ-TB&XH', ['poverty', 'children']).map(({ party }) => party)).toEqual([
      'dpAgriculture',
      'dpHealth',
    ])
    expect(cooperating('Sở Kế hoạch và Đầu tư', ['coordination'])).toEqual([
      { name: 'Sở Kế hoạch và Đầu tư', party: 'dpFinance', isInferred: true },
    ])
  })

  it('is the department itself, not inferred, on a day it stood', () => {
    expect(cooperating('Sở LĐ-TB&XH', ['merit'], '2022-07-01')).toEqual([
      { name: 'Sở LĐ-TB&XH', party: 'dpLabour' },
    ])
  })

  it('stays as it is written where the task says no area that somebody carries on, or the name leads to none', () => {
    expect(cooperating('Sở LĐ-TB&XH', ['communication'])).toEqual([{ name: 'Sở LĐ-TB&XH' }])
    expect(cooperating('các đơn vị liên quan', ['merit'])).toEqual([{ name: 'các đơn vị liên quan' }])
  })
})
