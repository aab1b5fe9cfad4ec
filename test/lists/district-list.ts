import { type LocalDate, yearOf } from '#calendar'
import { type CellValue, cellAddress } from '#platform/sheets'
import { type ListKey, type MadeList, standards } from './commune-list.ts'
import { Chance, type Person, personOf, type Told } from './people.ts'

type Part =
  | 'district'
  | 'commune'
  | 'name'
  | 'sex'
  | 'birth'
  | 'id'
  | 'people'
  | 'category'
  | 'coefficient'
  | 'amount'
  | 'fromMonth'
  | 'phone'
  | 'account'

const headings: Readonly<Record<Part, readonly string[]>> = {
  district: ['Huyện', 'HUYEN', 'Huyện/TX/TP', 'Quận/huyện', 'Huyện, thành, thị'],
  commune: ['Xã/phường/TT', 'XA', 'Xã, phường, thị trấn', 'Tên xã', 'XA/PHUONG'],
  name: ['HO TEN', 'Họ và tên', 'Ho va ten', 'HỌ TÊN'],
  sex: ['GIOI TINH', 'Giới tính', 'GT', 'Phái'],
  birth: ['NGAY SINH', 'Ngày sinh', 'Ngày tháng năm sinh', 'NTNS'],
  id: ['SO DINH DANH', 'Số CCCD', 'CCCD', 'SO CCCD/CMND', 'Mã định danh'],
  people: ['Dân tộc', 'DAN TOC'],
  category: ['Mã ĐT', 'Ma doi tuong', 'Nhóm ĐT', 'Đối tượng'],
  coefficient: ['He so', 'Hệ số', 'HS'],
  amount: ['So tien', 'Số tiền', 'Mức hưởng', 'MUC TRO CAP'],
  fromMonth: ['Tháng bắt đầu', 'Thang bat dau', 'Hưởng từ tháng', 'Từ tháng'],
  phone: ['SĐT', 'Số điện thoại', 'DIEN THOAI'],
  account: ['STK ngân hàng', 'Số tài khoản', 'STK'],
}
const units = [
  ['Diễn Thành', 'Diễn Châu'],
  ['Châu Quang', 'Quỳ Hợp'],
  ['TT Mường Xén', 'Kỳ Sơn'],
  ['Nghi Kiều', 'Nghi Lộc'],
  ['P. Hưng Dũng', 'Vinh'],
  ['xã Nghi Xuân', 'Thành phố Vinh'],
  ['TT. Con Cuông', 'H. Con Cuông'],
  ['X. Nam Cát', 'huyện Nam Đàn'],
  ['P.Long Sơn', 'TX Thái Hòa'],
  ['Yên Na', 'Tương Dương'],
] as const

/** One list put together from several districts: flat, with codes, phones and accounts. */
export function districtList(seed: number): MadeList {
  const chance = new Chance(seed)
  const [month, standardDong] = chance.one(standards)
  const parts = Object.keys(headings) as Part[]
  const order = chance.yes(0.3) ? parts : chance.shuffled(parts)
  const fromMonth = `${month.slice(5)}/${month.slice(0, 4)}`
  const key: ListKey = { month: fromMonth, rows: [], problems: [] }
  const rows: CellValue[][] = [order.map((part) => chance.one(headings[part]))]
  const taken = new Set<string>()
  const tick = chance.one(['x', 'X', 'v'])
  for (let count = chance.whole(30, 140); count > 0; count -= 1) {
    const person = personOf(chance, yearOf(`${month}-01` as LocalDate), taken)
    const cells = writePerson(chance, person, { row: rows.length + 1, order, standardDong, key, tick })
    cells.set('fromMonth', fromMonth)
    rows.push(order.map((part) => cells.get(part) ?? null))
  }
  return { sheet: { name: 'Tong hop', rows }, key, standardDong }
}

interface Place {
  row: number
  order: readonly Part[]
  standardDong: number
  key: ListKey
  /** What stands in the column of sex for a woman. */
  tick: string
}

function writePerson(chance: Chance, person: Person, { row, order, standardDong, key, tick }: Place) {
  const [commune, district] = chance.one(units)
  const id = idAsWritten(chance, person)
  const ticked = chance.yes(0.35)
  const [birthCell, birth, isShort] = birthAsWritten(chance, person)
  const amount = Math.round(person.coefficient * standardDong)
  key.rows.push({
    row,
    name: person.name,
    sex: person.sex,
    unitAsWritten: [commune, district],
    category: person.category,
    coefficient: person.coefficient,
    amount,
    ...(ticked ? { sexFromId: true } : {}),
    ...(isShort ? { birthTwoDigitYear: true } : {}),
    birth,
    id: id.reads,
  })
  if (id.problem) key.problems.push({ cell: cellAddress(row - 1, order.indexOf('id')), ...id.problem })
  const inWords = person.sex === 'male' ? ['Nam', 'nam', 'NAM'] : ['Nữ', 'nữ', 'Nu', 'NỮ']
  return new Map<Part, CellValue>([
    ['district', district],
    ['commune', commune],
    ['name', chance.yes(0.1) ? person.name.replace('Hòa', 'Hoà') : person.name],
    ['sex', ticked ? (person.sex === 'female' ? tick : null) : chance.one(inWords)],
    ['birth', birthCell],
    ['id', id.cell],
    ['people', chance.one(['Kinh', 'Thái', 'Khơ Mú', "H'Mông", null])],
    ['category', chance.yes(0.8) ? person.category : person.category.toLowerCase()],
    ['coefficient', person.coefficient],
    ['amount', amount],
    ['phone', chance.one<CellValue>([`09${chance.whole(10_000_000, 99_999_999)}`, 993_667_423])],
    ['account', chance.one([null, '7776603221893'])],
  ])
}

function idAsWritten(chance: Chance, { id, sex }: Person): Told<string> {
  const style = chance.whole(0, 19)
  if (style <= 1)
    return { cell: Number(id), reads: id, problem: { problem: 'leading zero lost', proposes: id } }
  if (style === 2) return { cell: id.replace(/(\d{3})(?=\d)/g, '$1 '), reads: id }
  if (style > 5) return { cell: id, reads: id }
  // The digit of the other sex, of the twentieth century whatever the birth.
  const reads = `${id.slice(0, 3)}${sex === 'female' ? 0 : 1}${id.slice(4)}`
  return { cell: reads, reads, problem: { problem: 'sex digit of the ID disagrees with the sex', reads } }
}

function birthAsWritten(chance: Chance, { birth }: Person): [cell: string, reads: string, isShort: boolean] {
  const [year = '', month = '', date = ''] = birth.split('-')
  const style = chance.whole(0, 2)
  if (style === 0) return [year, year, false]
  if (style === 1) return [`${year}-${Number(month)}-${Number(date)}`, birth, false]
  return [`${date}-${month}-${year.slice(2)}`, birth, true]
}
