import { type Random, weighted } from './random.ts'

/** `Nguyễn 37 Trần 11`: words with their weights. */
function table(text: string): [string, number][] {
  const words = text.trim().split(/\s+/)
  return words.flatMap((word, index): [string, number][] =>
    index % 2 === 0 ? [[word.replaceAll('_', ' '), Number(words[index + 1])]] : [],
  )
}

/** The more usual first: weights fall slowly, as they do in registers. */
function ranked(text: string): [string, number][] {
  return text
    .trim()
    .split(/\s+/)
    .map((word, rank) => [word, 1 / (rank + 5) ** 0.85])
}

export const surnameOf = weighted(
  table(`Nguyễn 37 Trần 11.5 Lê 9.5 Phạm 6.5 Hoàng 4.6 Phan 4.4 Vũ 2 Võ 2.2 Đặng 2.2 Bùi 2 Hồ 2.6 Đậu 1 Cao 1.2 Đinh 0.9
  Ngô 1.3 Dương 0.9 Trương 1.2 Thái 0.9 Lương 1 Hà 0.8 Chu 0.6 Đào 0.6 Lô 1.4 Vi 1.1 Lữ 0.6 Kha 0.5 Lương_Văn 0.05 Quang 0.3 Và 0.4
  Xồng 0.3 Lầu 0.3 Vừ 0.3 Moong 0.3 Cụt 0.3 Lim 0.1 Tạ 0.3 Mai 0.4 Tô 0.3 Trịnh 0.4 Lưu 0.3 Phùng 0.3 Tăng 0.3 Nghiêm 0.1
  Đoàn 0.5 Huỳnh 0.2 Lâm 0.2 Kiều 0.2 Bạch 0.1 Thò 0.1 Già 0.1 Hờ 0.1 Ngân 0.3 Hứa 0.1`),
)
const middleOfMen = weighted(
  table(`Văn 34 Hữu 5 Đình 5 Đức 5 Xuân 5 Công 3.5 Sỹ 2 Minh 4 Quang 3 Ngọc 4 Thanh 3 Quốc 4 Anh 3 Bá 2.5 Trọng 2.5 Viết 2 Duy 2
  Thế 2 Tiến 2 Mạnh 1.5 Hồng 1.5 Khắc 1.5 Cảnh 1 Phúc 1 Gia 1.5 Bảo 2 Nhật 1 Hoàng 2 Tuấn 1.5 Đăng 1`),
)
const middleOfWomen = weighted(
  table(`Thị 52 Thị_Thu 3 Thị_Ngọc 3 Thị_Thanh 3 Thị_Hồng 2.5 Thị_Kim 1.5 Thị_Minh 1.5 Thị_Phương 2 Thị_Mai 1 Thị_Bích 1 Ngọc 4 Thu 2
  Thanh 2 Phương 2.5 Khánh 2 Minh 2 Bảo 2 Thảo 1 Hà 1.5 Quỳnh 1.5 Diệu 1 Thùy 1.5 Hoài 1 Mỹ 1 Như 1 Cẩm 0.7 An 0.7`),
)
const givenOfMen = weighted(
  ranked(`Hùng Dũng Tuấn Minh Hải Nam Sơn Long Thắng Hoàng Anh Đức Cường Trung Quân Bình Việt Hòa Hiếu Tùng Thành Tâm Phúc
  Khánh Lâm Duy Tài Lợi Lộc Thịnh Vinh Quang Huy Hưng Kiên Đạt Toàn Nghĩa Trí Dương Bảo Khoa An Chiến Công Chung Chương Định
  Đông Giang Hà Hậu Hiền Hoan Hội Huấn Khôi Kỳ Lực Luân Lương Mạnh Nghị Nhật Ninh Phú Phước Quý Quyết Sáng Sỹ Tấn Thái Thiện
  Thuận Tiến Toản Trọng Trường Tú Tường Văn Vũ Vượng Xuân Năm Bảy Chín Sáu Tư Tính Tình Thọ Thu Thủy Thúc Tĩnh Trực Vĩ Viên
  Khang Nhân Phát Pó Xìa Tồng Giống Bá Cả Chắt Cần Cảnh Cát Châu Chinh Cương Diện Diệu Đàn Đồng Hạnh Hoạt Khiêm Kiểm Lai`),
)
const givenOfWomen = weighted(
  ranked(`Lan Hoa Hương Hằng Nga Thảo Linh Trang Huyền Hạnh Phương Thu Thủy Hà Yến Ngọc Anh Vân Hồng Loan Oanh Liên Hiền Dung
  Nhung Tuyết Xuân Lệ Bích Châu Chi Cúc Diễm Diệp Đào Giang Hải Hân Hậu Hòa Hoài Huệ Khánh Kiều Kim Lam Lài Lý Ly My Mỹ Na Ngà
  Ngân Nguyệt Nhàn Nhi Như Phượng Quyên Quỳnh Sen Sương Tâm Thanh Thêu Thi Thoa Thơm Thúy Thư Thương Tình Trâm Trinh Trúc Tú
  Tuyền Tươi Uyên Vy Xoan Hường Lương Mùi Mai Minh Mơ Năm Bảy Tám Chín Tư Sáu Út Nhâm Quế Quý Thái Tần Thìn Thuận Vinh Vui
  Bình Chung Chuyên Cảnh Hợi Tý Dần Lành Lĩnh Lựu Mận Nụ Gái Ánh Ái Pà Xía Dở Mỷ Bảo Thắm Thắng Thịnh Tịnh Toan Trà Trầm`),
)

export type Sex = 'male' | 'female'

export function middleOf(sex: Sex, random: Random): string {
  return sex === 'male' ? middleOfMen(random) : middleOfWomen(random)
}

export function givenOf(sex: Sex, random: Random): string {
  return sex === 'male' ? givenOfMen(random) : givenOfWomen(random)
}
