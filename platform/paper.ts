import { emsOf } from './paper-widths.ts'

/** A paper of the State as its parts, before it is drawn in any format. All texts are Vietnamese, as papers are. */
export interface OfficialPaper {
  /** For the file itself: what a viewer shows as its title, and who made it. */
  title: string
  author: string
  madeAt: Date
  nation: string
  motto: string
  superiorBody?: string
  issuingBody: string
  /** As written: `Số: 440/TB-UBND`. */
  number: string
  placeAndDay: string
  /** A mark over the paper, as `DỰ THẢO` on one that nobody signed. */
  mark?: string
  /** In capitals: `BÁO CÁO`; a letter has none. */
  kind?: string
  summary: string
  body: readonly PaperBlock[]
  signatory: { office: readonly string[]; name?: string }
  recipients: { title: string; lines: readonly string[] }
}

export type PaperBlock =
  | { block: 'heading'; text: string }
  | { block: 'paragraph'; text: string }
  | { block: 'list'; items: readonly string[] }
  | PaperTable

export interface PaperTable {
  block: 'table'
  caption?: string
  columns: readonly { head: string; share: number; right?: true }[]
  rows: readonly (readonly string[])[]
}

/** The components that have a size and a style of their own; annex I of Decree 30/2020 names them. */
type Drawn =
  | 'superiorBody'
  | 'issuingBody'
  | 'nation'
  | 'motto'
  | 'number'
  | 'placeAndDate'
  | 'kind'
  | 'summary'
  | 'summaryOfLetter'
  | 'body'
  | 'heading'
  | 'signatory'
  | 'recipientsTitle'
  | 'recipients'
  | 'pageNumber'

/** Sizes, margins and distances; the law says which, the drawings only obey. */
export interface PaperLayout {
  widthMm: number
  heightMm: number
  marginsMm: { top: number; bottom: number; left: number; right: number }
  firstLineMm: number
  lineHeight: number
  afterPt: number
  typeface: string
  components: Readonly<Record<Drawn, { sizePt: number; bold?: boolean; italic?: boolean }>>
}

/** The left column of a paper's head, as a share of the line: the nation needs the wider one. */
export const leftShare = 0.45

/** Points and twentieths of a point in a millimetre. */
export const pointsPerMm = 72 / 25.4
export const twipsPerMm = pointsPerMm * 20

/** Where a table stands in a paper, its columns as widths that fill a line of `width`. */
export function columnWidths({ columns }: PaperTable, width: number): number[] {
  const sum = columns.reduce((total, { share }) => total + share, 0)
  return columns.map(({ share }) => (share / sum) * width)
}

/**
 * How long the line under a component is, in points: under the motto as long as it is, under the others four tenths of
 * their line of text, where the annex has a third to a half.
 */
export function ruleUnder(
  name: 'issuingBody' | 'motto' | 'summary' | 'summaryOfLetter',
  text: string,
  { components, widthMm, marginsMm }: PaperLayout,
): number {
  const length = emsOf(text) * components[name].sizePt
  const line = (widthMm - marginsMm.left - marginsMm.right) * pointsPerMm
  return name === 'motto' ? length : Math.min(length, line) * 0.4
}

/** The items of a list as papers write them: each begins with a dash. */
export function listItem(text: string): string {
  return `- ${text}`
}
