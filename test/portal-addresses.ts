import type { RouteConfigEntry } from '@react-router/dev/routes'
import routes from '#web/routes.ts'

/** The notice's article, which every portal has. */
export const noticePath = '/bai-viet/thong-bao-440-dung-doi-tuong-du-che-do-kip-thoi'

/**
 * Addresses of every page of the portal, by its route: each is walked by the browser tests in both languages, and a
 * route without one fails `web/portal/portal.test.ts`. What stands here is there on every portal from the first day.
 */
export const portalAddresses: Readonly<Record<string, readonly string[]>> = {
  '': ['/'],
  'bai-viet': ['/bai-viet', '/bai-viet?tu-khoa=Vi%E1%BB%87c%20l%C3%A0m'],
  'bai-viet/:slug': [noticePath, '/bai-viet/thu-tuc-tro-cap-xa-hoi-hang-thang'],
  // Nothing is followed on the first day: web/portal/progress/progress.test.ts walks it.
  'bai-viet/:slug/tien-do': [],
  'thong-bao': ['/thong-bao'],
  'van-ban': ['/van-ban'],
  'thu-tuc': ['/thu-tuc'],
  'minh-bach': ['/minh-bach'],
  'minh-bach/nhat-ky': ['/minh-bach/nhat-ky'],
  'du-lieu-mo': ['/du-lieu-mo'],
  'gioi-thieu': ['/gioi-thieu'],
  'gioi-thieu/:section': [
    '/gioi-thieu/to-chuc-bo-may',
    '/gioi-thieu/ban-do-hanh-chinh',
    '/gioi-thieu/lich-su',
  ],
  tim: ['/tim?q=tro+cap', '/tim?q=khongcogi'],
  'nguon-tin': ['/nguon-tin'],
  'gop-y': ['/gop-y'],
  'gop-y/da-nhan': ['/gop-y/da-nhan'],
  'gop-y/tra-cuu': ['/gop-y/tra-cuu'],
  'gop-y/tra-loi': ['/gop-y/tra-loi', '/gop-y/tra-loi?q=khongcogi'],
  // None is there on the first day: web/portal/feedback/answers.test.ts and feedback.spec.ts walk them.
  'gop-y/tra-loi/:id': [],
  'toi-duoc-huong-gi': ['/toi-duoc-huong-gi'],
  'quyen-rieng-tu': ['/quyen-rieng-tu'],
  '*': ['/khong-co-trang-nay'],
}

/** The paths of all routes within the portal's frame. */
export function portalRoutes(): string[] {
  const frame = (routes as RouteConfigEntry[]).find(({ file }) => file === 'portal/frame.tsx')
  return (frame?.children ?? []).map(({ path }) => path ?? '')
}

/** The same page in English. */
export function inEnglish(path: string): string {
  return path === '/' ? '/en' : `/en${path}`
}
