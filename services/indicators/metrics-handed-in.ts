import type { ListBehind, Metric } from './metric.ts'
import { pageList } from './wording.ts'

const counted = { reaches: 'today', handedIn: true } as const
const thresholds = { good: 97, fair: 90 }

/** The tasks of directives in one state of Decision 42/2014, or all of them. */
function tasksList(state: 'late' | 'doneLate' | undefined, name: ListBehind['name']): ListBehind {
  return pageList(`/can-bo/chi-dao/nhiem-vu${state ? `?trang-thai=${state}` : ''}`, name)
}

/** Counted by services further down the river: the job that measures asks them at their doors and hands it in. */
export const handedInMetrics: readonly Metric[] = [
  {
    key: 'feedback-on-time',
    name: { vi: 'Góp ý, phản ánh trả lời đúng hạn', en: 'Feedback answered on time' },
    definition: {
      vi: 'Trong số góp ý, phản ánh nhận trong 12 tháng mà đã trả lời hoặc đã quá hạn, bao nhiêu được trả lời trong hạn; không tính phần được bảo mật riêng.',
      en: 'Of messages received in twelve months and answered or past their day, how many were answered by it; reserved ones are not counted.',
    },
    unit: 'percent',
    better: 'higher',
    areas: ['communication', 'coordination'],
    thresholds,
    by: [],
    source: { vi: 'Sổ tiếp nhận góp ý, phản ánh, kiến nghị', en: 'The register of feedback' },
    lists: [pageList('/can-bo/gop-y', { vi: 'Góp ý, phản ánh', en: 'Feedback' })],
    counted,
  },
  {
    key: 'articles-published',
    name: { vi: 'Tin, bài đang đăng', en: 'Articles on the portal' },
    definition: {
      vi: 'Số tin, bài, thông báo, văn bản, thủ tục đang đăng trên cổng vào lúc đo; bài có bản tiếng Anh vẫn đếm một lần.',
      en: 'Articles, announcements, documents and procedures that stand on the portal when measured; one in two languages counts once.',
    },
    unit: 'cases',
    better: 'higher',
    isSize: true,
    areas: ['communication'],
    by: [],
    source: { vi: 'Cổng thông tin', en: 'The portal' },
    lists: [pageList('/bai-viet', { vi: 'Tin, bài trên cổng', en: 'Articles on the portal' })],
    counted,
  },
  {
    key: 'tasks-in-time',
    name: { vi: 'Nhiệm vụ được giao không trễ hạn', en: 'Tasks of directives that are not late' },
    definition: {
      vi: 'Trong số nhiệm vụ có thời hạn của các văn bản chỉ đạo, bao nhiêu nhiệm vụ xong trong hạn hoặc còn trong hạn.',
      en: 'Of the tasks of directives that have a day, how many were done by it or still have time.',
    },
    unit: 'percent',
    better: 'higher',
    areas: ['direction', 'coordination'],
    thresholds,
    by: [],
    source: {
      vi: 'Sổ theo dõi nhiệm vụ (QĐ 42/2014/QĐ-TTg)',
      en: 'The register of tasks (Decision 42/2014/QĐ-TTg)',
    },
    lists: [
      tasksList('late', { vi: 'Nhiệm vụ quá hạn', en: 'Tasks that are late' }),
      tasksList('doneLate', { vi: 'Nhiệm vụ xong quá hạn', en: 'Tasks done late' }),
      tasksList(undefined, { vi: 'Mọi nhiệm vụ', en: 'All tasks' }),
    ],
    counted,
  },
]
