import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { parseDossierCode } from './dossier-codes.ts'
import { placeCodes } from './place-codes.ts'
import { parseProvinceTable, provinceOn, provincesOfAgency } from './provinces.ts'

const provinces = parseProvinceTable(readFileSync('data/provinces.csv', 'utf8'))
const [before, now] = [day('2025-06-30'), day('2025-07-01')]

describe('the code of a province', () => {
  it('AD-E21 means another province after 1/7/2025 where it was used again', () => {
    expect([before, now].map((on) => provinceOn(provinces, '80', on)?.name)).toEqual([
      'Tỉnh Long An',
      'Tỉnh Tây Ninh',
    ])
    expect(provinceOn(provinces, '72', before)?.name).toBe('Tỉnh Tây Ninh')
    expect(provinceOn(provinces, '72', now)).toBeUndefined()
    const again = new Set(
      provinces
        .filter(({ code }) => {
          const [old, later] = [before, now].map((on) => provinceOn(provinces, code, on)?.name)
          return old !== undefined && later !== undefined && old !== later
        })
        .map(({ code }) => code),
    )
    for (const code of ['15', '24', '44', '52', '80', '82', '91']) expect(again).toContain(code)
  })

  it('leads from 63 provinces to 34, none to nowhere', () => {
    const standing = (on: typeof now) =>
      provinces.filter(({ from, to }) => (!from || from <= on) && (!to || to >= on))
    expect([standing(before).length, standing(now).length]).toEqual([63, 34])
    for (const { successorCode } of standing(before)) {
      if (successorCode) expect(provinceOn(provinces, successorCode, now)).toBeDefined()
    }
  })

  it('has the places of citizen IDs that the numbers are checked against', () => {
    const known = provinces.flatMap(({ placeCode }) => placeCode ?? [])
    expect(new Set(known)).toEqual(new Set(placeCodes.keys()))
  })
})

describe('the code of a dossier', () => {
  it('AD-E25 of 2022 is read as it was issued', () => {
    const code = parseDossierCode('000.00.00.H41-220628-0001')
    expect(code).toEqual({
      unitCode: '000.00.00.H41',
      agencyCode: 'H41',
      receivedOn: '2022-06-28',
      sequence: '0001',
      style: 'TT01_2018',
    })
    expect(provincesOfAgency(provinces, 'H41', day('2022-06-28')).map(({ name }) => name)).toEqual([
      'Tỉnh Nghệ An',
    ])
  })

  it('of the newer style is read too', () => {
    expect(parseDossierCode('H41.12-20261123-0000001')).toMatchObject({
      agencyCode: 'H41',
      receivedOn: '2026-11-23',
      sequence: '0000001',
      style: 'dotted',
    })
  })

  it('is nothing else', () => {
    for (const text of [
      '',
      'H41',
      '000.00.00.H41-221328-0001',
      '000.00.00.H41-220631-0001',
      '000.00.00.H41-220628-1',
    ])
      expect(parseDossierCode(text)).toBeUndefined()
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => parseDossierCode(text) === undefined))
  })
})
