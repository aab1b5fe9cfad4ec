import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { indexVersions, parseUnitTable } from '#identity'
import { authoritiesOn, shortened } from './authorities.server.ts'

const units = indexVersions(parseUnitTable(readFileSync('data/nghe-an-units.csv', 'utf8')))
const today = day('2026-11-23')
const on = (text: string, uid?: string) => authoritiesOn(units, { on: day(text), today, uid, lang: 'vi' })
const merit = (told: ReturnType<typeof on>) =>
  told.areas.find(({ area }) => area.startsWith('Người có công'))?.authorities

describe('who is competent, on the page of a unit', () => {
  it('is named with the district of the day, and with who carries open cases on', () => {
    const told = on('2025-05-01', '17854@pre2020')
    expect(told.levels).toEqual(['province', 'district'])
    expect(merit(told)?.district).toMatchObject({
      name: 'Phòng Nội vụ huyện Nghi Lộc',
      nowWith: 'UBND xã Văn Kiều',
    })
    expect(merit(told)?.province).toMatchObject({ name: 'Sở Nội vụ', nowWith: undefined })
  })

  it('is named with the commune of today, with no district left', () => {
    const told = on('2026-11-23', '17854@pre2020')
    expect(told.levels).toEqual(['province', 'commune'])
    expect(merit(told)?.commune?.name).toMatch(/^UBND xã /)
  })

  it('is named in general where the ground lies in several units, or in none that is asked for', () => {
    expect(merit(on('2025-01-01', '17194@pre2020'))?.district?.name).toBe(
      'Phòng Lao động – Thương binh và Xã hội',
    )
    expect(merit(on('2026-01-01'))?.commune?.name).toBe('UBND cấp xã')
  })
})

describe('the table of who is competent', () => {
  const { areas } = on('2026-11-23')
  const { groups, usual } = shortened(areas)

  it('tells areas of the same authorities in one line, and loses none', () => {
    expect(groups[0]?.areas).toContain('Việc làm')
    expect(groups[0]?.areas).toContain('Bảo hiểm thất nghiệp')
    expect(groups.length).toBeLessThan(areas.length)
    expect(groups.flatMap((group) => group.areas).sort()).toEqual(areas.map(({ area }) => area).sort())
  })

  it('keeps with every area the authorities it had', () => {
    for (const { area, authorities } of areas)
      expect(groups.find((group) => group.areas.includes(area))?.authorities).toEqual(authorities)
  })

  it('says once how sure most lines are', () => {
    expect(usual).toBe('chưa đối chiếu văn bản, cần cán bộ xác nhận')
    expect(shortened([])).toEqual({ groups: [], usual: undefined })
  })
})
