import type { Upload } from '#intake'
import { formatCount, formatInstant, useLang, useWords } from '#web/ui/index.ts'
import { words as columnWords } from './columns-words.ts'
import { words } from './words.ts'

/** Whether the list was understood: its sheets, its rows, its columns. */
export function HowRead({ upload: { rows, summary, previewedAt } }: { upload: Upload }) {
  const t = useWords(words)
  const lang = useLang()
  const columns = useWords(columnWords)
  if (!summary) return null
  const { hidden = { rows: 0, columns: [] } } = summary
  return (
    <section className="sect" aria-labelledby="how-read">
      <h2 id="how-read">{t.howRead}</h2>
      {summary.isMapped ? <p className="note">{t.remembered}</p> : null}
      <p>
        {t.readAs(
          formatCount(rows, lang),
          summary.notPeople > 0 ? formatCount(summary.notPeople, lang) : undefined,
        )}
      </p>
      <ul className="columns-read">
        {summary.columns.map(({ letters, heading }) => (
          <li key={letters}>
            <b>{letters}</b> {heading}
          </li>
        ))}
      </ul>
      {summary.columnsNotRead.length > 0 ? (
        <p className="note">
          {t.columnsNotRead(
            summary.columnsNotRead
              .map(({ letters, heading }) => `${letters} (${heading || columns.none})`)
              .join(', '),
          )}
        </p>
      ) : null}
      {hidden.rows > 0 || hidden.columns.length > 0 ? (
        <p className="note">{columns.hiddenRead(formatCount(hidden.rows, lang), hidden.columns)}</p>
      ) : null}
      {summary.sheetsRead.length > 1 ? (
        <p>{t.sheetsRead(summary.sheetsRead.map(({ name }) => name).join(', '))}</p>
      ) : null}
      {summary.sheetsNotRead.length > 0 ? (
        <p className="note">{t.sheetsNotRead(summary.sheetsNotRead.join(', '))}</p>
      ) : null}
      {previewedAt ? <p className="small quiet">{t.triedAt(formatInstant(previewedAt))}</p> : null}
    </section>
  )
}
