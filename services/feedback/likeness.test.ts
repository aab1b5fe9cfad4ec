import { describe, expect, it } from 'vitest'
import { type Comparable, findLikeMessages, shinglesOf } from './likeness.ts'

const message = (id: string, content: string, change: Partial<Comparable> = {}): Comparable => ({
  id,
  title: 'Đèn đường hỏng',
  content,
  placeUid: 'a',
  receivedAt: new Date('2026-11-20T02:00:00Z'),
  ...change,
})
const lamp = message('1', 'Đèn đường trước nhà văn hóa xóm 3 hỏng đã hai tuần, mong sửa sớm.')

describe('messages about one matter', () => {
  it('are found by the words they share, with or without tones', () => {
    const again = message('2', 'Den duong truoc nha van hoa xom 3 hong da hai tuan chua ai sua.')
    const other = message('3', 'Mẹ tôi chưa nhận trợ cấp hàng tháng của tháng mười.', { title: 'Trợ cấp' })
    const found = findLikeMessages(lamp, [again, other, lamp])
    expect(found.map(({ id }) => id)).toEqual(['2'])
    expect(found[0]?.score).toBeGreaterThan(60)
    expect(found[0]).toMatchObject({ samePlace: true, daysApart: 0 })
  })

  it('are likelier in one place and close in time, the likest first', () => {
    const far = message('2', lamp.content, { placeUid: 'b', receivedAt: new Date('2026-06-01T02:00:00Z') })
    const near = message('3', lamp.content)
    const scores = findLikeMessages(lamp, [far, near])
    expect(scores.map(({ id, score }) => [id, score])).toEqual([
      ['3', 100],
      ['2', 80],
    ])
  })

  it('are not found by the sentences of a template, however long, when each is about something else', () => {
    const template =
      'Kính gửi Sở Y tế tỉnh. Gia đình tôi thuộc diện được hưởng chính sách theo quy định của Nhà nước từ năm ngoái đến nay. Xin chân thành cảm ơn!'
    const about = [
      'Loa ở điểm chi trả hỏng.',
      'Giấy báo gửi nhầm sang thôn khác.',
      'Xe lăn được cấp bị gãy bánh.',
      'Cán bộ hẹn mà không có mặt.',
      'Quyết định ghi sai ngày sinh của bố tôi.',
    ]
    const all = about.map((matter, index) =>
      message(String(index), `${template} ${matter}`, { title: matter, placeUid: `xã ${index}` }),
    )
    const [first, ...rest] = all
    if (!first) throw new Error('Nothing to compare')
    expect(findLikeMessages(first, rest)).toEqual([])
    const again = message('9', `${template} Loa ở điểm chi trả hỏng, không ai sửa.`, {
      title: 'Loa hỏng',
      placeUid: 'xã 0',
    })
    expect(findLikeMessages(first, [...rest, again]).map(({ id }) => id)).toEqual(['9'])
  })

  it('are found when a whole village sends the same letter from one place', () => {
    const letter = 'Cống trước chợ Cọi tắc, nước ngập cả tuần nay không ai thông.'
    const [first, ...rest] = ['1', '2', '3', '4', '5', '6'].map((id) =>
      message(id, letter, { title: 'Cống tắc' }),
    )
    if (!first) throw new Error('Nothing to compare')
    expect(findLikeMessages(first, rest).map(({ score }) => score)).toEqual([100, 100, 100, 100, 100])
  })

  it('are not found by a place and a day alone', () => {
    const other = message('2', 'Hỏi về chế độ người có công với cách mạng.', { title: 'Hỏi đáp' })
    expect(findLikeMessages(lamp, [other])).toEqual([])
    expect(shinglesOf('')).toEqual(new Set())
  })
})
