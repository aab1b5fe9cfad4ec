import { openReader, type Reader, ReadingTookTooLong, type ReadWord } from './ocr.ts'
import { drawPdf, PdfRefused } from './pdf-pages.ts'
import { preparePicture } from './pictures.ts'
import type { DocumentReadingOptions, WrittenDocument } from './written-document.ts'
import { partsOfPages } from './written-documents-pages.ts'
import { refuseDocument } from './written-documents-refusals.ts'

/** A PDF page by page: its own text where it has any, otherwise what the machine reads from its picture. */
export async function readPdfPages(
  bytes: Uint8Array,
  name: string,
  options: DocumentReadingOptions,
): Promise<WrittenDocument> {
  const read = startReading(name, options)
  let page = 0
  let pages = 0
  try {
    for await (const drawn of drawPdf(bytes)) {
      options.signal?.throwIfAborted()
      page = drawn.number
      pages = drawn.pages
      if (drawn.words) read.take(drawn.words)
      else await read.look(drawn.picture, { page: 0, number: page })
      await options.onProgress?.({ done: page, total: pages })
    }
  } catch (error) {
    if (!(error instanceof PdfRefused)) throw error
    throw refuseDocument(name, error.because, { ...(page > 0 && { page: page + 1 }), cause: error })
  } finally {
    await read.close()
  }
  return { ...read.result('pdf'), pages }
}

/** A picture of paper; a TIFF may hold several pages. */
export async function readPicturePages(
  bytes: Uint8Array,
  { name, pages }: { name: string; pages: number },
  options: DocumentReadingOptions,
): Promise<WrittenDocument> {
  const read = startReading(name, options)
  try {
    for (let page = 0; page < pages; page++) {
      options.signal?.throwIfAborted()
      await read.look(bytes, { page, number: page + 1 })
      await options.onProgress?.({ done: page + 1, total: pages })
    }
  } finally {
    await read.close()
  }
  return { ...read.result('scan'), pages }
}

/** Words surer than this count as read; below it there are specks, stamps and the lines of tables. */
const sureMin = 25

/** Without specks and without the lines of a table, which are read as bars. */
function wordsWorthKeeping(words: readonly ReadWord[]): ReadWord[] {
  return words
    .filter(({ confidence }) => confidence >= sureMin)
    .map((word) => ({ ...word, text: word.text.replace(/^[|¦]+|[|¦]+$/g, '') }))
    .filter(({ text }) => text !== '')
}

function startReading(name: string, { reader: given }: DocumentReadingOptions) {
  const pages: ReadWord[][] = []
  const sure: number[] = []
  let isScan = false
  let own: Reader | undefined
  const take = (words: readonly ReadWord[]) => {
    pages.push([...words])
  }
  return {
    take,
    async look(picture: Uint8Array, { page, number }: { page: number; number: number }) {
      isScan = true
      const { reading } = await preparePicture(picture, { page }).catch((cause) => {
        throw refuseDocument(name, 'broken', { page: number, cause })
      })
      own ??= given ?? openReader()
      const { words } = await own.read(reading).catch((cause) => {
        throw cause instanceof ReadingTookTooLong
          ? refuseDocument(name, 'tooSlow', { page: number, cause })
          : cause
      })
      const read = wordsWorthKeeping(words)
      sure.push(...read.map(({ confidence }) => confidence))
      take(read)
    },
    async close() {
      if (own && own !== given) await own.close()
    },
    result(source: 'pdf' | 'scan'): WrittenDocument {
      const parts = partsOfPages(pages)
      if (!isScan) return { parts, source }
      if (sure.length === 0) return { parts, source: 'scan', confidence: 0 }
      const confidence = Math.round(sure.reduce((sum, each) => sum + each, 0) / sure.length)
      return { parts, source: 'scan', confidence }
    },
  }
}
