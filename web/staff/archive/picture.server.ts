import type { Files, Sha256 } from '#platform/files'

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

/** Its bytes; 404 with what to do when the row stands and its file is not on this machine, before anything is sent. */
export async function bodyOf(files: Files, sha256: Sha256): Promise<ReadableStream<Uint8Array>> {
  if ((await files.sizeOf(sha256)) !== undefined) return files.stream(sha256)
  throw new Response(
    'Tệp này không còn trong kho của máy chủ: báo người quản trị khôi phục từ bản sao lưu. · The file is not in the store of this server: ask the operator to restore it from the backup.',
    { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } },
  )
}
