import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { useRef, useState } from 'react'
import type { Block } from '#publishing/blocks'
import { type PictureAddress, useWords } from '#web/ui/index.ts'
import { type DocumentNode, toBlocks, toDocument } from './document.ts'
import { editorWords } from './editor-words.ts'
import { extensionsFor } from './extensions.ts'
import { LinkPanel } from './link-panel.tsx'
import { readPasted } from './pasted.ts'
import { PicturePanel } from './picture-panel.tsx'
import { Toolbar } from './toolbar.tsx'

/** Where the body of a text is written. What is in it is always blocks of ours, whatever was pasted. */
export default function BodyEditor(props: {
  blocks: Block[]
  pictureAt: PictureAddress
  uploadPath: string
  labelledBy: string
  describedBy: string
  onChange: (blocks: Block[]) => void
}) {
  const t = useWords(editorWords)
  const frame = useRef<HTMLElement>(null)
  const [panel, setPanel] = useState<'link' | 'picture' | undefined>()
  const [dropped, setDropped] = useState(0)
  const editor = useEditor({
    extensions: extensionsFor(props.pictureAt, {
      out: () => frame.current?.querySelector<HTMLElement>('.leave-editor')?.focus(),
      toTools: () => frame.current?.querySelector<HTMLElement>('[role="toolbar"] [tabindex="0"]')?.focus(),
    }),
    content: toDocument(props.blocks),
    // The server draws no editor, and the styles are ours: the page lets none be put in.
    immediatelyRender: false,
    injectCSS: false,
    editorProps: {
      attributes: {
        ...{ role: 'textbox', 'aria-multiline': 'true', class: 'prose writing' },
        ...{ 'aria-labelledby': props.labelledBy, 'aria-describedby': props.describedBy },
      },
      handlePaste: (_view, event) => paste(editorRef.current, event, setDropped),
    },
    onUpdate: ({ editor: changed }) => props.onChange(toBlocks(changed.getJSON() as DocumentNode)),
  })
  const editorRef = useRef<Editor | null>(null)
  editorRef.current = editor
  const close = () => {
    setPanel(undefined)
    editor?.commands.focus()
  }
  if (!editor) return <p className="quiet">{t.loading}</p>
  return (
    <section className="body-editor" ref={frame} aria-labelledby={props.labelledBy}>
      <Toolbar editor={editor} onPanel={setPanel} />
      {panel === 'link' ? <LinkPanel editor={editor} onDone={close} /> : null}
      {panel === 'picture' ? (
        <PicturePanel editor={editor} uploadPath={props.uploadPath} onDone={close} />
      ) : null}
      {dropped > 0 ? (
        <p className="note" role="status">
          {t.picturesDropped(dropped)}
        </p>
      ) : null}
      <EditorContent editor={editor} />
      <p className="hint small leave-editor" tabIndex={-1} id={props.describedBy}>
        {t.keyboardHint}
      </p>
    </section>
  )
}

/** Takes over what comes from Word, LibreOffice or a page; what was cut in this editor it puts back by itself. */
function paste(editor: Editor | null, event: ClipboardEvent, say: (dropped: number) => void): boolean {
  const html = event.clipboardData?.getData('text/html') ?? ''
  if (!editor || html === '' || html.includes('data-pm-slice')) return false
  const { blocks, picturesDropped, isInline } = readPasted(html)
  say(picturesDropped)
  const nodes = toDocument(blocks).content ?? []
  const content = isInline ? (nodes[0]?.content ?? []) : nodes
  if (blocks.length > 0) editor.chain().focus().insertContent(content).run()
  return true
}
