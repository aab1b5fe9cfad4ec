import { Form } from 'react-router'
import type { Difference } from '#archive'
import { Button, pathIn, useLang, useWords } from '#web/ui/index.ts'
import { scanWords } from './scan-words.ts'

interface EntryView {
  candidates: {
    id: number
    name: string
    birth: string | undefined
    village: string | undefined
    by: 'number' | 'name'
    differences: Difference[]
  }[]
  ofNew: Difference[]
  doubts: ('unknownPlaceCode' | 'sexMismatch' | 'birthYearMismatch')[]
  mayAdd: boolean
}

/** Whom an agreed scan is about, what would change for each, and the acts that write it: nothing enters by itself. */
export function EntryForm({ entry }: { entry: EntryView }) {
  const s = useWords(scanWords)
  const { candidates, ofNew, doubts, mayAdd } = entry
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
  const { id, name, birth, village, by, differences } = candidate
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
      <div>
        <Button weight={by === 'number' ? 'main' : 'plain'} type="submit">
          {differences.length === 0 ? s.confirmSame(name) : s.enterFor(name)}
        </Button>
      </div>
    </Form>
  )
}

function What({ difference: { field, before, after } }: { difference: Difference }) {
  const s = useWords(scanWords)
  const shown = (value: string) => s.registerValues[value] ?? value
  return (
    <>
      {s.registerFields[field]}: <del>{before === undefined ? s.notRecorded : shown(before)}</del> {s.becomes}{' '}
      <ins>{shown(after)}</ins>
    </>
  )
}
