import { describe, expect, it } from 'vitest'
import { day } from '#calendar'
import { addresseeOfMessage, triage } from './triage.ts'

const on = day('2026-11-23')
const read = (title: string, content: string, placeUid: string | null = null) =>
  triage({ title, content, placeUid }, on)

describe('the words of a message', () => {
  it('tell its kind, its area and who answers, each with the words it was read from', () => {
    const found = read(
      'Trợ cấp tháng 7 chi thiếu',
      'Xin hỏi vì sao mẹ tôi, người khuyết tật, nhận trợ cấp hàng tháng thiếu?',
    )
    expect(found.path).toEqual({ is: 'open', words: [] })
    expect(found.kind).toEqual({ is: 'question', words: ['xin hỏi'] })
    expect(found.area?.is).toBe('socialAssistance')
    expect(found.area?.words).toEqual(expect.arrayContaining(['trợ cấp hàng tháng', 'khuyết tật']))
    expect(found.addressee).toMatchObject({ agency: 'dpHealth', unitUid: undefined })
  })

  it('send it to the commune where the place is known', () => {
    const found = read('Hộ nghèo', 'Gia đình thuộc hộ nghèo nhưng chưa nhận tiền điện.', '16702@2025-07-01')
    expect(found.addressee).toMatchObject({ agency: 'communeCommittee', unitUid: '16702@2025-07-01' })
  })

  it('count less than what an officer recorded of its area and place', () => {
    const [title, content] = ['Hỏi về hộ nghèo', 'Xin hỏi điều kiện của hộ nghèo.']
    const vinhPhu = '16702@2025-07-01'
    const addressee = (area: string | null, placeUid: string | null) => {
      const { agency, unitUid } = addresseeOfMessage({ title, content, area, placeUid }, on)
      return [agency, unitUid]
    }
    expect(addressee(null, null)).toEqual(['dpAgriculture', undefined])
    expect(addressee('merit', null)).toEqual(['dpHomeAffairs', undefined])
    expect(addressee('poverty', vinhPhu)).toEqual(['communeCommittee', vinhPhu])
  })

  it.each([
    ['Tố cáo cán bộ xã', 'Ông ấy ăn chặn tiền của dân suốt hai năm.', 'denunciation'],
    ['TO CAO CAN BO', 'viet khong dau cung phai thay, can bo doi tien', 'denunciation'],
    ['Phản ánh', 'Cán bộ gợi ý phải có phong bì mới làm hồ sơ.', 'denunciation'],
    ['Cần giúp', 'Có một cháu bé hàng xóm bị đánh mỗi tối.', 'child'],
    ['Thẻ bảo hiểm', 'Con tôi 5 tuổi chưa có thẻ bảo hiểm y tế.', 'child'],
    ['Xin hỏi', 'Em họ tôi 15 tuổi phải nghỉ để đi làm.', 'child'],
    ['Tố cáo', 'Tôi tố cáo người đã xâm hại trẻ em ở trường.', 'child'],
    ['Góp ý về bộ phận một cửa', 'Nên đặt thêm ghế cho người già ngồi chờ.', 'open'],
    ['Hỏi về trợ cấp', 'Bà tôi 76 tuổi thì được trợ cấp hưu trí xã hội chưa?', 'open'],
  ])('%s: %s', (title, content, path) => {
    const found = read(title, content)
    expect(found.path.is).toBe(path)
    if (path !== 'open') expect(found.path.words.length).toBeGreaterThan(0)
    if (path === 'child')
      expect(found).toMatchObject({ kind: { is: 'childProtection' }, area: { is: 'children' } })
  })

  it('that say nothing known make it a suggestion for the office of the province', () => {
    const found = read('Chào', 'Không có gì cụ thể cả.')
    expect(found).toMatchObject({ kind: { is: 'suggestion', words: [] }, area: undefined })
    expect(found.addressee.agency).toBe('provinceOffice')
  })
})

describe('a message in English', () => {
  it('goes its reserved path as one in Vietnamese does', () => {
    expect(read('Money asked', 'An official demanded money to sign my file.').path).toEqual({
      is: 'denunciation',
      words: ['demanded money'],
    })
    expect(read('Help', 'A little girl next door is beaten at night.').path.is).toBe('child')
  })

  it('is not taken for a child by a Vietnamese name that sounds like one', () => {
    expect(read('Đường ở Mỹ Sơn', 'Đường ở xã Mỹ Sơn hỏng, mong sửa.').path.is).toBe('open')
  })

  it('is sorted by what it asks', () => {
    const { kind, area } = read('Allowance', 'How much is the monthly allowance for a disabled person?')
    expect([kind.is, area?.is]).toEqual(['question', 'socialAssistance'])
  })
})
