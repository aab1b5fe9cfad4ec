import { fileTypeFromBuffer } from 'file-type'
import { readPlainText } from '#notices'
import { isBomb } from './foreign-files.ts'
import { measurePicture } from './pictures.ts'
import type { DocumentReadingOptions, WrittenDocument } from './written-document.ts'
import { refuseDocument } from './written-documents-refusals.ts'
import { readPdfPages, readPicturePages } from './written-documents-scans.ts'
import { decodeText, refuseOldLetters } from './written-documents-text.ts'
import { readWordParts, textBytes } from './written-documents-word.ts'

export type { DocumentReadingOptions, WrittenDocument }

const limits = { bytesMax: 30 * 1024 * 1024, partsMax: 5_000 } as const

/**
 * Reads a text, a Word document, a PDF or a picture of paper into paragraphs and tables; the name only says which file
 * an error speaks of. Throws a `BilingualError` with the remedy for what it cannot read, and never looks outside this
 * machine.
 */
export async function readWrittenDocument(
  bytes: Uint8Array,
  name: string,
  options: DocumentReadingOptions = {},
): Promise<WrittenDocument> {
  if (bytes.length === 0) throw refuseDocument(name, 'empty')
  if (bytes.length > limits.bytesMax) throw refuseDocument(name, 'tooBig')
  const read = await readByKind(bytes, name, options)
  if (read.parts.length === 0) throw refuseDocument(name, read.source === 'scan' ? 'nothingRead' : 'noText')
  if (read.parts.length > limits.partsMax) throw refuseDocument(name, 'tooLong')
  if (read.source !== 'scan') refuseOldLetters(read.parts, name)
  return read
}

async function readByKind(
  bytes: Uint8Array,
  name: string,
  options: DocumentReadingOptions,
): Promise<WrittenDocument> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const mime: string = found?.mime ?? ''
  if (mime === 'application/pdf') return readPdfPages(bytes, name, options)
  if (pictures.includes(mime)) {
    const measured = await measurePicture(bytes)
    if (!measured.ok) throw refuseDocument(name, measured.because)
    return readPicturePages(bytes, { name, pages: measured.pages }, options)
  }
  if (isWord(mime, bytes)) {
    if (isBomb(bytes) || textBytes(bytes) > textBytesMax) throw refuseDocument(name, 'bomb')
    return { parts: await readWordParts(bytes, name), source: 'docx' }
  }
  const because = foreign.find(({ is }) => is.test(mime))?.because
  if (because) throw refuseDocument(name, mime === 'application/x-cfb' ? oldOffice(bytes) : because)
  if (mime !== '' && !mime.startsWith('text/') && mime !== 'application/xml')
    throw refuseDocument(name, 'notADocument')
  // Letters would be looked for in bytes that are none, and an old font found among them.
  if (namesAnotherKind.test(name)) throw refuseDocument(name, 'notWhatItSays')
  const text = decodeText(bytes, name)
  if (/^\s*<(!doctype|html|\?xml)/i.test(text)) throw refuseDocument(name, 'webPage')
  return { parts: readPlainText(text).parts, source: 'text' }
}

const namesAnotherKind = /\.(pdf|docx?|jpe?g|png|tiff?|webp)$/i

/** Of a thousand pages; reading more would hold everybody up. */
const textBytesMax = 32 * 1024 * 1024

const pictures: readonly string[] = ['image/jpeg', 'image/png', 'image/webp', 'image/tiff']

/** A Word document whose own list of contents comes late is told only as an archive. */
function isWord(mime: string, bytes: Uint8Array): boolean {
  const isArchive = mime === 'application/zip'
  return mime.includes('wordprocessingml') || (isArchive && Buffer.from(bytes).includes('word/document.xml'))
}

const foreign = [
  { is: /image\/hei[cf]/, because: 'heic' },
  { is: /x-cfb|msword/, because: 'oldWord' },
  { is: /rtf|opendocument/, because: 'otherWriter' },
  { is: /sheet|excel|presentation/, because: 'sheet' },
  { is: /zip|rar|7z|tar|gzip|bzip/, because: 'archive' },
] as const

/** The same wrapping holds Word before 2007 and anything of today's that has a password. */
function oldOffice(bytes: Uint8Array): 'locked' | 'oldWord' {
  return Buffer.from(bytes).includes('EncryptedPackage', 0, 'utf16le') ? 'locked' : 'oldWord'
}
