import { useLang, useWords } from '#web/ui/index.ts'
import type { DraftDesk, DraftView } from './draft-view.server.ts'
import { words } from './draft-words.ts'
import type { Segment } from './highlights.ts'
import { keptNames } from './kinds.ts'

/** It scrolls by itself on a wide screen: who has no mouse stands on it and moves it by the arrows. */
const scrolls = { tabIndex: 0 } as const

/** The text with the words of each draft as a link to it; praise, findings and background bear their names. */
export function DraftText({ text, live }: Pick<DraftDesk, 'text' | 'live'>) {
  const t = useWords(words)
  return (
    <section className="draft-text" aria-labelledby="noi-dung-van-ban">
      <h2 id="noi-dung-van-ban">{t.text}</h2>
      <section className="draft-paper" aria-label={t.textRegion} {...scrolls}>
        {text.map(({ paragraph, part }) => (
          <div key={paragraph} id={`doan-${paragraph}`} className="draft-part">
            <span className="draft-number" title={t.paragraph(paragraph)}>
              {paragraph}
            </span>
            {part.kind === 'paragraph' ? (
              <p lang="vi">
                <Marked segments={part.segments} live={live} />
              </p>
            ) : (
              <div className="scroll">
                <table>
                  <tbody>
                    {part.rows.map((row) => (
                      <tr key={row.at}>
                        {row.cells.map((cell) => (
                          <td key={cell.at} lang="vi">
                            <Marked segments={cell.segments} live={live} />
                          </td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </div>
        ))}
      </section>
    </section>
  )
}

function Marked({ segments, live }: { segments: Segment[]; live: DraftView[] }) {
  const lang = useLang()
  return segments.map(({ from, text, drafts, kept }) => {
    const [draft] = drafts
    if (draft !== undefined) {
      const isDecided = live.find(({ id }) => id === draft)?.state === 'confirmed'
      return (
        <mark key={from} className={isDecided ? 'decided' : undefined} data-drafts={drafts.join(' ')}>
          <a href={`#du-thao-${draft}`}>{text}</a>
        </mark>
      )
    }
    return kept ? (
      <span key={from} className="kept">
        {text}{' '}
        <span className="kept-name" lang={lang}>
          {keptNames[kept][lang]}
        </span>
      </span>
    ) : (
      <span key={from}>{text}</span>
    )
  })
}
