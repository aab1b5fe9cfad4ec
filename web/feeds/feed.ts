import { servicesContext } from '#web/context.ts'
import { sharedPage } from '#web/edge/page-cache.ts'
import { langOf } from '#web/ui/index.ts'
import type { Route } from './+types/feed'
import { feedTypes, writeFeed } from './feed.server.ts'
import { listItems } from './items.server.ts'
import { feeds } from './names.ts'

/** `/nguon-tin/lich-su.atom`: the last articles of a kind, of a section, or of all; or the last answers. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const [, name, format] = params.feed.match(/^([a-z-]+)\.(rss|atom)$/) ?? []
  const of = feeds.find((each) => each.name === name)
  if (!of || (format !== 'rss' && format !== 'atom')) throw new Response(null, { status: 404 })
  const { config, database } = context.get(servicesContext)
  const lang = langOf(url.pathname)
  const items = await listItems(database.query, of, lang)
  return new Response(writeFeed(items, { of, lang, origin: config.baseUrl, format }), {
    headers: { 'content-type': feedTypes[format], 'cache-control': sharedPage },
  })
}
