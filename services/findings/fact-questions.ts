import { monthlyFacts } from '#law/social-assistance'
import type { Text } from '#rules'

/** What is not known of a person, and who or which paper settles it. */
export interface FactQuestion {
  what: Text
  /** What the officer does next. */
  ask: Text
}

const asked = (
  what: readonly [vi: string, en: string],
  ask: readonly [vi: string, en: string],
): FactQuestion => ({
  what: { vi: what[0], en: what[1] },
  ask: { vi: ask[0], en: ask[1] },
})

const population = ['tra cứu CSDL quốc gia về dân cư', 'look in the population database'] as const
const insurer = ['tra cứu bảo hiểm xã hội', 'ask the social insurance'] as const
const register = ['xem sổ hộ tịch', 'see the civil-status register'] as const
const school = ['xem giấy xác nhận của nhà trường', 'see the school’s certificate'] as const
const degree = ['xem giấy xác nhận khuyết tật', 'see the disability certificate'] as const
const list = [
  'xem danh sách hộ nghèo, cận nghèo của xã',
  'see the commune’s list of poor households',
] as const
const dossier = ['xem hồ sơ, quyết định trước đây', 'see the dossier and earlier decisions'] as const
const visit = ['hỏi gia đình, trưởng thôn', 'ask the family and the village head'] as const
const clinic = ['xem giấy của cơ sở y tế', 'see the paper of the clinic'] as const

const questions: Readonly<Record<string, FactQuestion>> = {
  birth: asked(['ngày sinh', 'the day of birth'], population),
  sex: asked(['giới tính', 'the sex'], population),
  alive: asked(['còn sống hay đã mất', 'whether alive'], register),
  resident: asked(['còn cư trú tại xã hay không', 'whether living here'], population),
  poverty: asked(['hộ nghèo, cận nghèo hay không', 'whether the household is poor'], list),
  area: asked(['nơi ở có thuộc vùng đặc biệt khó khăn không', 'whether the area is difficult'], population),
  disability: asked(['mức độ khuyết tật', 'the degree of disability'], degree),
  insurance: asked(['có lương hưu hay không', 'whether there is a pension'], insurer),
  pensionRequested: asked(
    ['đã đề nghị hưởng hưu trí xã hội hay chưa', 'whether the social pension was asked for'],
    ['hỏi và mời làm tờ khai', 'ask, and invite to fill in the form'],
  ),
  father: asked(['tình trạng của người cha', 'what became of the father'], register),
  mother: asked(['tình trạng của người mẹ', 'what became of the mother'], register),
  abandoned: asked(['có bị bỏ rơi hay không', 'whether the child was abandoned'], dossier),
  adopted: asked(['đã có người nhận con nuôi hay chưa', 'whether the child was adopted'], register),
  formerlyWithoutSupport: asked(
    ['đã hưởng diện trẻ không nguồn nuôi dưỡng hay chưa', 'whether the allowance of a child alone was drawn'],
    dossier,
  ),
  studying: asked(['còn đi học hay không', 'whether still studying'], school),
  marriage: asked(['tình trạng hôn nhân', 'whether married'], register),
  k4Children: asked(['số con đang nuôi được tính', 'how many children count'], population),
  childrenUnder36Months: asked(['số con dưới 36 tháng', 'how many children under 36 months'], population),
  pregnant: asked(['có đang mang thai hay không', 'whether pregnant'], clinic),
  parentCarePaidToSpouse: asked(
    ['khoản này đã chi cho vợ hoặc chồng hay chưa', 'whether the spouse already draws it'],
    dossier,
  ),
  supporter: asked(['có người phụng dưỡng hay không', 'whether anybody gives support'], visit),
  centreEligible: asked(['có đủ điều kiện vào cơ sở hay không', 'whether fit for a centre'], visit),
  takenIn: asked(['có người nhận nuôi dưỡng hay không', 'whether taken in'], dossier),
  caredForAtHome: asked(['gia đình có trực tiếp chăm sóc hay không', 'whether the family cares'], visit),
  inCentre: asked(['có đang ở cơ sở trợ giúp hay không', 'whether living in a centre'], dossier),
  inPrison: asked(['có đang chấp hành án hay không', 'whether serving a sentence'], visit),
  // Named by its paper only: who sees a list need not see this of a person.
  hiv: asked(['giấy tờ y tế của diện đang xét', 'the medical paper of the ground'], clinic),
  stableIncome: asked(
    ['có thu nhập ổn định hằng tháng hay không', 'whether there is a stable income'],
    visit,
  ),
}

/** The question for a fact; by the law's own name of it when officers have no other. */
export function questionAbout(fact: string): FactQuestion {
  const known = questions[fact]
  if (known) return known
  const name = monthlyFacts.find(({ key }) => key === fact)?.text ?? { vi: fact, en: fact }
  return { what: name, ask: { vi: visit[0], en: visit[1] } }
}
