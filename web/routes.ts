import { index, type RouteConfig, route } from '@react-router/dev/routes'

/**
 * Every address of An Sinh. `en?` stands before each page: Vietnamese at `/…`, English at `/en/…`.
 * The citizens' pages wear the portal's frame and ship no JavaScript.
 */
export default [
  route('en?', 'portal/frame.tsx', [
    index('portal/home/page.tsx'),
    route('bai-viet', 'portal/articles/list.tsx'),
    route('bai-viet/:slug', 'portal/articles/page.tsx'),
    route('gop-y', 'portal/feedback/page.tsx'),
    route('gop-y/da-nhan', 'portal/feedback/received.tsx'),
    route('*', 'portal/not-found.tsx'),
  ]),
  route('kiem-tra/hinh.svg', 'portal/feedback/image.ts'),
  route('kiem-tra/bai-toan', 'portal/feedback/work.ts'),
] satisfies RouteConfig
