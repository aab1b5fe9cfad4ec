import type { Catalogue } from '#web/ui/index.ts'

const vi = {
  title: (number: string | undefined) =>
    number ? `Tiến độ thực hiện văn bản ${number}` : 'Tiến độ thực hiện chỉ đạo',
  lead: 'Từng nhiệm vụ được giao: việc gì, cơ quan nào làm, hạn nào, hôm nay ra sao. Tình trạng theo QĐ 42/2014/QĐ-TTg.',
  articles: 'Tin tức, bài viết',
  tasksOn: (count: number, day: string) => `${count} nhiệm vụ, tính đến ${day}`,
  tasks: 'Nhiệm vụ',
  number: 'Số',
  does: 'Việc phải làm',
  leads: 'Chủ trì hiện nay',
  due: 'Hạn',
  noDueDay: 'văn bản không định hạn',
  state: 'Tình trạng',
  csv: 'Tải bảng này (CSV)',
  openData: 'Dữ liệu mở',
  follow: (total: number, done: number) => `Xem tiến độ ${total} nhiệm vụ của văn bản này (${done} đã xong)`,
}

export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    title: (number) => (number ? `Progress of document ${number}` : 'Progress of the directive'),
    lead: 'Each task that was given: what is to be done, by whom, by when, and how it stands today by Decision 42/2014/QĐ-TTg.',
    articles: 'News and articles',
    tasksOn: (count, day) => `${count} tasks, as of ${day}`,
    tasks: 'Tasks',
    number: 'No.',
    does: 'What is to be done',
    leads: 'Led by',
    due: 'Due',
    noDueDay: 'the directive sets no day',
    state: 'State',
    csv: 'Download this table (CSV)',
    openData: 'Open data',
    follow: (total, done) => `See how the ${total} tasks of this document stand (${done} done)`,
  },
}
