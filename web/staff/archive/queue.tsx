import { countScans, listScans, type ScanState, writeNumbers } from '#archive'
import { failureIn } from '#jobs/read-scans'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { Empty, formatCount, langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/queue'
import { ScanTable } from './scan-table.tsx'
import { scanWords } from './scan-words.ts'
import { signerOf } from './tools.server.ts'
import { words } from './words.ts'

const filters = [
  'unread',
  'readOnce',
  'disagreed',
  'agreed',
  'entered',
  'setAside',
  'failed',
  'waiting',
] as const

export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const asked = filters.find((each) => each === url.searchParams.get('loc')) ?? 'unread'
  // Who read first reads nothing of it again: the second reading is another officer's.
  const unreadBy = asked === 'readOnce' ? signerOf(desk) : undefined
  return withActor(desk.database, desk.actor, async (transaction) => {
    const scans = await listScans(transaction, { states: [asked], unreadBy, limit: 200 })
    const counts: Partial<Record<ScanState, number>> = await countScans(transaction)
    const mine = await countScans(transaction, { unreadBy: signerOf(desk) })
    return {
      asked,
      counts: { ...counts, readOnce: mine.readOnce ?? 0 },
      signed: url.searchParams.has('da-ky'),
      scans: scans.map(({ id, fileName, state, because, form, bookName, numberFrom }) => ({
        id,
        fileName,
        state,
        because: failureIn(because, langOf(url.pathname)),
        form,
        place: numberFrom === undefined ? bookName : `${bookName}, ${writeNumbers([numberFrom])}`,
      })),
    }
  })
}

/** Scans by what is to be done with them; those an officer read first are not offered to them again. */
export default function Queue({ loaderData }: Route.ComponentProps) {
  const t = useWords(words)
  const s = useWords(scanWords)
  const lang = useLang()
  const { asked, counts, scans, signed } = loaderData
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
        {filters.map((each) => (
          <a key={each} href={`${path}?loc=${each}`} aria-current={each === asked ? 'true' : undefined}>
            {s.states[each]} <span>{formatCount(counts[each] ?? 0, lang)}</span>
          </a>
        ))}
      </nav>
      {scans.length === 0 ? (
        <Empty sentence={s.nothingHere} />
      ) : (
        <ScanTable name={s.states[asked]} scans={scans} />
      )}
    </>
  )
}
