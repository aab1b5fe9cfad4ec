/**
 * The request as the visitor's browser made it. Behind a TLS proxy the socket says http, while forms carry an https
 * origin; React Router compares the two and would refuse every form.
 */
export function externalRequest(request: Request, trustProxy: boolean): Request {
  if (!trustProxy || request.headers.get('x-forwarded-proto') !== 'https') return request
  return new Request(request.url.replace(/^http:/, 'https:'), request)
}

/**
 * The visitor's network address. A trusted proxy appends the address it saw to X-Forwarded-For, so only the last
 * entry is believed; whatever stands before it came from the visitor.
 */
export function visitorAddress(
  headers: Headers,
  { socketAddress, trustProxy }: { socketAddress: string; trustProxy: boolean },
): string {
  const seenByProxy = trustProxy ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return seenByProxy || socketAddress
}
