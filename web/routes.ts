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
    route('toi-duoc-huong-gi', 'portal/entitlement/page.tsx'),
    route('*', 'portal/not-found.tsx'),
  ]),
  route('kiem-tra/hinh.svg', 'portal/feedback/image.ts'),
  route('kiem-tra/bai-toan', 'portal/feedback/work.ts'),
  route('en?/can-bo/dang-nhap', 'staff/sign-in/page.tsx'),
  route('en?/can-bo/dang-xuat', 'staff/sign-in/sign-out.ts'),
  route('en?/can-bo', 'staff/frame.tsx', [
    index('staff/today/page.tsx'),
    route('nguoi', 'staff/people/list.tsx'),
    route('nguoi/:personId', 'staff/people/page.tsx'),
    route('trung', 'staff/duplicates/list.tsx'),
    route('trung/ho-so/:personId', 'staff/duplicates/records.tsx'),
    route('trung/:pairId', 'staff/duplicates/page.tsx'),
    route('danh-sach', 'staff/lists/page.tsx'),
    route('danh-sach/xem/:fileId', 'staff/lists/preview.tsx'),
    route('danh-sach/:jobId', 'staff/lists/one.tsx'),
  ]),
  route('en?/can-bo/tim', 'staff/search/ask.ts'),
  route('can-bo/tim/goi-y', 'staff/search/suggest.ts'),
  route('can-bo/nguoi.xlsx', 'staff/people/export.ts'),
  route('can-bo/nguoi.csv', 'staff/people/export.ts', { id: 'nguoi.csv' }),
  route('can-bo/hom-nay.xlsx', 'staff/today/export.ts'),
  route('can-bo/hom-nay.csv', 'staff/today/export.ts', { id: 'hom-nay.csv' }),
  route('can-bo/danh-sach-mau.xlsx', 'staff/lists/template.ts'),
  route('can-bo/danh-sach-can-sua/:fileId', 'staff/lists/error-file.ts'),
  route('can-bo/viec/:jobId/tien-do', 'staff/jobs/events.ts'),
] satisfies RouteConfig
