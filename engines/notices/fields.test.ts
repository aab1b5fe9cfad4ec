import { describe, expect, it } from 'vitest'
import { type NoticePart, readNotice } from './index.ts'

const head = ['SỞ Y TẾ', 'Số: 12/SYT-BTXH', 'Hà Nội, ngày 16 tháng 11 năm 2026', 'Kính gửi: UBND các xã']
/** The only duty of a letter of Sở Y tế, of Monday 16/11/2026. */
function dutyIn(line: string) {
  const parts = [...head, `1. ${line}`].map((text): NoticePart => ({ kind: 'paragraph', text }))
  const { tasks } = readNotice({ parts })
  expect(tasks).toHaveLength(1)
  return tasks[0]
}

describe('a day that is told by where it stands', () => {
  it.each([
    ['Rà soát hồ sơ, báo cáo Sở Nội vụ ngay hôm nay.', '2026-11-16'],
    ['Rà soát hồ sơ tồn đọng, chiều thứ Năm báo cáo Sở Nội vụ.', '2026-11-19'],
    ['Rà soát hồ sơ tồn đọng, chậm nhất thứ Ba tuần sau.', '2026-11-24'],
    ['Chi trả gộp trợ cấp hai tháng, xong trước Tết ít nhất 07 ngày.', '2027-01-30'],
    ['Cấp tạm ứng cho các xã trong vòng 48 giờ.', '2026-11-18'],
    ['Cử đội cấp cứu lên hiện trường trước 5 giờ sáng ngày 01/12.', '2026-12-01'],
  ])('%s', (line, due) => {
    expect(dutyIn(line)).toMatchObject({ due, dueInferred: true })
  })

  it('is none where it returns, or where a file is still to come', () => {
    expect(dutyIn('Báo cáo Sở Nội vụ vào thứ Sáu hằng tuần.')).not.toHaveProperty('due')
    expect(dutyIn('Cấp kinh phí trong vòng 07 ngày kể từ ngày có văn bản đề nghị.')).not.toHaveProperty('due')
    expect(dutyIn('Thăm hỏi, chi ngay tiền mai táng cho gia đình.')).not.toHaveProperty('due')
  })

  it('is not told from a document of which only the year is known', () => {
    const { tasks } = readNotice({
      parts: ['Kế hoạch năm 2026', '1. Sở Y tế rà soát hồ sơ trong hôm nay.'].map(
        (text): NoticePart => ({ kind: 'paragraph', text }),
      ),
    })
    expect(tasks[0]).not.toHaveProperty('due')
  })
})

describe('what is counted', () => {
  it.each([
    ['Cử 01 lãnh đạo và 02 công chức dự tập huấn.', ['01 lãnh đạo', '02 công chức']],
    ['Mở lớp bơi cho ít nhất 3.000 em, ưu tiên con hộ nghèo.', ['ít nhất 3.000 em']],
    ['Ban hành 03 mẫu nhà phù hợp vùng triều cường.', ['03 mẫu nhà']],
    ['Tổ chức ít nhất một hoạt động truyền thông trực tiếp.', ['ít nhất một hoạt động']],
    ['Không để tồn tiền hỗ trợ quá 05 ngày.', ['quá 05 ngày']],
  ])('%s', (line, words) => {
    expect(dutyIn(line)?.targets?.map((target) => target.words)).toEqual(words)
  })

  it.each([
    'Kiểm tra tại các xã đạt dưới 40 %, tháo gỡ khó khăn tại chỗ.',
    '09 xã bãi ngang hoàn tất việc bình xét hộ nghèo.',
    'Báo cáo về Sở ngày 02 lần, vào 06 giờ và 17 giờ.',
    'Rà soát người từ đủ 75 tuổi trở lên không có lương hưu.',
  ])('is no number to reach: %s', (line) => {
    expect(dutyIn(line)).not.toHaveProperty('targets')
  })
})

describe('how often', () => {
  it.each([
    ['Báo cáo về Sở ngày 02 lần, vào 06 giờ và 17 giờ.', 'ongoing'],
    ['Tuần tra đêm tại khu phố, tối thiểu 3 buổi/tuần.', 'weekly'],
    ['Tổ chức đối thoại với công nhân hai lần một năm.', 'half-yearly'],
  ])('%s', (line, recurs) => {
    expect(dutyIn(line)).toMatchObject({ recurs })
  })

  it('is not how often somebody is paid', () => {
    const duty = dutyIn('Rà soát người hưởng trợ cấp bảo hiểm xã hội hằng tháng.')
    expect(duty).not.toHaveProperty('recurs')
  })
})

describe('to whom it goes', () => {
  it.each([
    ['Gửi báo cáo kết quả về Sở trước ngày 30/11/2026.', 'Sở Y tế'],
    ['Tổng hợp số trẻ đuối nước của từng địa phương gửi Văn phòng UBND tỉnh.', 'Văn phòng UBND tỉnh'],
    ['Tham mưu UBND tỉnh báo cáo Bộ Y tế trước ngày 25/12/2026.', 'UBND tỉnh'],
    ['Rà soát hồ sơ; báo cáo UBND tỉnh trước ngày 25/12/2026.', 'UBND tỉnh'],
  ])('%s', (line, reportsTo) => {
    expect(dutyIn(line)).toMatchObject({ reportsTo })
  })
})
