import { Fragment, type ReactNode } from 'react'
import { type Block, type ListItem, type Run, textOfBlock, wordsOf } from '#publishing/blocks'

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
      return <Grid header={block.header} rows={block.rows} />
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

/** Wider than the column it scrolls by itself, also by keyboard, and the page does not. */
function Grid({ header, rows }: { header: readonly Run[][]; rows: readonly Run[][][] }) {
  const titles = header.map(wordsOf).join(', ')
  return (
    <section className="article-table" aria-label={titles} {...reachable}>
      <table>
        <thead>
          <tr>
            {numbered(header, wordsOf).map(([key, cell]) => (
              <th key={key} scope="col">
                <Line runs={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbered(rows, (row) => row.map(wordsOf).join('|')).map(([key, row]) => (
            <tr key={key}>
              {numbered(row, wordsOf).map(([place, cell]) => (
                <td key={place}>
                  <Line runs={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
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

function dressed({ text, bold, italic, underline, href }: Run): ReactNode {
  let words: ReactNode = text
  if (underline) words = <u>{words}</u>
  if (italic) words = <em>{words}</em>
  if (bold) words = <strong>{words}</strong>
  return href ? <a href={href}>{words}</a> : words
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
