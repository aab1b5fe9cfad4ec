import { fileTypeFromBuffer } from 'file-type'
import { type AttachmentRemark, type Cleaned, cleanDocument } from './attachments-cleaning.ts'
import { lookThroughPdf } from './attachments-pdf.ts'

export type { AttachmentRemark } from './attachments-cleaning.ts'

/** Kinds of documents that readers may be given to save, by their content. */
const types: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
}

export const attachmentBytesMax = 25 * 1_048_576

export type AttachmentRefusal = 'empty' | 'tooLarge' | 'notADocument' | 'broken'

/** A document as readers may have it. */
export interface PreparedAttachment {
  ok: true
  type: string
  fileName: string
  bytes: Uint8Array
  /** Names and notes of programs were taken out. */
  isChanged: boolean
  /** What it still holds beside its pages. */
  remarks: AttachmentRemark[]
  /** Whom a PDF names as its author: that cannot be taken out here. */
  names: string[]
}

/**
 * Takes a document for readers: a PDF, a Word or LibreOffice text, an Excel table, told from its content, nothing with
 * macros; its name gets the ending that belongs to it. Names that programs wrote into it are taken out, save of a PDF
 * and of what is signed; what it still holds beside its words is told.
 */
export async function prepareAttachment(
  bytes: Uint8Array,
  fileName: string,
): Promise<PreparedAttachment | { ok: false; because: AttachmentRefusal }> {
  if (bytes.length === 0) return { ok: false, because: 'empty' }
  if (bytes.length > attachmentBytesMax) return { ok: false, because: 'tooLarge' }
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const ending = found && types[found.mime]
  if (!found || !ending) return { ok: false, because: 'notADocument' }
  const stem = fileName.replace(/\.[^.]{1,8}$/, '').trim() || 'tep'
  const told = { type: found.mime, fileName: `${stem}.${ending}` }
  if (ending === 'pdf') return { ...told, ...(await lookedThrough(bytes)) }
  const cleaned = cleanDocument(bytes)
  return cleaned.ok ? { ...told, ...cleaned, names: [] } : cleaned
}

async function lookedThrough(
  bytes: Uint8Array,
): Promise<Extract<Cleaned, { ok: true }> & { names: string[] }> {
  const { isRead, names, hasComments, hasAttachments, isSigned } = await lookThroughPdf(bytes)
  const remarks: AttachmentRemark[] = [
    ...(isRead ? [] : (['pdfUnread'] as const)),
    ...(names.length > 0 ? (['pdfNames'] as const) : []),
    ...(hasComments ? (['pdfComments'] as const) : []),
    ...(hasAttachments ? (['pdfAttachments'] as const) : []),
    ...(isSigned ? (['signed'] as const) : []),
  ]
  return { ok: true, bytes, isChanged: false, remarks, names }
}
