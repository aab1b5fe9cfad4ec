import { useLang, useWords } from '#web/ui/index.ts'
import type { MessageView } from './view.server.ts'
import { words } from './words.ts'

/** What the words of a message suggest, each with the words it was read from. */
export function Suggested({ suggested, language }: Pick<MessageView, 'suggested' | 'language'>) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <section className="sect" aria-labelledby="suggested">
      <h2 id="suggested">{t.suggestion}</h2>
      <p className="quiet small">{t.suggestionWhy}</p>
      <dl className="suggested">
        {suggested.lines.map(({ what, is, words: from, isSaid }) => (
          <div key={what}>
            <dt>{t.suggested[what]}</dt>
            <dd>
              {is}
              <div
                className="quiet small"
                lang={!isSaid && from.length > 0 && language !== lang ? language : undefined}
              >
                {isSaid ? t.saidBySender : from.length > 0 ? t.fromWords(from.join(', ')) : t.noWords}
              </div>
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
