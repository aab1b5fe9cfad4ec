import './feedback.css'
import { data } from 'react-router'
import { servicesContext } from '#web/context.ts'
import { Crumbs } from '#web/portal/crumbs.tsx'
import { metadata } from '#web/portal/metadata.ts'
import { Button, ErrorSummary, Field, langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/tracking'
import { outcomePlace } from './form.tsx'
import { receiptOf } from './receipt-cookie.ts'
import { SenderActs } from './sender-acts.tsx'
import { SentMessage } from './sent-message.tsx'
import { answerSender, lookUp, type Tracked } from './track.server.ts'
import { trackingWords } from './tracking-words.ts'
import { words } from './words.ts'

const nothing: Tracked = { typed: '', errors: {}, written: {} }

/** Whoever was just given a receipt, or looked one up, comes back to its message; everybody else is asked for a code. */
export async function loader({ request, context, url }: Route.LoaderArgs) {
  const sendsMail = context.get(servicesContext).config.smtpUrl !== undefined
  const code = request.method === 'GET' ? receiptOf(request.headers) : undefined
  if (!code) return { sendsMail, tracked: nothing }
  const { tracked, status } = await lookUp({ context, url }, code)
  return data({ sendsMail, tracked }, { status: status === 429 ? status : 200 })
}

export function action({ request, context, url }: Route.ActionArgs) {
  return answerSender({ context, url }, request)
}

/** A page for one visitor alone, whatever it shows. */
export function headers({ actionHeaders }: Route.HeadersArgs): HeadersInit {
  return actionHeaders.has('cache-control') ? actionHeaders : { 'cache-control': 'private, no-store' }
}

export function meta(args: Route.MetaArgs): Route.MetaDescriptors {
  const t = trackingWords[langOf(args.location.pathname)]
  return metadata(args, { title: `${t.title} | An Sinh`, description: t.lead })
}

export default function Tracking({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords(trackingWords)
  const { pageTitle } = useWords(words)
  const lang = useLang()
  const tracked = actionData ?? loaderData.tracked
  const { view, done, errors } = tracked
  return (
    <div className="wrap">
      <Crumbs
        trail={[
          { path: '/gop-y', name: pageTitle },
          { path: '/gop-y/tra-cuu', name: t.title },
        ]}
      />
      <h1 className="h1">{t.title}</h1>
      <div id={outcomePlace} tabIndex={-1}>
        <ErrorSummary errors={errors} />
        {done ? (
          <p className="outcome-note" role="status">
            {t.done[done]}
          </p>
        ) : null}
      </div>
      {view ? (
        <>
          <SentMessage view={view} />
          <SenderActs view={view} tracked={tracked} sendsMail={loaderData.sendsMail} />
          <details className="more-fields another-code">
            <summary>{t.another}</summary>
            <CodeForm typed="" error={undefined} />
          </details>
        </>
      ) : (
        <AskForCode typed={tracked.typed} error={errors.ma} />
      )}
      <p className="receipt-ways">
        <a href={pathIn(lang, '/gop-y')}>{t.toForm}</a>
      </p>
    </div>
  )
}

function AskForCode({ typed, error }: { typed: string; error: string | undefined }) {
  const t = useWords(trackingWords)
  return (
    <>
      <p className="lead before-form">{t.lead}</p>
      <CodeForm typed={typed} error={error} />
      <p className="quiet small s5">{t.lost}</p>
    </>
  )
}

function CodeForm({ typed, error }: { typed: string; error: string | undefined }) {
  const t = useWords(trackingWords)
  return (
    <form method="post" action={`#${outcomePlace}`} noValidate>
      <Field name="ma" label={t.code} hint={t.codeHint} error={error}>
        {(control) => (
          <input
            type="text"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            defaultValue={typed}
            {...control}
          />
        )}
      </Field>
      <Button weight="main" name="act" value="look">
        {t.look}
      </Button>
    </form>
  )
}
