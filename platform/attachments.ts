import { fileTypeFromBuffer } from 'file-type'

/** Kinds of documents that readers may be given to save, by their content. */
const types: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
}

export const attachmentBytesMax = 25 * 1_048_576

export type AttachmentRefusal = 'empty' | 'tooLarge' | 'notADocument'

/**
 * What a file is, told from its content: a PDF, a Word or LibreOffice text, an Excel table, and nothing with macros.
 * Its name gets the ending that belongs to it. What its author's program wrote about itself inside stays as it is.
 */
export async function sniffAttachment(
  bytes: Uint8Array,
  fileName: string,
): Promise<{ ok: true; type: string; fileName: string } | { ok: false; because: AttachmentRefusal }> {
  if (bytes.length === 0) return { ok: false, because: 'empty' }
  if (bytes.length > attachmentBytesMax) return { ok: false, because: 'tooLarge' }
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const ending = found && types[found.mime]
  if (!found || !ending) return { ok: false, because: 'notADocument' }
  const stem = fileName.replace(/\.[^.]{1,8}$/, '').trim() || 'tep'
  return { ok: true, type: found.mime, fileName: `${stem}.${ending}` }
}
