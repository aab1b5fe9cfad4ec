import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { birthInShort } from '#identity'
import type { CellValue, Sheet } from '#platform/sheets'
import { columnLabel } from './column-labels.ts'
import { openList, readRecipientList } from './recipient-list.ts'

const today = day('2026-11-23')

describe('columns to tick', () => {
  it('say the group and the answers of their headings, however they are ticked', () => {
    const { rows, problems } = read([
      ['STT', 'Họ và tên', 'Năm sinh', 'Đối tượng', null, 'Hộ nghèo', 'Cận nghèo'],
      [null, null, null, 'NCT từ 80', 'Mồ côi'],
      [1, 'Lê Thị Lan', 1944, 'x', null, 'x', null],
      [2, 'Lê Văn An', 2017, null, '✓', null, 'ü'],
      [3, 'Vi Thị Hà', 1943, 1, 'không', 'V', '-'],
      [4, 'Vi Văn Ba', 1942, true, 0],
    ])
    expect(problems).toEqual([])
    expect(rows.map(({ award, facts }) => [award?.category, facts.poverty])).toEqual([
      ['K5c', 'poor'],
      ['K1', 'nearPoor'],
      ['K5c', 'poor'],
      ['K5c', undefined],
    ])
    expect(columnLabel('tick:K5c')?.vi).toBe('Đánh dấu nhóm K5c')
    expect(columnLabel('tick:poverty=nearPoor')?.vi).toBe('Đánh dấu Hộ nghèo: cận nghèo')
  })

  it('are refused where two of them are ticked, or something else stands there, and neither is taken', () => {
    const { rows, problems } = read([
      ['Họ và tên', 'Năm sinh', 'NKT nặng', 'Đơn thân', 'Hộ nghèo', 'Cận nghèo'],
      ['Lê Thị Lan', 1944, 'x', 'x', null, null],
      ['Lê Văn An', 1945, 'x', null, 'x', 'x'],
      ['Vi Thị Hà', 1943, 'x', 'đã thôi', null, null],
      ['Vi Văn Ba', 1942, null, 'x', null, null],
    ])
    expect(problems.map(({ cell, code }) => [cell, code])).toEqual([
      ['D2', 'severalTicks'],
      ['F3', 'severalTicks'],
      ['D4', 'notATick'],
    ])
    expect(rows.map(({ award, facts, standing }) => [award?.category, facts.poverty, standing])).toEqual([
      [undefined, undefined, 'faulty'],
      ['K6', undefined, 'faulty'],
      ['K6', undefined, 'faulty'],
      ['K4', undefined, 'good'],
    ])
  })

  it('that hold amounts are no ticks and are told as columns not read', () => {
    const { columnsNotRead } = read([
      ['Họ và tên', 'Năm sinh', 'Thôn', 'NKT nặng'],
      ['Lê Thị Lan', 1944, 'Thôn 1', 810_000],
    ])
    expect(columnsNotRead).toEqual([{ letters: 'D', heading: 'NKT nặng' }])
  })
})

describe('a birth that is only about right', () => {
  it('is taken as a year and doubted, with the day as a proposal', () => {
    const { rows, problems } = read([
      ['Họ và tên', 'Ngày sinh', 'Thôn'],
      ['Lê Thị Lan', 'khoảng 1944', 'Thôn 1'],
      ['Lê Văn An', '15/8/1944 (ÂL)', 'Thôn 1'],
      ['Vi Thị Hà', '1944 (Ất Dậu)', 'Thôn 1'],
      ['Vi Văn Ba', '1944 (Giáp Thân)', 'Thôn 1'],
      ['Vi Văn Tư', 'khoảng năm chiến tranh', 'Thôn 1'],
    ])
    expect(rows.map(({ birth }) => birth && [birthInShort(birth), birth.written])).toEqual([
      ['1944', 'khoảng 1944'],
      ['1944', '15/8/1944 (ÂL)'],
      ['1944', '1944 (Ất Dậu)'],
      ['1944', '1944 (Giáp Thân)'],
      undefined,
    ])
    expect(problems.map(({ cell, code, proposes }) => [cell, code, proposes])).toEqual([
      ['B2', 'approximate', undefined],
      ['B3', 'lunar', '1944-08-15'],
      ['B4', 'lunar', undefined],
      ['B4', 'otherYearName', undefined],
      ['B5', 'lunar', undefined],
      ['B6', 'notABirth', undefined],
    ])
    expect(rows.map(({ standing }) => standing)).toEqual([...Array(4).fill('doubtful'), 'faulty'])
  })
})

describe('an old card', () => {
  it('is doubted where its area gave none, or its holder was too young for one', () => {
    const { rows, problems } = read([
      ['Họ và tên', 'Năm sinh', 'Số CMND'],
      ['Lê Thị Lan', 1944, '990000123'],
      ['Lê Văn An', 2015, '185269259'],
      ['Vi Thị Hà', 1944, '185269260'],
    ])
    expect(problems.map(({ cell, code }) => [cell, code])).toEqual([
      ['C2', 'unknownArea'],
      ['C3', 'tooYoungForOldId'],
    ])
    expect(rows.map(({ id, standing }) => [id, standing])).toEqual([
      ['990000123', 'doubtful'],
      ['185269259', 'doubtful'],
      ['185269260', 'good'],
    ])
  })
})

describe('two people in one row', () => {
  it.each([
    'Nguyễn Văn An và vợ Trần Thị Bình',
    'NGUYỄN VĂN AN VÀ TRẦN THỊ BÌNH',
    'Nguyễn Văn An cùng vợ là Trần Thị Bình',
    'Nguyễn Văn An + vợ: Trần Thị Bình',
    'Nguyễn Văn An, vợ Trần Thị Bình',
  ])('%s are refused, neither is read', (name) => {
    const { rows, problems } = read([
      ['Họ và tên', 'Năm sinh', 'Thôn'],
      [name, 1944, 'Thôn 1'],
    ])
    expect(problems).toMatchObject([{ cell: 'A2', code: 'twoPeople' }])
    expect(rows[0]?.standing).toBe('faulty')
  })

  it('are no families called Và, and a wife in brackets is only doubted', () => {
    const { problems } = read([
      ['Họ và tên', 'Năm sinh', 'Thôn'],
      ['Và Bá Xềnh', 1944, 'Thôn 1'],
      ['VÀ Y XÒ', 1944, 'Thôn 1'],
      ['Lê Thị Lan (vợ ông Ba)', 1944, 'Thôn 1'],
    ])
    expect(problems.map(({ cell, code }) => [cell, code])).toEqual([['A4', 'moreThanName']])
  })

  it('are known by two numbers in a cell, whatever stands between', () => {
    const numbers = [
      '040142000111 / 040143000112',
      '040142000111\n040143000112',
      '040142000111040143000112',
      '185269259, 040143000112',
      '040 142 000 117',
    ]
    const { rows, problems } = read([
      ['Họ và tên', 'Năm sinh', 'Số CCCD'],
      ...numbers.map((number) => ['Lê Minh An', null, number]),
    ])
    expect(problems.map(({ cell, code }) => [cell, code])).toEqual(
      ['C2', 'C3', 'C4', 'C5'].map((cell) => [cell, 'twoIds']),
    )
    expect(rows.map(({ id }) => id)).toEqual([...Array(4).fill(undefined), '040142000117'])
  })
})

describe('whoever receives for somebody', () => {
  it('in a row of their own is no person of the list', () => {
    const { rows, notPeople } = read([
      ['STT', 'Họ và tên', 'Năm sinh', 'Số CCCD'],
      [1, 'Lê Thị Lan', 1944, '040144000111'],
      [null, 'Người nhận thay: Lê Văn Con', 1975, '040075000116'],
      [null, '(Con Lê Văn Hai nhận thay)', null, '040075000117'],
      [null, 'Giám hộ: Vi Thị Tư', 1960],
      [2, 'Giáp Văn Hộ', 1945, '040045000118'],
    ])
    expect(rows.map(({ name }) => name)).toEqual(['Lê Thị Lan', 'Giáp Văn Hộ'])
    expect(notPeople).toEqual([3, 4, 5].map((row) => ({ row, is: 'receiver' })))
  })
})

describe('what a sheet hides', () => {
  it('is read and told: its rows one by one, its columns by their letters', () => {
    const rows = [
      ['Họ và tên', 'Năm sinh', 'Thôn'],
      ['Lê Thị Lan', 1944, 'Thôn 1'],
      ['Lê Văn An', 1945, 'Thôn 1'],
    ]
    const sheet: Sheet = { name: 'Sheet1', rows, hiddenRows: [2, 9], hiddenColumns: [2] }
    const reading = readRecipientList(sheet, { today })
    expect(reading.problems).toMatchObject([{ cell: 'A3', code: 'hiddenRow', reads: 'Lê Văn An' }])
    expect(reading.rows.map(({ village }) => village)).toEqual(['Thôn 1', 'Thôn 1'])
    expect(reading.hidden).toEqual({ rows: 1, columns: ['C'] })
    expect(reading.shown.map(({ isHidden }) => isHidden)).toEqual([undefined, undefined, true])
  })

  it('as a sheet of its own is named, and told as a list where it is one', () => {
    const headings = ['Họ và tên', 'Năm sinh', 'Thôn']
    const hidden = { name: 'Cũ', rows: [headings, ['Vi Văn Ba', 1940, 'Thôn 2']], isHidden: true as const }
    const { reading } = openList(
      [
        { name: 'Mới', rows: [headings, ['Lê Thị Lan', 1944, 'Thôn 1']] },
        hidden,
        { name: 'Mã', rows: [['K6']], isHidden: true },
      ],
      { today },
    )
    expect(reading.sheetsNotRead).toEqual(['Cũ', 'Mã'])
    expect(reading.problems).toMatchObject([{ cell: "'Cũ'!A1", code: 'hiddenSheet' }])
  })
})

describe('a sheet a month', () => {
  const headings = ['Họ và tên', 'Năm sinh', 'Số tiền']
  const paid = (name: string, dong: number): Sheet => ({
    name,
    rows: [headings, ['Lê Thị Lan', 1944, dong], ['Vi Văn Ba', 1943, dong]],
  })

  it.each([
    ['T8', 'T9', 'T10'],
    ['Tháng 8', 'Tháng 9', 'Tháng 10'],
    ['Th 8', 'Th 9', 'Th 10'],
  ])('is read at the latest, %s … %s, and the others are named', (...names) => {
    const { reading } = openList(
      names.map((name) => paid(name, 540_000)),
      { today },
    )
    expect(reading.sheetsRead.map(({ name }) => name)).toEqual([names[2]])
    expect(reading.problems.map(({ code, reads }) => [code, reads])).toEqual([
      ['otherList', names[0]],
      ['otherList', names[1]],
    ])
    expect(reading.month).toBeUndefined()
  })

  it('is of the year that its title says', () => {
    const { name, rows } = paid('Tháng 9', 540_000)
    const { reading } = openList([{ name, rows: [['DANH SÁCH NĂM 2026'], ...rows] }], { today })
    expect([reading.month, reading.monthFrom]).toEqual(['2026-09', 'sheet'])
  })

  it('is told from a sheet a group of houses, where nobody stands on two', () => {
    const { reading, pieces } = openList(
      [
        { name: 'T1', rows: [headings, ['Lê Thị Lan', 1944, 540_000]] },
        { name: 'T2', rows: [headings, ['Vi Văn Ba', 1943, 540_000]] },
      ],
      { today },
    )
    expect(reading.sheetsRead.map(({ name }) => name)).toEqual(['T1', 'T2'])
    expect([...pieces()].flatMap(({ rows }) => rows.map(({ name }) => name))).toEqual([
      'Lê Thị Lan',
      'Vi Văn Ba',
    ])
  })
})

describe('one merged cell over several people', () => {
  it('of an amount is refused for each, of what their household is holds for each', () => {
    const rows: CellValue[][] = [
      ['Họ và tên', 'Năm sinh', 'Hộ nghèo', 'Số tiền'],
      ['Lê Thị Lan', 1944, 'nghèo', 1_080_000],
      ['Vi Văn Ba', 1943],
      ['Vi Văn Tư', 1942, 'không', 540_000],
    ]
    const merged = [2, 3].map((column) => ({ firstRow: 1, lastRow: 2, column }))
    const reading = readRecipientList({ name: 'Sheet1', rows, merged }, { today })
    expect(reading.problems.map(({ cell, code }) => [cell, code])).toEqual([
      ['D2', 'mergedCells'],
      ['D3', 'mergedCells'],
    ])
    expect(reading.rows.map(({ facts, award }) => [facts.poverty, award?.amountDong])).toEqual([
      ['poor', undefined],
      ['poor', undefined],
      ['none', 540_000],
    ])
  })
})

describe('headings of two lines', () => {
  it('are read where their words go on in the row below', () => {
    const { rows, columns } = read([
      ['Số', 'Họ và', 'Năm', 'Số', 'Số'],
      ['TT', 'tên', 'sinh', 'CCCD', 'tiền'],
      [1, 'Lê Thị Lan', 1944, '040144000111', 540_000],
    ])
    expect(columns.map(({ column }) => column)).toEqual(['ordinal', 'name', 'birth', 'id', 'amount'])
    expect(rows).toMatchObject([{ name: 'Lê Thị Lan', id: '040144000111', award: { amountDong: 540_000 } }])
  })
})

describe('signatures, sums and tables among the rows', () => {
  it('end nothing: who stands below new headings or a village is read', () => {
    const { rows } = read([
      ['Họ và tên', 'Năm sinh', 'Số tiền'],
      ['Lê Thị Lan', 1944, 540_000],
      ['Cộng', null, 540_000],
      ['NGƯỜI LẬP BIỂU', null, 'CHỦ TỊCH'],
      ['Phan Thị Thảo', null, 'Nguyễn Hữu Toàn'],
      ['Họ và tên', 'Năm sinh', 'Số tiền'],
      ['Vi Văn Ba', null, null, 'mới'],
      ['Xóm 2'],
      ['Vi Văn Tư', null, null, 'mới'],
    ])
    expect(rows.map(({ name, village }) => [name, village])).toEqual([
      ['Lê Thị Lan', undefined],
      ['Vi Văn Ba', undefined],
      ['Vi Văn Tư', 'Xóm 2'],
    ])
  })

  it('with other headings are told once, and none of their rows is read by the wrong columns', () => {
    const { rows, notPeople, problems } = read([
      ['STT', 'Họ và tên', 'Năm sinh', 'Số tiền'],
      [1, 'Lê Thị Lan', 1944, 540_000],
      ['STT', 'Thôn', 'Họ và tên', 'Lý do'],
      [1, 'Thôn 1', 'Vi Văn Ba', 'chuyển đi'],
      [2, 'Thôn 2', 'Vi Văn Tư', 'chết'],
    ])
    expect(rows.map(({ name }) => name)).toEqual(['Lê Thị Lan'])
    expect(problems).toMatchObject([{ cell: 'B3', code: 'otherHeadings' }])
    expect(notPeople.map(({ row, is }) => [row, is])).toEqual([3, 4, 5].map((row) => [row, 'other list']))
  })

  it('above the headings that name somebody are told', () => {
    const { problems } = read([
      ['UBND XÃ HƯNG TÂY'],
      [1, 'Lê Thị Lan', 1944, '040144000111'],
      ['STT', 'Họ và tên', 'Năm sinh', 'Số CCCD'],
      [2, 'Vi Văn Ba', 1943, '040043000112'],
    ])
    expect(problems).toMatchObject([{ cell: 'B2', code: 'aboveHeadings', reads: 'Lê Thị Lan' }])
  })
})

describe('a column that nobody named', () => {
  it('is told wherever in it something stands', () => {
    const body = Array.from({ length: 400 }, (_, index): CellValue[] => [
      'Lê Minh An',
      1900 + (index % 100),
      'Thôn 1',
    ])
    body[390] = ['Lê Minh An', 1950, 'Thôn 1', null, 'chết 3/2026']
    const { columnsNotRead } = read([['Họ và tên', 'Năm sinh', 'Thôn'], ...body])
    expect(columnsNotRead).toEqual([{ letters: 'E', heading: '' }])
  })
})

function read(rows: CellValue[][]) {
  return readRecipientList({ name: 'Sheet1', rows }, { today })
}
