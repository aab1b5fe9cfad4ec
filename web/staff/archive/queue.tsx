import { countScans, type ScanState } from '#archive'
import { withActor } from '#platform/database'
import { getDesk, signerOf } from '#web/staff/access.ts'
import { formatCount, langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/queue'
import { entryWords } from './entry-words.ts'
import { type QueueStep, queueSteps } from './queue-steps.ts'
import { ScanList } from './scan-table.tsx'
import { scanWords } from './scan-words.ts'
import { listFirst, queueFilterOf, queueStepOf } from './scans-asked.server.ts'
import { words } from './words.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const asked = queueStepOf(url.searchParams)
  const lang = langOf(url.pathname)
  return withActor(desk.database, desk.actor, async (transaction) => {
    const filter = queueFilterOf(asked, signerOf(desk))
    const { scans, count } = await listFirst(transaction, filter, { limit: 200, lang })
    const awards = await countScans(transaction, { awardAsked: true })
    const counts: Partial<Record<ScanState, number>> = await countScans(transaction)
    const mine = await countScans(transaction, { unreadBy: signerOf(desk) })
    return {
      asked,
      counts: { ...counts, readOnce: mine.readOnce ?? 0, awardAsked: awards.entered ?? 0 },
      signed: url.searchParams.has('da-ky'),
      scans,
      count,
    }
  })
}

/** Scans by what is to be done with them; those an officer read first are not offered to them again. */
export default function Queue({ loaderData }: Route.ComponentProps) {
  const t = useWords(words)
  const s = useWords(scanWords)
  const lang = useLang()
  const { asked, counts, scans, count, signed } = loaderData
  const e = useWords(entryWords)
  const nameOf = (each: QueueStep) => (each === 'awardAsked' ? e.awardAsked : s.states[each])
  const path = pathIn(lang, '/can-bo/kho-ho-so/can-doc')
  return (
    <>
      <title>{`${t.toRead} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/kho-ho-so')}>{t.title}</a> <span className="quiet">/ {t.toRead}</span>
      </p>
      <h1>{t.toRead}</h1>
      {signed ? (
        <p className="note" role="status">
          {s.signedAll}
        </p>
      ) : null}
      <nav className="filters" aria-label={s.byState}>
        {queueSteps.map((each) => (
          <a key={each} href={`${path}?loc=${each}`} aria-current={each === asked ? 'true' : undefined}>
            {nameOf(each)} <span>{formatCount(counts[each] ?? 0, lang)}</span>
          </a>
        ))}
      </nav>
      <ScanList
        name={nameOf(asked)}
        scans={scans}
        count={count}
        search={`?loc=${asked}`}
        empty={s.nothingHere}
      />
    </>
  )
}
