import { Fragment, type ReactNode } from 'react'
import {
  type Block,
  headsOf,
  type ListItem,
  type PlacedCell,
  placedCells,
  type Run,
  type TableBlock,
  textOfBlock,
  wordsOf,
} from '#publishing/blocks'

/** Where a picture of an article is fetched in a width: readers and officers have addresses of their own. */
export type PictureAddress = (pictureId: string, width: number) => string

/**
 * The pieces of an article as readers see them. They are plain data, so nothing in them can become markup, and every
 * address was looked at when it was taken in.
 */
export function Blocks({ blocks, pictureAt }: { blocks: readonly Block[]; pictureAt: PictureAddress }) {
  return numbered(blocks, textOfBlock).map(([key, block]) => (
    <Piece key={key} block={block} pictureAt={pictureAt} />
  ))
}

function Piece({ block, pictureAt }: { block: Block; pictureAt: PictureAddress }): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Line runs={block.runs} />
        </p>
      )
    case 'heading':
      return block.level === 2 ? (
        <h2 className="h2">
          <Line runs={block.runs} />
        </h2>
      ) : (
        <h3 className="h3">
          <Line runs={block.runs} />
        </h3>
      )
    case 'list':
      return <Points ordered={block.ordered} items={block.items} />
    case 'quote':
      return (
        <blockquote>
          {numbered(block.paragraphs, wordsOf).map(([key, runs]) => (
            <p key={key}>
              <Line runs={runs} />
            </p>
          ))}
        </blockquote>
      )
    case 'table':
      return <Grid table={block} />
    case 'figure':
      return <Figure figure={block} pictureAt={pictureAt} />
    case 'rule':
      return <hr />
  }
}

function Points({ ordered, items }: { ordered: boolean; items: readonly ListItem[] }) {
  const lines = numbered(items, ({ runs }) => wordsOf(runs)).map(([key, { runs, nested }]) => (
    <li key={key}>
      <Line runs={runs} />
      {nested ? <Points ordered={nested.ordered} items={nested.items} /> : null}
    </li>
  ))
  return ordered ? <ol className="points">{lines}</ol> : <ul className="points">{lines}</ul>
}

/** What scrolls by itself is a stop of the keyboard, or nobody gets to its end without a mouse. */
const reachable = { tabIndex: 0 }

/**
 * Wider than the column it scrolls by itself, also by keyboard, and the page does not. Joined cells say of which rows
 * and columns they are the head, so that a table read aloud is understood.
 */
function Grid({ table }: { table: TableBlock }) {
  const placed = placedCells(table)
  const heads = headsOf(table)
  const groups = (placed[0] ?? []).some(({ columns }) => columns > 1) ? (placed[0] ?? []) : []
  return (
    <section className="article-table" aria-label={namesOf(table)} {...reachable}>
      <table>
        {groups.map(({ column, columns }) => (
          <colgroup key={column} span={columns} />
        ))}
        <thead>
          {placed.slice(0, heads).map((cells, row) => (
            <tr key={keyOfRow(cells, row)}>
              {cells.map((cell) => (
                <th key={cell.column} scope={cell.columns > 1 ? 'colgroup' : 'col'} {...extentOf(cell)}>
                  <Line runs={cell.runs} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        {groupsOfRows(placed.slice(heads), table.header.length).map((rows) => (
          <tbody key={rows[0]?.[0]?.row ?? 0}>
            {rows.map((cells, row) => (
              <tr key={keyOfRow(cells, row)}>
                {cells.map((cell) => (
                  <Cell key={cell.column} cell={cell} width={table.header.length} />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

/** A cell over the whole row is the head of the rows under it, one down the first column that of the rows beside it. */
function Cell({ cell, width }: { cell: PlacedCell; width: number }) {
  const words = <Line runs={cell.runs} />
  const isOverRow = isWide(cell, width)
  if (isOverRow || (cell.column === 0 && cell.rows > 1))
    return (
      <th scope={isOverRow ? 'rowgroup' : 'row'} {...extentOf(cell)}>
        {words}
      </th>
    )
  return <td {...extentOf(cell)}>{words}</td>
}

function isWide({ columns }: PlacedCell, width: number): boolean {
  return width > 1 && columns === width
}

function extentOf({ rows, columns }: PlacedCell): { rowSpan?: number; colSpan?: number } {
  return { ...(rows > 1 ? { rowSpan: rows } : {}), ...(columns > 1 ? { colSpan: columns } : {}) }
}

/** The rows of the body, a new group with each cell that goes over the whole row. */
function groupsOfRows(rows: readonly PlacedCell[][], width: number): PlacedCell[][][] {
  const groups: PlacedCell[][][] = []
  for (const row of rows) {
    const [first] = row
    const last = groups.at(-1)
    if (last && !(first && isWide(first, width))) last.push(row)
    else groups.push([row])
  }
  return groups
}

/** What a table is called: the words of its head. */
function namesOf(table: TableBlock): string {
  return table.header.map(wordsOf).filter(Boolean).join(', ')
}

/** A row that begins no cell of its own lies under joined ones. */
function keyOfRow(cells: readonly PlacedCell[], row: number): number {
  return cells[0]?.row ?? -1 - row
}

function Figure({
  figure: { pictureId, alt, caption },
  pictureAt,
}: {
  figure: Extract<Block, { kind: 'figure' }>
  pictureAt: PictureAddress
}) {
  const sources = [480, 960, 1600].map((width) => `${pictureAt(pictureId, width)} ${width}w`).join(', ')
  return (
    <figure>
      <img
        src={pictureAt(pictureId, 960)}
        srcSet={sources}
        sizes="(min-width: 860px) 720px, 100vw"
        alt={alt}
        loading="lazy"
      />
      {caption ? <figcaption>{caption}</figcaption> : null}
    </figure>
  )
}

function Line({ runs }: { runs: readonly Run[] }) {
  return numbered(runs, ({ text }) => text).map(([key, run]) => <Fragment key={key}>{dressed(run)}</Fragment>)
}

function dressed({ text, bold, italic, underline, raised, href }: Run): ReactNode {
  let words: ReactNode = text.includes('\n') ? linesOf(text) : text
  if (raised) words = raised === 'up' ? <sup>{words}</sup> : <sub>{words}</sub>
  if (underline) words = <u>{words}</u>
  if (italic) words = <em>{words}</em>
  if (bold) words = <strong>{words}</strong>
  return href ? <a href={href}>{words}</a> : words
}

/** Words of a cell with its line ends. */
function linesOf(text: string): ReactNode {
  return numbered(text.split('\n'), (line) => line).map(([key, line], index) => (
    <Fragment key={key}>
      {index > 0 ? <br /> : null}
      {line}
    </Fragment>
  ))
}

/** Each with a key of its own, also where two say the same. */
function numbered<Each>(all: readonly Each[], say: (each: Each) => string): [string, Each][] {
  const seen = new Map<string, number>()
  return all.map((each) => {
    const words = say(each)
    const times = (seen.get(words) ?? 0) + 1
    seen.set(words, times)
    return [`${times} ${words}`, each]
  })
}
