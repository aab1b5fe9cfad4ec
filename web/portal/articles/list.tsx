import { servicesContext } from '#web/context.ts'
import { metadata } from '#web/portal/metadata.ts'
import { langOf, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/list'
import { readListing } from './listing.server.ts'
import { Listing } from './listing.tsx'
import { words } from './words.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  return readListing(context.get(servicesContext), url, 'article')
}

export function meta(args: Route.MetaArgs): Route.MetaDescriptors {
  const t = words[langOf(args.location.pathname)]
  const tag = args.loaderData?.tag
  return metadata(args, { title: `${tag ? t.tagged(tag) : t.articles} | An Sinh`, description: t.listLead })
}

export default function Articles({ loaderData }: Route.ComponentProps) {
  const t = useWords(words)
  return <Listing path="/bai-viet" title={t.articles} lead={t.listLead} {...loaderData} />
}
