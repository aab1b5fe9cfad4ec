import { type ArchiveEntry, readArchive, repack, unpack, writeArchive } from './attachments-archive.ts'
import { partRules, remarksOf } from './attachments-parts.ts'
import { withoutCamera, withoutRemarks } from './attachments-pictures.ts'

/** What a document still holds that its readers are not meant to see: for people to decide on. */
export type AttachmentRemark =
  | 'trackedChanges'
  | 'comments'
  | 'hiddenText'
  | 'hiddenSheets'
  | 'hiddenRows'
  | 'embedded'
  | 'externalLinks'
  | 'cachedData'
  | 'olderVersions'
  | 'signed'
  | 'pdfNames'
  | 'pdfComments'
  | 'pdfAttachments'
  | 'pdfUnread'

/** What became of a document: its bytes as they may be given to readers, and what they still hold. */
export type Cleaned =
  | { ok: true; bytes: Uint8Array; isChanged: boolean; remarks: AttachmentRemark[] }
  | { ok: false; because: 'broken' | 'notADocument' }

/** Signed with a certificate: any change of it would break the signature. */
const signatures = /^(_xmlsignatures\/|META-INF\/(documentsignatures|macrosignatures)\.xml)/i
const macros = /(^|\/)vbaProject\.bin$|^Basic\/|^Scripts\//i

/**
 * A Word, Excel or LibreOffice document without the names that its program wrote into it: author, who saved it last,
 * company, manager, template and folder on a computer, printer, who commented and changed, and what cameras noted in
 * its pictures. Its words stay as they are; what in them is hidden is told. A signed document is left as it is.
 */
export function cleanDocument(bytes: Uint8Array): Cleaned {
  const entries = readArchive(bytes)
  if (!entries) return { ok: false, because: 'broken' }
  if (entries.some(({ name }) => macros.test(name))) return { ok: false, because: 'notADocument' }
  const read = entries.map((entry) => ({ entry, content: isRead(entry) ? unpack(entry) : undefined }))
  if (read.some(({ entry, content }) => isRead(entry) && !content)) return { ok: false, because: 'broken' }
  const remarks = remarksOf(read.map(({ entry, content }) => ({ name: entry.name, content })))
  if (entries.some(({ name }) => signatures.test(name)))
    return { ok: true, bytes, isChanged: false, remarks: [...remarks, 'signed'] }
  const cleaned = read.flatMap(({ entry, content }) => cleanEntry(entry, content))
  const isChanged = cleaned.length !== entries.length || cleaned.some((entry) => !entries.includes(entry))
  return { ok: true, bytes: isChanged ? writeArchive(cleaned) : bytes, isChanged, remarks }
}

const picture = /\.(jpe?g|png)$/i

/** Nothing else is opened: fonts, drawings and sounds say nothing of their author. */
function isRead({ name }: ArchiveEntry): boolean {
  return /\.(xml|rels|psmdcp)$/i.test(name) || picture.test(name)
}

function cleanEntry(entry: ArchiveEntry, content: Buffer | undefined): ArchiveEntry[] {
  // A small picture of the first page, as it was at some time.
  if (/^(docProps\/thumbnail\.|Thumbnails\/)/i.test(entry.name)) return []
  if (!content) return [entry]
  if (picture.test(entry.name)) {
    const bare = withoutCamera(content) ?? withoutRemarks(content)
    return [bare ? repack(entry, bare) : entry]
  }
  const before = content.toString('utf8')
  const after = partRules.reduce((xml, { of, clean }) => (of.test(entry.name) ? clean(xml) : xml), before)
  return [after === before ? entry : repack(entry, Buffer.from(after))]
}
