import { listAuditRoots } from '#platform/audit-root'
import { servicesContext } from '#web/context.ts'
import { openText, sendOpen } from '#web/portal/open-data/files.server.ts'
import { langOf } from '#web/ui/language.ts'
import type { Route } from './+types/file'
import { rootsFeed, rootsFile } from './roots.server.ts'

/** `/minh-bach/nhat-ky.json` and `.atom`: for whoever keeps a copy, from any page of the web. */
export async function loader({ context, request, url }: Route.LoaderArgs) {
  const { config, database } = context.get(servicesContext)
  const roots = await listAuditRoots(database.query)
  const isFeed = url.pathname.endsWith('.atom')
  const text = isFeed
    ? rootsFeed(roots, { origin: config.baseUrl, lang: langOf(url.pathname) })
    : rootsFile(roots, config.baseUrl)
  return sendOpen(request, openText(text), {
    type: isFeed ? 'application/atom+xml; charset=utf-8' : 'application/json; charset=utf-8',
  })
}
