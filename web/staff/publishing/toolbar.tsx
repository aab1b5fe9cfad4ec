import { type Editor, useEditorState } from '@tiptap/react'
import { type KeyboardEvent, useState } from 'react'
import { useWords } from '#web/ui/index.ts'
import { editorWords } from './editor-words.ts'

type Tool = keyof typeof editorWords.vi.tools

interface Action {
  tool: Tool
  /** Whether it holds where the cursor stands; undefined for what is done and not switched. */
  isOn?: boolean
  can?: boolean
  run: () => void
}

/** What can be done with the words, as words; one tab stop, arrows within. */
export function Toolbar({
  editor,
  onPanel,
}: {
  editor: Editor
  onPanel: (panel: 'link' | 'picture') => void
}) {
  const t = useWords(editorWords)
  const [at, setAt] = useState(0)
  const groups = useGroups(editor, onPanel)
  const actions = groups.flat()
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const next = (at + step + actions.length) % actions.length
    setAt(next)
    event.currentTarget.querySelectorAll('button').item(next).focus()
  }
  const button = ({ tool, isOn, can = true, run }: Action) => {
    const place = actions.findIndex((each) => each.tool === tool)
    return (
      <button
        key={tool}
        type="button"
        className="btn sm"
        tabIndex={place === Math.min(at, actions.length - 1) ? 0 : -1}
        aria-pressed={isOn}
        aria-disabled={!can || undefined}
        onFocus={() => setAt(place)}
        // The words stay chosen, and what is typed next goes on where they are.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => (can ? run() : undefined)}
      >
        {t.tools[tool]}
      </button>
    )
  }
  return (
    <div role="toolbar" aria-label={t.toolbar} className="editor-tools" onKeyDown={walk}>
      {groups.map((group) => (
        <span key={group[0]?.tool}>{group.map(button)}</span>
      ))}
    </div>
  )
}

function useGroups(editor: Editor, onPanel: (panel: 'link' | 'picture') => void): Action[][] {
  const is = useEditorState({ editor, selector: ({ editor: now }) => standingOf(now) })
  const chain = () => editor.chain().focus()
  return [
    [
      { tool: 'paragraph', isOn: is.paragraph, run: () => chain().setParagraph().run() },
      { tool: 'heading2', isOn: is.heading2, run: () => chain().toggleHeading({ level: 2 }).run() },
      { tool: 'heading3', isOn: is.heading3, run: () => chain().toggleHeading({ level: 3 }).run() },
    ],
    [
      { tool: 'bold', isOn: is.bold, run: () => chain().toggleBold().run() },
      { tool: 'italic', isOn: is.italic, run: () => chain().toggleItalic().run() },
      { tool: 'underline', isOn: is.underline, run: () => chain().toggleUnderline().run() },
      { tool: 'superscript', isOn: is.superscript, run: () => chain().toggleMark('superscript').run() },
      { tool: 'subscript', isOn: is.subscript, run: () => chain().toggleMark('subscript').run() },
      { tool: 'link', isOn: is.link, run: () => onPanel('link') },
    ],
    [
      {
        tool: 'bulletList',
        isOn: is.bulletList,
        can: !is.table,
        run: () => chain().toggleBulletList().run(),
      },
      {
        tool: 'orderedList',
        isOn: is.orderedList,
        can: !is.table,
        run: () => chain().toggleOrderedList().run(),
      },
      {
        tool: 'blockquote',
        isOn: is.blockquote,
        can: !is.table && !is.list,
        run: () => chain().toggleBlockquote().run(),
      },
    ],
    [
      { tool: 'picture', run: () => onPanel('picture') },
      {
        tool: 'table',
        can: is.canTable,
        run: () => chain().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
      },
      { tool: 'rule', run: () => chain().setHorizontalRule().run() },
    ],
    is.table
      ? [
          { tool: 'addRow', run: () => chain().addRowAfter().run() },
          { tool: 'addColumn', run: () => chain().addColumnAfter().run() },
          { tool: 'deleteRow', run: () => chain().deleteRow().run() },
          { tool: 'deleteColumn', run: () => chain().deleteColumn().run() },
          { tool: 'headRow', run: () => chain().toggleHeaderRow().run() },
          { tool: 'mergeCells', can: is.canMerge, run: () => chain().mergeCells().run() },
          { tool: 'splitCell', can: is.canSplit, run: () => chain().splitCell().run() },
          { tool: 'deleteTable', run: () => chain().deleteTable().run() },
        ]
      : [],
    [
      { tool: 'undo', can: is.canUndo, run: () => chain().undo().run() },
      { tool: 'redo', can: is.canRedo, run: () => chain().redo().run() },
    ],
  ].filter((group) => group.length > 0) as Action[][]
}

function standingOf(editor: Editor) {
  return {
    paragraph: editor.isActive('paragraph'),
    heading2: editor.isActive('heading', { level: 2 }),
    heading3: editor.isActive('heading', { level: 3 }),
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    underline: editor.isActive('underline'),
    superscript: editor.isActive('superscript'),
    subscript: editor.isActive('subscript'),
    link: editor.isActive('link'),
    bulletList: editor.isActive('bulletList'),
    orderedList: editor.isActive('orderedList'),
    blockquote: editor.isActive('blockquote'),
    table: editor.isActive('table'),
    canTable: !editor.isActive('table') && !editor.isActive('blockquote'),
    list: editor.isActive('listItem'),
    canMerge: editor.can().mergeCells(),
    canSplit: editor.can().splitCell(),
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
  }
}
