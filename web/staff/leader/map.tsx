import type { LocalDate } from '#calendar'
import type { Text } from '#rules'
import { figureText } from '#web/staff/indicators/figures.ts'
import { CommuneMap } from '#web/ui/commune-map.tsx'
import { Button, DayInput, Empty, formatDay, pathIn, useLang, useWords } from '#web/ui/index.ts'
import type { MapView } from './load.server.ts'
import { isPlainCount } from './map-cuts.ts'
import { type LeaderQuery, mapAddress } from './query.ts'
import { words } from './words.ts'

/** The first day of the communes that the map can draw. */
const communesSince = '2025-07-01'

/** Any metric of the communes on any day, asked for by a plain form. */
export function MetricMap(props: {
  map: MapView
  metrics: readonly { key: string; name: Text }[]
  query: LeaderQuery
  today: LocalDate
}) {
  const { map, metrics, query, today } = props
  const t = useWords(words)
  const lang = useLang()
  const { metric, asOf, isRecounted, shapes, values, cuts } = map
  const name = metric.name[lang]
  const isTooEarly = query.on !== undefined && query.on < communesSince
  return (
    <section className="sect" aria-labelledby="ban-do">
      <h2 id="ban-do">{t.map}</h2>
      <MapForm metrics={metrics} query={query} today={today} />
      <h3>{name}</h3>
      <p className="quiet small">
        {metric.definition[lang]} <a href={pathIn(lang, `/can-bo/so-lieu/${metric.key}`)}>{t.overTime}</a>
      </p>
      {asOf ? (
        <>
          <p className="quiet small">
            {isRecounted ? t.mapRecounted(formatDay(asOf)) : t.mapAsOf(formatDay(asOf))}
          </p>
          <CommuneMap
            {...{ shapes, values, cuts }}
            what={name}
            better={metric.better}
            isPlain={isPlainCount(metric)}
            format={(value) => figureText(metric.unit, value, lang)}
            order={query.order}
            hrefOf={(order) => `${mapAddress(query, order)}#ban-do`}
            open={query.order !== undefined}
          />
        </>
      ) : (
        <Empty sentence={isTooEarly ? t.mapTooEarly : t.mapNothing(formatDay(query.on ?? today))} />
      )}
    </section>
  )
}

function MapForm({
  metrics,
  query,
  today,
}: Pick<Parameters<typeof MetricMap>[0], 'metrics' | 'query' | 'today'>) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <form className="map-form" action="#ban-do" aria-label={t.map}>
      <label>
        {t.metric}
        <select name="chi-so" defaultValue={query.metric} key={query.metric}>
          {metrics.map(({ key, name }) => (
            <option key={key} value={key}>
              {name[lang]}
            </option>
          ))}
        </select>
      </label>
      <div>
        <label htmlFor="map-day">{t.mapDay}</label>
        <DayInput
          id="map-day"
          name="ngay"
          defaultValue={query.wrongDay ?? query.on ?? today}
          {...(query.wrongDay ? { 'aria-invalid': true, 'aria-describedby': 'map-day-wrong' } : {})}
        />
        {query.wrongDay ? (
          <p className="err" id="map-day-wrong">
            {t.wrongDay(query.wrongDay)}
          </p>
        ) : null}
      </div>
      <Button type="submit">{t.show}</Button>
    </form>
  )
}
