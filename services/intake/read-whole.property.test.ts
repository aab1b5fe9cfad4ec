import fc from 'fast-check'
import { expect, it } from 'vitest'
import { day } from '#calendar'
import type { CellValue } from '#platform/sheets'
import { readRecipientList } from './recipient-list.ts'

const headings = [
  'STT',
  'Họ và tên',
  'Ngày sinh',
  'Số CCCD',
  'Thôn',
  'NKT nặng',
  'Hộ nghèo',
  'Số tiền',
  'Ghi chú',
  'Màu mắt',
]

const person = fc.tuple(
  fc.constantFrom<CellValue>(null, 1, '2', 'III', 'x'),
  fc.constantFrom<CellValue>(
    'Lê Thị Lan',
    'Vi Văn Ba và vợ Lô Thị Tư',
    'nt',
    null,
    '#N/A',
    'Và Bá Xềnh',
    'BẢN VẼ',
    '(',
  ),
  fc.constantFrom<CellValue>(1944, 'khoảng 1944', '31/02/1950', null, 'không rõ', { day: day('1950-03-12') }),
  fc.constantFrom<CellValue>('040144000111', 40_144_000_111, '040144000111 / 040144000112', null, '-', true),
  fc.constantFrom<CellValue>('Thôn 1', '-nt-', null),
  fc.constantFrom<CellValue>('x', null, '✓', 'thôi'),
  fc.constantFrom<CellValue>('nghèo', 'x', null, 'giàu'),
  fc.constantFrom<CellValue>(540_000, '540.000đ', null, 'nhiều', '=SUM(A1)'),
  fc.constantFrom<CellValue>(null, 'chết 3/2026', 'con nhận thay'),
  fc.constantFrom<CellValue>(null, 'nâu'),
)
const others = fc.constantFrom<CellValue[]>(
  [],
  [null, 'Thôn 2'],
  ['II', 'Người khuyết tật nặng'],
  ['B', 'GIẢM TRONG THÁNG'],
  [null, 'Cộng thôn 2', null, null, null, 3, null, 1_620_000],
  ['Tổng cộng: 3 người'],
  [null, 'NGƯỜI LẬP BIỂU', null, 'CHỦ TỊCH'],
  [null, 'Phan Thị Thảo'],
  [null, 'Người nhận thay: Lê Văn Con', 1975, '040075000116'],
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  headings,
  ['STT', 'Thôn', 'Họ và tên', 'Lý do'],
  [null, null, null, null, null, null, null, null, null, 'nâu'],
  ['(Bằng chữ: Một triệu đồng)'],
  ['Trang 2/3'],
)
const anything = fc.array(
  fc.oneof(
    fc.constant<CellValue>(null),
    fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== ''),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom<CellValue>(...headings, 'Xóm 3', 'Cộng', 'x'),
  ),
  { maxLength: 12 },
)

it('every row below the headings that holds something is taken or told, and none twice', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(person, others, anything), { maxLength: 30 }), (body) => {
      const reading = readRecipientList(
        { name: 'Sheet1', rows: [['DANH SÁCH THÁNG 9 NĂM 2026'], headings, ...body] },
        { today: day('2026-11-23') },
      )
      const first = reading.firstDataRow
      const filled = body.flatMap((cells, index) =>
        cells.some((cell) => cell !== null) && index + 3 >= first ? [index + 3] : [],
      )
      const taken = reading.rows.map(({ row }) => row)
      const told = reading.notPeople.map(({ row }) => row)
      const refused = new Set(
        reading.problems
          .map(({ row }) => row)
          .filter((row) => row >= first && !taken.includes(row) && !told.includes(row)),
      )
      const seen = [...taken, ...told, ...refused].sort((one, other) => one - other)
      expect(seen).toEqual(filled)
    }),
    { numRuns: 300 },
  )
})
