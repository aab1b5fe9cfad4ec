import { gzipSync } from 'node:zlib'

/**
 * The answer that carries a page in one piece, small for whoever can read it so. A page of some ten thousand letters is
 * made small at once in less time than a stream takes to be set up; the level is where a page stops getting much
 * smaller for the time it takes.
 */
export function wholePage(
  html: string,
  request: Request,
  { status, headers }: { status: number; headers: Headers },
): Response {
  const page = Buffer.from(html)
  headers.append('vary', 'accept-encoding')
  if (!readsGzip(request.headers.get('accept-encoding'))) return new Response(page, { status, headers })
  headers.set('content-encoding', 'gzip')
  return new Response(gzipSync(page, { level: 3 }), { status, headers })
}

/** RFC 9110, 12.5.3: named with any weight but nought. */
function readsGzip(accepted: string | null): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(accepted ?? '')
}
