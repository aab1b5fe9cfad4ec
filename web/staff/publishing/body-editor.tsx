import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { type RefObject, useRef, useState } from 'react'
import type { Block } from '#publishing/blocks'
import { type PictureAddress, useWords } from '#web/ui/index.ts'
import { type DocumentNode, toBlocks, toDocument } from './document.ts'
import { editorWords } from './editor-words.ts'
import { extensionsFor } from './extensions.ts'
import { LinkPanel } from './link-panel.tsx'
import { type PasteRemarks, pasteHtml, pictureIn } from './pasting.ts'
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
  const editorRef = useRef<Editor | null>(null)
  const taking = useTaking(editorRef, () => setPanel('picture'))
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
      handlePaste: (_view, event) => taking.take(event.clipboardData),
      handleDrop: (view, event, _slice, isMoved) => {
        if (isMoved) return false
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
        if (at) editorRef.current?.commands.setTextSelection(at.pos)
        return taking.take(event.dataTransfer)
      },
    },
    onUpdate: ({ editor: changed }) => props.onChange(toBlocks(changed.getJSON() as DocumentNode)),
  })
  editorRef.current = editor
  const close = () => {
    setPanel(undefined)
    taking.forget()
    editor?.commands.focus()
  }
  if (!editor) return <p className="quiet">{t.loading}</p>
  return (
    <section className="body-editor" ref={frame} aria-labelledby={props.labelledBy}>
      <Toolbar editor={editor} onPanel={setPanel} />
      {panel === 'link' ? <LinkPanel editor={editor} onDone={close} /> : null}
      {panel === 'picture' ? (
        <PicturePanel
          key={taking.turn}
          editor={editor}
          uploadPath={props.uploadPath}
          given={taking.picture}
          onDone={close}
        />
      ) : null}
      <Remarks {...taking.remarks} />
      <EditorContent editor={editor} />
      <p className="hint small leave-editor" tabIndex={-1} id={props.describedBy}>
        {t.keyboardHint}
      </p>
    </section>
  )
}

/** Takes over what comes from Word, LibreOffice, a page or a photograph of the screen: words at once, a picture described. */
function useTaking(editor: RefObject<Editor | null>, onPicture: () => void) {
  const [picture, setPicture] = useState<File | undefined>()
  const [remarks, setRemarks] = useState<PasteRemarks | undefined>()
  const [turn, setTurn] = useState(0)
  const take = (data: DataTransfer | null): boolean => {
    const said = editor.current ? pasteHtml(editor.current, data?.getData('text/html') ?? '') : undefined
    const alone = said && !said.isPictureAlone ? undefined : pictureIn(data)
    if (said) setRemarks(alone ? undefined : said)
    if (alone) {
      setPicture(alone)
      setTurn((before) => before + 1)
      onPicture()
    }
    return said !== undefined || alone !== undefined
  }
  return { picture, remarks, turn, take, forget: () => setPicture(undefined) }
}

/** What of the last paste did not come along. */
function Remarks({ picturesDropped = 0, struckOut = 0 }: Partial<PasteRemarks>) {
  const t = useWords(editorWords)
  const sentences = [
    ...(struckOut > 0 ? [t.struckOut(struckOut)] : []),
    ...(picturesDropped > 0 ? [t.picturesDropped(picturesDropped)] : []),
  ]
  return (
    <div role="status">
      {sentences.map((sentence) => (
        <p key={sentence} className="note">
          {sentence}
        </p>
      ))}
    </div>
  )
}
