import type { Catalogue } from '#web/ui/index.ts'

const vi = {
  title: 'Tìm trên cổng',
  found: (count: string, text: string) => `${count} kết quả cho “${text}”`,
  someOf: (text: string) => `Không bài nào có đủ mọi từ của “${text}”. Đây là những bài có một số từ đó.`,
  nothing: (text: string) => `Không tìm thấy gì cho “${text}”.`,
  searched: 'Đã tìm trong bài viết, thông báo, văn bản và thủ tục; gõ có dấu hay không dấu đều được.',
  ask: 'Gõ vài từ cần tìm, có dấu hay không dấu đều được.',
  meant: 'Có phải ông/bà tìm:',
  instead: 'Ông/bà cũng có thể:',
  only: 'Chỉ tìm trong',
  everything: 'Tất cả',
  kinds: {
    article: 'Bài viết',
    announcement: 'Thông báo',
    legalDocument: 'Văn bản',
    procedure: 'Thủ tục',
  },
  text: 'Từ cần tìm',
  search: 'Tìm',
  entitlement: 'Xem mình được hưởng chế độ gì',
  feedback: 'Gửi câu hỏi cho tỉnh',
  articles: 'Đọc các bài viết mới',
}

export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    title: 'Search this portal',
    found: (count, text) => (count === '1' ? `1 result for “${text}”` : `${count} results for “${text}”`),
    someOf: (text) => `Nothing has every word of “${text}”. These have some of them.`,
    nothing: (text) => `Nothing was found for “${text}”.`,
    searched: 'Articles, announcements, legal documents and procedures were searched; tones do not matter.',
    ask: 'Type a few words; tones do not matter.',
    meant: 'Did you mean:',
    instead: 'You can also:',
    only: 'Search only',
    everything: 'Everything',
    kinds: {
      article: 'Articles',
      announcement: 'Announcements',
      legalDocument: 'Legal documents',
      procedure: 'Procedures',
    },
    text: 'Words to look for',
    search: 'Search',
    entitlement: 'See what you are entitled to',
    feedback: 'Ask the province a question',
    articles: 'Read the latest articles',
  },
}
