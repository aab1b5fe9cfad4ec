import { describe, expect, it } from 'vitest'
import { day, month } from '#calendar'
import { programFor } from '#law/social-assistance'
import { explain, type FactValues } from '#rules'
import { narrate, type ReasonLine } from './index.ts'

const program = programFor({ month: month('2026-11'), knownOn: day('2026-11-23'), recipient: true })
const born = (from: string, to = from) => ({ from: day(from), to: day(to) })
const ordinary: FactValues = {
  alive: 'yes',
  resident: 'yes',
  inPrison: 'no',
  inCentre: 'no',
  formerlyWithoutSupport: 'no',
  hiv: 'no',
  k4Children: 0,
  poverty: 'none',
}
const texts = (lines: readonly ReasonLine[]): string[] =>
  lines.flatMap((each) => [`${each.truth}: ${each.text}`, ...texts(each.children)])
const told = (facts: FactValues, benefit: string, lang: 'vi' | 'en' = 'vi') =>
  narrate(explain(program, { ...ordinary, ...facts }), benefit, lang)

describe('telling why a benefit comes out as it does', () => {
  const elder = { birth: born('1958-03-01'), disability: 'severe', insurance: 'none', pensionRequested: 'no' }

  it('shows the multiplication, its coefficient and the standard with their articles', () => {
    const lines = told(elder, 'socialAllowance')
    expect(texts(lines)).toContain('yes: 540.000 đ × 2,0 = 1.080.000 đ')
    expect(texts(lines)).toContain('yes: Hệ số 2,0: người khuyết tật nặng, đặc biệt nặng')
    expect(texts(lines)).toContain('yes: Đủ 60 tuổi trong hoặc trước tháng 11/2026')
    expect(lines[0]?.citeText).toBe('NĐ 335/2026, Đ5.6')
  })

  it('names of the grounds not met only what they fail on', () => {
    const poor = told(elder, 'socialAllowance').find((each) => each.citeText === 'NĐ 335/2026, Đ5.5.a')
    expect(poor?.children.map((each) => [each.truth, each.factLine])).toEqual([
      ['no', 'hộ gia đình: không nghèo, không cận nghèo'],
    ])
  })

  it('says when the age was reached, from the birth as it is known', () => {
    const [line] = told({ ...elder, birth: born('1951-01-01', '1951-12-31') }, 'socialPension')
    expect(line?.truth).toBe('no')
    expect(texts(told({ birth: born('1951-11-30') }, 'socialPension'))).toContain(
      'yes: Đủ 75 tuổi trong hoặc trước tháng 11/2026',
    )
  })

  it('marks an unknown fact as unknown, in both languages', () => {
    const { disability: _, ...rest } = elder
    const open = (lang: 'vi' | 'en') =>
      told(rest, 'socialAllowance', lang).find((each) => each.truth === 'unknown')?.children[0]
    expect(open('vi')).toMatchObject({
      truth: 'unknown',
      fact: 'disability',
      factLine: 'chưa rõ mức độ khuyết tật trên giấy xác nhận',
    })
    expect(open('en')?.factLine).toBe('not known: degree on the disability certificate')
  })

  it('says of an open question that it does not matter, where the amount is settled without it', () => {
    const lines = told({ ...elder, formerlyWithoutSupport: undefined }, 'socialAllowance')
    expect(lines.find((each) => each.truth === 'unknown')).toMatchObject({
      text: 'Người từng là trẻ em không có nguồn nuôi dưỡng, đã đủ 16 tuổi và còn đi học (không ảnh hưởng kết luận)',
      children: [],
    })
  })

  it('says what is paid instead when a higher benefit prevails', () => {
    const lines = told({ ...elder, birth: born('1948-03-01'), pensionRequested: 'yes' }, 'socialPension')
    expect(lines.at(-1)).toMatchObject({
      truth: 'no',
      text: 'Không cộng thêm: đã có trợ cấp xã hội hằng tháng 1.080.000 đ; chỉ hưởng khoản cao hơn giữa trợ cấp xã hội và hưu trí xã hội',
    })
  })

  it('says what excludes a benefit', () => {
    const lines = texts(told({ ...elder, inCentre: 'yes' }, 'socialAllowance'))
    expect(lines).toContain('no: Không được hưởng vì đã được nuôi dưỡng trong cơ sở trợ giúp xã hội')
  })
})
