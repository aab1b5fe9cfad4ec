import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { Form } from 'react-router'
import type { ArticleTitle, Block, Manuscript } from '#publishing'
import { Button, Field, useWords } from '#web/ui/index.ts'
import { AboutFields, BannerFields, DocumentFields } from './about-fields.tsx'
import { AttachmentFields, type ShownAttachment } from './attachment-fields.tsx'
import { DetailFields } from './detail-fields.tsx'
import { editorWords } from './editor-words.ts'
import { staffPicture } from './picture-address.ts'
import { SaveLine } from './save-line.tsx'
import { type Autosave, useAutosave } from './use-autosave.ts'

const BodyEditor = lazy(() => import('./body-editor.tsx'))

interface FormProps {
  manuscript: Manuscript
  sections: { key: string; name: string }[]
  attachments: ShownAttachment[]
  related: ArticleTitle[]
  question: string
  children: (saving: Autosave) => ReactNode
}

/**
 * All that is written of a text. It saves itself; without scripts its button does, and the body stays as it is.
 * `children` is told of the saving, so that nothing is handed in before it is kept.
 */
export function EditorForm(props: FormProps) {
  const t = useWords(editorWords)
  const { manuscript } = props
  const form = useRef<HTMLFormElement>(null)
  const address = `/can-bo/cong/${manuscript.id}`
  const saving = useAutosave(form, {
    path: `${address}/luu`,
    version: manuscript.version,
    savedAt: manuscript.editedAt,
    question: props.question,
  })
  return (
    <>
      <Form
        method="post"
        ref={form}
        className="text-form"
        onInput={({ target }) => {
          // Panels of the editor hold fields of their own, without a name.
          if (!(target instanceof HTMLInputElement) || target.name !== '') saving.touch()
        }}
        onSubmit={(event) => {
          event.preventDefault()
          saving.touch()
          void saving.flush()
        }}
      >
        <input type="hidden" name="intent" value="save" />
        <input type="hidden" name="version" value={saving.version} />
        <Fields {...props} address={address} saving={saving} />
        <div className="text-save">
          <Button type="submit">{t.save}</Button>
          <SaveLine saving={saving} />
        </div>
      </Form>
      {props.children(saving)}
    </>
  )
}

/** What is written in the middle, and beside it where it belongs. */
function Fields({
  manuscript,
  sections,
  attachments,
  related,
  address,
  saving,
}: Omit<FormProps, 'question' | 'children'> & { address: string; saving: Autosave }) {
  const t = useWords(editorWords)
  const { content } = manuscript
  const sentenceFor = (name: string) => {
    const problem = saving.problems[name]
    return problem && t[problem]
  }
  return (
    <>
      <div className="text-main">
        <Field name="title" label={t.title}>
          {(control) => <input type="text" maxLength={300} defaultValue={content.title} {...control} />}
        </Field>
        <Field name="lead" label={t.lead}>
          {(control) => <textarea rows={3} maxLength={2000} defaultValue={content.lead} {...control} />}
        </Field>
        <Body blocks={content.body} uploadPath={`${address}/anh`} touch={saving.touch} />
        <Field name="byline" label={t.byline} optional>
          {(control) => <input type="text" maxLength={200} defaultValue={content.byline} {...control} />}
        </Field>
        <DetailFields details={content.details} errorOf={sentenceFor} />
      </div>
      <div className="text-aside">
        <BannerFields banner={content.banner} uploadPath={`${address}/anh`} touch={saving.touch} />
        <AboutFields
          content={content}
          language={manuscript.language}
          sections={sections}
          related={related}
          touch={saving.touch}
        />
        {manuscript.kind === 'article' || manuscript.kind === 'announcement' ? (
          <DocumentFields document={content.document} errorOf={sentenceFor} />
        ) : null}
        <AttachmentFields attachments={attachments} uploadPath={`${address}/tep`} touch={saving.touch} />
      </div>
    </>
  )
}

/** The body travels as JSON in a hidden field; the editor comes with the page's scripts and only then. */
function Body(props: { blocks: Block[]; uploadPath: string; touch: () => void }) {
  const t = useWords(editorWords)
  const [isHere, setHere] = useState(false)
  const [json, setJson] = useState(() => JSON.stringify(props.blocks))
  useEffect(() => setHere(true), [])
  return (
    <div className="field text-body">
      <span className="lbl" id="body-label">
        {t.body}
      </span>
      <input type="hidden" name="body" value={json} />
      {isHere ? (
        <Suspense fallback={<p className="quiet">{t.loading}</p>}>
          <BodyEditor
            blocks={props.blocks}
            pictureAt={staffPicture}
            uploadPath={props.uploadPath}
            labelledBy="body-label"
            describedBy="body-hint"
            onChange={(blocks) => {
              setJson(JSON.stringify(blocks))
              props.touch()
            }}
          />
        </Suspense>
      ) : (
        <noscript>
          <p className="note">{t.noScripts}</p>
        </noscript>
      )}
    </div>
  )
}
