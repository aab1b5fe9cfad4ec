import { DayInput, Empty, formatCount, Table, useLang, useWords } from '#web/ui/index.ts'
import type { CountLine, CountsView } from './counts.server.ts'
import { addressOf, divisions, type UnitsQuery } from './query.ts'
import { words } from './words.ts'

/** How many people live where, told by the units of any map: asked for, never counted by the way. */
export function People(props: { query: UnitsQuery; counts: CountsView | undefined; today: string }) {
  const t = useWords(words)
  return (
    <section className="sect" aria-labelledby="nguoi">
      <h2 id="nguoi">{t.people}</h2>
      <p className="quiet">{t.peopleLead}</p>
      <CountForm query={props.query} today={props.today} />
      {props.query.wrongLived ? (
        <p className="err" role="alert">
          {t.wrongDay(props.query.wrongLived)}
        </p>
      ) : null}
      {props.counts ? <Counts query={props.query} counts={props.counts} /> : null}
    </section>
  )
}

function CountForm({ query, today }: { query: UnitsQuery; today: string }) {
  const t = useWords(words)
  const kept = { ten: query.written || undefined, ngay: query.on, 'don-vi': query.chosen }
  return (
    <form className="unit-form" action="#nguoi" aria-label={t.people}>
      {Object.entries(kept).map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <label htmlFor="song">
        {t.livedOn}{' '}
        <DayInput id="song" name="song" defaultValue={query.livedOn ?? query.wrongLived ?? today} required />
      </label>
      <label>
        {t.division}{' '}
        <select name="dia-gioi" defaultValue={query.division}>
          {divisions.map((division) => (
            <option key={division} value={division}>
              {t.divisions[division]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="btn sm">
        {t.count}
      </button>
    </form>
  )
}

function Counts({ query, counts }: { query: UnitsQuery; counts: CountsView }) {
  const t = useWords(words)
  const lang = useLang()
  const { lines, undetermined, total, unplaced } = counts
  if (lines.length === 0 && undetermined.length === 0)
    return <Empty sentence={t.nobody}>{t.nobodyNext}</Empty>
  const address = addressOf(query, { ten: undefined, ngay: undefined, 'don-vi': undefined })
  return (
    <>
      <p role="status">
        {t.counted(formatCount(total, lang), unplaced > 0 ? formatCount(unplaced, lang) : undefined)}
      </p>
      <p className="acts">
        <a className="btn sm" href={`/can-bo/dia-ban.csv${address}`} download>
          {t.saveCsv}
        </a>
        <a className="btn sm" href={`/can-bo/dia-ban.xlsx${address}`} download>
          {t.saveXlsx}
        </a>
      </p>
      {undetermined.length > 0 ? <Undetermined groups={undetermined} /> : null}
      {lines.length > 0 ? <Figures lines={lines} /> : null}
    </>
  )
}

function Figures({ lines }: { lines: readonly CountLine[] }) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <>
      {lines.every(({ isWhole }) => isWhole) ? null : <p className="small">{t.atLeastWhy}</p>}
      <Table
        name={t.people}
        rows={lines}
        keyOf={({ uid }) => uid}
        columns={[
          { key: 'unit', head: t.unit, cell: ({ name }) => name },
          {
            key: 'number',
            head: t.number,
            number: true,
            cell: ({ people, isWhole }) => `${isWhole ? '' : `${t.atLeast} `}${formatCount(people, lang)}`,
          },
        ]}
      />
    </>
  )
}

function Undetermined({ groups }: { groups: CountsView['undetermined'] }) {
  const t = useWords(words)
  const lang = useLang()
  return (
    <>
      <h3>{t.undetermined}</h3>
      <p className="small">{t.undeterminedWhy}</p>
      <Table
        name={t.undetermined}
        rows={groups}
        keyOf={({ among }) => among.join('|') || 'none'}
        columns={[
          {
            key: 'among',
            head: t.oneOf,
            cell: ({ among }) => (among.length > 0 ? among.join(', ') : t.nowhere),
          },
          { key: 'number', head: t.number, number: true, cell: ({ people }) => formatCount(people, lang) },
        ]}
      />
    </>
  )
}
