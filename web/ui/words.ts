import type { Catalogue } from './language.ts'

const vi = {
  optional: '(không bắt buộc)',
  errorCount: (count: number) => `Chưa gửi được: còn ${count === 1 ? 'một ô' : `${count} ô`} cần sửa`,
  kept: 'Những gì ông/bà đã viết vẫn còn nguyên.',
  pages: 'Các trang',
  previous: 'Trang trước',
  next: 'Trang sau',
  pageOf: (page: number, pageCount: number) => `Trang ${page} trong ${pageCount}`,
}

export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    optional: '(optional)',
    errorCount: (count) =>
      `Not sent yet: ${count === 1 ? 'one field needs' : `${count} fields need`} correction`,
    kept: 'Everything you wrote is still here.',
    pages: 'Pages',
    previous: 'Previous page',
    next: 'Next page',
    pageOf: (page, pageCount) => `Page ${page} of ${pageCount}`,
  },
}
