import { tidyText } from '#identity'
import { type SheetToWrite, writeWorkbook } from '#platform/sheets'
import { type ColumnKey, findColumn } from './columns.ts'
import { factColumns } from './fact-columns.ts'

export interface TemplateColumn {
  column: ColumnKey
  heading: string
  hint: string
  /** What may stand in the cell; empty when anything may. */
  answers: readonly string[]
  needed: boolean
  width: number
}

const people: readonly TemplateColumn[] = [
  plain('ordinal', 'STT', 'Số thứ tự, để trống cũng được', 6),
  { ...plain('name', 'Họ và tên', 'Viết có dấu, như trên giấy tờ', 28), needed: true },
  plain('birth', 'Ngày sinh', '12/03/1944; chỉ biết tháng: 03/1944; chỉ biết năm: 1944', 14),
  { ...plain('sex', 'Giới tính', 'Nam hoặc Nữ', 10), answers: ['Nam', 'Nữ'] },
  plain(
    'id',
    'Số định danh',
    'Căn cước 12 chữ số (hoặc CMND cũ 9 số); cột dạng Văn bản để giữ số 0 ở đầu',
    18,
  ),
  plain('village', 'Thôn, xóm', 'Thôn, xóm, bản, khối nơi đang ở', 14),
  plain('commune', 'Xã', 'Xã, phường nơi đang ở, ví dụ: xã Nghi Kiều', 18),
  plain('household', 'Mã hộ', 'Hộ số: những người cùng mã là một hộ', 10),
  plain('relation', 'Quan hệ với chủ hộ', 'Chủ hộ, vợ, chồng, con, cháu …', 16),
]

const awards: readonly TemplateColumn[] = [
  plain(
    'category',
    'Nhóm đối tượng',
    'Đang hưởng nhóm nào: K1 đến K8, C1 đến C7, SP; để trống nếu chưa hưởng',
    14,
  ),
  plain('coefficient', 'Hệ số', '1; 1,5; 2; 2,5 …', 8),
  plain('amount', 'Số tiền', 'Đồng mỗi tháng, ví dụ 810.000', 12),
  plain('fromMonth', 'Hưởng từ tháng', 'Ví dụ 03/2025', 14),
  plain('note', 'Ghi chú', 'Ví dụ: chết 3/2024', 24),
]

/** The columns of our list, in order. */
export const templateColumns: readonly TemplateColumn[] = [
  ...people,
  ...factColumns.map(({ fact, heading, hint, values }): TemplateColumn => {
    const codes = values === 'count' ? [] : Object.values(values)
    const answers = codes.flatMap(([answer]) => (answer === undefined ? [] : [answer]))
    return { column: `fact:${fact}`, heading, hint, answers, needed: false, width: 14 }
  }),
  ...awards,
]

const groups: readonly (readonly [string, string])[] = [
  ['K1', 'Trẻ em dưới 16 tuổi không có nguồn nuôi dưỡng'],
  ['K2', 'Người đã hưởng K1, đủ 16 tuổi và còn đi học'],
  ['K3', 'Trẻ em nhiễm HIV thuộc hộ nghèo'],
  ['K4', 'Người đơn thân nghèo, cận nghèo đang nuôi con'],
  ['K5a', 'Người cao tuổi nghèo không có người phụng dưỡng'],
  ['K5b', 'Người từ 75 đến dưới 80 tuổi nghèo, cận nghèo ở vùng khó khăn (đến 30/6/2025)'],
  ['K5c', 'Người từ đủ 80 tuổi không có lương hưu (đến 30/6/2025)'],
  ['K5d', 'Người cao tuổi đủ điều kiện vào cơ sở, được nhận chăm sóc'],
  ['K6', 'Người khuyết tật nặng, đặc biệt nặng'],
  ['K7', 'Trẻ em dưới 3 tuổi nghèo, cận nghèo ở vùng khó khăn'],
  ['K8', 'Người nhiễm HIV nghèo, không có thu nhập ổn định'],
  ['C1', 'Người nhận chăm sóc trẻ em dưới 4 tuổi'],
  ['C2', 'Người nhận chăm sóc trẻ em từ 4 tuổi, hoặc người cao tuổi'],
  ['C3', 'Người khuyết tật mang thai hoặc nuôi một con dưới 36 tháng'],
  ['C4', 'Người khuyết tật mang thai và nuôi con, hoặc nuôi hai con dưới 36 tháng'],
  ['C5', 'Hộ gia đình chăm sóc người khuyết tật đặc biệt nặng'],
  ['C6', 'Người nhận chăm sóc người lớn khuyết tật đặc biệt nặng'],
  ['C7', 'Người nhận chăm sóc trẻ em khuyết tật đặc biệt nặng'],
  ['SP', 'Trợ cấp hưu trí xã hội'],
]

/** The empty list to fill in, with a second sheet that explains every column and group. */
export async function templateWorkbook(): Promise<Uint8Array> {
  const list: SheetToWrite = {
    name: 'Danh sách',
    columns: templateColumns.map(({ heading, width }) => ({ heading, kind: 'text', width })),
    rows: [],
  }
  const guide: SheetToWrite = {
    name: 'Hướng dẫn',
    columns: [
      { heading: 'Cột', kind: 'text', width: 28 },
      { heading: 'Cách ghi', kind: 'text', width: 80 },
      { heading: 'Chọn một trong', kind: 'text', width: 60 },
    ],
    rows: [
      ...templateColumns.map(({ heading, hint, answers, needed }) => [
        needed ? `${heading} (bắt buộc)` : heading,
        hint,
        answers.join(' · '),
      ]),
      ['', 'Chưa biết thì để trống: hệ thống sẽ hỏi lại, không coi là "không".', ''],
      ...groups.map(([code, meaning]) => [`Nhóm ${code}`, meaning, '']),
    ],
  }
  return writeWorkbook([list, guide])
}

function plain(column: ColumnKey, heading: string, hint: string, width: number): TemplateColumn {
  if (findColumn(heading) !== column) throw new Error(`"${tidyText(heading)}" is not read as ${column}`)
  return { column, heading, hint, answers: [], needed: false, width }
}
