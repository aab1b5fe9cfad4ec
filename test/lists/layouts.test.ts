import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { correctedFile, printedReading, readListFile, readRecipientList } from '#intake'
import { type CellValue, type Sheet, writeCells, writeWorkbook } from '#platform/sheets'

const options = { today: day('2026-11-23'), standardOn: () => 500_000 }
const headings = ['STT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Xóm', 'Đối tượng', 'Hệ số', 'Số tiền']

/** Somebody of 80, numbered. */
function person(ordinal: number, name: string, village: string | null): CellValue[] {
  return [ordinal, name, '12/03/1944', `04014400010${ordinal}`, village, 'NCT từ 80 tuổi', 1, 500_000]
}

/** The same in the key. */
function found(row: number, ordinal: number, name: string, village: string) {
  return {
    row,
    name,
    sex: 'female',
    sexFromId: true,
    category: 'K5c',
    coefficient: 1,
    amount: 500_000,
    village,
    birth: '1944-03-12',
    id: `04014400010${ordinal}`,
  }
}

function read(rows: readonly (readonly CellValue[])[], merged?: Sheet['merged']) {
  return printedReading(readRecipientList({ name: 'Sheet1', rows, ...(merged ? { merged } : {}) }, options))
}

describe('a list printed by pages', () => {
  it('has its headings, the numbers of its columns and sums of pages again and again', () => {
    expect(
      read([
        headings,
        ['A', 'B', 1, 2, 3, 4, 5, '6=5x500'],
        person(1, 'Lê Thị Lan', 'Xóm 1'),
        [null, 'Cộng trang 1', null, null, null, null, null, 500_000],
        ['Trang 2'],
        headings,
        [null, 'Mang sang', null, null, null, null, null, 500_000],
        person(2, 'Hồ Thị Ba', 'Xóm 1'),
      ]),
    ).toEqual({
      rows: [found(3, 1, 'Lê Thị Lan', 'Xóm 1'), found(8, 2, 'Hồ Thị Ba', 'Xóm 1')],
      notPeople: [
        { row: 2, is: 'column numbers' },
        { row: 4, is: 'subtotal' },
        { row: 5, is: 'note' },
        { row: 6, is: 'column headings' },
        { row: 7, is: 'subtotal' },
      ],
      problems: [],
    })
  })

  it('has both rows of its headings again', () => {
    const two = [
      ['STT', 'Họ và tên', 'Năm sinh', null, 'Số tiền'],
      [null, null, 'Nam', 'Nữ'],
    ]
    const { rows, notPeople, problems } = read([...two, [1, 'Vi Văn Ba', 1950, null, 500_000], ...two])
    expect([rows, notPeople, problems]).toMatchObject([
      [{ row: 3, sex: 'male', birth: '1950' }],
      [
        { row: 4, is: 'column headings' },
        { row: 5, is: 'column headings' },
      ],
      [],
    ])
  })
})

describe('a list by villages', () => {
  it('may begin in column B, below its title', () => {
    const list = [
      ['UBND XÃ NGHI KIỀU'],
      ['DANH SÁCH CHI TRẢ TRỢ CẤP XÃ HỘI THÁNG 3/2025'],
      headings,
      [null, 'Xóm 2'],
      person(1, 'Lê Thị Lan', null),
      [null, 'Tổng cộng', null, null, null, null, null, 500_000],
    ]
    expect(read(list.map((row) => [null, ...row]))).toEqual({
      kind: 'TCXH hàng tháng',
      month: '2025-03',
      unitAsWritten: 'xã Nghi Kiều',
      rows: [found(5, 1, 'Lê Thị Lan', 'Xóm 2')],
      notPeople: [
        { row: 4, is: 'village heading' },
        { row: 6, is: 'total' },
      ],
      problems: [],
    })
  })

  it('may have its total at the top and unnamed sums below its villages', () => {
    const sum = (said: string, ordinal: string | null = null) => [
      ordinal,
      said,
      null,
      null,
      null,
      null,
      null,
      5,
    ]
    expect(
      read([
        headings,
        sum('Tổng cộng'),
        sum('Xóm 1', 'I'),
        person(1, 'Lê Thị Lan', null),
        sum('Cộng'),
        sum('Xóm 2', 'II'),
        person(2, 'Hồ Thị Ba', null),
        sum('Cộng'),
        sum('Tổng'),
      ]),
    ).toEqual({
      rows: [found(4, 1, 'Lê Thị Lan', 'Xóm 1'), found(7, 2, 'Hồ Thị Ba', 'Xóm 2')],
      notPeople: [
        { row: 2, is: 'total' },
        { row: 3, is: 'village heading' },
        { row: 5, is: 'subtotal' },
        { row: 6, is: 'village heading' },
        { row: 8, is: 'subtotal' },
        { row: 9, is: 'total' },
      ],
      problems: [],
    })
  })

  it('may name its villages by places alone, or by the name of its sheet', () => {
    const columns = ['STT', 'Họ và tên', 'Năm sinh', 'Số tiền']
    const list = [
      columns,
      [1, 'Vi Văn Ba', 1950, 500_000],
      [null, 'TÂN SƠN'],
      [2, 'Lê Thị Lan', 1944, 500_000],
    ]
    const { rows, notPeople } = readRecipientList({ name: 'Xóm 1', rows: list }, options)
    expect(rows.map(({ name, village }) => [name, village])).toEqual([
      ['Vi Văn Ba', 'Xóm 1'],
      ['Lê Thị Lan', 'TÂN SƠN'],
    ])
    expect(notPeople).toEqual([{ row: 3, is: 'village heading' }])
  })

  it('may merge the cells of a village', () => {
    const rows = [
      headings,
      person(1, 'Lê Thị Lan', 'Xóm 1'),
      person(2, 'Hồ Thị Ba', null),
      person(3, 'Vi Thị Tư', null),
    ]
    expect(read(rows, [{ firstRow: 1, lastRow: 2, column: 4 }]).rows).toEqual([
      found(2, 1, 'Lê Thị Lan', 'Xóm 1'),
      found(3, 2, 'Hồ Thị Ba', 'Xóm 1'),
      expect.not.objectContaining({ village: expect.anything() }),
    ])
  })

  it('may hold remarks between its people', () => {
    const { rows, problems } = read([
      headings,
      person(1, 'Lê Thị Lan', 'Xóm 1'),
      [null, null, 'Ghi chú: người dưới đây chuyển đến từ xã Nghi Lâm'],
      person(2, 'Hồ Thị Ba', 'Xóm 1'),
      [null, '* Giảm trong tháng: 2 người'],
    ])
    expect([rows, problems]).toEqual([
      [found(2, 1, 'Lê Thị Lan', 'Xóm 1'), found(4, 2, 'Hồ Thị Ba', 'Xóm 1')],
      [],
    ])
  })
})

describe('a column of a list', () => {
  it.each([[['Họ đệm', 'Tên']], [['Họ và chữ đệm', 'Tên']], [['Họ và tên', null]]])(
    '%j makes one name',
    (name) => {
      const { rows } = read([
        ['STT', ...name, 'Năm sinh', 'Số tiền'],
        [1, 'Lê Thị', 'Lan', 1944, 500_000],
        [2, 'NGUYEN VAN', 'HOA', 1950, 500_000],
      ])
      expect(rows).toMatchObject([{ name: 'Lê Thị Lan' }, { name: 'Nguyễn Văn Hòa', nameFolded: true }])
    },
  )

  it.each([
    [[['STT', 'Họ và tên', 'Ngày sinh', 'Tháng sinh', 'Năm sinh', 'Số tiền']]],
    [
      [
        ['STT', 'Họ và tên', 'Ngày, tháng, năm sinh', null, null, 'Số tiền'],
        [null, null, 'Ngày', 'Tháng', 'Năm'],
      ],
    ],
  ])('%j makes one birth', (above) => {
    const body = [
      [1, 'Lê Thị Lan', 12, 3, 1944, 500_000],
      [2, 'Vi Thị Ba', null, null, 1944, 500_000],
    ]
    const { rows } = read([...above, ...body])
    expect(rows).toMatchObject([{ birth: '1944-03-12' }, { birth: '1944' }])
  })

  it('with whole addresses gives the village, the commune and the district', () => {
    const { rows } = read([
      ['STT', 'Họ và tên', 'Năm sinh', 'Địa chỉ'],
      [1, 'Lê Thị Lan', 1944, 'Xóm 3, xã Nghi Kiều, huyện Nghi Lộc, tỉnh Nghệ An'],
      [2, 'Vi Thị Ba', 1944, 'Khối Tân Tiến - P. Hưng Dũng - TP Vinh'],
      [3, 'Hồ Thị Tư', 1944, 'Xóm 5'],
    ])
    expect(rows).toMatchObject([
      { village: 'Xóm 3', unitAsWritten: ['xã Nghi Kiều', 'huyện Nghi Lộc'] },
      { village: 'Khối Tân Tiến', unitAsWritten: ['P. Hưng Dũng', 'TP Vinh'] },
      { village: 'Xóm 5' },
    ])
  })

  it.each([
    [['Số tiền (nghìn đồng)'], []],
    [['Số tiền'], [['Đơn vị tính: 1.000 đồng']]],
  ])('%j below %j is in thousands', (amount, above) => {
    const { rows, problems } = read([
      ...above,
      ['STT', 'Họ và tên', 'Hệ số', ...amount],
      [1, 'Lê Thị Lan', 1.5, 750],
      [2, 'Vi Thị Ba', 1, '500.000'],
    ])
    expect([rows, problems]).toMatchObject([[{ amount: 750_000 }, { amount: 500_000 }], []])
  })

  it('of numbers may be missing, and everything may be in capitals without tones', () => {
    expect(
      read([
        ['HO VA TEN', 'NAM SINH', 'XOM', 'DOI TUONG', 'HE SO', 'SO TIEN'],
        ['XOM 1'],
        ['LE THI LAN', 1944, null, 'NGUOI CAO TUOI TU 80', 1, 500_000],
        ['CONG XOM 1', null, null, null, null, 500_000],
        ['TONG CONG', null, null, null, null, 500_000],
        ['NGUOI LAP BIEU', null, null, 'CHU TICH'],
      ]),
    ).toMatchObject({
      rows: [{ row: 3, name: 'Lê Thị Lan', nameFolded: true, village: 'XOM 1', category: 'K5c' }],
      notPeople: [{ is: 'village heading' }, { is: 'subtotal' }, { is: 'total' }, { is: 'signatures' }],
      problems: [],
    })
  })
})

describe('a file', () => {
  const columns = headings.map((heading) => ({ heading, kind: 'text' as const }))
  const sheetNamed = (name: string, ...person: string[]) => ({ name, columns, rows: [person] })

  it('with a list on every sheet is read as one list', async () => {
    const bytes = await writeWorkbook([
      sheetNamed('Xóm 1', '1', 'Lê Thị Lan', '1944'),
      sheetNamed('Xóm 2', '1', 'Vi Văn Ba', '31/02/1950'),
    ])
    const { reading } = await readListFile(bytes, 'a.xlsx', options)
    expect(printedReading(reading)).toMatchObject({
      rows: [
        { row: 2, sheet: 'Xóm 1', name: 'Lê Thị Lan', village: 'Xóm 1' },
        { row: 2, sheet: 'Xóm 2', name: 'Vi Văn Ba', village: 'Xóm 2' },
      ],
      problems: [{ cell: "'Xóm 2'!C2", problem: 'no such day', reads: '31/02/1950' }],
    })
  })

  it('says which lists on other sheets are none of it: those who came, left or have other columns', async () => {
    const bytes = await writeWorkbook([
      sheetNamed('Xóm 1', '1', 'Lê Thị Lan', '1944'),
      sheetNamed('Giảm tháng 6', '1', 'Vi Văn Ba', '1950'),
    ])
    const { reading } = await readListFile(bytes, 'a.xlsx', options)
    expect(printedReading(reading)).toMatchObject({
      rows: [{ row: 2, name: 'Lê Thị Lan' }],
      problems: [{ cell: "'Giảm tháng 6'!A1", problem: 'another list on another sheet' }],
    })
  })

  it('with two lists side by side is refused whole', () => {
    const twice = (row: CellValue[]) => [...row, null, ...row]
    expect(read([twice(headings), twice(person(1, 'Lê Thị Lan', 'Xóm 1'))])).toEqual({
      rows: [],
      problems: [{ cell: 'A1', problem: 'two lists side by side', reads: 'Sheet1' }],
    })
  })

  it.each([
    ['\uFEFF', ';'],
    ['', '\t'],
    ['', ','],
  ])('may be a CSV beginning with %j, with %j between its cells', async (mark, between) => {
    const csv = [headings, person(1, 'Lê Thị Lan', 'Xóm 1')].map((row) => row.join(between)).join('\r\n')
    const { reading } = await readListFile(new TextEncoder().encode(mark + csv), 'a.csv', options)
    expect(printedReading(reading).rows).toEqual([found(2, 1, 'Lê Thị Lan', 'Xóm 1')])
  })

  it('of errors keeps what a faulty row repeats of the rows above it', async () => {
    const rows = [
      headings,
      person(1, 'Lê Thị Lan', 'Xóm 1'),
      [2, 'Hồ Thị Ba', '31/02/1950', null, '-nt-'],
      [3, 'Vi Thị Tư', '31/02/1950', null, null],
    ]
    const bytes = await writeCells('Sheet1', rows)
    const given = await correctedFile({ bytes, fileName: 'a.xlsx', fileId: 7 }, options)
    const { reading } = await readListFile(given?.bytes ?? new Uint8Array(), 'a.xlsx', options)
    expect(reading.rows.map(({ name, village, corrects }) => [name, village, corrects])).toEqual([
      ['Hồ Thị Ba', 'Xóm 1', 3],
      ['Vi Thị Tư', undefined, 4],
    ])
    expect(reading.corrects).toBe(7)
  })

  it('keeps what it holds through Excel', async () => {
    const bytes = await writeCells('Xóm 1', [headings, person(1, 'Lê Thị Lan', 'Xóm 1')])
    const { reading } = await readListFile(bytes, 'a.xlsx', options)
    expect(printedReading(reading).rows).toEqual([found(2, 1, 'Lê Thị Lan', 'Xóm 1')])
  })
})
