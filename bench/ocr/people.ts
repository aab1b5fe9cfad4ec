import { createRandom, type Random } from './random.ts'

/** What one rendered form says: the text on the paper, field by field, as the reader must bring it back. */
export type Truth = Record<string, string>

export interface Dossier {
  kind: 'application' | 'disabilityCertificate' | 'decision' | 'identityCard'
  truth: Truth
}

const families =
  'Nguyễn Trần Lê Phạm Hoàng Vũ Võ Đặng Bùi Đỗ Hồ Ngô Phan Lô Vi Lương Cao Thái Nghiêm Quách'.split(' ')
const middlesOfMen = 'Văn Hữu Đình Xuân Quang Công Bá Viết'.split(' ')
const middlesOfWomen = 'Thị Thị Thị Ngọc Thị Thu Thị Bích'.split(' ')
const givenOfMen = 'Hùng Dũng Sỹ Thắng Bằng Đức Lợi Quỳnh Tuyên Khuê Giáp Phú Hoàn Nghĩa Vượng'.split(' ')
const givenOfWomen = 'Hương Phượng Nguyệt Thủy Hoa Quế Yến Huệ Lưu Ngọt Khuyên Mỹ Nhẫn Cẩm Điệp'.split(' ')
const ethnicities = ['Kinh', 'Thái', 'Thổ', 'Mông', 'Khơ Mú']
const villages = ['Xóm 3', 'Xóm Đồng Tâm', 'Bản Na Kho', 'Thôn Vĩnh Yên', 'Khối Tân Phúc', 'Xóm Trung Hậu']
const communes = ['Nghi Kiều', 'Vân Tụ', 'Kim Liên', 'Diễn Thành', 'Châu Quang', 'Quỳnh Đôi', 'Hưng Lĩnh']
const districts = ['Nghi Lộc', 'Yên Thành', 'Nam Đàn', 'Diễn Châu', 'Quỳ Hợp', 'Quỳnh Lưu', 'Hưng Nguyên']
const kinds = ['Vận động', 'Nghe, nói', 'Nhìn', 'Thần kinh, tâm thần', 'Trí tuệ', 'Khác']
const degrees = ['Đặc biệt nặng', 'Nặng', 'Nhẹ']

/** Synthetic dossiers of the four kinds in turn; the same for the same seed on every machine. */
export function* makeDossiers(seed: number): Generator<Dossier, never> {
  const random = createRandom(seed)
  for (let number = 0; ; number++) {
    const kind = (['application', 'disabilityCertificate', 'decision', 'identityCard'] as const)[number % 4]
    yield { kind: kind ?? 'application', truth: truthOf(kind ?? 'application', random) }
  }
}

function truthOf(kind: Dossier['kind'], random: Random): Truth {
  const person = makePerson(random)
  const place = { village: random.pick(villages), ...placeOf(random) }
  if (kind === 'identityCard') return person
  if (kind === 'application')
    return {
      ...person,
      ethnicity: random.pick(ethnicities),
      ...place,
      phone: `09${random.digits(8)}`,
      guardian: makePerson(random).name ?? '',
    }
  const decision = {
    decisionNumber: `${random.whole(1, 4_000)}/QĐ-UBND`,
    signedOn: dayText(random, 2015, 2025),
  }
  if (kind === 'decision')
    return {
      ...person,
      ...place,
      ...decision,
      amountDong: (random.whole(1, 9) * 180_000).toLocaleString('de-DE'),
      benefit: 'Trợ cấp xã hội hằng tháng',
    }
  return {
    ...person,
    ...place,
    disabilityKind: random.pick(kinds),
    disabilityDegree: random.pick(degrees),
    signedOn: dayText(random, 2015, 2025),
  }
}

function makePerson(random: Random): Truth {
  const isWoman = random.chance(0.55)
  const name = [
    random.pick(families),
    random.pick(isWoman ? middlesOfWomen : middlesOfMen),
    random.pick(isWoman ? givenOfWomen : givenOfMen),
  ].join(' ')
  const birth = dayText(random, 1932, 2008)
  const year = Number(birth.slice(6))
  const century = (year >= 2000 ? 2 : 0) + (isWoman ? 1 : 0)
  return {
    name,
    birth,
    sex: isWoman ? 'Nữ' : 'Nam',
    citizenId: `040${century}${String(year).slice(2)}${random.digits(6)}`,
  }
}

function placeOf(random: Random): { commune: string; district: string } {
  const at = random.whole(0, communes.length - 1)
  return { commune: communes[at] ?? '', district: districts[at] ?? '' }
}

function dayText(random: Random, from: number, to: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(random.whole(1, 28))}/${two(random.whole(1, 12))}/${random.whole(from, to)}`
}
