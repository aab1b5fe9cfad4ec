import type { PortalContents } from '#publishing'
import { useWords } from '#web/ui/index.ts'
import { useSite } from './site.ts'
import { words } from './words.ts'

/** A page of the portal that menus lead to. */
interface Destination {
  path: string
  name: keyof typeof words.vi
  /** Left out: always. What is not there yet is not in the menu. */
  isThere?: (contents: PortalContents) => boolean
  /** Stands among the help in the foot of the page alone. */
  isHelp?: true
}

export const destinations: readonly Destination[] = [
  { path: '/', name: 'home' },
  { path: '/toi-duoc-huong-gi', name: 'entitlement' },
  { path: '/thu-tuc', name: 'procedures', isThere: ({ kinds }) => kinds.procedure !== undefined },
  { path: '/bai-viet', name: 'articles' },
  { path: '/thong-bao', name: 'announcements', isThere: ({ kinds }) => kinds.announcement !== undefined },
  { path: '/van-ban', name: 'legalDocuments' },
  { path: '/minh-bach', name: 'transparency' },
  { path: '/gioi-thieu', name: 'about' },
  { path: '/gop-y', name: 'feedback' },
  { path: '/gop-y/tra-cuu', name: 'lookUp', isHelp: true },
  { path: '/gop-y/tra-loi', name: 'answers', isHelp: true },
  { path: '/du-lieu-mo', name: 'openData', isHelp: true },
  { path: '/nguon-tin', name: 'feeds', isHelp: true },
  { path: '/quyen-rieng-tu', name: 'privacy', isHelp: true },
]

/** The pages a citizen can go to: the menu; the same without the home page in the foot; and the help beside them. */
export function useDestinations(place: 'menu' | 'foot' | 'help'): { path: string; name: string }[] {
  const t = useWords(words)
  const { contents } = useSite()
  return destinations
    .filter(({ isThere }) => isThere?.(contents) ?? true)
    .filter(({ isHelp }) => (place === 'help') === (isHelp ?? false))
    .filter(({ path }) => place !== 'foot' || path !== '/')
    .map(({ path, name }) => ({ path, name: t[name] }))
}
