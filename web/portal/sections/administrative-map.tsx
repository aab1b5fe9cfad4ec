import { formatCount, formatDay, Table, useLang, useWords } from '#web/ui/index.ts'
import type { MapFacts } from './map.server.ts'
import { words } from './words.ts'

/** The province in numbers, its outlines, its communes and how they came about; all of it also as tables. */
export function AdministrativeMap(props: MapFacts) {
  const t = useWords(words)
  const { communes, outlines } = props
  return (
    <>
      <Numbers {...props} />
      <section className="block" aria-labelledby="map">
        <div className="sec-head">
          <h2 className="h2" id="map">
            {t.map}
          </h2>
        </div>
        <svg className="land" viewBox={outlines.viewBox} role="img" aria-label={t.mapOf}>
          {outlines.shapes.map(({ unitUid, name, path }) => (
            <path key={unitUid} d={path} lang="vi">
              <title>{name}</title>
            </path>
          ))}
        </svg>
        <p className="quiet small">{t.boundaries}</p>
      </section>
      <Divisions divisions={props.divisions} />
      <Communes communes={communes} />
    </>
  )
}

function Numbers({ areaKm2, communes, population }: MapFacts) {
  const t = useWords(words)
  const lang = useLang()
  const wards = communes.filter(({ name }) => name.startsWith('Phường ')).length
  const count = (number: number) => formatCount(number, lang)
  return (
    <section className="block" aria-labelledby="numbers">
      <div className="sec-head">
        <h2 className="h2" id="numbers">
          {t.inNumbers}
        </h2>
      </div>
      <dl className="facts">
        <div>
          <dt>{t.areaOf}</dt>
          <dd>
            {count(areaKm2)} {t.km2}
          </dd>
        </div>
        <div>
          <dt>{t.units}</dt>
          <dd>
            {count(communes.length)} ({t.unitsOf(count(communes.length - wards), count(wards))})
          </dd>
        </div>
        <div>
          <dt>{t.population}</dt>
          <dd>
            {count(population)} <span className="quiet small">({t.populationNote})</span>
          </dd>
        </div>
      </dl>
    </section>
  )
}

function Divisions({ divisions }: Pick<MapFacts, 'divisions'>) {
  const t = useWords(words)
  const lang = useLang()
  const count = (number: number) => formatCount(number, lang)
  return (
    <section className="block" aria-labelledby="divisions">
      <div className="sec-head">
        <h2 className="h2" id="divisions">
          {t.divisions}
        </h2>
      </div>
      <Table
        name={t.divisions}
        rows={divisions}
        keyOf={({ from }) => from}
        columns={[
          { key: 'from', head: t.from, label: t.from, full: true, cell: ({ from }) => formatDay(from) },
          {
            key: 'districts',
            head: t.districts,
            label: t.districts,
            number: true,
            full: true,
            cell: ({ districts }) => count(districts),
          },
          {
            key: 'communes',
            head: t.communes,
            label: t.communes,
            number: true,
            full: true,
            cell: ({ communes }) => count(communes),
          },
          {
            key: 'kinds',
            head: t.ofWhich,
            label: t.ofWhich,
            full: true,
            cell: ({ rural, wards, towns }) => t.kinds(count(rural), count(wards), count(towns)),
          },
          {
            key: 'basis',
            head: t.basis,
            label: t.basis,
            full: true,
            cell: ({ basis }) =>
              basis.length > 0 ? <span lang="vi">{basis.join('; ')}</span> : t.basisUnknown,
          },
        ]}
      />
      <p className="quiet small">{t.source}</p>
    </section>
  )
}

function Communes({ communes }: Pick<MapFacts, 'communes'>) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <section className="block" aria-labelledby="communes">
      <div className="sec-head">
        <h2 className="h2" id="communes">
          {t.list}
        </h2>
      </div>
      <Table
        name={t.list}
        rows={communes}
        keyOf={({ code }) => code}
        columns={[
          { key: 'name', head: t.name, cell: ({ name }) => <b lang="vi">{name}</b> },
          { key: 'code', head: t.code, label: t.code, cell: ({ code }) => code },
          {
            key: 'area',
            head: t.km2,
            label: t.km2,
            number: true,
            cell: ({ areaKm2 }) => formatCount(areaKm2, lang),
          },
          {
            key: 'population',
            head: t.population,
            label: t.population,
            number: true,
            cell: ({ population }) => formatCount(population, lang),
          },
          {
            key: 'madeOf',
            head: t.madeOf,
            label: t.madeOf,
            full: true,
            cell: ({ name, madeOf }) =>
              madeOf.length > 1 || madeOf[0] !== name ? (
                <span lang="vi">{madeOf.join(', ')}</span>
              ) : (
                t.asItWas
              ),
          },
        ]}
      />
    </section>
  )
}
