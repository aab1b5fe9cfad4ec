import type { Catalogue } from '#web/ui/index.ts'

const vi = {
  province: 'Ủy ban nhân dân tỉnh Nghệ\u00A0An',
  portal: 'Cổng An Sinh',
  skip: 'Đến nội dung chính',
  staff: 'Dành cho cán bộ',
  mainNav: 'Chính',
  home: 'Trang chủ',
  entitlement: 'Tôi được hưởng gì?',
  articles: 'Tin tức, bài viết',
  feedback: 'Góp ý',
  footName: 'Cổng An Sinh tỉnh Nghệ\u00A0An',
  footAddress: 'Số 3 đường Trường Thi, phường Trường Vinh, tỉnh Nghệ\u00A0An',
  childLine: 'Tổng đài quốc gia bảo vệ trẻ em: 111 (24/24, miễn phí)',
  onThisPortal: 'Trên cổng này',
  forStaff: 'Cán bộ',
  place: 'Vị trí',
}

export const words: Catalogue<typeof vi> = {
  vi,
  en: {
    province: 'People’s Committee of Nghệ\u00A0An province',
    portal: 'An Sinh portal',
    skip: 'Skip to main content',
    staff: 'Staff sign-in',
    mainNav: 'Main',
    home: 'Home',
    entitlement: 'What am I entitled to?',
    articles: 'News and articles',
    feedback: 'Feedback',
    footName: 'An Sinh, the social protection portal of Nghệ\u00A0An',
    footAddress: '3 Trường Thi street, Trường Vinh ward, Nghệ\u00A0An province',
    childLine: 'National child protection line: 111 (24 hours, free)',
    onThisPortal: 'On this portal',
    forStaff: 'Staff',
    place: 'You are here',
  },
}
