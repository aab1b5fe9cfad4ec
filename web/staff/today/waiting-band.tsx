import './today.css'
import { formatCount, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { WaitingLine } from './waiting.server.ts'
import { words } from './waiting-words.ts'

/** What waits beside the findings, each with the way to it; nothing at all when nothing does. */
export function WaitingBand({ lines }: { lines: readonly WaitingLine[] }) {
  const t = useWords(words)
  const lang = useLang()
  if (lines.length === 0) return null
  return (
    <section className="for-me" aria-labelledby="cho-ong-ba">
      <h2 id="cho-ong-ba">{t.title}</h2>
      <ul>
        {lines.map(({ key, count, path, isLate }) => (
          <li key={key}>
            <a className={isLate ? 'sai' : undefined} href={pathIn(lang, path)}>
              {t.lines[key](formatCount(count, lang))}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
