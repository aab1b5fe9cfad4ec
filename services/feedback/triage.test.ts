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

  it.each([
    ['Xin giúp', 'Đứa nhỏ học lớp 3 hay bị dượng sờ soạng, tôi sợ lắm.', 'child'],
    ['Xin giup', 'dua nho hoc lop 3 hay bi duong so soang, toi so lam', 'child'],
    ['Báo tin', 'Thằng bé nhà bên bị bố nó đánh tím người.', 'child'],
    ['Ở trường', 'Lớp 7B có em bị các bạn bắt nạt mỗi ngày.', 'child'],
    ['Nhà bên', 'Con hàng xóm mười hai tuổi phải đi bốc vác.', 'child'],
    ['Cạnh nhà tôi', 'Nó mới chín tuổi, tối nào cũng bị nhốt ngoài sân.', 'child'],
    ['Hỏi', 'Con bé ở xóm dưới bị gia đình bỏ đói.', 'child'],
    ['Hồ sơ', 'Ông T. ở ủy ban bắt dân nộp 2 triệu mới làm hồ sơ.', 'denunciation'],
    ['Ho so', 'ong T o uy ban bat dan nop 2 trieu moi lam ho so', 'denunciation'],
    ['Trợ cấp', 'Cán bộ xã nhận tiền của tôi rồi mới chịu ký giấy.', 'denunciation'],
    ['Trợ cấp', 'Trưởng xóm lấy tiền điện của hộ nghèo ba tháng nay.', 'denunciation'],
    ['Muốn có chữ ký', 'Phải đưa thêm 500 nghìn mới ký.', 'denunciation'],
    ['Xã', 'Họ bao che cho nhau, ký khống danh sách nhận quà.', 'denunciation'],
    ['Phản ánh', 'Chủ tịch xã đe doạ ai hỏi về tiền.', 'denunciation'],
  ])('are found however they are said: %s: %s', (title, content, path) => {
    expect(read(title, content).path.is).toBe(path)
  })

  it.each([
    ['Trợ cấp', 'Mẹ tôi đã nhận đủ, còn tôi vẫn chưa nhận tiền điện.'],
    ['Kê khai', 'Gia đình đã kê khai không đúng mẫu, xin hỏi khai lại ở đâu?'],
    ['Chờ lâu', 'Bà tôi đợi tiền từ tháng 7, với tiền tháng 8 nữa là hai tháng.'],
    ['Phòng chờ', 'Phòng bị dột, đi lại qua cầu thang rất trơn.'],
    ['Bảo hành', 'Máy lấy số đã hết bảo hành, nhà tre bên cạnh bỏ rồi.'],
    ['Bộ đội', 'Bố tôi đi bộ đội về, nay 78 tuổi, còn nhớ rõ ngày nhập ngũ.'],
    ['Nhận hộ', 'Cán bộ xã hướng dẫn tôi nhận tiền qua tài khoản, rất nhanh.'],
    ['Giấy tờ', 'Xã bắt nộp lại giấy khai sinh bản sao, có đúng không?'],
    ['Tuổi', 'Mẹ tôi tám mươi hai tuổi, tôi học hết lớp 7 nên không rành.'],
    ['Chứng chỉ', 'Có phải đòi chứng chỉ nghề khi vay vốn không?'],
    ['Age', 'My mother is 82 years old. When will she be paid?'],
  ])('are not read into what says something else: %s: %s', (title, content) => {
    expect(read(title, content).path).toEqual({ is: 'open', words: [] })
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
