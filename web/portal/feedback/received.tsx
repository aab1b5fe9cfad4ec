import { metadata } from '#web/portal/metadata.ts'
import { langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/received'
import { outcomePlace } from './form.tsx'
import { receiptOf } from './receipt-cookie.ts'
import { words } from './words.ts'

/** A page for one visitor alone. */
export function headers(): HeadersInit {
  return { 'cache-control': 'private, no-store' }
}

export function loader({ request }: Route.LoaderArgs) {
  return { receiptCode: receiptOf(request.headers) }
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
  const { receiptCode } = loaderData
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
