import type { Editor } from '@tiptap/react'
import { type RefObject, useRef, useState } from 'react'
import { Button, Field, focusedOnArrival, useWords } from '#web/ui/index.ts'
import { editorWords } from './editor-words.ts'
import { keysOf } from './link-panel.tsx'
import { sendFile } from './send-file.ts'

/** Puts a picture in with its description, or changes the description of the one that is chosen. */
export function PicturePanel(props: {
  editor: Editor
  uploadPath: string
  /** A picture that was pasted or dropped: it only lacks its description. */
  given?: File | undefined
  onDone: () => void
}) {
  const { editor, uploadPath, given, onDone } = props
  const t = useWords(editorWords)
  const chosen = !given && editor.isActive('figure') ? editor.getAttributes('figure') : undefined
  const [alt, setAlt] = useState(String(chosen?.alt ?? ''))
  const [caption, setCaption] = useState(String(chosen?.caption ?? ''))
  const [errors, setErrors] = useState<{ file?: string | undefined; alt?: string | undefined }>({})
  const [isSending, setSending] = useState(false)
  const file = useRef<HTMLInputElement>(null)
  const put = async () => {
    const picture = given ?? file.current?.files?.[0]
    const missing = {
      file: chosen || picture ? undefined : t.choosePicture,
      alt: alt.trim() ? undefined : t.altNeeded,
    }
    setErrors(missing)
    if (missing.file || missing.alt) return
    const words = { alt: alt.trim(), caption: caption.trim() }
    if (chosen) editor.chain().focus().updateAttributes('figure', words).run()
    else if (picture) {
      setSending(true)
      const sent = await sendFile(uploadPath, picture)
      setSending(false)
      if (!sent.ok) return setErrors({ file: sayRefusal(t.pictureRefused, sent.because) })
      editor
        .chain()
        .focus()
        .insertContent({ type: 'figure', attrs: { pictureId: sent.id, ...words } })
        .run()
    }
    onDone()
  }
  return (
    <section
      className="editor-panel"
      aria-label={t.picture}
      onKeyDown={keysOf({ put: () => void put(), onDone })}
    >
      {chosen ? null : <WhichPicture given={given} file={file} error={errors.file} />}
      <PictureWords
        {...{ alt, caption, error: errors.alt, isFirst: given !== undefined }}
        onAlt={setAlt}
        onCaption={setCaption}
      />
      <div className="acts">
        <Button type="button" size="small" disabled={isSending} onClick={() => void put()}>
          {isSending ? t.sending : chosen ? t.changePicture : t.putPicture}
        </Button>
        <Button type="button" size="small" weight="text" onClick={onDone}>
          {t.cancel}
        </Button>
      </div>
    </section>
  )
}

/** The picture that was pasted, or the way to choose one. */
function WhichPicture(props: {
  given: File | undefined
  file: RefObject<HTMLInputElement | null>
  error: string | undefined
}) {
  const t = useWords(editorWords)
  const { given, file, error } = props
  if (given)
    return (
      <>
        <p>{t.pictureGiven(given.name)}</p>
        <p role="alert">{error ? <b>{error}</b> : null}</p>
      </>
    )
  return (
    <Field name="pictureFile" label={t.pictureFile} hint={t.pictureStripped} error={error}>
      {({ name: _name, ...control }) => (
        <input
          {...control}
          {...focusedOnArrival}
          tabIndex={0}
          ref={file}
          type="file"
          accept="image/jpeg,image/png,image/webp"
        />
      )}
    </Field>
  )
}

/** What it shows, for those who do not see it, and what stands under it. */
function PictureWords(props: {
  alt: string
  caption: string
  error: string | undefined
  /** It is the first field of the panel, where one begins to write. */
  isFirst: boolean
  onAlt: (text: string) => void
  onCaption: (text: string) => void
}) {
  const t = useWords(editorWords)
  const { alt, caption, error, isFirst, onAlt, onCaption } = props
  return (
    <>
      <Field name="pictureAlt" label={t.alt} hint={t.altHint} error={error}>
        {({ name: _name, ...control }) => (
          <input
            {...control}
            {...(isFirst ? focusedOnArrival : {})}
            type="text"
            maxLength={300}
            value={alt}
            onChange={({ currentTarget }) => onAlt(currentTarget.value)}
          />
        )}
      </Field>
      <Field name="pictureCaption" label={t.caption} optional>
        {({ name: _name, ...control }) => (
          <input
            {...control}
            type="text"
            maxLength={500}
            value={caption}
            onChange={({ currentTarget }) => onCaption(currentTarget.value)}
          />
        )}
      </Field>
    </>
  )
}

/** The sentence for a refusal; the general one for a reason this page does not know. */
export function sayRefusal<Sentences extends { failed: string }>(
  sentences: Sentences,
  because: string,
): string {
  const known: Readonly<Record<string, string>> = { ...sentences }
  return (Object.hasOwn(known, because) ? known[because] : undefined) ?? sentences.failed
}
