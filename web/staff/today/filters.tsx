import { Link, useSubmit } from 'react-router'
import type { FindingKind } from '#findings'
import { formatCount, useLang, useWords } from '#web/ui/index.ts'
import { kindOrder, kindWords } from './kinds.ts'
import { searchOf, sorts, type TodayQuery } from './query.ts'
import { words } from './words.ts'

interface Props {
  query: TodayQuery
  counts: Record<FindingKind, number>
  communes: { uid: string; name: string }[]
}

/** Kinds with their counts as links; commune, text and order as a form that works without scripts. */
export function Filters({ query, counts, communes }: Props) {
  const t = useWords(words)
  const names = useWords(kindWords)
  const lang = useLang()
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const entries = [
    { kind: undefined, name: t.all, count: all },
    ...kindOrder
      .filter((kind) => counts[kind] > 0 || kind === query.kind)
      .map((kind) => ({ kind, name: names[kind], count: counts[kind] })),
  ]
  return (
    <fieldset className="filters" aria-label={t.filterBy}>
      {entries.map(({ kind, name, count }) => (
        <Link
          key={kind ?? 'all'}
          to={searchOf(query, { kind }) || '?'}
          aria-current={kind === query.kind ? 'true' : undefined}
          preventScrollReset
        >
          {name} <span>{formatCount(count, lang)}</span>
        </Link>
      ))}
      <FilterForm query={query} communes={communes} />
    </fieldset>
  )
}

function FilterForm({ query, communes }: Omit<Props, 'counts'>) {
  const t = useWords(words)
  const submit = useSubmit()
  return (
    <form
      key={searchOf({ ...query, page: 1, selectedId: undefined })}
      onChange={(event) => {
        if (event.target instanceof HTMLSelectElement)
          void submit(event.currentTarget, { preventScrollReset: true })
      }}
    >
      {query.kind ? <input type="hidden" name="loai" value={query.kind} /> : null}
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
      <select name="sap" aria-label={t.sort} defaultValue={query.sort}>
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {t.sorts[sort]}
          </option>
        ))}
      </select>
      <input
        type="search"
        name="tim"
        aria-label={t.text}
        placeholder={t.text}
        defaultValue={query.text}
        autoComplete="off"
      />
      <button type="submit" className="btn sm">
        {t.apply}
      </button>
    </form>
  )
}
