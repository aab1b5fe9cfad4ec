import './publishing.css'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import { statusOfDocument } from '#publishing'
import { getDesk } from '#web/staff/access.ts'
import { pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/preview'
import { getManuscript } from './manuscript.server.ts'
import { PreviewBody } from './preview-body.tsx'
import { words } from './words.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { database, actor } = await getDesk(context, url)
  const { id, content, language } = await withActor(database, actor, (transaction) =>
    getManuscript(transaction, params.id),
  )
  const { details } = content
  const status = details?.kind === 'legalDocument' ? statusOfDocument(details, today()) : undefined
  return { id, content, language, status }
}

/** The draft as readers will see it. */
export default function Preview({ loaderData }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  const { id, content, language, status } = loaderData
  return (
    <>
      <title>{`${t.preview}: ${content.title} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/cong')}>{t.title}</a> /{' '}
        <a href={pathIn(lang, `/can-bo/cong/${id}`)} lang={language}>
          {content.title}
        </a>{' '}
        <span className="quiet">/ {t.preview}</span>
      </p>
      <p className="note">{t.previewNote}</p>
      <div className="text-read">
        <h1 className="h1" lang={language}>
          {content.title}
        </h1>
        <PreviewBody content={content} language={language} status={status} />
      </div>
    </>
  )
}
