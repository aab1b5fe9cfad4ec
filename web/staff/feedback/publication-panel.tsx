import { Form } from 'react-router'
import { Button, Field, Refused, useWords } from '#web/ui/index.ts'
import type { StrikeLine } from './publication.server.ts'
import { publicationWords } from './publication-words.ts'
import type { MessageView } from './view.server.ts'

interface Preview {
  copy: Texts
  lines: StrikeLine[]
  missing: string[]
  more: string
}
type Texts = { title: string; content: string; answer: string }

/** The copy for everybody beside the original, and who may propose, decide and withdraw it. */
export function PublicationPanel({ view, preview }: { view: MessageView; preview: Preview | undefined }) {
  const t = useWords(publicationWords)
  const { publication, mayPropose } = view
  if (view.path !== 'open') return null
  const { isAgreed, isAnswered, state, original } = publication
  const shown = preview ?? publication
  const stands = state === 'proposed' || state === 'published'
  return (
    <section className="sect" aria-labelledby="publication">
      <h2 id="publication">{t.title}</h2>
      {!isAgreed ? <p className="quiet">{t.notAgreed}</p> : null}
      {isAgreed && !isAnswered ? <p className="quiet">{t.notYet}</p> : null}
      {isAgreed && isAnswered ? (
        <>
          <Standing publication={publication} />
          <p className="quiet">{t.why}</p>
          {preview && preview.missing.length > 0 ? (
            <Refused>{t.missing(preview.missing.map((each) => `“${each}”`).join(', '))}</Refused>
          ) : null}
          <div className="old-new">
            <Side head={t.original} texts={original} />
            <Side head={t.copy} texts={shown.copy} isNew />
          </div>
          {mayPropose && !stands ? <Strikes lines={shown.lines} more={preview?.more} /> : null}
          {mayPropose && state === 'proposed' && !publication.isMine ? (
            <Decide copyId={publication.id} />
          ) : null}
          {mayPropose && state === 'published' ? <Withdraw /> : null}
        </>
      ) : null}
    </section>
  )
}

function Standing({ publication }: { publication: MessageView['publication'] }) {
  const t = useWords(publicationWords)
  const { state, proposedBy = '', publishedAt = '', withdrawnAt = '', withdrawnBecause = '' } = publication
  if (state === 'proposed') return <p>{t.proposed(proposedBy)}</p>
  if (state === 'published') return <p>{t.published(publishedAt)}</p>
  if (state === 'withdrawn') return <p>{t.withdrawn(withdrawnAt, withdrawnBecause)}</p>
  return state === 'refused' ? <p>{t.refused}</p> : null
}

function Side({ head, texts, isNew = false }: { head: string; texts: Texts; isNew?: boolean }) {
  const t = useWords(publicationWords)
  return (
    <div className={isNew ? 'side is-new' : 'side'}>
      <h3>{head}</h3>
      {(['title', 'content', 'answer'] as const).map((field) => (
        <div key={field}>
          <span className="quiet small">{t.fields[field]}</span>
          <p className="message-text">{texts[field]}</p>
        </div>
      ))}
    </div>
  )
}

function Strikes({ lines, more }: { lines: readonly StrikeLine[]; more: string | undefined }) {
  const t = useWords(publicationWords)
  return (
    <Form method="post" action="?#publication" key={lines.map(({ key }) => key).join()}>
      <fieldset className="field">
        <legend>{t.strikes}</legend>
        <span className="hint">{lines.length > 0 ? t.strikesHint : t.noStrikes}</span>
        {lines.map(({ key, field, passage, why }) => (
          <label key={key} className="choice">
            <input type="checkbox" name="che" value={key} defaultChecked />
            <span>
              {passage}{' '}
              <span className="quiet small">
                {t.fields[field]}, {t.reasons[why]}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <Field name="che-them" label={t.more} hint={t.moreHint} optional>
        {(control) => <textarea {...control} rows={3} maxLength={2_000} defaultValue={more} />}
      </Field>
      <div className="acts">
        <Button type="submit" name="viec" value="preview">
          {t.look}
        </Button>
        <Button type="submit" name="viec" value="propose">
          {t.propose}
        </Button>
      </div>
    </Form>
  )
}

/** Decides on the copy that stands on this page, and on none that was proposed since. */
function Decide({ copyId }: { copyId: number }) {
  const t = useWords(publicationWords)
  return (
    <Form method="post" action="?" className="acts">
      <input type="hidden" name="ban" value={copyId} />
      <Button type="submit" name="viec" value="publish">
        {t.approve}
      </Button>
      <Button type="submit" name="viec" value="refuse">
        {t.refuse}
      </Button>
    </Form>
  )
}

function Withdraw() {
  const t = useWords(publicationWords)
  return (
    <Form method="post" action="?">
      <Field name="ly-do" label={t.withdrawBecause}>
        {(control) => <input {...control} type="text" maxLength={300} autoComplete="off" />}
      </Field>
      <Button type="submit" name="viec" value="withdraw">
        {t.withdraw}
      </Button>
    </Form>
  )
}
