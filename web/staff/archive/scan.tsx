import { useState } from 'react'
import { data, redirect, useSearchParams } from 'react-router'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { Icon, langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/scan'
import { EntryForm } from './entry-form.tsx'
import { AsideForm, PlaceForm, ReadingForm } from './reading-form.tsx'
import { actOnScan, findNext, readScanPage } from './scan.server.ts'
import { ScanMark } from './scan-table.tsx'
import { scanWords } from './scan-words.ts'
import { SettleForm } from './settle-form.tsx'
import { numberIn, refuseLeaders } from './tools.server.ts'
import { Viewer } from './viewer.tsx'
import { words } from './words.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  return withActor(desk.database, desk.actor, (transaction) =>
    readScanPage(transaction, desk, numberIn(params.scanId), today()),
  )
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  refuseLeaders(desk)
  const lang = langOf(url.pathname)
  const form = await request.formData()
  const done = await actOnScan(desk, numberIn(params.scanId), form, today())
  if ('stay' in done) {
    const typed = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) as Record<
      string,
      string
    >
    return data({ because: done.stay, typed }, { status: done.stay === 'settled' ? 200 : 422 })
  }
  if (done.go === 'here') throw redirect(url.pathname)
  const next = await findNext(desk, done.turn)
  throw redirect(
    pathIn(
      lang,
      next === undefined
        ? `/can-bo/kho-ho-so/can-doc?loc=${done.turn}&da-ky=`
        : `/can-bo/kho-ho-so/ho-so/${next}?da-ky=`,
    ),
  )
}

/** One scan: its picture beside what this officer may do with it now. */
export default function ScanPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords(words)
  const s = useWords(scanWords)
  const lang = useLang()
  const [focused, setFocused] = useState<string>()
  const [search] = useSearchParams()
  const { scan, pages, places } = loaderData
  const title = scan.form ? s.forms[scan.form] : scan.fileName
  return (
    <>
      <title>{`${title} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/kho-ho-so')}>{t.title}</a> /{' '}
        <a href={pathIn(lang, `/can-bo/kho-ho-so/can-doc?loc=${scan.state}`)}>{t.toRead}</a>{' '}
        <span className="quiet">/ {scan.fileName}</span>
      </p>
      <div className="headrow">
        <h1>{title}</h1>
        <p>
          <ScanMark state={scan.state} />{' '}
          {scan.bookName ? `${scan.bookName}, ${scan.numberFrom ?? ''}` : null}
        </p>
      </div>
      {actionData ? (
        <p className={actionData.because === 'settled' ? 'note' : 'err-sum'} role="alert">
          {actionData.because === 'settled' ? null : <Icon name="warn" />} {s[actionData.because]}
        </p>
      ) : search.has('da-ky') ? (
        <p className="note" role="status">
          {s.signedNext}
        </p>
      ) : null}
      <div className="reading">
        <Viewer scanId={scan.id} fileName={scan.fileName} pages={pages} places={places} focused={focused} />
        {/* A scan that follows another begins with empty fields. */}
        <div className="reading-side" key={scan.id}>
          <Side loaderData={loaderData} typed={actionData?.typed} onFocus={setFocused} />
        </div>
      </div>
    </>
  )
}

function Side({
  loaderData,
  typed,
  onFocus,
}: {
  loaderData: Route.ComponentProps['loaderData']
  typed: Record<string, string> | undefined
  onFocus: (field: string | undefined) => void
}) {
  const s = useWords(scanWords)
  const lang = useLang()
  const { scan, mayWrite, haveRead, fields, isBlind, outcomes, entry, entered, books } = loaderData
  const { state } = scan
  const toRead = state === 'unread' || state === 'readOnce'
  return (
    <>
      {mayWrite ? null : <p className="note">{s.leaderReads}</p>}
      {state === 'waiting' ? (
        <p className="note">
          {s.stillWaiting} <a href={pathIn(lang, `/can-bo/kho-ho-so/lo/${scan.batchId}`)}>{s.toBatch}</a>
        </p>
      ) : null}
      {state === 'failed' ? <p className="note">{scan.because}</p> : null}
      {state === 'setAside' ? <p className="note">{s.asideBecause(scan.because ?? '')}</p> : null}
      {toRead && haveRead ? (
        <p className="note">
          {s.waitOther} <a href={pathIn(lang, '/can-bo/kho-ho-so/can-doc')}>{s.next}</a>
        </p>
      ) : null}
      {toRead && fields.length > 0 ? (
        <ReadingForm fields={fields} isBlind={isBlind} typed={typed} onFocus={onFocus} />
      ) : null}
      {state === 'disagreed' ? <SettleForm scanId={scan.id} {...loaderData} onFocus={onFocus} /> : null}
      {state === 'agreed' || state === 'entered' ? <Agreed outcomes={outcomes} /> : null}
      {entry ? <EntryForm entry={entry} /> : null}
      {entered ? (
        <p className="note">
          {s.entered(entered.at)}{' '}
          <a href={pathIn(lang, `/can-bo/nguoi/${entered.personId}`)}>{s.openPerson}</a>
        </p>
      ) : null}
      {books.length > 0 ? <PlaceForm books={books} /> : null}
      {mayWrite && (toRead || state === 'failed') && !haveRead ? <AsideForm /> : null}
    </>
  )
}

function Agreed({ outcomes }: Pick<Route.ComponentProps['loaderData'], 'outcomes'>) {
  const s = useWords(scanWords)
  return (
    <section aria-labelledby="agreed">
      <h2 id="agreed">{s.agreedTitle}</h2>
      <dl className="agreed">
        {outcomes
          .filter(({ written }) => written)
          .map(({ field, written }) => (
            <div key={field}>
              <dt>{s.fields[field]}</dt>
              <dd>{written}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
