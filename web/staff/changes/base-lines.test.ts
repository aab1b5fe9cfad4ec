import { describe, expect, it } from 'vitest'
import { difference, linesOf } from './base-lines.ts'

const names = {
  lang: 'vi' as const,
  persons: new Map([[1, 'Trần Thị Lan']]),
  unitName: (uid: string) => (uid === '17827@2025-07-01' ? 'Xã Nghi Lộc' : uid),
  key: 'disability',
}

describe('what an act would change, before an officer says yes', () => {
  it('is told in the words of the law with its days', () => {
    const before = { facts: [['severe', '2024-01-01', null]] }
    const after = {
      facts: [
        ['severe', '2024-01-01', '2026-10-31'],
        ['extreme', '2026-11-01', null],
      ],
    }
    expect(difference(before, after, names)).toEqual({
      before: ['Mức độ khuyết tật trên giấy xác nhận: khuyết tật nặng, từ 01/01/2024 đến nay'],
      after: [
        'Mức độ khuyết tật trên giấy xác nhận: khuyết tật nặng, từ 01/01/2024 đến 31/10/2026',
        'Mức độ khuyết tật trên giấy xác nhận: khuyết tật đặc biệt nặng, từ 01/11/2026 đến nay',
      ],
    })
  })

  it('leaves out of a person what stays as it is', () => {
    const person = { name: 'Lê Văn Tám', citizenId: null, birthFrom: '1950-01-01', birthTo: '1950-12-31' }
    const after = { person: { ...person, citizenId: '040050000001' } }
    const about = { ...names, key: 'citizenId' }
    expect(difference({ person }, after, about)).toEqual({
      before: [],
      after: ['Số căn cước: 040050000001'],
    })
  })

  it('shows numbers whole only where the act is about them', () => {
    const person = { name: 'Lê Văn Tám', citizenId: '040050000001', birthFrom: null, birthTo: null }
    expect(linesOf({ person }, names)).toEqual(['Họ và tên: Lê Văn Tám', 'Số căn cước: 0400 •••• •001'])
  })

  it('says which household somebody goes into', () => {
    const merged = { household: [], into: [[1, 'parent', '2026-11-01', null]] }
    expect(linesOf(merged, { ...names, into: 9 })).toEqual([
      'Hộ số 9: Trần Thị Lan: cha, mẹ, từ 01/11/2026 đến nay',
    ])
  })

  it('names people, places and households', () => {
    const base = {
      household: [
        [1, 'head', null, null],
        [2, 'child', '2020-05-01', null],
      ],
      own: [[7, 'spouse', '2020-05-01', '2026-01-31']],
      residences: [['17827@2025-07-01', 'Xóm 3', '2025-07-01', null]],
    }
    expect(linesOf(base, names)).toEqual([
      'Trần Thị Lan: chủ hộ, mọi ngày',
      'người có số hồ sơ 2: con, từ 01/05/2020 đến nay',
      'Hộ gia đình: hộ số 7, vợ, chồng, từ 01/05/2020 đến 31/01/2026',
      'Nơi ở: Xóm 3, Xã Nghi Lộc, từ 01/07/2025 đến nay',
    ])
  })
})
