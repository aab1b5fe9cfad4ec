import { type ArticleKind, type PortalSectionKey, portalSectionKeys, portalSections } from '#publishing'
import type { Text } from '#rules'

/** What a feed is of. */
export interface FeedOf {
  /** Its address without language and ending: `/nguon-tin/lich-su`. */
  name: string
  title: Text
  kind?: ArticleKind
  section?: PortalSectionKey
  /** Published answers to feedback. */
  answers?: true
  /** The page of the portal that shows the same. */
  page: string
}

const kinds: readonly FeedOf[] = [
  { name: 'tat-ca', title: { vi: 'Mọi bài của cổng', en: 'Everything on the portal' }, page: '/' },
  {
    name: 'bai-viet',
    title: { vi: 'Tin tức, bài viết', en: 'News and articles' },
    kind: 'article',
    page: '/bai-viet',
  },
  {
    name: 'thong-bao',
    title: { vi: 'Thông báo', en: 'Announcements' },
    kind: 'announcement',
    page: '/thong-bao',
  },
  {
    name: 'van-ban',
    title: { vi: 'Văn bản', en: 'Legal documents' },
    kind: 'legalDocument',
    page: '/van-ban',
  },
  {
    name: 'thu-tuc',
    title: { vi: 'Thủ tục hành chính', en: 'Procedures' },
    kind: 'procedure',
    page: '/thu-tuc',
  },
]

const answers: FeedOf = {
  name: 'hoi-dap',
  title: { vi: 'Hỏi đáp đã trả lời', en: 'Questions answered' },
  answers: true,
  page: '/gop-y/tra-loi',
}

/** Every feed of the portal. */
export const feeds: readonly FeedOf[] = [
  ...kinds,
  answers,
  ...portalSectionKeys.map((section) => {
    const { slug, name } = portalSections[section]
    return { name: slug, title: name, section, page: `/gioi-thieu/${slug}` }
  }),
]
