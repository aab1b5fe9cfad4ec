import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksSchema } from '#publishing'
import { textOfBlock } from '#publishing/blocks'
import { toBlocks, toDocument } from './document.ts'
import { readPasted } from './pasted.ts'

const of = (html: string) => readPasted(html).blocks

/** As Word 365 puts a notice with a list and a table on the clipboard, shortened in its styles alone. */
const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm; font-family:"Times New Roman"} @list l0 {mso-list-id:1} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=VI style='tab-interval:36.0pt'><!--StartFragment-->
<h1 style='text-align:center'><b><span style='font-size:14.0pt;font-family:"Times New Roman",serif'>THÔNG BÁO<o:p></o:p></span></b></h1>
<p class=MsoNormal style='text-align:justify'><span style='mso-bookmark:_Hlk1'></span><b
style='mso-bidi-font-weight:normal'><span style='font-size:14.0pt'>Từ ngày 05/12/2026</span></b><span
style='font-size:14.0pt'>, chi trả trợ cấp&nbsp;tháng 12
tại nhà văn hóa. <i>Mang theo</i> <u>căn cước</u>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span>Người cao tuổi<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span></span><!--[endif]-->Từ đủ 75 tuổi<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Người khuyết tật</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>Đến đúng giờ</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span>Ký nhận</p>
<table class=MsoTableGrid border=1 cellspacing=0><tr style='mso-yfti-irow:0'><td width=100 valign=top><p class=MsoNormal><b>Thôn<o:p></o:p></b></p></td>
<td><p class=MsoNormal><b>Giờ</b></p></td></tr><tr><td><p class=MsoNormal>Xuân Am</p></td><td><p class=MsoNormal>7 giờ</p><p class=MsoNormal>30 phút</p></td></tr></table>
<p class=MsoNormal>Xem <a href="https://nghean.gov.vn/lich" style='color:#0563C1'><span>lịch</span></a>
<a href="javascript:alert(1)">tại đây</a><!--[if gte vml 1]><v:shape id="x"><v:imagedata src="file:///C:/anh.png"/></v:shape><![endif]--><![if !vml]><img width=10 src="file:///C:/anh.png"><![endif]></p>
<div style='mso-element:comment-list'><p class=MsoCommentText style='mso-element:comment'>Nhận xét riêng</p></div>
<!--EndFragment--></body></html>`

describe('a text pasted from Word', () => {
  const pasted = readPasted(fromWord)

  it('keeps its words, headings, lists, table and links, and nothing of its looks', () => {
    expect(pasted.blocks).toEqual([
      { kind: 'heading', level: 2, runs: [{ text: 'THÔNG BÁO' }] },
      {
        kind: 'paragraph',
        runs: [
          { text: 'Từ ngày 05/12/2026', bold: true },
          { text: ', chi trả trợ cấp tháng 12 tại nhà văn hóa. ' },
          { text: 'Mang theo', italic: true },
          { text: ' ' },
          { text: 'căn cước', underline: true },
          { text: '.' },
        ],
      },
      {
        kind: 'list',
        ordered: false,
        items: [
          {
            runs: [{ text: 'Người cao tuổi' }],
            nested: { ordered: false, items: [{ runs: [{ text: 'Từ đủ 75 tuổi' }] }] },
          },
          { runs: [{ text: 'Người khuyết tật' }] },
        ],
      },
      {
        kind: 'list',
        ordered: true,
        items: [{ runs: [{ text: 'Đến đúng giờ' }] }, { runs: [{ text: 'Ký nhận' }] }],
      },
      {
        kind: 'table',
        header: [[{ text: 'Thôn' }], [{ text: 'Giờ' }]],
        rows: [[[{ text: 'Xuân Am' }], [{ text: '7 giờ\n30 phút' }]]],
      },
      {
        kind: 'paragraph',
        runs: [{ text: 'Xem ' }, { text: 'lịch', href: 'https://nghean.gov.vn/lich' }, { text: ' tại đây' }],
      },
    ])
  })

  it('leaves its pictures behind and says how many', () => {
    expect(pasted.picturesDropped).toBe(1)
  })

  it('is what the server takes', () => {
    expect(blocksSchema.safeParse(pasted.blocks).success).toBe(true)
  })
})

describe('a text pasted from LibreOffice or a page', () => {
  it('keeps nested lists one level deep and brings deeper ones up', () => {
    const html = `<meta charset="utf-8"><ul><li><p style="margin-bottom: 0cm"><font face="Liberation Serif"><b>Một</b></font></p>
      <ol><li><p>Một một</p><ul><li>Sâu hơn</li></ul></li></ol></li><li>Hai</li></ul>`
    expect(of(html)).toEqual([
      {
        kind: 'list',
        ordered: false,
        items: [
          {
            runs: [{ text: 'Một', bold: true }],
            nested: {
              ordered: true,
              items: [{ runs: [{ text: 'Một một' }] }, { runs: [{ text: 'Sâu hơn' }] }],
            },
          },
          { runs: [{ text: 'Hai' }] },
        ],
      },
    ])
  })

  it('keeps the joined cells of a table', () => {
    const html = `<table><thead><tr><th colspan="2">Mức</th></tr></thead><tbody><tr><td>540.000 đ<td>mỗi tháng</tbody></table>`
    expect(of(html)).toEqual([
      {
        kind: 'table',
        header: [[{ text: 'Mức' }], []],
        rows: [[[{ text: '540.000 đ' }], [{ text: 'mỗi tháng' }]]],
        spans: [{ row: 0, column: 0, rows: 1, columns: 2 }],
      },
    ])
  })

  it('keeps a head of two rows and cells joined downwards, as tables of the State have them', () => {
    const html = `<table class=MsoTableGrid><tr><td rowspan=2><p class=MsoNormal><b>Xã</b></p></td><td colspan=2>Số người</td></tr>
      <tr><td>Nam</td><td>Nữ</td></tr><tr><td rowspan=2>Vinh Phú</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>`
    const [table] = of(html)
    expect(table).toMatchObject({
      heads: 2,
      header: [[{ text: 'Xã' }], [{ text: 'Số người' }], []],
      rows: [
        [[], [{ text: 'Nam' }], [{ text: 'Nữ' }]],
        [[{ text: 'Vinh Phú' }], [{ text: '1' }], [{ text: '2' }]],
        [[], [{ text: '3' }], [{ text: '4' }]],
      ],
      spans: [
        { row: 0, column: 0, rows: 2, columns: 1 },
        { row: 0, column: 1, rows: 1, columns: 2 },
        { row: 2, column: 0, rows: 2, columns: 1 },
      ],
    })
    expect(toBlocks(toDocument(of(html)))).toEqual(of(html))
  })

  it('from Excel, which says within its table where what was chosen begins, is a table', () => {
    const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body link=blue><table border=0 style='width:96pt'>
      <!--StartFragment--> <col width=64 span=2 style='width:48pt'> <tr height=20><td rowspan=2 class=xl65>Vinh Phú</td>
      <td align=right x:num="540000">540.000</td></tr><tr height=20><td>600.000</td></tr><!--EndFragment--></table></body></html>`
    expect(of(html)).toEqual([
      {
        kind: 'table',
        header: [[{ text: 'Vinh Phú' }], [{ text: '540.000' }]],
        rows: [[[], [{ text: '600.000' }]]],
        spans: [{ row: 0, column: 0, rows: 2, columns: 1 }],
        heads: 2,
      },
    ])
  })

  it('from Excel joins no cells where words only run over the empty ones beside them', () => {
    const html = `<table><tr><td colspan=2 style='mso-ignore:colspan'>Danh sách chi trả</td></tr>
      <tr><td>An</td><td>540.000</td></tr></table>`
    expect(of(html)).toEqual([
      {
        kind: 'table',
        header: [[{ text: 'Danh sách chi trả' }], []],
        rows: [[[{ text: 'An' }], [{ text: '540.000' }]]],
      },
    ])
  })

  it('takes a frame around text for text', () => {
    expect(of('<table><tr><td><p>Một</p><p>Hai</p></td></tr></table>').map(({ kind }) => kind)).toEqual([
      'paragraph',
      'paragraph',
    ])
  })

  it('is not all bold because a wrapper says so and takes it back', () => {
    const html = `<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">Đậm</span><span style="font-weight:400"> nhạt</span></p></b>`
    expect(of(html)).toEqual([{ kind: 'paragraph', runs: [{ text: 'Đậm', bold: true }, { text: ' nhạt' }] }])
  })

  it('stays within its line when it is only some words', () => {
    expect(readPasted('<meta charset="utf-8"><span style="color:red">vài chữ</span>')).toEqual({
      blocks: [{ kind: 'paragraph', runs: [{ text: 'vài chữ' }] }],
      picturesDropped: 0,
      struckOut: 0,
      isInline: true,
    })
    expect(readPasted('<p>một dòng</p>').isInline).toBe(false)
  })

  it('runs nothing: scripts, handlers, frames and addresses that are code are gone', () => {
    const html = `<script>alert(1)</script><p onclick="x()">An <iframe src="x"><p>b</p></iframe><svg><a>c</a></svg>
      <a href=" JaVaScRiPt:alert(1)">toàn</a><a href="//evil.example">!</a><style>p{}</style></p>`
    expect(of(html)).toEqual([{ kind: 'paragraph', runs: [{ text: 'An toàn!' }] }])
  })

  it('keeps letters above and below the line', () => {
    const html = `<p>20 m<sup>2</sup>, CO<span style="vertical-align:sub">2</span><a href="#_ftnref1"><span
      class=MsoFootnoteReference>(1)</span></a></p>`
    expect(of(html)).toEqual([
      {
        kind: 'paragraph',
        runs: [
          { text: '20 m' },
          { text: '2', raised: 'up' },
          { text: ', CO' },
          { text: '2', raised: 'down' },
          { text: '(1)', raised: 'up' },
        ],
      },
    ])
  })

  it('keeps links that lead from anywhere, and of others the words', () => {
    const html = `<p><a href="/tin/1">tin</a> <a href="#_ftn1">[1]</a> <a href="tin.html">đây</a>
      <a href="tel:+842383">gọi</a><button>Chia sẻ</button></p>`
    expect(of(html)).toEqual([
      { kind: 'paragraph', runs: [{ text: 'tin [1] đây ' }, { text: 'gọi', href: 'tel:+842383' }] },
    ])
  })

  it('has its letters composed, however they were typed', () => {
    expect(of('<p>Tie\u0302\u0300n co\u0302ng</p>')).toEqual([
      { kind: 'paragraph', runs: [{ text: 'Tiền công' }] },
    ])
  })

  it('of any kind gives blocks that the server takes', () => {
    const tag = fc.constantFrom(
      'p',
      'b',
      'ul',
      'li',
      'ol',
      'table',
      'tr',
      'td',
      'h2',
      'h4',
      'blockquote',
      'a',
      'br',
      'hr',
      'div',
      'o:p',
    )
    const piece = fc.oneof(
      fc.string({ maxLength: 8 }),
      tag.map((name) => `<${name} href="http://a.vn/b" style='mso-list:l0 level3 lfo1'>`),
      tag.map((name) => `</${name}>`),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { blocks } = readPasted(pieces.join(''))
        expect(blocksSchema.safeParse(blocks).success).toBe(true)
        expect(blocksSchema.safeParse(toBlocks(toDocument(blocks))).success).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a text under tracked changes', () => {
  const html = `<p class=MsoNormal>Chi trả <span class=msoDel><del cite="mailto:An" datetime="2026-11-20T08:00"><span
    style='color:red'>500.000</span></del></span><ins cite="mailto:An"><u>540.000</u></ins> đồng<a class=msocomanchor
    href="#_msocom_1">[A1]</a><strike>/quý</strike><span style="text-decoration: underline line-through">nhé</span>
    <s> </s>mỗi tháng</p><del><p>Cả đoạn đã bỏ</p></del>`

  it('comes without the words that were deleted or crossed out, and says of how many places', () => {
    const pasted = readPasted(html)
    expect(pasted.blocks.flatMap((block) => textOfBlock(block))).toEqual(['Chi trả 540.000 đồng mỗi tháng'])
    expect(pasted.struckOut).toBe(4)
  })

  it('does so in cells of a table and points of a list', () => {
    const pasted = readPasted(
      '<table><tr><td>Mức<td><del>1</del>2</table><ul><li><s>bỏ</s>giữ</li><li><del>hết</del></li></ul>',
    )
    expect(pasted.blocks.map(textOfBlock)).toEqual(['Mức | 2', 'giữ'])
    expect(pasted.struckOut).toBe(3)
  })

  it('has added words look like the others', () => {
    expect(of('<p>a <ins>b</ins> c</p>')).toEqual([{ kind: 'paragraph', runs: [{ text: 'a b c' }] }])
  })
})

describe('a heading that was only painted', () => {
  const kinds = (html: string) =>
    of(html).map((block) => (block.kind === 'heading' ? block.level : block.kind))
  const bold = (text: string, style = '') => `<p class=MsoNormal style='${style}'><b>${text}</b></p>`

  it('is one: bold capitals after a number or in the middle, and a bold article', () => {
    expect(kinds(bold('I. LỊCH CHI TRẢ'))).toEqual([2])
    expect(kinds(bold('LỊCH CHI TRẢ', 'text-align:center'))).toEqual([2])
    expect(kinds(bold('Điều 3. Mức trợ cấp'))).toEqual([3])
  })

  it('is none where words are only stressed, or stand over every paper of the State', () => {
    expect(kinds(bold('Từ ngày 05/12/2026'))).toEqual(['paragraph'])
    expect(kinds(bold('CHÚ Ý'))).toEqual(['paragraph'])
    expect(kinds('<p style="text-align:center">I. LỊCH</p>')).toEqual(['paragraph'])
    expect(kinds(bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'text-align:center'))).toEqual(['paragraph'])
  })
})

describe('blocks in the editor and back', () => {
  it('are the same blocks', () => {
    const { blocks } = readPasted(fromWord)
    expect(toBlocks(toDocument(blocks))).toEqual(blocks)
    const figure = {
      kind: 'figure',
      pictureId: '00000000-0000-4000-8000-000000000001',
      alt: 'Sen',
      caption: '',
    } as const
    expect(toBlocks(toDocument([figure, { kind: 'rule' }]))).toEqual([figure, { kind: 'rule' }])
  })

  it('lose deeper forms and keep the words', () => {
    const text = (words: string) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })
    const deep = { type: 'bulletList', content: [{ type: 'listItem', content: [text('ba')] }] }
    const inner = { type: 'orderedList', content: [{ type: 'listItem', content: [text('hai'), deep] }] }
    const list = { type: 'bulletList', content: [{ type: 'listItem', content: [text('một'), inner] }] }
    expect(toBlocks({ type: 'doc', content: [list] })).toEqual([
      {
        kind: 'list',
        ordered: false,
        items: [
          {
            runs: [{ text: 'một' }],
            nested: { ordered: true, items: [{ runs: [{ text: 'hai' }] }, { runs: [{ text: 'ba' }] }] },
          },
        ],
      },
    ])
  })
})
