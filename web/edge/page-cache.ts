import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { now } from '#platform/clock'

const compress = promisify(gzip)
const expand = promisify(gunzip)

/** A page as it went out, ready to go out again. */
interface KeptPage {
  plain: Uint8Array<ArrayBuffer>
  gzipped: Uint8Array<ArrayBuffer>
  type: string
  /** Weak, because the bytes differ by compression: the same words have the same tag, also after a restart. */
  tag: string
  /** Since when the address has answered with these words, as far as this process knows. */
  since: Date
  /** Milliseconds of the process's own clock. */
  until: number
}

export interface PageCacheOptions {
  seconds: number
  /** Pages kept at most; the oldest goes first. */
  pagesMax?: number
  /** Addresses with a query that many ask alike, as they are written; kept apart, so that questions push out no page. */
  questions?: { isKept: (pathAndQuery: string) => boolean; max: number }
  /**
   * A number that grows with everything that readers see; asked once a second at most, and when it grew, nothing that
   * was kept before goes out again.
   */
  edition?: () => Promise<number>
  /** Milliseconds that only go forward. */
  elapsed?: () => number
  /** The time of day that an answer is said to have changed at. */
  clock?: () => Date
}

/** The answer's mark that it is the same for everybody; only such pages are kept. */
export const sharedPage = 'public, max-age=30'

/** What is kept: pages, feeds, the map of the site. */
const keptTypes = /^(text\/html|text\/plain|application\/(xml|rss\+xml|atom\+xml))\b/

/** Cookies that change nothing about a page. */
const harmlessCookies = new Set(['kiem-tra'])

/**
 * Keeps whole public pages for some seconds, so that a thousand readers cost one rendering. Kept are answers to GET
 * of a plain address without a query, or with one that is said to be kept, 200, pages and feeds, marked `public`, without a cookie of their own; and nobody who brings a
 * session's cookie is served from here or fills it. Many asking for the same new page wait for one rendering. Whoever
 * has a page already and asks whether it changed is told so in a few bytes. With a new edition all of it is forgotten:
 * what was taken back goes out for a second at most.
 */
export function pageCache({
  seconds,
  pagesMax = 500,
  questions,
  edition,
  elapsed = () => performance.now(),
  clock = now,
}: PageCacheOptions): MiddlewareHandler {
  const plainPages = new Map<string, KeptPage>()
  const answers = new Map<string, KeptPage>()
  const underWay = new Map<string, Promise<KeptPage | undefined>>()
  let forgotten = 0
  const forgetOld = onNewEdition({ edition, elapsed }, () => {
    forgotten += 1
    for (const each of [plainPages, answers, underWay]) each.clear()
  })
  return async (c, next) => {
    const { method, url, headers } = c.req.raw
    if (method !== 'GET' || !isAnonymous(headers)) return next()
    const key = url.slice(url.indexOf('/', url.indexOf('://') + 3))
    const [path = '', query] = key.split('?', 2)
    // An address spelled with `%` is another to its page, which names itself by it, and the same to whoever asks.
    if (path.includes('%') || (query !== undefined && !questions?.isKept(key))) return next()
    const asking = forgetOld()
    if (asking !== undefined) await asking
    const [pages, most] = query === undefined ? [plainPages, pagesMax] : [answers, questions?.max ?? 0]
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
    const mine = new Promise<KeptPage | undefined>((resolve) => (settle = resolve))
    underWay.set(key, mine)
    let page: KeptPage | undefined
    const drawnAfter = forgotten
    try {
      await next()
      page = await keep(c.res, { until: elapsed() + seconds * 1000, before: kept, at: clock() })
      if (!page) return
      if (drawnAfter === forgotten) put(pages, key, page, most)
      c.res = undefined
      c.res = answerWith(page, headers)
    } finally {
      if (underWay.get(key) === mine) underWay.delete(key)
      settle(page)
    }
  }
}

function put(pages: Map<string, KeptPage>, key: string, page: KeptPage, most: number): void {
  pages.delete(key)
  pages.set(key, page)
  const oldest = pages.keys().next()
  if (pages.size > most && !oldest.done) pages.delete(oldest.value)
}

/** Calls `forget` when the edition grew; asks when it last did a second ago, and those who come meanwhile wait for it. */
function onNewEdition(
  { edition, elapsed }: { edition: (() => Promise<number>) | undefined; elapsed: () => number },
  forget: () => void,
): () => Promise<void> | undefined {
  let known: number | undefined
  let askAgainAt = 0
  let asking: Promise<void> | undefined
  const ask = async (read: () => Promise<number>) => {
    try {
      const now = await read()
      if (known !== undefined && now !== known) forget()
      known = now
      askAgainAt = elapsed() + 1_000
    } catch {
      // Without a database what is kept is all there is; whoever asks for more is told of the failure.
      askAgainAt = elapsed() + 1_000
    } finally {
      asking = undefined
    }
  }
  return () => {
    if (edition && !asking && elapsed() >= askAgainAt) asking = ask(edition)
    return asking
  }
}

function isAnonymous(headers: Headers): boolean {
  if (headers.has('authorization')) return false
  const cookies = headers.get('cookie')
  return (
    !cookies || cookies.split(';').every((cookie) => harmlessCookies.has(cookie.split('=')[0]?.trim() ?? ''))
  )
}

async function keep(
  response: Response,
  { until, before, at }: { until: number; before: KeptPage | undefined; at: Date },
): Promise<KeptPage | undefined> {
  const { headers } = response
  const type = headers.get('content-type') ?? ''
  const shared = headers.get('cache-control')?.startsWith('public') && !headers.has('set-cookie')
  if (response.status !== 200 || !shared || !keptTypes.test(type)) return
  const sent = new Uint8Array(await response.clone().arrayBuffer())
  const plain = headers.get('content-encoding') === 'gzip' ? new Uint8Array(await expand(sent)) : sent
  const tag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  if (before?.tag === tag) return { ...before, until }
  return { plain, gzipped: new Uint8Array(await compress(plain, { level: 9 })), type, tag, since: at, until }
}

function answerWith(page: KeptPage, asked: Headers): Response {
  const headers = {
    'cache-control': sharedPage,
    etag: page.tag,
    'last-modified': page.since.toUTCString(),
    vary: 'accept-encoding, cookie',
  }
  if (hasAlready(page, asked)) return new Response(null, { status: 304, headers })
  const small = asked.get('accept-encoding')?.includes('gzip')
  const body = small ? page.gzipped : page.plain
  return new Response(body, {
    headers: {
      ...headers,
      'content-type': page.type,
      'content-length': String(body.byteLength),
      ...(small ? { 'content-encoding': 'gzip' } : {}),
    },
  })
}

/** RFC 9110, 13.1: the tag decides where one is sent; the time counts only without. */
function hasAlready({ tag, since }: KeptPage, asked: Headers): boolean {
  const tags = asked.get('if-none-match')
  if (tags !== null) return tags.split(',').some((each) => [tag, tag.slice(2), '*'].includes(each.trim()))
  const known = Date.parse(asked.get('if-modified-since') ?? '')
  return known >= Math.floor(since.getTime() / 1000) * 1000
}
