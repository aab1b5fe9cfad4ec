import { readTypedDay } from '#calendar'
import {
  type ArticleKind,
  type BannerChoice,
  blocksSchema,
  type Content,
  contentSchema,
  type LegalDocument,
  type Procedure,
} from '#publishing'

/** What cannot be kept, by the name of its field. */
export type FormProblems = Record<string, 'notADay' | 'notAnAddress' | 'notBlocks'>

/**
 * What the editor's form says, over what is kept: a field that was not sent, or that says nothing of use (a day that
 * is no day, a body that is no list of blocks), leaves what was there.
 */
export function contentIn(
  form: FormData,
  base: Content,
  kind: ArticleKind,
): { content: Content; problems: FormProblems } {
  const problems: FormProblems = {}
  const text = (name: string, before: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.normalize('NFC').replace(/\r\n?/g, '\n').trim() : before
  }
  const dayIn = (name: string, before: string) => {
    const typed = text(name, before)
    if (typed === '') return ''
    const day = readTypedDay(typed)
    if (!day) problems[name] = 'notADay'
    return day ?? before
  }
  const content: Content = {
    title: text('title', base.title),
    lead: text('lead', base.lead),
    body: bodyIn(form, base, problems),
    byline: text('byline', base.byline),
    banner: bannerIn(form, base.banner, text),
    tags: form.has('tags') ? listIn(text('tags', ''), /[,;\n]/) : base.tags,
    section: form.has('section') ? text('section', '') || null : base.section,
    related: form.has('related') ? listIn(text('related', ''), /\s+/).map(slugIn) : base.related,
    attachments: attachmentsIn(form, base),
    document: documentIn(form, base, { text, dayIn }),
    details: base.details,
  }
  if (base.details?.kind === 'legalDocument' && kind === 'legalDocument')
    content.details = legalDocumentIn(form, base.details, { text, dayIn })
  if (base.details?.kind === 'procedure' && kind === 'procedure')
    content.details = procedureIn(base.details, text, problems)
  return { content, problems }
}

/** Which part of a text is more than can be kept; undefined when none is. */
export function partBeyond(content: Content): keyof Content | undefined {
  const { error } = contentSchema.safeParse(content)
  const [part] = error?.issues[0]?.path ?? []
  return typeof part === 'string' && part in content ? (part as keyof Content) : undefined
}

type TextIn = (name: string, before: string) => string
interface Readers {
  text: TextIn
  dayIn: TextIn
}

function bodyIn(form: FormData, base: Content, problems: FormProblems): Content['body'] {
  const sent = form.get('body')
  if (typeof sent !== 'string' || sent === '') return base.body
  try {
    return blocksSchema.parse(JSON.parse(sent))
  } catch {
    problems.body = 'notBlocks'
    return base.body
  }
}

function bannerIn(form: FormData, before: BannerChoice, text: TextIn): BannerChoice {
  const chosen = form.get('banner')
  if (chosen === 'pond' || chosen === 'none') return { kind: chosen }
  if (chosen !== 'picture') return before
  const pictureId = text('bannerPicture', '')
  return pictureId ? { kind: 'picture', pictureId, alt: text('bannerAlt', '') } : before
}

function attachmentsIn(form: FormData, base: Content): Content['attachments'] {
  if (!form.has('hasAttachments')) return base.attachments
  const labels = form.getAll('attachmentLabel')
  return form.getAll('attachmentId').flatMap((id, index) => {
    const label = labels[index]
    return typeof id === 'string' && id !== ''
      ? [{ id, label: typeof label === 'string' ? label.normalize('NFC').trim() : '' }]
      : []
  })
}

function documentIn(form: FormData, base: Content, { text, dayIn }: Readers): Content['document'] {
  if (!form.has('documentNumber')) return base.document
  const number = text('documentNumber', '')
  if (number === '') return null
  const isYearInferred = form.get('documentYearInferred') !== null
  return { number, on: dayIn('documentOn', base.document?.on ?? ''), isYearInferred }
}

function legalDocumentIn(form: FormData, before: LegalDocument, { text, dayIn }: Readers): LegalDocument {
  return {
    kind: 'legalDocument',
    number: text('number', before.number),
    form: text('form', before.form),
    issuer: text('issuer', before.issuer),
    issuedOn: dayIn('issuedOn', before.issuedOn),
    effectiveOn: dayIn('effectiveOn', before.effectiveOn),
    expiresOn: dayIn('expiresOn', before.expiresOn),
    isPartlyExpired: form.has('number') ? form.get('isPartlyExpired') !== null : before.isPartlyExpired,
  }
}

function procedureIn(before: Procedure, text: TextIn, problems: FormProblems): Procedure {
  const nationalPortal = text('nationalPortal', before.nationalPortal)
  const isAddress = nationalPortal === '' || /^https:\/\/[^\s\\]+$/.test(nationalPortal)
  if (!isAddress) problems.nationalPortal = 'notAnAddress'
  return {
    kind: 'procedure',
    code: text('code', before.code),
    agency: text('agency', before.agency),
    timeLimit: text('timeLimit', before.timeLimit),
    papers: listIn(text('papers', before.papers.join('\n')), /\n/),
    fee: text('fee', before.fee),
    result: text('result', before.result),
    law: text('law', before.law),
    nationalPortal: isAddress ? nationalPortal : before.nationalPortal,
  }
}

function listIn(text: string, between: RegExp): string[] {
  return [...new Set(text.split(between).map((each) => each.trim()))].filter(Boolean)
}

/** The address of an article, or the last part of one that was copied whole. */
function slugIn(address: string): string {
  return address.split(/[?#]/)[0]?.replace(/\/+$/, '').split('/').at(-1) ?? ''
}
