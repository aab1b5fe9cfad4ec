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

  it('are not found by a place and a day alone', () => {
    const other = message('2', 'Hỏi về chế độ người có công với cách mạng.', { title: 'Hỏi đáp' })
    expect(findLikeMessages(lamp, [other])).toEqual([])
    expect(shinglesOf('')).toEqual(new Set())
  })
})
