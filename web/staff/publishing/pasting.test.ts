import { Editor } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { type DocumentNode, toBlocks, toDocument } from './document.ts'
import { extensionsFor } from './extensions.ts'
import { readPasted } from './pasted.ts'
import { pasteHtml } from './pasting.ts'

/** An editor that is shown nowhere, with this text and the cursor after these words of it. */
function editorWith(html: string, after: string): Editor {
  const editor = new Editor({
    element: null,
    extensions: extensionsFor(() => '', { out: () => undefined, toTools: () => undefined }),
    content: toDocument(readPasted(html).blocks),
  })
  let place = 0
  editor.state.doc.descendants((node, at) => {
    if (node.isText && node.text?.endsWith(after)) place = at + node.nodeSize
  })
  editor.commands.setTextSelection(place)
  return editor
}

const blocksIn = (editor: Editor) => toBlocks(editor.getJSON() as DocumentNode)
const shown = (editor: Editor) => toDocument(blocksIn(editor))
const list = '<ul><li>Một<ul><li>Một một</li></ul></li><li>Hai</li></ul>'
const item = (text: string) => ({ runs: [{ text }] })

describe('a paste into a list', () => {
  it('puts a table and a heading between its points, not into one of them', () => {
    const editor = editorWith(list, 'Hai')
    pasteHtml(editor, '<h2>Lịch</h2><table><tr><td>Khối<td>Ngày</tr><tr><td>5<td>6/12</tr></table>')
    expect(blocksIn(editor).map(({ kind }) => kind)).toEqual(['list', 'heading', 'table'])
    expect(blocksIn(editor)[2]).toMatchObject({ header: [[{ text: 'Khối' }], [{ text: 'Ngày' }]] })
  })

  it('puts the points of another list beside the one with the cursor', () => {
    const editor = editorWith(list, 'Hai')
    pasteHtml(editor, '<ul><li>Ba</li><li>Bốn</li></ul>')
    expect(blocksIn(editor)).toEqual([
      {
        kind: 'list',
        ordered: false,
        items: [
          { ...item('Một'), nested: { ordered: false, items: [item('Một một')] } },
          ...['Hai', 'Ba', 'Bốn'].map(item),
        ],
      },
    ])
  })

  it('goes no third level down, so what is shown is what is kept', () => {
    const editor = editorWith(list, 'Một một')
    pasteHtml(editor, '<ol><li>Sâu<ul><li>Sâu nữa</li></ul></li></ol>')
    expect(blocksIn(editor)).toMatchObject([
      { items: [{ nested: { items: ['Một một', 'Sâu', 'Sâu nữa'].map(item) } }, item('Hai')] },
    ])
    expect(editor.getJSON()).toMatchObject(shown(editor))
  })
})

describe('the editor', () => {
  it('shows each line of a cell as it is kept, and no list in it', () => {
    const editor = editorWith('<table><tr><td>Giờ<td>Nơi</tr><tr><td>7 giờ<br>30<td>Xã</tr></table>', 'Xã')
    expect(blocksIn(editor)).toMatchObject([{ rows: [[[{ text: '7 giờ\n30' }], [{ text: 'Xã' }]]] }])
    expect(editor.can().toggleBulletList()).toBe(false)
    expect(editor.getJSON()).toMatchObject(shown(editor))
  })

  it('has letters above the line or below it, never both', () => {
    const editor = editorWith('<p>20 m2</p>', '2')
    editor.chain().setTextSelection({ from: 5, to: 6 }).toggleMark('superscript').run()
    expect(blocksIn(editor)).toEqual([
      { kind: 'paragraph', runs: [{ text: '20 m' }, { text: '2', raised: 'up' }] },
    ])
    editor.chain().setTextSelection({ from: 5, to: 6 }).toggleMark('subscript').run()
    expect(blocksIn(editor)).toMatchObject([{ runs: [{}, { text: '2', raised: 'down' }] }])
  })

  it('leaves alone what was cut in it', () => {
    expect(pasteHtml(editorWith('<p>a</p>', 'a'), '<p data-pm-slice="1 1 []">b</p>')).toBeUndefined()
  })
})
