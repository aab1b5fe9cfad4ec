import { describe, expect, it } from 'vitest'
import { externalRequest, visitorAddress } from './external-request.ts'

const behindTls = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '198.51.100.9, 203.0.113.7' }

describe('a request behind a TLS proxy', () => {
  it('is seen as https, with its method and body', async () => {
    const request = new Request('http://ansinh.vn/gop-y', { method: 'POST', body: 'a=1', headers: behindTls })
    const seen = externalRequest(request, true)
    expect(seen.url).toBe('https://ansinh.vn/gop-y')
    expect(seen.method).toBe('POST')
    expect(await seen.text()).toBe('a=1')
  })

  it('is left as it is when no proxy is trusted, so that nobody can claim https', () => {
    const request = new Request('http://ansinh.vn/', { headers: behindTls })
    expect(externalRequest(request, false)).toBe(request)
  })

  it('comes from the address the proxy saw, not from one the visitor wrote', () => {
    const headers = new Headers(behindTls)
    expect(visitorAddress(headers, { socketAddress: '127.0.0.1', trustProxy: true })).toBe('203.0.113.7')
    expect(visitorAddress(headers, { socketAddress: '192.0.2.4', trustProxy: false })).toBe('192.0.2.4')
  })
})
