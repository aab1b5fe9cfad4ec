import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas, GlobalFonts, PDFDocument } from '@napi-rs/canvas'
import pdfmake from 'pdfmake'
import type { Content } from 'pdfmake/interfaces'
import { afterAll, describe, expect, it } from 'vitest'
import { openReader } from './ocr.ts'
// pdfmake knows one set of typefaces in a process: that of papers.
import './paper-pdf.ts'
import { drawPdf } from './pdf-pages.ts'
import { readWrittenDocument } from './written-documents.ts'

const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'))
const face = (folder: string) => join(fonts, folder, `Tinos_${folder}.ttf`)
GlobalFonts.registerFromPath(face('400Regular'), 'Tinos')

const reader = openReader()
afterAll(() => reader.close())

async function pdfOf(content: Content[]): Promise<Uint8Array> {
  const definition = {
    pageSize: 'A4' as const,
    pageMargins: [85, 57, 42, 57] as [number, number, number, number],
    defaultStyle: { font: 'Tinos', fontSize: 14, alignment: 'justify' as const },
    content,
    footer: (page: number) => ({ text: String(page), alignment: 'center' as const }),
  }
  return new Uint8Array(await pdfmake.createPdf(definition).getBuffer())
}

const body =
  'Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính và các đơn vị liên quan rà soát toàn bộ hồ sơ đối tượng bảo trợ ' +
  'xã hội chưa nhận được trợ cấp do thay đổi nơi cư trú, báo cáo Ủy ban nhân dân tỉnh trước ngày 30/9/2026.'
const second = 'Sở Nội vụ theo dõi, đôn đốc việc thực hiện.'

describe('a PDF with text', () => {
  it('gives lines back as the paragraphs they were, its head column by column', async () => {
    const bytes = await pdfOf([
      {
        columns: [
          { text: 'ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\nSố: 12/TB-UBND', alignment: 'center', fontSize: 12 },
          { text: 'CỘNG HÒA XÃ HỘI\nĐộc lập - Tự do\nNghệ An, 14/9/2026', alignment: 'center', fontSize: 12 },
        ],
      },
      { text: 'THÔNG BÁO', alignment: 'center', margin: [0, 14] },
      { text: body, leadingIndent: 28 },
      { text: `1. ${second}`, leadingIndent: 28 },
      { text: `- ${body}`, leadingIndent: 28 },
    ])
    const { parts, source, pages } = await readWrittenDocument(bytes, 'thong-bao.pdf')
    expect({ source, pages }).toEqual({ source: 'pdf', pages: 1 })
    expect(parts.map((part) => part.kind === 'paragraph' && part.text)).toEqual([
      'ỦY BAN NHÂN DÂN',
      'TỈNH NGHỆ AN',
      'Số: 12/TB-UBND',
      'CỘNG HÒA XÃ HỘI',
      'Độc lập - Tự do',
      'Nghệ An, 14/9/2026',
      'THÔNG BÁO',
      body,
      `1. ${second}`,
      `- ${body}`,
    ])
  })

  it('gives a table as rows, also over the end of a page, with the lines of a cell joined', async () => {
    const job = 'Rà soát, lập danh sách hộ nghèo, hộ cận nghèo trên địa bàn theo chuẩn mới'
    const rows = Array.from({ length: 24 }, (_, at) => [
      `${at + 1}`,
      job,
      'Sở Nông nghiệp và Môi trường',
      '30/9/2026',
    ])
    const head = ['TT', 'Nội dung công việc', 'Cơ quan chủ trì', 'Thời hạn']
    const table = { headerRows: 1, widths: [30, '*', 110, 70], body: structuredClone([head, ...rows]) }
    const bytes = await pdfOf([body, { table, alignment: 'left' }, { text: second, margin: [0, 20] }])
    const { parts, pages } = await readWrittenDocument(bytes, 'ke-hoach.pdf')
    expect(pages).toBe(2)
    expect(parts).toEqual([
      { kind: 'paragraph', text: body },
      { kind: 'table', rows: [head, ...rows] },
      { kind: 'paragraph', text: second },
    ])
  })

  it('gives a word that is printed in two typefaces as one', async () => {
    const bytes = await pdfOf([
      {
        text: [
          'Giao S',
          { text: 'ở', bold: true },
          ' Y tế',
          { text: ' rà soát', bold: true },
          ', báo cáo ',
          body,
        ],
      },
    ])
    const { parts } = await readWrittenDocument(bytes, 'a.pdf')
    expect(parts).toEqual([{ kind: 'paragraph', text: `Giao Sở Y tế rà soát, báo cáo ${body}` }])
  })

  it('joins a paragraph that the end of a page cut in two, and reports each page', async () => {
    const long = Array.from({ length: 30 }, () => body.slice(0, -1).toLowerCase()).join(', ')
    const seen: number[] = []
    const { parts } = await readWrittenDocument(await pdfOf([long, second]), 'dai.pdf', {
      onProgress: ({ done, total }) => void seen.push(done, total),
    })
    expect(parts.map((part) => part.kind === 'paragraph' && part.text)).toEqual([long, second])
    expect(seen).toEqual([1, 2, 2, 2])
  })
})

describe('paper as pictures', () => {
  const said = [
    'Giao Sở Nội vụ rà soát hồ sơ người có công,',
    'báo cáo Ủy ban nhân dân tỉnh trước ngày 30/9/2026.',
  ]

  function draw(context: {
    font: string
    fillStyle: unknown
    fillText(text: string, x: number, y: number): void
  }) {
    context.fillStyle = '#111'
    context.font = '40px Tinos'
    for (const [at, line] of said.entries()) context.fillText(line, 120, 200 + at * 64)
  }

  function pictureOf(): Buffer {
    const canvas = createCanvas(1_240, 700)
    const context = canvas.getContext('2d')
    context.fillStyle = '#fff'
    context.fillRect(0, 0, 1_240, 700)
    draw(context)
    return canvas.toBuffer('image/png')
  }

  it('are read by the machine, which says how sure it is', async () => {
    const { parts, source, pages, confidence } = await readWrittenDocument(pictureOf(), 'quet.png', {
      reader,
    })
    expect({ source, pages }).toEqual({ source: 'scan', pages: 1 })
    expect(parts).toEqual([{ kind: 'paragraph', text: said.join(' ') }])
    expect(confidence).toBeGreaterThan(80)
  }, 30_000)

  it('give the words of a table without the lines between its cells', async () => {
    const rows = [
      ['Nội dung công việc', 'Cơ quan chủ trì'],
      ['Mở các lớp đào tạo nghề', 'Sở Giáo dục và Đào tạo'],
    ]
    for await (const { picture } of drawPdf(await pdfOf([{ table: { body: rows }, alignment: 'left' }]))) {
      const { parts } = await readWrittenDocument(picture, 'quet.jpg', { reader })
      const read = parts
        .map((part) => (part.kind === 'table' ? part.rows.flat().join(' ') : part.text))
        .join(' ')
      expect(read).toContain('Mở các lớp đào tạo nghề')
      expect(read).not.toMatch(/[|¦]/)
    }
  }, 30_000)

  it('within a PDF are told from text, and nothing on them is said so', async () => {
    const document = new PDFDocument()
    document.beginPage(595, 842).fillRect(50, 50, 400, 300)
    document.endPage()
    const reading = readWrittenDocument(document.close(), 'quet.pdf', { reader })
    await expect(reading).rejects.toThrow('máy không đọc được chữ nào')
  }, 30_000)

  it('stop being read when nobody waits any more', async () => {
    const stopped = new AbortController()
    stopped.abort(new Error('nobody waits'))
    const reading = readWrittenDocument(pictureOf(), 'quet.png', { reader, signal: stopped.signal })
    await expect(reading).rejects.toThrow('nobody waits')
  })
})
