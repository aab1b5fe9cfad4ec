import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import pdfmake from 'pdfmake'
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces'
import {
  columnWidths,
  leftShare,
  listItem,
  type OfficialPaper,
  type PaperBlock,
  type PaperLayout,
  type PaperTable,
  pointsPerMm,
  ruleUnder,
} from './paper.ts'

const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'))
const face = (folder: string) => join(fonts, folder, `Tinos_${folder}.ttf`)

// The widths of Times New Roman, with every Vietnamese mark, and free to embed.
pdfmake.setFonts({
  Tinos: {
    normal: face('400Regular'),
    bold: face('700Bold'),
    italics: face('400Regular_Italic'),
    bolditalics: face('700Bold_Italic'),
  },
})
// A paper draws texts alone: no address is fetched for it, and of the disk only its typeface is read.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts))

/** The paper as a PDF of A4 pages with its typeface embedded. The same paper gives the same texts in the same order. */
export async function drawPaperPdf(paper: OfficialPaper, layout: PaperLayout): Promise<Uint8Array> {
  // A fresh definition each time: drawing one changes it.
  return new Uint8Array(await pdfmake.createPdf(definitionOf(paper, layout)).getBuffer())
}

/** A heading or a caption with less of the page below it goes to the next, with what it heads: two rows need as much. */
const roomBelow = 0.14

function definitionOf(paper: OfficialPaper, layout: PaperLayout): TDocumentDefinitions {
  const { marginsMm, lineHeight } = layout
  const { left, top, right, bottom } = marginsMm
  return {
    pageSize: { width: layout.widthMm * pointsPerMm, height: layout.heightMm * pointsPerMm },
    pageMargins: [left, top, right, bottom].map((side) => side * pointsPerMm) as [
      number,
      number,
      number,
      number,
    ],
    language: 'vi-VN',
    displayTitle: true,
    info: { title: paper.title, author: paper.author, creator: 'An Sinh', creationDate: paper.madeAt },
    defaultStyle: { font: 'Tinos', lineHeight, fontSize: layout.components.body.sizePt },
    // The rows of a table are placed after this is asked, so what follows cannot be: the room left is.
    pageBreakBefore: ({ headlineLevel, startPosition: { verticalRatio } }) =>
      headlineLevel !== undefined && verticalRatio > 1 - roomBelow,
    header: (page: number) => (page > 1 ? pageNumber(page, layout) : null),
    content: [
      headOf(paper, layout),
      titleOf(paper, layout),
      ...paper.body.map((block) => drawBlock(block, layout)),
      endOf(paper, layout),
    ],
  }
}

/** Centred in the upper margin of every page but the first. */
function pageNumber(page: number, layout: PaperLayout): Content {
  const { sizePt } = layout.components.pageNumber
  const { left, top, right } = layout.marginsMm
  const above = (top * pointsPerMm - sizePt) / 2
  return {
    text: String(page),
    alignment: 'center',
    fontSize: sizePt,
    lineHeight: 1,
    margin: [left * pointsPerMm, above, right * pointsPerMm, 0],
  }
}

/** The look of one component. */
function styled(name: keyof PaperLayout['components'], layout: PaperLayout) {
  const { sizePt, bold = false, italic = false } = layout.components[name]
  return { fontSize: sizePt, bold, italics: italic, lineHeight: 1.05 }
}

function lineWidth({ widthMm, marginsMm }: PaperLayout): number {
  return (widthMm - marginsMm.left - marginsMm.right) * pointsPerMm
}

/** A line under a text, as long as `width`, in the middle of its column. */
function ruleOf(width: number, above = 0): Content {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.7 }],
    alignment: 'center',
    margin: [0, 3 + above, 0, 4],
  }
}

/** So much lower stands a line of letters of one size than the same line of another. */
function lowerBy(
  name: keyof PaperLayout['components'],
  than: keyof PaperLayout['components'],
  layout: PaperLayout,
) {
  return (layout.components[name].sizePt - layout.components[than].sizePt) * 1.2
}

function headOf(paper: OfficialPaper, layout: PaperLayout): Content {
  const width = lineWidth(layout)
  const mark: Content[] = paper.mark
    ? [{ text: paper.mark, ...styled('kind', layout), margin: [0, 4, 0, 0] }]
    : []
  const left: Content[] = [
    ...(paper.superiorBody ? [{ text: paper.superiorBody, ...styled('superiorBody', layout) }] : []),
    { text: paper.issuingBody, ...styled('issuingBody', layout) },
    // The number stands on the line of the place and the day.
    ruleOf(ruleUnder('issuingBody', paper.issuingBody, layout), lowerBy('motto', 'issuingBody', layout)),
    { text: paper.number, ...styled('number', layout), preserveLeadingSpaces: true },
    ...mark,
  ]
  const right: Content[] = [
    { text: paper.nation, ...styled('nation', layout), noWrap: true },
    { text: paper.motto, ...styled('motto', layout) },
    ruleOf(ruleUnder('motto', paper.motto, layout)),
    { text: paper.placeAndDay, ...styled('placeAndDate', layout), preserveLeadingSpaces: true },
  ]
  return {
    columns: [
      { width: width * leftShare, stack: left },
      { width: '*', stack: right },
    ],
    alignment: 'center',
    margin: [0, 0, 0, 12],
  }
}

function titleOf({ kind, summary }: OfficialPaper, layout: PaperLayout): Content {
  return {
    stack: [
      ...(kind ? [{ text: kind, ...styled('kind', layout) }] : []),
      { text: summary, ...styled(kind ? 'summary' : 'summaryOfLetter', layout) },
      ruleOf(ruleUnder(kind ? 'summary' : 'summaryOfLetter', summary, layout)),
    ],
    alignment: 'center',
    margin: [0, 0, 0, 8],
  }
}

function drawBlock(block: PaperBlock, layout: PaperLayout): Content {
  const { afterPt, firstLineMm } = layout
  const paragraph = (text: string): Content => ({
    text,
    alignment: 'justify',
    leadingIndent: firstLineMm * pointsPerMm,
    margin: [0, 0, 0, afterPt],
  })
  switch (block.block) {
    case 'heading':
      return {
        text: block.text,
        ...styled('heading', layout),
        leadingIndent: firstLineMm * pointsPerMm,
        margin: [0, 4, 0, afterPt],
        headlineLevel: 1,
      }
    case 'paragraph':
      return paragraph(block.text)
    case 'list':
      return { stack: block.items.map((item) => paragraph(listItem(item))) }
    case 'table':
      return drawTable(block, layout)
  }
}

function drawTable(table: PaperTable, layout: PaperLayout): Content {
  const { recipients } = layout.components
  const size = recipients.sizePt + 1
  const cell = (text: string, right: boolean | undefined, bold = false): TableCell => ({
    text,
    bold,
    alignment: right ? 'right' : 'left',
  })
  // Beside the text of a cell stand 4 points of room on both sides and a line.
  const widths = columnWidths(table, lineWidth(layout)).map((width) => width - 8.5)
  const drawn: Content = {
    fontSize: size,
    lineHeight: 1.05,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths,
      body: [
        table.columns.map(({ head, right }) => cell(head, right, true)),
        ...table.rows.map((row) => row.map((text, index) => cell(text, table.columns[index]?.right))),
      ],
    },
    layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5, paddingTop: () => 2, paddingBottom: () => 2 },
    margin: [0, 0, 0, 10],
  }
  if (!table.caption) return drawn
  return { stack: [{ text: table.caption, italics: true, margin: [0, 0, 0, 3], headlineLevel: 1 }, drawn] }
}

/** Recipients at the left, whoever signs at the right; never parted by the end of a page. */
function endOf({ recipients, signatory }: OfficialPaper, layout: PaperLayout): Content {
  const sign = styled('signatory', layout)
  return {
    unbreakable: true,
    margin: [0, 12, 0, 0],
    columns: [
      {
        width: '*',
        stack: [
          { text: recipients.title, ...styled('recipientsTitle', layout) },
          ...recipients.lines.map((line) => ({ text: listItem(line), ...styled('recipients', layout) })),
        ],
      },
      {
        width: '*',
        alignment: 'center',
        stack: [
          ...signatory.office.map((text) => ({ text, ...sign })),
          { text: ' ', fontSize: 48 },
          ...(signatory.name ? [{ text: signatory.name, ...sign }] : []),
        ],
      },
    ],
  }
}
