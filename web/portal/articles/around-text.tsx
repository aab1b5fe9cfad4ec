import type { Article, ArticleAttachment, ArticleLanguage, Correction } from '#publishing'
import { useSite } from '#web/portal/site.ts'
import { formatDayOf, pathIn, useLang, useWords } from '#web/ui/index.ts'
import { articlePath } from './article-path.ts'
import { fileSize, fileType } from './file-words.ts'
import { words } from './words.ts'

/** Says in which language the text is when it is not the reader's, and what a translation is worth. */
export function LanguageNote({ article }: { article: Article }) {
  const t = useWords(words)
  const lang = useLang()
  const original = (
    <a href={articlePath('vi', article.slug)} hrefLang="vi">
      {t.original}
    </a>
  )
  if (article.language !== lang) return <p className="hint">{t.onlyIn}</p>
  if (!article.isTranslation) return null
  return (
    <p className={article.isOutdated ? 'hint cham' : 'hint'}>
      {article.isOutdated ? t.outdatedTranslation : t.translation} {original}
    </p>
  )
}

/** Files to save, each with its type and size. */
export function Attachments(props: { attachments: readonly ArticleAttachment[]; language: ArticleLanguage }) {
  const t = useWords(words)
  const lang = useLang()
  const { attachments, language } = props
  if (attachments.length === 0) return null
  return (
    <section className="around" aria-labelledby="attachments">
      <h2 className="h3" id="attachments">
        {t.attachments}
      </h2>
      <ul className="files">
        {attachments.map(({ id, label, fileName, type, bytes }) => (
          <li key={id}>
            <a href={`/tep/${id}/${encodeURIComponent(fileName)}`} lang={language}>
              {label || fileName}
            </a>{' '}
            <span className="quiet small">
              {fileType(type)}, {fileSize(bytes, lang)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was changed after the first day, the newest first. */
export function Corrections(props: { corrections: readonly Correction[]; language: ArticleLanguage }) {
  const t = useWords(words)
  const { corrections, language } = props
  if (corrections.length === 0) return null
  return (
    <section className="around" aria-labelledby="corrections">
      <h2 className="h3" id="corrections">
        {t.corrections}
      </h2>
      <ul className="plain">
        {corrections.map(({ revision, sentence, correctedAt }) => (
          <li key={revision}>
            <b>{formatDayOf(correctedAt)}</b>: <span lang={language}>{sentence}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Tags lead to everything that bears them. */
export function Tags({ tags, language }: { tags: readonly string[]; language: ArticleLanguage }) {
  const t = useWords(words)
  const lang = useLang()
  if (tags.length === 0) return null
  return (
    <ul className="tags around" aria-label={t.tags} lang={language}>
      {tags.map((tag) => (
        <li key={tag}>
          <a href={`${pathIn(lang, '/bai-viet')}?tu-khoa=${encodeURIComponent(tag)}`}>{tag}</a>
        </li>
      ))}
    </ul>
  )
}

/** Plain links that hand the address on: no script of anybody runs on the page. */
export function Share({ article }: { article: Pick<Article, 'slug' | 'title'> }) {
  const t = useWords(words)
  const lang = useLang()
  const address = `${useSite().origin}${articlePath(lang, article.slug)}`
  const mail = `mailto:?subject=${encodeURIComponent(article.title)}&body=${encodeURIComponent(address)}`
  return (
    <p className="share around">
      <span className="quiet">{t.share}</span> <a href={mail}>{t.byMail}</a>{' '}
      <a
        href={`https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(address)}`}
        rel="noopener noreferrer"
      >
        Facebook
      </a>
      <span className="address">{address}</span>
    </p>
  )
}
