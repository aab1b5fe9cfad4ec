import { describe, expect, it } from 'vitest'
import { type DraftTask, type NoticePart, readNotice } from './index.ts'

const read = (...lines: string[]) =>
  readNotice({ parts: lines.map((text): NoticePart => ({ kind: 'paragraph', text })) })
const said = ({ does, assignee }: DraftTask) => (assignee === undefined ? does : `${assignee}: ${does}`)

describe('whoever is told by initials, by a number or by a name', () => {
  it.each([
    ['VP UBND tỉnh gọi điện nhắc từng xã.', 'Văn phòng UBND tỉnh'],
    ['BCH Quân sự xã: đảm nhận vận chuyển quà đến 3 thôn.', 'Ban Chỉ huy Quân sự xã'],
    ['Đề nghị UBMTTQ tỉnh cử cán bộ giám sát các xã.', 'Ủy ban Mặt trận Tổ quốc tỉnh'],
    ['P. Người có công soạn thư mời gia đình liệt sĩ.', 'Phòng Người có công'],
    ['09 xã bãi ngang ven biển: hoàn tất việc bình xét.', '09 xã bãi ngang ven biển'],
    ['Chị Lan (phòng Bảo trợ): rà lại hồ sơ treo.', 'Chị Lan'],
    ['Ông Hồ Đắc Lợi, Tổ trưởng: phụ trách chung, điều hành Tổ.', 'Ông Hồ Đắc Lợi'],
    ['BHXH tỉnh thì đứng ra gỡ vướng cho người hưởng.', 'Bảo hiểm xã hội tỉnh'],
    ['UBND xã nào chưa có danh sách thì gửi ngay trong tuần.', 'UBND xã'],
    [
      'Chủ tịch UBND các xã: Đất Mũi, Viên An kiểm đếm thiệt hại từng nhà.',
      'Chủ tịch UBND các xã: Đất Mũi, Viên An',
    ],
  ])('%s', (line, assignee) => {
    expect(read('PHÂN CÔNG NHIỆM VỤ', `1. ${line}`).tasks.map((task) => task.assignee)).toEqual([assignee])
  })

  it('names no agency by the initials of things, nor in a line of capitals', () => {
    expect(read('CSDL quốc gia về dân cư có 1.200 hồ sơ.', 'SỞ Y TẾ HỌP GIAO BAN').tasks).toEqual([])
  })
})

describe('a heading of duties', () => {
  it('makes a duty of a point whose verb is not known', () => {
    const { tasks } = read(
      'II. NHIỆM VỤ TRỌNG TÂM',
      '1. Trạm Y tế túc trực tại điểm trao quà suốt buổi.',
      '2. Nhặt riêng các hồ sơ trùng căn cước, để cuối cùng.',
    )
    expect(tasks.map(said)).toEqual([
      'Trạm Y tế: Túc trực tại điểm trao quà suốt buổi',
      'Nhặt riêng các hồ sơ trùng căn cước, để cuối cùng',
    ])
  })

  it('goes on after a semicolon with whoever was told before', () => {
    const { tasks } = read('Giao Sở Nội vụ rà soát hồ sơ; loại ngay các trường hợp trùng.')
    expect(tasks.map(({ assignee }) => assignee)).toEqual(['Sở Nội vụ', 'Sở Nội vụ'])
  })

  it('is over where a line in capitals begins', () => {
    const { tasks } = read(
      'Phần thứ nhất',
      'KẾT QUẢ THỰC HIỆN QUÝ III',
      '1. Công tác chỉ đạo',
      'UBND xã ban hành 12 văn bản chỉ đạo; tổ chức 03 hội nghị.',
      'Phần thứ hai',
      'NHIỆM VỤ QUÝ IV',
      '1. Bám hộ theo từng thôn, từng tổ.',
    )
    expect(tasks.map(({ paragraph }) => paragraph)).toEqual([7])
  })
})

describe('whoever asks', () => {
  const head = ['UBND TỈNH ĐỒNG THÁP', 'Số: 5120/UBND-KGVX', 'Kính gửi: Sở Nội vụ']

  it.each([
    'Chủ tịch UBND tỉnh nhận được đơn của ông Trần Văn Bảy, đề nghị UBND xã trả lời về hồ sơ bị thất lạc.',
    'Ông Bảy đề nghị tỉnh giải quyết chế độ từ năm 2010 đến nay.',
    'UBND xã Mỹ An đề nghị Sở Nội vụ hướng dẫn thủ tục xác lập lại hồ sơ gốc.',
    'Cử tri xã Mỹ An kiến nghị Sở Nội vụ sớm chi trả chế độ.',
    'Đại diện người lao động đề nghị Công ty trả lương, đề nghị Sở can thiệp.',
    'Bà Mai trình bày: Công ty gặp khó khăn, sẽ bán máy để trả lương trong tháng 10.',
  ])('commands nothing: %s', (line) => {
    expect(read(...head, line).tasks).toEqual([])
  })

  it('commands where the document is theirs', () => {
    expect(read(...head, 'UBND tỉnh đề nghị Sở Nội vụ trả lời ông Bảy.').tasks).toHaveLength(1)
    expect(
      read(...head, 'Chủ tịch UBND tỉnh cũng lưu ý các thôn không được thu hộ thẻ của dân.').tasks[0],
    ).toMatchObject({ assignee: 'các thôn' })
  })

  it('commands when the chair is quoted', () => {
    const [task] = read('“Tôi đề nghị Agribank cử nhân viên xuống tận thôn cuối tuần”, ông Thắng nói.').tasks
    expect(task?.quote).toContain('Agribank cử nhân viên xuống tận thôn')
  })
})

describe('what is to come', () => {
  it('is no duty where nobody is told', () => {
    expect(read('I. TÌNH HÌNH', 'Sở Y tế sẽ báo cáo chuyên đề tại phiên họp tháng 11.').tasks).toEqual([])
  })

  it('is decided by the decision itself', () => {
    expect(read('QUYẾT ĐỊNH:', 'Điều 1. Phê duyệt danh sách 120 hộ được hỗ trợ nhà ở.').tasks).toEqual([])
  })
})

describe('a page that a machine read', () => {
  const { tasks, directive } = read(
    'Thanh Hóa, ngày 2l tháng 7 năm 2026',
    'V/v rà soát đối tượng',
    'Kính gửi: Uỷ ban nhân dân các xã, phường',
    'SởY tế đề nghi UBNDcác xã, phường thưc hiện môt số nội dung sau:',
    '1. Rà soat toàn bộ đối tương đang hường trợ cấp xã hội.',
    '2. Chấm dưt chi trả đối với đối tượng đã chêt; hoàn thành trươc ngày l5/8/2026.',
  )

  it('is read with the blanks, digits and marks it lost', () => {
    expect(directive.issuedOn).toBe('2026-07-21')
    expect(tasks.map(({ assignee }) => assignee)).toEqual(['UBND các xã, phường', 'UBND các xã, phường'])
    expect(tasks[1]).toMatchObject({ due: '2026-08-15', dueWords: 'trươc ngày l5/8/2026' })
  })
})
