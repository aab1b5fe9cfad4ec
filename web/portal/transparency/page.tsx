import './transparency.css'
import { data } from 'react-router'
import { communeShapes } from '#platform/maps'
import { hasReached } from '#platform/milestones'
import { servicesContext } from '#web/context.ts'
import { Crumbs } from '#web/portal/crumbs.tsx'
import { metadata } from '#web/portal/metadata.ts'
import {
  ArticleChip,
  Button,
  Empty,
  formatCount,
  formatDay,
  formatMoney,
  langOf,
  pathIn,
  Sen,
  useLang,
  useWords,
} from '#web/ui/index.ts'
import type { Route } from './+types/page'
import { ByCommune } from './by-commune.tsx'
import { drawnShares, toldShareText } from './told-share.ts'
import { ToldTable } from './told-table.tsx'
import { readTransparency, type TransparencyView } from './view.server.ts'
import { words } from './words.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const { database } = context.get(servicesContext)
  const month = url.searchParams.get('thang')
  const view = await readTransparency(database, {
    month,
    benefit: url.searchParams.get('chuong-trinh'),
    metric: url.searchParams.get('chi-so'),
    language: langOf(url.pathname),
  })
  if (!view && month) throw data(null, { status: 404 })
  return {
    view,
    shapes: view && communeShapes(),
    demonstration: await hasReached(database.query, 'demonstration'),
  }
}

export function meta(args: Route.MetaArgs): Route.MetaDescriptors {
  const t = words[langOf(args.location.pathname)]
  return metadata(args, { title: t.pageTitle, description: t.lead })
}

export default function Transparency({ loaderData }: Route.ComponentProps) {
  const t = useWords(words)
  const lang = useLang()
  const { view, shapes, demonstration } = loaderData
  return (
    <div className="wrap told">
      <Crumbs trail={[{ path: '/minh-bach', name: t.title }]} />
      <h1 className="h1">{t.title}</h1>
      <p className="lead">{t.lead}</p>
      {view && shapes ? (
        <>
          <p className="quiet small">
            {t.asOf(monthText(view.month), formatDay(view.measuredOn))}
            {view.recountedOn ? `, ${t.recounted(formatDay(view.recountedOn))}` : null}
            {demonstration ? `. ${t.demonstration}` : null}
          </p>
          <Choice view={view} />
          <Principles principles={view.principles} />
          <Sums view={view} />
          <ByBenefit view={view} />
          <ByCommune view={view} shapes={shapes} />
        </>
      ) : (
        <Empty sentence={t.notYet}>
          <a href={pathIn(lang, '/')}>{t.notYetNext}</a>
        </Empty>
      )}
      <Hiding />
      <Further />
    </div>
  )
}

/** `2026-11` as `11/2026`. */
function monthText(month: string): string {
  return month.split('-').reverse().join('/')
}

/** A form by GET: the address says the month and the programme, and can be handed on. */
function Choice({ view }: { view: TransparencyView }) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <form className="portal-filters" action={pathIn(lang, '/minh-bach')} aria-label={t.choose}>
      <label>
        <span className="label">{t.month}</span>
        <select name="thang" defaultValue={view.month}>
          {view.months.map((month) => (
            <option key={month} value={month}>
              {monthText(month)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="label">{t.benefit}</span>
        <select name="chuong-trinh" defaultValue={view.benefit ?? ''}>
          <option value="">{t.allBenefits}</option>
          {view.benefits.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="label">{t.metric}</span>
        <select name="chi-so" defaultValue={view.ofMetric?.metric.key ?? ''}>
          <option value="">{t.cases}</option>
          {view.metrics.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Button>{t.show}</Button>
    </form>
  )
}

function Principles({ principles }: Pick<TransparencyView, 'principles'>) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <section className="block told-principles" aria-labelledby="ba-nguyen-tac">
      <h2 className="h2" id="ba-nguyen-tac">
        {t.principles}
      </h2>
      <Sen value={drawnShares(principles)} />
      <dl className="facts">
        {principles.map(({ key, name, means, share }) => (
          <div key={key}>
            <dt>{name[lang]}</dt>
            <dd>
              <b>{toldShareText(share, lang)}</b> <span className="quiet">{means[lang]}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Sums({ view }: { view: TransparencyView }) {
  const t = useWords(words)
  const lang = useLang()
  const count = (told: number | null) => (told === null ? t.hidden : formatCount(told, lang))
  const { amountDong, amountOfTold } = view
  const amount = amountOfTold
    ? t.amountOfTold(formatMoney(amountOfTold.dong, lang), amountOfTold.hidden)
    : amountDong === null
      ? t.hidden
      : formatMoney(amountDong, lang)
  return (
    <section className="block" aria-labelledby="nguoi-va-tien">
      <h2 className="h2" id="nguoi-va-tien">
        {t.sums}
      </h2>
      <dl className="facts">
        <div>
          <dt>{t.people}</dt>
          <dd>{count(view.people)}</dd>
        </div>
        <div>
          <dt>{t.cases}</dt>
          <dd>{count(view.recipients)}</dd>
        </div>
        <div>
          <dt>{t.amount}</dt>
          <dd>{amount}</dd>
        </div>
      </dl>
      <p className="quiet small">{t.peopleNote}</p>
    </section>
  )
}

function ByBenefit({ view }: { view: TransparencyView }) {
  const t = useWords(words)
  return (
    <section className="block" aria-labelledby="chuong-trinh">
      <h2 className="h2" id="chuong-trinh">
        {t.byBenefit}
      </h2>
      <ToldTable name={t.byBenefit} head={t.benefit} rows={view.byBenefit} />
    </section>
  )
}

function Hiding() {
  const t = useWords(words)
  return (
    <section className="block" aria-labelledby="o-an">
      <h2 className="h2" id="o-an">
        {t.how}
      </h2>
      <p>{t.howPeople}</p>
      <p>{t.howMoney}</p>
      <p>{t.howMetrics}</p>
      <p>{t.howShares}</p>
      <p>
        {t.howLaw} <ArticleChip cite={t.lawCite} />
      </p>
    </section>
  )
}

function Further() {
  const t = useWords(words)
  const lang = useLang()
  return (
    <section className="block" aria-labelledby="them">
      <h2 className="h2" id="them">
        {t.further}
      </h2>
      <ul className="plain">
        <li>
          <a href={pathIn(lang, '/du-lieu-mo')}>{t.openData}</a>
          <br />
          <span className="quiet">{t.openDataMeans}</span>
        </li>
        <li>
          <a href={pathIn(lang, '/minh-bach/nhat-ky')}>{t.auditRoots}</a>
          <br />
          <span className="quiet">{t.auditRootsMeans}</span>
        </li>
      </ul>
    </section>
  )
}
