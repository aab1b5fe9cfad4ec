import { servicesContext } from '#web/context.ts'
import { metadata } from '#web/portal/metadata.ts'
import { langOf, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/announcements'
import { readListing } from './listing.server.ts'
import { Listing } from './listing.tsx'
import { words } from './words.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  return readListing(context.get(servicesContext), url, 'announcement')
}

export function meta(args: Route.MetaArgs): Route.MetaDescriptors {
  const t = words[langOf(args.location.pathname)]
  const tag = args.loaderData?.tag
  return metadata(args, {
    title: `${tag ? t.tagged(tag) : t.announcements} | An Sinh`,
    description: t.announcementsLead,
  })
}

export default function Announcements({ loaderData }: Route.ComponentProps) {
  const t = useWords(words)
  return <Listing path="/thong-bao" title={t.announcements} lead={t.announcementsLead} {...loaderData} />
}
