import { data } from 'react-router'
import { isReceiptCode } from '#feedback'
import { langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/received'
import { outcomePlace } from './form.tsx'
import { words } from './words.ts'

/** A page for one visitor alone. */
export function headers(): HeadersInit {
  return { 'cache-control': 'private, no-store' }
}

export function loader({ url }: Route.LoaderArgs) {
  const receiptCode = url.searchParams.get('so') ?? ''
  if (!isReceiptCode(receiptCode)) throw data(null, { status: 404 })
  return { receiptCode }
}

export function meta({ location }: Route.MetaArgs): Route.MetaDescriptors {
  const t = words[langOf(location.pathname)]
  return [{ title: `${t.receivedTitle} | An Sinh` }, { name: 'robots', content: 'noindex' }]
}

export default function Received({ loaderData }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <div className="wrap page">
      <h1 className="h1" id={outcomePlace} tabIndex={-1}>
        {t.receivedTitle}
      </h1>
      <p className="lead">{t.receivedLead}</p>
      <div className="receipt">
        <span className="label">{t.receipt}</span>
        <b>{loaderData.receiptCode}</b>
        <p>{t.kept}</p>
      </div>
      <a className="btn" href={pathIn(lang, '/')}>
        {t.goHome}
      </a>
    </div>
  )
}
