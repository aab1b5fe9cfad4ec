import type { Catalogue } from './language.ts'

const vi = {
  optional: '(không bắt buộc)',
  errorCount: (count: number) => `Chưa gửi được: còn ${count === 1 ? 'một ô' : `${count} ô`} cần sửa`,
  kept: 'Những gì ông/bà đã viết vẫn còn nguyên.',
  dayPattern: 'ngày/tháng/năm',
  dayNeeded: 'Xin ghi ngày, như 23/11/2026.',
  notADay: (text: string) => `“${text}” không phải một ngày. Viết ngày trước tháng, như 23/11/2026.`,
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
    dayPattern: 'day/month/year',
    dayNeeded: 'Please give a day, like 23/11/2026.',
    notADay: (text) => `“${text}” is not a day. Write the day before the month, like 23/11/2026.`,
    pages: 'Pages',
    previous: 'Previous page',
    next: 'Next page',
    pageOf: (page, pageCount) => `Page ${page} of ${pageCount}`,
  },
}
