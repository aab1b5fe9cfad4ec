import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type { AttachmentRemark } from '#platform/attachments'
import type { Block } from './blocks/index.ts'
import type { ArticleKind, Content, LegalDocument, Procedure } from './content.ts'

export type ArticleLanguage = 'vi' | 'en'

type ArticleTable = {
  slug: string
  language: ArticleLanguage
  kind: Generated<ArticleKind>
  unit_uid: string | null
  section: string | null
  title: string
  lead: string
  body: JSONColumnType<Block[]>
  byline: string
  banner: 'pond' | 'none' | 'picture'
  banner_picture: string | null
  banner_alt: string | null
  tags: string[]
  related: Generated<string[]>
  attachments: JSONColumnType<{ id: string; label: string }[], string | undefined, string>
  details: JSONColumnType<LegalDocument | Procedure, string | null, string | null> | null
  document_number: string | null
  document_on: string | null
  document_year_inferred: boolean
  revision_id: number | null
  revision: Generated<number>
  translates: number | null
  published_at: Date | null
  recorded_at: Generated<Date>
  revised_at: Date | null
  withdrawn_at: Date | null
}

/** Where a manuscript stands: written, handed in, sent back, waiting for its hour, or what readers see. */
export type ManuscriptState = 'draft' | 'inReview' | 'returned' | 'scheduled' | 'published'

type ManuscriptTable = {
  id: GeneratedAlways<number>
  slug: string
  language: ArticleLanguage
  kind: ArticleKind
  unit_uid: string | null
  content: JSONColumnType<Content>
  version: Generated<number>
  state: Generated<ManuscriptState>
  publish_at: Date | null
  translates: number | null
  author: GeneratedAlways<string>
  editors: GeneratedAlways<string[]>
  edited_by: GeneratedAlways<string>
  edited_at: GeneratedAlways<Date>
  created_at: GeneratedAlways<Date>
}

type ManuscriptBeforeTable = {
  manuscript_id: number
  version: number
  content: JSONColumnType<Content>
  edited_by: string
  edited_at: Date
  kept_at: GeneratedAlways<Date>
}

type RevisionTable = {
  id: GeneratedAlways<number>
  manuscript_id: number
  number: GeneratedAlways<number>
  content: GeneratedAlways<Content>
  correction: string | null
  translates: number | null
  editors: GeneratedAlways<string[]>
  submitted_by: GeneratedAlways<string>
  submitted_at: GeneratedAlways<Date>
}

type ReviewTable = {
  revision_id: number
  is_approved: boolean
  reason: string | null
  publish_at: Date | null
  by: GeneratedAlways<string>
  reviewed_at: GeneratedAlways<Date>
}

/** What can be done to a manuscript and is remembered. */
export type PublishingActKind =
  | 'created'
  | 'submitted'
  | 'takenBack'
  | 'refused'
  | 'approved'
  | 'rescheduled'
  | 'published'
  | 'correctionBegun'
  | 'withdrawn'
  | 'restored'
  | 'addressChanged'

type ActTable = {
  key: string
  manuscript_id: number
  kind: PublishingActKind
  details: JSONColumnType<Record<string, unknown>>
  by: GeneratedAlways<string>
  at: GeneratedAlways<Date>
}

type CorrectionTable = {
  slug: string
  language: ArticleLanguage
  revision: number
  sentence: string
  corrected_at: Date
}

type WithdrawalTable = {
  id: GeneratedAlways<number>
  slug: string
  reason: string
  withdrawn_at: Date
  by: GeneratedAlways<string>
  restored_at: Date | null
  restored_because: string | null
  restored_by: GeneratedAlways<string | null>
}

type SectionCheckTable = {
  key: string
  section: string
  by: GeneratedAlways<string>
  checked_at: GeneratedAlways<Date>
}

type FormerSlugTable = {
  slug: string
  now: string
}

/** One size of a picture, by the hash of its content in `#platform/files`. */
export interface PictureSize {
  width: number
  height: number
  type: 'image/webp' | 'image/jpeg'
  bytes: number
  sha256: string
}

type PictureTable = {
  id: string
  sizes: JSONColumnType<PictureSize[]>
  file_name: string
  by: GeneratedAlways<string>
  added_at: GeneratedAlways<Date>
}

type AttachmentTable = {
  id: string
  file_name: string
  type: string
  bytes: number
  sha256: string
  remarks: AttachmentRemark[] | null
  names: Generated<string[]>
  is_cleaned: Generated<boolean>
  by: GeneratedAlways<string>
  added_at: GeneratedAlways<Date>
}

/** The tables of schema publishing, for Kysely. */
export type PublishingTables = {
  'publishing.act': ActTable
  'publishing.article': ArticleTable
  'publishing.attachment': AttachmentTable
  'publishing.correction': CorrectionTable
  'publishing.former_slug': FormerSlugTable
  'publishing.manuscript': ManuscriptTable
  'publishing.manuscript_before': ManuscriptBeforeTable
  'publishing.picture': PictureTable
  'publishing.review': ReviewTable
  'publishing.revision': RevisionTable
  'publishing.section_check': SectionCheckTable
  'publishing.withdrawal': WithdrawalTable
}
