import { type Article, type ArticleKind, isPortalSection, portalSections } from '#publishing'
import type { Lang } from '#web/ui/language.ts'
import { words } from './words.ts'

const kinds: Readonly<Record<ArticleKind, { path: string; name: keyof typeof words.vi & string }>> = {
  article: { path: '/bai-viet', name: 'articles' },
  announcement: { path: '/thong-bao', name: 'announcements' },
  legalDocument: { path: '/van-ban', name: 'legalDocuments' },
  procedure: { path: '/thu-tuc', name: 'procedures' },
}

/** The list an article is found in: its section's page, or else that of its kind. */
export function listOf({ kind, section }: Pick<Article, 'kind' | 'section'>, lang: Lang) {
  if (section !== undefined && isPortalSection(section)) {
    const { slug, name } = portalSections[section]
    return { path: `/gioi-thieu/${slug}`, name: name[lang] }
  }
  const { path, name } = kinds[kind]
  return { path, name: String(words[lang][name]) }
}
