import {
  type Block,
  blockLimits,
  headsOf,
  type ListItem,
  type Run,
  tableFromCells,
  type WrittenCell,
  wordsOf,
} from '#publishing/blocks'
import { joined, merged } from './document.ts'
import { type HtmlElement, type HtmlNode, readHtml } from './html.ts'
import {
  isHidden,
  isStruckOut,
  type Look,
  lookOf,
  paintedHeading,
  saysSomething,
  type WordItem,
  wordItemOf,
} from './pasted-looks.ts'

/** What was pasted, as blocks of ours, and what of it could not come along. */
export interface Pasted {
  blocks: Block[]
  /** Pictures have to be added by themselves, with words for those who do not see them. */
  picturesDropped: number
  /** Places that were crossed out, by hand or as deleted under tracked changes: their words do not come along. */
  struckOut: number
  /** It is a few words within a line, not lines of its own. */
  isInline: boolean
}

/**
 * HTML as Word, LibreOffice or a page puts it on the clipboard, brought down to the blocks of an article: words,
 * headings, lists, quotes, tables, bold, italic, underline, raised and lowered letters and links. Fonts, colours, sizes,
 * comments, fields and crossed-out words stay behind; a list or heading that Word only painted becomes one.
 */
export function readPasted(html: string): Pasted {
  const reading = new Reading()
  reading.readAll(readHtml(fragmentOf(html)), {})
  reading.endLine()
  const blocks = reading.blocks.slice(0, blockLimits.blocks)
  const isInline = blocks.length === 1 && blocks[0]?.kind === 'paragraph' && !reading.sawLine
  return { blocks, picturesDropped: reading.pictures, struckOut: reading.struckOut, isInline }
}

/** Clipboards say where what was chosen begins and ends; Excel says so within its table. */
function fragmentOf(html: string): string {
  const start = html.indexOf('<!--StartFragment-->')
  const end = html.lastIndexOf('<!--EndFragment-->')
  if (start < 0 || end <= start) return html
  const before = html.slice(0, start).toLowerCase()
  const chosen = html.slice(start + '<!--StartFragment-->'.length, end)
  const isWithinTable = before.lastIndexOf('<table') > before.lastIndexOf('</table')
  return isWithinTable ? `<table>${chosen}</table>` : chosen
}

type Line = { kind: 'paragraph'; from?: HtmlElement } | { kind: 'heading'; level: 2 | 3 } | WordItem

const lineNames = new Set([
  'p',
  'div',
  'section',
  'article',
  'center',
  'pre',
  'dt',
  'dd',
  'address',
  'figcaption',
])

class Reading {
  readonly blocks: Block[] = []
  pictures = 0
  struckOut = 0
  sawLine = false
  private runs: Run[] = []
  private line: Line = { kind: 'paragraph' }

  readAll(element: HtmlElement, look: Look): void {
    for (const child of element.children) this.read(child, look)
  }

  private read(node: HtmlNode, look: Look): void {
    if ('text' in node) {
      this.runs.push({ text: node.text, ...look })
      return
    }
    const { name } = node
    if (isHidden(node)) return
    if (isStruckOut(node)) {
      if (saysSomething(node)) this.struckOut += 1
      return
    }
    if (/^h[1-6]$/.test(name)) this.readLine(node, look, { kind: 'heading', level: name > 'h2' ? 3 : 2 })
    else if (lineNames.has(name))
      this.readLine(node, look, wordItemOf(node) ?? { kind: 'paragraph', from: node })
    else if (name === 'ul' || name === 'ol') this.readList(node)
    else if (name === 'table') this.readTable(node, look)
    else if (name === 'blockquote') this.readQuote(node)
    else if (name === 'br') this.endLine()
    else if (name === 'hr') this.add({ kind: 'rule' })
    else if (name === 'img' || name === 'v:imagedata') this.pictures += 1
    else this.readAll(node, lookOf(node, look))
  }

  private readLine(element: HtmlElement, look: Look, line: Line): void {
    this.endLine()
    this.sawLine = true
    this.line = line
    this.readAll(element, lookOf(element, line.kind === 'heading' ? {} : look))
    this.endLine()
  }

  private readList(element: HtmlElement): void {
    const items = this.itemsOf(element)
    if (items.length > 0) this.add({ kind: 'list', ordered: element.name === 'ol', items })
  }

  /** Lists below a list of a list are brought up beside it. */
  private itemsOf(list: HtmlElement): ListItem[] {
    return elementsOf(list).flatMap((child): ListItem[] => {
      if (child.name === 'ul' || child.name === 'ol') return this.itemsOf(child)
      const isList = (node: HtmlNode) => 'name' in node && (node.name === 'ul' || node.name === 'ol')
      const below = child.children.filter(isList) as HtmlElement[]
      const own = this.linesIn({ ...child, children: child.children.filter((node) => !isList(node)) })
      const nested = below
        .flatMap((each) => this.itemsOf(each))
        .flatMap(({ runs, nested: deeper }) => [{ runs }, ...(deeper?.items ?? [])])
      const ordered = below[0]?.name === 'ol'
      if (own.length === 0 && nested.length === 0) return []
      const [first = [], ...more] = own
      return [
        { runs: first, ...(nested.length > 0 ? { nested: { ordered, items: nested } } : {}) },
        ...more.map((runs) => ({ runs })),
      ]
    })
  }

  private readTable(table: HtmlElement, look: Look): void {
    const rows = rowsOf(table)
    if (rows.every((row) => widthOf(row) <= 1)) {
      // A frame around text is no table.
      for (const cell of rows.flat()) this.readLine(cell, look, { kind: 'paragraph' })
      return
    }
    const written = rows.map((row) =>
      row.flatMap((cell): WrittenCell[] => {
        const { rows: down, columns } = spanOf(cell)
        const runs = joined(this.linesIn(cell), '\n')
        // Excel says so of words that run over the empty cells beside them: no cells are joined there.
        if (!/mso-ignore:\s*colspan/i.test(cell.attributes.style ?? ''))
          return [{ runs, rows: down, columns }]
        return Array.from({ length: columns }, (_, at) => ({
          runs: at === 0 ? runs : [],
          rows: 1,
          columns: 1,
        }))
      }),
    )
    const read = tableFromCells(written, { headRows: headRowsOf(table, rows), withoutBlanks: true })
    if (!read) return
    const [heads, ...body] = [read.header, ...read.rows].map((cells, row) =>
      row < headsOf(read) ? cells.map(plain) : cells,
    )
    if (heads) this.add({ ...read, header: heads, rows: body })
  }

  private readQuote(element: HtmlElement): void {
    const paragraphs = this.linesIn(element)
    if (paragraphs.length > 0) this.add({ kind: 'quote', paragraphs })
  }

  /** What is in an element as lines of text alone. */
  private linesIn(element: HtmlElement): Run[][] {
    const inner = new Reading()
    inner.readAll(element, {})
    inner.endLine()
    this.pictures += inner.pictures
    this.struckOut += inner.struckOut
    return inner.blocks.flatMap(linesOfBlock)
  }

  private add(block: Block): void {
    this.endLine()
    this.sawLine = true
    this.blocks.push(block)
  }

  endLine(): void {
    const runs = tidy(this.runs)
    const line = this.line
    this.runs = []
    this.line = { kind: 'paragraph' }
    if (runs.length === 0) return
    const level = line.kind === 'paragraph' && line.from ? paintedHeading(line.from, runs) : undefined
    if (line.kind === 'heading') this.blocks.push({ kind: 'heading', level: line.level, runs: plain(runs) })
    else if (level) this.blocks.push({ kind: 'heading', level, runs: plain(runs) })
    else if (line.kind === 'item') this.addItem(runs, line)
    else this.blocks.push({ kind: 'paragraph', runs })
  }

  private addItem(runs: Run[], { level, ordered }: WordItem): void {
    const before = this.blocks.at(-1)
    const list = before?.kind === 'list' && (level > 1 || before.ordered === ordered) ? before : undefined
    const last = list?.items.at(-1)
    if (level > 1 && last) {
      if (last.nested) last.nested.items.push({ runs })
      else last.nested = { ordered, items: [{ runs }] }
    } else if (list) list.items.push({ runs })
    else this.blocks.push({ kind: 'list', ordered, items: [{ runs }] })
  }
}

function linesOfBlock(block: Block): Run[][] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.runs]
    case 'list':
      return block.items.flatMap(({ runs, nested }) => [
        runs,
        ...(nested?.items ?? []).map((each) => each.runs),
      ])
    case 'quote':
      return block.paragraphs
    case 'table':
      return [block.header, ...block.rows].map((cells) => joined(cells))
    default:
      return []
  }
}

function elementsOf(element: HtmlElement): HtmlElement[] {
  return element.children.flatMap((child) => ('name' in child ? [child] : []))
}

/** The rows of a table itself; those of a table in a cell are words of that cell. */
function rowsOf(table: HtmlElement): HtmlElement[][] {
  return elementsOf(table).flatMap((child) => {
    if (child.name === 'tr') return [elementsOf(child).filter(({ name }) => name === 'td' || name === 'th')]
    return ['tbody', 'thead', 'tfoot'].includes(child.name) ? rowsOf(child) : []
  })
}

/** How many rows stand in the head of a pasted table, as its page says by thead or by cells of heads alone. */
function headRowsOf(table: HtmlElement, rows: readonly HtmlElement[][]): number {
  const inHead = elementsOf(table)
    .filter(({ name }) => name === 'thead')
    .reduce((count, head) => count + rowsOf({ ...head, name: 'table' }).length, 0)
  const firstOther = rows.findIndex((row) => row.some(({ name }) => name !== 'th'))
  return Math.max(1, inHead, firstOther < 0 ? 1 : firstOther)
}

function spanOf({ attributes }: HtmlElement): { rows: number; columns: number } {
  const said = (name: string, most: number) => {
    const span = Number(attributes[name] ?? 1)
    return Number.isInteger(span) && span > 1 ? Math.min(span, most) : 1
  }
  return { rows: said('rowspan', blockLimits.rows + 1), columns: said('colspan', blockLimits.columns) }
}

function widthOf(row: readonly HtmlElement[]): number {
  return row.reduce((sum, cell) => sum + spanOf(cell).columns, 0)
}

/** Headings and heads of tables are bold by themselves. */
function plain(runs: readonly Run[]): Run[] {
  return merged(runs.map(({ bold: _bold, ...rest }) => rest))
}

/** One space between words and none at the ends; an underlined or bold blank is a blank. */
function tidy(runs: readonly Run[]): Run[] {
  const spaced = merged(runs).map((run) => ({
    ...run,
    text: run.text.normalize('NFC').replace(/[\s\u00a0\u200b]+/g, ' '),
  }))
  const kept: Run[] = []
  for (const run of spaced) {
    const text = wordsOf(kept).endsWith(' ') || kept.length === 0 ? run.text.trimStart() : run.text
    if (text !== '') kept.push(text.trim() === '' ? { text } : { ...run, text })
  }
  const last = kept.at(-1)
  if (last) kept[kept.length - 1] = { ...last, text: last.text.trimEnd() }
  return merged(kept.filter(({ text }) => text !== ''))
}
