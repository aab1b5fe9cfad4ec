import { servicesContext } from '#web/context.ts'
import { sharedPage } from '#web/edge/page-cache.ts'
import type { Route } from './+types/robots'

/** Everything may be read but the workspace; searches and receipts are nobody's pages. */
export function loader({ context }: Route.LoaderArgs) {
  const { baseUrl } = context.get(servicesContext).config
  const closed = ['/can-bo', '/tim', '/gop-y/da-nhan', '/kiem-tra'].flatMap((path) => [path, `/en${path}`])
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${baseUrl}/sitemap.xml`,
  ]
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': sharedPage },
  })
}
