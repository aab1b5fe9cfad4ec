import { writeXlsx } from 'hucre/xlsx'
import type { KeptList } from './kept-lists.ts'

type Cell = string | number | null

interface MadeSheet {
  name: string
  rows: Cell[][]
  /** As Excel writes them: `F4:F6`. */
  merged?: string[]
  /** Rows and columns as Excel names them. */
  hiddenRows?: number[]
  hiddenColumns?: string[]
  isHidden?: true
}

const workbook = (file: string, sheets: MadeSheet[]): KeptList => ({
  file,
  async bytes() {
    return writeXlsx({
      sheets: sheets.map(({ name, rows, merged = [], hiddenRows = [], hiddenColumns = [], isHidden }) => ({
        name,
        rows,
        merges: merged.map(rangeOf),
        rowDefs: new Map(hiddenRows.map((row) => [row - 1, { hidden: true }])),
        columns: hiddenColumns.length === 0 ? [] : columnsHiding(hiddenColumns),
        ...(isHidden ? { hidden: true } : {}),
      })),
    })
  },
})

const indexOf = (letter: string) => letter.charCodeAt(0) - 65

function columnsHiding(letters: string[]) {
  const width = Math.max(...letters.map(indexOf)) + 1
  return Array.from({ length: width }, (_, index) =>
    letters.map(indexOf).includes(index) ? { hidden: true } : {},
  )
}

function rangeOf(written: string) {
  const [first = '', last = ''] = written.split(':')
  const row = (cell: string) => Number(cell.slice(1)) - 1
  return {
    startRow: row(first),
    endRow: row(last),
    startCol: indexOf(first[0] ?? ''),
    endCol: indexOf(last[0] ?? ''),
  }
}

/** A column for each group and each answer, ticked in whatever way; two ticks in one row; a word instead of a tick. */
const ticked = workbook('danh-dau-doi-tuong-2026-09.xlsx', [
  {
    name: 'Danh sách',
    rows: [
      ['UBND XÃ HƯNG TÂY'],
      ['DANH SÁCH ĐỐI TƯỢNG BẢO TRỢ XÃ HỘI THÁNG 9 NĂM 2026'],
      [
        'STT',
        'Họ và tên',
        'Năm sinh',
        'Số CCCD',
        'Đối tượng',
        null,
        null,
        null,
        'Mức độ khuyết tật',
        null,
        'Hộ nghèo',
        'Hộ cận nghèo',
        'Số tiền',
      ],
      [null, null, null, null, 'NCT từ 80', 'NKT nặng', 'NKT ĐBN', 'Mồ côi', 'Nặng', 'Đặc biệt nặng'],
      [1, 'Nguyễn Thị Lài', 1944, '040144000111', 'x', null, null, null, null, null, null, null, 540_000],
      [2, 'Trần Văn Đông', 1980, '040080000112', null, '✓', null, null, 'X', null, 'x', null, 810_000],
      [3, 'Hồ Thị Mận', 1975, '040175000113', null, null, 1, null, null, '√', null, 'v', 1_080_000],
      [4, 'Vi Văn Hai', 1943, '040043000114', 'x', 'x', null, null, 'x', 'x', null, null, 810_000],
      [5, 'Lô Thị Ba', 2017, '040317000115', null, null, null, 'ü', null, null, null, null, 810_000],
      [6, 'Lê Văn Tư', 1941, '040041000116', 'đã chết', null, null, null, null, null, null, null, 540_000],
      [null, 'Tổng cộng', null, null, 3, 2, 1, 1, 2, 2, 1, 1, 4_590_000],
    ],
    merged: ['E3:H3', 'I3:J3'],
  },
])

/** A row, a column and two sheets that the workbook does not show. */
const hidden = workbook('an-dong-an-trang-2026-09.xlsx', [
  {
    name: 'Đang hưởng',
    rows: [
      ['UBND XÃ HƯNG TÂY'],
      ['DANH SÁCH CHI TRẢ TRỢ CẤP XÃ HỘI THÁNG 9 NĂM 2026'],
      ['STT', 'Họ và tên', 'Năm sinh', 'Số CCCD', 'Đối tượng', 'Số tiền'],
      [1, 'Nguyễn Thị Lài', 1944, '040144000111', 'NCT từ 80 tuổi', 540_000],
      [2, 'Trần Văn Đông', 1942, '040042000112', 'NCT từ 80 tuổi', 540_000],
      [3, 'Hồ Thị Mận', 1941, '040141000113', 'NCT từ 80 tuổi', 540_000],
    ],
    hiddenRows: [5],
    hiddenColumns: ['D'],
  },
  {
    name: 'Danh sách cũ',
    rows: [
      ['STT', 'Họ và tên', 'Năm sinh', 'Số CCCD', 'Đối tượng', 'Số tiền'],
      [1, 'Vi Văn Hai', 1943, '040043000114', 'NCT từ 80 tuổi', 540_000],
    ],
    isHidden: true,
  },
  { name: 'Mã', rows: [['NCT'], ['NKT']], isHidden: true },
])

/** Husband and wife in one row, two numbers in one cell, whoever receives for somebody in a row and in columns. */
const couples = workbook('vo-chong-mot-dong-2026-09.xlsx', [
  {
    name: 'T9',
    rows: [
      ['UBND XÃ HƯNG TÂY'],
      ['DANH SÁCH CHI TRẢ TRỢ CẤP XÃ HỘI THÁNG 9 NĂM 2026'],
      ['STT', 'Họ và tên', 'Năm sinh', 'Số CCCD', 'Đối tượng', 'Số tiền', 'Người nhận thay', null],
      [null, null, null, null, null, null, 'Họ và tên', 'Số CCCD'],
      [1, 'Nguyễn Văn An và vợ Trần Thị Bình', 1942, '040042000111', 'NCT từ 80 tuổi', 1_080_000],
      [2, 'Lê Thị Châu', 1943, '040143000112 / 040143000113', 'NCT từ 80 tuổi', 540_000],
      [3, 'Và Bá Xềnh', 1943, '040043000114', 'NCT từ 80 tuổi', 540_000],
      [4, 'Hồ Thị Dần', 1944, '040144000115', 'NCT từ 80 tuổi', 540_000, 'Hồ Văn Con', '040075000116'],
      [null, 'Người nhận thay: Hồ Văn Con', 1975, '040075000116'],
      [5, 'Vi Thị Em', 'khoảng 1944', '185269259', 'NCT từ 80 tuổi', 540_000],
      [6, 'Lô Thị Gái', '15/8/1944 (ÂL)', '99xxxxxxx', 'NCT từ 80 tuổi', 540_000],
      [7, 'Vi Văn Hổ', '1944 (Ất Dậu)', '990000123', 'NCT từ 80 tuổi', 540_000],
    ],
    merged: ['G3:H3'],
  },
])

const monthly = ['STT', 'Họ và tên', 'Năm sinh', 'Số CCCD', 'Số tiền']
const paidIn = (dong: number): Cell[][] => [
  monthly,
  [1, 'Nguyễn Thị Lài', 1944, '040144000111', dong],
  [2, 'Trần Văn Đông', 1942, '040042000112', dong],
]

/** A sheet a month, called only T1, T2 …, of a year that no line says; and one of other columns. */
const months = workbook('moi-thang-mot-trang.xlsx', [
  { name: 'T1', rows: paidIn(500_000) },
  { name: 'T2', rows: [...paidIn(500_000), [3, 'Hồ Thị Mận', 1945, '040145000113', 500_000]] },
  { name: 'T3', rows: [...paidIn(540_000), [3, 'Hồ Thị Mận', 1945, '040145000113', 540_000]] },
  {
    name: 'Cộng cả năm',
    rows: [
      ['Tháng', 'Số người', 'Số tiền'],
      ['T1', 2, 1_000_000],
    ],
  },
])

/** One sheet a village, called T1, T2: nobody stands on two of them. */
const hamlets = workbook('moi-to-mot-trang-2026-09.xlsx', [
  {
    name: 'T1',
    rows: [
      ['DANH SÁCH CHI TRẢ TRỢ CẤP XÃ HỘI THÁNG 9 NĂM 2026'],
      monthly,
      [1, 'Nguyễn Thị Lài', 1944, '040144000111', 540_000],
    ],
  },
  {
    name: 'T2',
    rows: [
      ['DANH SÁCH CHI TRẢ TRỢ CẤP XÃ HỘI THÁNG 9 NĂM 2026'],
      monthly,
      [1, 'Vi Văn Hai', 1943, '040043000114', 540_000],
      [2, 'Lô Thị Ba', 1941, '040141000115', 540_000],
    ],
  },
])

/** The amount and the poverty of a household in one merged cell; headings that go on in a second line. */
const merged = workbook('gop-o-theo-ho-2026-09.xlsx', [
  {
    name: 'Danh sách',
    rows: [
      ['UBND XÃ HƯNG TÂY'],
      ['DANH SÁCH TRỢ CẤP XÃ HỘI THÁNG 9 NĂM 2026'],
      ['Số', 'Họ và', 'Năm', 'Số định', 'Đối', 'Hộ', 'Số'],
      ['TT', 'tên', 'sinh', 'danh', 'tượng', 'nghèo', 'tiền'],
      [1, 'Nguyễn Thị Lài', 1944, '040144000111', 'NCT từ 80 tuổi', 'nghèo', 1_350_000],
      [2, 'Trần Văn Đông', 1980, '040080000112', 'NKT nặng'],
      [3, 'Hồ Thị Mận', 1945, '040145000113', 'NCT từ 80 tuổi', 'không', 540_000],
    ],
    merged: ['F5:F6', 'G5:G6'],
  },
])

/** Sums and signatures of each village among the rows, and a second table with columns of its own at the end. */
const signed = workbook('ky-ten-tung-xom-2026-09.xlsx', [
  {
    name: 'Danh sách',
    rows: [
      ['UBND XÃ HƯNG TÂY'],
      ['DANH SÁCH CHI TRẢ TRỢ CẤP XÃ HỘI THÁNG 9 NĂM 2026'],
      ['Họ và tên', 'Năm sinh', 'Thôn', 'Đối tượng', 'Số tiền'],
      [null, null, 'XÓM 1'],
      ['Nguyễn Thị Lài', 1944, 'Xóm 1', 'NCT từ 80 tuổi', 540_000],
      ['Cộng xóm 1', null, null, null, 540_000],
      ['Trưởng xóm ký xác nhận', null, null, 'NGƯỜI LẬP BIỂU'],
      ['Phan Thị Thảo', null, null, 'Nguyễn Hữu Toàn'],
      ['Họ và tên', 'Năm sinh', 'Thôn', 'Đối tượng', 'Số tiền'],
      ['Vi Văn Hai', null, 'Xóm 2', 'NCT từ 80 tuổi'],
      ['Lô Thị Ba', 1941, 'Xóm 2', 'NCT từ 80 tuổi', 540_000],
      ['TỔNG CỘNG', null, null, null, 1_080_000],
      ['NGƯỜI LẬP BIỂU', null, null, 'TM. ỦY BAN NHÂN DÂN'],
      ['Phan Thị Thảo', null, null, 'Nguyễn Hữu Toàn'],
      ['STT', 'Họ và tên', 'Số CCCD', 'Lý do'],
      [1, 'Hồ Văn Cắt', '040042000119', 'Chuyển đi'],
    ],
  },
])

/** Lists that are easily read short: what is left out of each must be told. */
export const wholeLists: readonly KeptList[] = [ticked, hidden, couples, months, hamlets, merged, signed]
