import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { agencies } from '#law/authorities'
import type { DutyArea } from '#notices'
import { findAgencyNamed, leadCandidates } from './agency-names.ts'

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
