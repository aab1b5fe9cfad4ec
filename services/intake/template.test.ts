import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { type CellValue, readSheets, type Sheet, writeCells } from '#platform/sheets'
import { errorHeading, errorRows as errorRowsOf } from './error-rows.ts'
import type { ListReading } from './list-rows.ts'
import { readListFile, readRecipientList } from './recipient-list.ts'
import { templateColumns, templateWorkbook } from './template.ts'

const options = { today: day('2026-11-23'), standardOn: () => 540_000 }
const headings = templateColumns.map(({ heading }) => heading)
const person: Record<string, CellValue> = {
  STT: 1,
  'Họ và tên': 'Nguyễn Thị Hòa',
  'Ngày sinh': '12/03/1944',
  'Giới tính': 'Nữ',
  'Số định danh': '040144000123',
  'Thôn, xóm': 'Xóm 3',
  Xã: 'xã Nghi Kiều',
  'Mã hộ': 'H12',
  'Quan hệ với chủ hộ': 'chủ hộ',
  'Hộ nghèo': 'cận nghèo',
  'Vùng đặc biệt khó khăn': 'không',
  'Mức độ khuyết tật': 'đặc biệt nặng',
  'Lương hưu, trợ cấp khác': 'không',
  'Số con dưới 36 tháng': 0,
  'Nhóm đối tượng': 'K6',
  'Hệ số': '2,5',
  'Số tiền': '1.350.000',
  'Hưởng từ tháng': '07/2026',
  'Ghi chú': '',
}

describe('the template', () => {
  it('is a workbook with every column, and a second sheet that explains each', async () => {
    const [list, guide] = await readSheets(await templateWorkbook(), 'mau.xlsx')
    expect(list?.rows).toEqual([headings])
    for (const { heading } of templateColumns) {
      expect(guide?.rows.some((row) => String(row[0]).startsWith(heading) && row[1] !== null)).toBe(true)
    }
  })

  it('has headings that are all read, each as its own column', () => {
    const { columns, columnsNotRead } = readRecipientList(sheetOf([headings, cellsOf(headings)]), options)
    expect(columns.map(({ column }) => column)).toEqual(templateColumns.map(({ column }) => column))
    expect(columnsNotRead).toEqual([])
  })

  it('filled in gives a person, the facts and what the person receives', () => {
    const { rows, problems } = readRecipientList(sheetOf([headings, cellsOf(headings)]), options)
    expect(problems).toEqual([])
    expect(rows).toEqual([
      {
        row: 2,
        name: 'Nguyễn Thị Hòa',
        sex: 'female',
        birth: { from: '1944-03-12', to: '1944-03-12', written: '12/03/1944' },
        id: '040144000123',
        idKind: 'citizenId',
        unitAsWritten: ['xã Nghi Kiều'],
        village: 'Xóm 3',
        household: 'H12',
        relation: 'chủ hộ',
        facts: {
          poverty: 'nearPoor',
          area: 'ordinary',
          disability: 'extreme',
          insurance: 'none',
          childrenUnder36Months: '0',
        },
        award: {
          category: 'K6',
          categoryAsWritten: 'K6',
          coefficientTenths: 25,
          amountDong: 1_350_000,
          fromMonth: '2026-07',
        },
        note: undefined,
        standing: 'good',
        rowHash: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
    ])
  })

  it('is read the same with its columns in any order', () => {
    const straight = readRecipientList(sheetOf([headings, cellsOf(headings)]), options)
    fc.assert(
      fc.property(fc.shuffledSubarray(headings, { minLength: headings.length }), (shuffled) => {
        const [row] = readRecipientList(sheetOf([shuffled, cellsOf(shuffled)]), options).rows
        expect({ ...row, rowHash: '' }).toEqual({ ...straight.rows[0], rowHash: '' })
      }),
      { numRuns: 25 },
    )
  })

  it.each([
    ['capitals', (heading: string) => heading.toUpperCase()],
    [
      'no tones',
      (heading: string) =>
        heading.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D').replaceAll('đ', 'd'),
    ],
    ['NFD and spaces', (heading: string) => `  ${heading.replaceAll(' ', '   ')} `.normalize('NFD')],
    ['line breaks and units', (heading: string) => `${heading.replaceAll(' ', '\n')}\n(đồng)`],
    ['stars', (heading: string) => `${heading} (*)`],
    [
      'a slip of the pen',
      (heading: string) => (heading.length > 8 ? heading.replace(/(.)(.)$/u, '$1$1$2') : heading),
    ],
  ])('is recognised with %s', (_, change) => {
    const changed = headings.map(change)
    const { rows, columnsNotRead } = readRecipientList(sheetOf([changed, cellsOf(headings)]), options)
    expect(columnsNotRead).toEqual([])
    expect(rows[0]).toMatchObject({
      name: 'Nguyễn Thị Hòa',
      facts: { disability: 'extreme' },
      award: { category: 'K6' },
    })
  })

  it('may have lines above its headings, and columns of its own that are named and left alone', () => {
    const rows = [['DANH SÁCH'], [], [...headings, 'Màu mắt'], cellsOf(headings)]
    const reading = readRecipientList(sheetOf(rows), options)
    expect(reading.rows[0]).toMatchObject({ row: 4, name: 'Nguyễn Thị Hòa' })
    expect(reading.columnsNotRead).toEqual([{ letters: 'AL', heading: 'Màu mắt' }])
  })
})

describe('faulty cells', () => {
  const faults: [heading: string, cell: CellValue, code: string, more?: object][] = [
    ['Họ và tên', null, 'noName', { reads: '' }],
    ['Ngày sinh', '31/02/1950', 'noSuchDay'],
    ['Ngày sinh', 'không rõ', 'notABirth'],
    ['Ngày sinh', '01/01/2030', 'inFuture'],
    ['Ngày sinh', true, 'notABirth'],
    ['Giới tính', 'Ly', 'unknownSex'],
    ['Số định danh', '04014400012', 'elevenDigits'],
    ['Số định danh', 40_144_000_123, 'zeroLost', { proposes: '040144000123' }],
    ['Số định danh', '12345', 'wrongLength'],
    ['Số định danh', '043144000123', 'unknownPlaceCode'],
    ['Số định danh', '040044000123', 'sexMismatch'],
    ['Số định danh', '040145000123', 'birthYearMismatch'],
    ['Số định danh', '4,01440E+10', 'digitsRounded'],
    ['Hộ nghèo', 'giàu', 'unknownFact'],
    ['Số con dưới 36 tháng', 'nhiều', 'unknownFact'],
    ['Nhóm đối tượng', 'K9', 'unknownCategory'],
    ['Hệ số', '2,55', 'notACoefficient'],
    ['Số tiền', 'nhiều', 'notAnAmount'],
    ['Số tiền', '1.000.000', 'amountNotProduct', { expectedDong: 1_350_000 }],
    ['Hưởng từ tháng', '13/2025', 'notAMonth'],
  ]

  it.each(faults)('%s: %s is told as %s, by its address', (heading, cell, code, more = {}) => {
    const rows = [headings, cellsOf(headings), cellsOf(headings, { [heading]: cell, STT: 2 })]
    const reading = readRecipientList(sheetOf(rows), options)
    const column = templateColumns.findIndex((candidate) => candidate.heading === heading)
    const letters = reading.columns[column]?.letters
    expect(reading.problems).toEqual([
      expect.objectContaining({
        cell: `${letters}3`,
        row: 3,
        column: templateColumns[column]?.column,
        code,
        ...more,
      }),
    ])
    expect(reading.rows[0]).toMatchObject({ row: 2, standing: 'good' })
  })

  it('leave the field empty when refused, and in place when only doubted', () => {
    const rows = [
      headings,
      cellsOf(headings, { 'Ngày sinh': '31/02/1950', 'Số định danh': '04014400012' }),
      cellsOf(headings, { 'Họ và tên': 'Lê Thị Lan', 'Số định danh': '040044000123' }),
    ]
    const reading = readRecipientList(sheetOf(rows), options)
    expect(reading.rows).toMatchObject([
      { row: 2, birth: undefined, id: undefined, standing: 'faulty' },
      { row: 3, birth: { from: '1944-03-12' }, id: '040044000123', standing: 'doubtful' },
    ])
  })

  it('come back in the same layout with what to do, and the corrected file is read again', async () => {
    const rows = [
      ['UBND XÃ NGHI KIỀU'],
      headings,
      ['', 'Xóm 7'].map((cell) => cell || null),
      cellsOf(headings, { 'Thôn, xóm': null }),
      cellsOf(headings, { 'Thôn, xóm': null, 'Ngày sinh': '31/02/1950', 'Họ và tên': 'Lê Thị Lan' }),
    ]
    const sheet = sheetOf(rows)
    const reading = readRecipientList(sheet, options)
    const given = errorRows(sheet, reading)
    expect(given.map((row) => row[1] ?? null)).toEqual([null, 'Họ và tên', 'Xóm 7', 'Lê Thị Lan'])
    expect(given[1]?.slice(-2)).toEqual([errorHeading, 'Dòng gốc'])
    expect(given[3]?.at(-1)).toBe(5)
    expect(given[3]?.at(-2)).toBe(
      'C5: Không có ngày này trong lịch. Đối chiếu giấy tờ; chỉ biết năm thì viết năm, ví dụ 1950.',
    )
    const corrected = given.map((row) => row.map((cell) => (cell === '31/02/1950' ? '1950' : cell)))
    const again = readRecipientList(sheetOf(corrected), options)
    expect(again.columnsNotRead).toEqual([])
    expect(again.rows).toMatchObject([
      { name: 'Lê Thị Lan', village: 'Xóm 7', birth: { from: '1950-01-01' } },
    ])
    expect(again.rows[0]?.corrects).toBe(5)
    const bytes = await writeCells(sheet.name, given)
    const { reading: fromFile } = await readListFile(bytes, 'loi.xlsx', options)
    expect(fromFile.problems.map(({ code }) => code)).toEqual(['noSuchDay'])
  })

  it('without any headings are one problem that says what to do', () => {
    const { rows, problems } = readRecipientList(
      sheetOf([
        ['a', 'b'],
        [1, 2],
      ]),
      options,
    )
    expect([rows, problems.map(({ cell, code }) => [cell, code])]).toEqual([[], [['A1', 'noHeadings']]])
  })
})

describe('any sheet', () => {
  it('is read without failing, and every problem has the address of its row', () => {
    const cell = fc.oneof(
      fc.constantFrom<CellValue>(
        null,
        ...Object.values(person),
        ...headings,
        'Cộng',
        'TỔNG CỘNG',
        'x',
        'Xóm 1',
        true,
      ),
      fc.string({ unit: 'grapheme' }),
      fc.double(),
    )
    const rows = fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 12 })
    fc.assert(
      fc.property(fc.shuffledSubarray(headings), rows, (some, body) => {
        const reading = readRecipientList(sheetOf([some, ...body]), options)
        for (const problem of reading.problems)
          expect(problem.cell).toMatch(new RegExp(`^[A-Z]+${problem.row}$`))
        const seen = [...reading.rows, ...reading.notPeople].map(({ row }) => row)
        expect(new Set(seen).size).toBe(seen.length)
        const faulty = new Set(
          reading.problems.map(({ row }) => row).filter((row) => row >= reading.firstDataRow),
        )
        const given = errorRows(sheetOf([some, ...body]), reading).slice(reading.firstDataRow - 1)
        expect(given.filter((row) => String(row.at(-2)).includes(': ')).length).toBeGreaterThanOrEqual(
          faulty.size,
        )
      }),
    )
  })

  it('says the same of the same row twice: one hash, wherever it stands', () => {
    const other = cellsOf(headings, { 'Họ và tên': 'Trần Văn Ba' })
    const [first, , third] = readRecipientList(
      sheetOf([headings, cellsOf(headings, { STT: 1 }), other, cellsOf(headings, { STT: 3 })]),
      options,
    ).rows
    expect(third?.rowHash).toBe(first?.rowHash)
    expect(third?.probableDuplicateOf).toBe(2)
    const [moved, changed] = readRecipientList(sheetOf([headings, other, cellsOf(headings)]), options).rows
    expect(changed?.rowHash).toBe(first?.rowHash)
    expect(moved?.rowHash).not.toBe(first?.rowHash)
  })
})

function errorRows(sheet: Sheet, reading: ListReading): CellValue[][] {
  return errorRowsOf(sheet, reading).map(({ cells }) => cells)
}

function sheetOf(rows: readonly (readonly CellValue[])[]): Sheet {
  return { name: 'Danh sách', rows }
}

function cellsOf(order: readonly string[], changes: Record<string, CellValue> = {}): CellValue[] {
  return order.map((heading) => {
    const value = heading in changes ? changes[heading] : person[heading]
    return value === undefined || value === '' ? null : value
  })
}
