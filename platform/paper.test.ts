import { inflateRawSync } from 'node:zlib'
import mammoth from 'mammoth'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { type OfficialPaper, type PaperBlock, type PaperLayout, ruleUnder } from './paper.ts'
import { drawPaperDocx } from './paper-docx.ts'
import { drawPaperPdf } from './paper-pdf.ts'

const component = (sizePt: number, bold = false, italic = false) => ({ sizePt, bold, italic })
const layout: PaperLayout = {
  widthMm: 210,
  heightMm: 297,
  marginsMm: { top: 20, bottom: 20, left: 30, right: 15 },
  firstLineMm: 10,
  lineHeight: 1.15,
  afterPt: 6,
  typeface: 'Times New Roman',
  components: {
    superiorBody: component(12),
    issuingBody: component(12, true),
    nation: component(12, true),
    motto: component(13, true),
    number: component(13),
    placeAndDate: component(13, false, true),
    kind: component(13, true),
    summary: component(13, true),
    summaryOfLetter: component(12),
    body: component(13),
    heading: component(13, true),
    signatory: component(13, true),
    recipientsTitle: component(12, true, true),
    recipients: component(11),
    pageNumber: component(13),
  },
}

const long =
  'Ủy ban nhân dân các xã, phường rà soát từng người, trả lời trước ngày chi trả; việc quá hạn được nêu tên. '
const paper: OfficialPaper = {
  title: 'Báo cáo tuần 48/2026',
  author: 'Văn phòng UBND tỉnh Nghệ An',
  madeAt: new Date('2026-11-23T01:00:00Z'),
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  superiorBody: 'ỦY BAN NHÂN DÂN TỈNH NGHỆ AN',
  issuingBody: 'VĂN PHÒNG',
  number: 'Số:       /BC-VP',
  placeAndDay: 'Nghệ An, ngày      tháng      năm 2026',
  mark: 'DỰ THẢO',
  kind: 'BÁO CÁO',
  summary: 'Tình hình bảo trợ xã hội tuần 48 năm 2026',
  body: [
    { block: 'heading', text: '1. Đúng, đủ, kịp thời' },
    ...Array.from({ length: 14 }, (): PaperBlock => ({ block: 'paragraph', text: long.repeat(3).trim() })),
    { block: 'list', items: ['Xã Mỹ Lý: ẬP, ệ, ữ, ẵ đều còn dấu', 'A & B < C'] },
    {
      block: 'table',
      caption: 'Chậm nhất',
      columns: [
        { head: 'Xã, phường', share: 2 },
        { head: 'Quá hạn', share: 1, right: true },
      ],
      rows: [
        ['Xã Keng Đu', '12'],
        ['Phường Vinh Phú', '1.204'],
      ],
    },
  ],
  signatory: { office: ['KT. CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG'], name: 'Nguyễn Văn Ẩn' },
  recipients: { title: 'Nơi nhận:', lines: ['Chủ tịch UBND tỉnh', 'Lưu: VT, VX.'] },
}

/** The texts of the paper in the order in which they stand, without the spaces that breaking lines changes. */
function expected({ body, signatory, recipients, ...head }: OfficialPaper): string {
  const { superiorBody, issuingBody, number, mark, nation, motto, placeAndDay, kind, summary } = head
  return squeeze([
    ...[superiorBody, issuingBody, number, mark, nation, motto, placeAndDay, kind, summary],
    ...body.flatMap(textsOf),
    ...[recipients.title, ...recipients.lines.map((line) => `- ${line}`)],
    ...[...signatory.office, signatory.name],
  ])
}

function textsOf(block: PaperBlock): (string | undefined)[] {
  if (block.block === 'list') return block.items.map((item) => `- ${item}`)
  if (block.block !== 'table') return [block.text]
  return [block.caption, ...block.columns.map(({ head }) => head), ...block.rows.flat()]
}

function squeeze(texts: readonly (string | undefined)[]): string {
  return texts.join('').replace(/\s/g, '')
}

async function openPdf(bytes: Uint8Array) {
  const document = await getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS }).promise
  const pages = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [, , , , x, y] = item.transform as number[]
        return [{ text: item.str, leftMm: mm(x), rightMm: mm((x ?? 0) + item.width), topMm: 297 - mm(y) }]
      }),
    )
  }
  return { document, pages }
}

const mm = (points: number | undefined) => ((points ?? 0) * 25.4) / 72

/** One file out of a zip, by its local header. */
function unzip(bytes: Uint8Array, name: string): string {
  const buffer = Buffer.from(bytes)
  for (let at = buffer.indexOf('PK\u0001\u0002'); at >= 0; at = buffer.indexOf('PK\u0001\u0002', at + 4)) {
    const nameLength = buffer.readUInt16LE(at + 28)
    if (buffer.toString('utf8', at + 46, at + 46 + nameLength) !== name) continue
    const local = buffer.readUInt32LE(at + 42)
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28)
    const content = buffer.subarray(start, start + buffer.readUInt32LE(at + 20))
    return (buffer.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content)).toString('utf8')
  }
  throw new Error(`${name} is not in the file`)
}

const heading = { block: 'heading', text: 'Đề mục cuối trang' } as const
const pdf = await drawPaperPdf(paper, layout)
const docx = await drawPaperDocx(paper, layout)
const { document, pages } = await openPdf(pdf)

describe('a paper of the State', () => {
  it('says the same in the same order as PDF and as DOCX: what its parts say', async () => {
    const inPdf = pages.flat().filter(({ topMm }) => topMm > layout.marginsMm.top)
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docx) })
    expect(squeeze(inPdf.map(({ text }) => text))).toBe(expected(paper))
    expect(squeeze([value])).toBe(expected(paper))
  })

  it('can be drawn again from the same parts', async () => {
    const again = await openPdf(await drawPaperPdf(paper, layout))
    expect(again.pages.flat().map(({ text }) => text)).toEqual(pages.flat().map(({ text }) => text))
  })

  it('leaves letters no head of a kind, and unsigned papers no name', async () => {
    const { kind, mark, superiorBody, ...rest } = paper
    const letter = { ...rest, signatory: { office: ['CHÁNH VĂN PHÒNG'] } }
    const drawn = await openPdf(await drawPaperPdf(letter, layout))
    const inPdf = drawn.pages.flat().filter(({ topMm }) => topMm > layout.marginsMm.top)
    const { value } = await mammoth.extractRawText({
      buffer: Buffer.from(await drawPaperDocx(letter, layout)),
    })
    expect(squeeze(inPdf.map(({ text }) => text))).toBe(expected(letter))
    expect(squeeze([value])).toBe(expected(letter))
    for (const left of [kind, mark, superiorBody]) expect(expected(letter)).not.toContain(squeeze([left]))
  })
})

describe('a paper as PDF', () => {
  it('is A4, keeps to its margins and numbers its pages from the second, over the middle of the line', async () => {
    const [, , width, height] = (await document.getPage(1)).view
    expect([mm(width), mm(height)].map(Math.round)).toEqual([210, 297])
    expect(pages.length).toBeGreaterThan(1)
    for (const [index, runs] of pages.entries()) {
      const within = runs.filter(({ topMm }) => topMm > layout.marginsMm.top)
      for (const { leftMm, rightMm, topMm } of within) {
        expect(leftMm).toBeGreaterThanOrEqual(29.9)
        expect(rightMm).toBeLessThanOrEqual(195.1)
        expect(topMm).toBeLessThanOrEqual(277)
      }
      const above = runs.filter((run) => !within.includes(run))
      expect(above.map(({ text }) => text)).toEqual(index === 0 ? [] : [String(index + 1)])
      for (const { leftMm, rightMm } of above) expect((leftMm + rightMm) / 2).toBeCloseTo(112.5, 0)
    }
  })

  it('leaves no heading and no caption alone at the foot of a page', async () => {
    const line = (text: string): PaperBlock => ({ block: 'paragraph', text })
    const table: PaperBlock = {
      block: 'table',
      caption: 'Chú thích bảng',
      columns: [{ head: 'Cột đầu', share: 1 }],
      rows: [['Ô một'], ['Ô hai']],
    }
    let carried = 0
    for (let above = 22; above <= 26; above += 1) {
      const body = [...Array.from({ length: above }, () => line('Một dòng.')), heading, table, line('Hết.')]
      const { pages: drawn } = await openPdf(await drawPaperPdf({ ...paper, body }, layout))
      for (const runs of drawn) {
        const last = squeeze([runs.at(-1)?.text])
        expect([squeeze([heading.text]), squeeze([table.caption])], `${above} lines above`).not.toContain(
          last,
        )
      }
      if (squeeze([drawn[1]?.find(({ topMm }) => topMm > 20)?.text]) === squeeze([heading.text])) carried += 1
    }
    expect(carried, 'the heading did come to the foot of a page').toBeGreaterThan(0)
  })

  it('keeps the nation and the motto on a line each', () => {
    const lines = new Map<number, string>()
    for (const { text, leftMm, topMm } of pages[0] ?? [])
      if (leftMm > 90) lines.set(Math.round(topMm), squeeze([lines.get(Math.round(topMm)), text]))
    const [first, second] = [...lines].sort(([a], [b]) => a - b).map(([, text]) => text)
    expect([first, second]).toEqual([squeeze([paper.nation]), squeeze([paper.motto])])
  })

  it('draws under the motto a line as long as it is, under the others a third to a half of theirs', () => {
    const widthOf = (text: string) => {
      const runs = (pages[0] ?? []).filter((run) => squeeze([text]).includes(squeeze([run.text])))
      const line = runs.filter(({ topMm }) => Math.abs(topMm - (runs.at(-1)?.topMm ?? 0)) < 0.5)
      return Math.max(...line.map(({ rightMm }) => rightMm)) - Math.min(...line.map(({ leftMm }) => leftMm))
    }
    const rule = (name: Parameters<typeof ruleUnder>[0], text: string) =>
      mm(ruleUnder(name, text, layout)) / widthOf(text)
    expect(rule('motto', paper.motto)).toBeCloseTo(1, 1)
    for (const share of [rule('issuingBody', paper.issuingBody), rule('summary', paper.summary)]) {
      expect(share).toBeGreaterThan(1 / 3)
      expect(share).toBeLessThan(1 / 2)
    }
  })

  it('has the number on the line of the place and the day', () => {
    const topOf = (text: string) => pages[0]?.find((run) => run.text.includes(text))?.topMm ?? 0
    expect(topOf('BC-VP')).toBeGreaterThan(20)
    expect(Math.abs(topOf('BC-VP') - topOf('Nghệ'))).toBeLessThan(0.4)
  })

  it('carries its title, its language and its typeface', async () => {
    const { info } = await document.getMetadata()
    expect(info).toMatchObject({ Title: paper.title, Author: paper.author, Language: 'vi-VN' })
    const raw = Buffer.from(pdf).toString('latin1')
    const faces = new Set(raw.match(/\/BaseFont \/[A-Z]+\+\S+/g))
    expect(faces.size, 'regular, bold, italic, and both').toBe(4)
    for (const face of faces) expect(face).toContain('Tinos')
    expect(raw.match(/\/FontFile2 /g)).toHaveLength(4)
  })
})

describe('a paper as DOCX', () => {
  const text = unzip(docx, 'word/document.xml')

  it('is A4 with the margins of the layout, and has no number on its first page', () => {
    expect(text).toMatch(/<w:pgSz [^>]*w:w="11906"[^>]*w:h="16838"/)
    expect(text).toMatch(/<w:pgMar [^>]*w:top="1134"/)
    expect(text).toMatch(/<w:pgMar [^>]*w:left="1701"/)
    expect(text).toMatch(/<w:pgMar [^>]*w:right="850"/)
    expect(text).toMatch(/<w:pgMar [^>]*w:bottom="1134"/)
    expect(text).toContain('<w:titlePg/>')
  })

  it('writes Vietnamese in the typeface of the decree, and carries its title', () => {
    const styles = unzip(docx, 'word/styles.xml')
    expect(styles).toContain('w:ascii="Times New Roman"')
    expect(styles).toContain('<w:lang w:val="vi-VN"/>')
    expect(unzip(docx, 'docProps/core.xml')).toContain(`<dc:title>${paper.title}</dc:title>`)
  })

  it('writes each component in its size and style, in half points', () => {
    const runOf = (of: string) => {
      const [, run = ''] = text.match(new RegExp(`<w:rPr>((?:(?!</w:rPr>).)*)</w:rPr><w:t[^>]*>${of}<`)) ?? []
      return [Number(run.match(/<w:sz w:val="(\d+)"/)?.[1]), run.includes('<w:b/>'), run.includes('<w:i/>')]
    }
    const { superiorBody = '', issuingBody, nation, motto, number, placeAndDay, kind = '', summary } = paper
    const { signatory, recipients } = paper
    expect([superiorBody, issuingBody, nation, motto, number, placeAndDay, kind, summary].map(runOf)).toEqual(
      [
        [24, false, false],
        [24, true, false],
        [24, true, false],
        [26, true, false],
        [26, false, false],
        [26, false, true],
        [26, true, false],
        [26, true, false],
      ],
    )
    expect([recipients.title, '- Lưu: VT, VX.', ...signatory.office].map(runOf)).toEqual([
      [24, true, true],
      [22, false, false],
      [26, true, false],
      [26, true, false],
    ])
  })

  it('justifies its paragraphs, the first line drawn in, and rules its tables and no column of its head', () => {
    const paragraphs =
      text.match(/<w:p>(?:(?!<\/w:p>).)*các xã, phường rà soát(?:(?!<\/w:p>).)*<\/w:p>/g) ?? []
    expect(paragraphs).toHaveLength(14)
    for (const each of paragraphs) {
      expect(each).toContain('<w:jc w:val="both"/>')
      expect(each).toContain('<w:ind w:firstLine="567"/>')
    }
    const [head, table, end] = text.split('<w:tblBorders>').slice(1)
    for (const bare of [head, end]) expect(bare?.split('</w:tblBorders>')[0]).not.toContain('single')
    expect(table?.split('</w:tblBorders>')[0]?.match(/w:val="single"/g)).toHaveLength(6)
  })

  it('numbers its pages in the middle of the upper margin, and the first with nothing', () => {
    const [first, others] = [unzip(docx, 'word/header2.xml'), unzip(docx, 'word/header1.xml')]
    expect(others).toMatch(/<w:jc w:val="center"\/>.*<w:sz w:val="26"\/>.*PAGE/)
    expect(first).not.toContain('PAGE')
    expect(text).toMatch(/<w:headerReference w:type="default"/)
    expect(text).toMatch(/<w:headerReference w:type="first"/)
  })

  it('repeats the head of a table on the next page', () => {
    expect(text).toContain('<w:tblHeader/>')
  })
})
