import './directives.css'
import { randomUUID } from 'node:crypto'
import { data, redirect } from 'react-router'
import { DirectiveRefusal } from '#directives'
import { sentenceOf } from '#platform/bilingual-error'
import { withActor } from '#platform/database'
import { parseSha256 } from '#platform/files'
import { getDesk } from '#web/staff/access.ts'
import { filesOf } from '#web/staff/archive/tools.server.ts'
import { numberIn } from '#web/staff/numbers.ts'
import { langOf, pathIn, Refused, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/draft'
import { AlikeLink } from './before-issuing.tsx'
import { clerkDesk, isClerk } from './desk.server.ts'
import { actOnDrafts } from './draft-acts.server.ts'
import { DraftHead } from './draft-head.tsx'
import { DraftList } from './draft-list.tsx'
import { DraftText } from './draft-text.tsx'
import { type DraftDesk, readDraftDesk } from './draft-view.server.ts'
import { words } from './draft-words.ts'
import { EraseForm } from './erase-form.tsx'
import { useArrival, useWordsBeside } from './following.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  if (!isClerk(desk) && desk.officer.role !== 'leader') throw new Response(null, { status: 404 })
  const view = await withActor(desk.database, desk.actor, (transaction) =>
    readDraftDesk(transaction, numberIn(params.directiveId), url.searchParams),
  ).catch(missingIsMissing)
  return {
    ...view,
    mayAct: isClerk(desk) && view.directive.state === 'draft',
    formKey: randomUUID(),
  }
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const desk = await clerkDesk(context, url)
  const id = numberIn(params.directiveId)
  const form = await request.formData()
  const lang = langOf(url.pathname)
  try {
    const answer = await withActor(desk.database, desk.actor, (transaction) =>
      actOnDrafts(transaction, id, form),
    )
    if (!answer.ok)
      return data({ refusal: undefined, problems: answer.problems, typed: entriesOf(form) }, { status: 422 })
    if (answer.next === 'erased') {
      const file = parseSha256(answer.orphaned ?? '')
      if (file) await filesOf(desk).remove(file)
      throw redirect(`${pathIn(lang, '/can-bo/chi-dao/nhap')}?da-xoa=`, 303)
    }
    if (answer.next === 'issued') throw redirect(pathIn(lang, `/can-bo/chi-dao/${id}`), 303)
    const place =
      answer.next === 'head' ? '#dau-van-ban' : answer.next ? `#du-thao-${answer.next}` : '#cac-du-thao'
    throw redirect(`${pathIn(lang, `/can-bo/chi-dao/nhap/${id}`)}${place}`, 303)
  } catch (error) {
    if (error instanceof DirectiveRefusal && error.code === 'noSuchDirective') missingIsMissing(error)
    const sentence = sentenceOf(error)
    if (!sentence) throw error
    return data({ refusal: sentence[lang], problems: {}, typed: entriesOf(form) }, { status: 422 })
  }
}

/** What was typed, to be mended; several values of a name stand one a line. */
function entriesOf(form: FormData): Record<string, string> {
  const names = [...new Set(form.keys())]
  return Object.fromEntries(names.map((name) => [name, form.getAll(name).map(String).join('\n')]))
}

const percentSure = (confidence: number | undefined) => (confidence ? `${confidence}%` : '')

function missingIsMissing(error: unknown): never {
  if (error instanceof DirectiveRefusal && error.code === 'noSuchDirective')
    throw new Response(null, { status: 404 })
  throw error
}

/** The desk on which a text becomes tasks: its words on one side, what they command on the other. */
export default function DraftDeskPage({ loaderData, actionData }: Route.ComponentProps) {
  const {
    directive,
    mayAct,
    before: { alike },
  } = loaderData
  const t = useWords(words)
  const lang = useLang()
  useArrival()
  useWordsBeside()
  const returned = actionData && { problems: actionData.problems, typed: actionData.typed }
  return (
    <>
      <title>{`${t.deskTitle} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/chi-dao')}>{t.crumbs}</a>{' '}
        <span className="quiet">/ {directive.number ?? directive.sourceName}</span>
      </p>
      <h1>{t.deskTitle}</h1>
      {actionData?.refusal ? <Refused>{actionData.refusal}</Refused> : null}
      {directive.state === 'issued' ? (
        <p className="note">
          {t.issuedAlready} <a href={pathIn(lang, `/can-bo/chi-dao/${directive.id}`)}>{t.seeDirective}</a>
        </p>
      ) : null}
      {directive.readAs === 'scan' ? (
        <p className="note">{t.scanned(percentSure(directive.scanConfidence))}</p>
      ) : null}
      {alike.length > 0 ? <Alike alike={alike} /> : null}
      <DraftHead
        directive={directive}
        isOpen={loaderData.isHeadOpen}
        mayAct={mayAct}
        formKey={loaderData.formKey}
        returned={returned}
      />
      <div className="draft-columns">
        <DraftText text={loaderData.text} live={loaderData.live} />
        <DraftList desk={loaderData} mayAct={mayAct} formKey={loaderData.formKey} returned={returned} />
      </div>
      {mayAct ? <EraseForm formKey={loaderData.formKey} returned={returned} /> : null}
    </>
  )
}

/** What may be the same paper: it stays to be seen as long as the drafts are prepared. */
function Alike({ alike }: Pick<DraftDesk['before'], 'alike'>) {
  const t = useWords(words)
  return (
    <div className="note">
      <p>{t.alike}</p>
      <ul>
        {alike.map((each) => (
          <li key={each.id}>
            <AlikeLink directive={each} />
          </li>
        ))}
      </ul>
    </div>
  )
}
