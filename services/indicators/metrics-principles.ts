import type { Metric } from './metric.ts'
import { onTimeSql, principleSql } from './standings-sql.ts'
import { findingsList, sweepSource } from './wording.ts'

const thresholds = { good: 97, fair: 90 }
const everywhere = ['commune', 'benefit', 'area'] as const

/** The three principles of the notice: the right person, in full, on time. */
export const principleMetrics: readonly Metric[] = [
  {
    key: 'right-person',
    name: { vi: 'Đúng đối tượng', en: 'Right person' },
    definition: {
      vi: 'Trong số người đang có trợ cấp hằng tháng, bao nhiêu người không có khoản nào chi sai đối tượng và không bị chi trùng.',
      en: 'Of those who have a monthly benefit, how many have none that is undue and none that is paid twice.',
    },
    unit: 'percent',
    better: 'higher',
    areas: ['direction', 'social-assistance', 'poverty', 'children'],
    principle: 'right',
    thresholds,
    by: everywhere,
    source: sweepSource,
    lists: [
      findingsList('undue', { vi: 'Người hưởng không đúng', en: 'People with an undue benefit' }),
      findingsList('duplicate', { vi: 'Người bị chi trùng', en: 'People paid twice' }),
    ],
    counted: { reaches: 'today', sql: (question) => principleSql('right', question) },
  },
  {
    key: 'full-entitlement',
    name: { vi: 'Đủ chế độ', en: 'Full entitlement' },
    definition: {
      vi: 'Trong số người mà luật chắc chắn cho hưởng, bao nhiêu người được ghi ít nhất bằng mức luật cho ở mọi khoản.',
      en: 'Of those to whom the law certainly gives something, how many are recorded with at least that of every benefit.',
    },
    unit: 'percent',
    better: 'higher',
    areas: ['direction', 'social-assistance', 'poverty', 'children'],
    principle: 'full',
    thresholds,
    by: everywhere,
    source: sweepSource,
    lists: [
      findingsList('missed', { vi: 'Người bị bỏ sót', en: 'People who are missed' }),
      findingsList('underpaid', { vi: 'Người bị chi thiếu', en: 'People who are underpaid' }),
    ],
    counted: { reaches: 'today', sql: (question) => principleSql('full', question) },
  },
  {
    key: 'on-time',
    name: { vi: 'Kịp thời', en: 'On time' },
    definition: {
      vi: 'Trong số hồ sơ đã quyết định hoặc đã hết hạn trong 12 tháng, bao nhiêu hồ sơ được quyết định trong hạn luật định.',
      en: 'Of applications decided or run out in twelve months, how many were decided within the days the law sets.',
    },
    unit: 'percent',
    better: 'higher',
    areas: ['direction', 'social-assistance', 'poverty', 'children'],
    principle: 'onTime',
    thresholds,
    by: everywhere,
    source: {
      vi: 'Hồ sơ đề nghị, ngày nhận và ngày quyết định; hạn theo thủ tục của từng khoản',
      en: 'Applications with the days they were received and decided; the period of each benefit’s procedure',
    },
    lists: [findingsList('late', { vi: 'Hồ sơ quá hạn', en: 'Overdue applications' })],
    counted: { reaches: 'today', sql: onTimeSql },
  },
]
