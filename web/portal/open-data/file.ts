import { servicesContext } from '#web/context.ts'
import type { Route } from './+types/file'
import { catalogueJson, datasets } from './catalogue.server.ts'
import { filesOf, fileTypes, openText, sendOpen } from './files.server.ts'
import { datasetOfMetric } from './metric-datasets.server.ts'

/** `/du-lieu/<slug>.csv`, `/du-lieu/chi-so/<key>.json` and `/du-lieu-mo/danh-muc.json`: addresses that never change. */
export async function loader({ context, request, url }: Route.LoaderArgs) {
  const { config, database } = context.get(servicesContext)
  if (url.pathname === '/du-lieu-mo/danh-muc.json')
    return sendOpen(request, openText(await catalogueJson(database, config.baseUrl)), {
      type: 'application/ld+json; charset=utf-8',
    })
  const [, slug = '', type = ''] = url.pathname.match(/^\/du-lieu\/([a-z0-9/-]+)\.(csv|json)$/) ?? []
  const [, byCommune, metric] = slug.match(/^chi-so(-theo-xa)?\/([a-z0-9-]+)$/) ?? []
  const dataset = metric
    ? datasetOfMetric(metric, { byCommune: byCommune !== undefined })
    : datasets.find((each) => each.slug === slug)
  if (!dataset || (type !== 'csv' && type !== 'json')) throw new Response(null, { status: 404 })
  const files = await filesOf(database, dataset)
  return sendOpen(request, files[type], {
    type: fileTypes[type],
    name: `${slug.replace('/', '-')}.${type}`,
  })
}
