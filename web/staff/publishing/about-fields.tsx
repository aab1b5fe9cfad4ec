import { useState } from 'react'
import type { ArticleLanguage, ArticleTitle, BannerChoice, Content } from '#publishing'
import { Button, DayInput, Field, FieldError, useWords } from '#web/ui/index.ts'
import { editorWords } from './editor-words.ts'
import { staffPicture } from './picture-address.ts'
import { sayRefusal } from './picture-panel.tsx'
import { RelatedFields } from './related-fields.tsx'
import { cutPicture, type SentFile, sendFile } from './send-file.ts'

type Choice = BannerChoice['kind']
const choices: readonly Choice[] = ['pond', 'picture', 'none']

/** What stands over the text: the drawing of the house, a picture of its own with its description, or nothing. */
export function BannerFields(props: { banner: BannerChoice; uploadPath: string; touch: () => void }) {
  const t = useWords(editorWords)
  const { banner } = props
  const [kind, setKind] = useState<Choice>(banner.kind)
  const [pictureId, setPictureId] = useState(banner.kind === 'picture' ? banner.pictureId : '')
  const [error, setError] = useState('')
  const take = async (sending: Promise<SentFile>) => {
    const sent = await sending
    setError(sent.ok ? '' : sayRefusal(t.pictureRefused, sent.because))
    if (!sent.ok) return
    setPictureId(sent.id)
    // Once the field holds it.
    setTimeout(props.touch, 0)
  }
  return (
    <fieldset className="text-part">
      <legend>{t.banner}</legend>
      {choices.map((each) => (
        <label key={each} className="pick">
          <input
            type="radio"
            name="banner"
            value={each}
            defaultChecked={banner.kind === each}
            onChange={() => setKind(each)}
          />
          {t.banners[each]}
        </label>
      ))}
      <div hidden={kind !== 'picture'}>
        <input type="hidden" name="bannerPicture" value={pictureId} />
        {pictureId ? (
          <BannerCut
            key={pictureId}
            pictureId={pictureId}
            cut={(at) => void take(cutPicture(props.uploadPath, pictureId, at))}
          />
        ) : null}
        <Field name="bannerFile" label={t.pictureFile} hint={t.pictureStripped}>
          {({ name: _name, ...control }) => (
            <input
              {...control}
              type="file"
              accept="image/jpeg,image/png,image/webp"
              onChange={({ currentTarget }) => {
                const file = currentTarget.files?.[0]
                if (file) void take(sendFile(props.uploadPath, file))
              }}
            />
          )}
        </Field>
        {error ? <FieldError>{error}</FieldError> : null}
        <Field name="bannerAlt" label={t.bannerAlt} hint={t.altHint}>
          {(control) => (
            <input
              {...control}
              type="text"
              maxLength={300}
              defaultValue={banner.kind === 'picture' ? banner.alt : ''}
            />
          )}
        </Field>
      </div>
    </fieldset>
  )
}

/** How the picture will be cut on a wide screen, and which part of it is kept: moved by mouse or by arrow keys. */
function BannerCut({ pictureId, cut }: { pictureId: string; cut: (at: number) => void }) {
  const t = useWords(editorWords)
  const [at, setAt] = useState(50)
  return (
    <>
      <img
        className="banner-chosen"
        src={staffPicture(pictureId, 960)}
        alt=""
        style={{ objectPosition: `${at}% ${at}%` }}
      />
      <Field name="bannerCut" label={t.bannerCut} hint={t.bannerCutHint}>
        {({ name: _name, ...control }) => (
          <input
            {...control}
            type="range"
            min={0}
            max={100}
            step={5}
            value={at}
            onChange={({ currentTarget }) => setAt(Number(currentTarget.value))}
          />
        )}
      </Field>
      <Button type="button" size="small" disabled={at === 50} onClick={() => cut(at)}>
        {t.bannerCutButton}
      </Button>
    </>
  )
}

/** Tags, section and what to read beside it. */
export function AboutFields(props: {
  content: Content
  language: ArticleLanguage
  sections: { key: string; name: string }[]
  related: ArticleTitle[]
  touch: () => void
}) {
  const t = useWords(editorWords)
  const { tags, section } = props.content
  return (
    <fieldset className="text-part">
      <legend>{t.about}</legend>
      <Field name="section" label={t.section}>
        {(control) => (
          <select {...control} defaultValue={section ?? ''}>
            <option value="">{t.noSection}</option>
            {props.sections.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="tags" label={t.tags} hint={t.tagsHint} optional>
        {(control) => <input type="text" maxLength={1500} defaultValue={tags.join(', ')} {...control} />}
      </Field>
      <RelatedFields chosen={props.related} language={props.language} touch={props.touch} />
    </fieldset>
  )
}

/** The document an article reports: its number and day, and whether the year was worked out. */
export function DocumentFields(props: {
  document: Content['document']
  errorOf: (name: string) => string | undefined
}) {
  const t = useWords(editorWords)
  const { document, errorOf } = props
  return (
    <fieldset className="text-part">
      <legend>{t.document}</legend>
      <Field name="documentNumber" label={t.documentNumber} optional>
        {(control) => <input type="text" maxLength={100} defaultValue={document?.number} {...control} />}
      </Field>
      <Field name="documentOn" label={t.documentOn} error={errorOf('documentOn')} optional>
        {(control) => <DayInput {...control} defaultValue={document?.on} />}
      </Field>
      <label className="pick">
        <input type="checkbox" name="documentYearInferred" defaultChecked={document?.isYearInferred} />
        {t.documentYearInferred}
      </label>
    </fieldset>
  )
}
