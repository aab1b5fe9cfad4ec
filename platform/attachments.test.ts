import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  ImageRun,
  InsertedTextRun,
  Packer,
  Paragraph,
  TextRun,
} from 'docx'
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import mammoth from 'mammoth'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { attachmentBytesMax, prepareAttachment } from './attachments.ts'
import { readArchive, repack, unpack, writeArchive } from './attachments-archive.ts'
import { cleanDocument } from './attachments-cleaning.ts'
import { withoutCamera } from './attachments-pictures.ts'
import { readSheets } from './sheets.ts'

const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#2f6b4f' } })
  .withMetadata({ orientation: 6 })
  .withExifMerge({ IFD0: { Artist: 'Nguyễn Văn An' }, IFD3: { GPSLatitude: '18/1 40/1 0/1' } })
  .jpeg()
  .toBuffer()

const asked = { author: 'Lê Cường', date: '2026-01-01T00:00:00Z' }

/** As an officer's Word writes it: named, commented, changed in the open, with a picture from a phone. */
const word = await Packer.toBuffer(
  new Document({
    ...{ creator: 'Nguyễn Văn An', lastModifiedBy: 'Trần Thị Bình', title: 'Bản nháp của An' },
    customProperties: [{ name: 'Phòng', value: 'Bảo trợ' }],
    comments: {
      children: [{ id: 0, author: 'Lê Cường', initials: 'LC', children: [new Paragraph('Xem lại')] }],
    },
    sections: [
      {
        children: [
          new Paragraph({
            children: [
              new CommentRangeStart(0),
              new TextRun('Mẫu số 1, người ký w:author="ai đó"'),
              new CommentRangeEnd(0),
              new TextRun({ children: [new CommentReference(0)] }),
              new InsertedTextRun({ text: ' mới', id: 1, ...asked }),
              new DeletedTextRun({ text: ' cũ', id: 2, ...asked }),
              new TextRun({ text: 'ghi riêng', vanish: true }),
              new ImageRun({ type: 'jpg', data: photo, transformation: { width: 60, height: 40 } }),
            ],
          }),
        ],
      },
    ],
  }),
)

/** The content of every file of an archive, one after another. */
function allOf(bytes: Uint8Array): string {
  return (readArchive(bytes) ?? []).map((entry) => unpack(entry)?.toString('utf8')).join('\n')
}

async function prepared(bytes: Uint8Array, name: string) {
  const made = await prepareAttachment(bytes, name)
  if (!made.ok) throw new Error(made.because)
  return made
}

function archiveOf(parts: Record<string, string | Buffer>): Buffer {
  return writeArchive(
    Object.entries(parts).map(([name, content]) =>
      repack({ name, method: name === 'mimetype' ? 0 : 8 }, Buffer.from(content)),
    ),
  )
}

/** As LibreOffice writes it. */
const openDocument = {
  mimetype: 'application/vnd.oasis.opendocument.text',
  'content.xml': `<office:document-content><office:body><office:text><text:tracked-changes><text:changed-region>
    <text:insertion><office:change-info><dc:creator>Lê Cường</dc:creator></office:change-info></text:insertion>
    </text:changed-region></text:tracked-changes><text:p>Tờ khai</text:p></office:text></office:body></office:document-content>`,
  'meta.xml': `<office:document-meta><office:meta><meta:initial-creator>Nguyễn Văn An</meta:initial-creator>
    <dc:creator>Trần Thị Bình</dc:creator></office:meta></office:document-meta>`,
  'settings.xml': `<config:config-item config:name="PrinterName" config:type="string">MAYIN-PHONG-3</config:config-item>`,
  'Thumbnails/thumbnail.png': 'PNG',
  'META-INF/manifest.xml': `<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"/><manifest:file-entry
    manifest:full-path="Thumbnails/thumbnail.png" manifest:media-type="image/png"/></manifest:manifest>`,
}

describe('a document to be saved by readers', () => {
  it('is told from its content and gets the ending that belongs to it', async () => {
    expect(await prepareAttachment(word, 'Mẫu số 1.pdf')).toMatchObject({
      ok: true,
      fileName: 'Mẫu số 1.docx',
    })
    expect(await prepareAttachment(Buffer.from('%PDF-1.7\n%âãÏÓ\n'), 'Tờ khai')).toMatchObject({
      ...{ ok: true, type: 'application/pdf', fileName: 'Tờ khai.pdf', remarks: ['pdfUnread'] },
    })
  })

  it('is no page, no program and no picture, whatever it is called', async () => {
    for (const content of ['<html><script>1</script></html>', 'MZ\u0090\u0000', 'GIF89a', 'PK\u0003\u0004'])
      expect(await prepareAttachment(Buffer.from(content, 'latin1'), 'a.pdf')).toEqual({
        ok: false,
        because: 'notADocument',
      })
  })

  it('is neither empty nor too large', async () => {
    expect(await prepareAttachment(new Uint8Array(), 'a.pdf')).toMatchObject({ because: 'empty' })
    const large = Buffer.alloc(attachmentBytesMax + 1)
    large.write('%PDF-1.7')
    expect(await prepareAttachment(large, 'a.pdf')).toMatchObject({ because: 'tooLarge' })
  })

  it('is whole, and holds no program under another name', async () => {
    const cut = word.subarray(0, word.length - 400)
    expect(await prepareAttachment(cut, 'a.docx')).toMatchObject({ ok: false, because: 'broken' })
    const entries = readArchive(word) ?? []
    const program = repack({ name: 'word/vbaProject.bin', method: 8 }, Buffer.from('Attribute VB_Name'))
    const withProgram = writeArchive([...entries, program])
    expect(await prepareAttachment(withProgram, 'a.docx')).toMatchObject({ because: 'notADocument' })
  })

  it('that is damaged in any place is cleaned or refused, and stops nothing', () => {
    const place = fc.nat(word.length - 1)
    const damage = fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(damage, fc.nat(photo.length), (changes, cut) => {
        const damaged = Buffer.from(word)
        for (const [at, value] of changes) damaged[at] = value
        expect(typeof cleanDocument(damaged).ok).toBe('boolean')
        expect(cleanDocument(damaged.subarray(0, changes[0]?.[0])).ok).toBe(false)
        withoutCamera(photo.subarray(0, cut))
      }),
      { numRuns: 200 },
    )
  })
})

describe('a Word document for readers', () => {
  it('names nobody any longer: neither author nor who commented, changed or photographed', async () => {
    expect(allOf(word)).toMatch(/Nguyễn Văn An[\s\S]*Trần Thị Bình|Trần Thị Bình[\s\S]*Nguyễn Văn An/)
    const { bytes, isChanged } = await prepared(word, 'a.docx')
    expect(isChanged).toBe(true)
    for (const name of [
      'Nguyễn Văn An',
      'Trần Thị Bình',
      'Lê Cường',
      '"LC"',
      'Bảo trợ',
      'Bản nháp',
      '2026-01-01',
    ])
      expect(allOf(bytes)).not.toContain(name)
  })

  it('says the same to its readers as before', async () => {
    const { bytes } = await prepared(word, 'a.docx')
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    expect(value.trim()).toBe('Mẫu số 1, người ký w:author="ai đó" mớighi riêng')
  })

  it('tells what people have to decide on: changes, comments, hidden words', async () => {
    expect((await prepared(word, 'a.docx')).remarks).toEqual(['trackedChanges', 'comments', 'hiddenText'])
  })

  it('keeps its pictures to the last dot, the way up they are held, and nothing their camera noted', async () => {
    const { bytes } = await prepared(word, 'a.docx')
    const kept = (readArchive(bytes) ?? []).find(({ name }) => name.endsWith('.jpg'))
    const bare = kept && unpack(kept)
    if (!bare) throw new Error('There is no picture in it')
    const [before, after] = [await sharp(photo).metadata(), await sharp(bare).metadata()]
    expect(before).toMatchObject({ orientation: 6 })
    expect(after).toMatchObject({ width: before.width, height: before.height, orientation: 6 })
    expect(bare.includes('Artist') || bare.includes('Nguy')).toBe(false)
    expect(await sharp(bare).raw().toBuffer()).toEqual(await sharp(photo).raw().toBuffer())
  })

  it('keeps a drawing to the last dot, and nothing its program noted', async () => {
    const drawing = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#9e2a2b' } })
      .withExif({ IFD0: { Artist: 'Nguyen Van An' } })
      .png()
      .toBuffer()
    expect(drawing.includes('Nguyen Van An')).toBe(true)
    const entries = [...(readArchive(word) ?? []), repack({ name: 'word/media/2.png', method: 8 }, drawing)]
    const { bytes } = await prepared(writeArchive(entries), 'a.docx')
    const kept = (readArchive(bytes) ?? []).find(({ name }) => name.endsWith('2.png'))
    const bare = kept && unpack(kept)
    if (!bare) throw new Error('There is no drawing in it')
    expect(bare.includes('Nguyen Van An')).toBe(false)
    expect(await sharp(bare).raw().toBuffer()).toEqual(await sharp(drawing).raw().toBuffer())
  })

  it('prepared once is not changed when prepared again', async () => {
    const { bytes } = await prepared(word, 'a.docx')
    expect(await prepared(bytes, 'a.docx')).toMatchObject({ isChanged: false })
  })

  it('that is signed stays as it is, and that is told', async () => {
    const signature = repack({ name: '_xmlsignatures/sig1.xml', method: 8 }, Buffer.from('<Signature/>'))
    const signed = writeArchive([...(readArchive(word) ?? []), signature])
    const made = await prepared(signed, 'a.docx')
    expect(made.remarks).toContain('signed')
    expect(Buffer.from(made.bytes).equals(signed)).toBe(true)
  })
})

describe('a table or a LibreOffice text for readers', () => {
  it('of Excel loses names and folders, keeps its cells, and tells of hidden sheets and rows', async () => {
    const plain = Buffer.from(
      await writeXlsx({
        properties: { creator: 'Nguyễn Văn An', lastModifiedBy: 'Trần Thị Bình', company: 'Sở X' },
        sheets: [
          {
            name: 'Chi trả',
            rows: [
              ['Xã', 'Số tiền'],
              ['Vinh Phú', 540_000],
            ],
            rowDefs: new Map([[1, { hidden: true }]]),
          },
          { name: 'Nháp', rows: [['Ghi riêng']], hidden: true },
        ],
      }),
    )
    const made = await prepared(plain, 'Bảng.xlsx')
    expect(made.remarks).toEqual(['hiddenSheets', 'hiddenRows'])
    for (const name of ['Nguyễn Văn An', 'Trần Thị Bình', 'Sở X']) {
      expect(allOf(plain)).toContain(name)
      expect(allOf(made.bytes)).not.toContain(name)
    }
    const rows: unknown[] = []
    for (const sheet of await readSheets(made.bytes, 'Bảng.xlsx')) rows.push(sheet)
    expect(JSON.stringify(rows)).toContain('Vinh Phú')
  })

  it('of LibreOffice loses names, printer and the picture of its first page', async () => {
    const made = await prepared(archiveOf(openDocument), 'Tờ khai.odt')
    expect(made).toMatchObject({
      type: 'application/vnd.oasis.opendocument.text',
      remarks: ['trackedChanges'],
    })
    const all = allOf(made.bytes)
    for (const gone of ['Nguyễn', 'Trần', 'Lê Cường', 'MAYIN', 'humbnail']) expect(all).not.toContain(gone)
    expect(all).toContain('Tờ khai')
    expect(
      readArchive(made.bytes)
        ?.map(({ name, method }) => [name, method])
        .at(0),
    ).toEqual(['mimetype', 0])
  })
})

describe('a PDF for readers', () => {
  it('is not changed, and says whom it names', async () => {
    const pdf = Buffer.from(
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Annots[5 0 R]>>endobj
4 0 obj<</Author(Nguyen Van An)>>endobj
5 0 obj<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(Xem lai)>>endobj
trailer<</Root 1 0 R/Info 4 0 R>>\n%%EOF\n`,
    )
    const made = await prepared(pdf, 'a.pdf')
    expect(made).toMatchObject({
      names: ['Nguyen Van An'],
      remarks: ['pdfNames', 'pdfComments'],
      isChanged: false,
    })
    expect(Buffer.from(made.bytes).equals(pdf)).toBe(true)
  })
})
