import { type Citation, cite } from '#rules'
import { decree30 } from './instruments.ts'

/** A length or size that the annex leaves between two bounds, both allowed. */
interface Between {
  least: number
  most: number
}

/** How one component of a paper is written: size in points, style, alignment. */
interface ComponentLayout {
  sizePt: Between
  bold?: true
  italic?: true
  /** Written in capitals by the drafter, not by a style: the text itself is in capitals. */
  capitals?: true
}

/** The components of a paper that have a layout of their own, in the order in which they stand on it. */
export const components = [
  'superiorBody',
  'issuingBody',
  'nation',
  'motto',
  'number',
  'placeAndDate',
  'kind',
  'summary',
  'summaryOfLetter',
  'body',
  'heading',
  'signatory',
  'recipientsTitle',
  'recipients',
  'pageNumber',
] as const
export type Component = (typeof components)[number]

/** Annex I, part I: A4 upright, in millimetres. */
export const pageLayout: {
  widthMm: number
  heightMm: number
  marginsMm: { top: Between; bottom: Between; left: Between; right: Between }
} = {
  widthMm: 210,
  heightMm: 297,
  marginsMm: {
    top: { least: 20, most: 25 },
    bottom: { least: 20, most: 25 },
    left: { least: 30, most: 35 },
    right: { least: 15, most: 20 },
  },
}

/** Times New Roman of Unicode TCVN 6909:2001, black. A face of the same widths may stand for it in a PDF. */
const typeface = 'Times New Roman'

/** Annex I, part II: sizes and styles of the components. */
export const componentLayouts: Readonly<Record<Component, ComponentLayout>> = {
  superiorBody: { sizePt: { least: 12, most: 13 }, capitals: true },
  issuingBody: { sizePt: { least: 12, most: 13 }, bold: true, capitals: true },
  nation: { sizePt: { least: 12, most: 13 }, bold: true, capitals: true },
  motto: { sizePt: { least: 13, most: 14 }, bold: true },
  number: { sizePt: { least: 13, most: 13 } },
  placeAndDate: { sizePt: { least: 13, most: 14 }, italic: true },
  kind: { sizePt: { least: 13, most: 14 }, bold: true, capitals: true },
  summary: { sizePt: { least: 13, most: 14 }, bold: true },
  summaryOfLetter: { sizePt: { least: 12, most: 13 } },
  body: { sizePt: { least: 13, most: 14 } },
  heading: { sizePt: { least: 13, most: 14 }, bold: true },
  signatory: { sizePt: { least: 13, most: 14 }, bold: true },
  recipientsTitle: { sizePt: { least: 12, most: 12 }, bold: true, italic: true },
  recipients: { sizePt: { least: 11, most: 11 } },
  pageNumber: { sizePt: { least: 13, most: 14 } },
}

/** The paragraphs of the body: first line, distance between lines, distance between paragraphs. */
const paragraphLayout: {
  firstLineMm: Between
  lineHeight: Between
  afterPt: Pick<Between, 'least'>
} = {
  firstLineMm: { least: 10, most: 12.7 },
  lineHeight: { least: 1, most: 1.5 },
  afterPt: { least: 6 },
}

/** How sure the layout is: two public sources agree on the margins, everything else is from memory. */
export const layoutSources: { margins: Citation; components: Citation; paragraphs: Citation } = {
  margins: cite(decree30, 'Phụ lục I', 'secondary'),
  components: cite(decree30, 'Phụ lục I', 'memory'),
  paragraphs: cite(decree30, 'Phụ lục I', 'memory'),
}

/** What a drawing of a paper needs: one number out of each bound. */
export interface OfferedLayout {
  widthMm: number
  heightMm: number
  marginsMm: { top: number; bottom: number; left: number; right: number }
  firstLineMm: number
  lineHeight: number
  afterPt: number
  typeface: string
  components: Record<Component, { sizePt: number; bold?: true; italic?: true }>
}

/** The layout that papers of the system are drawn by: the widest line, and the smaller of two sizes. */
export function offeredLayout(): OfferedLayout {
  const { widthMm, heightMm, marginsMm } = pageLayout
  const sizes = components.map((name) => {
    const { sizePt, bold, italic } = componentLayouts[name]
    return [name, { sizePt: sizePt.least, ...(bold && { bold }), ...(italic && { italic }) }] as const
  })
  return {
    widthMm,
    heightMm,
    marginsMm: {
      top: marginsMm.top.least,
      bottom: marginsMm.bottom.least,
      left: marginsMm.left.least,
      right: marginsMm.right.least,
    },
    firstLineMm: paragraphLayout.firstLineMm.least,
    lineHeight: 1.15,
    afterPt: paragraphLayout.afterPt.least,
    typeface,
    components: Object.fromEntries(sizes) as OfferedLayout['components'],
  }
}
