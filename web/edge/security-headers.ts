import { randomBytes } from 'node:crypto'

/**
 * What a browser may do with our pages. Scripts and styles come from our own files; a page that hydrates names its
 * inline scripts by nonce. Styles in attributes stay allowed: the sen carries its three values there.
 * Development needs the module reloader's inline styles and its socket.
 */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ''}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** The policy of pages without inline scripts: the same for everybody, so the page can be kept and sent again. */
export function plainPagePolicy(development: boolean): string {
  return contentSecurityPolicy('', development).replace(" 'nonce-'", '')
}

/** Sets what every answer carries. `Referrer-Policy` must not be `no-referrer`: forms would then lose their origin. */
export function setSecurityHeaders(
  headers: Headers,
  { requestId, overTls }: { requestId: string; overTls: boolean },
) {
  headers.set('x-request-id', requestId)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'same-origin')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()')
  if (overTls) headers.set('strict-transport-security', 'max-age=31536000')
}

export function makeNonce(): string {
  return randomBytes(16).toString('base64')
}
