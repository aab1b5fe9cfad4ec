import { dayFrom, daysInMonth, type LocalDate } from '#calendar'
import type { CellValue } from '#platform/sheets'

/** Choices that the same seed makes again in the same order. */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = (seed * 2_654_435_761 + 1_013_904_223) >>> 0
  }

  /** From 0 up to and without 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number; both ends are possible. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  yes(share: number): boolean {
    return this.next() < share
  }

  one<T>(from: readonly T[]): T {
    const chosen = from[this.whole(0, from.length - 1)]
    if (chosen === undefined) throw new Error('Nothing to choose from')
    return chosen
  }

  shuffled<T>(all: readonly T[]): T[] {
    const left = [...all]
    return all.flatMap(() => left.splice(this.whole(0, left.length - 1), 1))
  }
}

export interface Person {
  name: string
  sex: 'male' | 'female'
  birth: LocalDate
  /** Twelve digits that agree with sex and birth. */
  id: string
  category: string
  /** 1, 1.5, 2 and so on. */
  coefficient: number
}

const families =
  'Nguyễn Trần Lê Phạm Hoàng Phan Võ Đặng Hồ Cao Lô Lầu Vi Moong Bùi Đỗ Ngô Dương Lương Kha Cụt Xồng Hà Đinh'
const maleMiddles = ['Bá', 'Công', 'Văn', 'Hữu', 'Đình', 'Xuân', 'Đức', 'Quốc']
const femaleMiddles = ['Thị', 'Thị', 'Thị Ngọc', 'Thị Thanh', 'Thị Hồng']
const given =
  'An Bình Châu Dũng Hà Hòa Hường Hạnh Hồng Lan Liên Minh Mùi Nga Nhung Phúc Quế Sáu Thủy Tuyết Tâm Vinh Xoan Đức'

/** Groups with their coefficients and the ages of those who draw them. */
const groups: readonly (readonly [string, readonly number[], number, number])[] = [
  ['K1', [1.5, 2.5], 0, 15],
  ['K2', [1.5], 16, 21],
  ['K3', [2, 2.5], 1, 15],
  ['K4', [1, 2], 20, 50],
  ['K5a', [1.5, 2], 60, 92],
  ['K5b', [1], 75, 79],
  ['K5c', [1], 80, 95],
  ['K5d', [3], 60, 90],
  ['K6', [1.5, 2, 2.5], 1, 92],
  ['K7', [1.5], 0, 2],
  ['K8', [1.5], 18, 60],
  ['C2', [1.5], 20, 60],
  ['C3', [1.5], 18, 40],
  ['C5', [1], 5, 70],
  ['C6', [1.5], 20, 70],
]

/** Somebody who draws something in the year; no two of one list share a name without tones. */
export function personOf(chance: Chance, year: number, taken: Set<string>): Person {
  const [category, coefficients, youngest, oldest] = chance.one(groups)
  const sex = chance.yes(0.5) ? 'male' : 'female'
  const birthYear = year - chance.whole(Math.max(youngest, 1), oldest)
  const month = chance.whole(1, 12)
  const birth = dayFrom(birthYear, month, chance.whole(1, daysInMonth(birthYear, month)))
  const digit = (birthYear >= 2000 ? 2 : 0) + (sex === 'female' ? 1 : 0)
  const place = chance.one(['040', '040', '040', '042', '038', '001'])
  const tail = String(chance.whole(100_000, 999_999))
  const id = `${place}${digit}${String(birthYear).slice(2)}${tail}`
  const middles = sex === 'male' ? maleMiddles : femaleMiddles
  let name: string
  do {
    name = [chance.one(families.split(' ')), chance.one(middles), chance.one(given.split(' '))].join(' ')
  } while (taken.has(withoutTones(name)))
  taken.add(withoutTones(name))
  return { name, sex, birth, id, category, coefficient: chance.one(coefficients) }
}

export function withoutTones(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
}

/** Groups as officials write them. */
const wordings: Readonly<Record<string, readonly string[]>> = {
  K1: ['Trẻ mồ côi cả cha lẫn mẹ', 'Trẻ em mồ côi', 'TE mồ côi cả cha và mẹ', 'Trẻ bị bỏ rơi', 'Khoản 1'],
  K2: ['Mồ côi từ 16 đến 22 tuổi đang học', 'Người từ 16-22 tuổi mồ côi đang học văn hóa', 'K2 Đ5'],
  K3: ['Trẻ em nhiễm HIV hộ nghèo', 'TE nhiễm HIV/AIDS thuộc hộ nghèo', '5.3', 'Khoản 3 Điều 5'],
  K4: [
    'Đơn thân nghèo nuôi con',
    'Đơn thân nuôi con',
    'Người đơn thân nghèo đang nuôi con',
    '5.4',
    'khoản 4',
  ],
  K5a: ['NCT nghèo không có người phụng dưỡng', 'Người cao tuổi cô đơn hộ nghèo', '5.5.a', 'K5 điểm a'],
  K5b: ['NCT từ 75 đến dưới 80 tuổi hộ nghèo', 'Khoản 5 điểm b', '5.5.b', 'NCT đủ 75 tuổi vùng ĐBKK'],
  K5c: [
    'NCT từ đủ 80 tuổi trở lên',
    'Người cao tuổi từ 80',
    'Người cao tuổi từ đủ 80 tuổi',
    'NCT 80 tuổi trở lên',
    'Người từ đủ 80 tuổi trở lên',
    'Khoản 5 điểm c',
    'Điểm c khoản 5 Điều 5',
    'điểm c, khoản 5, điều 5',
    'K5 điểm c',
    'K5.c',
    'k5c',
    '5c',
    '5.5.c',
    'Đ5.K5.c',
    'K5c - NCT từ 80 tuổi',
  ],
  K5d: ['NCT đủ điều kiện vào cơ sở, được nhận chăm sóc tại cộng đồng', 'Khoản 5 điểm d', '5.5.d', 'K5đ'],
  K6: [
    'Người KT đặc biệt nặng',
    'Người khuyết tật nặng',
    'NKT nặng',
    'NKT ĐBN',
    'K.6',
    'KT nặng',
    'Khoản 6',
    'K6: NKT nặng',
  ],
  K7: ['Trẻ em dưới 3 tuổi hộ nghèo', 'TE dưới 3 tuổi hộ cận nghèo vùng ĐBKK', 'Khoản 7 Điều 5', '5.7'],
  K8: ['Người nhiễm HIV/AIDS hộ nghèo', 'Người nhiễm HIV thuộc diện hộ nghèo', 'khoản 8', 'K 8'],
  C2: ['Nhận chăm sóc trẻ em từ 4 tuổi', 'Nhận nuôi dưỡng trẻ em mồ côi từ 4 đến dưới 16 tuổi'],
  C3: ['NKT nặng đang mang thai', 'Người khuyết tật nặng nuôi con dưới 36 tháng'],
  C5: [
    'Hộ gia đình chăm sóc NKT ĐBN',
    'Hộ đang trực tiếp chăm sóc người khuyết tật đặc biệt nặng',
    'Hộ GĐ chăm sóc NKT đặc biệt nặng',
  ],
  C6: ['Nhận chăm sóc NKT ĐBN', 'Người nhận nuôi dưỡng, chăm sóc NKT đặc biệt nặng'],
}

export function categoryAsWritten(chance: Chance, category: string): string {
  return chance.one([category, ...(wordings[category] ?? [])])
}

export interface Told<T> {
  cell: CellValue
  /** What a careful reader finds; undefined for nothing. */
  reads: T | undefined
  problem?: { problem: string; reads?: string | number; proposes?: string; expected?: number }
}

export function nameAsWritten(chance: Chance, name: string): { cell: string; folded: boolean } {
  const style = chance.whole(0, 15)
  const [family = '', ...rest] = name.split(' ')
  if (style === 0) return { cell: `  ${family}  ${rest.join(' ')} `, folded: false }
  if (style === 1) return { cell: name.normalize('NFD'), folded: false }
  if (style <= 3) return { cell: name.toLocaleUpperCase('vi'), folded: false }
  // A woman written HOA may be Hoa as well as Hòa.
  if (style === 4 && !/ Thị .*Hòa$/.test(name))
    return { cell: withoutTones(name).toUpperCase(), folded: true }
  if (style === 5) return { cell: name.replace('Hòa', 'Hoà').replace('Thủy', 'Thuỷ'), folded: false }
  if (style === 6) return { cell: name.replaceAll(' ', '\u00a0'), folded: false }
  if (style === 7) return { cell: name.toLocaleLowerCase('vi'), folded: false }
  return { cell: name, folded: false }
}

/** A coefficient as a number or a text. */
export function coefficientAsWritten(chance: Chance, coefficient: number): CellValue {
  return chance.one<CellValue>([coefficient, String(coefficient), String(coefficient).replace('.', ',')])
}

/** An amount, sometimes twenty thousand short, as a number or a text. */
export function amountAsWritten(chance: Chance, coefficient: number, standard: number): Told<number> {
  const expected = Math.round(coefficient * standard)
  const reads = chance.yes(0.08) ? expected - 20_000 : expected
  const grouped = String(reads).replace(/\B(?=(\d{3})+$)/g, '.')
  const texts = [
    grouped,
    `${grouped} đ`,
    `${grouped} đồng`,
    grouped.replaceAll('.', ','),
    grouped.replaceAll('.', ' '),
  ]
  const cell = chance.yes(0.7) ? reads : chance.one(texts)
  if (reads === expected) return { cell, reads }
  return { cell, reads, problem: { problem: 'amount is not coefficient × standard', reads, expected } }
}
