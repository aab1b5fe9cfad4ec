import type { Editor } from '@tiptap/react'
import { type KeyboardEvent, useState } from 'react'
import { isSafeAddress } from '#publishing/blocks'
import { Button, Field, focusedOnArrival, useWords } from '#web/ui/index.ts'
import { editorWords } from './editor-words.ts'

/** Sets, changes or removes the link of the chosen words. Not a form: it stands within one. */
export function LinkPanel({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const t = useWords(editorWords)
  const before = String(editor.getAttributes('link').href ?? '')
  const [address, setAddress] = useState(before)
  const [error, setError] = useState('')
  const put = () => {
    const href = address.trim()
    if (!isSafeAddress(href)) return setError(t.linkWrong)
    const chain = editor.chain().focus().extendMarkRange('link')
    const isBare = editor.state.selection.empty && before === ''
    if (isBare) chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
    else chain.setLink({ href })
    chain.run()
    onDone()
  }
  return (
    <section className="editor-panel" aria-label={t.tools.link} onKeyDown={keysOf({ put, onDone })}>
      <Field name="linkAddress" label={t.linkAddress} hint={t.linkHint} error={error || undefined}>
        {({ name: _name, ...control }) => (
          <input
            {...control}
            {...focusedOnArrival}
            tabIndex={0}
            type="text"
            inputMode="url"
            value={address}
            onChange={({ currentTarget }) => setAddress(currentTarget.value)}
          />
        )}
      </Field>
      <div className="acts">
        <Button type="button" size="small" onClick={put}>
          {t.putLink}
        </Button>
        {before ? (
          <Button
            type="button"
            size="small"
            onClick={() => {
              editor.chain().focus().extendMarkRange('link').unsetLink().run()
              onDone()
            }}
          >
            {t.takeLink}
          </Button>
        ) : null}
        <Button type="button" size="small" weight="text" onClick={onDone}>
          {t.cancel}
        </Button>
      </div>
    </section>
  )
}

/** Enter does it, Escape leaves; neither reaches the form around. */
export function keysOf({ put, onDone }: { put: () => void; onDone: () => void }) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') onDone()
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) put()
    else return
    event.preventDefault()
  }
}
