import { countScans, listScans, type ScanState, writeNumbers } from '#archive'
import { failureIn } from '#jobs/read-scans'
import { withActor } from '#platform/database'
import { getDesk, signerOf } from '#web/staff/access.ts'
import { Empty, formatCount, langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/queue'
import { entryWords } from './entry-words.ts'
import { ScanTable } from './scan-table.tsx'
import { scanWords } from './scan-words.ts'
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

/** The steps in the order of the work; an award is approved after the paper was entered. */
const shown = [...filters.slice(0, 4), 'awardAsked', ...filters.slice(4)] as const

export async function loader({ context, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const loc = url.searchParams.get('loc')
  const asked =
    loc === 'awardAsked' ? ('awardAsked' as const) : (filters.find((each) => each === loc) ?? 'unread')
  // Who read first reads nothing of it again: the second reading is another officer's.
  const unreadBy = asked === 'readOnce' ? signerOf(desk) : undefined
  return withActor(desk.database, desk.actor, async (transaction) => {
    const wanted = asked === 'awardAsked' ? { awardAsked: true } : { states: [asked], unreadBy }
    const scans = await listScans(transaction, { ...wanted, limit: 200 })
    const awards = await countScans(transaction, { awardAsked: true })
    const counts: Partial<Record<ScanState, number>> = await countScans(transaction)
    const mine = await countScans(transaction, { unreadBy: signerOf(desk) })
    return {
      asked,
      counts: { ...counts, readOnce: mine.readOnce ?? 0, awardAsked: awards.entered ?? 0 },
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
  const e = useWords(entryWords)
  const nameOf = (each: (typeof shown)[number]) => (each === 'awardAsked' ? e.awardAsked : s.states[each])
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
        {shown.map((each) => (
          <a key={each} href={`${path}?loc=${each}`} aria-current={each === asked ? 'true' : undefined}>
            {nameOf(each)} <span>{formatCount(counts[each] ?? 0, lang)}</span>
          </a>
        ))}
      </nav>
      {scans.length === 0 ? (
        <Empty sentence={s.nothingHere} />
      ) : (
        <ScanTable name={nameOf(asked)} scans={scans} />
      )}
    </>
  )
}
