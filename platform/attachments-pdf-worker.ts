import { parentPort, workerData } from 'node:worker_threads'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type PdfTraces, unread } from './attachments-pdf.ts'

/** Looks a PDF through on a thread of its own: what was made to be endless ends with the thread. */
const { bytes, pagesMax } = workerData as { bytes: Uint8Array; pagesMax: number }

/** Notes that people put on a page (ISO 32000-1, 12.5.6); links and the fields of forms are none. */
const notes = new Set([
  ...[
    'Text',
    'FreeText',
    'Highlight',
    'Underline',
    'Squiggly',
    'StrikeOut',
    'Stamp',
    'Ink',
    'Caret',
    'Popup',
  ],
  ...['FileAttachment', 'Redact'],
])

parentPort?.postMessage(await look().catch((): PdfTraces => unread))

async function look(): Promise<PdfTraces> {
  const document = await getDocument({ data: bytes, verbosity: VerbosityLevel.ERRORS }).promise
  const { info, metadata } = await document.getMetadata()
  const author = 'Author' in info ? info.Author : undefined
  const attachments: object | null = await document.getAttachments()
  let hasComments = false
  let isSigned = false
  for (let number = 1; number <= Math.min(document.numPages, pagesMax); number += 1) {
    const annotations = await (await document.getPage(number)).getAnnotations()
    hasComments ||= annotations.some(({ subtype }) => notes.has(String(subtype)))
    isSigned ||= annotations.some(({ fieldType }) => fieldType === 'Sig')
  }
  return {
    isRead: document.numPages <= pagesMax,
    names: namesIn([author, metadata?.get('dc:creator')].flat()),
    ...{ hasComments, isSigned },
    hasAttachments: attachments !== null && Object.keys(attachments).length > 0,
  }
}

function namesIn(said: readonly unknown[]): string[] {
  const names = said.flatMap((name) => (typeof name === 'string' ? name.normalize('NFC').trim() : []))
  return [...new Set(names)]
    .filter(Boolean)
    .map((name) => name.slice(0, 100))
    .slice(0, 5)
}
