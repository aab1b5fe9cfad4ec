import type { Catalogue } from '#web/ui/index.ts'

const vi = {
  articles: 'Tin tức, bài viết',
  listLead: 'Chỉ đạo, hướng dẫn và chế độ mới của tỉnh.',
  none: 'Chưa có bài viết nào.',
  notice: (number: string) => `Thông báo ${number}`,
  onDay: (day: string) => `ngày ${day}`,
  yearInferred: '(năm do hệ thống suy ra)',
  yearInferredWhy: 'Bài viết chỉ ghi ngày và tháng. Năm được suy ra từ nội dung và còn chờ người xác nhận.',
  minutes: (count: number) => `${count} phút đọc`,
  banner: 'Hình vẽ: đầm sen và núi đồi xứ Nghệ',
  tags: 'Từ khóa',
  document: 'Văn bản được nêu',
  otherArticles: 'Bài viết khác',
  onlyIn: '',
}

export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    articles: 'News and articles',
    listLead: 'Direction, guidance and new benefits in the province.',
    none: 'No article has been published yet.',
    notice: (number) => `Notice ${number}`,
    onDay: (day) => `of ${day}`,
    yearInferred: '(year worked out by the system)',
    yearInferredWhy:
      'The article gives day and month only. The year follows from its content and awaits confirmation.',
    minutes: (count) => `${count} min read`,
    banner: 'Drawing: a lotus pond and the hills of Nghệ\u00A0An',
    tags: 'Topics',
    document: 'The document it reports',
    otherArticles: 'Other articles',
    onlyIn: 'This article is available in Vietnamese only.',
  },
}
