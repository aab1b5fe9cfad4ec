import { useWords } from '#web/ui/index.ts'
import type { MessageView } from './view.server.ts'
import { words } from './words.ts'

/** What the words of a message suggest, each with the words it was read from. */
export function Suggested({ suggested }: { suggested: MessageView['suggested'] }) {
  const t = useWords(words)
  return (
    <section className="sect" aria-labelledby="suggested">
      <h2 id="suggested">{t.suggestion}</h2>
      <p className="quiet small">{t.suggestionWhy}</p>
      <dl className="suggested">
        {suggested.lines.map(({ what, is, words: from }) => (
          <div key={what}>
            <dt>{t.suggested[what]}</dt>
            <dd>
              {is}
              <div className="quiet small">{from.length > 0 ? t.fromWords(from.join(', ')) : t.noWords}</div>
            </dd>
          </div>
        ))}
        {suggested.addressee ? (
          <div>
            <dt>{t.suggested.addressee}</dt>
            <dd>
              {suggested.addressee.name}
              <div className="quiet small">{suggested.addressee.basis}</div>
            </dd>
          </div>
        ) : null}
      </dl>
    </section>
  )
}
