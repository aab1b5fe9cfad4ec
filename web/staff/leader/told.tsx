import type { FindingKind } from '#findings'
import type { LeaderFigures } from '#jobs/weekly-briefing'
import { changeText, figureText } from '#web/staff/indicators/figures.ts'
import { Empty, formatCount, formatDay, pathIn, Table, useLang, useWords } from '#web/ui/index.ts'
import { findingsPath } from './places.ts'
import { words } from './words.ts'

/** The communes with the most that is not right, each leading to its own page. */
export function WorstCommunes({ communes }: Pick<LeaderFigures, 'communes'>) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <section className="sect" aria-labelledby="con-sai">
      <h2 id="con-sai">{t.worst}</h2>
      {communes.length === 0 ? (
        <Empty sentence={t.noneWorst} />
      ) : (
        <Table
          name={t.worst}
          rows={communes}
          keyOf={({ unitUid }) => unitUid}
          columns={[
            {
              key: 'commune',
              head: t.commune,
              full: true,
              cell: ({ unitUid, name }) => (
                <a href={pathIn(lang, `/can-bo/dieu-hanh/${unitUid}`)} lang="vi">
                  {name}
                </a>
              ),
            },
            countColumn('missed', t.missed, ({ counts }) => counts['missed-people']),
            countColumn('undue', t.undue, ({ counts }) => counts['undue-people']),
            countColumn('late', t.overdue, ({ counts }) => counts['late-applications']),
            {
              key: 'total',
              head: t.total,
              label: t.total,
              number: true,
              cell: ({ total }) => formatCount(total, lang),
            },
          ]}
        />
      )}
    </section>
  )
}

type Commune = LeaderFigures['communes'][number]

/** A count that leads to the findings it counts. */
function countColumn(kind: FindingKind, head: string, countOf: (commune: Commune) => number) {
  const cell = (commune: Commune) => (
    <FindingCount kind={kind} unitUid={commune.unitUid} count={countOf(commune)} />
  )
  return { key: kind, head, label: head, number: true, cell }
}

function FindingCount({ kind, unitUid, count }: { kind: FindingKind; unitUid: string; count: number }) {
  const lang = useLang()
  const written = formatCount(count, lang)
  return count === 0 ? written : <a href={pathIn(lang, findingsPath(kind, unitUid))}>{written}</a>
}

/** Figures that somebody reported and the system measures otherwise. */
export function Compared({ compared }: Pick<LeaderFigures, 'compared'>) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <section className="sect" aria-labelledby="lech">
      <h2 id="lech">{t.compared}</h2>
      {compared.length === 0 ? (
        <Empty sentence={t.comparedNone} />
      ) : (
        <Table
          name={t.compared}
          rows={compared}
          keyOf={({ metric }) => metric}
          columns={[
            { key: 'name', head: t.metric, full: true, cell: ({ name }) => name[lang] },
            {
              key: 'reported',
              head: t.reported,
              label: t.reported,
              number: true,
              cell: ({ reported, unit }) => figureText(unit, reported, lang),
            },
            {
              key: 'measured',
              head: t.measured,
              label: t.measured,
              number: true,
              cell: ({ measured, unit }) => figureText(unit, measured, lang),
            },
            {
              key: 'difference',
              head: t.difference,
              label: t.difference,
              number: true,
              cell: ({ difference, unit }) => changeText(unit, difference, lang),
            },
          ]}
        />
      )}
    </section>
  )
}

/** What citizens wrote, and where it is late. */
export function Feedback({ feedback }: Pick<LeaderFigures, 'feedback'>) {
  const t = useWords(words)
  const lang = useLang()
  const at = feedback.lateBy
    .map(({ name, count }) => `${name[lang]} (${formatCount(count, lang)})`)
    .join('; ')
  return (
    <section className="sect" aria-labelledby="gop-y">
      <h2 id="gop-y">{t.feedback}</h2>
      <p>
        {t.feedbackOpen(formatCount(feedback.open, lang), formatCount(feedback.late, lang))}{' '}
        {at ? `${at}.` : null} <a href={pathIn(lang, '/can-bo/gop-y')}>{t.feedbackList}</a>
      </p>
    </section>
  )
}

/** What begins or ends to be law around these days. */
export function Law({ law }: Pick<LeaderFigures, 'law'>) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <section className="sect" aria-labelledby="luat">
      <h2 id="luat">{t.law}</h2>
      {law.length === 0 ? <Empty sentence={t.lawNone} /> : null}
      <ul>
        {law.map(({ number, title, is, on }) => (
          <li key={`${number} ${is}`}>
            <b>{number}</b>, {title[lang]}: {t[is](formatDay(on))}
          </li>
        ))}
      </ul>
    </section>
  )
}
