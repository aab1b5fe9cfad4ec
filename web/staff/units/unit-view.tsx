import { ArticleChip, formatDay, State, useWords } from '#web/ui/index.ts'
import type { Found, UnitLine, UnitView } from './find.server.ts'
import { addressOf, type UnitsQuery } from './query.ts'
import { words } from './words.ts'

/** What was found for the text: one unit with its history, several to choose from, or nothing and what to do. */
export function FoundUnit({ found, query }: { found: Found; query: UnitsQuery }) {
  const t = useWords(words)
  if (found.is === 'nothingAsked') return <p className="empty">{t.noUnit}</p>
  if (found.is === 'none') {
    return (
      <p className="empty" role="status">
        {t.none[found.because]} {t.noneNext}
      </p>
    )
  }
  if (found.is === 'unsure') {
    return (
      <section className="sect" aria-labelledby="chon">
        <h2 id="chon">{t.unsure}</h2>
        <Candidates units={found.candidates} query={query} />
      </section>
    )
  }
  const { unit, certainty, via, others } = found
  return (
    <>
      <section className="id" aria-label={unit.name}>
        <div>
          <h2>{unit.name}</h2>
          <p>
            {unit.isToday ? <State is="ok">{t.stands}</State> : <State is="cham">{t.ended}</State>}{' '}
            {t.certainty[certainty]} {t.via[via]}
          </p>
          <UnitFacts unit={unit} />
        </div>
      </section>
      <History unit={unit} />
      {others.length > 0 ? (
        <details className="others">
          <summary>{t.others}</summary>
          <Candidates units={others} query={query} />
        </details>
      ) : null}
    </>
  )
}

function UnitFacts({ unit }: { unit: UnitView }) {
  const t = useWords(words)
  return (
    <dl>
      {unit.within ? (
        <div>
          <dt>{t.within}</dt>
          <dd>{unit.within}</dd>
        </div>
      ) : null}
      <div>
        <dt>{t.stood}</dt>
        <dd>{t.span(unit.from && formatDay(unit.from), unit.to && formatDay(unit.to))}</dd>
      </div>
      <div>
        <dt>{t.code}</dt>
        <dd>{unit.uid.replace(/@.*/, '')}</dd>
      </div>
      {unit.legalBasis ? (
        <div>
          <dt>{t.legalBasis}</dt>
          <dd>{unit.legalBasis}</dd>
        </div>
      ) : null}
    </dl>
  )
}

function History({ unit }: { unit: UnitView }) {
  const t = useWords(words)
  return (
    <div className="unit-history">
      <section className="sect" aria-labelledby="ve-sau">
        <h2 id="ve-sau">{t.became}</h2>
        {unit.steps.length === 0 ? <p>{unit.isToday ? `${t.stands}.` : t.abolished}</p> : null}
        <ol className="steps">
          {unit.steps.map((step) => (
            <li key={step.from}>
              <b>{t.since(formatDay(step.from))}</b>
              <Lines units={step.units} />
              {step.units.length > 1 ? <span className="hint">{t.split}</span> : null}
            </li>
          ))}
        </ol>
      </section>
      <section className="sect" aria-labelledby="tu-dau">
        <h2 id="tu-dau">{t.madeOf}</h2>
        {unit.madeOf.length === 0 ? (
          <p className="quiet">{t.madeOfNothing}</p>
        ) : (
          <Lines units={unit.madeOf} />
        )}
      </section>
    </div>
  )
}

function Lines({ units }: { units: readonly UnitLine[] }) {
  return (
    <ul>
      {units.map((unit) => (
        <li key={unit.uid}>
          <a href={`?don-vi=${encodeURIComponent(unit.uid)}`}>{unit.name}</a>
          {unit.within ? `, ${unit.within}` : ''}{' '}
          {unit.legalBasis ? <ArticleChip cite={unit.legalBasis} /> : null}
        </li>
      ))}
    </ul>
  )
}

type Candidate = Extract<Found, { is: 'unsure' }>['candidates'][number]

function Candidates({ units, query }: { units: readonly Candidate[]; query: UnitsQuery }) {
  const t = useWords(words)
  return (
    <ul className="choices">
      {units.map((unit) => (
        <li key={unit.uid}>
          <a href={addressOf(query, { 'don-vi': unit.uid })}>
            <b>{unit.name}</b>
            {unit.within ? `, ${unit.within}` : ''}
          </a>{' '}
          <span className="hint">
            {[
              t.span(unit.from && formatDay(unit.from), unit.to && formatDay(unit.to)),
              ...unit.doubts.map((doubt) => t.doubts[doubt]),
            ].join('; ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
