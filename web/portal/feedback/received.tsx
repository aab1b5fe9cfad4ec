import './feedback.css'
import { data } from 'react-router'
import { metadata } from '#web/portal/metadata.ts'
import { langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/received'
import { outcomePlace } from './form.tsx'
import { receiptOf } from './receipt-cookie.ts'
import type { SentView } from './sent-view.server.ts'
import { lookUp } from './track.server.ts'
import { trackingWords } from './tracking-words.ts'
import { words } from './words.ts'

/** A page for one visitor alone. */
export function headers(): HeadersInit {
  return { 'cache-control': 'private, no-store' }
}

/** The code is shown even where too many were looked up to say more. */
export async function loader({ request, context, url }: Route.LoaderArgs) {
  const receiptCode = receiptOf(request.headers)
  if (!receiptCode) return { receiptCode, view: undefined }
  const { tracked, status } = await lookUp({ context, url }, receiptCode)
  return data({ receiptCode, view: tracked.view }, { status: status === 429 ? status : 200 })
}

export function meta(args: Route.MetaArgs): Route.MetaDescriptors {
  const t = words[langOf(args.location.pathname)]
  return metadata(args, {
    title: `${t.receivedTitle} | An Sinh`,
    description: t.receivedLead,
    unlisted: true,
  })
}

/** The code to keep, print and follow. */
export default function Received({ loaderData }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  const { receiptCode, view } = loaderData
  return (
    <div className="wrap page">
      <h1 className="h1" id={outcomePlace} tabIndex={-1}>
        {receiptCode ? t.receivedTitle : t.noReceiptTitle}
      </h1>
      <p className="lead">{receiptCode ? t.receivedLead : t.noReceipt}</p>
      {receiptCode ? (
        <div className="receipt">
          <span className="label">{t.receipt}</span>
          <b>{receiptCode}</b>
          <p>{t.kept}</p>
        </div>
      ) : null}
      {view ? <WhatNext view={view} /> : null}
      <p className="receipt-ways">
        <a className="btn main" href={pathIn(lang, '/gop-y/tra-cuu')}>
          {t.follow}
        </a>
        <a className="btn" href={pathIn(lang, '/')}>
          {t.goHome}
        </a>
      </p>
    </div>
  )
}

/** Who has it, by when, and how its sender is told. */
function WhatNext({ view }: { view: SentView }) {
  const t = useWords(words)
  const tracking = useWords(trackingWords)
  const answer = view.clocks.find(({ key }) => key === 'answer')
  const next = view.clocks[0]
  return (
    <div className="sent-part">
      {view.holder ? <p>{t.nowAt(view.holder.name)}</p> : null}
      {view.isReserved && !view.ended ? <p>{tracking.reservedLead}</p> : null}
      {view.isAboutChild ? <p>{tracking.reservedChild}</p> : null}
      {answer ? <p>{t.answerBy(answer.due)}</p> : next ? <p>{t.sentOnBy(next.due)}</p> : null}
      <p>{view.hasContact ? t.toldBy : t.toldNowhere}</p>
    </div>
  )
}
