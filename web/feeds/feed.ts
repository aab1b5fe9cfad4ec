import { listForFeed } from '#publishing'
import { servicesContext } from '#web/context.ts'
import { sharedPage } from '#web/edge/page-cache.ts'
import { langOf } from '#web/ui/index.ts'
import type { Route } from './+types/feed'
import { feedTypes, writeFeed } from './feed.server.ts'
import { feeds } from './names.ts'

const articlesInFeed = 30

/** `/nguon-tin/lich-su.atom`: the last articles of a kind, of a section, or of all. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const [, name, format] = params.feed.match(/^([a-z-]+)\.(rss|atom)$/) ?? []
  const of = feeds.find((each) => each.name === name)
  if (!of || (format !== 'rss' && format !== 'atom')) throw new Response(null, { status: 404 })
  const { config, database } = context.get(servicesContext)
  const lang = langOf(url.pathname)
  const { kind, section } = of
  const articles = await listForFeed(database.query, {
    language: lang,
    ...(kind ? { kind } : {}),
    ...(section ? { section } : {}),
    limit: articlesInFeed,
  })
  return new Response(writeFeed(articles, { of, lang, origin: config.baseUrl, format }), {
    headers: { 'content-type': feedTypes[format], 'cache-control': sharedPage },
  })
}
