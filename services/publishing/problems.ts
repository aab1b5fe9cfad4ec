import { textOfBlock } from './blocks/index.ts'
import type { ArticleKind, Content, LegalDocument, Procedure } from './content.ts'

/** What must be put right before a text is handed in. */
export type ContentProblem =
  | 'titleMissing'
  | 'titleUntranslated'
  | 'bodyUntranslated'
  | 'leadMissing'
  | 'bodyMissing'
  | 'pictureWithoutAlt'
  | 'bannerWithoutAlt'
  | 'attachmentWithoutLabel'
  | 'numberMissing'
  | 'formMissing'
  | 'issuerMissing'
  | 'issuedOnMissing'
  | 'effectiveBeforeIssued'
  | 'expiresBeforeEffective'
  | 'codeWrong'
  | 'agencyMissing'
  | 'timeLimitMissing'
  | 'papersMissing'
  | 'resultMissing'
  | 'lawMissing'

/** All that is wrong, in the order of the page; an empty list means that it can be handed in. */
export function problemsOf(content: Content, kind: ArticleKind): ContentProblem[] {
  const { title, lead, body, banner, attachments, details } = content
  const figures = body.filter((block) => block.kind === 'figure')
  const isFiled = kind === 'legalDocument' || kind === 'procedure'
  return [
    ...when(title.trim().length < 3, 'titleMissing'),
    ...when(!lead.trim() && !isFiled, 'leadMissing'),
    ...when(!body.some((block) => textOfBlock(block).trim() !== '') && !isFiled, 'bodyMissing'),
    ...when(
      figures.some(({ alt }) => !alt.trim()),
      'pictureWithoutAlt',
    ),
    ...when(banner.kind === 'picture' && !banner.alt.trim(), 'bannerWithoutAlt'),
    ...when(
      attachments.some(({ label }) => !label.trim()),
      'attachmentWithoutLabel',
    ),
    ...(details?.kind === 'legalDocument' ? problemsOfDocument(details) : []),
    ...(details?.kind === 'procedure' ? problemsOfProcedure(details) : []),
  ]
}

function problemsOfDocument(document: LegalDocument): ContentProblem[] {
  const { number, form, issuer, issuedOn, effectiveOn, expiresOn } = document
  return [
    ...when(!number.trim(), 'numberMissing'),
    ...when(!form.trim(), 'formMissing'),
    ...when(!issuer.trim(), 'issuerMissing'),
    ...when(!issuedOn, 'issuedOnMissing'),
    ...when(effectiveOn !== '' && effectiveOn < issuedOn, 'effectiveBeforeIssued'),
    ...when(expiresOn !== '' && effectiveOn !== '' && expiresOn <= effectiveOn, 'expiresBeforeEffective'),
  ]
}

function problemsOfProcedure(procedure: Procedure): ContentProblem[] {
  return [
    ...when(!/^\d\.\d{6}$/.test(procedure.code), 'codeWrong'),
    ...when(!procedure.agency.trim(), 'agencyMissing'),
    ...when(!procedure.timeLimit.trim(), 'timeLimitMissing'),
    ...when(!procedure.papers.some((paper) => paper.trim()), 'papersMissing'),
    ...when(!procedure.result.trim(), 'resultMissing'),
    ...when(!procedure.law.trim(), 'lawMissing'),
  ]
}

function when(isSo: boolean, problem: ContentProblem): ContentProblem[] {
  return isSo ? [problem] : []
}
