import type { HandlingKind } from '#feedback'
import { feedbackPathNames } from '#law/feedback'
import { Field, useLang, useWords } from '#web/ui/index.ts'
import { Act, type Keyed, Reason, type Typed, WithReason } from './act-form.tsx'
import { actsWords } from './acts-words.ts'
import { Classify, Destination } from './classify.tsx'
import { Accept, CloseReserved, Refer } from './reserved-acts.tsx'
import { words } from './words.ts'

interface Panel {
  view: Keyed
  typed: Typed
}

/** What this officer may do now, the likeliest first; what happens more seldom stays folded. */
export function ActsPanel({ view, typed }: Panel) {
  const t = useWords(words)
  const a = useWords(actsWords)
  const { acts, path } = view
  const can = (act: HandlingKind) => acts.includes(act)
  const textOf = (act: HandlingKind) => (typed?.what === act ? typed.text : undefined)
  return (
    <section className="sect" aria-labelledby="acts">
      <h2 id="acts">{t.next}</h2>
      {acts.length === 0 ? <p className="quiet">{t.nothingNext}</p> : null}
      {view.urgent && path === 'child' && can('refer') ? (
        <Refer view={view} path={path} typed={typed} />
      ) : null}
      {can('classify') && view.state === 'received' && path === 'open' ? <Classify view={view} /> : null}
      {can('send') && view.state !== 'received' ? <Send view={view} /> : null}
      {can('take') ? <Act view={view} act="take" isMain={!view.urgent} /> : null}
      {can('accept') && path !== 'open' ? <Accept view={view} path={path} typed={typed} /> : null}
      {can('answer') ? <Answer view={view} text={textOf('answer')} /> : null}
      {view.state === 'answered' && view.answer && view.answer.isMine ? (
        <p>{path === 'open' ? t.needsSecond : a.needsSecondReserved}</p>
      ) : null}
      {can('approve') ? <Approve view={view} /> : null}
      {can('returnAnswer') ? (
        <WithReason view={view} act="returnAnswer" text={textOf('returnAnswer')} />
      ) : null}
      {can('classify') && !(view.state === 'received' && path === 'open') ? <Classify view={view} /> : null}
      {can('unjoin') ? <Act view={view} act="unjoin" /> : null}
      {path === 'open' ? <Ends view={view} typed={typed} /> : <ReservedEnds view={view} typed={typed} />}
      {can('restrict') ? <Restrict view={view} text={textOf('restrict')} /> : null}
    </section>
  )
}

function Ends({ view, typed }: Panel) {
  const t = useWords(words)
  if (!view.acts.includes('close')) return null
  const text = typed?.what === 'close' ? typed.text : undefined
  return <WithReason view={view} act="close" hint={t.closeHint} text={text} />
}

/** Where a reserved message goes from here: on to others, on in time, to its end, or back. */
function ReservedEnds({ view, typed }: Panel) {
  const t = useWords(words)
  const a = useWords(actsWords)
  const { acts, path } = view
  if (path === 'open') return null
  const panel = { view, path, typed }
  const textOf = (act: HandlingKind) => (typed?.what === act ? typed.text : undefined)
  return (
    <>
      {acts.includes('refer') && !view.urgent ? <Refer {...panel} /> : null}
      {acts.includes('extend') ? (
        <WithReason
          view={view}
          act="extend"
          label={a.extendNote}
          hint={a.extendHint}
          text={textOf('extend')}
        />
      ) : null}
      {acts.includes('close') ? <CloseReserved {...panel} /> : null}
      {acts.includes('release') ? (
        <WithReason view={view} act="release" hint={t.releaseHint} text={textOf('release')} />
      ) : null}
    </>
  )
}

/** Approves the answer that stands on this page, and none that was written since. */
function Approve({ view }: { view: Keyed }) {
  const answers = view.history.filter(({ act }) => act === 'answer').map(({ number }) => number)
  return (
    <Act view={view} act="approve" isMain>
      <input type="hidden" name="cau-tra-loi" value={Math.max(0, ...answers)} />
    </Act>
  )
}

function Send({ view }: { view: Keyed }) {
  return (
    <Act view={view} act="send" isMain={view.state === 'classified'}>
      <Destination view={view} />
    </Act>
  )
}

function Answer({ view, text }: { view: Keyed; text: string | undefined }) {
  const t = useWords(words)
  return (
    <Act view={view} act="answer" isMain={view.state === 'handling'}>
      <Field name="tra-loi" label={t.answerLabel} hint={t.answerHint}>
        {(control) => (
          <textarea
            {...control}
            rows={7}
            maxLength={5_000}
            defaultValue={text ?? (view.answer ? view.answer.text : '')}
            data-long=""
          />
        )}
      </Field>
    </Act>
  )
}

function Restrict({ view, text }: { view: Keyed; text: string | undefined }) {
  const t = useWords(words)
  const a = useWords(actsWords)
  const lang = useLang()
  const paths = (['denunciation', 'child'] as const).filter((path) => path !== view.path)
  return (
    <details open={text !== undefined}>
      <summary>{view.path === 'open' ? t.buttons.restrict : a.restrictElsewhere[view.path]}</summary>
      <Act
        view={view}
        act="restrict"
        {...(view.path === 'open' ? {} : { button: a.restrictElsewhere[view.path] })}
      >
        <Field name="duong" label={t.restrictWhere} hint={t.restrictHint}>
          {(control) => (
            <select {...control}>
              {paths.map((path) => (
                <option key={path} value={path}>
                  {feedbackPathNames[path][lang]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Reason act="restrict" text={text} />
      </Act>
    </details>
  )
}
