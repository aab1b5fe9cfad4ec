import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { indexVersions, parseUnitTable } from '#identity'
import { find } from './find.server.ts'
import { unitsQueryOf } from './query.ts'

const units = indexVersions(parseUnitTable(readFileSync('data/nghe-an-units.csv', 'utf8')))
const ask = (address: string) => find(units, unitsQueryOf(new URLSearchParams(address)), day('2026-11-23'))

describe('a unit on the page', () => {
  it('AD-E19 is followed through both mergers, each with its resolution', () => {
    const found = ask('ten=Diễn Ngọc, huyện Diễn Châu&ngay=2024-11-30')
    if (found.is !== 'one') throw new Error(found.is)
    expect(found).toMatchObject({ certainty: 'exact', via: 'nameThen' })
    expect(found.unit).toMatchObject({
      name: 'Xã Diễn Ngọc',
      within: 'Huyện Diễn Châu',
      isToday: false,
      madeOf: [],
    })
    expect(found.unit.legalBasis).toContain('1243/NQ-UBTVQH15')
    expect(found.unit.steps.at(-1)?.units[0]?.legalBasis).toContain('(16/06/2025)')
    expect(found.unit.steps.map(({ from, units: next }) => [from, ...next.map(({ name }) => name)])).toEqual([
      ['2024-12-01', 'Xã Ngọc Bích'],
      ['2025-07-01', 'Xã Diễn Châu'],
    ])
  })

  it('that was split goes on in both parts', () => {
    const found = ask('ten=xã Chi Khê, Con Cuông&ngay=2024-06-01')
    const steps = found.is === 'one' ? found.unit.steps.map((step) => step.units.map(({ name }) => name)) : []
    expect(steps[0]).toEqual(['Xã Chi Khê', 'Thị trấn Trà Lân'])
    expect(steps).toHaveLength(2)
  })

  it('of today tells what it was made of', () => {
    const found = ask('ten=xã Diễn Châu&ngay=2026-01-01')
    const names = found.is === 'one' ? found.unit.madeOf.map(({ name }) => name) : []
    expect(names).toContain('Xã Ngọc Bích')
    expect(found).toMatchObject({ unit: { isToday: true, steps: [] } })
  })

  it('is asked back when several may be meant, and taken when it is chosen', () => {
    const found = ask('ten=Đồng Văn&ngay=2024-06-01')
    expect(found.is === 'unsure' && found.candidates.map(({ within }) => within).sort()).toEqual([
      'Huyện Quế Phong',
      'Huyện Thanh Chương',
      'Huyện Tân Kỳ',
    ])
    expect(ask('ten=Đồng Văn&ngay=2024-06-01&don-vi=17287@pre2020')).toMatchObject({
      is: 'one',
      via: 'chosen',
      unit: { name: 'Xã Đồng Văn', within: 'Huyện Tân Kỳ' },
    })
  })

  it('is not made up', () => {
    expect(ask('ten=xã Không Có')).toEqual({ is: 'none', because: 'nothingLikeIt' })
    expect(ask('')).toEqual({ is: 'nothingAsked' })
    expect(ask('don-vi=1@nothing')).toEqual({ is: 'nothingAsked' })
  })
})
