import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'

const compress = promisify(gzip)

/** A page as it went out, ready to go out again. */
interface KeptPage {
  plain: Uint8Array<ArrayBuffer>
  gzipped: Uint8Array<ArrayBuffer>
  /** Milliseconds of the process's own clock. */
  until: number
}

export interface PageCacheOptions {
  seconds: number
  /** Pages kept at most; the oldest goes first. */
  pagesMax?: number
  /** Milliseconds that only go forward. */
  elapsed?: () => number
}

/** The answer's mark that it is the same for everybody; only such pages are kept. */
export const sharedPage = 'public, max-age=30'

/** Cookies that change nothing about a page. */
const harmlessCookies = new Set(['kiem-tra'])

/**
 * Keeps whole public pages for some seconds, so that a thousand readers cost one rendering. Kept are answers to GET
 * without a query, 200, HTML, marked `public`, without a cookie of their own; and nobody who brings a session's
 * cookie is served from here or fills it. Many asking for the same new page wait for one rendering.
 */
export function pageCache({
  seconds,
  pagesMax = 500,
  elapsed = () => performance.now(),
}: PageCacheOptions): MiddlewareHandler {
  const pages = new Map<string, KeptPage>()
  const underWay = new Map<string, Promise<KeptPage | undefined>>()
  return async (c, next) => {
    const { method, url, headers } = c.req.raw
    if (method !== 'GET' || url.includes('?') || !isAnonymous(headers)) return next()
    const key = c.req.path
    const kept = pages.get(key)
    let fresh = kept && kept.until > elapsed() ? kept : undefined
    // Without anybody to wait for there must be no pause here: whoever asks next has to find us at work.
    const waiting = fresh ? undefined : underWay.get(key)
    if (waiting !== undefined) fresh = await waiting
    if (fresh) {
      c.res = answerWith(fresh, headers)
      return
    }
    let settle: (page: KeptPage | undefined) => void = () => {}
    underWay.set(key, new Promise((resolve) => (settle = resolve)))
    let page: KeptPage | undefined
    try {
      await next()
      page = await keep(c.res, elapsed() + seconds * 1000)
      if (!page) return
      pages.delete(key)
      pages.set(key, page)
      const oldest = pages.keys().next()
      if (pages.size > pagesMax && !oldest.done) pages.delete(oldest.value)
      c.res = undefined
      c.res = answerWith(page, headers)
    } finally {
      underWay.delete(key)
      settle(page)
    }
  }
}

function isAnonymous(headers: Headers): boolean {
  if (headers.has('authorization')) return false
  const cookies = headers.get('cookie')
  return (
    !cookies || cookies.split(';').every((cookie) => harmlessCookies.has(cookie.split('=')[0]?.trim() ?? ''))
  )
}

async function keep(response: Response, until: number): Promise<KeptPage | undefined> {
  const { headers } = response
  const shared = headers.get('cache-control')?.startsWith('public') && !headers.has('set-cookie')
  if (response.status !== 200 || !shared || !headers.get('content-type')?.startsWith('text/html')) return
  const plain = new Uint8Array(await response.clone().arrayBuffer())
  return { plain, gzipped: new Uint8Array(await compress(plain, { level: 9 })), until }
}

function answerWith(page: KeptPage, asked: Headers): Response {
  const small = asked.get('accept-encoding')?.includes('gzip')
  const body = small ? page.gzipped : page.plain
  return new Response(body, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': sharedPage,
      'content-length': String(body.byteLength),
      vary: 'accept-encoding, cookie',
      ...(small ? { 'content-encoding': 'gzip' } : {}),
    },
  })
}
