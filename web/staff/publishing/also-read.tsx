import { useId } from 'react'
import type { ArticleTitle, Content } from '#publishing'
import { articlePath } from '#web/portal/articles/article-path.ts'
import { formatDay, formatInstant, useWords } from '#web/ui/index.ts'
import { actWords } from './act-words.ts'
import { editorWords } from './editor-words.ts'

/** What readers get of a text beside what its preview shows: who decides on it reads this too. */
export function AlsoRead(props: {
  content: Content
  language: 'vi' | 'en'
  sections: readonly { key: string; name: string }[]
  related: readonly ArticleTitle[]
  /** When its writer would like it to be shown. */
  wishedAt: Date | undefined
}) {
  const t = useWords(editorWords)
  const a = useWords(actWords)
  const id = useId()
  const { content, language, sections, related, wishedAt } = props
  const { banner, body, document, section } = content
  const alts = [
    ...(banner.kind === 'picture' ? [banner.alt] : []),
    ...body.flatMap((block) => (block.kind === 'figure' ? [block.alt] : [])),
  ]
  const year = document?.isYearInferred ? ` (${t.documentYearInferred})` : ''
  const facts = [
    { name: a.wishedAt, words: wishedAt && formatInstant(wishedAt) },
    { name: t.section, words: sections.find(({ key }) => key === section)?.name },
    {
      name: t.document,
      words: document && `${document.number}${document.on ? `, ${formatDay(document.on)}` : ''}${year}`,
    },
  ].filter(({ words }) => words)
  if (facts.length + alts.length + related.length === 0) return null
  return (
    <section className="block also-read" aria-labelledby={id}>
      <h2 id={id}>{a.alsoRead}</h2>
      <dl className="facts">
        {facts.map(({ name, words }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        {alts.length > 0 ? (
          <div>
            <dt>{t.alt}</dt>
            {alts.map((alt) => (
              <dd key={alt} lang={language}>
                {alt}
              </dd>
            ))}
          </div>
        ) : null}
        {related.length > 0 ? (
          <div>
            <dt>{t.related}</dt>
            {related.map(({ slug, title }) => (
              <dd key={slug} lang={language}>
                <a href={articlePath(language, slug)}>{title}</a>
              </dd>
            ))}
          </div>
        ) : null}
      </dl>
    </section>
  )
}
