import './directives.css'
import { randomUUID } from 'node:crypto'
import { data, Form, redirect, useNavigation, useSearchParams } from 'react-router'
import { listDirectives } from '#directives'
import { directiveReading } from '#jobs/read-directive'
import { sentenceOf } from '#platform/bilingual-error'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import { JobProgress } from '#web/staff/jobs/progress.tsx'
import { viewOf } from '#web/staff/jobs/view.ts'
import { Button, ErrorSummary, Field, langOf, pathIn, Refused, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/enter'
import { clerkDesk } from './desk.server.ts'
import { words } from './draft-words.ts'
import { FileField } from './file-field.tsx'
import { kindNames } from './kinds.ts'
import { receiveDirective } from './receive.server.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await clerkDesk(context, url, 403)
  const { database, actor, queue, officer } = desk
  const jobs = await queue.list({ name: directiveReading, limit: 20 })
  return {
    formKey: randomUUID(),
    underWay: jobs
      .filter(
        ({ startedBy, state }) => startedBy === officer.id && (state === 'waiting' || state === 'running'),
      )
      .map(viewOf),
    drafts: await withActor(database, actor, (transaction) =>
      listDirectives(transaction, { state: 'draft', today: today(), limit: 20 }),
    ),
  }
}

/** Reads what was pasted, or keeps the file and has it read. */
export async function action({ context, request, url }: Route.ActionArgs) {
  const desk = await clerkDesk(context, url, 403)
  const lang = langOf(url.pathname)
  try {
    const received = await receiveDirective(desk, request)
    if (received.ok) throw redirect(pathIn(lang, received.path), 303)
    const { field, because, text } = received
    return data({ field, because: words[lang][because], text }, { status: 422 })
  } catch (error) {
    const sentence = sentenceOf(error)
    if (!sentence) throw error
    return data({ field: 'tep', because: sentence[lang], text: '' }, { status: 422 })
  }
}

/** Bringing a directive in: pasted, or as a file. */
export default function Enter({ loaderData, actionData }: Route.ComponentProps) {
  const { formKey, underWay } = loaderData
  const t = useWords(words)
  const lang = useLang()
  const [search] = useSearchParams()
  const isSending = useNavigation().formMethod === 'POST'
  const errors = actionData ? { [actionData.field]: actionData.because } : {}
  return (
    <>
      <title>{`${t.enterTitle} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/chi-dao')}>{t.crumbs}</a>
      </p>
      <h1>{t.enterTitle}</h1>
      <p className="quiet directive-lead">{t.enterLead}</p>
      {search.has('da-xoa') && !actionData ? (
        <p className="note" role="status">
          {t.erased}
        </p>
      ) : null}
      {actionData?.field === 'tep' ? <Refused>{actionData.because}</Refused> : null}
      {underWay.map((job) => (
        <section key={job.id} aria-label={t.underWay}>
          <JobProgress job={job} />
          <a href={pathIn(lang, `/can-bo/chi-dao/nhap/viec/${job.id}`)}>{t.underWay}</a>
        </section>
      ))}
      <div className="enter-columns">
        <Form method="post" data-long>
          {actionData?.field === 'van-ban' ? <ErrorSummary errors={errors} /> : null}
          <input type="hidden" name="khoa" value={formKey} />
          <Field name="van-ban" label={t.paste} hint={t.pasteHint} error={errors['van-ban']}>
            {(control) => <textarea {...control} rows={16} defaultValue={actionData?.text} />}
          </Field>
          <Secrecy id="do-mat-dan" />
          <Button type="submit" weight="main" disabled={isSending}>
            {t.readText}
          </Button>
        </Form>
        <Form method="post" encType="multipart/form-data">
          <input type="hidden" name="khoa" value={formKey} />
          <FileField
            id="tep"
            title={t.upload}
            hint={t.uploadHint}
            button={t.chooseFile}
            none={t.noneChosen}
            accept=".txt,.docx,.pdf,.jpg,.jpeg,.png,.tif,.tiff,.webp"
            required
          />
          <Secrecy id="do-mat-tep" />
          <Button type="submit" disabled={isSending}>
            {t.readFile}
          </Button>
        </Form>
      </div>
      <Drafts {...loaderData} />
    </>
  )
}

/** The clerk says whether the paper is classified: what is, is refused before it is read or kept. */
function Secrecy({ id }: { id: string }) {
  const t = useWords(words)
  return (
    <div className="field">
      <label htmlFor={id}>{t.secrecy}</label>
      <span className="hint" id={`${id}-hint`}>
        {t.secrecyHint}
      </span>
      <select id={id} name="do-mat" aria-describedby={`${id}-hint`} defaultValue="khong">
        {t.secrecies.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

function Drafts({ drafts }: Route.ComponentProps['loaderData']) {
  const t = useWords(words)
  const lang = useLang()
  if (drafts.length === 0) return null
  return (
    <section className="sect" aria-labelledby="dang-soan">
      <h2 id="dang-soan">{t.drafts}</h2>
      <ul className="plain-lines">
        {drafts.map(({ id, kind, number, title }) => (
          <li key={id}>
            <a href={pathIn(lang, `/can-bo/chi-dao/nhap/${id}`)}>
              {[kindNames[kind][lang], number ?? t.alikeOne(id)].filter(Boolean).join(' ')}
            </a>{' '}
            <span className="quiet" lang="vi">
              {title}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
