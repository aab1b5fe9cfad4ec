import type { Catalogue } from './language.ts'

const vi = {
  map: (what: string) => `Bản đồ 130 xã, phường: ${what}`,
  tableBelow: 'Số của từng xã, phường ở bảng kèm bản đồ.',
  table: 'Bảng 130 xã, phường',
  below: (number: string) => `dưới ${number}`,
  between: (from: string, to: string) => `${from} đến dưới ${to}`,
  from: (number: string) => `từ ${number}`,
  all: (number: string) => `nơi nào cũng ${number}`,
  places: (count: string) => `${count} xã, phường`,
  notMeasured: 'chưa đo',
  commune: 'Xã, phường',
  behind: 'Tính từ',
  sortBy: (what: string) => `Xếp theo ${what}`,
  boundaries: 'Ranh giới: © Thang Le Quoc, giấy phép MIT, theo sapnhap.bando.com.vn. Không dùng để đo đất.',
}

export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    map: (what) => `Map of the 130 communes and wards: ${what}`,
    tableBelow: 'The figure of each commune stands in the table with the map.',
    table: 'Table of the 130 communes and wards',
    below: (number) => `below ${number}`,
    between: (from, to) => `${from} to below ${to}`,
    from: (number) => `from ${number}`,
    all: (number) => `${number} everywhere`,
    places: (count) => (count === '1' ? '1 commune' : `${count} communes`),
    notMeasured: 'not measured yet',
    commune: 'Commune or ward',
    behind: 'Counted from',
    sortBy: (what) => `Sort by ${what}`,
    boundaries:
      'Boundaries: © Thang Le Quoc, MIT licence, after sapnhap.bando.com.vn. Not for measuring land.',
  },
}
