import {
  AlignmentType,
  Document,
  Footer,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx'
import { describe, expect, it } from 'vitest'
import { BilingualError } from './bilingual-error.ts'
import { readWrittenDocument } from './written-documents.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))

const refusal = (bytes: Uint8Array, name = 'van-ban') =>
  readWrittenDocument(bytes, name).then(
    () => undefined,
    (error) => {
      expect(error).toBeInstanceOf(BilingualError)
      return error as BilingualError
    },
  )

async function wordOf(children: (Paragraph | Table)[]): Promise<Uint8Array> {
  const levels = [
    { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT },
    { level: 1, format: LevelFormat.LOWER_LETTER, text: '%2)', alignment: AlignmentType.LEFT },
  ]
  const document = new Document({
    numbering: {
      config: [
        { reference: 'tasks', levels },
        { reference: 'others', levels },
      ],
    },
    sections: [{ footers: { default: new Footer({ children: [new Paragraph('Trang 1')] }) }, children }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const item = (text: string, level: number, reference = 'tasks') =>
  new Paragraph({ text, numbering: { reference, level } })
const cell = (...texts: string[]) => new TableCell({ children: texts.map((text) => new Paragraph(text)) })

describe('plain text', () => {
  it('is read whatever its encoding, letters composed and marks of no width dropped', async () => {
    const text = 'Giao Sở Y tế rà soát hồ sơ\r\n\r\nBáo cáo trước ngày 30/9/2026'
    const expected = ['Giao Sở Y tế rà soát hồ sơ', 'Báo cáo trước ngày 30/9/2026']
    for (const bytes of [utf8(text), utf8(`\ufeff${text.normalize('NFD')}`), utf16(text)]) {
      const { parts, source } = await readWrittenDocument(bytes, 'giao-viec.txt')
      expect(parts.map((part) => part.kind === 'paragraph' && part.text)).toEqual(expected)
      expect(source).toBe('text')
    }
  })

  it('in TCVN3, in VNI or broken on its way is refused with what to do', async () => {
    const tcvn3 =
      'Céng hßa x· héi chñ nghÜa ViÖt Nam, giao Së Y tÕ chñ tr×, phèi hîp víi Së Tµi chÝnh rµ so¸t hå s¬ ®èi t­îng'
    expect((await refusal(new Uint8Array(Buffer.from(tcvn3, 'latin1'))))?.vi).toContain('TCVN3')
    expect((await refusal(utf8(tcvn3)))?.vi).toContain('TCVN3')
    const vni =
      'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, giao Sôû Y teá raø soaùt hoà sô ñoái töôïng, baùo caùo keát quaû'
    expect((await refusal(utf8(vni)))?.vi).toContain('VNI')
    const broken = Buffer.from('Giao Sở Y tế rà soát hồ sơ đối tượng được hưởng trợ cấp', 'utf8').toString(
      'latin1',
    )
    expect((await refusal(utf8(broken)))?.vi).toContain('vỡ dấu')
  })

  it('is not looked for in bytes whose name says they are something else', async () => {
    const noise = new Uint8Array(4_000).map((_, index) => (index * 7919 + (index >> 3) * 31) % 256)
    for (const name of ['thong-bao.pdf', 'KE-HOACH.DOCX', 'anh.jpg'])
      expect((await refusal(noise, name))?.vi).toContain('tệp hỏng, hoặc không phải PDF')
  })

  it('without any tone, and with letters of other languages, is not taken for an old font', async () => {
    const written = 'Giao So Y te ra soat. Doan cua Lao: naïve, façade, Müller, «một», ©®'
    expect((await readWrittenDocument(utf8(written), 'a.txt')).parts).toHaveLength(1)
  })
})

describe('a Word document', () => {
  it('gives paragraphs in order with the numbers of its lists, without header and footer', async () => {
    const bytes = await wordOf([
      new Paragraph('Phó Chủ tịch yêu cầu:'),
      item('Sở Y tế', 0),
      item('Rà soát hồ sơ', 1),
      item('Công khai kết quả', 1),
      item('Sở Nội vụ', 0),
      new Paragraph(''),
      new Paragraph('Đoạn xen giữa'),
      item('Báo cáo', 1),
      item('Danh sách khác', 0, 'others'),
    ])
    const { parts, source } = await readWrittenDocument(bytes, 'ket-luan.docx')
    expect(source).toBe('docx')
    expect(parts.map((part) => part.kind === 'paragraph' && part.text)).toEqual([
      'Phó Chủ tịch yêu cầu:',
      '1. Sở Y tế',
      'a) Rà soát hồ sơ',
      'b) Công khai kết quả',
      '2. Sở Nội vụ',
      'Đoạn xen giữa',
      'a) Báo cáo',
      '1. Danh sách khác',
    ])
  })

  it('gives lines broken by hand as paragraphs, capitals as printed, and joins runs', async () => {
    const bytes = await wordOf([
      new Paragraph({
        children: [
          new TextRun({ text: 'kế hoạch', allCaps: true }),
          new TextRun({ text: 'Giảm nghèo', break: 1 }),
          new TextRun({ text: ' bền\u00ad vững', bold: true }),
        ],
      }),
    ])
    expect((await readWrittenDocument(bytes, 'a.docx')).parts).toEqual([
      { kind: 'paragraph', text: 'KẾ HOẠCH' },
      { kind: 'paragraph', text: 'Giảm nghèo bền vững' },
    ])
  })

  it('gives a table as rows: merged downwards said in each, several lines of a cell set apart', async () => {
    const rows = [
      new TableRow({ children: [cell('TT'), cell('Nội dung'), cell('Chủ trì')] }),
      new TableRow({
        children: [new TableCell({ columnSpan: 3, children: [new Paragraph('I. Năm 2026')] })],
      }),
      new TableRow({
        children: [
          cell('1'),
          cell('Rà soát hộ nghèo', 'Lập danh sách'),
          new TableCell({ verticalMerge: VerticalMergeType.RESTART, children: [new Paragraph('Sở Y tế')] }),
        ],
      }),
      new TableRow({
        children: [
          cell('2'),
          cell('Công khai;', 'báo cáo'),
          new TableCell({ verticalMerge: VerticalMergeType.CONTINUE, children: [new Paragraph('')] }),
        ],
      }),
    ]
    expect((await readWrittenDocument(await wordOf([new Table({ rows })]), 'a.docx')).parts).toEqual([
      {
        kind: 'table',
        rows: [
          ['TT', 'Nội dung', 'Chủ trì'],
          ['I. Năm 2026', '', ''],
          ['1', 'Rà soát hộ nghèo; Lập danh sách', 'Sở Y tế'],
          ['2', 'Công khai; báo cáo', 'Sở Y tế'],
        ],
      },
    ])
  })

  it('reads the head of a paper column by column, for that table only sets it out', async () => {
    const row = new TableRow({
      children: [
        cell('ỦY BAN NHÂN DÂN TỈNH NGHỆ AN', 'Số: 12/TB-UBND'),
        cell('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'),
      ],
    })
    const { parts } = await readWrittenDocument(await wordOf([new Table({ rows: [row] })]), 'a.docx')
    expect(parts.map((part) => part.kind === 'paragraph' && part.text)).toEqual([
      'ỦY BAN NHÂN DÂN TỈNH NGHỆ AN',
      'Số: 12/TB-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
    ])
  })
})

describe('what is not a written document', () => {
  const ole = (also: string) =>
    new Uint8Array(
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(600),
        Buffer.from(also, 'utf16le'),
      ]),
    )

  it('is refused by what it is, with the file’s name and the remedy, in both languages', async () => {
    const said = async (bytes: Uint8Array) => (await refusal(bytes, 'bao-cao'))?.vi
    expect(await said(new Uint8Array())).toContain('tệp trống')
    expect(await said(ole(''))).toContain('.doc')
    expect(await said(ole('EncryptedPackage'))).toContain('mật khẩu')
    expect(await said(utf8('{\\rtf1\\ansi xin chao}'))).toContain('RTF')
    expect(await said(utf8('PK\u0003\u0004 something else'))).toContain('tệp nén')
    expect(await said(new Uint8Array([0, 1, 2, 3, 0, 0, 9, 250, 251]))).toContain('không phải văn bản')
    expect(await said(utf8('<!DOCTYPE html><p>Giao Sở Y tế'))).toContain('trang web')
    expect(await said(utf8(' \n\t\n'))).toContain('không có chữ nào')
    const error = await refusal(utf8('%PDF-1.7 nothing of the kind'), 'quet.pdf')
    expect(error?.vi).toMatch(/^“quet\.pdf”: tệp hỏng/)
    expect(error?.en).toMatch(/^“quet\.pdf”: the file is broken/)
  })

  it('is refused when it is too big, too long, or broken inside', async () => {
    expect((await refusal(new Uint8Array(31 * 1024 * 1024)))?.vi).toContain('30 MB')
    expect((await refusal(utf8('một\n'.repeat(5_001))))?.vi).toContain('5.000 đoạn')
    const whole = await wordOf([new Paragraph('Một văn bản')])
    expect((await refusal(whole.slice(0, whole.length / 2)))?.vi).toContain('tệp hỏng')
    const swollen = Buffer.from(whole)
    swollen.writeUInt32LE(64 * 1024 * 1024, swollen.lastIndexOf('word/document.xml') - 46 + 24)
    expect((await refusal(swollen))?.vi).toContain('đầy bộ nhớ')
  })
})
