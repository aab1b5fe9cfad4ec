import { type Catalogue, countOf } from '#web/ui/index.ts'

const vi = {
  title: 'Chờ ông/bà',
  lines: {
    reservedLate: (count: string) => `${count} tin riêng quá hạn`,
    reservedSoon: (count: string) => `${count} tin riêng sắp đến hạn`,
    reservedNew: (count: string) => `${count} tin riêng mới`,
    feedbackLate: (count: string) => `${count} góp ý quá hạn`,
    feedbackSoon: (count: string) => `${count} góp ý sắp đến hạn`,
    feedbackNew: (count: string) => `${count} góp ý mới, chưa phân loại`,
    tasksLate: (count: string) => `${count} nhiệm vụ quá hạn`,
    tasksNearDue: (count: string) => `${count} nhiệm vụ sắp đến hạn`,
    opinions: (count: string) => `${count} nơi xin ý kiến`,
    proposals: (count: string) => `${count} kiến nghị chờ trả lời`,
    extensions: (count: string) => `${count} đề nghị gia hạn chờ quyết định`,
    completions: (count: string) => `${count} nhiệm vụ báo xong chờ xác nhận`,
    texts: (count: string) => `${count} bài chờ duyệt`,
  },
}

export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    title: 'Waiting for you',
    lines: {
      reservedLate: (count) => `${countOf(count, 'reserved message')} overdue`,
      reservedSoon: (count) => `${countOf(count, 'reserved message')} nearly due`,
      reservedNew: (count) => `${countOf(count, 'new reserved message')}`,
      feedbackLate: (count) => `${countOf(count, 'feedback message')} overdue`,
      feedbackSoon: (count) => `${countOf(count, 'feedback message')} nearly due`,
      feedbackNew: (count) => `${countOf(count, 'new feedback message')} to classify`,
      tasksLate: (count) => `${countOf(count, 'task')} overdue`,
      tasksNearDue: (count) => `${countOf(count, 'task')} nearly due`,
      opinions: (count) => `${countOf(count, 'opinion')} asked of you`,
      proposals: (count) => `${countOf(count, 'proposal')} to answer`,
      extensions: (count) => `${countOf(count, 'request')} for more time`,
      completions: (count) => `${countOf(count, 'task')} said done, to confirm`,
      texts: (count) => `${countOf(count, 'text')} to review`,
    },
  },
}
