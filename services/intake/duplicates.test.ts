import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import type { CellValue } from '#platform/sheets'
import { readRecipientList } from './recipient-list.ts'

describe('the same person twice', () => {
  const columns = ['Họ và tên', 'Ngày sinh', 'Số CCCD', 'Xã', 'Nhóm']
  const twice = (...body: CellValue[][]) => {
    const sheet = { name: 'Sheet1', rows: [columns, ...body] }
    const { rows } = readRecipientList(sheet, { today: day('2026-11-23') })
    return rows.map((row) => row.probableDuplicateOf)
  }

  it('is suspected for one ID, unless it draws an allowance and care support', () => {
    expect(
      twice(
        ['Lê Thị Lan', '1950', '040150000123', 'xã A', 'K6'],
        ['Le Thi Lan', '1951', '040150000123', 'xã B', 'K6'],
        ['Lê Thị Lan', '1950', '040150000123', 'xã A', 'C5'],
      ),
    ).toEqual([undefined, 2, undefined])
  })

  it('is suspected for one name and one day anywhere, or births that meet in one unit', () => {
    expect(
      twice(
        ['Lê Thị Hoà', '12/03/1950', null, 'xã A', 'K6'],
        ['LE THI HOA', '12/03/1950', null, 'xã B', 'K6'],
        ['Lê Thị Hòa', '1950', null, 'xã A', 'K6'],
        ['Lê Thị Hòa', '1950', null, 'xã C', 'K6'],
        ['Lê Thị Hòa', '13/03/1950', '040150000123', 'xã D', 'K6'],
      ),
    ).toEqual([undefined, 2, 2, undefined, undefined])
  })

  it('is suspected where no birth could be read, by the year of the ID', () => {
    expect(
      twice(
        ['Lê Thị Hòa', '31/02/1950', '040150000123', 'xã A', 'K6'],
        ['Le Thi Hoa', '1950', null, 'xã A', 'K6'],
        ['Le Thi Hoa', '1951', null, 'xã A', 'K6'],
      ),
    ).toEqual([undefined, 2, undefined])
  })

  it('is not suspected when the IDs or the births differ', () => {
    expect(
      twice(
        ['Lê Thị Hòa', '1950', '040150000123', 'xã A', 'K6'],
        ['Lê Thị Hòa', '1950', '040150000124', 'xã A', 'K6'],
        ['Lê Thị Hòa', '1951', null, 'xã A', 'K6'],
        ['Lê Thị Hòa', null, null, 'xã A', 'K6'],
      ),
    ).toEqual([undefined, undefined, undefined, undefined])
  })
})
