import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { getDocument, PasswordException, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PdfMessage, PdfTask, TextRun } from './pdf-pages.ts'

/** Draws the pages of one PDF, one message a page, on a thread of its own: drawing holds its thread up for half a second. */
const { bytes, widthPoints, pagesMax, pixelsMax } = workerData as PdfTask

const say = (message: PdfMessage) => parentPort?.postMessage(message)

try {
  await drawAll()
} catch (error) {
  say({ kind: 'refused', because: error instanceof PasswordException ? 'locked' : 'broken' })
}

interface Canvas {
  canvas: { encode(format: 'jpeg', quality: number): Promise<Buffer> }
  context: object
}

async function drawAll(): Promise<void> {
  const home = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))
  const document = await getDocument({
    data: bytes,
    // An image in it that would need more memory than this is left out of the page.
    maxImageSize: pixelsMax,
    standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
    cMapUrl: `${join(home, 'cmaps')}/`,
    wasmUrl: `${join(home, 'wasm')}/`,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  }).promise
  if (document.numPages > pagesMax) {
    say({ kind: 'refused', because: 'tooManyPages' })
    return
  }
  say({ kind: 'opened', pages: document.numPages })
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const plain = page.getViewport({ scale: 1 })
    const viewport = page.getViewport({
      scale: Math.min(widthPoints / plain.width, (2 * widthPoints) / plain.height),
    })
    const factory = document.canvasFactory as { create(width: number, height: number): Canvas }
    const { canvas, context } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height))
    await page.render({ canvasContext: context as never, canvas: null, viewport, background: '#fff' }).promise
    const content = await page.getTextContent()
    const runs: TextRun[] = content.items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [x = 0, y = 0] = viewport.convertToViewportPoint(item.transform[4], item.transform[5])
      return [
        {
          text: item.str,
          left: x,
          base: y,
          width: item.width * viewport.scale,
          height: item.height * viewport.scale,
        },
      ]
    })
    say({ kind: 'page', number, picture: await canvas.encode('jpeg', 90), runs })
    page.cleanup()
  }
  say({ kind: 'finished' })
}
