import './duplicates.css'
import { useState } from 'react'
import { data, Link, redirect } from 'react-router'
import { monthOf } from '#calendar'
import { type Decision as Decided, decidePair, findPair, neighboursOf, undoDecision } from '#deduplication'
import { today } from '#platform/clock'
import { withActor } from '#platform/database'
import { type Desk, getDesk } from '#web/staff/access.ts'
import { officerNames } from '#web/staff/changes/officers.server.ts'
import { numberIn, wholeNumber } from '#web/staff/numbers.ts'
import { benefitTexts } from '#web/staff/today/load.server.ts'
import { unitsOf } from '#web/staff/units.server.ts'
import { formatInstant, Icon, langOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { Decision } from './decision.tsx'
import { readDone } from './done.server.ts'
import { Done } from './done.tsx'
import { Evidence } from './evidence.tsx'
import { readPair } from './pair.server.ts'
import { PairKeys } from './pair-keys.tsx'
import { pointsText } from './points.ts'
import { filterOf, queryOf, searchOf } from './query.ts'
import { Sides } from './sides.tsx'
import { valueSources } from './value-sources.server.ts'
import { type PairView, pairView } from './view.server.ts'
import { words } from './words.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const desk = await getDesk(context, url)
  const { database, actor, officer } = desk
  const on = today()
  const query = queryOf(url.searchParams)
  const lang = langOf(url.pathname)
  const units = await unitsOf(database)
  const nameOf = await officerNames(desk, lang)
  const id = numberIn(params.pairId)
  const read = await withActor(database, actor, async (transaction) => {
    const file = await readPair(transaction, { id, filter: filterOf(query), on, officer })
    return (
      file && {
        file,
        sourceOf: await valueSources(transaction, file.sides, { lang, nameOf }),
        done: await readDone(transaction, query.doneId, lang),
      }
    )
  })
  if (!read) throw new Response(null, { status: 404 })
  return {
    pair: pairView(read.file, {
      units,
      lang,
      benefits: benefitTexts(monthOf(on), on),
      sourceOf: read.sourceOf,
    }),
    done: read.done,
    query,
    mayDecide: officer.role !== 'leader',
  }
}

/** Records what the officer says, and goes on to the next pair; a refusal comes back with what was filled in. */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const desk = await getDesk(context, url)
  if (desk.officer.role === 'leader') throw new Response(null, { status: 403 })
  const id = numberIn(params.pairId)
  const form = await request.formData()
  const text = (name: string) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, 500)
  const wish = text('viec')
  if (wish === 'undo') return undo(desk, id, url)
  const verdict = (['linked', 'different', 'setAside'] as const).find((each) => each === wish)
  if (!verdict) throw new Response(null, { status: 400 })
  const [reason, mistaken, speaks] = [text('ly-do'), text('so-nham'), wholeNumber(text('ho-so-chinh'))]
  const decision: Decided = {
    verdict,
    by: desk.officer.name,
    ...(reason ? { reason } : {}),
    ...(verdict === 'linked' && speaks ? { speaks } : {}),
    ...(verdict === 'linked' && mistaken ? { mistakenNumber: mistaken } : {}),
  }
  const outcome = await withActor(desk.database, desk.actor, (transaction) =>
    decidePair(transaction, id, decision),
  )
  if (!outcome.ok && outcome.because === 'notSeen') throw new Response(null, { status: 404 })
  if (!outcome.ok) return data({ because: outcome.because as string, reason, mistaken }, { status: 422 })
  return redirect(await nextPath(desk, id, url), 303)
}

async function undo({ database, actor, officer }: Desk, id: number, url: URL) {
  const why =
    langOf(url.pathname) === 'vi' ? 'Hoàn tác trên màn hình trùng hồ sơ' : 'Undone on the duplicates screen'
  const outcome = await withActor(database, actor, (transaction) =>
    undoDecision(transaction, id, { by: officer.name, because: why }),
  )
  if (!outcome.ok && outcome.because === 'notSeen') throw new Response(null, { status: 404 })
  if (!outcome.ok)
    return data({ because: outcome.because as string, reason: '', mistaken: '' }, { status: 422 })
  const query = queryOf(url.searchParams)
  return redirect(url.pathname + searchOf(query, { doneId: id }), 303)
}

/** The pair after this one in the queue that was being walked, or the queue itself at its end. */
async function nextPath({ database, actor }: Desk, id: number, url: URL): Promise<string> {
  const query = queryOf(url.searchParams)
  const next = await withActor(database, actor, async (transaction) => {
    const pair = await findPair(transaction, id)
    return pair && (await neighboursOf(transaction, pair, filterOf(query))).next
  })
  const path = pathIn(langOf(url.pathname), next === undefined ? '/can-bo/trung' : `/can-bo/trung/${next}`)
  return path + searchOf(query, { doneId: id })
}

/** Two records that may be one person, side by side, with the evidence and the decision. */
export default function PairPage({ loaderData, actionData }: Route.ComponentProps) {
  const { pair, query, mayDecide, done } = loaderData
  const t = useWords(words)
  const lang = useLang()
  const [chosen, setChosen] = useState<{ pair: number; speaker: number }>()
  const speaker = chosen?.pair === pair.id ? chosen.speaker : pair.speaker
  const title = t.pairTitle(pair.a.name)
  return (
    <>
      <title>{`${title} | An Sinh`}</title>
      <p className="small crumbs">
        <a href={pathIn(lang, '/can-bo/trung') + searchOf(query, { doneId: undefined })}>{t.title}</a>{' '}
        <span className="quiet">/ {title}</span>
      </p>
      <div className="headrow">
        <h1>{title}</h1>
        <Walk pair={pair} search={searchOf(query, { doneId: undefined })} />
      </div>
      <Done
        done={done && done.id !== pair.id ? done : undefined}
        back={searchOf(query, { doneId: undefined })}
      />
      {done?.id === pair.id && pair.state === 'waiting' ? (
        <p className="note" role="status">
          {t.undone}
        </p>
      ) : null}
      <Sides pair={pair} speaker={speaker} />
      <div className="wide">
        <Evidence pair={pair} />
        <div>
          <Decision
            key={pair.id}
            pair={pair}
            mayDecide={mayDecide}
            speaker={speaker}
            onSpeaker={(next) => setChosen({ pair: pair.id, speaker: next })}
            refused={actionData}
          />
          <Others pair={pair} search={searchOf(query, { doneId: undefined })} />
          <History pair={pair} />
        </div>
      </div>
      <PairKeys />
    </>
  )
}

function Walk({ pair, search }: { pair: PairView; search: string }) {
  const t = useWords(words)
  const lang = useLang()
  const path = (id: number) => pathIn(lang, `/can-bo/trung/${id}`) + search
  const { previous, next } = pair.neighbours
  return (
    <nav className="acts walk" aria-label={t.keyNext}>
      {previous === undefined ? null : (
        <Link to={path(previous)} rel="prev" className="btn sm" data-choice="previous">
          <Icon name="back" /> {t.previous} <kbd>K</kbd>
        </Link>
      )}
      {next === undefined ? null : (
        <Link to={path(next)} rel="next" className="btn sm" data-choice="next">
          {t.next} <kbd>J</kbd> <Icon name="go" />
        </Link>
      )}
    </nav>
  )
}

/** Other waiting pairs of the same records. */
function Others({ pair, search }: { pair: PairView; search: string }) {
  const t = useWords(words)
  const lang = useLang()
  if (pair.others.length === 0) return null
  return (
    <section className="sect" aria-labelledby="others">
      <h2 id="others">{t.others}</h2>
      <ul className="plain-list">
        {pair.others.map(({ id, recordA, recordB, weight, band }) => (
          <li key={id}>
            <Link to={pathIn(lang, `/can-bo/trung/${id}`) + search}>
              {t.record(recordA)} {t.othersOf(recordB)}
            </Link>{' '}
            <span className="quiet">
              {t.bands[band]}, {t.points(pointsText(weight, lang))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Links made and taken back before, and the page where they are taken back. */
function History({ pair }: { pair: PairView }) {
  const t = useWords(words)
  const lang = useLang()
  if (pair.history.length === 0) return null
  return (
    <section className="sect" aria-labelledby="history">
      <h2 id="history">{t.history}</h2>
      <ul className="plain-list">
        {pair.history.map(({ id, linkedAt, by, recordA, recordB, unlinked }) => (
          <li key={id}>
            {t.historyLine(formatInstant(linkedAt), by, recordA, recordB)}
            {unlinked
              ? `; ${t.historyBack(formatInstant(unlinked.at), unlinked.by, unlinked.because)}`
              : null}
          </li>
        ))}
      </ul>
      <a href={pathIn(lang, `/can-bo/trung/ho-so/${pair.a.id}`)}>{t.allRecords}</a>
    </section>
  )
}
