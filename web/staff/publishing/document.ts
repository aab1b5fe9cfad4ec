import {
  type Block,
  headsOf,
  isSafeAddress,
  type ListItem,
  type PlacedCell,
  placedCells,
  type Run,
  tableFromCells,
  type WrittenCell,
} from '#publishing/blocks'

/** A node of the editor's document, as its JSON has it. */
export interface DocumentNode {
  type?: string
  text?: string
  attrs?: Record<string, unknown>
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  content?: DocumentNode[]
}

/** The blocks of an article as the editor's document. */
export function toDocument(blocks: readonly Block[]): DocumentNode {
  const content = blocks.map(nodeOf)
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

function nodeOf(block: Block): DocumentNode {
  switch (block.kind) {
    case 'paragraph':
      return paragraphOf(block.runs)
    case 'heading':
      return { type: 'heading', attrs: { level: block.level }, content: block.runs.map(textOf) }
    case 'list':
      return listOf(block)
    case 'quote':
      return { type: 'blockquote', content: block.paragraphs.map(paragraphOf) }
    case 'table':
      return {
        type: 'table',
        content: placedCells(block).map((row, at) =>
          rowOf(row, at < headsOf(block) ? 'tableHeader' : 'tableCell'),
        ),
      }
    case 'figure': {
      const { pictureId, alt, caption } = block
      return { type: 'figure', attrs: { pictureId, alt, caption } }
    }
    case 'rule':
      return { type: 'horizontalRule' }
  }
}

function paragraphOf(runs: readonly Run[]): DocumentNode {
  return { type: 'paragraph', content: runs.map(textOf) }
}

function textOf({ text, bold, italic, underline, raised, href }: Run): DocumentNode {
  const marks = [
    ...(bold ? [{ type: 'bold' }] : []),
    ...(italic ? [{ type: 'italic' }] : []),
    ...(underline ? [{ type: 'underline' }] : []),
    ...(raised ? [{ type: raised === 'up' ? 'superscript' : 'subscript' }] : []),
    ...(href ? [{ type: 'link', attrs: { href } }] : []),
  ]
  return { type: 'text', text, ...(marks.length > 0 ? { marks } : {}) }
}

function listOf({ ordered, items }: { ordered: boolean; items: readonly ListItem[] }): DocumentNode {
  return {
    type: ordered ? 'orderedList' : 'bulletList',
    content: items.map(({ runs, nested }) => ({
      type: 'listItem',
      content: [paragraphOf(runs), ...(nested ? [listOf(nested)] : [])],
    })),
  }
}

/** The lines of a cell, each a paragraph in the editor. */
function brokenAtLines(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]]
  for (const run of runs)
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...run, text })
    })
  return lines
}

function rowOf(cells: readonly PlacedCell[], type: 'tableHeader' | 'tableCell'): DocumentNode {
  const content = cells.map(({ runs, rows, columns }) => ({
    type,
    ...(rows * columns > 1 ? { attrs: { colspan: columns, rowspan: rows } } : {}),
    content: brokenAtLines(runs).map(paragraphOf),
  }))
  return { type: 'tableRow', content }
}

/**
 * What stands in the editor as blocks: the closed set that the server takes. What it lets one write beyond that
 * (deeper lists, lists in a table) keeps its words and loses its form.
 */
export function toBlocks(document: DocumentNode): Block[] {
  return (document.content ?? []).flatMap(blocksOf).filter((block) => !isEmpty(block))
}

function blocksOf(node: DocumentNode): Block[] {
  switch (node.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', runs: runsOf(node) }]
    case 'heading':
      return [{ kind: 'heading', level: node.attrs?.level === 3 ? 3 : 2, runs: runsOf(node) }]
    case 'bulletList':
    case 'orderedList':
      return [{ kind: 'list', ordered: node.type === 'orderedList', items: itemsOf(node) }]
    case 'blockquote':
      return [{ kind: 'quote', paragraphs: linesOf(node) }]
    case 'table':
      return [tableOf(node)]
    case 'figure': {
      const { pictureId, alt, caption } = node.attrs ?? {}
      return [{ kind: 'figure', pictureId: said(pictureId), alt: said(alt), caption: said(caption) }]
    }
    case 'horizontalRule':
      return [{ kind: 'rule' }]
    default:
      return []
  }
}

function itemsOf(list: DocumentNode): ListItem[] {
  return (list.content ?? []).flatMap((item): ListItem[] => {
    const children = item.content ?? []
    const [first = [], ...more] = children.filter(({ type }) => !isList(type)).flatMap(linesOf)
    const below = children.filter(({ type }) => isList(type))
    const nested = below.flatMap(flatItemsOf)
    const ordered = below[0]?.type === 'orderedList'
    const items: ListItem[] = [
      { runs: first, ...(nested.length > 0 ? { nested: { ordered, items: nested } } : {}) },
      ...more.map((runs) => ({ runs })),
    ]
    return items.filter(({ runs, nested: under }) => runs.length > 0 || under !== undefined)
  })
}

/** Every line of a list below a list, however deep. */
function flatItemsOf(list: DocumentNode): { runs: Run[] }[] {
  return (list.content ?? []).flatMap(linesOf).map((runs) => ({ runs }))
}

/** Leading rows of head cells alone are the head; a table always has one. */
function tableOf(node: DocumentNode): Block {
  const rows = node.content ?? []
  const isHead = (row: DocumentNode) => row.content?.every(({ type }) => type === 'tableHeader') === true
  const firstOfBody = rows.findIndex((row) => !isHead(row))
  const written = rows.map((row) => (row.content ?? []).map(cellOf))
  const heads = Math.max(1, firstOfBody < 0 ? rows.length : firstOfBody)
  return tableFromCells(written, { headRows: heads }) ?? { kind: 'table', header: [[]], rows: [] }
}

function cellOf(node: DocumentNode): WrittenCell {
  const extent = (name: string) => Math.max(1, Math.trunc(Number(node.attrs?.[name] ?? 1)) || 1)
  return { runs: joined(linesOf(node), '\n'), rows: extent('rowspan'), columns: extent('colspan') }
}

/** Every line of text below a node. */
function linesOf(node: DocumentNode): Run[][] {
  if (node.type === 'paragraph' || node.type === 'heading') {
    const runs = runsOf(node)
    return runs.length > 0 ? [runs] : []
  }
  return (node.content ?? []).flatMap(linesOf)
}

/** Several lines as one, with what stands between them. */
export function joined(lines: readonly Run[][], between: ' ' | '\n' = ' '): Run[] {
  return merged(lines.flatMap((runs, index) => (index === 0 ? runs : [{ text: between }, ...runs])))
}

function runsOf(node: DocumentNode): Run[] {
  return merged(
    (node.content ?? []).flatMap((child): Run[] => {
      if (!child.text) return []
      const has = (type: string) => child.marks?.some((mark) => mark.type === type) === true
      const href = child.marks?.find((mark) => mark.type === 'link')?.attrs?.href
      return [
        {
          text: child.text.normalize('NFC'),
          ...(has('bold') ? { bold: true } : {}),
          ...(has('italic') ? { italic: true } : {}),
          ...(has('underline') ? { underline: true } : {}),
          ...(has('superscript') ? { raised: 'up' } : has('subscript') ? { raised: 'down' } : {}),
          ...(typeof href === 'string' && isSafeAddress(href) ? { href } : {}),
        },
      ]
    }),
  )
}

/** Neighbours of one look are one run. */
export function merged(runs: readonly Run[]): Run[] {
  const all: Run[] = []
  for (const run of runs) {
    const before = all.at(-1)
    if (before && looksLike(before, run)) all[all.length - 1] = { ...before, text: before.text + run.text }
    else all.push(run)
  }
  return all
}

function looksLike(one: Run, other: Run): boolean {
  return (
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.underline === other.underline &&
    one.raised === other.raised &&
    one.href === other.href
  )
}

function isList(type: string | undefined): boolean {
  return type === 'bulletList' || type === 'orderedList'
}

/** Nothing in it that a reader would see. */
function isEmpty(block: Block): boolean {
  if (block.kind === 'paragraph' || block.kind === 'heading')
    return block.runs.every(({ text }) => text.trim() === '')
  if (block.kind === 'list') return block.items.length === 0
  return block.kind === 'quote' && block.paragraphs.length === 0
}

function said(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
