import { describe, expect, it } from 'vitest'
import { readAgencies } from './agencies.ts'

const read = (text: string) => {
  const found = readAgencies(text, text.toLowerCase(), 0)
  return found && { names: found.names, rest: text.slice(found.end).trim() }
}

describe('agencies in running words', () => {
  it.each([
    ['Sở Y tế chủ trì', ['Sở Y tế'], 'chủ trì'],
    ['Sở NN&MT: chốt số liệu', ['Sở Nông nghiệp và Môi trường'], ': chốt số liệu'],
    ['Sở LĐ,TB&XH bám sát', ['Sở Lao động, Thương binh và Xã hội'], 'bám sát'],
    ['các sở, ngành chức năng liên quan tham mưu', ['các sở, ngành chức năng liên quan'], 'tham mưu'],
    ['UBND các xã, phường và Công an tỉnh rà soát', ['UBND các xã, phường', 'Công an tỉnh'], 'rà soát'],
    ['Ủy ban nhân dân các xã, phường', ['UBND các xã, phường'], ''],
    ['các sở: Tài chính, Giáo dục và Đào tạo; Ban', ['Sở Tài chính', 'Sở Giáo dục và Đào tạo'], '; Ban'],
    ['Sở Nội vụ, Y tế và Tài chính rà soát', ['Sở Nội vụ', 'Sở Y tế', 'Sở Tài chính'], 'rà soát'],
    [
      'Sở Giáo dục và Đào tạo, Sở Văn hóa, Thể thao và Du lịch mở lớp',
      ['Sở Giáo dục và Đào tạo', 'Sở Văn hóa, Thể thao và Du lịch'],
      'mở lớp',
    ],
    ['Ban quản lý Khu kinh tế Đông Nam sẵn sàng', ['Ban quản lý Khu kinh tế Đông Nam'], 'sẵn sàng'],
    ['UBND xã Quỳ Hợp thăm hỏi', ['UBND xã Quỳ Hợp'], 'thăm hỏi'],
    [
      'Phó Chủ tịch UBND tỉnh Nguyễn Khắc Dũng trực tiếp',
      ['Phó Chủ tịch UBND tỉnh Nguyễn Khắc Dũng'],
      'trực tiếp',
    ],
    ['Ngân hàng Nhà nước chi nhánh Khu vực 8', ['Ngân hàng Nhà nước chi nhánh Khu vực 8'], ''],
    [
      'Phòng Lao động - Việc làm thuộc Sở Nội vụ theo dõi',
      ['Phòng Lao động - Việc làm thuộc Sở Nội vụ'],
      'theo dõi',
    ],
    ['Ban Quản lý Quỹ Hỗ trợ nông dân rà soát', ['Ban Quản lý Quỹ Hỗ trợ nông dân'], 'rà soát'],
    [
      'Đ/c Nguyễn Văn Tài - Giám đốc Sở Nội vụ: chủ trì',
      ['Nguyễn Văn Tài - Giám đốc Sở Nội vụ'],
      ': chủ trì',
    ],
    [
      'các doanh nghiệp khai thác đá tổ chức huấn luyện',
      ['các doanh nghiệp khai thác đá'],
      'tổ chức huấn luyện',
    ],
  ])('%s', (text, names, rest) => {
    expect(read(text)).toEqual({ names, rest })
  })

  it.each(['thanh tra đột xuất việc chi trả', 'công an', 'Sở cần tiếp tục', 'người dân hiểu rõ'])(
    '%s names none',
    (text) => {
      expect(read(text)).toBeUndefined()
    },
  )
})
