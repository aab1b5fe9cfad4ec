import { useState } from 'react'
import { data, redirect, useSearchParams } from 'react-router'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import { getDesk } from '#web/staff/access.ts'
import { officerNames } from '#web/staff/changes/officers.server.ts'
import { numberIn } from '#web/staff/numbers.ts'
import { langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/scan'
import { AwardPanel } from './award-panel.tsx'
import { EntryForm, KeptList } from './entry-form.tsx'
import { AsideForm, FormForm, PlaceForm, ReopenForm, TurnForm } from './paper-forms.tsx'
import { ReadingForm } from './reading-form.tsx'
import { readingWords } from './reading-words.ts'
import { placeSentence, RefusalNote } from './refusal.tsx'
import { Rounds } from './rounds.tsx'
import { readScanPage } from './scan.server.ts'
import { actOnScan, findNext } from './scan-acts.server.ts'
import { ScanMark } from './scan-table.tsx'
import { scanWords } from './scan-words.ts'
import { SettleForm } from './settle-form.tsx'
import { refuseLeaders } from './tools.server.ts'
import { Viewer } from './viewer.tsx'
import { words } from './words.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const lang = langOf(url.pathname)
  const nameOf = await officerNames(desk, lang)
  return withActor(desk.database, desk.actor, (transaction) =>
    readScanPage(transaction, desk, numberIn(params.scanId), today(), { nameOf, lang }),
  )
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  refuseLeaders(desk)
  const lang = langOf(url.pathname)
  const form = await request.formData()
  const done = await actOnScan(desk, numberIn(params.scanId), form, today())
  if ('go' in done) {
    if (done.go === 'here') throw redirect(url.pathname)
    if (done.go === 'batch') throw redirect(pathIn(lang, `/can-bo/kho-ho-so/lo/${done.batchId}`))
    const next = await findNext(desk, done.turn)
    const path = next === undefined ? `can-doc?loc=${done.turn}&da-ky=` : `ho-so/${next}?da-ky=`
    throw redirect(pathIn(lang, `/can-bo/kho-ho-so/${path}`))
  }
  const typed: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string') typed[name] = value
  const refused = 'refused' in done ? done.refused : undefined
  return data({ refused, typed }, { status: refused ? 422 : 200 })
}

/** One scan: its picture beside what this officer may do with it now. */
export default function ScanPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useWords(words)
  const s = useWords(scanWords)
  const r = useWords(readingWords)
  const lang = useLang()
  const [focused, setFocused] = useState<string>()
  const [search] = useSearchParams()
  const { scan, pages, places, mayRead } = loaderData
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
          {scan.bookName
            ? [scan.bookName, scan.numberFrom].filter((each) => each !== undefined).join(', ')
            : null}
          {scan.beyondBecause ? <span className="quiet"> ({scan.beyondBecause})</span> : null}
        </p>
      </div>
      {actionData ? (
        <RefusalNote refused={actionData.refused} />
      ) : search.has('da-ky') ? (
        <p className="note" role="status">
          {s.signedNext}
        </p>
      ) : null}
      {mayRead ? (
        <div className="reading">
          <Viewer scanId={scan.id} fileName={scan.fileName} pages={pages} places={places} focused={focused} />
          {/* A scan that follows another begins with empty fields. */}
          <div className="reading-side" key={scan.id}>
            <Side loaderData={loaderData} actionData={actionData} onFocus={setFocused} />
          </div>
        </div>
      ) : (
        <p className="note">{r.notForYou}</p>
      )}
    </>
  )
}

type SideProps = Pick<Route.ComponentProps, 'loaderData' | 'actionData'> & {
  onFocus: (field: string | undefined) => void
}

function Side({ loaderData, actionData, onFocus }: SideProps) {
  const { scan, mayWrite, haveRead, fields, isBlind, outcomes, entry, award, rounds } = loaderData
  const { state } = scan
  const refused = actionData?.refused
  const problems = refused?.kind === 'fields' ? refused.problems : {}
  const toRead = state === 'unread' || state === 'readOnce'
  return (
    <>
      <Notes loaderData={loaderData} />
      {mayWrite && state === 'unread' && scan.form === undefined ? <FormForm form={undefined} /> : null}
      {toRead && fields.length > 0 ? (
        <ReadingForm
          key={scan.form}
          fields={fields}
          isBlind={isBlind}
          typed={actionData?.typed}
          problems={problems}
          onFocus={onFocus}
        />
      ) : null}
      {state === 'disagreed' ? (
        <SettleForm
          {...loaderData}
          scanId={scan.id}
          typed={actionData?.typed}
          problems={problems}
          onFocus={onFocus}
        />
      ) : null}
      {state === 'agreed' || state === 'entered' ? (
        <Agreed outcomes={outcomes} illegible={loaderData.illegible} />
      ) : null}
      {entry ? <EntryForm entry={entry} /> : null}
      {award ? <AwardPanel award={award} typed={actionData?.typed} mayWrite={mayWrite} /> : null}
      {rounds.length > 0 ? <Rounds rounds={rounds} illegible={loaderData.illegible} /> : null}
      {mayWrite && !(toRead && haveRead) ? <More loaderData={loaderData} actionData={actionData} /> : null}
    </>
  )
}

/** What stands with the scan that nobody has to do anything about. */
function Notes({ loaderData }: Pick<Route.ComponentProps, 'loaderData'>) {
  const s = useWords(scanWords)
  const r = useWords(readingWords)
  const lang = useLang()
  const { scan, mayWrite, haveRead, isBlank, entered } = loaderData
  const { state } = scan
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
      {isBlank ? (
        <p className="note">
          <b>{r.blankTitle}</b> {r.blank}
        </p>
      ) : null}
      {(state === 'unread' || state === 'readOnce') && haveRead ? (
        <p className="note">
          {s.waitOther} <a href={pathIn(lang, '/can-bo/kho-ho-so/can-doc')}>{s.next}</a>
        </p>
      ) : null}
      {entered ? (
        <div className="note">
          <p>
            {s.entered(entered.at)}{' '}
            <a href={pathIn(lang, `/can-bo/nguoi/${entered.personId}`)}>{s.openPerson}</a>
          </p>
          <KeptList kept={entered.kept} />
        </div>
      ) : null}
    </>
  )
}

/** What else may be done: the form, turning, the book, setting aside, opening again. */
function More({ loaderData, actionData }: Omit<SideProps, 'onFocus'>) {
  const s = useWords(scanWords)
  const r = useWords(readingWords)
  const lang = useLang()
  const { scan, pages, books, isBlank } = loaderData
  const { state } = scan
  const refused = actionData?.refused
  const reopenError =
    refused?.kind === 'again' && refused.because === 'needReopenReason' ? r.needReopenReason : undefined
  return (
    <div className="more">
      {state === 'unread' && scan.form ? <FormForm form={scan.form} /> : null}
      {state === 'unread' ? <TurnForm pages={pages} /> : null}
      {books.length > 0 && state !== 'waiting' ? (
        <PlaceForm
          books={books}
          isPlaced={scan.bookName !== undefined}
          error={refused?.kind === 'place' ? placeSentence(refused, s, lang) : undefined}
          isBeyond={refused?.kind === 'place' && refused.because === 'beyond'}
          typed={actionData?.typed}
        />
      ) : null}
      {state === 'unread' || state === 'readOnce' || state === 'failed' ? (
        <AsideForm isBlank={isBlank} />
      ) : null}
      {state === 'agreed' || state === 'setAside' ? (
        <ReopenForm isAside={state === 'setAside'} error={reopenError} />
      ) : null}
      {state === 'entered' ? <p className="quiet small">{r.reopenEntered}</p> : null}
    </div>
  )
}

function Agreed({ outcomes, illegible }: Pick<Route.ComponentProps['loaderData'], 'outcomes' | 'illegible'>) {
  const s = useWords(scanWords)
  const r = useWords(readingWords)
  return (
    <section aria-labelledby="agreed">
      <h2 id="agreed">{s.agreedTitle}</h2>
      <dl className="agreed">
        {outcomes
          .filter(({ written }) => written)
          .map(({ field, written }) => (
            <div key={field}>
              <dt>{s.fields[field]}</dt>
              <dd>{written === illegible ? <span className="quiet">{r.illegible}</span> : written}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
