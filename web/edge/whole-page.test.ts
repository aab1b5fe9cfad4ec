import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { wholePage } from './whole-page.ts'

const html = '<!DOCTYPE html><p>Trợ cấp xã hội</p>'

function answer(accepted?: string): Response {
  const request = new Request('http://an-sinh.test/', {
    headers: accepted === undefined ? {} : { 'accept-encoding': accepted },
  })
  return wholePage(html, request, {
    status: 404,
    headers: new Headers({ 'content-type': 'text/html; charset=utf-8', vary: 'cookie' }),
  })
}

describe('a page sent in one piece', () => {
  it('is small for whoever can read it so', async () => {
    for (const accepted of ['gzip', 'br, GZIP;q=0.5', 'deflate, gzip;q=1.0, *;q=0.5']) {
      const page = answer(accepted)
      expect(page.headers.get('content-encoding'), accepted).toBe('gzip')
      expect(gunzipSync(Buffer.from(await page.arrayBuffer())).toString()).toBe(html)
    }
  })

  it('is plain for everybody else', async () => {
    for (const accepted of [undefined, '', 'br', 'identity', 'gzip;q=0', 'gzip; q=0.0, br']) {
      const page = answer(accepted)
      expect(page.headers.has('content-encoding'), accepted).toBe(false)
      expect(await page.text()).toBe(html)
    }
  })

  it('keeps its status and headers, and says that it differs by what can be read', () => {
    const { status, headers } = answer('gzip')
    expect([status, headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    expect(headers.get('vary')).toBe('cookie, accept-encoding')
  })
})
