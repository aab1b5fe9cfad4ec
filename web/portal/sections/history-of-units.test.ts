import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseUnitTable } from '#identity'
import { communeFacts } from './communes.server.ts'
import { divisionsOf } from './history-of-units.ts'

const table = readFileSync(join(import.meta.dirname, '..', '..', '..', 'data', 'nghe-an-units.csv'), 'utf8')

describe('how the province is divided', () => {
  it('is counted from the register of units: 460, 412, then 130 communes and no district', () => {
    expect(divisionsOf(parseUnitTable(table))).toEqual([
      {
        ...{ from: '2025-07-01', districts: 0, communes: 130, rural: 119, wards: 11, towns: 0 },
        basis: ['1678/NQ-UBTVQH15 (16/6/2025)'],
      },
      {
        ...{ from: '2024-12-01', districts: 20, communes: 412, rural: 362, wards: 33, towns: 17 },
        basis: ['1243/NQ-UBTVQH15 (24/10/2024)'],
      },
      { from: '2020-01-01', districts: 21, communes: 460, rural: 411, wards: 32, towns: 17, basis: [] },
    ])
    expect(divisionsOf([])).toEqual([])
  })

  it('gives each of the 130 its area, its people and the communes it was made of', () => {
    const communes = communeFacts()
    expect(communes).toHaveLength(130)
    expect(communes.filter(({ name }) => name.startsWith('Phường '))).toHaveLength(11)
    const area = communes.reduce((sum, { areaKm2 }) => sum + areaKm2, 0)
    expect(area).toBeCloseTo(16_489.49, 1)
    for (const { code, areaKm2, population, madeOf } of communes)
      expect([code, areaKm2 > 0, population > 0, madeOf.length > 0]).toEqual([code, true, true, true])
    expect(communes.find(({ name }) => name === 'Phường Thành Vinh')).toMatchObject({
      areaKm2: 15.54,
      madeOf: expect.arrayContaining(['Phường Đông Vĩnh', 'Xã Hưng Chính']),
    })
  })
})
