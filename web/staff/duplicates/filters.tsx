import { Link, useSubmit } from 'react-router'
import type { PairCounts, PairState } from '#deduplication'
import { formatCount, useLang, useWords } from '#web/ui/index.ts'
import { bands, marks, pairStates, type QueueQuery, searchOf, stateName } from './query.ts'
import { words } from './words.ts'

interface Props {
  query: QueueQuery
  counts: PairCounts
  states: Record<PairState, number>
  communes: { uid: string; name: string }[]
}

/** How likely, and by marks, with counts as links; state and commune as a form that works without scripts. */
export function QueueFilters({ query, counts, states, communes }: Props) {
  const t = useWords(words)
  const lang = useLang()
  const link = (key: string, name: string, count: number, to: string, isHere: boolean) => (
    <Link key={key} to={to || '?'} aria-current={isHere ? 'true' : undefined} preventScrollReset>
      {name} <span>{formatCount(count, lang)}</span>
    </Link>
  )
  return (
    <fieldset className="filters pair-filters" aria-label={t.filterBy}>
      {link('all', t.all, counts.total, searchOf(query, { band: undefined }), query.band === undefined)}
      {bands.map((band) =>
        link(band, t.bands[band], counts.bands[band], searchOf(query, { band }), query.band === band),
      )}
      {marks.map((mark) => {
        const isHere = query.marks.includes(mark)
        const next = isHere ? query.marks.filter((each) => each !== mark) : [...query.marks, mark]
        return link(mark, t.marks[mark], counts[mark], searchOf(query, { marks: next }), isHere)
      })}
      <FilterForm query={query} states={states} communes={communes} />
    </fieldset>
  )
}

function FilterForm({ query, states, communes }: Omit<Props, 'counts'>) {
  const t = useWords(words)
  const lang = useLang()
  const submit = useSubmit()
  return (
    <form
      key={searchOf({ ...query, page: 1, doneId: undefined })}
      onChange={(event) => void submit(event.currentTarget, { preventScrollReset: true })}
    >
      {query.band ? <input type="hidden" name="muc" value={bandValue(query)} /> : null}
      <select name="trang-thai" aria-label={t.state} defaultValue={stateName(query.state)}>
        {pairStates.map((state) => (
          <option key={state} value={stateName(state)}>
            {t.states[state]} ({formatCount(states[state], lang)})
          </option>
        ))}
      </select>
      {communes.length > 0 ? (
        <select name="xa" aria-label={t.commune} defaultValue={query.unitUid ?? ''}>
          <option value="">{t.allCommunes}</option>
          {communes.map(({ uid, name }) => (
            <option key={uid} value={uid}>
              {name}
            </option>
          ))}
        </select>
      ) : null}
      <button type="submit" className="btn sm">
        {t.apply}
      </button>
    </form>
  )
}

function bandValue(query: QueueQuery): string {
  return new URLSearchParams(searchOf({ ...query, marks: [] })).get('muc') ?? ''
}
