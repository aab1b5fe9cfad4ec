import type { ReactNode } from 'react'
import { Form } from 'react-router'
import type { HandlingKind } from '#feedback'
import { agencies, areaNames } from '#law/authorities'
import { feedbackKindNames, feedbackKinds, feedbackPathNames } from '#law/feedback'
import { Button, Field, useLang, useWords } from '#web/ui/index.ts'
import { addressees, queueAreas } from './choices.ts'
import type { MessageView } from './view.server.ts'
import { words } from './words.ts'

interface Panel {
  view: MessageView & { key: string }
  /** What was sent and refused, to be mended. */
  typed: { what: string; text: string } | undefined
}

/** What this officer may do now, the likeliest first; what happens more seldom stays folded. */
export function ActsPanel({ view, typed }: Panel) {
  const t = useWords(words)
  const can = (act: HandlingKind) => view.acts.includes(act)
  const textOf = (act: HandlingKind) => (typed?.what === act ? typed.text : undefined)
  return (
    <section className="sect" aria-labelledby="acts">
      <h2 id="acts">{t.next}</h2>
      {view.acts.length === 0 ? <p className="quiet">{t.nothingNext}</p> : null}
      {can('classify') ? <Classify view={view} /> : null}
      {can('send') ? <Send view={view} /> : null}
      {can('take') ? <Act view={view} act="take" isMain /> : null}
      {can('answer') ? <Answer view={view} text={textOf('answer')} /> : null}
      {view.state === 'answered' && view.answer && view.answer.isMine ? <p>{t.needsSecond}</p> : null}
      {can('approve') ? <Approve view={view} /> : null}
      {can('returnAnswer') ? (
        <WithReason view={view} act="returnAnswer" text={textOf('returnAnswer')} />
      ) : null}
      {can('unjoin') ? <Act view={view} act="unjoin" /> : null}
      {can('close') ? <WithReason view={view} act="close" hint={t.closeHint} text={textOf('close')} /> : null}
      {can('release') ? (
        <WithReason view={view} act="release" hint={t.releaseHint} text={textOf('release')} />
      ) : null}
      {can('restrict') ? <Restrict view={view} text={textOf('restrict')} /> : null}
    </section>
  )
}

/** A form for one act, with the key by which it is done once. */
function Act(props: { view: Panel['view']; act: HandlingKind; isMain?: boolean; children?: ReactNode }) {
  const { view, act, isMain = false, children } = props
  const t = useWords(words)
  return (
    <Form method="post" action="?" className="message-act">
      <input type="hidden" name="khoa" value={`${act}-${view.key}`} />
      {children}
      <Button type="submit" name="viec" value={act} {...(isMain ? { weight: 'main' as const } : {})}>
        {t.buttons[act]}
      </Button>
    </Form>
  )
}

/** Approves the answer that stands on this page, and none that was written since. */
function Approve({ view }: { view: Panel['view'] }) {
  const answers = view.history.filter(({ act }) => act === 'answer').map(({ number }) => number)
  return (
    <Act view={view} act="approve" isMain>
      <input type="hidden" name="cau-tra-loi" value={Math.max(0, ...answers)} />
    </Act>
  )
}

function Classify({ view }: { view: Panel['view'] }) {
  const t = useWords(words)
  const lang = useLang()
  const isNew = view.state === 'received'
  return (
    <Act view={view} act="classify" isMain={isNew}>
      <div className="message-fields">
        <Field name="loai" label={t.kind}>
          {(control) => (
            <select {...control} defaultValue={view.kindKey ?? view.suggested.kind}>
              {feedbackKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {feedbackKindNames[kind][lang]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="linh-vuc" label={t.area}>
          {(control) => (
            <select {...control} defaultValue={view.areaKey ?? view.suggested.area ?? ''}>
              <option value="">{t.chooseArea}</option>
              {queueAreas.map((area) => (
                <option key={area} value={area}>
                  {areaNames[area][lang]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="noi" label={t.place} hint={view.place ? t.placeSaid(view.place) : undefined}>
          {(control) => (
            <select {...control} defaultValue={view.placeUid ?? ''}>
              <option value="">{t.choosePlace}</option>
              {view.communes.map(({ uid, name }) => (
                <option key={uid} value={uid}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </Act>
  )
}

function Send({ view }: { view: Panel['view'] }) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <Act view={view} act="send" isMain={view.state === 'classified'}>
      <div className="message-fields">
        <Field name="co-quan" label={t.authority}>
          {(control) => (
            <select {...control} defaultValue={view.suggested.agency} key={view.suggested.agency}>
              {addressees.map((code) => (
                <option key={code} value={code}>
                  {agencies[code].name[lang]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="xa" label={t.commune}>
          {(control) => (
            <select {...control} defaultValue={view.suggested.unitUid ?? ''} key={view.suggested.unitUid}>
              <option value="">{t.chooseCommune}</option>
              {view.communes.map(({ uid, name }) => (
                <option key={uid} value={uid}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </Act>
  )
}

function Answer({ view, text }: { view: Panel['view']; text: string | undefined }) {
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

function WithReason(props: {
  view: Panel['view']
  act: 'returnAnswer' | 'close' | 'release'
  hint?: string
  text: string | undefined
}) {
  const { view, act, hint, text } = props
  const t = useWords(words)
  return (
    <details open={text !== undefined}>
      <summary>{t.buttons[act]}</summary>
      <Act view={view} act={act}>
        <Reason act={act} hint={hint} text={text} />
      </Act>
    </details>
  )
}

function Reason({ act, hint, text }: { act: string; hint?: string | undefined; text: string | undefined }) {
  const t = useWords(words)
  const id = `ly-do-${act}`
  return (
    <div className="field">
      <label htmlFor={id}>{t.because}</label>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      <input
        type="text"
        id={id}
        name="ly-do"
        maxLength={1_000}
        autoComplete="off"
        defaultValue={text}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
    </div>
  )
}

function Restrict({ view, text }: { view: Panel['view']; text: string | undefined }) {
  const t = useWords(words)
  const lang = useLang()
  const paths = (['denunciation', 'child'] as const).filter((path) => path !== view.path)
  return (
    <details open={text !== undefined}>
      <summary>{t.buttons.restrict}</summary>
      <Act view={view} act="restrict">
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
