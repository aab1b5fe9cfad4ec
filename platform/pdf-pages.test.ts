import { deflateSync } from 'node:zlib'
import { PDFDocument } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { drawPdf, type PdfPage, PdfRefused } from './pdf-pages.ts'

async function collect(bytes: Uint8Array, options = {}): Promise<PdfPage[]> {
  const pages: PdfPage[] = []
  for await (const page of drawPdf(bytes, options)) pages.push(page)
  return pages
}

const refusal = (bytes: Uint8Array, options = {}) =>
  collect(bytes, options).then(
    () => undefined,
    (error) => (error instanceof PdfRefused ? error.because : error),
  )

/** A PDF whose pages hold text, or only a picture of it. */
function pdfOf(pages: readonly { text?: string[] }[]): Uint8Array {
  const document = new PDFDocument()
  for (const { text } of pages) {
    const context = document.beginPage(595, 842)
    context.font = '14px sans-serif'
    for (const [at, line] of (text ?? []).entries()) context.fillText(line, 60, 80 + at * 24)
    if (!text) context.fillRect(50, 50, 400, 300)
    document.endPage()
  }
  return document.close()
}

const lines = [
  'Decision number 125 of the People’s Committee',
  'Full name: Nguyen Van Hung',
  'Born: 12/03/1944',
]

describe('the pages of a PDF', () => {
  it('come one after another as pictures, with their own text where they have it', async () => {
    const pages = await collect(pdfOf([{ text: lines }, {}]))
    expect(pages.map(({ number, pages: of, words }) => [number, of, words !== undefined])).toEqual([
      [1, 2, true],
      [2, 2, false],
    ])
    const words = pages[0]?.words ?? []
    expect(words.filter(({ line }) => line === 1).map(({ text }) => text)).toEqual([
      'Full',
      'name:',
      'Nguyen',
      'Van',
      'Hung',
    ])
    expect(pages[0]?.picture.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
  })

  it('have words whose boxes lie on the picture, from left to right', async () => {
    const words = (await collect(pdfOf([{ text: lines }])))[0]?.words ?? []
    const [first, second] = words
    expect(first?.box.left).toBeGreaterThan(140)
    expect(first?.box.right).toBeLessThanOrEqual((second?.box.left ?? 0) + 1)
    expect((first?.box.bottom ?? 0) - (first?.box.top ?? 0)).toBeGreaterThan(20)
  })

  it('are refused by what is wrong: too many, broken, or taking too long', async () => {
    expect(await refusal(pdfOf([{}, {}, {}]), { pagesMax: 2 })).toBe('tooManyPages')
    expect(await refusal(Buffer.from('%PDF-1.7 nothing of the kind'))).toBe('broken')
    expect(await refusal(pdfOf([{ text: lines }]), { secondsMax: 0.001 })).toBe('tooSlow')
  })
})

describe('files that are no ordinary PDF', () => {
  /** A PDF written object by object. */
  function fileOf(objects: readonly string[], trailing = ''): Buffer {
    let text = '%PDF-1.4\n'
    const places = objects.map((object, at) => {
      const place = text.length
      text += `${at + 1} 0 obj\n${object}\nendobj\n`
      return `${String(place).padStart(10, '0')} 00000 n \n`
    })
    const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
    const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R${trailing} >>`
    return Buffer.from(`${text}${table}trailer\n${trailer}\nstartxref\n${text.length}\n%%EOF\n`, 'latin1')
  }

  /** A PDF that asks for a password, as its trailer says: the keys it holds fit no empty one. */
  const locked = () => {
    const key = '00'.repeat(32)
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
      `<< /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >>`,
    ]
    return fileOf(objects, ' /Encrypt 4 0 R /ID [<00> <00>]')
  }

  it('are given up when they unpack to more than any page needs', async () => {
    const packed = deflateSync(Buffer.alloc(450_000_000, ' ')).toString('latin1')
    const page = (content: string) =>
      fileOf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>',
        `<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n${content}\nendstream`,
      ])
    const limits = { bytesHeldMax: 250_000_000, secondsMax: 60 }
    expect(await refusal(page(deflateSync('0 0 m').toString('latin1')), limits)).toBeUndefined()
    expect(await refusal(page(packed), limits)).toBe('tooSlow')
  }, 60_000)

  it('are told: one with a password, one of two hundred pages', async () => {
    expect(await refusal(locked())).toBe('locked')
    expect(await refusal(pdfOf(Array.from({ length: 200 }, () => ({ text: ['1'] }))))).toBe('tooManyPages')
  }, 20_000)
})
