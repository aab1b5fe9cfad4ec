import type { Config } from '#platform/config'
import { filesFolder, openFiles, type Sha256 } from '#platform/files'

/** What every published file is sent with: it runs nothing and is taken for nothing else. */
const headers = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'cross-origin',
}

/** Under what name a file is saved; who knows no Vietnamese letters in it still keeps its ending. */
export function savedAs(fileName: string): string {
  const ending = /\.[a-z0-9]{1,5}$/i.exec(fileName)?.[0].toLowerCase() ?? ''
  const name = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="tep${ending}"; filename*=UTF-8''${name}`
}

/**
 * A file of a published article. Its bytes never change, so a browser keeps it; but a day at most, since an article can
 * be taken back. Whoever has it already is told so.
 */
export async function sendPublished(
  { config, request }: { config: Config; request: Request },
  { sha256, ...file }: { sha256: Sha256; type: string; bytes: number; disposition: string },
): Promise<Response> {
  const files = openFiles(filesFolder(config))
  const tag = `"${sha256.slice(0, 32)}"`
  const kept = { ...headers, 'cache-control': 'public, max-age=86400', etag: tag }
  if (request.headers.get('if-none-match') === tag) return new Response(null, { status: 304, headers: kept })
  if ((await files.sizeOf(sha256)) === undefined)
    return new Response(
      'Tệp này tạm thời không mở được. Xin thử lại sau. · This file cannot be opened now.',
      {
        status: 404,
        headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' },
      },
    )
  return new Response(files.stream(sha256), {
    headers: {
      ...kept,
      'content-type': file.type,
      'content-length': String(file.bytes),
      'content-disposition': file.disposition,
    },
  })
}
