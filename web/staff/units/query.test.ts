import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { addressOf, geographyOf, unitsQueryOf } from './query.ts'

const ask = (address: string) => unitsQueryOf(new URLSearchParams(address))

describe('what the page of units is asked', () => {
  it('is nothing to begin with', () => {
    expect(ask('')).toEqual({
      written: '',
      on: undefined,
      wrongDay: undefined,
      chosen: undefined,
      livedOn: undefined,
      wrongLived: undefined,
      division: 'communesNow',
    })
  })

  it('takes a day from the field or as people type it, and keeps what is no day', () => {
    expect(ask('ngay=2024-11-30').on).toBe('2024-11-30')
    expect(ask('ngay=30/11/2024').on).toBe('2024-11-30')
    expect(ask('ngay=1.7.2025').on).toBe('2025-07-01')
    expect(ask('ngay=31/11/2024')).toMatchObject({ on: undefined, wrongDay: '31/11/2024' })
    expect(ask('song=01112026').livedOn).toBe('2026-11-01')
    expect(ask('song=hôm nay')).toMatchObject({ livedOn: undefined, wrongLived: 'hôm nay' })
  })

  it('goes back into an address', () => {
    const query = ask('ten=X. Nghi Kiều&ngay=2024-06-01&song=2026-01-01&dia-gioi=districtsBefore')
    expect(ask(addressOf(query).slice(1))).toEqual(query)
    expect(ask(addressOf(query, { 'don-vi': '17854@pre2020' }).slice(1)).chosen).toBe('17854@pre2020')
    expect(addressOf(ask(''))).toBe('?')
  })

  it('names a map by its last day', () => {
    const [today, livedOn] = [day('2026-11-23'), day('2024-01-01')]
    expect(geographyOf('communesNow', today, livedOn)).toEqual({
      on: today,
      level: 'commune',
      countedOn: livedOn,
    })
    expect(geographyOf('communesBefore', today, livedOn)).toMatchObject({
      on: '2024-11-30',
      level: 'commune',
    })
    expect(geographyOf('districtsBetween', today, livedOn)).toMatchObject({
      on: '2025-06-30',
      level: 'district',
    })
    expect(ask('dia-gioi=everything').division).toBe('communesNow')
  })
})
