import type { ArticleKind, ManuscriptFilter, ManuscriptShelf } from '#publishing'
import { wholeNumber } from '#web/staff/numbers.ts'

export const shelves: readonly ManuscriptShelf[] = [
  'draft',
  'inReview',
  'returned',
  'scheduled',
  'published',
  'withdrawn',
]
export const kinds: readonly ArticleKind[] = ['article', 'announcement', 'legalDocument', 'procedure']

export const textsAPage = 50

/** What the address of the list asks for. */
export interface TextsQuery {
  shelf: ManuscriptShelf | undefined
  kind: ArticleKind | undefined
  language: 'vi' | 'en' | undefined
  text: string
  /** Only what waits for this officer to approve. */
  isForMe: boolean
  /** From 1. */
  page: number
}

const shelfNames: Readonly<Record<ManuscriptShelf, string>> = {
  draft: 'thao',
  inReview: 'cho-duyet',
  returned: 'tra-lai',
  scheduled: 'hen-gio',
  published: 'dang',
  withdrawn: 'go',
}
export const kindNames: Readonly<Record<ArticleKind, string>> = {
  article: 'bai',
  announcement: 'thong-bao',
  legalDocument: 'van-ban',
  procedure: 'thu-tuc',
}

/** Reads an address; what it does not understand it leaves out. */
export function queryOf(params: URLSearchParams): TextsQuery {
  const language = params.get('tieng')
  return {
    shelf: shelves.find((shelf) => shelfNames[shelf] === params.get('trang-thai')),
    kind: kinds.find((kind) => kindNames[kind] === params.get('loai')),
    language: language === 'vi' || language === 'en' ? language : undefined,
    text: (params.get('q') ?? '').slice(0, 100),
    isForMe: params.has('cho-toi'),
    page: wholeNumber(params.get('trang')) ?? 1,
  }
}

/** The address of a query, with some of it changed; a changed filter starts again at its first page. */
export function searchOf(query: TextsQuery, change: Partial<TextsQuery> = {}): string {
  const next = { ...query, ...('page' in change ? {} : { page: 1 }), ...change }
  const params = new URLSearchParams()
  if (next.shelf) params.set('trang-thai', shelfNames[next.shelf])
  if (next.kind) params.set('loai', kindNames[next.kind])
  if (next.language) params.set('tieng', next.language)
  if (next.text) params.set('q', next.text)
  if (next.isForMe) params.set('cho-toi', '1')
  if (next.page > 1) params.set('trang', String(next.page))
  const text = params.toString()
  return text ? `?${text}` : ''
}

/** What the service is asked, for the officer `signer` (`officer:…`). */
export function filterOf(query: TextsQuery, signer: string): ManuscriptFilter {
  const { shelf, kind, language, text, isForMe } = query
  return {
    ...{ shelf, kind, language },
    ...(text ? { text } : {}),
    ...(isForMe ? { waitingFor: signer } : {}),
  }
}
