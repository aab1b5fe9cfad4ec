import { listForSitemap, portalSectionKeys, portalSections, readContents } from '#publishing'
import { servicesContext } from '#web/context.ts'
import { sharedPage } from '#web/edge/page-cache.ts'
import { listPublicDirectives } from '#web/portal/progress/public-tasks.server.ts'
import type { Route } from './+types/sitemap'
import { type MappedPage, writeSitemap } from './sitemap.server.ts'

const both = ['vi', 'en'] as const

/** Pages that are there from the first day on. */
const standing = [
  '/',
  '/toi-duoc-huong-gi',
  '/bai-viet',
  '/gop-y',
  '/gop-y/tra-loi',
  '/minh-bach',
  '/minh-bach/nhat-ky',
  '/du-lieu-mo',
  '/gioi-thieu',
  '/nguon-tin',
  '/quyen-rieng-tu',
]

/** Every page and every article there is to read. */
export async function loader({ context }: Route.LoaderArgs) {
  const { config, database } = context.get(servicesContext)
  const [articles, { kinds, sections }, directives] = await Promise.all([
    listForSitemap(database.query),
    readContents(database.query),
    listPublicDirectives(database),
  ])
  const lists: MappedPage[] = [
    { path: '/thong-bao', languages: both, changedAt: kinds.announcement?.changedAt },
    { path: '/van-ban', languages: both, changedAt: kinds.legalDocument?.changedAt },
    { path: '/thu-tuc', languages: both, changedAt: kinds.procedure?.changedAt },
  ]
  const always = ['organisation', 'map']
  const pages: MappedPage[] = [
    ...standing.map((path) => ({ path, languages: both })),
    ...lists.filter(({ path, changedAt }) => changedAt || path === '/van-ban'),
    ...portalSectionKeys
      .filter((key) => always.includes(key) || sections[key])
      .map((key) => ({
        path: `/gioi-thieu/${portalSections[key].slug}`,
        languages: both,
        changedAt: sections[key]?.changedAt,
      })),
    ...directives.map(({ articleSlug }) => ({ path: `/bai-viet/${articleSlug}/tien-do`, languages: both })),
    ...articles.map(({ slug, ...rest }) => ({ path: `/bai-viet/${slug}`, ...rest })),
  ]
  return new Response(writeSitemap(pages, config.baseUrl), {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': sharedPage },
  })
}
