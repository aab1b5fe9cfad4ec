import type { Catalogue } from '#web/ui/index.ts'

const vi = {
  title: 'Tìm trên cổng',
  found: (count: string, text: string) => `${count} kết quả cho “${text}”`,
  someOf: (text: string) => `Không bài nào có đủ mọi từ của “${text}”. Đây là những bài có một số từ đó.`,
  nothing: (text: string) => `Không tìm thấy gì cho “${text}”.`,
  searched:
    'Đã tìm trong bài viết, thông báo, văn bản, thủ tục, câu trả lời đã công khai và tên các trang; gõ có dấu hay không dấu đều được.',
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
  pages: 'Trang trên cổng',
  answers: 'Câu hỏi đã được trả lời',
  allAnswers: 'Tất cả câu trả lời',
  nothingInTexts: (text: string) => `Không bài viết, văn bản hay thủ tục nào có “${text}”.`,
  /** By what else people look for a page: words that its name does not have. */
  also: {
    '/toi-duoc-huong-gi':
      'BHYT thẻ bảo hiểm y tế, tiền tuất, người già cao tuổi 60 75 80 tuổi, mồ côi, đơn thân, hộ nghèo cận nghèo, HIV, tiền điện, Tết',
    '/gop-y':
      'gửi câu hỏi, hỏi đáp, phản ánh, kiến nghị, khiếu nại, tố cáo, báo chi sai, chi thiếu, chi chậm',
    '/gop-y/tra-cuu': 'mã biên nhận, xem trả lời',
    '/gop-y/tra-loi': 'hỏi đáp, trả lời, điểm hài lòng',
    '/minh-bach': 'số liệu, đúng đối tượng, đủ chế độ, kịp thời, công khai chi trả',
    '/du-lieu-mo': 'CSV, JSON, tải số liệu',
    '/van-ban': 'luật, nghị định, thông tư, quyết định',
    '/quyen-rieng-tu': 'dữ liệu cá nhân, bảo mật, cookie',
    '/gioi-thieu': 'xã, phường, sở, cơ quan',
  },
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
    searched:
      'Articles, announcements, legal documents, procedures, published answers and names of pages were searched; tones do not matter.',
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
    pages: 'Pages of this portal',
    answers: 'Questions answered',
    allAnswers: 'All answers',
    nothingInTexts: (text) => `No article, document or procedure has “${text}”.`,
    also: {
      '/toi-duoc-huong-gi':
        'health insurance card, survivor, elderly, orphan, single parent, poor household, electricity',
      '/gop-y': 'ask a question, complaint, denunciation, report',
      '/gop-y/tra-cuu': 'receipt code, my message',
      '/gop-y/tra-loi': 'questions and answers, satisfaction',
      '/minh-bach': 'figures, right person, full amount, on time, payments',
      '/du-lieu-mo': 'CSV, JSON, download figures',
      '/van-ban': 'law, decree, circular, decision',
      '/quyen-rieng-tu': 'personal data, security, cookie',
      '/gioi-thieu': 'communes, wards, departments, agencies',
    },
    entitlement: 'See what you are entitled to',
    feedback: 'Ask the province a question',
    articles: 'Read the latest articles',
  },
}
