import { type FoundArticle, searchArticles, searchLimits, suggestWords } from '#publishing'
import { servicesContext } from '#web/context.ts'
import { articlePath } from '#web/portal/articles/article-path.ts'
import { InLanguage } from '#web/portal/articles/in-language.tsx'
import { pageAsked } from '#web/portal/articles/listing.server.ts'
import { Crumbs } from '#web/portal/crumbs.tsx'
import { metadata } from '#web/portal/metadata.ts'
import {
  Button,
  formatCount,
  formatDayOf,
  type Lang,
  langOf,
  Pager,
  pathIn,
  useLang,
  useWords,
} from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { type Beside, searchBeside } from './beside.server.ts'
import { excerptOf, inTurns, markFound, type Readable, readable } from './excerpt.ts'
import { words } from './words.ts'

const resultsPerPage = 20
const kinds = ['article', 'announcement', 'legalDocument', 'procedure'] as const

/** What was asked stands in the address: it works without scripts, and can be handed on. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const { query } = context.get(servicesContext).database
  const text = (url.searchParams.get('q') ?? '').normalize('NFC').trim().slice(0, searchLimits.letters)
  const kind = kinds.find((each) => each === url.searchParams.get('loai'))
  const question = { text, kind, language: langOf(url.pathname), limit: resultsPerPage }
  const [first, beside] = await Promise.all([
    searchArticles(query, question),
    kind === undefined ? searchBeside(query, { text, language: question.language }) : none,
  ])
  const { page, pageCount, limit, offset } = pageAsked(url, { count: first.count, perPage: resultsPerPage })
  const search = page === 1 ? first : await searchArticles(query, { ...question, limit, offset })
  const results = search.found.map((found) => ({
    slug: found.slug,
    language: found.language,
    kind: found.kind,
    publishedAt: found.publishedAt,
    name: inTurns(markFound(found.title, search.words)),
    excerpt: inTurns(excerptOf(readableOf(found), search.words)),
  }))
  const isEmpty = search.words.length > 0 && first.count === 0
  const besides = page === 1 ? beside : none
  const meant = isEmpty || first.matched === 'some' ? await suggestWords(query, text) : undefined
  return {
    text,
    kind,
    asked: search.words,
    count: first.count,
    matched: first.matched,
    results,
    beside: besides,
    meant,
    page,
    pageCount,
  }
}

const none: Beside = { pages: [], answers: [] }

/** The texts that were shown of late, made ready; each is the same object as long as its words are the same. */
const madeReady = new WeakMap<FoundArticle, Readable>()

function readableOf(found: FoundArticle): Readable {
  const ready = madeReady.get(found) ?? readable(`${found.lead}\n${found.words}`)
  madeReady.set(found, ready)
  return ready
}

export function meta(args: Route.MetaArgs): Route.MetaDescriptors {
  const t = words[langOf(args.location.pathname)]
  return metadata(args, { title: `${t.title} | An Sinh`, description: t.ask, unlisted: true })
}

export default function Search({ loaderData }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  const { text, kind, asked, results, beside, page, pageCount } = loaderData
  const address = (more: Record<string, string>) =>
    `${pathIn(lang, '/tim')}?${new URLSearchParams({ q: text, ...(kind ? { loai: kind } : {}), ...more })}`
  return (
    <div className="wrap">
      <Crumbs trail={[{ path: '/tim', name: t.title }]} />
      <h1 className="h1">{t.title}</h1>
      <Question text={text} kind={kind} />
      {asked.length === 0 ? <p className="lead">{t.ask}</p> : <Outcome {...loaderData} />}
      <Links name={t.pages} links={beside.pages} />
      {results.length > 0 ? (
        <ul className="list articles results">
          {results.map((result) => (
            <Result key={result.slug} result={result} lang={lang} />
          ))}
        </ul>
      ) : null}
      <Links
        name={t.answers}
        links={beside.answers.map(({ id, title }) => ({ path: `/gop-y/tra-loi/${id}`, name: title }))}
        language="vi"
      />
      <Pager page={page} pageCount={pageCount} hrefOf={(number) => address({ trang: String(number) })} />
    </div>
  )
}

/** Pages and answers beside the texts, each by its name alone. */
function Links(props: { name: string; links: readonly { path: string; name: string }[]; language?: 'vi' }) {
  const lang = useLang()
  if (props.links.length === 0) return null
  return (
    <section className="beside-texts" aria-label={props.name}>
      <h2 className="h3">{props.name}</h2>
      <ul className="points">
        {props.links.map(({ path, name }) => (
          <li key={path}>
            <a href={pathIn(lang, path)} lang={props.language}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Question({ text, kind }: { text: string; kind: string | undefined }) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <form className="portal-filters" action={pathIn(lang, '/tim')}>
      <label className="grow">
        <span className="label">{t.text}</span>
        <input name="q" type="search" defaultValue={text} maxLength={searchLettersMax} />
      </label>
      <label>
        <span className="label">{t.only}</span>
        <select name="loai" defaultValue={kind ?? ''}>
          <option value="">{t.everything}</option>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {t.kinds[each]}
            </option>
          ))}
        </select>
      </label>
      <Button>{t.search}</Button>
    </form>
  )
}

const searchLettersMax = 200

/** How many there are, or what to try where there is nothing. */
function Outcome(props: Route.ComponentProps['loaderData']) {
  const { text, count, matched, meant, beside } = props
  const isElsewhere = beside.pages.length + beside.answers.length > 0
  const t = useWords(words)
  const lang = useLang()
  const ways = [
    { path: '/toi-duoc-huong-gi', name: t.entitlement },
    { path: '/bai-viet', name: t.articles },
    { path: '/gop-y', name: t.feedback },
  ]
  const all = matched === 'all' ? t.found(formatCount(count, lang), text) : t.someOf(text)
  return (
    <>
      <p className="outcome">{count > 0 ? all : isElsewhere ? t.nothingInTexts(text) : t.nothing(text)}</p>
      {meant ? (
        <p>
          {t.meant}{' '}
          <a href={`${pathIn(lang, '/tim')}?q=${encodeURIComponent(meant)}`} lang="vi">
            {meant}
          </a>
        </p>
      ) : null}
      <p className="quiet small">{t.searched}</p>
      {count === 0 && !isElsewhere ? (
        <>
          <p>{t.instead}</p>
          <ul className="points">
            {ways.map(({ path, name }) => (
              <li key={path}>
                <a href={pathIn(lang, path)}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

function Result({
  result,
  lang,
}: {
  result: Route.ComponentProps['loaderData']['results'][number]
  lang: Lang
}) {
  const t = words[lang]
  const { slug, language, kind, name, excerpt, publishedAt } = result
  return (
    <li>
      <h2 lang={language}>
        <a href={articlePath(lang, slug)}>
          <Marked pieces={name} />
        </a>
      </h2>
      <p lang={language}>
        <Marked pieces={excerpt} />
      </p>
      <p className="quiet small">
        {t.kinds[kind]} · {formatDayOf(publishedAt)}
        <InLanguage language={language} />
      </p>
    </li>
  )
}

/** Every second piece was found. */
function Marked({ pieces }: { pieces: readonly string[] }) {
  let at = 0
  return pieces.map((text, turn) => {
    at += text.length
    return turn % 2 === 1 ? <mark key={at}>{text}</mark> : text
  })
}
