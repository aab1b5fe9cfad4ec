import { Form } from 'react-router'
import type { Difference, Kept } from '#archive'
import { Button, pathIn, useLang, useWords } from '#web/ui/index.ts'
import { entryWords } from './entry-words.ts'
import { scanWords } from './scan-words.ts'

interface EntryView {
  candidates: {
    id: number
    name: string
    birth: string | undefined
    village: string | undefined
    by: 'number' | 'name'
    differences: Difference[]
    kept: Kept[]
  }[]
  ofNew: Difference[]
  keptOfNew: Kept[]
  doubts: ('unknownPlaceCode' | 'sexMismatch' | 'birthYearMismatch')[]
  mayAdd: boolean
}

/** Whom an agreed scan is about, what would change for each, and the acts that write it: nothing enters by itself. */
export function EntryForm({ entry }: { entry: EntryView }) {
  const s = useWords(scanWords)
  const { candidates, ofNew, keptOfNew, doubts, mayAdd } = entry
  return (
    <section aria-labelledby="enter">
      <h2 id="enter">{s.enterTitle}</h2>
      <p className="quiet">{s.enterHow}</p>
      {doubts.map((doubt) => (
        <p key={doubt} className="err">
          {s.doubts[doubt]}
        </p>
      ))}
      {candidates.length === 0 ? <p>{s.noCandidates}</p> : null}
      {candidates.map((candidate) => (
        <ForSomebody key={candidate.id} candidate={candidate} />
      ))}
      {mayAdd ? (
        <Form method="post" className="panel">
          <h3>{s.someoneNew}</h3>
          <input type="hidden" name="what" value="enter" />
          <input type="hidden" name="personId" value="new" />
          <ul className="what">
            {ofNew.map((difference) => (
              <li key={difference.field}>
                <What difference={difference} />
              </li>
            ))}
          </ul>
          <KeptList kept={keptOfNew} />
          <div>
            <Button type="submit">{s.enterNew}</Button>
          </div>
        </Form>
      ) : (
        <p className="note">{s.noName}</p>
      )}
    </section>
  )
}

function ForSomebody({ candidate }: { candidate: EntryView['candidates'][number] }) {
  const s = useWords(scanWords)
  const lang = useLang()
  const { id, name, birth, village, by, differences, kept } = candidate
  return (
    <Form method="post" className="panel">
      <h3>
        <a href={pathIn(lang, `/can-bo/nguoi/${id}`)}>{name}</a>{' '}
        <span className="quiet">{[birth && s.bornOn(birth), village].filter(Boolean).join(', ')}</span>
      </h3>
      <input type="hidden" name="what" value="enter" />
      <input type="hidden" name="personId" value={id} />
      <p>{by === 'number' ? s.byNumber : s.byName}</p>
      {differences.length === 0 ? <p>{s.nothingChanges}</p> : null}
      {differences.map((difference) => (
        <label key={difference.field} className="choice">
          <input type="checkbox" name="take" value={difference.field} defaultChecked />
          <span>
            <What difference={difference} />
          </span>
        </label>
      ))}
      <KeptList kept={kept} />
      <div>
        <Button weight={by === 'number' ? 'main' : 'plain'} type="submit">
          {differences.length === 0 ? s.confirmSame(name) : s.enterFor(name)}
        </Button>
      </div>
    </Form>
  )
}

/** What was read and stays with the paper, each with its reason. */
export function KeptList({ kept }: { kept: readonly Kept[] }) {
  const s = useWords(scanWords)
  const e = useWords(entryWords)
  if (kept.length === 0) return null
  return (
    <details className="kept">
      <summary>
        {e.keptTitle} ({kept.length})
      </summary>
      <ul>
        {kept.map(({ field, value, because }) => (
          <li key={field}>
            {s.fields[field]}: <b>{value}</b> <span className="quiet">({e.kept[because]})</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function What({ difference: { field, before, after, page } }: { difference: Difference }) {
  const s = useWords(scanWords)
  const e = useWords(entryWords)
  const shown = (value: string) => s.registerValues[value] ?? value
  return (
    <>
      {s.registerFields[field]}: <del>{before === undefined ? s.notRecorded : shown(before)}</del> {s.becomes}{' '}
      <ins>{shown(after)}</ins>
      {page === undefined ? null : <span className="quiet"> ({e.onPage(page)})</span>}
    </>
  )
}
