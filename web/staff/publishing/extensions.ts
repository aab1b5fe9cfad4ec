import { type Editor, Extension, Mark } from '@tiptap/core'
import { Image } from '@tiptap/extension-image'
import { TableKit } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { isSafeAddress } from '#publishing/blocks'
import type { PictureAddress } from '#web/ui/index.ts'

/** What can be written in an article, and nothing else: the editor knows no other form. */
export function extensionsFor(pictureAt: PictureAddress, leave: { out(): void; toTools(): void }) {
  return [
    kit.configure({
      ...{ code: false, codeBlock: false, strike: false, hardBreak: false },
      heading: { levels: [2, 3] },
      link: {
        ...{ openOnClick: false, autolink: false, linkOnPaste: false },
        HTMLAttributes: { rel: null, target: null },
        isAllowedUri: (address) => isSafeAddress(address ?? ''),
      },
    }),
    tables.configure({ table: { resizable: false } }),
    raisedMark('superscript', { tag: 'sup', excludes: 'subscript', key: 'Mod-.' }),
    raisedMark('subscript', { tag: 'sub', excludes: 'superscript', key: 'Mod-,' }),
    figureFor(pictureAt),
    twoLevels,
    Extension.create({
      name: 'waysOut',
      // Tab moves through lists and tables here, so there must be another way out.
      addKeyboardShortcuts: () => ({
        Escape: () => {
          leave.out()
          return true
        },
        'Alt-F10': () => {
          leave.toTools()
          return true
        },
      }),
    }),
  ]
}

/**
 * The pieces of every text, with points of lists that hold what a block holds: a line, and perhaps a list below it.
 * What stands in the editor is then what is kept.
 */
const kit = StarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map((extension) => {
      if (extension.name === 'listItem')
        return extension.extend({ content: 'paragraph (bulletList | orderedList)?' })
      return extension.name === 'blockquote' ? extension.extend({ content: 'paragraph+' }) : extension
    })
  },
})

/** Cells hold lines alone. */
const tables = TableKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map((extension) =>
      extension.name === 'tableCell' || extension.name === 'tableHeader'
        ? extension.extend({ content: 'paragraph+' })
        : extension,
    )
  },
})

/** A list below a list below a list has no place in a block, so Tab goes no deeper. */
const twoLevels = Extension.create({
  name: 'twoLevels',
  priority: 200,
  addKeyboardShortcuts() {
    return { Tab: () => depthOfLists(this.editor) > 1 }
  },
})

/** How many lists the cursor stands in, one within another. */
export function depthOfLists({ state }: Editor): number {
  const { $from } = state.selection
  return Array.from({ length: $from.depth }, (_, depth) => $from.node(depth + 1)).filter(
    ({ type }) => type.name === 'listItem',
  ).length
}

/** Letters above or below the line. */
function raisedMark(name: string, { tag, excludes, key }: { tag: string; excludes: string; key: string }) {
  return Mark.create({
    name,
    excludes: `${name} ${excludes}`,
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
    addKeyboardShortcuts() {
      return { [key]: () => this.editor.commands.toggleMark(name) }
    },
  })
}

/** A picture of ours with its description and caption; pictures of others never come in. */
function figureFor(pictureAt: PictureAddress) {
  return Image.extend({
    name: 'figure',
    addAttributes() {
      return { pictureId: { default: '' }, alt: { default: '' }, caption: { default: '' } }
    },
    parseHTML() {
      return []
    },
    addInputRules() {
      return []
    },
    renderHTML({ node }) {
      const { pictureId, alt, caption } = node.attrs
      const picture = ['img', { src: pictureAt(String(pictureId), 960), alt: String(alt) }] as const
      return ['figure', {}, picture, ['figcaption', {}, String(caption)]]
    },
  })
}
