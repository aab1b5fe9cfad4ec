import { servicesContext } from '#web/context.ts'
import { keptBriefly } from '#web/edge/kept-briefly.ts'
import { Crumbs } from '#web/portal/crumbs.tsx'
import { metadata } from '#web/portal/metadata.ts'
import { langOf, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { answerHeaders } from './answer-headers.ts'
import { FeedbackForm } from './form.tsx'
import { readFormFacts } from './form-facts.server.ts'
import { answerFeedback } from './submit.server.ts'
import { words } from './words.ts'

/** The same for everybody, as the page is. */
const formFacts = keptBriefly(readFormFacts)

export function loader({ context }: Route.LoaderArgs) {
  return formFacts(context.get(servicesContext))
}

export async function action({ request, context, url }: Route.ActionArgs) {
  return answerFeedback({ request, context, url })
}

export const headers = answerHeaders

export function meta(args: Route.MetaArgs): Route.MetaDescriptors {
  const t = words[langOf(args.location.pathname)]
  return metadata(args, { title: `${t.pageTitle} | An Sinh`, description: t.pageLead })
}

export default function FeedbackPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords(words)
  return (
    <div className="wrap">
      <Crumbs trail={[{ path: '/gop-y', name: t.pageTitle }]} />
      <h1 className="h1" id="feedback">
        {t.pageTitle}
      </h1>
      <p className="lead before-form">{t.pageLead}</p>
      <FeedbackForm state={actionData} facts={loaderData} />
    </div>
  )
}
