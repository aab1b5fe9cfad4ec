import { amount, choice, count, type Fact } from '#rules'

/** What a household is classified on. */

export const settlement = choice(
  'settlement',
  { vi: 'khu vực', en: 'kind of area' },
  { rural: { vi: 'nông thôn', en: 'rural' }, urban: { vi: 'thành thị', en: 'urban' } },
)

export const incomePerHead = amount('incomePerHead', {
  vi: 'thu nhập bình quân đầu người một tháng',
  en: 'income per head a month',
})

/** How many of the indicators of basic social services the household lacks. */
export const deprivations = count(
  'deprivations',
  { vi: 'số chỉ số thiếu hụt dịch vụ xã hội cơ bản', en: 'deprivations of basic social services' },
  14,
)

export const povertyFacts: readonly Fact[] = [settlement, incomePerHead, deprivations]
