/** What every kept file is sent with: it runs nothing, is taken for nothing else, and stays in no cache. */
export const fileHeaders = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-store',
}

/** A scan as the log names it. */
export function scanSubject(scanId: number, unitUid: string | undefined) {
  return { kind: 'scan', id: String(scanId), ...(unitUid ? { unitUid } : {}) }
}
