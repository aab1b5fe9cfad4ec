import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Block } from '#publishing/blocks'
import { Blocks } from './blocks.tsx'

const drawn = (block: Block) =>
  renderToStaticMarkup(createElement(Blocks, { blocks: [block], pictureAt: () => '' })).replace(
    /<\/?section[^>]*>/g,
    '',
  )
const row = (...texts: string[]) => texts.map((text) => (text ? [{ text }] : []))

describe('a table on a page', () => {
  it('without joined cells is a head and rows', () => {
    expect(drawn({ kind: 'table', header: row('Thôn', 'Giờ'), rows: [row('Xuân Am', '7')] })).toBe(
      '<table><thead><tr><th scope="col">Thôn</th><th scope="col">Giờ</th></tr></thead>' +
        '<tbody><tr><td>Xuân Am</td><td>7</td></tr></tbody></table>',
    )
  })

  it('with joined cells says which rows and columns each is the head of', () => {
    const block: Block = {
      kind: 'table',
      header: row('Xã', 'Số người', ''),
      rows: [row('', 'Nam', 'Nữ'), row('Miền núi', '', ''), row('Con Cuông', '1', '2'), row('', '3', '4')],
      spans: [
        { row: 0, column: 0, rows: 2, columns: 1 },
        { row: 0, column: 1, rows: 1, columns: 2 },
        { row: 2, column: 0, rows: 1, columns: 3 },
        { row: 3, column: 0, rows: 2, columns: 1 },
      ],
      heads: 2,
    }
    expect(drawn(block)).toBe(
      '<table><colgroup span="1"></colgroup><colgroup span="2"></colgroup>' +
        '<thead><tr><th scope="col" rowSpan="2">Xã</th><th scope="colgroup" colSpan="2">Số người</th></tr>' +
        '<tr><th scope="col">Nam</th><th scope="col">Nữ</th></tr></thead>' +
        '<tbody><tr><th scope="rowgroup" colSpan="3">Miền núi</th></tr>' +
        '<tr><th scope="row" rowSpan="2">Con Cuông</th><td>1</td><td>2</td></tr>' +
        '<tr><td>3</td><td>4</td></tr></tbody></table>',
    )
  })
})
