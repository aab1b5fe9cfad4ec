import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeStrikes, strikeOut, strikesFor, struckOut, suggestStrikes } from './strikes.ts'

const shown = (text: string, names: readonly string[] = []) => strikeOut(text, suggestStrikes(text, names))

describe('what is struck out before a message is published', () => {
  it.each([
    ['Gọi tôi số 0912 345 678 nhé', 'Gọi tôi số [đã che] nhé'],
    ['số +84 912345678.', 'số [đã che].'],
    ['thư hong.linh@example.com, cảm ơn', 'thư [đã che], cảm ơn'],
    ['CCCD 040185001234 cấp lại', 'CCCD [đã che] cấp lại'],
    ['CMND cũ 182 345 678', 'CMND cũ [đã che]'],
    ['Mẹ tôi là bà Vi Thị Hoa ở xã Kim Liên', 'Mẹ tôi là bà [đã che] ở xã Kim Liên'],
    ['Anh Nguyễn Văn A bảo vậy', 'Anh [đã che] bảo vậy'],
    ['số nhà 12/4 ngõ 5 đường Lê Lợi, phường Vinh Phú', '[đã che], phường Vinh Phú'],
    ['nhà tôi 45 đường Trần Phú, Vinh', 'nhà tôi [đã che], Vinh'],
    ['tài khoản 101 004 567 890 ngân hàng', 'tài khoản [đã che] ngân hàng'],
    ['xe 37A-123.45 đỗ trước cổng', 'xe [đã che] đỗ trước cổng'],
    ['tháng 7 nhận 500.000 đồng, mức mới 540.000 đồng', 'tháng 7 nhận 500.000 đồng, mức mới 540.000 đồng'],
    ['Quyết định số 1234/QĐ-UBND ngày 12/08/2026', 'Quyết định số 1234/QĐ-UBND ngày 12/08/2026'],
    ['Mẹ tôi 80 tuổi ở xóm 3 phường Vinh Phú', 'Mẹ tôi [đã che] ở [đã che] phường Vinh Phú'],
    ['Khối phố 12A, Vinh Phú', '[đã che], Vinh Phú'],
    ['người thôn Đông Sơn, xã Kim Liên', 'người [đã che], xã Kim Liên'],
    ['bà cụ sinh năm 1946, sinh ngày 12/3/1946', 'bà cụ [đã che], [đã che]'],
    ['cháu 18 tháng tuổi', 'cháu [đã che]'],
    ['người từ đủ tuổi, nộp bản sao, tổ chức họp khối', 'người từ đủ tuổi, nộp bản sao, tổ chức họp khối'],
    ['bà con trong xóm và anh em', 'bà con trong xóm và anh em'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  it('includes the sender’s name wherever and however it is written', () => {
    expect(shown('Tôi là PHAN THỊ HỒNG LĨNH. Phan thị Hồng Lĩnh', ['Phan Thị Hồng Lĩnh'])).toBe(
      `Tôi là ${struckOut}. ${struckOut}`,
    )
  })

  it('includes what an officer marked, and says what stands nowhere', () => {
    const { strikes, missing } = strikesFor('Quán cà phê Sen cạnh chợ', ['quán cà phê sen', 'chợ Vinh'])
    expect(strikeOut('Quán cà phê Sen cạnh chợ', strikes)).toBe(`${struckOut} cạnh chợ`)
    expect(missing).toEqual(['chợ Vinh'])
  })

  it('never shows a letter of a struck passage, whatever overlaps', () => {
    const span = fc
      .tuple(fc.nat(60), fc.nat(20))
      .map(([from, length]) => ({ from, to: from + length, why: 'officer' as const }))
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.array(span, { maxLength: 6 }), (text, spans) => {
        const kept = [...text].length === text.length ? text : ''
        const outside = [...kept]
          .filter((_, at) => !spans.some(({ from, to }) => at >= from && at < to))
          .join('')
        expect(strikeOut(kept, spans).replaceAll(struckOut, '')).toBe(outside.replaceAll(struckOut, ''))
        expect(mergeStrikes(mergeStrikes(spans))).toEqual(mergeStrikes(spans))
      }),
    )
  })
})
