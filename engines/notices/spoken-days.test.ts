import { describe, expect, it } from 'vitest'
import { day, type WorkingCalendar } from '#calendar'
import { timesOf } from './duties.ts'
import { readNotice, readPlainText } from './index.ts'

const times = (words: string) => timesOf(words.toLowerCase(), words, { on: day('2026-11-02') })
const read = (...lines: string[]) => readNotice(readPlainText(lines.join('\n'))).tasks

describe('days as clerks say them', () => {
  it.each([
    ['nộp trước 25/12/26', '2026-12-25'],
    ['chậm nhất đến 16h00’ ngày 20/11', '2026-11-20'],
    ['danh sách 20/11 phải xong', '2026-11-20'],
    ['trong tháng 11 và tháng 12/2026', '2026-12-31'],
    ['trước cuối tháng 11', '2026-11-30'],
    ['từ nay đến 31/12', '2026-12-31'],
    ['trước ngày 20 tháng này', '2026-11-20'],
    ['trước ngày 05 tháng tới', '2026-12-05'],
    ['trong 01 tháng kể từ ngày ký', '2026-12-02'],
    ['trước Rằm tháng Giêng', '2027-02-20'],
    ['mùng 6 tháng Giêng phải báo cáo', '2027-02-11'],
  ])('“%s” is due on %s', (words, due) => {
    expect(times(words).due).toBe(due)
  })

  it('leaves a day of the twelfth lunar month in its words: the month has 29 days or 30', () => {
    expect(times('gửi trước ngày 23 tháng Chạp')).toEqual({ dueWords: 'trước ngày 23 tháng Chạp' })
  })

  it('proposes working days from the day of the document, for a person to confirm, but not of each file', () => {
    const calendar: WorkingCalendar = {
      knownFrom: day('2026-01-01'),
      knownTo: day('2026-12-31'),
      days: new Map(),
    }
    const anchor = { on: day('2026-11-02'), calendar }
    const words = 'công an tỉnh cung cấp dữ liệu trong 05 ngày làm việc'
    expect(timesOf(words, words, anchor)).toMatchObject({ due: '2026-11-09', dueInferred: true })
    const each = 'giải quyết hồ sơ của người dân trong 05 ngày làm việc'
    expect(timesOf(each, each, anchor).due).toBeUndefined()
  })

  it('keeps words from which no day can be told', () => {
    expect(times('cung cấp dữ liệu trong 05 ngày làm việc')).toEqual({ dueWords: 'trong 05 ngày làm việc' })
    expect(times('trả kết quả trong vòng 30 ngày')).toEqual({ dueWords: 'trong vòng 30 ngày' })
  })
})

describe('how often a duty returns', () => {
  it.each([
    ['tuần 1 lần', 'weekly'],
    ['mỗi thứ Sáu gửi kết quả', 'weekly'],
    ['báo cáo tuần', 'weekly'],
    ['ngày 25 các tháng báo cáo', 'monthly'],
    ['định kỳ cuối tháng báo cáo', 'monthly'],
    ['quý 1 lần', 'quarterly'],
    ['nửa năm một lần', 'half-yearly'],
  ])('“%s” is %s', (words, recurs) => {
    expect(times(words).recurs).toBe(recurs)
  })

  it('keeps the words of a rhythm that has no name of its own', () => {
    expect(times('15 ngày một lần báo cáo')).toEqual({ dueWords: '15 ngày một lần' })
    expect(times('02 tháng một lần kiểm tra')).toEqual({ dueWords: '02 tháng một lần' })
  })

  it('keeps the day of a rhythm wherever it stands', () => {
    expect(times('hằng tuần báo cáo Sở Y tế vào thứ Sáu')).toEqual({
      recurs: 'weekly',
      dueWords: 'hằng tuần báo cáo Sở Y tế vào thứ Sáu',
    })
    expect(times('thứ 6 hằng tuần gửi kết quả').dueWords).toBe('thứ 6 hằng tuần')
  })
})

describe('a letter that asks', () => {
  const tasks = read(
    'SỞ Y TẾ',
    'Số: 12/SYT-BTXH',
    'Kính gửi: UBND các xã, phường.',
    'Để bảo đảm chi trả kịp thời, Sở Y tế đề nghị:',
    '- Các địa phương chưa nộp biểu mẫu khẩn trương hoàn thiện, gửi về Sở chậm nhất ngày 27/11/2026.',
    '- Bưu điện tỉnh bố trí đủ tiền mặt; mỗi điểm ít nhất 02 nhân viên.',
    'Trường hợp vướng mắc, liên hệ ông Bình, số 0912 345 678.',
  )

  it('tells those of whom it says what they lack', () => {
    expect(tasks[0]).toMatchObject({ assignee: 'Các địa phương chưa nộp biểu mẫu', due: '2026-11-27' })
  })

  it('lets whoever a point names go before whom the letter addresses, and counts what each is to have', () => {
    expect(tasks[1]).toMatchObject({ assignee: 'Bưu điện tỉnh', targets: [{ number: 2, unit: 'nhân viên' }] })
  })

  it('commands nothing by saying whom to call', () => {
    expect(tasks).toHaveLength(2)
  })
})

describe('points of a briefing in a commune', () => {
  it('reads what officers are charged with as theirs, and where they go by what it lacks', () => {
    const tasks = read(
      'THÔNG BÁO',
      'Kết luận của Chủ tịch UBND xã tại phiên họp giao ban',
      'Chủ tịch UBND xã kết luận:',
      '1. Công chức phụ trách LĐ-TBXH xuống 3 thôn chưa xong, hướng dẫn làm hồ sơ; thứ 6 hằng tuần gửi kết quả cho Chủ tịch.',
      '2. Công an xã cùng trạm y tế lập danh sách trẻ có nguy cơ trước 30/11.',
      '3. Xóm trưởng các xóm: thông báo lịch chi trả trên loa.',
      'Các sở, ngành, địa phương nghiêm túc triển khai thực hiện.',
    )
    expect(tasks.map(({ assignee, does }) => [assignee, does])).toEqual([
      ['Công chức phụ trách LĐ-TBXH', 'Xuống 3 thôn chưa xong, hướng dẫn làm hồ sơ'],
      ['Công chức phụ trách LĐ-TBXH', 'Gửi kết quả cho Chủ tịch'],
      ['Công an xã', 'Lập danh sách trẻ có nguy cơ'],
      ['Xóm trưởng các xóm', 'Thông báo lịch chi trả trên loa'],
    ])
  })
})
