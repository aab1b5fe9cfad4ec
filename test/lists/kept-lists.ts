import { writeXlsx } from 'hucre/xlsx'
import { encodeText } from '#platform/csv-dialects'

type Cell = string | number | null

interface MadeSheet {
  name: string
  rows: Cell[][]
  /** First row, last row and column, from 0: merged downwards. */
  down?: [number, number, number][]
}

/** A list as communes keep it, written as the file they would send. */
export interface KeptList {
  /** Of the file in test/examples/lists; its key has the same name and `.key.json`. */
  file: string
  bytes(): Promise<Uint8Array>
}

const workbook = (file: string, sheets: MadeSheet[]): KeptList => ({
  file,
  async bytes() {
    return writeXlsx({
      sheets: sheets.map(({ name, rows, down = [] }) => ({
        name,
        rows,
        merges: down.map(([startRow, endRow, column]) => ({
          startRow,
          endRow,
          startCol: column,
          endCol: column,
        })),
      })),
    })
  },
})

const signatures: Cell[][] = [
  [],
  [null, null, null, null, 'Ngày 05 tháng 6 năm 2025'],
  [null, 'NGƯỜI LẬP BIỂU', null, null, 'CHỦ TỊCH'],
]

const villageHeadings = ['STT', 'Họ và tên', 'Năm sinh', 'Số CCCD', 'Đối tượng', 'Hệ số', 'Số tiền']

/** One sheet a village, and one of those who left in the month. */
const bySheets = workbook('theo-xom-2025-06.xlsx', [
  {
    name: 'Xóm 1',
    rows: [
      ['UBND XÃ NGHI KIỀU'],
      ['DANH SÁCH CHI TRẢ TRỢ CẤP XÃ HỘI THÁNG 6/2025'],
      villageHeadings,
      [1, 'Nguyễn Thị Hòa', 1944, '040144000101', 'NCT từ 80 tuổi', 1, 500_000],
      [2, 'Cao Văn Sáu', '31/02/1950', '040050000102', 'Người khuyết tật nặng', 1.5, 750_000],
      [null, 'Cộng', null, null, null, null, 1_250_000],
    ],
  },
  {
    name: 'Xóm 2',
    rows: [
      ['UBND XÃ NGHI KIỀU'],
      ['DANH SÁCH CHI TRẢ TRỢ CẤP XÃ HỘI THÁNG 6/2025'],
      villageHeadings,
      [1, 'Vi Thị Lan', 1938, '040138000103', 'NCT từ 80 tuổi', 1, 500_000],
      [2, 'Nguyễn Thị Hòa', 1944, '040144000101', 'NCT từ 80 tuổi', 1, 500_000],
      [null, 'Cộng', null, null, null, null, 1_000_000],
      ...signatures,
    ],
  },
  {
    name: 'Giảm T6',
    rows: [
      ['DANH SÁCH GIẢM THÁNG 6/2025'],
      villageHeadings,
      [1, 'Hồ Bá Chín', 1940, '040040000104', 'NCT từ 80 tuổi', 1, 500_000],
    ],
  },
])

/** From an old computer: Windows-1258, semicolons, and days that the spreadsheet has turned to month and day. */
const oldCsv: KeptList = {
  file: 'xuat-tu-phan-mem-cu.csv',
  async bytes() {
    const rows = [
      ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'CMND/CCCD', 'Thôn', 'Xã', 'Đối tượng', 'Số tiền'],
      [
        '1',
        'Trần Thị Tuyết',
        '12/03/1950',
        'Nữ',
        '040150000201',
        'Thôn 3',
        'Xã Diễn Thành',
        'K6',
        '1.000.000',
      ],
      ['2', 'Ngô Văn Đức', '03/25/1948', 'Nam', '040048000202', 'Thôn 3', 'Xã Diễn Thành', 'K6', '750.000'],
      ['3', 'Phan Thị Yến; Bé', '1941', 'Nữ', '185269259', '"', '"', 'K5c', '500.000'],
    ]
    const text = rows
      .map((row) =>
        row.map((cell) => (/[";]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';'),
      )
      .join('\r\n')
    return encodeText(`${text}\r\n`, {
      encoding: 'windows-1258',
      marked: false,
      separator: ';',
      lineEnd: '\r\n',
    })
  },
}

/** The yearly review of poverty: the head of each household, then its members; the number stands once. */
const poverty = workbook('ra-soat-ho-ngheo-2025.xlsx', [
  {
    name: 'Biểu 1',
    rows: [
      ['UBND XÃ CHÂU QUANG', null, null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2025'],
      ['Mã hộ', 'Họ và tên', 'Quan hệ với chủ hộ', 'Năm sinh', null, 'Số định danh', 'Phân loại hộ', 'Bản'],
      [null, null, null, 'Nam', 'Nữ'],
      ['H01', 'Lô Văn Khăm', 'Chủ hộ', 1985, null, '040085000301', 'Hộ nghèo', 'Bản Còn'],
      [null, 'Lô Thị Mại', 'Vợ', null, 1987, '040187000302'],
      [null, 'Lô Văn Xuân', 'Con', '12/05/2015', null, null],
      ['H02', 'Vi Thị Sen', 'Chủ hộ', null, 1950, '040150000303', 'Hộ cận nghèo', 'Bản Còn'],
      [null, 'Vi Văn Thìn', 'Cháu', 2012, null, '40212000304'],
      ['H03', 'Moong Thị Hoa', 'Chủ hộ', null, 1960, null, 'Khá giả', 'Bản Mờ'],
      ['Tổng số: 03 hộ, 06 khẩu'],
      [],
      [null, null, null, null, 'Châu Quang, ngày 10 tháng 12 năm 2025'],
      [null, 'NGƯỜI TỔNG HỢP', null, null, 'TRƯỞNG BAN CHỈ ĐẠO'],
      [null, '(Ký, ghi rõ họ tên)', null, null, '(Ký tên, đóng dấu)'],
    ],
    down: [
      [4, 6, 0],
      [7, 8, 0],
    ],
  },
])

const months = Array.from({ length: 12 }, (_, index) => `T${index + 1}`)

/** A year of the social pension: a column a month, and the place for signatures. */
const pension = workbook('htxh-ca-nam-2025.xlsx', [
  {
    name: 'Cả năm',
    rows: [
      ['UBND PHƯỜNG HƯNG DŨNG'],
      ['DANH SÁCH CHI TRẢ TRỢ CẤP HƯU TRÍ XÃ HỘI NĂM 2025'],
      ['TT', 'Họ tên người hưởng', 'Ngày sinh', 'Số CCCD', 'Khối', ...months, 'Ký nhận'],
      [
        1,
        'Bùi Thị Liên',
        '05/04/1948',
        '040148000401',
        'Khối 5',
        ...[null, null, null, null, null, null, 500_000, 500_000, 500_000, 500_000, 500_000, 500_000],
      ],
      [
        2,
        'Đặng Hữu Phúc',
        '1945',
        '040045000402',
        'Khối 5',
        ...[null, null, null, null, null, null, 500_000, 500_000, 540_000, 540_000],
      ],
      [
        3,
        'Hoàng Thị Mai',
        '1947',
        '040147000403',
        'Khối 6',
        ...[null, null, null, null, null, null, 'năm trăm'],
      ],
      [null, 'Tổng cộng', null, null, null, null, null, null, null, null, null, 1_000_000],
    ],
  },
])

/** A register of certificates of disability. */
const disability = workbook('giay-xac-nhan-khuyet-tat.xlsx', [
  {
    name: 'Sổ theo dõi',
    rows: [
      ['SỔ THEO DÕI CẤP GIẤY XÁC NHẬN KHUYẾT TẬT'],
      [
        'Số TT',
        'Họ và tên người khuyết tật',
        'Ngày, tháng, năm sinh',
        'Giới tính',
        'Số định danh cá nhân',
        'Nơi cư trú',
        'Dạng khuyết tật',
        'Mức độ khuyết tật',
        'Số giấy xác nhận',
        'Ngày cấp',
      ],
      [
        1,
        'Lê Văn Ba',
        '02/09/1980',
        'Nam',
        '040080000501',
        'Xóm 3, xã Nghi Kiều',
        'Vận động',
        'Nặng',
        '12/GXN',
        '10/10/2023',
      ],
      [
        2,
        'Võ Thị Quế',
        '1999',
        'Nữ',
        '040199000502',
        'Xóm 4, xã Nghi Kiều',
        'Nghe, nói',
        'Đặc biệt nặng',
        '13/GXN',
        '10/10/2023',
      ],
      [3, 'Hồ Đình An', '2015', 'Nam', null, 'Xóm 4, xã Nghi Kiều', 'Trí tuệ', 'Vừa', '14/GXN', '11/10/2023'],
      ['Ghi chú: theo dõi từ ngày 01/10/2023; giấy cấp lại ghi bằng mực đỏ.'],
      [null, 'CÁN BỘ THEO DÕI', null, null, null, null, 'TM. HỘI ĐỒNG XÁC ĐỊNH MỨC ĐỘ KHUYẾT TẬT'],
      [null, null, null, null, null, null, 'CHỦ TỊCH'],
      [],
      [null, 'Trần Thị Hương', null, null, null, null, 'Nguyễn Cảnh Toàn'],
    ],
  },
])

/** Children without support, with those who look after them. */
const children = workbook('tre-em-mo-coi.xlsx', [
  {
    name: 'Trẻ em',
    rows: [
      ['UBND XÃ TAM QUANG'],
      ['DANH SÁCH TRẺ EM KHÔNG CÓ NGUỒN NUÔI DƯỠNG ĐANG HƯỞNG TCXH THÁNG 9/2026'],
      [
        'STT',
        'Họ và tên trẻ',
        'Ngày sinh',
        'Nam/Nữ',
        'Mã định danh',
        'Tình trạng cha',
        'Tình trạng mẹ',
        'Họ tên người giám hộ',
        'Năm sinh người giám hộ',
        'CCCD người giám hộ',
        'Đối tượng',
        'Mức hưởng',
      ],
      [
        1,
        'Vi Thị Hà',
        '20/11/2017',
        'Nữ',
        '040317000601',
        'đã chết',
        'mất tích',
        'Vi Thị Tư',
        1955,
        '040155000602',
        'Mồ côi',
        810_000,
      ],
      [
        2,
        'Lô Văn Núi',
        '2024',
        'Nam',
        '040224000603',
        'không xác định',
        'đang chấp hành án',
        'Lô Thị Năm',
        1960,
        '040160000604',
        'Mồ côi',
        1_350_000,
      ],
      [
        3,
        'Lô Văn Suối',
        '01/13/2020',
        'Nam',
        null,
        'đã chết',
        'bỏ đi',
        'Lô Thị Năm',
        1960,
        '040160000604',
        'Mồ côi',
        810_000,
      ],
    ],
  },
])

/** Pasted out of a printed document: names in two columns, line breaks in cells, headings and footers on every page. */
const pastedHeadings = [
  'TT',
  'Họ và\nchữ đệm',
  'Tên',
  'Năm\nsinh',
  'Xóm',
  'Diện\nđối tượng',
  'Mức trợ cấp\n(nghìn đồng)',
]
const pasted = workbook('dan-tu-van-ban.xlsx', [
  {
    name: 'Sheet1',
    rows: [
      ['XÃ NGHI KIỀU'],
      ['Biểu tổng hợp đối tượng bảo trợ xã hội tháng 03 năm 2025'],
      pastedHeadings,
      ['1', 'Nguyễn Thị', 'Hoa', '1940', 'Xóm 1', 'NCT từ\n80 tuổi', '500'],
      ['2', 'Lê Văn', 'Minh', '2012', 'Xóm 1', 'KT nặng', '750'],
      [null, null, null, 'Trang 1/2'],
      pastedHeadings,
      ['3', 'Hồ Thị\nNgọc', 'Lan', '1972', '-nt-', 'KT đặc biệt nặng', '1.000'],
      [null, null, null, 'Trang 2/2'],
    ],
  },
])

/** A list of insured people: the card stands where the identity number should be. */
const insured = workbook('danh-sach-the-bhyt.xlsx', [
  {
    name: 'BHYT',
    rows: [
      ['DANH SÁCH NGƯỜI ĐƯỢC CẤP THẺ BHYT'],
      ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số CCCD', 'Thôn, xóm', 'Đơn vị xã'],
      [1, 'Phạm Thị Châu', '07/07/1944', 'Nữ', 'BT2404021234567', 'Xóm 8', 'Xã Nghi Kiều'],
      [2, 'Ngô Bá Dũng', '08/08/1946', 'Nam', '4021234568', 'Xóm 8', 'Xã Nghi Kiều'],
      [3, 'Đặng Thị Én', '09/09/1948', 'Nữ', '040148000703', 'Xóm 9', 'Xã Nghi Kiều'],
    ],
  },
])

/** A list of 2019: districts and communes that are no more. */
const old = workbook('tong-hop-huyen-2019.xlsx', [
  {
    name: 'Tổng hợp',
    rows: [
      ['DANH SÁCH ĐỐI TƯỢNG HƯỞNG TRỢ CẤP XÃ HỘI THÁNG 5 NĂM 2019'],
      ['TT', 'Họ và tên', 'Năm sinh', 'Số CMND', 'Xã', 'Huyện', 'Nhóm đối tượng', 'Hệ số', 'Số tiền'],
      [1, 'Trần Đình Ngọ', 1936, '181234567', 'Xã Nghi Hợp', 'Nghi Lộc', 'K5c', 1, 270_000],
      [2, 'Lương Thị Mùi', 1990, '186543210', 'TT. Mường Xén', 'Kỳ Sơn', 'K6', 1.5, 405_000],
      [3, 'Cao Thị Dậu', 1931, '18123456', 'Xã Nghi Kiều', 'Nghi Lộc', 'K5c', 2, 270_000],
      [null, 'Cộng: 03 đối tượng', null, null, null, null, null, null, 945_000],
      ['Ấn định danh sách gồm 03 người, số tiền: Chín trăm bốn mươi lăm nghìn đồng chẵn.'],
      [null, null, null, null, null, 'Nghệ An, ngày 25 tháng 4 năm 2019'],
      [null, 'Kế toán', null, null, null, 'Giám đốc'],
    ],
  },
])

export const keptLists: readonly KeptList[] = [
  bySheets,
  oldCsv,
  poverty,
  pension,
  disability,
  children,
  pasted,
  insured,
  old,
]
