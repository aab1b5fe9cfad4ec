import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { getConnInfo } from '@hono/node-server/conninfo'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { RouterContextProvider } from 'react-router'
import { readEdition } from '#publishing'
import { requestContext, type Services, servicesContext } from './context.ts'
import { drawPages } from './edge/drawing.ts'
import { externalRequest, visitorAddress } from './edge/external-request.ts'
import { pageCache, sharedPage } from './edge/page-cache.ts'
import { hearOutRefused, keepStaffAnswersPrivate, refuseNul, refuseOtherOrigins } from './edge/refusals.ts'
import {
  contentSecurityPolicy,
  makeNonce,
  plainPagePolicy,
  setSecurityHeaders,
} from './edge/security-headers.ts'
import { pathIn } from './ui/index.ts'

type Env = { Variables: { nonce: string; requestId: string } }

/**
 * As many scans as are sent at once; a form without a file is text, which costs more to take apart than files do. A
 * citizen's form is text, and feedback may bring a picture from a telephone.
 */
const bodyBytesMax = {
  ...{ staff: 50 * 1024 * 1024, staffText: 6 * 1024 * 1024 },
  ...{ feedback: 16 * 1024 * 1024, portal: 256 * 1024 },
}

/** The web of An Sinh over what the machine gives: one Hono app, in which React Router draws the pages. */
export function createApp(services: Services): Hono<Env> {
  const app = new Hono<Env>()
  app.use(secure(services.config.trustProxy))
  if (import.meta.env.PROD) serveFiles(app)
  app.use(keepStaffAnswersPrivate(), hearOutRefused(), limitBodies(), refuseNul(), refuseOtherOrigins())
  if (import.meta.env.PROD) {
    app.use(compress())
    app.use(
      pageCache({
        seconds: 30,
        edition: () => readEdition(services.database.query),
        questions: { isKept: (asked) => /^(\/en)?\/tim\?q=[^&]*(&loai=\w*)?$/.test(asked), max: 300 },
      }),
    )
  }
  const draw = drawPages(() => import('virtual:react-router/server-build'), import.meta.env.MODE)
  app.notFound((c) => c.text('Cách gọi này không dùng được ở đây.', 405, { allow: 'GET, HEAD, POST' }))
  app.onError((error, c) => {
    services.log.error({ request: c.get('requestId'), error: error.stack }, 'request failed')
    return c.text('Máy chủ gặp trục trặc và đã ghi lại để sửa. Xin thử lại sau ít phút.', 500)
  })
  app.on(['GET', 'POST'], '*', (c) =>
    draw(externalRequest(c.req.raw, services.config.trustProxy), contextOf(c, services)),
  )
  return app
}

/** Refuses what is too large before anything reads it. */
function limitBodies(): MiddlewareHandler<Env> {
  const staff = bodyLimit({
    maxSize: bodyBytesMax.staff,
    onError: (c) => c.text('Tệp quá lớn: nhiều nhất 50 MB. Xin chia tệp làm nhiều phần rồi nhập lại.', 413),
  })
  const staffText = bodyLimit({
    maxSize: bodyBytesMax.staffText,
    onError: (c) =>
      c.text('Nội dung quá dài: nhiều nhất 6 MB chữ. Xin quay lại và chia làm nhiều phần.', 413),
  })
  const portal = bodyLimit({
    maxSize: bodyBytesMax.portal,
    onError: (c) => c.text('Nội dung gửi lên quá dài. Xin quay lại và viết gọn hơn.', 413),
  })
  const feedback = bodyLimit({
    maxSize: bodyBytesMax.feedback,
    onError: (c) =>
      c.text('Hình quá lớn: nhiều nhất 8 MB. Xin quay lại trang trước, chọn hình nhỏ hơn rồi gửi lại.', 413),
  })
  return (c, next) => {
    const path = pathIn('vi', c.req.path)
    // A list is measured as it comes by who takes it in, so that its page can say what to do.
    if (/^\/can-bo\/danh-sach(\.data)?$/.test(path)) return next()
    const isText = c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')
    if (path.startsWith('/can-bo')) return (isText ? staffText : staff)(c, next)
    return (/^\/(gop-y|bai-viet\/[^/]+)$/.test(path) ? feedback : portal)(c, next)
  }
}

/** Every answer's headers. A page that everybody shares has no nonce: it would be the same for all. */
function secure(trustProxy: boolean) {
  const development = import.meta.env.DEV
  return async (c: Context<Env>, next: () => Promise<void>) => {
    c.set('nonce', makeNonce())
    c.set('requestId', randomUUID())
    await next()
    const { headers } = c.res
    const overTls = trustProxy && c.req.header('x-forwarded-proto') === 'https'
    setSecurityHeaders(headers, { requestId: c.get('requestId'), overTls })
    if (!headers.get('content-type')?.startsWith('text/html')) return
    const marked = headers.get('cache-control') === sharedPage
    const shared = marked && c.res.status === 200 && c.req.method !== 'POST'
    headers.set(
      'content-security-policy',
      shared ? plainPagePolicy(development) : contentSecurityPolicy(c.get('nonce'), development),
    )
    // Whatever says nothing, and every error: for this visitor, this time.
    if (!shared && (marked || !headers.has('cache-control')))
      headers.set('cache-control', 'private, no-store')
  }
}

/** Built files: their names change with their content, so browsers keep them for good. */
function serveFiles(app: Hono<Env>): void {
  const root = fileURLToPath(new URL('../client', import.meta.url))
  app.use('/assets/*', compress(), async (c, next) => {
    await next()
    if (c.res.ok) c.res.headers.set('cache-control', 'public, max-age=31536000, immutable')
  })
  app.use('/assets/*', serveStatic({ root }))
  for (const path of ['/sen.svg', '/cong-an-sinh.png']) app.use(path, serveStatic({ root }))
}

function contextOf(c: Context<Env>, services: Services): RouterContextProvider {
  const context = new RouterContextProvider()
  const { headers } = c.req.raw
  let officer: ReturnType<Services['sessions']['findOfficer']> | undefined
  context.set(servicesContext, services)
  context.set(requestContext, {
    id: c.get('requestId'),
    address: visitorAddress(headers, {
      socketAddress: getConnInfo(c).remote.address ?? '',
      trustProxy: services.config.trustProxy,
    }),
    nonce: c.get('nonce'),
    findOfficer: () => (officer ??= services.sessions.findOfficer(headers)),
  })
  return context
}
