import { describe, expect, it } from 'vitest'
import { day, type WorkingCalendar } from '#calendar'
import { findDeadline, findRecurrence, readDeadlineCell } from './deadlines.ts'

const anchor = { on: day('2026-11-05') }

describe('deadlines in words', () => {
  it.each([
    ['hoàn thành trước ngày 30/11/2026', '2026-11-30'],
    ['báo cáo trước 15/12/2026', '2026-12-15'],
    ['trước 16 giờ ngày 20/11/2026', '2026-11-20'],
    ['chậm nhất là ngày 20 tháng 11 năm 2026', '2026-11-20'],
    ['xong trong tháng 12/2026', '2026-12-31'],
    ['trong tháng 2 năm 2028', '2028-02-29'],
    ['hoàn thành trước tháng 12/2026', '2026-11-30'],
    ['đến hết quý i/2027', '2027-03-31'],
    ['trong quý iv/2026', '2026-12-31'],
    ['trong năm 2027', '2027-12-31'],
    ['trong 10 ngày kể từ ngày nhận được văn bản này', '2026-11-15'],
    ['trước tết nguyên đán mậu thân 2028', '2028-01-26'],
    ['họp dân vào tối 04/12/2026', '2026-12-04'],
    ['chậm nhất sau 20 ngày kể từ ngày ký', '2026-11-25'],
    ['trong 15 ngày tới', '2026-11-20'],
    ['6 tháng đầu năm 2027', '2027-06-30'],
    ['trong 10 ngày kể từ ngày ban hành thông báo này', '2026-11-15'],
    ['từ ngày 15/11/2026 đến ngày 15/12/2026', '2026-12-15'],
  ])('%s is %s', (words, due) => {
    expect(findDeadline(words, anchor)).toMatchObject({ due })
    expect(findDeadline(words, anchor)).not.toHaveProperty('inferred')
  })

  it.each([
    ['trước ngày 15/12', '2026-12-15'],
    ['trước ngày 20/3', '2027-03-20'],
    ['bàn giao trước tết nguyên đán', '2027-02-06'],
    ['ngày 10/12 trình chủ tịch ký', '2026-12-10'],
    ['trong tháng 12', '2026-12-31'],
    ['trong tháng này', '2026-11-30'],
    ['ngay trong năm nay', '2026-12-31'],
    ['hoạt động kỷ niệm 75 năm ngày thương binh, liệt sĩ (27/7)', '2027-07-27'],
  ])('%s takes the year from the document, and says so: %s', (words, due) => {
    expect(findDeadline(words, anchor)).toMatchObject({ due, inferred: true })
  })

  it.each([
    'giai đoạn 2021-2025, định hướng đến năm 2030',
    'theo nghị quyết số 31/2025/nq-hđnd ngày 12/7/2025',
    'điều chỉnh mức hưởng từ ngày 01/7/2026',
    'công khai đường dây nóng 111',
    'trước ngày 31/02/2026',
  ])('%s sets none', (words) => {
    expect(findDeadline(words, anchor)).toBeUndefined()
  })

  it('keeps the words when no day can be told', () => {
    expect(findDeadline('trước ngày 15/12', {})).toEqual({ start: 0, end: 16 })
    expect(findDeadline('trong 10 ngày làm việc kể từ ngày ký', anchor)).toEqual({ start: 0, end: 36 })
  })

  it('counts working days when it is given the days off', () => {
    const calendar: WorkingCalendar = {
      knownFrom: day('2026-01-01'),
      knownTo: day('2026-12-31'),
      days: new Map([[day('2026-11-12'), { kind: 'holiday', name: 'Ngày nghỉ' }]]),
    }
    const due = findDeadline('trong 10 ngày làm việc kể từ ngày ký', { ...anchor, calendar })?.due
    expect(due).toBe('2026-11-20')
  })

  it.each([
    ['30/6/2026', '2026-06-30'],
    ['quý iii/2026', '2026-09-30'],
    ['tháng 12/2026', '2026-12-31'],
  ])('reads the cell %s of a table', (cell, due) => {
    expect(readDeadlineCell(cell, anchor)?.due).toBe(due)
  })
})

describe('duties that return', () => {
  it.each([
    ['hằng quý nắm tình hình', 'quarterly'],
    ['định kỳ ngày 25 hằng tháng tổng hợp', 'monthly'],
    ['sáu tháng một lần báo cáo', 'half-yearly'],
    ['phát thanh ít nhất 02 lần mỗi tuần', 'weekly'],
    ['thường xuyên theo dõi', 'ongoing'],
  ])('%s: %s', (words, recurs) => {
    expect(findRecurrence(words)?.recurs).toBe(recurs)
  })

  it.each([
    'người hưởng trợ cấp hằng tháng',
    'nguồn kinh phí chi thường xuyên',
    'kế hoạch công tác hằng năm',
  ])('%s does not', (words) => {
    expect(findRecurrence(words)).toBeUndefined()
  })
})
