import './publishing.css'
import { type Transaction, withActor } from '#platform/database'
import {
  canDecide,
  canRestore,
  canReview,
  canWrite,
  compareContents,
  findOriginal,
  findRefusal,
  findRevisionContent,
  findWithdrawal,
  listRevisions,
  listStored,
  type Manuscript,
  portalSectionKeys,
  portalSections,
  titlesOf,
  untranslatedParts,
} from '#publishing'
import { articlePath } from '#web/portal/articles/article-path.ts'
import { getDesk } from '#web/staff/access.ts'
import { words as staffWords } from '#web/staff/words.ts'
import { ErrorSummary, formatInstant, langOf, pathIn, Refused, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { actWords } from './act-words.ts'
import { AlsoRead } from './also-read.tsx'
import { AttachmentList } from './attachment-remarks.tsx'
import { type WaitingCorrection, waitingCorrection } from './correction.ts'
import { Decisions } from './decisions.tsx'
import { EditorForm } from './editor-form.tsx'
import { FieldErrors } from './field-errors.ts'
import { HandIn } from './hand-in.tsx'
import { canEdit, getManuscript } from './manuscript.server.ts'
import { namesFor } from './names.server.ts'
import { answerOf, intents } from './page-acts.server.ts'
import { PreviewBody } from './preview-body.tsx'
import { Standing } from './text-table.tsx'
import { words } from './words.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const lang = langOf(url.pathname)
  const nameOf = await namesFor(desk, lang)
  return withActor(desk.database, desk.actor, async (transaction) => {
    const manuscript = await getManuscript(transaction, params.id)
    const refusal =
      manuscript.state === 'returned' ? await findRefusal(transaction, manuscript.id) : undefined
    const stored = await listStored(transaction, manuscript.content)
    const revisions = await listRevisions(transaction, manuscript.id)
    return {
      manuscript,
      mayEdit: canEdit(desk, manuscript),
      mayWrite: canWrite(desk.actor, manuscript.kind),
      mayReview: canReview(desk.actor),
      mayDecide: canDecide(desk.actor, manuscript.editors),
      revision: revisions[0]?.number ?? 0,
      correction: await changesOf(transaction, manuscript, waitingCorrection(manuscript, revisions)),
      refusal: refusal && { ...refusal, by: nameOf(refusal.by) },
      withdrawal: await findWithdrawal(transaction, manuscript.slug),
      mayRestore: await canRestore(transaction, { actor: desk.actor, slug: manuscript.slug }),
      sections: portalSectionKeys.map((key) => ({ key, name: portalSections[key].name[lang] })),
      attachments: manuscript.content.attachments.flatMap(({ id, label }) =>
        stored
          .filter((file) => file.id === id)
          .map(({ fileName, remarks, names, isCleaned }) => ({
            ...{ id, label, fileName },
            traces: { remarks, names, isCleaned },
          })),
      ),
      related: await titlesOf(transaction, {
        slugs: manuscript.content.related,
        language: manuscript.language,
      }),
      untranslated: await untranslatedIn(transaction, manuscript),
      key: crypto.randomUUID(),
    }
  })
}

/** What of an English text still says what the Vietnamese one says. */
async function untranslatedIn(transaction: Transaction, { language, slug, content }: Manuscript) {
  const original = language === 'en' ? await findOriginal(transaction, slug) : undefined
  return original ? untranslatedParts(original, content) : []
}

/** As many changed lines as stand on the page; all of them stand in the history. */
const changesMax = 40

/** A correction that waits with the lines in which it differs from what readers see. */
async function changesOf(
  transaction: Transaction,
  manuscript: Manuscript,
  waiting: WaitingCorrection | undefined,
) {
  if (!waiting) return undefined
  const shown =
    waiting.shownNow === undefined
      ? undefined
      : await findRevisionContent(transaction, manuscript.id, waiting.shownNow)
  const changes = shown
    ? compareContents(shown, manuscript.content).filter(({ change }) => change !== 'same')
    : []
  return { ...waiting, changes: changes.slice(0, changesMax) }
}

export async function action({ context, request, params, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  const form = await request.formData()
  const [intent, key] = [form.get('intent'), form.get('key')]
  const act = typeof intent === 'string' && Object.hasOwn(intents, intent) ? intents[intent] : undefined
  if (!act) throw new Response(null, { status: 400 })
  const named = typeof key === 'string' && /^[\w-]{8,60}$/.test(key) ? key : crypto.randomUUID()
  const { id, outcome } = await withActor(desk.database, desk.actor, async (transaction) => {
    const manuscript = await getManuscript(transaction, params.id)
    const asked = { desk, manuscript, form, key: `${String(intent)}-${manuscript.id}-${named}` }
    return { id: manuscript.id, outcome: await act(transaction, asked) }
  })
  return answerOf(outcome, { lang: langOf(url.pathname), id, intent: String(intent) })
}

/** One text: written where it may be written, and decided on where it waits. */
export default function TextPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords(words)
  const a = useWords(actWords)
  const lang = useLang()
  const leaving = useWords(staffWords).leaveUnsent
  const { manuscript, mayEdit } = loaderData
  const here = pathIn(lang, `/can-bo/cong/${manuscript.id}`)
  return (
    <FieldErrors value={sentencesOf(actionData, a)}>
      <title>{`${manuscript.title} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/cong')}>{t.title}</a>{' '}
        <span className="quiet">
          / {t.kinds[manuscript.kind]}, {t.languages[manuscript.language]}
        </span>
      </p>
      <div className="headrow">
        <div>
          <h1 lang={manuscript.language}>{manuscript.title}</h1>
          <p className="quiet lead-line">
            <Standing line={manuscript} />
          </p>
        </div>
        <div className="acts">
          <a className="btn sm" href={`${here}/xem-truoc`}>
            {t.preview}
          </a>
          <a className="btn sm" href={`${here}/lich-su`}>
            {t.history}
          </a>
          {manuscript.shown === 'shown' ? (
            <a className="btn sm" href={articlePath(manuscript.language, manuscript.slug)}>
              {t.onPortal}
            </a>
          ) : null}
        </div>
      </div>
      <WhyNot refusal={actionData} />
      <Remarks {...loaderData} />
      <Correction
        language={manuscript.language}
        correction={loaderData.correction}
        history={`${here}/lich-su`}
      />
      {mayEdit ? (
        <EditorForm
          key={manuscript.id}
          manuscript={manuscript}
          sections={loaderData.sections}
          attachments={loaderData.attachments}
          related={loaderData.related}
          question={leaving}
        >
          {(saving) => <HandIn manuscript={manuscript} saving={saving} formKey={loaderData.key} />}
        </EditorForm>
      ) : (
        <section className="text-read">
          <PreviewBody content={manuscript.content} language={manuscript.language} />
          <AttachmentList attachments={loaderData.attachments} />
          <AlsoRead
            {...{ content: manuscript.content, language: manuscript.language }}
            {...{ sections: loaderData.sections, related: loaderData.related }}
            wishedAt={manuscript.publishAt}
          />
        </section>
      )}
      <Decisions {...loaderData} formKey={loaderData.key} />
    </FieldErrors>
  )
}

/** What happened to the text, before one reads or writes on. */
function Remarks(props: Route.ComponentProps['loaderData']) {
  const a = useWords(actWords)
  const { manuscript, withdrawal, refusal, untranslated } = props
  return (
    <>
      {withdrawal ? (
        <p className="note">
          {a.withdrawn} <span lang="vi">{withdrawal.reason}</span>
        </p>
      ) : null}
      {refusal ? (
        <p className="note">
          <b>{a.returned(refusal.by, formatInstant(refusal.at))}</b> <span lang="vi">{refusal.reason}</span>
        </p>
      ) : null}
      {manuscript.isOutdated ? <p className="note">{a.outdated}</p> : null}
      {untranslated.length > 0 ? (
        <p className="note">
          <b>{a.stillVietnamese}</b> {untranslated.map((part) => a.parts[part]).join(', ')}.
        </p>
      ) : null}
    </>
  )
}

/** What a correction changes, before who decides on it reads on. */
function Correction(props: {
  language: 'vi' | 'en'
  correction: Route.ComponentProps['loaderData']['correction']
  history: string
}) {
  const a = useWords(actWords)
  const { correction, history } = props
  if (!correction) return null
  const changes = correction.changes.map((line, number) => ({ ...line, number }))
  return (
    <div className="note">
      <p>
        <b>{a.corrects}</b> <span lang={props.language}>“{correction.sentence}”</span>{' '}
        {correction.shownNow === undefined ? null : (
          <a href={`${history}?lan=${correction.shownNow}`}>{a.compareShown}</a>
        )}
      </p>
      <ul className="compared">
        {changes.map(({ change, text, number }) => (
          <li key={number} data-change={change}>
            <b>{change === 'removed' ? a.goes : a.comes}: </b>
            {change === 'removed' ? (
              <del lang={props.language}>{text}</del>
            ) : (
              <ins lang={props.language}>{text}</ins>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What is said beside each field of what was asked for. */
function sentencesOf(
  refusal: Route.ComponentProps['actionData'],
  { refused }: (typeof actWords)['vi'],
): Record<string, string> {
  if (refusal?.because !== 'fields') return {}
  return Object.fromEntries(Object.entries(refusal.fields).map(([name, because]) => [name, refused[because]]))
}

function WhyNot({ refusal }: { refusal: Route.ComponentProps['actionData'] }) {
  const a = useWords(actWords)
  if (!refusal) return null
  if (refusal.because === 'problems') {
    const errors = Object.fromEntries(refusal.problems.map((problem) => [problem, a.problems[problem]]))
    return <ErrorSummary errors={errors} title={a.problemsTitle} />
  }
  if (refusal.because === 'fields') return <ErrorSummary errors={sentencesOf(refusal, a)} />
  return <Refused>{a.refused[refusal.because === 'conflict' ? 'changedSince' : refusal.because]}</Refused>
}
