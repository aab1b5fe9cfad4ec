import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { birthInShort } from '#identity'
import type { CellValue } from '#platform/sheets'
import { openList, readRecipientList } from './recipient-list.ts'

describe('headings in several rows', () => {
  it('say of what stands under the guardian that it is not the person’s', () => {
    const { rows, columnsNotRead } = read([
      ['STT', 'Họ và tên trẻ', 'Ngày sinh', 'Người giám hộ', null, null, null, 'Mức hưởng'],
      [null, null, null, 'Họ và tên', 'Quan hệ với trẻ', 'Năm sinh', 'Số CCCD'],
      [1, 'Vi Thị Hà', '20/11/2017', 'Vi Thị Tư', 'Bà', 1955, '040155000602', 810_000],
    ])
    expect(rows).toMatchObject([{ name: 'Vi Thị Hà', standing: 'good', award: { amountDong: 810_000 } }])
    expect(rows[0]?.id).toBeUndefined()
    expect(columnsNotRead.map(({ letters }) => letters)).toEqual(['E', 'F', 'G'])
  })

  it('find the person to the right of who receives for them', () => {
    const { rows } = read([
      ['STT', 'Người nhận thay', null, 'Đối tượng hưởng', null, null, 'Số tiền'],
      [null, 'Họ và tên', 'Số CCCD', 'Họ và tên', 'Năm sinh', 'Số CCCD'],
      [1, 'Vi Thị Tư', '040170000602', 'Vi Thị Hà', 1944, '040144000601', 500_000],
    ])
    expect(rows).toMatchObject([{ name: 'Vi Thị Hà', id: '040144000601', standing: 'good' }])
  })

  it('may split the births under Nam and Nữ into day, month and year', () => {
    const { rows, problems } = read([
      ['TT', 'Họ và tên', 'Ngày tháng năm sinh', null, null, null, null, null, 'Số CCCD'],
      [null, null, 'Nam', null, null, 'Nữ'],
      [null, null, 'Ngày', 'Tháng', 'Năm', 'Ngày', 'Tháng', 'Năm', 'Dòng gốc'],
      [1, 'Lô Văn Khăm', 12, 3, 1940, null, null, null, '040040000111'],
      [2, 'Vi Thị Sen', null, null, null, null, '6', '1941', '040141000112'],
      [3, 'Vi Thị Tư', null, null, null, null, null, 1950],
      [4, 'Vi Văn Năm', 31, 2, 1950],
    ])
    expect(rows.map(({ sex, birth }) => [sex, birth && birthInShort(birth)])).toEqual([
      ['male', '1940-03-12'],
      ['female', '1941-06'],
      ['female', '1950'],
      ['male', undefined],
    ])
    expect(problems).toMatchObject([{ cell: 'C7', code: 'noSuchDay', reads: '31/2/1950' }])
  })

  it('are not continued by the village that follows them', () => {
    const { rows } = read([
      ['STT', 'Họ và tên', 'Năm sinh', 'Số CCCD'],
      ['Thôn Đông'],
      [1, 'Lê Thị Lan', 1944, '040144000123'],
    ])
    expect(rows).toMatchObject([{ name: 'Lê Thị Lan', village: 'Thôn Đông' }])
  })
})

describe('a sheet that is not one list', () => {
  it('is refused when a second list stands beside the first, however few its columns', () => {
    const { rows, problems } = read([
      ['STT', 'Họ và tên', 'Năm sinh', null, 'STT', 'Họ và tên', 'Năm sinh'],
      [1, 'Lê Thị Lan', 1944, null, 3, 'Hồ Thị Tư', 1945],
    ])
    expect(rows).toEqual([])
    expect(problems).toMatchObject([{ code: 'listsSideBySide' }])
  })

  it('is refused when people stand side by side, a line for each field', () => {
    const { rows, problems } = read([
      ['STT', 1, 2],
      ['Họ và tên', 'Lê Thị Lan', 'Vi Văn Ba'],
      ['Ngày sinh', '12/03/1950', '1945'],
      ['Số CCCD', '040150000123', '040045000111'],
    ])
    expect(rows).toEqual([])
    expect(problems).toMatchObject([{ code: 'noHeadings' }])
  })

  it('is read apart from the one of another year, of which the later is taken', () => {
    const headings = ['STT', 'Họ và tên', 'Năm sinh', 'Số tiền']
    const sheet = (name: string, dong: number) => ({
      name,
      rows: [['DANH SÁCH'], headings, [1, 'Lê Thị Lan', 1944, dong]],
    })
    const sheets = [sheet('Năm 2025', 500_000), sheet('Năm 2026', 540_000), sheet('2024', 360_000)]
    const { reading } = openList(sheets, { today: day('2026-11-23') })
    expect(reading.sheetsRead.map(({ name }) => name)).toEqual(['Năm 2026'])
    expect(reading.problems).toMatchObject([
      { code: 'otherList', reads: 'Năm 2025' },
      { code: 'otherList', reads: '2024' },
    ])
  })
})

describe('a cell', () => {
  const headings = ['STT', 'Họ và tên', 'Năm sinh', 'Thôn', 'Số CCCD', 'Số tiền']

  it('whose formula fails is told and read as empty', () => {
    const { rows, problems } = read([
      headings,
      [1, 'Lê Thị Lan', '#N/A', '#REF!', '#VALUE!', '#DIV/0!'],
      [2, '#N/A', 1950, 'Thôn 1'],
    ])
    expect(rows).toMatchObject([{ name: 'Lê Thị Lan', village: undefined, standing: 'faulty' }])
    expect(problems.map(({ cell, code }) => [cell, code])).toEqual([
      ['C2', 'formulaError'],
      ['D2', 'formulaError'],
      ['E2', 'formulaError'],
      ['F2', 'formulaError'],
      ['B3', 'formulaError'],
    ])
  })

  it('of a name that holds more than one person’s name is doubted', () => {
    const names = [
      'Vi Văn Ba (chết 5/2025)',
      'Lê Thị Hoa, Lê Thị Huệ',
      'Lê Thị Mai 0912345678',
      'Lê Thị Sáu\nLê Văn Bảy',
      'Bà Nguyễn Thị Lan',
      'nt',
    ]
    const { problems } = read([headings, ...names.map((name, at) => [at + 1, name, 1950])])
    expect(problems.map(({ code }) => code)).toEqual([...Array(5).fill('moreThanName'), 'noName'])
    const clean = ['Hồ Thị\nNgọc Lan', "H' Linh Niê", 'K’Brơi', 'Y-Blô', 'BÁ VĂN CỪ', 'Ông Văn Tùng']
    expect(read([headings, ...clean.map((name, at) => [at + 1, name, 1950])]).problems).toEqual([])
  })

  it('of a number that the spreadsheet rounded proposes nothing', () => {
    const { rows, problems } = read([
      headings,
      [1, 'Lê Thị Lan', 1942, null, 38_142_000_000],
      [3, 'Lê Thị Huệ', 1942, null, '040 142 000 117'],
      [4, 'Lê Thị Mai', 1942, null, "'040.142.000.118"],
    ])
    expect(rows.map(({ id }) => id)).toEqual([undefined, '040142000117', '040142000118'])
    expect(problems.map(({ code }) => code)).toEqual(['digitsRounded'])
  })
})

describe('two digits alone for a birth', () => {
  it('are a year or an age, unless the ID tells the year', () => {
    const { problems } = read([
      ['Họ và tên', 'Năm sinh', 'Số CCCD'],
      ['Lê Thị An', 82, null],
      ['Lê Thị Bình', 45, '040145000111'],
      ['Lê Thị Ca', '12-3-44', null],
    ])
    expect(problems).toMatchObject([{ cell: 'B2', code: 'yearOrAge', reads: 82 }])
  })
})

describe('births under both Nam and Nữ', () => {
  it('are refused, and a dash under one of them is none', () => {
    const { rows, problems } = read([
      ['STT', 'Họ và tên', 'Năm sinh', null, 'Thôn'],
      [null, null, 'Nam', 'Nữ'],
      [1, 'Vi Minh', 1950, 1944],
      [2, 'Vi Thị Hà', '-', 1944],
      [3, 'Vi Văn Ba', 1950, 0],
    ])
    expect(rows.map(({ sex, birth }) => [sex, birth && birthInShort(birth)])).toEqual([
      [undefined, undefined],
      ['female', '1944'],
      ['male', '1950'],
    ])
    expect(problems).toMatchObject([{ cell: 'D3', code: 'bothSexes', reads: '1944' }])
  })
})

describe('an amount behind the number of months', () => {
  const headings = ['Họ và tên', 'Năm sinh', 'Mức hưởng', 'Số tháng', 'Thành tiền']

  it('is that of all of them, and proposes that of one', () => {
    const { month, rows, problems } = read([
      ['DANH SÁCH CHI TRẢ TRỢ CẤP XÃ HỘI QUÝ I/2025'],
      headings.filter((heading) => heading !== 'Mức hưởng'),
      ['Vi Thị Hà', 1944, 3, '1.500.000'],
      ['Vi Thị Tư', 1944, 1, '500.000'],
    ])
    expect(month).toBe('2025-03')
    expect(rows.map(({ award }) => award?.amountDong)).toEqual([undefined, 500_000])
    expect(problems).toMatchObject([{ cell: 'D3', code: 'amountOfMonths', proposes: '500000' }])
  })

  it('matters nothing where that of one month stands before it', () => {
    const { rows, problems } = read([headings, ['Vi Thị Hà', 1944, 500_000, 3, 1_500_000]])
    expect(rows.map(({ award }) => award?.amountDong)).toEqual([500_000])
    expect(problems).toEqual([])
  })
})

describe('people under a heading of changes', () => {
  it('draw nothing where they leave, and stand in no village of that name', () => {
    const { rows, problems } = read([
      ['STT', 'Họ và tên', 'Năm sinh', 'Số CCCD', 'Đối tượng', 'Số tiền'],
      [null, 'XÓM 1 (02 người)'],
      [1, 'Lê Thị Lan', 1944, null, 'NCT từ 80 tuổi', 500_000],
      ['B', 'TĂNG TRONG THÁNG'],
      [1, 'Lê Văn Mới', 1944, null, 'NCT từ 80 tuổi', 500_000],
      ['C', 'GIẢM TRONG THÁNG'],
      [1, 'Vi Văn Ba', 1940, null, 'NCT từ 80 tuổi', 500_000],
      [null, 'Tân Sơn'],
      [2, 'Vi Văn Tư', 1940, null, 'NCT từ 80 tuổi', 500_000],
    ])
    expect(rows.map(({ name, village, award }) => [name, village, award?.amountDong])).toEqual([
      ['Lê Thị Lan', 'XÓM 1', 500_000],
      ['Lê Văn Mới', 'XÓM 1', 500_000],
      ['Vi Văn Ba', 'XÓM 1', undefined],
      ['Vi Văn Tư', 'Tân Sơn', undefined],
    ])
    expect(problems.map(({ cell, code }) => [cell, code])).toEqual([
      ['B7', 'amongLeavers'],
      ['B9', 'amongLeavers'],
    ])
  })
})

describe('rows after the people', () => {
  it('are no people, whatever stands below the births', () => {
    const { rows, notPeople } = read([
      ['STT', 'Họ và tên', 'Năm sinh', 'Số CCCD', 'Thôn'],
      [1, 'Lê Thị Lan', 1944, '040144000123', 'Thôn 1'],
      [2, 'Vi Văn Ba', 'không rõ', null, 'Thôn 1'],
      [null, 'Cộng: 02 đối tượng', null, null, null, 1_000_000],
      [null, null, null, 'Châu Quang, ngày 10 tháng 12 năm 2025'],
      [null, 'ĐẠI DIỆN THÔN', 'TRƯỞNG BAN CHỈ ĐẠO'],
      [null, 'Vi Văn Tám', 'Nguyễn Hữu Toàn'],
    ])
    expect(rows.map(({ name }) => name)).toEqual(['Lê Thị Lan', 'Vi Văn Ba'])
    expect(notPeople.map(({ is }) => is)).toEqual(['total', 'signatures', 'signatures', 'signatures'])
  })
})

describe('an amount', () => {
  it('is told when no benefit is that small, and takes who and when it is for', () => {
    const { rows, problems } = read([
      ['Họ và tên', 'Năm sinh', 'Số tiền'],
      ['Lê Thị An', 1944, 540],
      ['Lê Thị Bình', 1944, '540.000 đồng/người/tháng'],
      ['Lê Thị Ca', 1944, '540.000đ/tháng'],
      ['Lê Thị Dung', 1944, 0],
    ])
    expect(rows.map(({ award }) => award?.amountDong)).toEqual([undefined, 540_000, 540_000, 0])
    expect(problems).toMatchObject([{ cell: 'C2', code: 'amountTooSmall', proposes: '540000' }])
  })

  it('of a month whose year nobody tells is told, and not read', () => {
    const { rows, problems } = read([
      ['DANH SÁCH HƯỞNG TRỢ CẤP XÃ HỘI'],
      ['STT', 'Họ và tên', 'Năm sinh', 'T1', 'T2', 'T3'],
      [1, 'Lê Văn An', 1944, null, 500_000, 500_000],
    ])
    expect(rows[0]?.award).toBeUndefined()
    expect(problems).toMatchObject([{ cell: 'E3', code: 'yearUnknown', reads: '500000' }])
  })

  it('in a second column is told as a column that is not read', () => {
    const { rows, columnsNotRead } = read([
      ['STT', 'Họ và tên', 'Năm sinh', 'Trợ cấp hàng tháng', null, 'Kinh phí chăm sóc', null],
      [null, null, null, 'Hệ số', 'Số tiền', 'Hệ số', 'Số tiền'],
      [1, 'Lê Thị Lan', 1974, 2, 1_000_000, 1, 500_000],
    ])
    expect(rows.map(({ award }) => award?.amountDong)).toEqual([1_000_000])
    expect(columnsNotRead.map(({ letters }) => letters)).toEqual(['F', 'G'])
  })
})

describe('days turned by a spreadsheet set to American days', () => {
  it('are doubted', () => {
    const turned = ['1950-12-03', '1951-08-07', '1950-02-02'].map((on) => ({ day: day(on) }))
    const births: CellValue[] = ['25/03/1944', '13/03/1944', '30/3/1944', ...turned]
    const { problems } = read([
      ['Họ và tên', 'Ngày sinh', 'Thôn'],
      ...births.map((birth): CellValue[] => ['Lê Minh An', birth, 'Thôn 1']),
    ])
    expect(problems.map(({ cell, code }) => [cell, code])).toEqual([
      ['B5', 'dayMonthUncertain'],
      ['B6', 'dayMonthUncertain'],
    ])
  })
})

function read(rows: CellValue[][]) {
  return readRecipientList({ name: 'Sheet1', rows }, { today: day('2026-11-23') })
}
