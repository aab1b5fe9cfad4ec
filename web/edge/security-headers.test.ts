import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, makeNonce, plainPagePolicy, setSecurityHeaders } from './security-headers.ts'

describe('what a browser may do with our pages', () => {
  it('never includes inline scripts or styles in production', () => {
    for (const policy of [contentSecurityPolicy(makeNonce(), false), plainPagePolicy(false)]) {
      expect(policy).not.toMatch(/script-src[^;]*unsafe/)
      expect(policy).not.toMatch(/style-src [^;]*unsafe-inline/)
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain("form-action 'self'")
    }
  })

  it('carries no nonce on a page that everybody shares', () => {
    expect(plainPagePolicy(false)).not.toContain('nonce')
    expect(contentSecurityPolicy('abc', false)).toContain("'nonce-abc'")
  })

  it('asks for https for a year only where https was used', () => {
    const plain = new Headers()
    setSecurityHeaders(plain, { requestId: 'r', overTls: false })
    expect(plain.has('strict-transport-security')).toBe(false)
    expect(plain.get('referrer-policy')).toBe('same-origin')
    const tls = new Headers()
    setSecurityHeaders(tls, { requestId: 'r', overTls: true })
    expect(tls.get('strict-transport-security')).toBe('max-age=31536000')
  })
})
