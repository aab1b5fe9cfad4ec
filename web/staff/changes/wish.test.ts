import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { indexVersions, parseUnitTable } from '#identity'
import type { Act } from '#registry'
import { personsOf, wishOf } from './wish.server.ts'

const unitUid = '16702@2025-07-01'
const units = indexVersions(
  parseUnitTable(`code,name_vi,type,level,parent_code,valid_from,valid_to,successor_codes,uid,predecessor_codes,legal_basis
16702,Phường Vinh Phú,phường,commune,40,2025-07-01,,,${unitUid},,`),
)
const names = new Map([
  [1, 'Trần Thị Lan'],
  [2, 'Lê Văn Tám'],
])
const wording = { units, lang: 'vi', names } as const
const on = day('2026-11-01')

describe('what an act asks for, in one line', () => {
  it('names who leaves in a split, who heads them and who heads the others', () => {
    const split: Act = {
      kind: 'split',
      householdId: 7,
      leaving: [{ personId: 1 }, { personId: 3 }],
      headId: 3,
      newHeadId: 2,
      on,
    }
    expect(personsOf(split)).toEqual([1, 3, 3, 2])
    expect(wishOf(split, wording)).toBe(
      'người có số hồ sơ 3 (chủ hộ mới), Trần Thị Lan; ở lại: chủ hộ Lê Văn Tám; từ 01/11/2026',
    )
  })

  it('names the village and the unit of a move', () => {
    const to = { unitUid, village: 'Khối 5' }
    expect(wishOf({ kind: 'move', personId: 1, to, on, whole: true }, wording)).toBe(
      'Khối 5, Vinh Phú, từ 01/11/2026, cả hộ cùng chuyển',
    )
  })

  it('shows a number whole only to who looks at the request itself', () => {
    const change = { citizenId: '040144000123' }
    const act = { kind: 'correctPerson', personId: 1, change } as const
    expect(wishOf(act, wording)).toBe('0401 •••• •123')
    expect(wishOf(act, { ...wording, whole: true })).toBe('040144000123')
  })
})
