import { Form } from 'react-router'
import { Button, Field, State, useLang, useWords } from '#web/ui/index.ts'
import type { AwardLine, AwardView } from './award.server.ts'
import { entryWords } from './entry-words.ts'

const shapes = { proposed: 'cham', approved: 'ok', refused: 'sai', withdrawn: 'open' } as const

/** What a decision gives: beside what is on record, proposed by one officer and decided by another. */
export function AwardPanel({
  award,
  typed,
  mayWrite,
}: {
  award: AwardView
  typed: Record<string, string> | undefined
  mayWrite: boolean
}) {
  const e = useWords(entryWords)
  const { amount, coefficient, decisionNumber, signedOn, payee, now, requests, mayPropose } = award
  const facts: [string, string | undefined][] = [
    [e.amount, amount],
    [e.coefficient, coefficient],
    [e.decision, e.decisionOf(decisionNumber, signedOn)],
    [e.payee, payee],
  ]
  return (
    <section aria-labelledby="award" className="award">
      <h2 id="award">{e.awardTitle}</h2>
      <p className="quiet">{e.awardHow}</p>
      <dl className="agreed">
        {facts.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
        <div>
          <dt>{e.now}</dt>
          <dd>{now.length === 0 ? e.nothingNow : <Lines lines={now} />}</dd>
        </div>
      </dl>
      {requests.map((request) => (
        <Request key={request.id} request={request} mayWrite={mayWrite} />
      ))}
      {mayPropose ? <ProposeForm award={award} typed={typed} /> : null}
    </section>
  )
}

function Lines({ lines }: { lines: readonly AwardLine[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={`${line.category} ${line.from}`}>
          <Line line={line} />
        </li>
      ))}
    </ul>
  )
}

function Line({ line: { amount, category, from, to } }: { line: AwardLine }) {
  const e = useWords(entryWords)
  return <>{e.line(amount, category, from, to)}</>
}

function Request({ request, mayWrite }: { request: AwardView['requests'][number]; mayWrite: boolean }) {
  const e = useWords(entryWords)
  const { state, proposed, decided, line, ends, isOwn } = request
  return (
    <div className="panel">
      <p>
        <State is={shapes[state]}>{e.states[state]}</State>{' '}
        <span className="quiet">{e.askedBy(proposed.by, proposed.at)}</span>
      </p>
      <p>
        {e.afterwards[state]}:{' '}
        <ins>
          <Line line={line} />
        </ins>
      </p>
      {ends ? (
        <p>
          <del>
            {e.endsBefore(
              e.line(ends.line.amount, ends.line.category, ends.line.from, ends.line.to),
              ends.month,
            )}
          </del>
        </p>
      ) : null}
      {decided ? <p className="quiet">{e.decidedBy(decided.by, decided.at, decided.because)}</p> : null}
      {state === 'proposed' && mayWrite ? (
        isOwn ? (
          <Own request={request} />
        ) : (
          <Decide request={request} />
        )
      ) : null}
    </div>
  )
}

function Hidden({ id, decision, seen }: { id: number; decision: string; seen?: string }) {
  return (
    <>
      <input type="hidden" name="what" value="decide" />
      <input type="hidden" name="requestId" value={id} />
      <input type="hidden" name="decision" value={decision} />
      {seen === undefined ? null : <input type="hidden" name="seen" value={seen} />}
    </>
  )
}

function Own({ request }: { request: AwardView['requests'][number] }) {
  const e = useWords(entryWords)
  return (
    <Form method="post">
      <Hidden id={request.id} decision="withdrawn" />
      <p>{e.waiting}.</p>
      <Button type="submit">{e.withdraw}</Button>
    </Form>
  )
}

function Decide({ request }: { request: AwardView['requests'][number] }) {
  const e = useWords(entryWords)
  return (
    <>
      <Form method="post">
        <Hidden id={request.id} decision="approved" seen={request.seen} />
        <Button weight="main" type="submit">
          {e.approve}
        </Button>
      </Form>
      <Form method="post" data-long="">
        <Hidden id={request.id} decision="refused" />
        <Field name="because" label={e.refuseReason}>
          {(control) => <input type="text" required maxLength={300} {...control} />}
        </Field>
        <Button type="submit">{e.refuse}</Button>
      </Form>
    </>
  )
}

function ProposeForm({ award, typed }: { award: AwardView; typed: Record<string, string> | undefined }) {
  const e = useWords(entryWords)
  const lang = useLang()
  return (
    <Form method="post" className="panel" data-long="">
      <input type="hidden" name="what" value="propose" />
      <Field name="category" label={e.ground}>
        {(control) => (
          <select {...control} required defaultValue={typed?.category ?? ''}>
            {/* No group is right until an officer says so. */}
            <option value="">{e.chooseGround}</option>
            {award.categories.map(({ code, text }) => (
              <option key={code} value={code}>
                {[code, text?.[lang]].filter(Boolean).join(': ')}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="fromMonth" label={e.fromMonth} hint={e.monthHint}>
        {(control) => (
          <input
            type="text"
            inputMode="numeric"
            required
            maxLength={7}
            {...control}
            defaultValue={typed?.fromMonth ?? award.fromMonth}
          />
        )}
      </Field>
      <Field name="toMonth" label={e.toMonth} hint={e.toMonthHint} optional>
        {(control) => (
          <input type="text" inputMode="numeric" maxLength={7} {...control} defaultValue={typed?.toMonth} />
        )}
      </Field>
      <div>
        <Button weight="main" type="submit">
          {e.propose}
        </Button>
      </div>
    </Form>
  )
}
