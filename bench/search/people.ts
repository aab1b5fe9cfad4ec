import { readFileSync } from 'node:fs'
import { foldText } from '#identity'
import { createRandom, type Random } from '#jobs/demonstration/random'

/** A row for registry.person: id, name, folded name, sex, birth, number, unit, village. */
export type PersonRow = (string | number | null)[]

/** How many of a thousand bear each word: as in the north of the middle of the country. */
const families =
  'Nguyễn 380 Trần 110 Lê 90 Phan 60 Hoàng 55 Hồ 45 Phạm 45 Võ 30 Đặng 25 Cao 20 Bùi 20 Thái 12 Đậu 12 Ngô 12 Trương 12 ' +
  'Đinh 10 Vương 6 Chu 6 Dương 6 Tạ 4 Lô 8 Vi 8 Lương 7 Lữ 4 Hà 4 Kha 3 Xồng 2 Lầu 2 Vừ 2 Và 2 Moong 2 Cụt 1 Ốc 1'
const middles = {
  male: 'Văn 300 Đình 120 Hữu 100 Xuân 80 Bá 70 Sỹ 50 Công 50 Quang 50 Trọng 40 Ngọc 40 Đức 40 Minh 40 Khăm 2 Nhia 1',
  female:
    'Thị 690 Thị|Ngọc 50 Thị|Thanh 50 Thị|Kim 40 Thị|Thu 40 Thị|Hồng 40 Thị|Bích 20 Như 30 Y 10 Mỹ|Hạnh 5',
}
const given = {
  male:
    'Hùng 50 Dũng 40 Tuấn 40 Sơn 40 Thắng 40 Minh 40 Long 30 Hải 30 Bình 30 An 30 Đức 30 Hòa 20 Hoà 10 Quý 20 Tài 20 ' +
    'Thành 30 Cường 30 Lợi 20 Sáu 10 Chín 10 Tân 20 Nam 30 Khánh 20 Thìn 10 Toàn 20 Trung 20 Kiên 15 Phong 15 Quân 15 ' +
    'Thái 10 Vinh 10 Phúc 10 Lâm 10 Hiếu 10 Tủa 1 Chù 1 Dềnh 1 Thoong 1 Pản 1',
  female:
    'Hoa 40 Lan 40 Hương 40 Hà 40 Thủy 30 Thuỷ 10 Hằng 30 Nga 30 Hường 20 Loan 30 Tuyết 20 Nhung 30 Liên 30 Sáu 10 Bình ' +
    '20 Vinh 20 Phượng 20 Tâm 30 Yến 20 Trang 30 Linh 30 Ngân 20 Quế 10 Hạnh 20 Hòa 10 Anh 20 Huyền 15 Oanh 10 Mai 15 ' +
    'Dung 15 Hạ 2 Xoan 2 Chôm 1 Mại 1 Pang 1 Mỷ 1 Dở 1',
}

function weighted(text: string): string[] {
  const parts = text.split(' ')
  return parts.flatMap((word, at) =>
    at % 2 === 0 ? Array.from({ length: Number(parts[at + 1]) }, () => word.replace('|', ' ')) : [],
  )
}

const pools = {
  family: weighted(families),
  male: [weighted(middles.male), weighted(given.male)],
  female: [weighted(middles.female), weighted(given.female)],
} as const

/** A commune of today and how many live there. */
interface Commune {
  uid: string
  name: string
  population: number
}

function readCommunes(): Commune[] {
  const [, ...lines] = readFileSync(new URL('../../data/nghe-an-communes-2025.csv', import.meta.url), 'utf8')
    .trim()
    .split(/\r?\n/)
  return lines.map((line) => {
    const [code = '', , name = '', , , , , , population = '0'] = line.split(',')
    return { uid: `${code}@2025-07-01`, name, population: Number(population) }
  })
}

export const personColumns =
  'name, name_folded, sex, birth_from, birth_to, citizen_id, old_id, unit_uid, village, origin'

/** `count` people over the communes by their size, the same for the same seed: names as frequent as they are. */
export function* makePeople(count: number, seed: number): Generator<PersonRow> {
  const random = createRandom(seed)
  const communes = readCommunes()
  const all = communes.reduce((sum, { population }) => sum + population, 0)
  let made = 0
  let upTo = 0
  for (const commune of communes) {
    upTo += commune.population
    for (; made < Math.round((count * upTo) / all); made += 1) yield personOf(random, commune, made)
  }
}

function personOf(random: Random, { uid, name: place }: Commune, index: number): PersonRow {
  const sex = random.happens(0.5) ? 'male' : 'female'
  const [middle, last] = pools[sex]
  const name = `${random.pick(pools.family)} ${random.pick(middle)} ${random.pick(last)}`
  const year = random.between(1925, 2025)
  const yearOnly = random.happens(0.3)
  const day = `${year}-${pad(random.between(1, 12))}-${pad(random.between(1, 28))}`
  const century = (year < 2000 ? 0 : 2) + (sex === 'female' ? 1 : 0)
  const serial = String(index % 1_000_000).padStart(6, '0')
  const citizenId = random.happens(0.9) ? `040${century}${String(year).slice(2)}${serial}` : null
  const oldId =
    year < 2005 && random.happens(0.3) ? `18${String(random.between(0, 9_999_999)).padStart(7, '0')}` : null
  const village = `${place.length % 2 ? 'Xóm' : 'Bản'} ${random.between(1, 15)}`
  const [from, to] = yearOnly ? [`${year}-01-01`, `${year}-12-31`] : [day, day]
  return [name, foldText(name), sex, from, to, citizenId, oldId, uid, village, 'register:bench']
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
