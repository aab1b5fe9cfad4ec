import './feedback.css'
import { areaNames, areas } from '#law/authorities'
import { feedbackRules } from '#law/feedback'
import { servicesContext } from '#web/context.ts'
import { Crumbs } from '#web/portal/crumbs.tsx'
import { metadata } from '#web/portal/metadata.ts'
import { Button, Empty, formatCount, langOf, Pager, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { Route } from './+types/answers'
import { AuthorityFigures } from './answer-figures.tsx'
import { type AnswerView, readAnswers } from './answers.server.ts'
import { answersWords } from './answers-words.ts'
import { words } from './words.ts'

const path = '/gop-y/tra-loi'

/** What was asked stands in the address: it works without scripts, and can be handed on. */
export function loader({ context, url }: Route.LoaderArgs) {
  return readAnswers(context.get(servicesContext), url)
}

export function meta(args: Route.MetaArgs): Route.MetaDescriptors {
  const t = answersWords[langOf(args.location.pathname)]
  return metadata(args, { title: `${t.title} | An Sinh`, description: t.lead })
}

export default function Answers({ loaderData }: Route.ComponentProps) {
  const t = useWords(answersWords)
  const { pageTitle } = useWords(words)
  const lang = useLang()
  const { text, area, count, answers, figures, page, pageCount } = loaderData
  const asked = { ...(text ? { q: text } : {}), ...(area ? { 'linh-vuc': area } : {}) }
  const hrefOf = (number: number) =>
    `${pathIn(lang, path)}?${new URLSearchParams({ ...asked, trang: String(number) })}`
  return (
    <div className="wrap">
      <Crumbs
        trail={[
          { path: '/gop-y', name: pageTitle },
          { path, name: t.title },
        ]}
      />
      <h1 className="h1">{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <Question text={text} area={area} />
      {answers.length > 0 ? <p className="outcome">{t.found(formatCount(count, lang))}</p> : null}
      {answers.length === 0 ? (
        <Nothing isAsked={Object.keys(asked).length > 0} />
      ) : (
        <List answers={answers} />
      )}
      <Pager page={page} pageCount={pageCount} hrefOf={hrefOf} />
      {figures.length > 0 ? (
        <section className="sent-part figures" aria-labelledby="figures">
          <h2 className="h2" id="figures">
            {t.figures}
          </h2>
          <p>
            {t.figuresLead(feedbackRules.marksShownFrom)} {t.hiddenWhy}
          </p>
          <AuthorityFigures figures={figures} />
        </section>
      ) : null}
    </div>
  )
}

function Question({ text, area }: { text: string; area: string | undefined }) {
  const t = useWords(answersWords)
  const lang = useLang()
  return (
    <form className="portal-filters" action={pathIn(lang, path)}>
      <label className="grow">
        <span className="label">{t.search}</span>
        <input name="q" type="search" defaultValue={text} maxLength={100} />
      </label>
      <label>
        <span className="label">{t.area}</span>
        <select name="linh-vuc" defaultValue={area ?? ''}>
          <option value="">{t.everyArea}</option>
          {areas.map((each) => (
            <option key={each} value={each}>
              {areaNames[each][lang]}
            </option>
          ))}
        </select>
      </label>
      <Button>{t.find}</Button>
    </form>
  )
}

function Nothing({ isAsked }: { isAsked: boolean }) {
  const t = useWords(answersWords)
  const lang = useLang()
  return (
    <Empty sentence={isAsked ? t.noneLike : t.none}>
      <a href={pathIn(lang, isAsked ? path : '/gop-y')}>{isAsked ? t.noneLikeNext : t.noneNext}</a>
    </Empty>
  )
}

function List({ answers }: { answers: readonly AnswerView[] }) {
  const t = useWords(answersWords)
  const lang = useLang()
  return (
    <ul className="list articles results">
      {answers.map(({ id, title, excerpt, area, authority, answeredOn }) => (
        <li key={id}>
          <h2 lang="vi">
            <a href={pathIn(lang, `${path}/${id}`)}>{title}</a>
          </h2>
          <p lang="vi">{excerpt}</p>
          <p className="quiet small">
            {area ? `${area} · ` : null}
            {t.answeredBy(authority, answeredOn)}
          </p>
        </li>
      ))}
    </ul>
  )
}
