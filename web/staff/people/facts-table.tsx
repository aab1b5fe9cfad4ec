import { formatDay, formatDayOf, useWords } from '#web/ui/index.ts'
import type { FactLine } from './fact-lines.server.ts'
import { words } from './words.ts'

/** What is known of somebody, from when to when, from where, and since when it is known. */
export function FactsTable({ facts }: { facts: FactLine[] }) {
  const t = useWords(words)
  return (
    <section className="sect" aria-labelledby="facts">
      <h2 id="facts">{t.facts}</h2>
      {facts.length === 0 ? <p className="quiet">{t.noFacts}</p> : null}
      <table className="tbl stack" hidden={facts.length === 0}>
        <caption className="vh">{t.facts}</caption>
        <thead>
          <tr>
            <th scope="col">{t.fact}</th>
            <th scope="col">{t.value}</th>
            <th scope="col">{t.span}</th>
            <th scope="col">{t.source}</th>
            <th scope="col">{t.recordedAt}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <tr key={fact.key} className={fact.superseded ? 'superseded' : undefined}>
              <td className="full">
                <b>{fact.name}</b>
                {fact.superseded ? <span className="quiet"> ({t.superseded})</span> : null}
              </td>
              <td>{fact.value}</td>
              <td className="num">
                {fact.from ? formatDay(fact.from) : ''} {fact.to ? `${t.to} ${formatDay(fact.to)}` : t.toNow}
              </td>
              <td className="full quiet">{fact.source}</td>
              <td className="num off">{formatDayOf(fact.recordedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
