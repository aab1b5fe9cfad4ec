import { Crumbs } from '#web/portal/crumbs.tsx'
import { langOf, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { answerHeaders } from './answer-headers.ts'
import { FeedbackForm } from './form.tsx'
import { answerFeedback } from './submit.server.ts'
import { words } from './words.ts'

export async function action({ request, context, url }: Route.ActionArgs) {
  return answerFeedback({ request, context, url })
}

export const headers = answerHeaders

export function meta({ location }: Route.MetaArgs): Route.MetaDescriptors {
  const t = words[langOf(location.pathname)]
  return [{ title: `${t.pageTitle} | An Sinh` }, { name: 'description', content: t.pageLead }]
}

export default function FeedbackPage({ actionData }: Route.ComponentProps) {
  const t = useWords(words)
  return (
    <div className="wrap">
      <Crumbs trail={[{ path: '/gop-y', name: t.pageTitle }]} />
      <h1 className="h1" id="feedback">
        {t.pageTitle}
      </h1>
      <p className="lead before-form">{t.pageLead}</p>
      <FeedbackForm state={actionData} />
    </div>
  )
}
