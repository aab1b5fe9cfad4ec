import { monthlyFacts } from '#law/social-assistance'
import { valueText } from '#law/wording'
import type { FactValue, Text } from '#rules'

const text = (vi: string, en: string): Text => ({ vi, en })

/** What holds of a person, as officers say it: `key.value`, as part of a sentence. */
const phrases: Readonly<Record<string, Text>> = {
  'poverty.none': text(
    'hộ không có trong danh sách nghèo, cận nghèo',
    'the household is on no list of poverty',
  ),
  'poverty.nearPoor': text('hộ cận nghèo', 'near-poor household'),
  'poverty.poor': text('hộ nghèo', 'poor household'),
  'insurance.none': text('không lương hưu', 'no pension'),
  'insurance.pension': text('đang hưởng lương hưu', 'receives a pension'),
  'insurance.monthlyInsurance': text(
    'đang hưởng trợ cấp bảo hiểm xã hội hằng tháng',
    'receives a monthly social-insurance allowance',
  ),
  'insurance.survivor': text('đang hưởng tiền tuất hằng tháng', 'receives a monthly survivor’s allowance'),
  'insurance.other': text('không lương hưu, không bảo hiểm xã hội', 'no pension or social insurance'),
  'disability.none': text('không có giấy xác nhận khuyết tật', 'no disability certificate'),
  'disability.light': text('giấy xác nhận ghi khuyết tật nhẹ', 'the certificate says lightly disabled'),
  'disability.severe': text('khuyết tật nặng', 'severely disabled'),
  'disability.extreme': text('khuyết tật đặc biệt nặng', 'extremely severely disabled'),
  'studying.no': text('đã nghỉ học', 'no longer studies'),
  'studying.yes': text('đang đi học', 'studies'),
  'studying.interrupted': text('đã bỏ học một thời gian', 'interrupted the studies'),
  'marriage.neverMarried': text('chưa kết hôn', 'never married'),
  'marriage.married': text('đang có vợ hoặc chồng', 'is married'),
  'marriage.widowed': text('vợ hoặc chồng đã chết', 'the spouse has died'),
  'marriage.divorced': text('đã ly hôn', 'is divorced'),
  'supporter.none': text('không có người phụng dưỡng', 'nobody to give support'),
  'supporter.able': text('có người phụng dưỡng', 'has somebody to give support'),
  'takenIn.yes': text('đã có người nhận nuôi dưỡng', 'was taken in'),
  'takenIn.no': text('không còn ai nhận nuôi dưỡng', 'is no longer taken in'),
  'caredForAtHome.yes': text('gia đình trực tiếp chăm sóc', 'cared for by the family'),
  'caredForAtHome.no': text('gia đình không trực tiếp chăm sóc', 'not cared for by the family'),
  'inCentre.yes': text('đang sống trong cơ sở trợ giúp xã hội', 'lives in a centre'),
  'inPrison.yes': text('đang chấp hành án phạt tù', 'serves a prison sentence'),
  'resident.no': text('không còn cư trú tại địa phương', 'no longer lives here'),
  'area.ordinary': text('nơi ở không thuộc vùng đặc biệt khó khăn', 'does not live in a difficult area'),
  'area.difficultEthnicMountain': text('ở vùng đặc biệt khó khăn', 'in an especially difficult area'),
  'pregnant.yes': text('đang mang thai', 'is pregnant'),
  'pregnant.no': text('không mang thai', 'is not pregnant'),
  'pensionRequested.no': text('chưa đề nghị hưởng hưu trí xã hội', 'has not asked for the social pension'),
  'pensionRequested.yes': text('đã đề nghị hưởng', 'has asked'),
  'formerlyWithoutSupport.yes': text('đã hưởng diện K1', 'drew the allowance of a child alone'),
  'centreEligible.yes': text('đủ điều kiện vào cơ sở', 'qualifies for a centre'),
  'stableIncome.yes': text('có thu nhập ổn định hằng tháng', 'has a stable monthly income'),
  'stableIncome.no': text('không có thu nhập ổn định', 'no stable income'),
}

/** Facts that a list must not name: who may see them is decided elsewhere. */
const unnamed: ReadonlySet<string> = new Set(['hiv'])

/** Counts in words. */
const counts: Readonly<Record<string, (count: number) => Text>> = {
  k4Children: (count) => text(`nuôi ${count} con dưới 16 tuổi hoặc còn học`, `raises ${childrenText(count)}`),
  childrenUnder36Months: (count) =>
    text(`nuôi ${count} con dưới 36 tháng`, `raises ${childrenText(count)} under 36 months`),
}

function childrenText(count: number): string {
  return count === 1 ? '1 child' : `${count} children`
}

/** A fact in the words of officers, within a sentence. Undefined for what is not known or may not be named. */
export function shortFact(key: string, value: FactValue | undefined): Text | undefined {
  if (value === undefined || unnamed.has(key)) return undefined
  const count = counts[key]
  if (count && typeof value === 'number') return count(value)
  const known = phrases[`${key}.${value}`]
  if (known) return known
  const fact = monthlyFacts.find((each) => each.key === key)
  if (!fact) return undefined
  return {
    vi: `${fact.text.vi}: ${valueText(fact, value, 'vi')}`,
    en: `${fact.text.en}: ${valueText(fact, value, 'en')}`,
  }
}

/** What became of a fact that changed, where that is said otherwise than what holds. */
const changes: Readonly<Record<string, Text>> = {
  'poverty.none': text('hộ đã ra khỏi danh sách nghèo', 'the household left the list of the poor'),
  'poverty.nearPoor': text('hộ đã chuyển sang cận nghèo', 'the household became near-poor'),
  'poverty.poor': text('hộ đã vào danh sách nghèo', 'the household became poor'),
  'disability.none': text(
    'không còn giấy xác nhận khuyết tật',
    'there is no disability certificate any more',
  ),
  'disability.severe': text('giấy xác nhận ghi khuyết tật nặng', 'the certificate says severely disabled'),
  'disability.extreme': text(
    'giấy xác nhận ghi khuyết tật đặc biệt nặng',
    'the certificate says extremely severely disabled',
  ),
  'marriage.married': text('đã kết hôn', 'has married'),
}

/** The same for a fact that came to hold on a known day. */
export function changedFact(key: string, value: FactValue): Text | undefined {
  return changes[`${key}.${value}`] ?? shortFact(key, value)
}
