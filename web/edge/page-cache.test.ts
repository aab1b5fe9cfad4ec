import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { pageCache, sharedPage } from './page-cache.ts'

/** A site whose pages count how often they were drawn, and a clock that moves when told. */
function site(options: { pagesMax?: number } = {}) {
  const state = { drawn: 0, elapsedMs: 0 }
  const app = new Hono()
  app.use(pageCache({ seconds: 30, elapsed: () => state.elapsedMs, ...options }))
  const html = (cacheControl: string, more: HeadersInit = {}) => {
    state.drawn += 1
    return new Response(`<p>${state.drawn}</p>`, {
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': cacheControl, ...more },
    })
  }
  app.get('/mine', () => html('private, no-store'))
  app.get('/cookie', () => html(sharedPage, { 'set-cookie': 'a=1' }))
  app.get('/missing', () => new Response('', { status: 404, headers: { 'cache-control': sharedPage } }))
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

  it('draws once for many who ask at the same time', async () => {
    const { read } = site()
    const pages = await Promise.all(Array.from({ length: 20 }, () => read('/slow')))
    expect(new Set(pages)).toEqual(new Set(['<p>1</p>']))
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

  it('holds a bounded number of pages and lets the oldest go', async () => {
    const { read } = site({ pagesMax: 2 })
    await read('/a')
    await read('/b')
    await read('/c')
    expect(await read('/c')).toBe('<p>3</p>')
    expect(await read('/a')).toBe('<p>4</p>')
  })
})
