import { DayInput, formatDay, pathIn, Table, useLang, useWords } from '#web/ui/index.ts'
import type { readAsOf } from './as-of.server.ts'
import { recordWords } from './record-words.ts'

/** The question about another day: what held then, and what was known by when. */
export function AsOfForm({ on, knownOn, today }: { on?: string; knownOn?: string; today: string }) {
  const t = useWords(recordWords)
  return (
    <form className="as-of-form">
      <div className="field">
        <label htmlFor="ngay">{t.on}</label>
        <span className="hint" id="ngay-hint">
          {t.onHint}
        </span>
        <DayInput id="ngay" name="ngay" defaultValue={on ?? today} aria-describedby="ngay-hint" required />
      </div>
      <div className="field">
        <label htmlFor="biet">{t.knownOn}</label>
        <span className="hint" id="biet-hint">
          {t.knownHint}
        </span>
        <DayInput
          id="biet"
          name="biet"
          defaultValue={knownOn === today ? '' : knownOn}
          aria-describedby="biet-hint"
        />
      </div>
      <button type="submit" className="btn">
        {t.show}
      </button>
    </form>
  )
}

/** Says that a page does not show the present, and leads back to it. */
export function AsOfBanner({ on, knownOn, back }: { on: string; knownOn: string; back: string }) {
  const t = useWords(recordWords)
  const lang = useLang()
  return (
    <div className="as-of-banner" role="status">
      <p>
        <b>{t.asOfTitle(formatDay(on))}</b>, {t.asOfKnown(formatDay(knownOn))}.{' '}
        <a href={pathIn(lang, back)}>{t.back}</a>
      </p>
    </div>
  )
}

export type PastPerson = Awaited<ReturnType<typeof readAsOf>>

/** Somebody as they were, as far as was known. */
export function PersonThen({ past, today }: { past: PastPerson; today: string }) {
  const t = useWords(recordWords)
  const lang = useLang()
  const { id, name, alive, moment, lines, household } = past
  const states: Record<string, string> = { yes: t.aliveThen, no: t.deadThen, unknown: t.aliveUnknown }
  return (
    <>
      <AsOfBanner {...moment} back={`/can-bo/nguoi/${id}`} />
      <h1>
        {name} {alive ? <small className="quiet">{states[alive]}</small> : null}
      </h1>
      <AsOfForm {...moment} today={today} />
      {alive ? (
        <section className="sect" aria-labelledby="then">
          <h2 id="then">{t.values}</h2>
          <Table
            name={t.values}
            rows={lines}
            keyOf={(line) => `${line.name} ${line.value} ${line.source}`}
            columns={[
              { key: 'name', head: t.what, full: true, cell: (line) => <b>{line.name}</b> },
              { key: 'value', head: t.value, full: true, cell: (line) => line.value },
              { key: 'span', head: t.span, cell: (line) => line.span ?? '' },
              { key: 'source', head: t.source, full: true, cell: (line) => line.source },
            ]}
          />
        </section>
      ) : (
        <p className="empty">{t.notRecordedThen}</p>
      )}
      {alive ? (
        <section className="sect" aria-labelledby="then-household">
          <h2 id="then-household">{household ? t.household(household.id) : t.members}</h2>
          {household ? null : <p className="quiet">{t.nobodyThen}</p>}
          <ul className="plain-list">
            {household?.members.map((member) => (
              <li key={member.personId}>
                <a
                  href={pathIn(
                    lang,
                    `/can-bo/nguoi/${member.personId}?ngay=${moment.on}&biet=${moment.knownOn}`,
                  )}
                >
                  {member.name}
                </a>
                , {member.relation}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
