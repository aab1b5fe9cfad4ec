import type { Catalogue } from './ui/index.ts'

const vi = {
  portal: 'Cổng An Sinh tỉnh Nghệ\u00A0An',
  notFound: 'Không có trang này',
  notFoundWhy: 'Địa chỉ có thể đã gõ nhầm, hoặc trang đã được dời đi. Xin về trang chủ để tìm lại.',
  goHome: 'Về trang chủ',
  failed: 'Trang này chưa mở được',
  failedWhy:
    'Máy chủ của cổng gặp trục trặc và đã ghi lại để sửa. Xin thử lại sau ít phút; những gì đã gửi trước đó không bị mất.',
  tryAgain: 'Thử lại',
}

export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    portal: 'An Sinh, Nghệ\u00A0An province',
    notFound: 'There is no such page',
    notFoundWhy: 'The address may be mistyped, or the page has moved. Please start again from the home page.',
    goHome: 'Go to the home page',
    failed: 'This page could not be opened',
    failedWhy:
      'Something went wrong on our side and has been recorded. Please try again in a few minutes; nothing you sent before is lost.',
    tryAgain: 'Try again',
  },
}
