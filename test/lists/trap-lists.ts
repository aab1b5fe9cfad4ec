import { writeXlsx } from 'hucre/xlsx'
import type { KeptList } from './kept-lists.ts'

type Cell = string | number | Date | null

interface MadeSheet {
  name: string
  rows: Cell[][]
  /** As Excel writes them: `C9:H9`. */
  merged?: string[]
}

const workbook = (file: string, sheets: MadeSheet[]): KeptList => ({
  file,
  async bytes() {
    return writeXlsx({
      sheets: sheets.map(({ name, rows, merged = [] }) => ({ name, rows, merges: merged.map(rangeOf) })),
    })
  },
})

function rangeOf(written: string) {
  const [first = '', last = ''] = written.split(':')
  const column = (cell: string) => cell.charCodeAt(0) - 65
  const row = (cell: string) => Number(cell.slice(1)) - 1
  return { startRow: row(first), endRow: row(last), startCol: column(first), endCol: column(last) }
}

/** Headings in row 14; numbering from 1 in each village; IDs as people type them; those who leave at the end. */
const byChanges = workbook('tcxh-tang-giam-2026-08.xlsx', [
  {
    name: 'T8',
    rows: [
      ['ỦY BAN NHÂN DÂN', null, null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['XÃ HƯNG TÂY', null, null, null, 'Độc lập - Tự do - Hạnh phúc'],
      ['Số: 45/DS-UBND', null, null, null, 'Hưng Tây, ngày 02 tháng 8 năm 2026'],
      [],
      ['DANH SÁCH'],
      ['Đối tượng bảo trợ xã hội hưởng trợ cấp hằng tháng'],
      ['Tháng 8 năm 2026'],
      ['(Kèm theo Công văn số 45/UBND ngày 02/8/2026)'],
      [],
      ['Đơn vị tính: đồng'],
      [],
      [],
      [],
      [
        'Số TT',
        'Họ và tên đối tượng',
        'Ngày, tháng, năm sinh',
        'Số CCCD/ĐDCN',
        'Diện đối tượng',
        'Hệ số',
        'Mức hưởng/tháng',
        'Ghi chú',
      ],
      ['A', 'B', 1, 2, 3, 4, 5, 6],
      ['I', 'XÓM 5'],
      [1, 'Nguyễn Thị Lài', '12/3/1944', '040 144 000 111', 'NCT từ đủ 80 tuổi', 1, '540.000đ/tháng'],
      [2, 'Trần Văn Đông', '1980', '040.080.000.112', 'KT nặng', '1,5', '810.000đ/tháng'],
      [3, 'Hồ Thị Mận', '2/9/1975', "'040175000113", 'KT nặng', 1.5, '810.000 đ/tháng', 'con nhận thay'],
      [null, 'Cộng xóm 5: 03 người', null, null, null, null, '2.160.000đ'],
      ['II', 'XÓM 6 (02 người)'],
      [1, 'Lê Văn Bốn', '1943', '3.80E+10', 'NCT từ đủ 80 tuổi', 1, '540.000đ'],
      [2, 'Đinh Thị Nga', '1942', 38_142_000_000, 'NCT từ đủ 80 tuổi', 1, '540.000đ'],
      [null, 'Cộng xóm 6: 02 người', null, null, null, null, '1.080.000đ'],
      ['Tổng cộng (I+II): 05 người', null, null, null, null, null, '3.240.000đ'],
      ['C', 'GIẢM TRONG THÁNG'],
      [1, 'Phạm Thị Cúc', '1942', '040142000115', 'NCT từ đủ 80 tuổi', 1, '540.000đ', 'Chết ngày 20/7/2026'],
      ['(Bằng chữ: Ba triệu hai trăm bốn mươi nghìn đồng chẵn)'],
      [null, null, null, null, 'Hưng Tây, ngày ... tháng 8 năm 2026'],
      [null, 'CÔNG CHỨC VĂN HÓA - XÃ HỘI', null, null, 'TM. ỦY BAN NHÂN DÂN'],
      [null, null, null, null, 'KT. CHỦ TỊCH'],
      [],
      [null, 'Phan Thị Thảo', null, null, 'Nguyễn Hữu Toàn'],
    ],
    merged: ['A1:C1', 'E1:H1', 'A2:C2', 'E2:H2', 'A5:H5', 'A6:H6', 'A7:H7', 'A8:H8'],
  },
])

/** Births of three columns under Nam and three under Nữ; who receives stands left of the person. */
const threeRows = workbook('ba-dong-tieu-de-2025.xlsx', [
  {
    name: 'Danh sách',
    rows: [
      ['UBND XÃ YÊN NA', null, null, null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['DANH SÁCH CHI TRẢ TRỢ CẤP XÃ HỘI THÁNG 3/2025'],
      [
        'TT',
        'Người nhận thay',
        null,
        'Đối tượng hưởng',
        'Ngày tháng năm sinh',
        null,
        null,
        null,
        null,
        null,
        'Số CCCD',
        'Bản',
        'Đối tượng',
        'Số tiền',
      ],
      [null, 'Họ và tên', 'Số CCCD', 'Họ và tên', 'Nam', null, null, 'Nữ'],
      [null, null, null, null, 'Ngày', 'Tháng', 'Năm', 'Ngày', 'Tháng', 'Năm'],
      [
        1,
        'Lô Thị Sáu',
        '040170000201',
        'Lô Văn Khăm',
        12,
        3,
        1940,
        null,
        null,
        null,
        '040040000111',
        'Bản Vẽ',
        'NCT từ 80 tuổi',
        500_000,
      ],
      [2, null, null, 'Vi Thị Sen', null, null, null, null, 6, 1941, '040141000112', 'nt', 'nt', 500_000],
      [3, null, null, 'Vi Thị Tư', null, null, null, null, null, 1939, null, '"', '"', 500_000],
      [
        4,
        'Moong Văn Bảy',
        '040080000202',
        'Moong Văn Năm',
        31,
        2,
        2015,
        null,
        null,
        null,
        '#N/A',
        'Bản Lả',
        'Trẻ mồ côi',
        540,
      ],
      [5, null, null, 'Vi Văn Tám', 1, 1, 1940, 1, 1, 1941, null, 'Bản Lả', 'NCT từ 80 tuổi', 500_000],
      ['Cộng', null, null, '5 người', null, null, null, null, null, null, null, null, null, '=SUM(N6:N10)'],
    ],
    merged: ['A3:A5', 'B3:C3', 'E3:J3', 'E4:G4', 'H4:J4', 'K3:K5', 'L3:L5', 'M3:M5', 'N3:N5'],
  },
])

const on = (written: string) => new Date(`${written}T00:00:00Z`)
const quarterHeadings = [
  'STT',
  'Họ và tên',
  'Ngày sinh',
  'Thôn',
  'Đối tượng',
  'Số tháng',
  'Thành tiền',
  'Ghi chú',
]

/** A quarter in one sum, days turned by a spreadsheet set to American days, and the year before on another sheet. */
const quarter = workbook('chi-tra-quy-1-2026.xlsx', [
  {
    name: 'Quý 1.2025',
    rows: [
      ['UBND XÃ TAM QUANG'],
      ['DANH SÁCH CHI TRẢ TRỢ CẤP XÃ HỘI QUÝ I NĂM 2025'],
      quarterHeadings,
      [1, 'Vi Thị Hà', '25/03/1940', 'Thôn 1', 'NCT từ 80 tuổi', 3, 1_500_000],
    ],
  },
  {
    name: 'Quý 1.2026',
    rows: [
      ['UBND XÃ TAM QUANG'],
      ['DANH SÁCH CHI TRẢ TRỢ CẤP XÃ HỘI QUÝ I NĂM 2026'],
      quarterHeadings,
      [1, 'Vi Thị Hà', '25/03/1940', 'Thôn 1', 'NCT từ 80 tuổi', 3, 1_500_000],
      [2, 'Lô Văn Ba (Bảy)', on('1944-12-03'), 'Thôn 1', 'NCT từ 80 tuổi', 1, 500_000],
      [3, 'Kha Thị Bình', '13/03/1944', 'Thôn 2', 'NCT từ 80 tuổi', 3, 1_500_000],
      [4, 'Kha Văn Năm', on('1943-05-05'), 'Thôn 2', 'NCT từ 80 tuổi', 1, 500_000],
      [5, 'Lữ Thị Mai', '30/3/1941', 'Thôn 2', 'NCT từ 80 tuổi', 2, 1_000_001],
      [6, 'Lữ Văn Tuấn', on('1942-08-07'), 'Thôn 2', 'NCT từ 80 tuổi', 1, 500_000, 'mới'],
      [null, 'Tổng cộng', null, null, null, null, 5_500_001],
    ],
  },
])

/** Lists that a hasty reader gets wrong without a word. */
export const trapLists: readonly KeptList[] = [byChanges, threeRows, quarter]
