import { expect, it } from 'vitest'
import { day, month } from '#calendar'
import { programFor } from '#law/social-assistance'
import { type BenefitVerdict, explain } from '#rules'
import { lawReasons } from './reasons.ts'

it('a single parent’s allowance rests on the article that pays per child, also where nothing else explains the amount', () => {
  const program = programFor({ month: month('2026-11'), knownOn: day('2026-11-23'), recipient: true })
  const facts = {
    birth: { from: day('1993-12-13'), to: day('1993-12-13') },
    poverty: 'nearPoor',
    marriage: 'widowed',
    k4Children: 2,
    disability: 'none',
    hiv: 'no',
    alive: 'yes',
    resident: 'yes',
    inCentre: 'no',
    inPrison: 'no',
    formerlyWithoutSupport: 'no',
  }
  const explanation = explain(program, facts)
  const verdict = explanation.benefits.get('socialAllowance') as BenefitVerdict
  const reasons = lawReasons(explanation, verdict, verdict.amountDong, { kind: 'unexplained' })
  expect(reasons).toEqual([
    expect.objectContaining({
      vi: expect.stringMatching(/^Nhóm K4 .* hệ số 1,0 cho mỗi người$/),
      articles: ['NĐ 335/2026, Đ6.1.d'],
    }),
  ])
})
