import './publishing.css'
import { data, Form, Link, redirect } from 'react-router'
import { withActor } from '#platform/database'
import type { ComparedLine } from '#publishing'
import { getDesk } from '#web/staff/access.ts'
import { Button, formatInstant, langOf, pathIn, Refused, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/history'
import { askedIn, bringBack, readHistory } from './history.server.ts'
import { canEdit, getEditable, getManuscript } from './manuscript.server.ts'
import { namesFor } from './names.server.ts'
import { words } from './words.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const asked = askedIn(url.searchParams)
  const nameOf = await namesFor(desk, langOf(url.pathname))
  return withActor(desk.database, desk.actor, async (transaction) => {
    const manuscript = await getManuscript(transaction, params.id)
    const { id, title, language } = manuscript
    const mayEdit = canEdit(desk, manuscript)
    return {
      id,
      title,
      language,
      mayEdit,
      asked,
      ...(await readHistory(transaction, manuscript, asked, nameOf)),
    }
  })
}

/** Brings an old text back as the draft. */
export async function action({ context, params, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  const asked = askedIn(url.searchParams)
  if (!asked) throw new Response(null, { status: 400 })
  const isDone = await withActor(desk.database, desk.actor, async (transaction) =>
    bringBack(transaction, await getEditable(transaction, desk, params.id), asked),
  )
  if (!isDone) return data({ isRefused: true }, { status: 409 })
  throw redirect(pathIn(langOf(url.pathname), `/can-bo/cong/${params.id}`))
}

/** What was done to a text, the texts that were handed in or written over, and what is different in them. */
export default function History({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  const { id, title, language, acts, compared, asked, mayEdit, isFormOnly } = loaderData
  return (
    <>
      <title>{`${t.historyTitle}: ${title} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/cong')}>{t.title}</a> /{' '}
        <a href={pathIn(lang, `/can-bo/cong/${id}`)} lang={language}>
          {title}
        </a>{' '}
        <span className="quiet">/ {t.history}</span>
      </p>
      <h1>{t.historyTitle}</h1>
      {actionData ? <Refused>{t.notBroughtBack}</Refused> : null}
      {compared && asked ? (
        <Compared
          lines={compared}
          language={language}
          name={asked.kind === 'revision' ? t.revision(asked.number) : t.kept}
          mayEdit={mayEdit}
          isFormOnly={isFormOnly}
        />
      ) : null}
      <OldTexts {...loaderData} />
      <section className="text-history" aria-labelledby="acts">
        <h2 id="acts">{t.actsTitle}</h2>
        <ol className="points">
          {acts.map(({ kind, by, at, note }) => (
            <li key={`${kind} ${at.toISOString()}`}>
              {formatInstant(at)}: {by} {t.acts[kind]}
              {note ? (
                <span className="quiet" lang="vi">
                  {' '}
                  “{note}”
                </span>
              ) : null}
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

function OldTexts(props: Pick<Route.ComponentProps['loaderData'], 'revisions' | 'kept' | 'language'>) {
  const { revisions, kept } = props
  const t = useWords(words)
  return (
    <>
      <section className="text-history" aria-labelledby="revisions">
        <h2 id="revisions">{t.revisions}</h2>
        {revisions.length === 0 ? <p className="quiet">{t.noneSubmitted}</p> : null}
        <ul className="points">
          {revisions.map(({ number, submittedBy, submittedAt, correction, review }) => (
            <li key={number}>
              <b>{t.revision(number)}</b>: {t.submittedBy(submittedBy, formatInstant(submittedAt))},{' '}
              {review
                ? (review.isApproved ? t.approvedBy : t.refusedBy)(review.by, formatInstant(review.at))
                : t.waits}
              {correction ? (
                <span className="quiet" lang={props.language}>
                  {' '}
                  “{correction}”
                </span>
              ) : null}{' '}
              <Link to={`?lan=${number}`}>{t.compare}</Link>
            </li>
          ))}
        </ul>
      </section>
      <section className="text-history" aria-labelledby="kept">
        <h2 id="kept">{t.kept}</h2>
        <p className="quiet">{kept.length === 0 ? t.noneKept : t.keptWhy}</p>
        <ul className="points">
          {kept.map(({ version, editedBy, editedAt }) => (
            <li key={version}>
              {t.editedBy(editedBy, formatInstant(editedAt))} <Link to={`?ban=${version}`}>{t.compare}</Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function Compared(props: {
  lines: readonly ComparedLine[]
  language: 'vi' | 'en'
  name: string
  mayEdit: boolean
  isFormOnly: boolean
}) {
  const t = useWords(words)
  const lines = props.lines.map((line, number) => ({ ...line, number }))
  const isSame = lines.every(({ change }) => change === 'same')
  return (
    <section className="panel differences" aria-labelledby="compared">
      <div className="what">
        <h2 id="compared">{t.differences(props.name)}</h2>
        {isSame ? <p>{props.isFormOnly ? t.sameWords : t.same}</p> : null}
        <ul className="compared">
          {lines.map(({ change, text, number }) => (
            <li key={number} data-change={change}>
              {change === 'same' ? null : <b>{change === 'removed' ? t.removedLine : t.addedLine}: </b>}
              <span lang={props.language}>
                {change === 'removed' ? <del>{text}</del> : change === 'added' ? <ins>{text}</ins> : text}
              </span>
            </li>
          ))}
        </ul>
        {props.mayEdit && (!isSame || props.isFormOnly) ? (
          <Form method="post">
            <Button type="submit" size="small">
              {t.bringBack}
            </Button>{' '}
            <span className="hint">{t.bringBackWhy}</span>
          </Form>
        ) : null}
      </div>
    </section>
  )
}
