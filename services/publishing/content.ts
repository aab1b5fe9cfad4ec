import { z } from 'zod'
import { type LocalDate, parseDay } from '#calendar'
import { type Block, isSafeAddress } from './blocks/index.ts'
import { blocksSchema, keepable } from './blocks-schema.ts'
import { isPortalSection } from './portal-sections.ts'

/** What is published; a commune writes announcements alone. */
export const articleKinds = ['article', 'announcement', 'legalDocument', 'procedure'] as const
export type ArticleKind = (typeof articleKinds)[number]

/** The drawing over an article: the pond, a picture of its own, or nothing. */
export type BannerChoice =
  | { kind: 'pond' }
  | { kind: 'none' }
  | { kind: 'picture'; pictureId: string; alt: string }

/** A legal document the province makes known. Days are yyyy-mm-dd; what is not known is left empty. */
export interface LegalDocument {
  kind: 'legalDocument'
  number: string
  /** Quyết định, Nghị quyết, Chỉ thị… */
  form: string
  issuer: string
  issuedOn: string
  effectiveOn: string
  expiresOn: string
  /** Parts of it no longer hold, while the rest does. */
  isPartlyExpired: boolean
}

/** An administrative procedure, as the national database of procedures describes it. */
export interface Procedure {
  kind: 'procedure'
  /** As 1.001776: a digit, a dot, six digits. */
  code: string
  agency: string
  timeLimit: string
  papers: string[]
  fee: string
  result: string
  /** The article of law it rests on. */
  law: string
  /** Its page on the national portal. */
  nationalPortal: string
}

/** All that is written of an article in one language. */
export interface Content {
  title: string
  lead: string
  body: Block[]
  byline: string
  banner: BannerChoice
  tags: string[]
  /** The section of the portal it stands in, if any. */
  section: string | null
  /** Slugs of articles to read beside it. */
  related: string[]
  attachments: { id: string; label: string }[]
  /** The document the article reports. */
  document: { number: string; on: string; isYearInferred: boolean } | null
  details: LegalDocument | Procedure | null
}

const line = keepable
const dayOrNothing = z.string().refine((text) => text === '' || parseDay(text) !== undefined)
const slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

const legalDocument = z.strictObject({
  kind: z.literal('legalDocument'),
  number: line(100),
  form: line(100),
  issuer: line(200),
  issuedOn: dayOrNothing,
  effectiveOn: dayOrNothing,
  expiresOn: dayOrNothing,
  isPartlyExpired: z.boolean(),
})

const procedure = z.strictObject({
  kind: z.literal('procedure'),
  code: line(20),
  agency: line(300),
  timeLimit: line(300),
  papers: z.array(line(500)).max(100),
  fee: line(300),
  result: line(300),
  law: line(500),
  nationalPortal: line(500).refine((text) => text === '' || isSafeAddress(text)),
})

/** A draft may lack anything, but what it has is of the right form. */
export const contentSchema: z.ZodType<Content> = z.strictObject({
  title: line(300),
  lead: line(2_000),
  body: blocksSchema,
  byline: line(200),
  banner: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('pond') }),
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('picture'), pictureId: z.guid(), alt: line(300) }),
  ]),
  tags: z.array(line(80).min(1)).max(20),
  section: z.string().refine(isPortalSection).nullable(),
  related: z.array(slug).max(10),
  attachments: z.array(z.strictObject({ id: z.guid(), label: line(200) })).max(20),
  document: z
    .strictObject({ number: line(100).min(1), on: dayOrNothing, isYearInferred: z.boolean() })
    .nullable(),
  details: z.discriminatedUnion('kind', [legalDocument, procedure]).nullable(),
})

/** A draft of `kind` with nothing in it but its title. */
export function emptyContent(kind: ArticleKind, title: string): Content {
  return {
    title,
    lead: '',
    body: [],
    byline: '',
    banner: { kind: kind === 'article' ? 'pond' : 'none' },
    tags: [],
    section: null,
    related: [],
    attachments: [],
    document: null,
    details: emptyDetails(kind),
  }
}

function emptyDetails(kind: ArticleKind): Content['details'] {
  if (kind === 'legalDocument') {
    const days = { issuedOn: '', effectiveOn: '', expiresOn: '' }
    return { kind, number: '', form: '', issuer: '', ...days, isPartlyExpired: false }
  }
  if (kind !== 'procedure') return null
  const where = { law: '', nationalPortal: '' }
  return { kind, code: '', agency: '', timeLimit: '', papers: [], fee: '', result: '', ...where }
}

/** Whether a legal document holds on a day. */
export type DocumentStatus = 'notYet' | 'inForce' | 'partlyExpired' | 'expired' | 'unknown'

/** `expiresOn` is the first day on which it no longer holds; without a first day nothing is claimed. */
export function statusOfDocument(
  { effectiveOn, expiresOn, isPartlyExpired }: LegalDocument,
  today: LocalDate,
): DocumentStatus {
  if (expiresOn !== '' && expiresOn <= today) return 'expired'
  if (effectiveOn === '') return 'unknown'
  if (effectiveOn > today) return 'notYet'
  return isPartlyExpired ? 'partlyExpired' : 'inForce'
}
