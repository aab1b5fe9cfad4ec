import type { Certainty, Text } from '#rules'

/** Circular 07/2021: score A from form B1 stands for income, score B from form B2 is 10 for each deprivation. */
const lines = { rural: 140, urban: 175 }
const poorFrom = 30

/** The status by the scores of a review for 2022 to 2026: income within the line, then deprivation. */
export function statusByScores(household: {
  settlement: 'rural' | 'urban'
  scoreA: number
  scoreB: number
}): 'poor' | 'nearPoor' | 'none' {
  if (household.scoreA > lines[household.settlement]) return 'none'
  return household.scoreB >= poorFrom ? 'poor' : 'nearPoor'
}

export interface Indicator {
  number: number
  text: Text
  certainty: Certainty
}

const indicator = (number: number, certainty: Certainty, vi: string, en: string): Indicator => ({
  number,
  text: { vi, en },
  certainty,
})

/** The twelve deprivations of Decree 07/2021 (2022 to 2026), from memory; Decree 351/2025 changes the set for 2027. */
export const indicators: readonly Indicator[] = [
  indicator(
    1,
    'memory',
    'có người trong tuổi lao động không có việc làm hoặc làm công không hợp đồng',
    'somebody of working age has no job, or works without a contract',
  ),
  indicator(
    2,
    'memory',
    'trên một nửa số người trong hộ là người phụ thuộc',
    'more than half of the members depend on others',
  ),
  indicator(3, 'memory', 'có trẻ em dưới 16 tuổi suy dinh dưỡng', 'a child under 16 is undernourished'),
  indicator(
    4,
    'memory',
    'có người từ 6 tuổi không có thẻ bảo hiểm y tế',
    'somebody of 6 or more has no health insurance',
  ),
  indicator(
    5,
    'memory',
    'có người từ 16 đến 30 tuổi chưa đạt trình độ giáo dục và không đi học',
    'somebody of 16 to 30 lacks the schooling expected and does not study',
  ),
  indicator(
    6,
    'memory',
    'có trẻ em từ 3 đến dưới 16 tuổi không đi học đúng cấp',
    'a child of 3 to under 16 does not attend the right level',
  ),
  indicator(7, 'memory', 'nhà ở không bền chắc', 'the house is not durable'),
  indicator(8, 'memory', 'diện tích nhà ở dưới 8 m² một người', 'less than 8 m² of floor a head'),
  indicator(9, 'memory', 'không có nguồn nước sinh hoạt an toàn', 'no safe water'),
  indicator(10, 'memory', 'không có nhà tiêu hợp vệ sinh', 'no hygienic latrine'),
  indicator(11, 'memory', 'không ai sử dụng internet', 'nobody uses the internet'),
  indicator(12, 'memory', 'không có phương tiện tiếp cận thông tin', 'no means of information'),
]
