import { type Random, weighted } from './random.ts'

/** Whose names people of a commune bear. */
export type NameStock = 'kinh' | 'thai' | 'mong' | 'khoMu'

interface Names {
  family: readonly string[]
  maleMiddle: readonly string[]
  femaleMiddle: readonly string[]
  male: readonly string[]
  female: readonly string[]
}

/** How common names are, in hundredths or so: as a list of beneficiaries in Nghệ An looks, not a census. */
const kinh: Names = {
  family: weighted([
    ['Nguyễn', 34],
    ['Trần', 10],
    ['Lê', 8],
    ['Phan', 7],
    ['Hoàng', 6],
    ['Hồ', 5],
    ['Phạm', 5],
    ['Võ', 4],
    ['Đặng', 4],
    ['Cao', 3],
    ['Bùi', 3],
    ['Thái', 2],
    ['Đậu', 2],
    ['Ngô', 2],
    ['Trương', 2],
    ['Đinh', 2],
    ['Vương', 1],
    ['Chu', 1],
    ['Dương', 1],
    ['Tạ', 1],
  ]),
  maleMiddle: weighted([
    ['Văn', 30],
    ['Đình', 12],
    ['Hữu', 10],
    ['Xuân', 8],
    ['Bá', 7],
    ['Sỹ', 5],
    ['Công', 5],
    ['Quang', 5],
    ['Trọng', 4],
    ['Ngọc', 4],
    ['Đức', 4],
    ['Minh', 4],
  ]),
  femaleMiddle: weighted([
    ['Thị', 62],
    ['Thị Ngọc', 5],
    ['Thị Thanh', 5],
    ['Thị Kim', 4],
    ['Thị Thu', 4],
    ['Thị Hồng', 4],
    ['Thị Minh', 2],
  ]),
  male: weighted([
    ['Hùng', 5],
    ['Dũng', 4],
    ['Tuấn', 4],
    ['Sơn', 4],
    ['Thắng', 4],
    ['Minh', 4],
    ['Long', 3],
    ['Hải', 3],
    ['Bình', 3],
    ['An', 3],
    ['Đức', 3],
    ['Hòa', 3],
    ['Quý', 2],
    ['Tài', 2],
    ['Thành', 3],
    ['Cường', 3],
    ['Lợi', 2],
    ['Sáu', 1],
    ['Chín', 1],
    ['Tân', 2],
    ['Nam', 3],
    ['Khánh', 2],
  ]),
  female: weighted([
    ['Hoa', 4],
    ['Lan', 4],
    ['Hương', 4],
    ['Hà', 4],
    ['Thủy', 4],
    ['Hằng', 3],
    ['Nga', 3],
    ['Hường', 2],
    ['Loan', 3],
    ['Tuyết', 2],
    ['Nhung', 3],
    ['Liên', 3],
    ['Sáu', 1],
    ['Bình', 2],
    ['Vinh', 2],
    ['Phượng', 2],
    ['Tâm', 3],
    ['Yến', 2],
    ['Trang', 3],
    ['Linh', 3],
    ['Ngân', 2],
    ['Quế', 1],
  ]),
}

const thai: Names = {
  family: weighted([
    ['Lô', 20],
    ['Vi', 20],
    ['Lương', 15],
    ['Lữ', 10],
    ['Hà', 7],
    ['Quang', 6],
    ['Kha', 6],
    ['Ngân', 6],
    ['Lang', 4],
    ['Lộc', 4],
    ['Sầm', 3],
  ]),
  maleMiddle: weighted([
    ['Văn', 60],
    ['Thanh', 8],
    ['Xuân', 8],
    ['Đình', 6],
  ]),
  femaleMiddle: weighted([
    ['Thị', 80],
    ['Thị Bích', 4],
    ['Thị Thu', 4],
  ]),
  male: ['Khăm', 'Thoong', 'Pản', 'Tuấn', 'Hùng', 'May', 'Dần', 'Xuyên', 'Tiến', 'Nghệ', 'Toàn', 'Oanh'],
  female: ['Chôm', 'Mại', 'Hoa', 'Thơm', 'Oanh', 'Xuân', 'Quyên', 'Lá', 'Sen', 'Nguyệt', 'Hà', 'Pang'],
}

const mong: Names = {
  family: weighted([
    ['Xồng', 18],
    ['Lầu', 18],
    ['Vừ', 16],
    ['Và', 14],
    ['Già', 10],
    ['Hờ', 8],
    ['Lỳ', 8],
    ['Thò', 5],
    ['Mùa', 3],
  ]),
  maleMiddle: weighted([
    ['Bá', 70],
    ['Nhia', 10],
    ['Chống', 6],
    ['Giống', 6],
  ]),
  femaleMiddle: weighted([
    ['Y', 70],
    ['Thị', 20],
  ]),
  male: ['Tủa', 'Chù', 'Dềnh', 'Xìa', 'Pó', 'Rê', 'Thái', 'Lầu', 'Chư', 'Nênh', 'Tồng', 'Nhìa'],
  female: ['Mỷ', 'Dở', 'Xì', 'Pà', 'Chở', 'Dênh', 'Ma', 'Lia', 'Mái', 'Xia', 'Bi', 'Sua'],
}

const khoMu: Names = {
  family: weighted([
    ['Moong', 30],
    ['Cụt', 20],
    ['Lữ', 10],
    ['Xeo', 8],
    ['Ốc', 8],
    ['Hoa', 6],
    ['Pịt', 5],
    ['Chích', 5],
  ]),
  maleMiddle: weighted([
    ['Văn', 70],
    ['Phò', 8],
    ['Thái', 6],
  ]),
  femaleMiddle: weighted([
    ['Thị', 90],
    ['Mẹ', 4],
  ]),
  male: ['Khăm', 'Oanh', 'Thìn', 'Tình', 'Hùng', 'Bảy', 'Xuân', 'Dần', 'Môn', 'Lương'],
  female: ['Thu', 'Hoa', 'Lan', 'Nga', 'Oanh', 'Chăn', 'Xoan', 'Hương', 'Bình', 'Thìn'],
}

const stocks: Readonly<Record<NameStock, Names>> = { kinh, thai, mong, khoMu }

export function familyName(random: Random, stock: NameStock): string {
  return random.pick(stocks[stock].family)
}

/** Middle and given name. */
export function givenNames(random: Random, stock: NameStock, sex: 'male' | 'female'): string {
  const names = stocks[stock]
  return sex === 'male'
    ? `${random.pick(names.maleMiddle)} ${random.pick(names.male)}`
    : `${random.pick(names.femaleMiddle)} ${random.pick(names.female)}`
}
