import { describe, expect, it } from 'vitest'
import { listCitations } from './citations.ts'
import { listTargets } from './targets.ts'

const cites = (text: string) => listCitations(text, text.toLowerCase()).flatMap(({ words }) => words)
const targets = (text: string) =>
  listTargets(text, text.toLowerCase()).map(({ number, unit, comparison }) => [comparison, number, unit])

describe('documents that are cited', () => {
  it.each([
    ['triển khai Đề án số 14-ĐA/TU ngày 25/01/2022 của Ban Thường vụ', ['Đề án số 14-ĐA/TU ngày 25/01/2022']],
    ['theo Quyết định số 22/2026/QĐ-UBND của UBND tỉnh', ['Quyết định số 22/2026/QĐ-UBND']],
    ['phổ biến Luật Trẻ em đến tận thôn, bản', ['Luật Trẻ em']],
    [
      'các nội dung Nghị quyết Đại hội Đảng bộ tỉnh, Đảng bộ Sở nhiệm kỳ 2020-2025 tập trung',
      ['Nghị quyết Đại hội Đảng bộ tỉnh', 'Nghị quyết Đại hội Đảng bộ Sở nhiệm kỳ 2020-2025'],
    ],
    ['thực hiện Công điện này', []],
    ['Chương trình MTQG giảm nghèo bền vững', []],
  ])('%s', (text, expected) => {
    expect(cites(text)).toEqual(expected)
  })
})

describe('numbers to reach', () => {
  it.each([
    ['đạt ít nhất 90% hồ sơ', [['at-least', 90, '%']]],
    ['giảm 1,5%/năm', [['exactly', 1.5, '%/năm']]],
    ['đào tạo trên 46.000 lao động', [['more-than', 46_000, 'lao động']]],
    ['thời gian dưới 05 ngày làm việc', [['less-than', 5, 'ngày làm việc']]],
    ['giảm tỷ lệ hộ nghèo từ 1,2% trở lên', [['at-least', 1.2, '%']]],
    ['không quá 20 trường hợp', [['at-most', 20, 'trường hợp']]],
    ['trước ngày 25/12/2026 theo Quyết định số 90/QĐ-UBND', []],
    ['phân loại toàn bộ 412 hồ sơ tồn đọng', []],
    ['lồng ghép với 2 Chương trình', []],
  ])('%s', (text, expected) => {
    expect(targets(text)).toEqual(expected)
  })
})
