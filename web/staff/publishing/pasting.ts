import type { Editor } from '@tiptap/core'
import { type DocumentNode, toDocument } from './document.ts'
import { depthOfLists } from './extensions.ts'
import { type Pasted, readPasted } from './pasted.ts'

/** What of a paste the clerk is told: how much did not come along. */
export interface PasteRemarks extends Pick<Pasted, 'picturesDropped' | 'struckOut'> {
  /** There were no words, only a picture of a page, as browsers copy one. */
  isPictureAlone: boolean
}

/**
 * Puts what a program laid on the clipboard where the cursor stands, as blocks of ours. Undefined when there is nothing
 * to be read there, or when it was cut in this editor, which puts it back by itself.
 */
export function pasteHtml(editor: Editor, html: string): PasteRemarks | undefined {
  if (html === '' || html.includes('data-pm-slice')) return undefined
  const { blocks, isInline, ...remarks } = readPasted(html)
  const nodes = toDocument(blocks).content ?? []
  const content = isInline ? (nodes[0]?.content ?? []) : withinLists(editor, nodes)
  if (blocks.length > 0) editor.chain().focus().insertContent(content).run()
  return { ...remarks, isPictureAlone: blocks.length === 0 && remarks.picturesDropped > 0 }
}

/** The first picture of a clipboard or of what was dropped, such as a photograph of the screen. */
export function pictureIn(data: DataTransfer | null): File | undefined {
  return [...(data?.files ?? [])].find(({ type }) => /^image\/(jpeg|png|webp)$/.test(type))
}

/** In a list the points of a pasted list come beside the one with the cursor, and no list goes a third level down. */
function withinLists(editor: Editor, nodes: readonly DocumentNode[]): DocumentNode[] {
  const depth = depthOfLists(editor)
  if (depth === 0) return [...nodes]
  return nodes.flatMap((node) =>
    node.type === 'bulletList' || node.type === 'orderedList' ? pointsOf(node, depth) : [node],
  )
}

function pointsOf(list: DocumentNode, depth: number): DocumentNode[] {
  return (list.content ?? []).flatMap((point) => {
    if (depth === 1) return [point]
    const [line, below] = point.content ?? []
    return [{ ...point, content: line ? [line] : [] }, ...(below ? pointsOf(below, depth) : [])]
  })
}
