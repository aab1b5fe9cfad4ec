import { gunzipSync, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { type PageCacheOptions, pageCache, sharedPage } from './page-cache.ts'

/** A site whose pages count how often they were drawn, and a clock that moves when told. */
function site(options: Partial<PageCacheOptions> = {}) {
  const state = { drawn: 0, elapsedMs: 0, words: '' }
  const app = new Hono()
  const clock = () => new Date(Date.UTC(2026, 10, 23, 7, 0, 0, 500) + state.elapsedMs)
  app.use(pageCache({ seconds: 30, elapsed: () => state.elapsedMs, clock, ...options }))
  const html = (cacheControl: string, more: HeadersInit = {}) => {
    state.drawn += 1
    return new Response(`<p>${state.drawn}</p>`, {
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': cacheControl, ...more },
    })
  }
  /** An answer that stays the same until its words change. */
  const steady = (type = 'text/html; charset=utf-8') =>
    new Response(`<p>${state.words}</p>`, { headers: { 'content-type': type, 'cache-control': sharedPage } })
  app.get('/mine', () => html('private, no-store'))
  app.get('/cookie', () => html(sharedPage, { 'set-cookie': 'a=1' }))
  app.get('/missing', () => new Response('', { status: 404, headers: { 'cache-control': sharedPage } }))
  app.get('/steady', () => {
    state.drawn += 1
    return steady()
  })
  app.get('/small', () => {
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': sharedPage }
    return new Response(gzipSync('<p>Nhỏ</p>'), { headers: { ...headers, 'content-encoding': 'gzip' } })
  })
  app.get('/feed', () => steady('application/atom+xml; charset=utf-8'))
  app.get('/slow', async () => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    return html(sharedPage)
  })
  app.all('*', () => html(sharedPage))
  const read = async (path: string, init?: RequestInit) => (await app.request(path, init)).text()
  return { state, app, read }
}

describe('the cache of public pages', () => {
  it('draws a page once in thirty seconds', async () => {
    const { state, read } = site()
    expect(await read('/')).toBe('<p>1</p>')
    state.elapsedMs = 29_999
    expect(await read('/')).toBe('<p>1</p>')
    state.elapsedMs = 30_001
    expect(await read('/')).toBe('<p>2</p>')
  })

  it('sends it compressed to those who can read it so', async () => {
    const { app, read } = site()
    await read('/')
    const answer = await app.request('/', { headers: { 'accept-encoding': 'gzip' } })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect(gunzipSync(Buffer.from(await answer.arrayBuffer())).toString()).toBe('<p>1</p>')
    expect(await read('/')).toBe('<p>1</p>')
  })

  it('keeps a page that was drawn compressed for those who cannot read it so, too', async () => {
    const { app, read } = site()
    await read('/small')
    expect(await read('/small')).toBe('<p>Nhỏ</p>')
    const answer = await app.request('/small', { headers: { 'accept-encoding': 'gzip' } })
    expect(gunzipSync(Buffer.from(await answer.arrayBuffer())).toString()).toBe('<p>Nhỏ</p>')
  })

  it('draws once for many who ask at the same time', async () => {
    const { read } = site()
    const pages = await Promise.all(Array.from({ length: 20 }, () => read('/slow')))
    expect(new Set(pages)).toEqual(new Set(['<p>1</p>']))
  })

  it('is emptied within a second of a new edition, which it asks for once a second, and outlives a failing answer', async () => {
    const asked = { number: 1, times: 0, fails: false }
    const edition = async () => {
      asked.times += 1
      if (asked.fails) throw new Error('no database')
      return asked.number
    }
    const { state, read } = site({ edition })
    expect([await read('/'), await read('/'), asked.times]).toEqual(['<p>1</p>', '<p>1</p>', 1])
    asked.number = 2
    state.elapsedMs = 999
    expect(await read('/')).toBe('<p>1</p>')
    state.elapsedMs = 1_001
    expect(await Promise.all([read('/'), read('/'), read('/')])).toEqual(['<p>2</p>', '<p>2</p>', '<p>2</p>'])
    asked.fails = true
    state.elapsedMs = 3_000
    expect([await read('/'), await read('/'), asked.times]).toEqual(['<p>2</p>', '<p>2</p>', 3])
  })

  it('keeps no page that was begun before a new edition and finished after it', async () => {
    let number = 1
    const { state, read } = site({ edition: async () => number })
    await read('/')
    const begun = read('/slow')
    await Promise.resolve()
    number = 2
    state.elapsedMs = 1_001
    expect(await read('/')).toBe('<p>2</p>')
    expect(await begun).toBe('<p>3</p>')
    expect(await read('/slow')).toBe('<p>4</p>')
  })

  it('keeps each address apart', async () => {
    const { read } = site()
    expect(await read('/')).toBe('<p>1</p>')
    expect(await read('/en')).toBe('<p>2</p>')
  })

  it('neither serves nor keeps for somebody with a session', async () => {
    const { read } = site()
    const officer = { headers: { cookie: 'an-sinh.session_token=x' } }
    expect(await read('/', officer)).toBe('<p>1</p>')
    expect(await read('/')).toBe('<p>2</p>')
    expect(await read('/', officer)).toBe('<p>3</p>')
    expect(await read('/')).toBe('<p>2</p>')
  })

  it('serves a visitor whose only cookie names their check code', async () => {
    const { read } = site()
    expect(await read('/')).toBe('<p>1</p>')
    expect(await read('/', { headers: { cookie: 'kiem-tra=abc' } })).toBe('<p>1</p>')
  })

  it('keeps no page under an address that was spelled in another way', async () => {
    const { read } = site()
    expect(await read('/bai-viet/%61')).toBe('<p>1</p>')
    expect(await read('/bai-viet/a')).toBe('<p>2</p>')
    expect(await read('/bai-viet/%61')).toBe('<p>3</p>')
  })

  it('keeps nothing with a query, nothing posted, nothing private, nothing that sets a cookie, no error', async () => {
    const { state, read } = site()
    for (const path of ['/?q=1', '/mine', '/cookie']) {
      const before = state.drawn
      await read(path)
      await read(path)
      expect(state.drawn - before).toBe(2)
    }
    const before = state.drawn
    await read('/', { method: 'POST' })
    await read('/', { method: 'POST' })
    expect(state.drawn - before).toBe(2)
    expect(await read('/missing')).toBe('')
  })

  it('keeps the answers to questions of a kind, apart from the pages and from each other', async () => {
    const isKept = (asked: string) => /^\/tim\?q=[^&]*$/.test(asked)
    const { read } = site({ pagesMax: 1, questions: { isKept, max: 2 } })
    expect(await read('/')).toBe('<p>1</p>')
    for (const [path, page] of [
      ['/tim?q=a%20b', 2],
      ['/tim?q=c', 3],
      ['/tim?q=a%20b', 2],
      ['/tim?q=d', 4],
      ['/tim?q=c', 3],
      ['/tim?q=a%20b', 5],
      ['/tim?q=c&trang=2', 6],
      ['/tim?q=c&trang=2', 7],
      ['/%74im?q=c', 8],
      ['/', 1],
    ] as const)
      expect(await read(path), path).toBe(`<p>${page}</p>`)
  })

  it('holds a bounded number of pages and lets the oldest go', async () => {
    const { read } = site({ pagesMax: 2 })
    await read('/a')
    await read('/b')
    await read('/c')
    expect(await read('/c')).toBe('<p>3</p>')
    expect(await read('/a')).toBe('<p>4</p>')
  })

  it('tells who has the page already that it is the same, also after it was drawn anew', async () => {
    const { state, app } = site()
    const first = await app.request('/steady')
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\/"[\w-]{22}"$/)
    state.elapsedMs = 31_000
    const again = await app.request('/steady', { headers: { 'if-none-match': `"other", ${tag}` } })
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, tag, ''])
    expect(state.drawn).toBe(2)
    state.words = 'corrected'
    state.elapsedMs = 62_000
    const corrected = await app.request('/steady', { headers: { 'if-none-match': tag } })
    expect([corrected.status, await corrected.text()]).toEqual([200, '<p>corrected</p>'])
  })

  it('says since when an address answers so, and goes by it where no tag is sent', async () => {
    const { state, app } = site()
    const since = 'Mon, 23 Nov 2026 07:00:00 GMT'
    const ask = (headers: HeadersInit) => app.request('/steady', { headers })
    expect((await ask({})).headers.get('last-modified')).toBe(since)
    state.elapsedMs = 40_000
    expect((await ask({})).headers.get('last-modified')).toBe(since)
    expect((await ask({ 'if-modified-since': since })).status).toBe(304)
    expect((await ask({ 'if-modified-since': 'Mon, 23 Nov 2026 06:59:59 GMT' })).status).toBe(200)
    expect((await ask({ 'if-modified-since': 'yesterday' })).status).toBe(200)
    expect((await ask({ 'if-modified-since': since, 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('keeps feeds as it keeps pages, each with its own type', async () => {
    const { app } = site()
    const kept = [await app.request('/feed'), await app.request('/feed')]
    for (const { headers } of kept)
      expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(kept[1]?.headers.get('etag')).toBe(kept[0]?.headers.get('etag'))
  })
})
