import { Icon, useWords } from '#web/ui/index.ts'
import type { ActView } from './act-view.server.ts'
import { words } from './words.ts'

/** What is recorded beside what would be, what follows for benefits, and what is to be checked. */
export function Difference({ view, heads }: { view: ActView; heads?: { before: string; after: string } }) {
  const t = useWords(words)
  const { before, after, awards, doubts } = view
  return (
    <>
      <div className="old-new">
        <Side head={heads?.before ?? t.nowSays} lines={before} nothing={t.nothingBefore} />
        <Side head={heads?.after ?? t.wouldSay} lines={after} nothing={t.nothingAfter} isNew />
      </div>
      <Follows awards={awards} doubts={doubts} />
    </>
  )
}

/** What follows for benefits, and what is to be checked. */
export function Follows({ awards, doubts }: Pick<ActView, 'awards' | 'doubts'>) {
  const t = useWords(words)
  return (
    <>
      {awards.length > 0 ? (
        <div className="follows">
          <h3>{t.benefits}</h3>
          <ul>
            {awards.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {doubts.length > 0 ? (
        <div className="follows cham-side">
          <h3>
            <Icon name="warn" /> {t.doubts}
          </h3>
          <ul>
            {doubts.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  )
}

function Side(props: { head: string; lines: string[]; nothing: string; isNew?: boolean }) {
  const { head, lines, nothing, isNew } = props
  return (
    <div className={isNew ? 'side is-new' : 'side'}>
      <h3>{head}</h3>
      {lines.length === 0 ? <p className="quiet">{nothing}</p> : null}
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
