import { Extension } from '@tiptap/core'
import { Image } from '@tiptap/extension-image'
import { TableKit } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { isSafeAddress } from '#publishing/blocks'
import type { PictureAddress } from '#web/ui/index.ts'

/** What can be written in an article, and nothing else: the editor knows no other form. */
export function extensionsFor(pictureAt: PictureAddress, leave: { out(): void; toTools(): void }) {
  return [
    StarterKit.configure({
      ...{ code: false, codeBlock: false, strike: false, hardBreak: false },
      heading: { levels: [2, 3] },
      link: {
        ...{ openOnClick: false, autolink: false, linkOnPaste: false },
        HTMLAttributes: { rel: null, target: null },
        isAllowedUri: (address) => isSafeAddress(address ?? ''),
      },
    }),
    TableKit.configure({ table: { resizable: false } }),
    figureFor(pictureAt),
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
