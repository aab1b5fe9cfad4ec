import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  HeadingLevel,
  type ISpacingProperties,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import {
  columnWidths,
  leftShare,
  listItem,
  type OfficialPaper,
  type PaperBlock,
  type PaperLayout,
  type PaperTable,
  ruleUnder,
  twipsPerMm,
} from './paper.ts'

/** The paper as a DOCX of A4 pages: the same texts in the same order as its PDF, for officers to go on writing. */
export async function drawPaperDocx(paper: OfficialPaper, layout: PaperLayout): Promise<Uint8Array> {
  const { marginsMm, widthMm, heightMm, components, typeface } = layout
  const twips = (mm: number) => Math.round(mm * twipsPerMm)
  const { top, bottom, left, right } = marginsMm
  const document = new Document({
    title: paper.title,
    creator: paper.author,
    lastModifiedBy: paper.author,
    description: paper.summary,
    styles: {
      default: {
        document: {
          run: { font: typeface, size: components.body.sizePt * 2, language: { value: 'vi-VN' } },
        },
        heading2: { run: { font: typeface, ...look('heading', layout), color: '000000' } },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(widthMm), height: twips(heightMm) },
            margin: {
              top: twips(top),
              bottom: twips(bottom),
              left: twips(left),
              right: twips(right),
              header: twips(top / 3),
            },
          },
        },
        headers: { default: pageNumber(layout), first: new Header({ children: [new Paragraph('')] }) },
        children: [
          headOf(paper, layout),
          ...titleOf(paper, layout),
          ...paper.body.flatMap((block) => drawBlock(block, layout)),
          new Paragraph({ text: '' }),
          endOf(paper, layout),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** Centred in the upper margin of every page but the first. */
function pageNumber(layout: PaperLayout): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], ...look('pageNumber', layout) })
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] })
}

/** Sizes are half points. */
function look(name: keyof PaperLayout['components'], layout: PaperLayout) {
  const { sizePt, bold = false, italic = false } = layout.components[name]
  return { size: sizePt * 2, bold, italics: italic }
}

function lineWidth({ widthMm, marginsMm }: PaperLayout): number {
  return Math.round((widthMm - marginsMm.left - marginsMm.right) * twipsPerMm)
}

type Name = keyof PaperLayout['components']

function centred(text: string, name: Name, layout: PaperLayout, spacing?: ISpacingProperties): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    ...(spacing && { spacing }),
    children: [new TextRun({ text, ...look(name, layout) })],
  })
}

/** A line in the middle of a column: the lower border of an empty paragraph with room at both sides. */
function rule(column: number, { length, before = 0 }: { length: number; before?: number }): Paragraph {
  const side = Math.max(0, Math.round((column - length * twipsPerPoint) / 2))
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before, line: 80, lineRule: 'exact', after: 80 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    children: [],
  })
}

const twipsPerPoint = 20

/** So much lower ends the motto than the issuing body, whose letters are smaller. */
function mottoLower({ components: { motto, issuingBody } }: PaperLayout): number {
  return Math.round((motto.sizePt - issuingBody.sizePt) * 1.15 * twipsPerPoint)
}

const nothing = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = {
  top: nothing,
  bottom: nothing,
  left: nothing,
  right: nothing,
  insideHorizontal: nothing,
  insideVertical: nothing,
}
const noRoom = { top: 0, bottom: 0, left: 0, right: 0 }

/** Two columns without lines, as the head and the end of a paper have. */
function twoColumns(
  layout: PaperLayout,
  share: number,
  draw: (left: number, right: number) => [Paragraph[], Paragraph[]],
) {
  const width = lineWidth(layout)
  const left = Math.round(width * share)
  const sides = draw(left, width - left)
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [left, width - left],
    borders: noBorders,
    margins: noRoom,
    rows: [
      new TableRow({
        cantSplit: true,
        children: [left, width - left].map(
          (size, index) =>
            new TableCell({
              width: { size, type: WidthType.DXA },
              borders: noBorders,
              children: sides[index] ?? [],
            }),
        ),
      }),
    ],
  })
}

function headOf(paper: OfficialPaper, layout: PaperLayout): Table {
  return twoColumns(layout, leftShare, (left, right) => [
    [
      ...(paper.superiorBody ? [centred(paper.superiorBody, 'superiorBody', layout)] : []),
      centred(paper.issuingBody, 'issuingBody', layout),
      // The number stands on the line of the place and the day.
      rule(left, { length: ruleUnder('issuingBody', paper.issuingBody, layout), before: mottoLower(layout) }),
      centred(paper.number, 'number', layout),
      ...(paper.mark ? [centred(paper.mark, 'kind', layout, { before: 80 })] : []),
    ],
    [
      centred(paper.nation, 'nation', layout),
      centred(paper.motto, 'motto', layout),
      rule(right, { length: ruleUnder('motto', paper.motto, layout) }),
      centred(paper.placeAndDay, 'placeAndDate', layout),
    ],
  ])
}

function titleOf({ kind, summary }: OfficialPaper, layout: PaperLayout): Paragraph[] {
  return [
    ...(kind ? [centred(kind, 'kind', layout, { before: 240 })] : []),
    centred(summary, kind ? 'summary' : 'summaryOfLetter', layout, kind ? undefined : { before: 240 }),
    rule(lineWidth(layout), { length: ruleUnder(kind ? 'summary' : 'summaryOfLetter', summary, layout) }),
  ]
}

function drawBlock(block: PaperBlock, layout: PaperLayout): (Paragraph | Table)[] {
  const spacing = { after: layout.afterPt * 20, line: Math.round(layout.lineHeight * 240) }
  const paragraph = (text: string) =>
    new Paragraph({
      text,
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine: Math.round(layout.firstLineMm * twipsPerMm) },
      spacing,
    })
  switch (block.block) {
    case 'heading':
      return [
        new Paragraph({
          text: block.text,
          heading: HeadingLevel.HEADING_2,
          keepNext: true,
          indent: { firstLine: Math.round(layout.firstLineMm * twipsPerMm) },
          spacing,
        }),
      ]
    case 'paragraph':
      return [paragraph(block.text)]
    case 'list':
      return block.items.map((item) => paragraph(listItem(item)))
    case 'table':
      return drawTable(block, layout)
  }
}

function drawTable(table: PaperTable, layout: PaperLayout): (Paragraph | Table)[] {
  const size = (layout.components.recipients.sizePt + 1) * 2
  const widths = columnWidths(table, lineWidth(layout)).map(Math.round)
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text, index) =>
          new TableCell({
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            verticalAlign: VerticalAlign.CENTER,
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            children: [
              new Paragraph({
                alignment: table.columns[index]?.right ? AlignmentType.RIGHT : AlignmentType.LEFT,
                children: [new TextRun({ text, size, bold: isHead })],
              }),
            ],
          }),
      ),
    })
  const drawn = new Table({
    width: { size: lineWidth(layout), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      row(
        table.columns.map(({ head }) => head),
        true,
      ),
      ...table.rows.map((cells) => row(cells, false)),
    ],
  })
  const caption = table.caption
    ? [new Paragraph({ keepNext: true, children: [new TextRun({ text: table.caption, italics: true })] })]
    : []
  return [
    ...caption,
    drawn,
    new Paragraph({ text: '', spacing: { after: 60, line: 120, lineRule: 'exact' } }),
  ]
}

/** Recipients at the left, whoever signs at the right; never parted by the end of a page. */
function endOf({ recipients, signatory }: OfficialPaper, layout: PaperLayout): Table {
  return twoColumns(layout, 0.5, () => [
    [
      new Paragraph({
        children: [new TextRun({ text: recipients.title, ...look('recipientsTitle', layout) })],
      }),
      ...recipients.lines.map(
        (line) =>
          new Paragraph({ children: [new TextRun({ text: listItem(line), ...look('recipients', layout) })] }),
      ),
    ],
    [
      ...signatory.office.map((text) => centred(text, 'signatory', layout)),
      new Paragraph({ text: '', spacing: { before: 1000 } }),
      ...(signatory.name ? [centred(signatory.name, 'signatory', layout)] : []),
    ],
  ])
}
