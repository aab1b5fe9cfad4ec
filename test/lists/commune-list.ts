import { type LocalDate, type Month, monthNumberOf, yearOf } from '#calendar'
import type { CellValue, Sheet } from '#platform/sheets'
import { cellAddress } from '#platform/sheets'
import {
  amountAsWritten,
  Chance,
  categoryAsWritten,
  coefficientAsWritten,
  nameAsWritten,
  type Person,
  personOf,
  type Told,
  withoutTones,
} from './people.ts'

/** What a careful reader finds in a list, in the shape of the keys in test/examples/lists. */
export interface ListKey {
  kind?: string
  month?: string
  unitAsWritten?: string
  rows: Record<string, unknown>[]
  notPeople?: { row: number; is: string }[]
  problems: Record<string, unknown>[]
}

export interface MadeList {
  sheet: Sheet
  key: ListKey
  /** The standard of the month, đồng. */
  standardDong: number
}

type Part =
  | 'ordinal'
  | 'name'
  | 'birthMale'
  | 'id'
  | 'village'
  | 'category'
  | 'coefficient'
  | 'amount'
  | 'other'
  | 'note'

const headings: Readonly<Record<Part, readonly string[]>> = {
  ordinal: ['STT', 'TT', 'Số TT', 'Stt'],
  name: ['Họ và tên', 'HỌ VÀ TÊN', 'Họ tên đối tượng', 'Họ và tên\nđối tượng hưởng', 'Tên đối tượng'],
  birthMale: ['Ngày tháng năm sinh', 'Năm sinh', 'NGÀY, THÁNG, NĂM SINH', 'Ngày sinh'],
  id: ['Số CMND/ CCCD', 'Số CCCD', 'CCCD/CMND', 'Số định danh cá nhân', 'Số căn cước', 'Số CMND (CCCD)'],
  village: ['Thôn, xóm', 'Xóm', 'Địa chỉ', 'Thôn/bản', 'Nơi ở', 'Khối (xóm)'],
  category: ['Đối tượng', 'Nhóm đối tượng', 'Diện hưởng', 'Loại đối tượng', 'Đối tượng hưởng (theo NĐ 20)'],
  coefficient: ['Hệ số', 'HS', 'Hệ số hưởng', 'Hệ số\ntrợ cấp'],
  amount: [
    'Mức hưởng\n(đồng)',
    'Số tiền',
    'Mức trợ cấp',
    'Thành tiền (đ)',
    'Số tiền hưởng/tháng',
    'MỨC HƯỞNG',
  ],
  other: ['Số, ngày QĐ', 'Số QĐ', 'Quyết định số', 'Số quyết định, ngày tháng năm'],
  note: ['Ghi chú', 'GHI CHÚ', 'Ghi  chú'],
}

export const standards: readonly (readonly [Month, number])[] = [
  ['2021-03' as Month, 270_000],
  ['2022-11' as Month, 360_000],
  ['2024-06' as Month, 360_000],
  ['2025-03' as Month, 500_000],
  ['2026-08' as Month, 540_000],
]

const communes = [
  ['XÃ', 'NGHI KIỀU', 'xã Nghi Kiều'],
  ['XÃ', 'CHÂU QUANG', 'xã Châu Quang'],
  ['PHƯỜNG', 'HƯNG DŨNG', 'phường Hưng Dũng'],
  ['THỊ TRẤN', 'MƯỜNG XÉN', 'thị trấn Mường Xén'],
  ['XÃ', 'DIỄN THÀNH', 'xã Diễn Thành'],
  ['XÃ', 'TAM QUANG', 'xã Tam Quang'],
] as const

interface Writing {
  chance: Chance
  rows: CellValue[][]
  key: ListKey & { notPeople: { row: number; is: string }[] }
  columns: Map<Part, number>
  month: Month
  standardDong: number
}

/** A list of a commune for a month, by villages, with everything that goes wrong in such lists. */
export function communeList(seed: number): MadeList {
  const chance = new Chance(seed)
  const [month, standardDong] = chance.one(standards)
  const [type, upper, unitAsWritten] = chance.one(communes)
  const key = { kind: 'TCXH hàng tháng', month, unitAsWritten, rows: [], notPeople: [], problems: [] }
  const list: Writing = { chance, rows: [], key, columns: columnsOf(chance), month, standardDong }
  writeTitle(list, `${type} ${upper}`)
  writeHeadings(list)
  const people = writePeople(list)
  writeTwice(list, people)
  writeEnd(list)
  return { sheet: { name: 'Sheet1', rows: list.rows }, key, standardDong }
}

/** The columns in some order; the birth takes two. */
function columnsOf(chance: Chance): Map<Part, number> {
  const rest: Part[] = ['birthMale', 'id', 'village', 'category', 'coefficient', 'amount', 'other', 'note']
  const order: Part[] = ['ordinal', 'name', ...(chance.yes(0.3) ? rest : chance.shuffled(rest))]
  const columns = new Map<Part, number>()
  let column = 0
  for (const part of order) {
    columns.set(part, column)
    column += part === 'birthMale' ? 2 : 1
  }
  return columns
}

function writeTitle({ chance, rows, month }: Writing, authority: string): void {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  const said = chance.one([
    `THÁNG ${number} NĂM ${year}`,
    `THÁNG ${String(number).padStart(2, '0')}/${year}`,
    `tháng ${number} năm ${year}`,
  ])
  const [one, unit] = chance.one([
    [`UBND ${authority}`],
    [`ỦY BAN NHÂN DÂN\n${authority}`],
    ['ỦY BAN NHÂN DÂN', authority],
  ])
  rows.push([one ?? null, null, null, null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'])
  rows.push([unit ?? null, null, null, null, null, 'Độc lập - Tự do - Hạnh phúc'])
  if (chance.yes(0.3)) rows.push([null, null, null, null, null, 'Nghệ An, ngày 28 tháng 2 năm 2021'])
  if (chance.yes(0.7)) rows.push([])
  const title = chance.one([
    'DANH SÁCH ĐỐI TƯỢNG HƯỞNG TRỢ CẤP XÃ HỘI HÀNG THÁNG',
    'DANH SÁCH CHI TRẢ TRỢ CẤP XÃ HỘI',
    'DANH SÁCH ĐỐI TƯỢNG BẢO TRỢ XÃ HỘI HƯỞNG TRỢ CẤP HÀNG THÁNG',
  ])
  rows.push(...(chance.yes(0.5) ? [[`${title} ${said}`]] : [[title], [said]]))
  if (chance.yes(0.7)) rows.push([])
}

function writeHeadings({ chance, rows, columns, key }: Writing): void {
  const birth = columns.get('birthMale') ?? 0
  const first: CellValue[] = []
  for (const [part, column] of columns) first[column] = chance.one(headings[part])
  rows.push(Array.from(first, (cell) => cell ?? null))
  const second: CellValue[] = Array.from({ length: birth }, () => null)
  rows.push([...second, 'Nam', 'Nữ'])
  if (chance.yes(0.2)) {
    const width = Math.max(...columns.values()) + 1
    key.notPeople.push({
      row: rows.push(Array.from({ length: width }, (_, at) => at + 1)),
      is: 'column numbers',
    })
  }
}

function writePeople(list: Writing): { person: Person; row: number }[] {
  const { chance } = list
  const word = chance.one(['Xóm', 'Thôn', 'Bản', 'Khối', ''])
  const names =
    word === 'Bản' || word === ''
      ? ['Xiềng Tắm', 'Tân Sơn', 'Na Loi', 'Huồi Tụ']
      : ['1', '2', '5', '7A', '10']
  const villages = names.slice(0, chance.whole(2, names.length)).map((name) => `${word} ${name}`.trim())
  const taken = new Set<string>()
  const people: { person: Person; row: number }[] = []
  const sums = chance.one(['Cộng', 'Cộng', 'Tổng', 'CỘNG', 'alone'])
  const numbering = chance.one(['none', 'none', 'roman', 'inside'])
  for (const village of villages) {
    const roman = ['I', 'II', 'III', 'IV', 'V'][villages.indexOf(village)] ?? 'VI'
    const heading = new Map<Part, CellValue>([
      ['name', numbering === 'inside' ? `${roman}. ${village}` : village],
    ])
    if (numbering === 'roman') heading.set('ordinal', roman).set('amount', chance.one([null, 9_000_000]))
    list.key.notPeople.push({ row: put(list, heading), is: 'village heading' })
    for (let count = chance.whole(3, 16); count > 0; count -= 1) {
      const person = personOf(chance, yearOf(`${list.month}-01` as LocalDate), taken)
      people.push({ person, row: writePerson(list, person, village, people.length + 1) })
    }
    const sum = new Map<Part, CellValue>([
      ['name', sums === 'alone' ? 'Cộng' : `${sums} ${village}`],
      ['amount', 0],
    ])
    list.key.notPeople.push({ row: put(list, sum), is: 'subtotal' })
  }
  return people
}

function writePerson(list: Writing, person: Person, village: string, ordinal: number): number {
  const { chance, columns } = list
  const row = list.rows.length + 1
  const name = nameAsWritten(chance, person.name)
  const id = idAsWritten(chance, person)
  const birth = birthAsWritten(chance, person)
  const amount = amountAsWritten(chance, person.coefficient, list.standardDong)
  const note = chance.yes(0.1)
    ? chance.one(['Chết 3/2024', 'con nhận thay', 'Đã chết', 'hộ nghèo'])
    : undefined
  const birthColumn = (columns.get('birthMale') ?? 0) + (person.sex === 'female' ? 1 : 0)
  put(
    list,
    new Map<Part, CellValue>([
      ['ordinal', ordinal],
      ['name', name.cell],
      ['id', id.cell],
      ['village', village],
      ['category', categoryAsWritten(chance, person.category)],
      ['coefficient', coefficientAsWritten(chance, person.coefficient)],
      ['amount', amount.cell],
      ['other', `${100 + ordinal}/QĐ-UBND ngày 20/10/2022`],
      ['note', note ?? null],
    ]),
    [birthColumn, birth.cell],
  )
  list.key.rows.push({
    row,
    name: person.name,
    sex: person.sex,
    category: person.category,
    coefficient: person.coefficient,
    amount: amount.reads,
    village,
    ...(birth.reads === undefined ? {} : { birth: birth.reads }),
    ...(name.folded ? { nameFolded: true } : {}),
    id: id.reads ?? null,
    ...(id.problem?.proposes === undefined ? {} : { idZeroLost: true }),
    ...(note === undefined ? {} : { note }),
  })
  for (const [column, told] of [
    [columns.get('id') ?? 0, id],
    [birthColumn, birth],
    [columns.get('amount') ?? 0, amount],
  ] as const) {
    if (told.problem) list.key.problems.push({ cell: cellAddress(row - 1, column), ...told.problem })
  }
  return row
}

function idAsWritten(chance: Chance, { id }: Person): Told<string> {
  const style = chance.whole(0, 19)
  if (style <= 2) return { cell: chance.one([null, null, 'không có', '']), reads: undefined }
  if (style <= 5) {
    const old = `18${chance.whole(1_000_000, 9_999_999)}`
    return { cell: chance.one<CellValue>([old, Number(old)]), reads: old }
  }
  if (style <= 8) {
    const reads = String(Number(id))
    return { cell: Number(id), reads: id, problem: { problem: 'leading zero lost', reads, proposes: id } }
  }
  if (style <= 10) {
    const reads = id.slice(0, 11)
    return {
      cell: chance.one([`số ${reads}`, reads]),
      reads: undefined,
      problem: { problem: '11 digits as text', reads },
    }
  }
  if (style === 11) return { cell: id.replace(/(\d{3})(?=\d)/g, '$1 '), reads: id }
  if (style === 12) return { cell: chance.one([`CCCD ${id}`, `'${id}`, `số ${id}`, `${id} `]), reads: id }
  return { cell: id, reads: id }
}

function birthAsWritten(chance: Chance, { birth }: Person): Told<string> {
  const [year, month, date] = [yearOf(birth), monthNumberOf(birth), Number(birth.slice(8))]
  const style = chance.whole(0, 11)
  if (style <= 2) return { cell: chance.one<CellValue>([year, year, String(year)]), reads: String(year) }
  if (style === 3)
    return { cell: chance.one([`${month}/${year}`, `tháng ${month}/${year}`]), reads: birth.slice(0, 7) }
  if (style <= 6) return { cell: { day: birth }, reads: birth }
  if (style === 7) {
    const reads = chance.one(['31/02/1950', '30/02/1948', '31/4/1951', '29/02/1951'])
    return { cell: reads, reads: undefined, problem: { problem: 'no such day', reads } }
  }
  const [m, d] = [String(month).padStart(2, '0'), String(date).padStart(2, '0')]
  const texts = [
    `${date}/${month}/${year}`,
    `${d}/${m}/${year}`,
    `${d}-${m}-${year}`,
    `${d}.${m}.${year}`,
    ` ${d}/${m}/${year}`,
  ]
  return { cell: chance.one(texts), reads: birth }
}

/** Somebody of the list again: without tones, with the year alone, in another village. */
function writeTwice(list: Writing, people: readonly { person: Person; row: number }[]): void {
  const { chance, columns } = list
  const again = people[chance.whole(0, people.length - 1)]
  if (!again) return
  const { person, row } = again
  const known = list.key.rows.find((one) => one.row === row)
  const idKnown = typeof known?.id === 'string' && known.id.length === 12
  if (known?.birth === undefined && !idKnown) return
  const coefficient = 1.5
  const amount = coefficient * list.standardDong
  const cells = new Map<Part, CellValue>([
    ['ordinal', people.length + 1],
    ['name', withoutTones(person.name)],
    ['village', 'Xóm 9'],
    ['category', 'Người khuyết tật nặng'],
    ['coefficient', coefficient],
    ['amount', amount],
  ])
  const birthColumn = (columns.get('birthMale') ?? 0) + (person.sex === 'female' ? 1 : 0)
  list.key.rows.push({
    row: put(list, cells, [birthColumn, yearOf(person.birth)]),
    name: withoutTones(person.name),
    probableDuplicateOf: row,
    category: 'K6',
    coefficient,
    amount,
  })
}

function writeEnd(list: Writing): void {
  const { chance, rows, key, columns } = list
  const said = chance.one(['TỔNG CỘNG', 'Tổng cộng', 'Tổng cộng toàn xã', 'Tổng số'])
  key.notPeople.push({
    row: put(
      list,
      new Map<Part, CellValue>([
        ['name', said],
        ['amount', 19_340_000],
      ]),
    ),
    is: 'total',
  })
  rows.push([])
  const amount = columns.get('amount') ?? 8
  const line = (left: CellValue, right: CellValue) => {
    const cells: CellValue[] = Array.from({ length: Math.max(amount, 2) + 1 }, () => null)
    cells[1] = left
    cells[Math.max(amount, 2)] = right
    key.notPeople.push({ row: rows.push(cells), is: 'signatures' })
  }
  if (chance.yes(0.5)) line(null, 'Ngày 5 tháng 6 năm 2024')
  line('Người lập biểu', 'TM. UBND XÃ')
  line(null, 'CHỦ TỊCH')
  if (chance.yes(0.3)) line('Nguyễn Văn Sơn', 'Hồ Đức Thành')
}

/** Adds a row and says its number in the sheet. */
function put(
  list: Writing,
  cells: ReadonlyMap<Part, CellValue>,
  birth?: readonly [number, CellValue],
): number {
  const width = Math.max(...list.columns.values()) + 2
  const row: CellValue[] = Array.from({ length: width }, () => null)
  for (const [part, cell] of cells) row[list.columns.get(part) ?? 0] = cell === '' ? null : cell
  if (birth) row[birth[0]] = birth[1]
  return list.rows.push(row)
}
