import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { birthInShort } from '#identity'
import type { CellValue } from '#platform/sheets'
import { categories, findCategory } from './categories.ts'
import { readRecipientList } from './recipient-list.ts'
import { parseListMonth, readTitle } from './title.ts'

const headings = ['STT', 'Họ và tên', 'Năm sinh', 'Số CCCD', 'Đối tượng', 'Số tiền']

describe('the lines above a list', () => {
  it('tell its kind, its month and its unit', () => {
    expect(
      readTitle([
        ['ỦY BAN NHÂN DÂN PHƯỜNG VINH TÂN', null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        ['DANH SÁCH CHI TRẢ TRỢ CẤP HƯU TRÍ XÃ HỘI THÁNG 09/2026'],
      ]),
    ).toEqual({ kind: 'HTXH hàng tháng', month: '2026-09', unitAsWritten: 'phường Vinh Tân' })
    expect(readTitle([['Danh sách đối tượng BTXH tháng 6 năm 2024']])).toEqual({ month: '2024-06' })
    expect(readTitle([['Sổ theo dõi']])).toEqual({})
    expect(
      readTitle([
        ['ỦY BAN NHÂN DÂN', 'Nghi Kiều, ngày 28 tháng 2 năm 2025'],
        ['XÃ NGHI KIỀU', 'DANH SÁCH TRỢ CẤP XÃ HỘI THÁNG 3 NĂM 2025'],
      ]),
    ).toEqual({ kind: 'TCXH hàng tháng', month: '2025-03', unitAsWritten: 'xã Nghi Kiều' })
    expect(readTitle([['UBND TT. MƯỜNG XÉN', 'ngày 2 tháng 3 năm 2025']])).toEqual({
      month: '2025-03',
      unitAsWritten: 'thị trấn Mường Xén',
    })
  })

  it.each([
    ['03/2025', '2025-03'],
    ['3-2025', '2025-03'],
    ['T3/2025', '2025-03'],
    ['tháng 3 năm 2025', '2025-03'],
    ['2025-03', '2025-03'],
    ['01/03/2025', '2025-03'],
    ['2025-03-01', '2025-03'],
    [{ day: day('2025-03-15') }, '2025-03'],
    ['13/2025', undefined],
    ['2025', undefined],
    ['03/25', undefined],
    [45_000, undefined],
    [null, undefined],
  ])('name the month %s as %s', (cell: CellValue, month) => {
    expect(parseListMonth(cell)).toBe(month)
  })
})

describe('the rows of a list', () => {
  it('are told from headings, sums and signatures by what they hold', () => {
    const { rows, notPeople } = read([
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
      [null, 'I. Thôn Đông'],
      [1, 'Tống Thị Lan', 1950, null, 'K6', 500_000],
      [2, 'Công Văn Ba', 1950, null, 'K6', 500_000],
      [null, 'Cộng thôn Đông:', null, null, null, 1_000_000],
      [null, 'Bản Xiềng Tắm'],
      [3, 'Lô Thị Xóm', 1960, null, 'K6', 500_000],
      [4, 'Vi Văn Bản', null, null, null, 500_000],
      ['Tổng số: 4 người', null, null, null, null, 2_000_000],
      [null, 'Bằng chữ: Hai triệu đồng chẵn'],
      [null, null, 'Nghi Kiều, ngày 5 tháng 6 năm 2024'],
      [null, 'NGƯỜI LẬP BIỂU', null, null, 'KT. CHỦ TỊCH'],
      [null, 'Nguyễn Văn Sơn', null, null, 'Hồ Đức Thành'],
    ])
    expect(rows.map(({ row, name, village }) => [row, name, village])).toEqual([
      [4, 'Tống Thị Lan', 'Thôn Đông'],
      [5, 'Công Văn Ba', 'Thôn Đông'],
      [8, 'Lô Thị Xóm', 'Bản Xiềng Tắm'],
      [9, 'Vi Văn Bản', 'Bản Xiềng Tắm'],
    ])
    expect(notPeople).toEqual([
      { row: 2, is: 'column numbers' },
      { row: 3, is: 'village heading' },
      { row: 6, is: 'subtotal' },
      { row: 7, is: 'village heading' },
      { row: 10, is: 'total' },
      { row: 11, is: 'heading' },
      { row: 12, is: 'signatures' },
      { row: 13, is: 'signatures' },
      { row: 14, is: 'signatures' },
    ])
  })

  it('are people though a note speaks of a signature', () => {
    const { rows } = read([['1', 'Lê Thị Lan', null, null, 'K6', '810.000', 'có xác nhận của công chức xã']])
    expect(rows).toMatchObject([{ name: 'Lê Thị Lan', award: { category: 'K6', amountDong: 810_000 } }])
  })

  it('are people though they are named like villages', () => {
    const { rows, notPeople } = read([
      [null, 'BẢN VẼ'],
      [1, 'Tô Văn Ba'],
      [2, 'Lang Thị Tám'],
      [3, 'Bàn Văn Tư'],
      [null, 'Tổ 3'],
      [4, 'LANG VAN NAM'],
      ['II', 'To dan pho 4'],
      [5, 'Vi Thị Lan'],
    ])
    expect(rows.map(({ name, village }) => [name, village])).toEqual([
      ['Tô Văn Ba', 'BẢN VẼ'],
      ['Lang Thị Tám', 'BẢN VẼ'],
      ['Bàn Văn Tư', 'BẢN VẼ'],
      ['Lang Van Nam', 'Tổ 3'],
      ['Vi Thị Lan', 'To dan pho 4'],
    ])
    expect(notPeople.map(({ row }) => row)).toEqual([2, 6, 8])
  })

  it('draw the group of the heading they stand under when they name none', () => {
    const { rows } = read([
      [null, 'Người khuyết tật nặng'],
      [1, 'Lê Thị Lan', 1950, null, null, 810_000],
      ['II', 'Hộ gia đình chăm sóc người khuyết tật đặc biệt nặng'],
      [1, 'Vi Văn Ba', 1970, null, null, 540_000],
    ])
    expect(rows.map(({ name, award }) => [name, award?.category])).toEqual([
      ['Lê Thị Lan', 'K6'],
      ['Vi Văn Ba', 'C5'],
    ])
  })

  it('repeat the person above where they say so', () => {
    const { rows } = read(
      [
        [1, 'Lê Thị Lan', 'Xóm 3', 'K6'],
        [2, 'Vi Văn Ba', '-nt-', 'nt'],
        [3, 'Hồ Thị Tư', '"', 'K4'],
        [4, 'Hồ Văn Năm', 'nt', '"'],
      ],
      ['STT', 'Họ và tên', 'Thôn', 'Đối tượng'],
    )
    expect(rows.map(({ village, award }) => [village, award?.category])).toEqual([
      ['Xóm 3', 'K6'],
      ['Xóm 3', 'K6'],
      ['Xóm 3', 'K4'],
      ['Xóm 3', 'K4'],
    ])
  })

  it('may have a column of their own for old cards, which stand in where there is no citizen ID', () => {
    const { rows, problems } = read(
      [
        [1, 'Lê Thị Lan', '185269259', '040150000123'],
        [2, 'Vi Văn Ba', '185269260', null],
        [3, 'Hồ Thị Tư', '1852', null],
      ],
      ['STT', 'Họ và tên', 'Số CMND', 'Số CCCD'],
    )
    expect(rows.map(({ id, idKind }) => [id, idKind])).toEqual([
      ['040150000123', 'citizenId'],
      ['185269260', 'oldId'],
      [undefined, undefined],
    ])
    expect(problems).toMatchObject([{ cell: 'C4', code: 'wrongLength', reads: '1852' }])
  })

  it('may have the day, the month and the year of birth in three columns', () => {
    const { rows, problems } = read(
      [
        ['Lê Thị Lan', 12, 3, 1950],
        ['Vi Văn Ba', null, '3', '1950'],
        ['Hồ Thị Tư', null, null, 1950],
        ['Hồ Văn Năm', 31, 2, 1950],
      ],
      ['Họ và tên', 'Ngày tháng năm sinh', null, null],
      [null, 'Ngày', 'Tháng', 'Năm'],
    )
    expect(rows.map(({ birth }) => birth && birthInShort(birth))).toEqual([
      '1950-03-12',
      '1950-03',
      '1950',
      undefined,
    ])
    expect(problems).toMatchObject([{ cell: 'D6', code: 'noSuchDay', reads: '31/2/1950' }])
  })

  it('tell a death in the note', () => {
    const rows = read(
      [
        [1, 'Lê Thị Lan', 'Chết 3/2024'],
        [2, 'Vi Văn Ba', 'Mất ngày 12/3/2024'],
        [3, 'Hồ Thị Tư', 'mất giấy tờ'],
        [4, 'Hồ Văn Năm', 'con nhận thay'],
      ],
      ['STT', 'Họ và tên', 'Ghi chú'],
    ).rows
    expect(rows.map(({ died }) => died)).toEqual([
      { from: '2024-03-01', to: '2024-03-31' },
      { from: '2024-03-12', to: '2024-03-12' },
      undefined,
      undefined,
    ])
  })
})

describe('the values shown of a column', () => {
  it('are written as people write them, a day that Excel keeps as well', () => {
    const { shown } = read(
      [
        ['Lê An', { day: day('1956-08-26') }, 540_000],
        ['Lê Bình', '2-7-1961', 810_000],
      ],
      ['Họ và tên', 'Mốc', 'Số tiền'],
    )
    expect(shown.map(({ samples }) => samples)).toEqual([
      ['Lê An', 'Lê Bình'],
      ['26/08/1956', '2-7-1961'],
      ['540000', '810000'],
    ])
  })
})

describe('the sex of a person', () => {
  it('is read from a tick under Nam or Nữ', () => {
    const { rows } = read(
      [
        [1, 'Lê An', 'x', null, 1950],
        [2, 'Lê Bình', null, 'x', 1950],
      ],
      ['STT', 'Họ và tên', 'Giới tính', null, 'Năm sinh'],
      [null, null, 'Nam', 'Nữ', null],
    )
    expect(rows.map(({ sex, sexInferred }) => [sex, sexInferred])).toEqual([
      ['male', undefined],
      ['female', undefined],
    ])
  })

  it('is read from births under Nam and Nữ, also where no heading above says that they are births', () => {
    const { rows, problems } = read(
      [
        [1, 'Lê An', 1950, '-'],
        [2, 'Lê Bình', null, '02/07/1961'],
        [3, 'Lê Chi', null, { day: day('1962-08-03') }],
        [4, 'Lê Dũng', '31/02/1970', 0],
      ],
      ['STT', 'Họ và tên', 'Nam', 'Nữ'],
    )
    expect(rows.map(({ sex, birth }) => [sex, birth?.from])).toEqual([
      ['male', '1950-01-01'],
      ['female', '1961-07-02'],
      ['female', '1962-08-03'],
      ['male', undefined],
    ])
    expect(problems.map(({ cell }) => cell)).toEqual(['C5'])
  })

  it('is read from ticks whose meaning the list itself shows', () => {
    const { rows } = read(
      [
        ['Lê Thị An', 'x', '040150000001'],
        ['Hồ Thị Bình', 'x', null],
        ['Vi Văn Châu', null, '040050000002'],
        ['Lê Đức', null, null],
        ['Hồ Thị Em', null, '040150000003'],
      ],
      ['Họ và tên', 'Giới tính', 'Số CCCD'],
    )
    expect(rows.map(({ sex }) => sex)).toEqual(['female', 'female', 'male', 'male', 'female'])
    expect(rows.every(({ sexInferred }) => sexInferred)).toBe(true)
  })

  it('stays unknown when nothing tells it', () => {
    const { rows } = read([['Lê Minh An', null, null]], ['Họ và tên', 'Giới tính', 'Số CCCD'])
    expect(rows[0]).not.toHaveProperty('sexInferred')
    expect(rows[0]?.sex).toBeUndefined()
  })
})

describe('a two-digit year', () => {
  it('is of the century the ID tells, when the ID agrees with everything else', () => {
    const { rows } = read(
      [
        ['Lê Thị An', 'Nữ', '12-3-20', '040120000001'],
        ['Lê Thị Bình', 'Nữ', '12-3-20', '040320000001'],
        ['Lê Văn Châu', 'Nam', '12-3-20', '040120000001'],
        ['Lê Văn Dần', 'Nam', '12-3-20', null],
      ],
      ['Họ và tên', 'Giới tính', 'Ngày sinh', 'Số CCCD'],
    )
    expect(rows.map(({ birth }) => birth?.from)).toEqual([
      '1920-03-12',
      '2020-03-12',
      '2020-03-12',
      '2020-03-12',
    ])
    expect(rows.every(({ birthTwoDigitYear }) => birthTwoDigitYear)).toBe(true)
  })
})

describe('a two-digit year of somebody old', () => {
  it('is of the century before, whatever the list leaves out', () => {
    const { rows } = read(
      [
        ['Lê Thị An', '12-3-24', 'NCT từ đủ 80 tuổi'],
        ['Lê Thị Bình', '12-3-24', 'Trẻ mồ côi'],
        ['Lê Thị Châu', '12-3-44', 'NCT từ đủ 80 tuổi'],
      ],
      ['Họ và tên', 'Ngày sinh', 'Đối tượng'],
    )
    expect(rows.map(({ birth }) => birth?.from)).toEqual(['1924-03-12', '2024-03-12', '1944-03-12'])
  })
})

describe('groups', () => {
  it.each(categories.map((category) => [category]))('%s is read from its code', (category) => {
    expect(findCategory(category)).toBe(category)
    expect(findCategory(` ${category.toLowerCase()} `)).toBe(category)
  })

  it.each([
    ['Trẻ mồ côi cả cha lẫn mẹ', 'K1'],
    ['Trẻ em bị bỏ rơi chưa có người nhận nuôi', 'K1'],
    ['Trẻ em không có nguồn nuôi dưỡng', 'K1'],
    ['Người từ 16 đến 22 tuổi mồ côi đang học', 'K2'],
    ['Trẻ em nhiễm HIV thuộc hộ nghèo', 'K3'],
    ['Đơn thân nghèo nuôi con', 'K4'],
    ['Người cao tuổi nghèo không có người phụng dưỡng', 'K5a'],
    ['NCT từ 75 đến 80 tuổi hộ nghèo vùng ĐBKK', 'K5b'],
    ['NCT từ đủ 80 tuổi trở lên', 'K5c'],
    ['NCT đủ điều kiện vào cơ sở được nhận chăm sóc tại cộng đồng', 'K5d'],
    ['Người KT đặc biệt nặng', 'K6'],
    ['NKT nặng là trẻ em', 'K6'],
    ['Trẻ em dưới 3 tuổi hộ nghèo vùng ĐBKK', 'K7'],
    ['Người nhiễm HIV nghèo', 'K8'],
    ['Nhận chăm sóc trẻ em dưới 4 tuổi', 'C1'],
    ['Nhận chăm sóc trẻ em từ 4 tuổi', 'C2'],
    ['Người khuyết tật nặng đang mang thai', 'C3'],
    ['NKT mang thai và nuôi con dưới 36 tháng', 'C4'],
    ['Hộ gia đình chăm sóc NKT ĐBN', 'C5'],
    ['Nhận chăm sóc người khuyết tật đặc biệt nặng', 'C6'],
    ['Nhận nuôi dưỡng trẻ em khuyết tật đặc biệt nặng', 'C7'],
    ['Hưu trí xã hội', 'SP'],
    ['khoản 5 điểm c', 'K5c'],
    ['Điểm c, khoản 5, Điều 5 NĐ 20/2021/NĐ-CP', 'K5c'],
    ['5.5.c', 'K5c'],
    ['5c', 'K5c'],
    ['Đ5.K5.c', 'K5c'],
    ['K5c - NCT từ 80 tuổi', 'K5c'],
    ['Người cao tuổi từ 80', 'K5c'],
    ['NCT trên 85 tuổi', 'K5c'],
    ['NCT từ đủ 80 tuổi hộ nghèo', 'K5c'],
    ['NCT 80 tuổi cô đơn', 'K5a'],
    ['Người từ đủ 75 đến dưới 80 tuổi hộ nghèo', 'K5b'],
    ['5.4', 'K4'],
    ['Khoản 1 điểm b', 'K1'],
    ['TEMC', 'K1'],
    ['NKTĐBN', 'K6'],
    ['K6: NKT nặng', 'K6'],
    ['Chăm sóc NKT ĐBN', 'C5'],
    ['Trợ cấp hưu trí XH', 'SP'],
    ['Khoản 1 Điều 20', undefined],
    ['Khoản 5', undefined],
    ['5', undefined],
    ['Điểm a khoản 5', 'K5a'],
    ['Khoản 6', 'K6'],
    ['Người có công', undefined],
    ['K9', undefined],
    ['', undefined],
  ])('%s is %s', (words, category) => {
    expect(findCategory(words)).toBe(category)
  })
})

function read(body: CellValue[][], first: CellValue[] = headings, second?: CellValue[]) {
  const above = second ? [first, second] : [first]
  return readRecipientList({ name: 'Sheet1', rows: [...above, ...body] }, { today: day('2026-11-23') })
}
