import { describe, expect, it } from 'vitest'
import { addMonths, day, type Month, month } from '#calendar'
import { programFor } from '#law/social-assistance'
import { explain, type FactValues } from '#rules'
import { wordCause } from './cause-words.ts'
import type { Cause } from './causes.ts'
import { type Draft, draft } from './drafts.ts'
import { neverApplied } from './missed.ts'
import { type CauseQuestion, findCause } from './tracing.ts'

const knownOn = day('2026-11-23')
const swept = month('2026-11')
const born = (on: string) => ({ from: day(on), to: day(on) })
const grown = {
  birth: born('1985-03-02'),
  sex: 'female',
  alive: 'yes',
  resident: 'yes',
  poverty: 'none',
  area: 'ordinary',
  disability: 'none',
  insurance: 'none',
  pensionRequested: 'yes',
  father: 'present',
  mother: 'present',
  abandoned: 'no',
  adopted: 'no',
  formerlyWithoutSupport: 'no',
  studying: 'no',
  marriage: 'married',
  k4Children: 0,
  childrenUnder36Months: 0,
  pregnant: 'no',
  parentCarePaidToSpouse: 'no',
  supporter: 'able',
  centreEligible: 'no',
  takenIn: 'no',
  caredForAtHome: 'no',
  inCentre: 'no',
  inPrison: 'no',
  hiv: 'no',
  stableIncome: 'no',
} satisfies FactValues

interface Sketch {
  facts: FactValues
  benefit?: string
  recordedDong: number
  since?: string
  /** For a change that is only coming, the month of it. */
  coming?: string
  rest?: Partial<CauseQuestion>
}

const explanationOf = (of: Month, facts: FactValues) =>
  explain(programFor({ month: of, knownOn, recipient: true }), { ...grown, ...facts })

/** The cause and its sentence for somebody recorded with an amount. */
function told({ facts, benefit = 'socialAllowance', recordedDong, since, coming, rest }: Sketch) {
  const of = coming === undefined ? swept : month(coming)
  const explanation = explanationOf(of, facts)
  const lawDong = explanation.benefits.get(benefit)?.amountDong ?? { low: 0, high: 0 }
  const sinceMonth = month(since ?? of)
  const cause = findCause({
    explanation,
    facts: explanation.facts,
    benefit,
    targetDong: { low: recordedDong, high: recordedDong },
    since: sinceMonth,
    deathOn: undefined,
    factDays: new Map(),
    grounds: [],
    children: new Map(),
    programBefore: programFor({ month: addMonths(sinceMonth, -1), knownOn, recipient: true }),
    ...rest,
  })
  const kind = kindOf(lawDong.low, recordedDong, coming !== undefined)
  const found = draft(0, kind, benefit, {
    lawDong,
    recordedDong,
    ...(coming === undefined ? { sinceMonth } : { dueOn: day(`${coming}-01`) }),
  })
  return { cause: cause.kind, ...wordCause(cause, found, of) }
}

function kindOf(lawDong: number, recordedDong: number, coming: boolean): Draft['kind'] {
  if (coming) return 'comingUp'
  if (lawDong === 0) return 'undue'
  return lawDong > recordedDong ? 'underpaid' : 'overpaid'
}

describe('the cause of what is paid too little', () => {
  it('is a standard that another has replaced', () => {
    const elder = { disability: 'severe', birth: born('1958-02-01') }
    expect(told({ facts: elder, recordedDong: 1_000_000, since: '2026-07' })).toMatchObject({
      cause: 'standardChanged',
      vi: 'Chi theo mức chuẩn 500.000 từ tháng 7; luật cho 540.000. Thiếu 5 tháng.',
      articles: ['NĐ 335/2026, Đ4.2'],
    })
  })

  it('is a standard and a birthday after it', () => {
    const turned = { disability: 'extreme', birth: born('1966-08-25') }
    expect(told({ facts: turned, recordedDong: 1_000_000, since: '2026-07' })).toMatchObject({
      cause: 'standardChanged',
      vi: 'Chi theo mức chuẩn 500.000 từ tháng 7; luật cho 540.000. Thiếu 5 tháng. Tròn 60 tuổi ngày 25/08/2026, hệ số phải từ 2,0 lên 2,5.',
      articles: ['NĐ 335/2026, Đ4.2', 'NĐ 335/2026, Đ6.1.e'],
    })
  })

  it('is an age that raises the coefficient', () => {
    const turned = { disability: 'severe', birth: born('1966-08-09') }
    expect(told({ facts: turned, recordedDong: 810_000, since: '2026-08' })).toMatchObject({
      cause: 'ageReached',
      vi: 'Tròn 60 tuổi ngày 09/08/2026, hệ số phải từ 1,5 lên 2,0.',
      articles: ['NĐ 335/2026, Đ6.1.e'],
    })
  })

  it('is a new law, when the old one gave the amount for the same facts', () => {
    // Decree 335/2026 gives the poor elder without support 2.0 from 75; until then it was from 80.
    const elder = { birth: born('1950-01-01'), poverty: 'poor', supporter: 'none', insurance: 'pension' }
    expect(
      told({ facts: elder, recordedDong: 810_000, since: '2026-07', rest: { grounds: ['K5a'] } }),
    ).toMatchObject({
      cause: 'lawChanged',
      vi: 'Luật mới từ 07/2026: hệ số từ 1,5 lên 2,0.',
      articles: ['NĐ 335/2026, Đ6.1.đ'],
    })
  })

  it('is a child that nobody counted', () => {
    const parent = { poverty: 'poor', marriage: 'widowed', k4Children: 2 }
    const grounds = ['K4']
    expect(told({ facts: parent, recordedDong: 540_000, rest: { grounds } })).toMatchObject({
      cause: 'factChanged',
      vi: 'Nuôi 2 con dưới 16 tuổi hoặc còn học; chi tính 1 con. Thiếu 1 tháng.',
    })
  })

  it('is a certificate that says more, with the day since when', () => {
    const factDays = new Map([['disability', { from: day('2026-10-05'), origin: 'officer:1' }]])
    const facts = { disability: 'extreme' }
    expect(
      told({ facts, recordedDong: 810_000, since: '2026-10', rest: { factDays, grounds: ['K6'] } }),
    ).toMatchObject({
      cause: 'factChanged',
      vi: 'Giấy xác nhận ghi khuyết tật đặc biệt nặng từ 05/10/2026; chi như khuyết tật nặng. Thiếu 2 tháng.',
    })
  })
})

describe('the cause of what is paid too much or wrongly', () => {
  it('is a death, with every month still paid', () => {
    const dead = { alive: 'no', disability: 'severe' }
    const rest = { deathOn: day('2026-08-18') }
    expect(told({ facts: dead, recordedDong: 810_000, since: '2026-09', rest })).toMatchObject({
      cause: 'died',
      vi: 'Đã khai tử 18/08/2026 nhưng kỳ tháng 9, 10, 11 vẫn chi.',
      en: 'Died on 18/08/2026, but still paid for months 9, 10, 11.',
      articles: ['NĐ 335/2026, Đ9.2'],
    })
    expect(told({ facts: dead, recordedDong: 810_000, since: '2025-12', rest }).vi).toContain(
      'vẫn chi từ tháng 12/2025 đến 11/2026',
    )
  })

  it('is something that stops the benefit whatever the ground', () => {
    expect(told({ facts: { inPrison: 'yes', disability: 'severe' }, recordedDong: 810_000 })).toMatchObject({
      cause: 'excluded',
      vi: 'Đang chấp hành án phạt tù nhưng kỳ tháng 11 vẫn chi.',
    })
  })

  it('is another benefit that is higher', () => {
    const facts = { birth: born('1945-01-01'), disability: 'extreme' }
    expect(told({ facts, benefit: 'socialPension', recordedDong: 540_000 })).toMatchObject({
      cause: 'prevailing',
      vi: 'Được trợ cấp xã hội 1.350.000 đ; chỉ hưởng khoản cao hơn.',
    })
  })

  it('is a child of 16 who no longer studies', () => {
    const children = new Map([
      ['k4Children', { years: 16, birth: born('2010-10-04'), studying: 'no' as const }],
    ])
    const facts = { poverty: 'poor', marriage: 'widowed', k4Children: 0 }
    expect(told({ facts, recordedDong: 540_000, rest: { children, grounds: ['K4'] } })).toMatchObject({
      cause: 'factChanged',
      vi: 'Con tròn 16 tuổi ngày 04/10/2026 và đã nghỉ học: hết diện K4.',
      articles: ['NĐ 335/2026, Đ5.4'],
    })
  })

  it('is a household that left the list of the poor', () => {
    const factDays = new Map([['poverty', { from: day('2026-01-01'), origin: 'file:a' }]])
    const facts = { poverty: 'none', marriage: 'widowed', k4Children: 1 }
    const rest = { factDays, grounds: ['K4'] }
    expect(told({ facts, recordedDong: 540_000, since: '2026-10', rest }).vi).toBe(
      'Hộ đã ra khỏi danh sách nghèo từ 01/2026 nhưng kỳ tháng 10, 11 vẫn chi.',
    )
  })

  it('is a pension of the social insurance', () => {
    const facts = { birth: born('1945-01-01'), insurance: 'pension' }
    const rest = { grounds: ['SP'] }
    expect(told({ facts, benefit: 'socialPension', recordedDong: 540_000, rest })).toMatchObject({
      cause: 'factChanged',
      vi: 'Đang hưởng lương hưu nhưng kỳ tháng 11 vẫn chi.',
      articles: ['Luật BHXH 2024, Đ21.1'],
    })
  })

  it('is an age that is not reached yet', () => {
    const facts = { birth: born('1952-03-04') }
    expect(told({ facts, benefit: 'socialPension', recordedDong: 540_000 })).toMatchObject({
      cause: 'ageNotReached',
      vi: 'Đủ 75 tuổi ngày 04/03/2027, nay chưa đến nhưng kỳ tháng 11 vẫn chi.',
    })
  })

  it('is a coefficient that is nobody’s, also with hundredths', () => {
    expect(
      told({ facts: { disability: 'severe' }, recordedDong: 1_215_000, since: '2026-10' }),
    ).toMatchObject({
      cause: 'coefficientMistaken',
      vi: 'Chi theo hệ số 2,25; diện K6 hệ số 1,5. Thừa 2 tháng.',
    })
  })

  it('is a coefficient that a single parent never has', () => {
    const facts = { poverty: 'poor', marriage: 'widowed', k4Children: 1 }
    expect(told({ facts, recordedDong: 810_000 })).toMatchObject({
      cause: 'coefficientMistaken',
      vi: 'Chi theo hệ số 1,5; diện K4 hệ số 1,0. Thừa 1 tháng.',
      articles: ['NĐ 335/2026, Đ6.1.d'],
    })
  })

  it('falls back on the two amounts when nothing explains them', () => {
    expect(told({ facts: { disability: 'severe' }, recordedDong: 811_111 })).toMatchObject({
      cause: 'unexplained',
      vi: 'Luật cho 810.000 đ một tháng, đang ghi nhận 811.111 đ.',
    })
  })

  it('names no illness', () => {
    const facts = { hiv: 'no', poverty: 'poor' }
    const { cause, vi, en } = told({ facts, recordedDong: 810_000, rest: { grounds: ['K8'] } })
    expect(cause).toBe('factChanged')
    expect(`${vi} ${en}`).not.toMatch(/HIV/)
  })
})

describe('the cause of a coming change', () => {
  it('is a birthday before which to apply', () => {
    const facts = { birth: born('1951-12-09') }
    const coming = '2026-12'
    expect(told({ facts, benefit: 'socialPension', recordedDong: 0, coming })).toMatchObject({
      cause: 'ageReached',
      vi: 'Đủ 75 tuổi ngày 09/12/2026; mời nộp hồ sơ trước.',
      articles: ['Luật BHXH 2024, Đ21.1'],
    })
  })

  it('is a birthday that ends a ground, with what may follow it', () => {
    const facts = { birth: born('2011-01-03'), father: 'dead', mother: 'dead' }
    expect(told({ facts, recordedDong: 810_000, coming: '2027-02' })).toMatchObject({
      cause: 'ageReached',
      vi: 'Tròn 16 tuổi ngày 03/01/2027: hết diện K1; nếu còn học thì lập hồ sơ K2.',
    })
  })

  it('is a birthday that changes the coefficient', () => {
    const facts = { birth: born('1966-12-20'), disability: 'severe' }
    expect(told({ facts, recordedDong: 810_000, coming: '2026-12' }).vi).toBe(
      'Tròn 60 tuổi ngày 20/12/2026, hệ số từ 1,5 lên 2,0.',
    )
  })

  it('is a child that outgrows what its parent draws', () => {
    const children = new Map([
      ['childrenUnder36Months', { years: 3, birth: born('2023-11-27'), studying: undefined }],
    ])
    const facts = { disability: 'severe' }
    const rest = { children }
    expect(
      told({ facts, benefit: 'parentCareSupport', recordedDong: 810_000, coming: '2026-12', rest }).vi,
    ).toBe('Con tròn 36 tháng ngày 27/11/2026: hết diện C3.')
  })
})

describe('the cause of what is missed', () => {
  const missed = (facts: FactValues, benefit: string, rest = {}) => {
    const explanation = explanationOf(swept, facts)
    const cause: Cause = neverApplied(explanation, {
      facts: explanation.facts,
      benefit,
      pendingSince: undefined,
      paidUntil: undefined,
      ...rest,
    })
    return wordCause(cause, draft(0, 'missed', benefit), swept).vi
  }

  it('is an age reached and no application', () => {
    expect(missed({ birth: born('1951-09-02') }, 'socialPension')).toBe(
      'Đủ 75 tuổi ngày 02/09/2026, không lương hưu; chưa có hồ sơ hưu trí xã hội.',
    )
  })

  it('is what is known of the person and the family', () => {
    const facts = { disability: 'extreme', caredForAtHome: 'yes' }
    expect(missed(facts, 'careSupport')).toBe(
      'Khuyết tật đặc biệt nặng, gia đình trực tiếp chăm sóc; chưa có hồ sơ hỗ trợ chăm sóc.',
    )
  })

  it('names the age a child is under, not the one it has passed, and another ground by its name', () => {
    const facts = { birth: born('2022-08-31'), father: 'dead', mother: 'dead', takenIn: 'yes' }
    expect(missed(facts, 'socialAllowance')).toBe(
      'Dưới 16 tuổi, mồ côi cả cha và mẹ; chưa có hồ sơ trợ cấp xã hội.',
    )
    expect(missed(facts, 'careSupport')).toBe(
      'Thuộc diện K1, đã có người nhận nuôi dưỡng; chưa có hồ sơ hỗ trợ chăm sóc.',
    )
  })

  it('is an application nobody decided, or a payment that ended', () => {
    const facts = { disability: 'severe' }
    expect(missed(facts, 'socialAllowance', { pendingSince: day('2026-11-02') })).toBe(
      'Khuyết tật nặng; hồ sơ trợ cấp xã hội nhận 02/11/2026 chưa quyết định.',
    )
    expect(missed(facts, 'socialAllowance', { paidUntil: month('2026-08') })).toBe(
      'Khuyết tật nặng; thôi chi trợ cấp xã hội sau tháng 08/2026.',
    )
  })
})

describe('the cause of what is not known', () => {
  it('names the fact and who settles it', () => {
    const verdict = explanationOf(swept, {}).benefits.get('socialPension')
    if (!verdict) throw new Error('The social pension is in force')
    const cause: Cause = { kind: 'factMissing', fact: 'insurance', cite: verdict.benefit.cite }
    expect(wordCause(cause, draft(0, 'unknown', 'socialPension'), swept).vi).toBe(
      'Chưa biết có lương hưu hay không: tra cứu bảo hiểm xã hội.',
    )
  })
})
