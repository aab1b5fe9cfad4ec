import { CommuneMap } from '#web/ui/commune-map.tsx'
import type { CommuneValue } from '#web/ui/commune-map-classes.ts'
import { figureText } from '#web/ui/figure-text.ts'
import { formatCount, useLang, useWords } from '#web/ui/index.ts'
import { toldShareText } from './told-share.ts'
import { ToldTable } from './told-table.tsx'
import type { ToldMetricView, TransparencyView } from './view.server.ts'
import { words } from './words.ts'

type Shapes = Parameters<typeof CommuneMap>[0]['shapes']

/** The communes by recipients, or by the metric that was asked for, and what is told of each. */
export function ByCommune({ view, shapes }: { view: TransparencyView; shapes: Shapes }) {
  const t = useWords(words)
  return (
    <section className="block" aria-labelledby="xa-phuong">
      <h2 className="h2" id="xa-phuong">
        {t.byCommune}
      </h2>
      {view.ofMetric ? (
        <MetricMap told={view.ofMetric} shapes={shapes} />
      ) : (
        <div className="of-recipients">
          <RecipientsMap view={view} shapes={shapes} />
        </div>
      )}
      <details className="map-table">
        <summary>{t.communeTable}</summary>
        <ToldTable name={t.sharesByCommune} head={t.commune} rows={view.byCommune} namesIn="vi" />
      </details>
    </section>
  )
}

function RecipientsMap({ view, shapes }: { view: TransparencyView; shapes: Shapes }) {
  const t = useWords(words)
  const lang = useLang()
  const chosen = view.benefits.find(({ key }) => key === view.benefit)
  return (
    <CommuneMap
      shapes={shapes}
      values={view.byCommune.map(({ key, recipients }) => ({ unitUid: key, value: recipients ?? undefined }))}
      what={t.casesOf(chosen?.name ?? t.allBenefits)}
      format={(value) => formatCount(value, lang)}
      better="higher"
      isPlain
      isWide
      missing={t.hidden}
    />
  )
}

function MetricMap({ told, shapes }: { told: ToldMetricView; shapes: Shapes }) {
  const t = useWords(words)
  const lang = useLang()
  const { metric, province, byCommune } = told
  const textOf = (value: number) => figureText(metric.unit, value, lang)
  const values = byCommune.map(
    ({ key, figure }): CommuneValue =>
      typeof figure === 'number'
        ? { unitUid: key, value: figure }
        : { unitUid: key, value: undefined, ...(figure === 'nobody' ? { missing: t.nobody } : {}) },
  )
  const all =
    province === 'nobody'
      ? t.nobody
      : typeof province === 'number'
        ? textOf(province)
        : toldShareText(province, lang)
  return (
    <>
      <h3>{metric.name[lang]}</h3>
      <p>{metric.definition[lang]}</p>
      <p>
        {t.wholeProvince}: <b>{all}</b>. {t.metricFile}: <a href={`/du-lieu/chi-so/${metric.key}.csv`}>CSV</a>{' '}
        · <a href={`/du-lieu/chi-so/${metric.key}.json`}>JSON</a>.
      </p>
      <CommuneMap
        shapes={shapes}
        values={values}
        what={metric.name[lang]}
        format={textOf}
        better={metric.better}
        isPlain={metric.isSize}
        isWide
        missing={t.hidden}
      />
    </>
  )
}
