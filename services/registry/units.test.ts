import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { resolveUnit } from '#identity'
import { withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import {
  findSuccessor,
  findUnitByCode,
  getUnit,
  indexOf,
  listChildren,
  listCommunes,
  readUnits,
  recordUnits,
  successorsOn,
  type Units,
} from './index.ts'

const database = await freshDatabase()
const machine = { kind: 'system', job: 'test' } as const
let units: Units

beforeAll(async () => {
  const table = await readFile(new URL('../../data/nghe-an-units.csv', import.meta.url), 'utf8')
  units = await withActor(database, machine, async (transaction) => {
    expect(await recordUnits(transaction, table)).toBe(671)
    expect(await recordUnits(transaction, table)).toBe(0)
    return readUnits(transaction)
  })
})

describe('the units of Nghệ An', () => {
  it('are 460, then 412, then 130 communes, and no district since 1/7/2025', () => {
    expect(listCommunes(units, day('2024-11-30'))).toHaveLength(460)
    expect(listCommunes(units, day('2025-06-30'))).toHaveLength(412)
    expect(listCommunes(units, day('2025-07-01'))).toHaveLength(130)
    expect(listChildren(units, '40', day('2026-01-01'))).toHaveLength(130)
    expect(listChildren(units, '429', day('2024-01-01')).some(({ name }) => name === 'Xã Nghi Kiều')).toBe(
      true,
    )
  })

  it('are told apart by day where a code was used again', () => {
    expect(findUnitByCode(units, '17827', day('2025-06-30'))?.name).toBe('Thị trấn Quán Hành')
    expect(findUnitByCode(units, '17827', day('2025-07-01'))?.name).toBe('Xã Nghi Lộc')
    expect(() => getUnit(units, '99999@pre2020')).toThrow('nghe-an-units.csv')
  })

  it('lead to the unit of today, and to several when the area was split', () => {
    expect(findSuccessor(units, '17827@pre2020', day('2026-01-01'))?.uid).toBe('17827@2025-07-01')
    expect(successorsOn(units, '17194@pre2020', day('2024-12-01')).map(({ code }) => code)).toEqual([
      '17185',
      '17179',
    ])
    expect(findSuccessor(units, '17194@pre2020', day('2024-11-30'))?.uid).toBe('17194@pre2020')
  })

  it('say by which resolution they came or went', () => {
    expect(getUnit(units, '17854@pre2020').legalBasis).toContain('1678/NQ-UBTVQH15')
  })

  it('are ready to be found as people write them, prepared once', () => {
    const index = indexOf(units)
    expect(indexOf(units)).toBe(index)
    const found = resolveUnit('X. Nghi Kiều, H. Nghi Lộc', { on: day('2024-06-01') }, index)
    expect(found).toMatchObject({ found: 'one', unit: { uid: '17854@pre2020' } })
  })

  it('each lead somewhere', () => {
    const lost = [...units.byUid.values()].filter(
      ({ level, uid }) => level === 'commune' && successorsOn(units, uid, day('2026-01-01')).length === 0,
    )
    expect(lost).toEqual([])
  })
})
